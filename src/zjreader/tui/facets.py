"""How many of the results bear what: facets as lines, below one another in a column or beside one another in a row."""

from typing import NamedTuple

from zjreader.text.clean import Clean
from zjreader.text.width import cells, cut, fit
from zjreader.tui.painted import Piece, Pieces

_LEAST_VALUES = 1
_MARGIN = 2


class Count(NamedTuple):
    """A value and how many bear it; the one that is chosen has a sign, not only a colour."""

    value: Clean
    number: int
    chosen: bool = False


class Facet(NamedTuple):
    """A field, as it is shown, and its values in the order in which they are shown."""

    name: Clean
    counts: tuple[Count, ...]


def facet_lines(facets: tuple[Facet, ...], width: int, height: int) -> tuple[Pieces, ...]:
    """As many lines of `width` cells as fit into `height`: a column where the room is high, else one line a facet."""
    known = [facet for facet in facets if facet.counts]
    if width > 2 * height:
        return tuple(_row(facet, width) for facet in known)[:height]
    most = max(_LEAST_VALUES, height // max(1, len(known)) - _MARGIN)
    lines: list[Pieces] = []
    for facet in known:
        lines += [(Piece(facet.name, "heading"),), *(_value(count, width) for count in facet.counts[:most]), ()]
    return tuple(lines)[:height]


def _value(count: Count, width: int) -> Pieces:
    number = Clean(f" {count.number}")
    sign, look = (">", "strong") if count.chosen else (" ", "plain")
    value = fit(Clean(count.value[:width]), max(0, width - _MARGIN - cells(number)))
    return (Piece(Clean(f"{sign} "), "sign"), Piece(value, look), Piece(number, "muted"))


def _row(facet: Facet, width: int) -> Pieces:
    pieces = [Piece(facet.name, "heading")]
    room = width - cells(facet.name)
    for count in facet.counts:
        sign, look = (">", "strong") if count.chosen else (" ", "plain")
        value = cut(count.value, width)
        needed = _MARGIN + cells(value) + 1 + len(str(count.number))
        if needed > room:
            break
        room -= needed
        pieces += (
            Piece(Clean(f" {sign}"), "sign"),
            Piece(value, look),
            Piece(Clean(f" {count.number}"), "muted"),
        )
    return tuple(pieces)
