"""The text of a feed's entry: complete, or an extract of it; without what the feed puts around it.

Left out are the title said again, buttons and counts, the link to the whole (阅读全文, [详细]). Lines of credits become
credits. What calls itself the text is complete if it ends as a text ends; what calls itself a description only if it is
plainly a whole text: most entries of Chinese feeds carry an extract, and a teaser that is fetched costs less than a cut
text that is taken for the article.
"""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from zjreader.article import Block, BlockKind
from zjreader.parse.columns import paragraphs
from zjreader.parse.feed_values import Passage
from zjreader.parse.markup import blocks, fragment, text
from zjreader.parse.markup_signs import laid_out
from zjreader.parse.page_lines import shaped
from zjreader.parse.page_units import without_link
from zjreader.text.clean import Clean, clean, clean_line
from zjreader.text.credits import Credits, merged
from zjreader.text.fold import fold

_BOX = "p|div|section|article|table|ul|ol|li|h[1-6]|blockquote|figure|pre|center"
_SIGN_OF_HTML = re.compile(
    rf"</?(?:{_BOX}|br|hr|a|b|i|u|em|strong|span|font|img|small|sub|sup|script|style|iframe|video|tr|td)\b[^<>]*>"
    r"|&(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,20});",
    re.IGNORECASE,
)
_ENGLISH_LINK = re.compile(
    r" ?[\[(]?(?:continue reading|read more|read the rest|view the full|the post .{1,200} appeared first on ).*$",
    re.IGNORECASE,
)
_MORE = re.compile("全文|余下|详[细情]|詳[細情]|展开|更多(?![新资内])|reading|read |view the|…|[.]{3}", re.IGNORECASE)
_CUT_OFF = re.compile(r"(?:\.{3}|…)[\])】]?$")
_CUT_SIGNS = ".…[]()【】"
_ENDS = "。！？!?.；;”’」』）)】》"
_SHORTEST = 100
"""Characters of the shortest complete text."""

_ONE, _SEVERAL = 1, 3
"""Running paragraphs of a complete text that is called one, and of one that is called a description."""

_SIGN_OFF = 12
"""Characters of what may stand below the end of a text."""

_KINDS: dict[str, BlockKind] = {"note": "note", "caption": "caption"}


class EntryText(NamedTuple):
    """The blocks of a complete text, or the summary of one that is not here; and what its lines credit."""

    blocks: tuple[Block, ...]
    summary: Clean | None
    credits: Credits


class _Read(NamedTuple):
    """A passage read: its blocks, how many of them are running text, and whether it stops before its end."""

    blocks: tuple[Block, ...]
    credits: Credits
    running: int = 0
    cut: bool = True


def on_one_line(passage: Passage) -> Clean:
    """A passage as a title: its markup and references read, where it has any."""
    return text(fragment(passage.text)) if _is_html(passage) else clean_line(passage.text)


def entry_text(title: Clean, content: Passage, description: Passage, base: datetime | None) -> EntryText:
    """The text of an entry; `base` is what days in its credits are measured against."""
    whole, extract = _read(content, title, base), _read(description, title, base)
    credit = merged(whole.credits, extract.credits)
    if _is_complete(whole, _ONE):
        summary = _line_of(extract)
        said_before = summary is not None and _dense(summary).rstrip(_CUT_SIGNS) in _dense(_line_of(whole) or "")
        return EntryText(whole.blocks, None if said_before else summary, credit)
    if _is_complete(extract, _SEVERAL):
        return EntryText(extract.blocks, None, credit)
    telling = whole.running > 0 or not title
    return EntryText((), _line_of(extract) or (_line_of(whole) if telling else None), credit)


def _read(passage: Passage, title: Clean, base: datetime | None) -> _Read:
    """A passage without the title above it, the site's own lines, and the link below it."""
    kept: list[Block] = []
    credit, running, more = Credits(), 0, False
    for block in _shown(passage):
        line = shaped(block.text, base)
        more = line.shape == "furniture" and (more or _announces_more(block.text))
        if line.credits:
            credit = merged(credit, line.credits)
        elif line.shape != "furniture" and (kept or _dense(block.text) not in _dense(title)):
            kept.append(block._replace(kind=_KINDS.get(line.shape, block.kind)))
            running += line.shape == "text"
    if kept:
        last = kept.pop()
        rest = _without_link(last.text)
        more = more or _announces_more(last.text[len(rest) :])
        kept += [last._replace(text=rest)] if rest else []
    return _Read(tuple(kept), credit, running, more or _is_cut_off(kept))


def _shown(passage: Passage) -> tuple[Block, ...]:
    """The lines of a passage; where no element makes paragraphs, the ends of its own lines do."""
    if not _is_html(passage):
        return paragraphs(clean(passage.text))
    return blocks(fragment(laid_out(passage.text)))


def _is_html(passage: Passage) -> bool:
    return passage.html and _SIGN_OF_HTML.search(passage.text) is not None


def _is_complete(read: _Read, fewest: int) -> bool:
    """Whether a text is long enough, in so many running paragraphs at least, and ends as one."""
    return not read.cut and read.running >= fewest and sum(len(block.text) for block in read.blocks) >= _SHORTEST


def _is_cut_off(shown: Sequence[Block]) -> bool:
    """Whether a text stops amid a sentence; a word below its last paragraph (END, ★) is a way to end it."""
    last = next((block.text for block in reversed(shown) if len(block.text) > _SIGN_OFF), "")
    return last[-1:] not in _ENDS or any(_CUT_OFF.search(block.text) for block in shown[-1:])


def _announces_more(link: str) -> bool:
    """Whether a link below a text says that more of it lies behind; one to the page it is from (原文) does not."""
    return _MORE.search(link) is not None


def _line_of(read: _Read) -> Clean | None:
    return clean_line(" ".join(block.text for block in read.blocks)) or None


def _without_link(text_of_block: Clean) -> Clean:
    return Clean(_ENGLISH_LINK.sub("", without_link(text_of_block)))


def _dense(text_of_block: str) -> str:
    return "".join(fold(text_of_block).split())
