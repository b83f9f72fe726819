"""A feed's bytes -> its text from the root element on, whole entries only.

What stands before the root is dropped, and with it every declaration: an entity that a feed defines is never expanded.
Refuses what has no root of a feed: a page that was served in its place, a list of feeds.
"""

import re
import sys
from html import escape
from html.entities import html5
from typing import NamedTuple

from zjreader.article import ReadAs
from zjreader.parse.asked import Asked
from zjreader.parse.overlong import shortened
from zjreader.parse.page_text import MOST_BYTES, text_of
from zjreader.parse.question import MOST_OF_A_FEED
from zjreader.text.clean import Clean, cleaned

_HEAD = 1 << 12
"""Characters within which a JSON Feed says that it is one."""

_JSON_FEED = re.compile(r'\{[^{\[]*"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org')
_PROLOG = re.compile(r"(?>\s+|<\?.*?\?>|<!--.*?-->)*+", re.DOTALL)
_ROOT = re.compile(r"<((?:[a-z][\w.-]*:)?(?:rss|feed|rdf|channel))(?=[\s>])", re.IGNORECASE)
_PAGE = re.compile(r"<(?:html|head|body)\b", re.IGNORECASE)
_REFERENCE = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)"
    r"|&(?:#(?P<number>[0-9]{1,7}|x[0-9a-f]{1,6});|(?P<name>[a-z][a-z0-9]*;))?",
    re.IGNORECASE | re.DOTALL,
)
_OF_WINDOWS = re.compile("[\x80-\x9f]")
"""Controls for which feeds have no use, but programs that took windows-1252 for ISO 8859-1 made them."""

_BLANKS = frozenset(map(ord, "\t\n\r"))
_FIRST_VISIBLE = 0x20
_NO_CHARACTERS = frozenset({*range(0xD800, 0xE000), 0xFFFE, 0xFFFF})
_ENTRY_ENDS = re.compile(r"</(?:[a-z][\w.-]*:)?(?:item|entry)\s*>", re.IGNORECASE)


class FeedText(NamedTuple):
    """The text of a feed, JSON or XML from its root on.

    `torn` where its end is missing: it then ends with its last whole entry. `declares` where it defined entities. `cut`
    counts texts that were too long to be read whole; `large` where the feed itself was.
    """

    text: Clean
    read_as: ReadAs
    is_json: bool = False
    torn: bool = False
    declares: bool = False
    cut: int = 0
    large: bool = False


def feed_text(data: bytes, asked: Asked) -> FeedText | None:
    """The text of a feed; None where the bytes hold none."""
    short, cut = shortened(data)
    large = len(short) > MOST_BYTES or len(data) > MOST_OF_A_FEED
    found = _found(short[:MOST_BYTES], asked)
    return found and found._replace(cut=cut, large=large)


def _found(data: bytes, asked: Asked) -> FeedText | None:
    decoded = text_of(data, asked)
    text, removed = cleaned(_OF_WINDOWS.sub(_meant, decoded.text))
    read_as = ReadAs(decoded.encoding, decoded.assumed, decoded.replaced, removed)
    if is_json_feed(text):
        return FeedText(text, read_as, is_json=True)
    if not (root := _root_of(text)):
        return None
    declares = "<!ENTITY" in text[: root.start()]
    whole = Clean(_REFERENCE.sub(_as_xml, text[root.start() :]))
    if f"</{root[1]}" in whole:
        return FeedText(whole, read_as, declares=declares)
    return FeedText(_whole_entries(whole), read_as, torn=True, declares=declares)


def is_json_feed(text: str) -> bool:
    """Whether a text begins as a JSON Feed does, which says so before its items."""
    return _JSON_FEED.match(text[:_HEAD].lstrip()) is not None


def _root_of(text: str) -> re.Match[str] | None:
    start = _PROLOG.match(text)
    begin = start.end() if start else 0
    root = _ROOT.search(text, begin)
    return None if root is None or _PAGE.search(text, begin, root.start()) else root


def _as_xml(found: re.Match[str]) -> str:
    """A reference as XML without declarations knows it: one of HTML as its character, a bare & as itself.

    One to a character that XML does not have is nothing.
    """
    if number := found["number"]:
        return found[0] if _is_in_xml(int("0" + number, 16 if number[0] in "xX" else 10)) else ""
    if found[0][0] == "<":
        return found[0]
    named = html5.get(found["name"] or "")
    return escape(named) if named else f"&amp;{found[0][1:]}"


def _meant(found: re.Match[str]) -> str:
    """The character of windows-1252 that a control stands for."""
    return found[0].encode("latin-1").decode("cp1252", "ignore")


def _is_in_xml(code: int) -> bool:
    """Whether a code point is a character of XML 1.0 (§2.2)."""
    return code in _BLANKS or (_FIRST_VISIBLE <= code <= sys.maxunicode and code not in _NO_CHARACTERS)


def _whole_entries(text: Clean) -> Clean:
    """The text up to the end of its last entry; all of it where none has an end."""
    ends = [found.end() for found in _ENTRY_ENDS.finditer(text)]
    return Clean(text[: ends[-1]]) if ends else text
