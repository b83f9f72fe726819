"""How many of some results bear each value of a field: what the filter pane and `count` say.

Several fields make a table: for each value of the first the values of the second among its articles, and so on. Values
come commonest first, periods as the calendar has them, and last, as an empty value, what bears none.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from zjreader.corpus.collection import Collection
from zjreader.corpus.columns import FIELDS
from zjreader.corpus.positions import NONE, Positions
from zjreader.query.circumstances import States
from zjreader.query.periods import UNITS, Unit, through, week_of

COUNTED = (
    "section", "publisher", "author", "place", "state", "label", "kind", "day", "week", "month", "year",
)  # fmt: skip
"""What articles can be counted by (CONTRACT §1)."""


class Axis(NamedTuple):
    """A field's values with their articles; `unit` where they are periods."""

    values: Mapping[str, Positions]
    unit: Unit | None = None


class Count(NamedTuple):
    """So many articles bear these values, one of each field that was asked for."""

    values: tuple[str, ...]
    articles: int


def axis(name: str, corpus: Collection, states: States) -> Axis:
    """What `COUNTED` calls so."""
    match name:
        case "state":
            sets = {"unread": corpus.everything - states.read, "read": states.read, "starred": states.starred}
            return Axis(sets)
        case "label":
            return Axis(dict(states.labels))
        case "week":
            return Axis(_weeks(corpus), "week")
        case _:
            field = next(each for each in FIELDS if each == name)
            return Axis(corpus.column(field).values, next((unit for unit in UNITS if unit == name), None))


def tabulated(hits: Positions, axes: Sequence[Axis], *, zero: bool = False) -> Iterator[Count]:
    """The table of these articles; with `zero`, periods without any stand in it too, from the first to the last."""
    shown = [_filled(each, hits) if zero else each for each in axes]
    return _rows((), hits, shown, zero=zero)


def _rows(values: tuple[str, ...], hits: Positions, axes: Sequence[Axis], *, zero: bool) -> Iterator[Count]:
    if not axes:
        yield Count(values, len(hits))
        return
    here, *rest = axes
    found = {value: hits & held for value, held in here.values.items()}
    for value in _in_order(found, here.unit):
        if found[value] or (zero and here.unit):
            yield from _rows((*values, value), found[value], rest, zero=zero)
    without = hits - Positions.union(here.values.values())
    if without:
        yield from _rows((*values, ""), without, rest, zero=zero)


def _in_order(found: Mapping[str, Positions], unit: Unit | None) -> list[str]:
    return sorted(found) if unit else sorted(found, key=lambda value: (-len(found[value]), value))


def _filled(axis: Axis, hits: Positions) -> Axis:
    """The axis with every period between the first and the last of these articles."""
    met = sorted(value for value, held in axis.values.items() if held.shares(hits))
    if not axis.unit or not met:
        return axis
    return axis._replace(values={name: axis.values.get(name, NONE) for name in through(axis.unit, met[0], met[-1])})


def _weeks(corpus: Collection) -> dict[str, Positions]:
    days: dict[str, list[Positions]] = {}
    for day, held in corpus.column("day").values.items():
        days.setdefault(week_of(day), []).append(held)
    return {week: Positions.union(sets) for week, sets in days.items()}
