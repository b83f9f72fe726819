"""The date of an article on a list page: what stands beside its headline, and the day that its address names.

Lists leave out the year, or all but the hour; addresses leave out the hour, and tell the rest. Where the two are days
apart, what was inferred (3小时前 of a page saved long ago) gives way to the address.
"""

import re
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Final, NamedTuple

from zjreader.article import Moment
from zjreader.text.clean import Clean
from zjreader.text.dates import find_date, read_iso, recent_day

_MOST_DAYS_APART: Final = timedelta(days=2)
_CENTURY: Final = 2000
"""What a year of two digits lacks."""

_MINGUO: Final = re.compile(r"(1[0-9]{2})[-/.年]([01]?[0-9])[-/.月]([0-3]?[0-9])日?")
"""Year, month and day as lists in Taiwan have them, counted from 1912."""

_BEFORE_MINGUO: Final = 1911
_DAY: Final = re.compile(r"([01]?[0-9])[-/.]([0-3]?[0-9])")
_DAY_FIRST: Final = re.compile(r"([0-3]?[0-9])日? ?(20[0-9]{2})[-/.年]([01]?[0-9])月?")
"""A day that stands above its month: 05 2026-03."""

_CLOCK: Final = re.compile(r"(?<![0-9:])([0-2]?[0-9]):([0-5][0-9])(?![0-9:])")
_IN_ADDRESS: Final = (
    re.compile(r"(?<![0-9])(20[0-9]{2})[-/_.]?(0[1-9]|1[0-2])[-/_.]?([0-3][0-9])(?![0-9])"),
    re.compile(r"(?<=/)([0-9]{2})/(0[1-9]|1[0-2])([0-3][0-9])(?=/)"),
    re.compile(r"(?<=/)(20[0-9]{2})/([1-9]|1[0-2])/([1-9]|[12][0-9]|3[01])(?=/)"),
)


class Clock(NamedTuple):
    """What dates are measured against (None: nothing), and the zone of times without offset."""

    base: datetime | None
    zone: tzinfo


def address_day(url: str) -> date | None:
    """The day that an address names: /2026/0305/, /2026-03/05/, /26/0305/, t20260305_1.html."""
    for form in _IN_ADDRESS:
        for found in form.finditer(url):
            year, month, day = map(int, found.groups())
            try:
                return date(year + _CENTURY * (year < _CENTURY), month, day)
            except ValueError:
                continue
    return None


def moment_of(line: str, day: date | None, clock: Clock) -> Moment | None:
    """The date in a line; the day of the address stands in for what a list leaves out of it."""
    if "-" in line and (exact := read_iso(line, clock.zone)):
        return exact
    stands = datetime.combine(day, time(), clock.zone) if day else None
    if stands and (found := _dated(line, clock._replace(base=stands))) and found.day == stands.date().isoformat():
        return found._replace(inferred=False)
    if stands and (shown := _CLOCK.fullmatch(line)):
        return read_iso(f"{stands.date()} {shown[1]:0>2}:{shown[2]}", clock.zone)
    return _dated(line, clock)


def settled(published: Moment | None, day: date | None) -> Moment | None:
    """The date that was read beside a headline, or the day of its address where that tells better."""
    if day is None or (published and published.day and _may_be(published, day)):
        return published
    return Moment(Clean(day.isoformat()), "day", Clean(day.isoformat()))


def _dated(line: str, clock: Clock) -> Moment | None:
    """The date in a line, or that of the figures that it consists of."""
    if minguo := _MINGUO.fullmatch(line):
        year, month, day = map(int, minguo.groups())
        return read_iso(f"{year + _BEFORE_MINGUO}-{month:02}-{day:02}", clock.zone)
    if above := _DAY_FIRST.fullmatch(line):
        day, year, month = map(int, above.groups())
        return read_iso(f"{year}-{month:02}-{day:02}", clock.zone)
    short = _DAY.fullmatch(line)
    if not short:
        return find_date(line, clock.base, clock.zone)
    month, day = map(int, short.groups())
    return recent_day(month, day, clock.base, clock.zone) if clock.base and month in range(1, 13) else None


def _may_be(published: Moment, day: date) -> bool:
    shown = date.fromisoformat(published.day or published.text)
    return not published.inferred or abs(shown - day) <= _MOST_DAYS_APART
