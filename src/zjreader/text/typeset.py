"""An article as lines: indents, hanging numbers, blank lines, the voice each line speaks in.

Promises lines as values, each with the text it belongs to, offsets into that text and the cells before it; what is
drawn but not part of the text (indent, a point's mark, a gap) never enters an offset, so highlights, selection and
copying need no correction. Styles and colours belong to the screen. Figures after CLREQ and the custom of Chinese
newspapers: paragraphs begin two Hanzi in and follow one another without a blank line.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from zjreader.article import Article, Block, BlockKind, Span
from zjreader.text.clean import Clean
from zjreader.text.line_breaks import Level, Setting, break_lines, prepare
from zjreader.text.width import cells

Role = Literal["title", "byline", "editor", "link", "blank"] | BlockKind

LEAST_MEASURE, MOST_MEASURE = 40, 80
"""Cells: 20 and 40 Hanzi. CLREQ names no figure; longer lines lose the eye, shorter ones have ragged ends."""

_NARROWEST = 10
_LONGEST_BALANCED = 4
_MARKS: dict[Role, Clean] = {"item": Clean("· "), "caption": Clean("▲ ")}
_BROUGHT = ("▲", "△", "▼")
_JOINT = " · "
_NUMBER = re.compile(
    r"\s*(?P<drawn>(?:[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十])|[（(][一二三四五六七八九十\d]{1,3}[）)]"
    r"|\d{1,2}(?:[.．](?!\d)|[、)）])|[①-⑳]|[·•●■◆▪](?=\s)|(?:问|答|记者|记者问|主持人|发言人|[QA])[：:])\s*)"
)
_NUMBERED: frozenset[Role] = frozenset({"paragraph", "item", "heading"})


class Style(NamedTuple):
    """How pages are set; each field is a setting of the reader's.

    `paragraphs` begin with an indent of two Hanzi, or stand apart by a blank line. `level` is that of the line
    breaks; `ambiguous` as in `width.cells`. With `han_latin_gap` a blank is drawn where Han and Latin meet.
    """

    paragraphs: Literal["indent", "apart"] = "indent"
    level: Level = "gb"
    ambiguous: int = 1
    han_latin_gap: bool = False


PRINT = Style()
"""As a newspaper is set."""


class Line(NamedTuple):
    """One line of a page: `indent` blanks, then `mark`, then the characters `span` of `text`.

    `mark` is drawn and not part of the text, nor is the blank before each character in `gaps`. `block` counts the
    article's blocks; None for lines of anything else.
    """

    role: Role
    text: Clean
    span: Span
    indent: int = 0
    mark: Clean = Clean("")
    block: int | None = None
    gaps: tuple[int, ...] = ()

    @property
    def shown(self) -> Clean:
        """The line as drawn."""
        edges = (self.span.start, *self.gaps, self.span.stop)
        seen = " ".join(self.text[start:stop] for start, stop in pairwise(edges))
        return Clean(" " * self.indent + self.mark + seen.replace("\t", " ").replace("\n", " "))

    def shown_at(self, offset: int) -> int:
        """Where in `shown` the text's character `offset` stands; the line's nearest end for one of another line."""
        within = min(max(offset, self.span.start), self.span.stop) - self.span.start
        return self.indent + len(self.mark) + within + bisect_right(self.gaps, offset)

    def shown_span(self, span: Span) -> Span:
        """Where in `shown` the part of a span stands that is in this line; a gap before or behind it is not its own."""
        start = max(span.start, self.span.start)
        last = min(span.stop, self.span.stop) - 1
        return Span(self.shown_at(start), self.shown_at(last) + 1) if start <= last else Span(0, 0)


BLANK = Line("blank", Clean(""), Span(0, 0))


class _Margins(NamedTuple):
    """Cells left free: before the first line, before the others, behind all of them."""

    first: int = 0
    rest: int = 0
    right: int = 0


_MARGINS: dict[Role, _Margins] = {
    "paragraph": _Margins(first=4),
    "note": _Margins(4, 4),
    "quote": _Margins(4, 4, 4),
    "caption": _Margins(4, 4, 4),
}


def measure_in(room: int, wanted: int = MOST_MEASURE) -> int:
    """The cells a line may take in a pane of `room` cells, where lines of `wanted` would be liked."""
    return min(room, max(LEAST_MEASURE, min(wanted, MOST_MEASURE)))


def set_article(
    article: Article,
    measure: int,
    style: Style = PRINT,
    head: Sequence[tuple[Role, Clean]] = (),
    tail: Sequence[tuple[Role, Clean]] = (),
) -> tuple[Line, ...]:
    """The page: title and `head` (bylines), the body or a teaser's summary, `tail` (editor), a blank line between.

    No line is wider than `measure` cells; a measure under 10 is taken as 10.
    """
    parts = (
        _set_texts([("title", article.title), *head], measure, style),
        _set_body(article, measure, style),
        _set_texts(tail, measure, style),
    )
    return tuple(line for part in parts if part for line in (BLANK, *part))[1:]


def plain_lines(
    article: Article,
    measure: int,
    style: Style = PRINT,
    head: Sequence[tuple[Role, Clean]] = (),
    tail: Sequence[tuple[Role, Clean]] = (),
) -> Iterator[Clean]:
    """The same page for a pipe, without line ends."""
    return (line.shown for line in set_article(article, measure, style, head, tail))


def set_block(block: Block, measure: int, style: Style = PRINT, number: int | None = None) -> tuple[Line, ...]:
    """The lines of one block, the `number`th of its article, without blank lines around it."""
    return _set_text(block.kind, block.text, measure, style, number)


def _set_texts(texts: Sequence[tuple[Role, Clean]], measure: int, style: Style) -> list[Line]:
    return [line for role, text in texts for line in _set_text(role, text, measure, style)]


def _set_body(article: Article, measure: int, style: Style) -> list[Line]:
    summary = Block("paragraph", article.summary or Clean(""))
    numbered: Sequence[tuple[int | None, Block]] = tuple(enumerate(article.blocks)) or ((None, summary),)
    body: list[Line] = []
    for number, block in numbered:
        lines = set_block(block, measure, style, number)
        if body and lines and _apart(body[-1].role, block.kind, style):
            body.append(BLANK)
        body.extend(lines)
    return body


def _apart(above: Role, below: Role, style: Style) -> bool:
    return below == "heading" or (style.paragraphs == "apart" and not above == below == "item")


def _set_text(
    role: Role,
    text: Clean,
    measure: int,
    style: Style,
    number: int | None = None,
) -> tuple[Line, ...]:
    measure = max(measure, _NARROWEST)
    setting = prepare(text, style.level, style.ambiguous, gaps=style.han_latin_gap)
    margins = _margins(role, setting.text, measure, style)
    marked = not margins.first or text.startswith(_BROUGHT)
    mark = Clean("") if marked else _MARKS.get(role, Clean(""))
    room = measure - margins.right
    spans = tuple(
        _facts(setting.text, room, style)
        if role == "byline"
        else break_lines(setting, room - margins.first, room - margins.rest)
    )
    if role == "title":
        spans = _balanced(setting, spans, measure)
    first = Line(role, text, Span(0, 0), margins.first - cells(mark, style.ambiguous), mark, number)
    other = first._replace(indent=margins.rest, mark=Clean(""))
    lines = tuple(
        (other if place else first)._replace(span=span, gaps=setting.gaps_in(span)) for place, span in enumerate(spans)
    )
    return tuple(_flush_right(line, measure, style) for line in lines) if role == "editor" else lines


def _flush_right(line: Line, measure: int, style: Style) -> Line:
    """Where newspapers put who answers for a text."""
    return line._replace(indent=measure - cells(line.shown.rstrip(), style.ambiguous))


def _margins(role: Role, text: str, measure: int, style: Style) -> _Margins:
    """What the role asks for, none of it more than a third of the measure. A number hangs out of its paragraph."""
    number = _NUMBER.match(text) if role in _NUMBERED else None
    margins = _MARGINS.get(role, _Margins())
    if number:
        margins = _Margins(rest=cells(number["drawn"], style.ambiguous))
    elif role == "item":
        point = cells(_MARKS[role], style.ambiguous)
        margins = _Margins(point, point)
    elif style.paragraphs == "apart":
        margins = margins._replace(first=margins.rest)
    return _Margins(*(min(margin, measure // 3) for margin in margins))


def _facts(text: str, measure: int, style: Style) -> Iterator[Span]:
    """Lines that end between two facts: no name is torn where it fits a line; the joint is not drawn there."""
    start = 0
    while start < len(text):
        rest = prepare(text[start:], style.level, style.ambiguous, gaps=style.han_latin_gap)
        begin, stop = (start + place for place in next(break_lines(rest, measure), (0, len(text) - start)))
        joint = text.rfind(_JOINT, begin + 1, stop + len(_JOINT)) if stop < len(text) else -1
        yield Span(begin, stop if joint < 0 else joint)
        start = stop if joint < 0 else joint + len(_JOINT)


def _balanced(setting: Setting, lines: tuple[Span, ...], measure: int) -> tuple[Span, ...]:
    """As many lines, as even as may be without a worse break: a title's last line is no single word."""
    if not 1 < len(lines) <= _LONGEST_BALANCED:
        return lines
    best = tried = lines
    while measure and len(tried) == len(lines) and setting.rank(tried) >= setting.rank(lines):
        best, measure = tried, measure - 1
        tried = tuple(break_lines(setting, measure))
    return best
