"""How many of the results bear what: facets as lines, below one another in a column or beside one another in a row."""

from typing import NamedTuple

from zjreader.text.clean import Clean
from zjreader.text.width import cells, cut, fit
from zjreader.tui.narrowing import Narrowed
from zjreader.tui.painted import Piece, Pieces
from zjreader.tui.scopes import Scope
from zjreader.tui.viewed import Viewed

_MARGIN = 2
_AROUND = 2
"""Lines of a facet beside its values: its name above them, a blank below."""


Choice = Narrowed | Scope | Viewed
"""What a value of the counts stands for when it is chosen."""


class Count(NamedTuple):
    """A value and how many bear it; the one that is chosen has a sign, not only a colour."""

    value: Clean
    number: int
    chosen: bool = False
    choice: Choice | None = None


class Facet(NamedTuple):
    """A field, as it is shown, and its values in the order in which they are shown."""

    name: Clean
    counts: tuple[Count, ...]


class FacetLine(NamedTuple):
    """A line of counts, and what choosing it means; None for a name, a blank and several values in a row."""

    pieces: Pieces
    choice: Choice | None = None


def facet_lines(facets: tuple[Facet, ...], width: int, height: int, ambiguous: int = 1) -> tuple[FacetLine, ...]:
    """As many lines of `width` cells as fit into `height`: a column where the room is high, else one line a facet."""
    known = [facet for facet in facets if facet.counts]
    if width > 2 * height:
        return tuple(FacetLine(_row(facet, width, ambiguous)) for facet in known)[:height]
    shares = _shares(known, height + 1 - _AROUND * len(known))
    fewer = tuple(facet._replace(counts=facet.counts[:most]) for facet, most in zip(known, shares, strict=True))
    return facet_column(fewer, width, ambiguous)[:height]


def _shares(facets: list[Facet], room: int) -> list[int]:
    """How many values of each facet are shown: one, and in turns another of each that has more, while there is room."""
    shares = [1] * len(facets)
    left = room - len(facets)
    while left > 0 and (wanting := [n for n, facet in enumerate(facets) if shares[n] < len(facet.counts)]):
        for number in wanting[:left]:
            shares[number] += 1
        left -= len(wanting)
    return shares


def facet_column(facets: tuple[Facet, ...], width: int, ambiguous: int = 1) -> tuple[FacetLine, ...]:
    """Every value on a line of its own, `width` cells wide, below the name of its facet."""
    lines: list[FacetLine] = []
    for facet in facets:
        if facet.counts:
            values = (FacetLine(_value(count, width, ambiguous), count.choice) for count in facet.counts)
            lines += [FacetLine((Piece(facet.name, "heading"),)), *values, FacetLine(())]
    return tuple(lines)


def _value(count: Count, width: int, ambiguous: int) -> Pieces:
    number = Clean(f" {count.number}")
    sign, look = (">", "strong") if count.chosen else (" ", "plain")
    value = fit(Clean(count.value[:width]), max(0, width - _MARGIN - cells(number)), ambiguous)
    return (Piece(Clean(f"{sign} "), "sign"), Piece(value, look), Piece(number, "muted"))


def _row(facet: Facet, width: int, ambiguous: int) -> Pieces:
    pieces = [Piece(facet.name, "heading")]
    room = width - cells(facet.name, ambiguous)
    for count in facet.counts:
        sign, look = (">", "strong") if count.chosen else (" ", "plain")
        value = cut(count.value, width, ambiguous)
        needed = _MARGIN + cells(value, ambiguous) + 1 + len(str(count.number))
        if needed > room:
            break
        room -= needed
        pieces += (
            Piece(Clean(f" {sign}"), "sign"),
            Piece(value, look),
            Piece(Clean(f" {count.number}"), "muted"),
        )
    return tuple(pieces)
