"""Markdown (CommonMark, with the HTML that people put into it) -> its headings, paragraphs, points, quotes and links.

Promises the text without its signs: a link is its words, an image its caption, an escaped sign the sign. A number
before a point stays, it may be referred to. Refuses nothing; what is no markup is text.
"""

import html
import re
from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

from zjreader.parse.wrapped_lines import join_lines
from zjreader.text.clean import Clean, clean_line

PieceKind = Literal["heading", "paragraph", "item", "quote", "caption", "link", "rule"]

LONGEST_UNDERLINED: Final = 80
"""Characters of a paragraph that a line of --- below it makes a heading; below a longer one it is a rule."""

_BREAK: Final = re.compile(
    r"<br ?/?>|</?(?:p|div|section|article|h[1-6]|ul|ol|li|blockquote|table|tr|figure)(?: [^<>\n]*)?>", re.IGNORECASE
)
_HEADING: Final = re.compile(r" {0,3}(#{1,6})[ \t]+(?=\S)(.*)")
_CLOSING: Final = re.compile(r"(?<=[ \t])#++$")
_UNDERLINE: Final = re.compile(r" {0,3}(=+|-+)[ \t]*")
_RULE: Final = re.compile(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}")
_FENCE: Final = re.compile(r" {0,3}(?:```|~~~)[^`]*")
_ITEM: Final = re.compile(r"[ \t]*(?:[-*+][ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)|(?=[0-9]{1,9}[.)][ \t]))(.*)")
_QUOTE: Final = re.compile(r" {0,3}>(?:[ \t]?>)*[ \t]?(.*)")
_IMAGE: Final = re.compile(r"[ \t]*!\[([^\]\n]*)\]\([^)\n]*\)[ \t]*")
_LINK: Final = re.compile(
    r"[ \t]*(?:\[([^\[\]\n]*)\]\([ \t]*<?(https?://[^\s<>]*[^\s<>)])>?(?:[ \t][^)\n]*)?\)|<(https?://[^\s<>]+)>)[ \t]*"
)
_DEFINITION: Final = re.compile(r" {0,3}\[[^\]\n]+\]:[ \t]+\S.*")
_SIGNS: Final = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|!?\[(?P<words>(?:\\.|[^\[\]\n\\])*+)\](?:\([^()\n]*+(?:\([^()\n]*+\)[^()\n]*+)*+\)|\[[^\[\]\n]*+\])"
    r"|<(?P<address>(?:https?://|mailto:)[^\s<>]++)>|</?[A-Za-z][^<>\n]*+>"
    r"|\*{1,3}(?=\S)|(?<=\S)\*{1,3}|~~|`+"
    r"|(?<![0-9A-Za-z_])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![0-9A-Za-z_])"
)


class Piece(NamedTuple):
    """A paragraph's worth of a document; `level` is a heading's, from 1, and `to` where a line leads that is a link."""

    kind: PieceKind
    text: Clean
    level: int = 0
    to: Clean | None = None


class _Opened(NamedTuple):
    """What a line begins that others may go on, and its text."""

    kind: PieceKind
    text: str


def pieces(text: str) -> Iterator[Piece]:
    """What the document says, in its order."""
    kind: PieceKind = "paragraph"
    held: list[str] = []
    fenced = False
    for line in [*_BREAK.sub("\n\n", text).split("\n"), ""]:
        fence = _FENCE.fullmatch(line) is not None
        fenced ^= fence
        underlined = None if fenced or not held else _underlined(kind, held, line)
        alone = underlined or (None if fenced or fence else _alone(line))
        opens, said = _Opened("paragraph", line.strip()) if fenced else _opening(line)
        goes_on = said and not (fenced or fence or alone) and (opens == "paragraph" or opens == kind == "quote")
        if held and not goes_on:
            if not underlined:
                yield Piece(kind, plain(join_lines(held)))
            held = []
        if alone:
            yield alone
        elif said and not fence:
            kind = kind if held else opens
            held.append(said)


def plain(markup: str) -> Clean:
    """One line of Markdown without its signs."""
    return clean_line(html.unescape(_SIGNS.sub(_shown, markup)))


def _shown(sign: re.Match[str]) -> str:
    if sign["words"] is not None:
        return html.escape(plain(sign["words"]), quote=False)
    return html.escape(sign["escaped"] or sign["address"] or "", quote=False)


def _underlined(kind: PieceKind, held: Sequence[str], line: str) -> Piece | None:
    """The heading that a line of signs makes of the paragraph above it."""
    found = _UNDERLINE.fullmatch(line) if kind == "paragraph" else None
    text = plain(join_lines(held)) if found else Clean("")
    if not found or len(text) > LONGEST_UNDERLINED:
        return None
    return Piece("heading", text, 1 if found[1][0] == "=" else 2)


def _alone(line: str) -> Piece | None:
    """What one line is by itself: a heading, a rule, a picture, a link."""
    if found := _HEADING.fullmatch(line):
        return Piece("heading", plain(_CLOSING.sub("", found[2].rstrip())), len(found[1]))
    if _RULE.fullmatch(line) or _DEFINITION.fullmatch(line):
        return Piece("rule", Clean(""))
    if found := _IMAGE.fullmatch(line):
        return Piece("caption", plain(found[1]))
    if found := _LINK.fullmatch(line):
        address = clean_line(html.unescape(found[2] or found[3]))
        return Piece("link", plain(found[1] or "") or address, to=address)
    return None


def _opening(line: str) -> _Opened:
    if found := _QUOTE.fullmatch(line):
        return _Opened("quote", found[1].strip())
    if found := _ITEM.fullmatch(line):
        return _Opened("item", found[1].strip())
    return _Opened("paragraph", line.strip())
