"""Characters that a drag selects on drawn lines, and what they are as plain text.

What is only drawn (margin, indent, a point's mark, a gap) can be dragged over and is never text; the lines of one
paragraph are one text, with what stood between them.
"""

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from zjreader.article import Span
from zjreader.text.clean import Clean
from zjreader.text.typeset import Line
from zjreader.tui.painted import SELECTED, Piece, Pieces, laid_over


class Point(NamedTuple):
    """A character as drawn: the line's number and how many characters stand before it there."""

    line: int
    at: int


class Selection(NamedTuple):
    """From the character where the drag began to the one that it reached, in either order, both among them."""

    anchor: Point
    reached: Point

    @property
    def lines(self) -> range:
        """The numbers of the lines it touches."""
        return range(min(self).line, max(self).line + 1)

    def on(self, number: int, length: int) -> Span:
        """What it takes of the drawn characters of a line."""
        first, last = min(self), max(self)
        if number not in self.lines:
            return Span(0, 0)
        start = min(first.at, length) if number == first.line else 0
        return Span(start, min(last.at + 1, length) if number == last.line else length)


def selected_text(lines: Sequence[Line], selection: Selection) -> Clean:
    """The text of a selection; `lines` are those it touches, from the first to the last."""
    parts = []
    numbered = zip(selection.lines, lines, strict=True)
    for _text, group in groupby(numbered, key=lambda each: (each[1].role, each[1].block, id(each[1].text))):
        taken = [(line, line_span(line, selection.on(number, len(line.shown)))) for number, line in group]
        spans = [span for _line, span in taken if span.start < span.stop]
        if spans:
            parts.append(taken[0][0].text[spans[0].start : spans[-1].stop])
    return Clean("\n".join(parts))


def line_span(line: Line, drawn: Span) -> Span:
    """The characters of a line's text that stand among its drawn ones."""
    offsets = [offset for offset in range(*line.span) if drawn.start <= line.shown_at(offset) < drawn.stop]
    return Span(offsets[0], offsets[-1] + 1) if offsets else Span(0, 0)


def lit(pieces: Pieces, margin: int, span: Span) -> Pieces:
    """The pieces with a selection over them that begins behind a margin of so many characters."""
    drawn = "".join(piece.text for piece in pieces)
    start, stop = span.start + margin, span.stop + margin
    return laid_over(pieces, start, Piece(Clean(drawn[start:stop]), SELECTED)) if span.start < span.stop else pieces
