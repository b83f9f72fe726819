"""When some articles appeared: as many periods of the calendar as there is room for, each with its number of articles.

The unit is the finest of day, week, month and year with which all of the time has room and at most one in `VAGUE`
articles is dated too vaguely for it, which is then in no period. Where years have no room, several make one period.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from itertools import islice
from typing import NamedTuple

from zjreader.corpus.collection import Collection
from zjreader.corpus.columns import Field
from zjreader.corpus.positions import Positions
from zjreader.query.periods import Unit, through, week_of

VAGUE = 10
"""One in so many articles may be left out for a finer unit."""

COLUMNS: tuple[Field, ...] = ("year", "month", "day")
"""What a timeline is made of."""

_FEWEST: dict[Unit, int] = {"day": 28, "week": 4, "month": 1}
"""Periods of a unit that a month holds at least."""


class Period(NamedTuple):
    """A time from its first day, month or year to its last, as the query language writes them, and its articles."""

    first: str
    last: str
    articles: int

    @property
    def asked(self) -> str:
        """What `date:` asks for to find them."""
        return self.first if self.first == self.last else f"{self.first}..{self.last}"


class Timeline(NamedTuple):
    """Periods in their order, without a gap; none where no article shows a date."""

    unit: Unit = "month"
    periods: tuple[Period, ...] = ()


def timeline(corpus: Collection, hits: Positions, room: int) -> Timeline:
    """The time of some articles in at most `room` periods, which are one or more."""
    years, months = (corpus.column(unit).counts(hits) for unit in ("year", "month"))
    dated = sum(years.values())
    most = len(_span("month", months, room)) - 2  # the first and the last may be in it with one day alone
    for unit, fewest in _FEWEST.items():
        if months and most * fewest <= room:
            counted = months if unit == "month" else _by_day(unit, corpus, hits, months)
            names = _span(unit, counted, room)
            if len(names) <= room and VAGUE * sum(counted.values()) >= (VAGUE - 1) * dated:
                return Timeline(unit, tuple(_period(unit, [name], counted) for name in names))
    names = _span("year", years)
    size = -(-len(names) // room)
    parts = (names[at : at + size] for at in range(0, len(names), size or 1))
    return Timeline("year", tuple(_period("year", part, years) for part in parts))


def _by_day(unit: Unit, corpus: Collection, hits: Positions, months: Mapping[str, int]) -> Mapping[str, int]:
    first, last = min(months), max(months)
    found = Counter[str]()
    for day, held in corpus.column("day").values.items():
        if first <= day[:7] <= last and (number := held.shares(hits)):
            found[day if unit == "day" else week_of(day)] += number
    return found


def _span(unit: Unit, counted: Mapping[str, int], room: int | None = None) -> list[str]:
    """Every period from the first to the last that is counted; no more than one above the room."""
    return list(islice(through(unit, min(counted), max(counted)), room and room + 1)) if counted else []


def _period(unit: Unit, names: list[str], counted: Mapping[str, int]) -> Period:
    first, last = names[0], names[-1]
    if unit == "week":
        first, last = _days_of(first)
    return Period(first, last, sum(counted.get(name, 0) for name in names))


def _days_of(week: str) -> tuple[str, str]:
    monday = date.fromisocalendar(int(week[:4]), int(week[6:]), 1)
    return monday.isoformat(), (monday + timedelta(days=6)).isoformat()
