"""Which articles have a time within some days: by the calendar day that the text shows, or by the reader's own clock.

An article whose date is vague, a month or a year, is within days when it shares one with them.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time

from zjreader.corpus.collection import Collection
from zjreader.corpus.columns import Field
from zjreader.corpus.positions import NONE, Positions
from zjreader.query.days import Days

_VAGUE: tuple[tuple[Field, int], ...] = (("day", 10), ("month", 7), ("year", 4))
"""Columns of time from the exact to the vague, and how much of an ISO day names their values."""


def published(days: Days | None, corpus: Collection, now: datetime) -> Positions:
    """The articles of these days; without days, those that show no date."""
    if days is None:
        return corpus.everything - Positions.union(corpus.column("year").values.values())
    first, last = days.bounds(now.date())
    hits = exact = NONE
    for column, length in _VAGUE:
        values = corpus.column(column).values
        within = Positions.union(held for value, held in values.items() if first[:length] <= value <= last[:length])
        hits = hits | (within - exact)
        exact = exact | Positions.union(values.values())
    return hits


def on_the_clock(
    days: Days | None, among: Positions, at: Callable[[int], datetime | None], now: datetime
) -> Iterator[int]:
    """Those of some articles whose time, in the zone of `now`, lies within the days; without days, those without."""
    first, last = days.bounds(now.date()) if days else ("", "")
    for position in among:
        moment = at(position)
        day = moment.astimezone(now.tzinfo).date().isoformat() if moment else ""
        if first <= day <= last:
            yield position


def in_milliseconds(days: Days, now: datetime) -> tuple[int, int]:
    """The first and the last moment of the days in the zone of `now`, as a journal tells time."""
    first, last = map(date.fromisoformat, days.bounds(now.date()))
    begins = datetime.combine(first, time.min, now.tzinfo)
    ends = datetime.combine(last, time.max.replace(fold=1), now.tzinfo)
    return int(begins.timestamp() * 1000), int(ends.timestamp() * 1000)
