"""Places on a set page: a character, a paragraph, how far one has read; independent of how wide the page is set.

Offsets count characters of the article's body, blocks joined by newline (of a teaser: of its summary), so that a place
remembered at one width is found at every other. What stands above the text is offset 0.
"""

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from zjreader.article import Article
from zjreader.text.clean import Clean
from zjreader.text.typeset import Line, Role

_AROUND: frozenset[Role] = frozenset({"title", "byline", "editor", "blank"})
"""What is on the page and no paragraph of the text."""


class Place(NamedTuple):
    """A character of a page."""

    role: Role
    block: int | None
    text: Clean
    offset: int


def place_at(lines: Sequence[Line], top: int) -> Place | None:
    """The first character from a line on."""
    line = next((line for line in lines[top:] if line.role != "blank"), None)
    return Place(line.role, line.block, line.text, line.span.start) if line else None


def line_of(lines: Sequence[Line], place: Place) -> int:
    """The line in which a place is now; the first line, should the page no longer hold it."""
    role, block, text, offset = place
    return max(
        (
            number
            for number, line in enumerate(lines)
            if (line.role, line.block, line.text) == (role, block, text) and line.span.start <= offset
        ),
        default=0,
    )


def offset_at(article: Article, lines: Sequence[Line], top: int) -> int:
    """The offset of the first character of the text from a line on; that of the text's last line below it."""
    if top <= 0 or not any(line.role not in _AROUND for line in lines[:top]):
        return 0
    text_lines = [line for line in lines if line.role not in _AROUND]
    line = next((line for line in lines[top:] if line.role not in _AROUND), text_lines[-1])
    return _starts(article)[line.block or 0] + line.span.start


def line_at(article: Article, lines: Sequence[Line], offset: int) -> int:
    """The line that an offset is in; the first line of the page for offset 0."""
    if offset <= 0:
        return 0
    starts = _starts(article)
    within = (
        number
        for number, line in enumerate(lines)
        if line.role not in _AROUND and starts[line.block or 0] + line.span.start <= offset
    )
    return max(within, default=0)


def paragraphs(article: Article) -> tuple[Clean, ...]:
    """What can be chosen and copied: the blocks' texts, or a teaser's opening."""
    return tuple(block.text for block in article.blocks) or ((article.summary,) if article.summary else ())


def paragraph_of(line: Line) -> int | None:
    """The paragraph that a line belongs to; None for what stands around the text."""
    return None if line.role in _AROUND else line.block or 0


def paragraph_at(lines: Sequence[Line], top: int) -> int:
    """The paragraph that a line belongs to, or the next one below it; the last at the end of the page."""
    below = (line.block or 0 for line in lines[max(0, top) :] if line.role not in _AROUND)
    return next(below, max((line.block or 0 for line in lines), default=0))


def lines_of(lines: Sequence[Line], paragraph: int) -> range:
    """The lines of a paragraph; none of a paragraph that is not set."""
    found = [number for number, line in enumerate(lines) if paragraph_of(line) == paragraph]
    return range(found[0], found[-1] + 1) if found else range(0)


def percent(top: int, height: int, length: int) -> int:
    """How much of a page of so many lines has been seen when these are shown."""
    return min(100, 100 * (top + height) // length) if length else 100


def _starts(article: Article) -> list[int]:
    return list(accumulate((len(block.text) + 1 for block in article.blocks), initial=0))
