"""Dates as a query words them (2026-03, 2026年3月, 3月5日, 一季度, 上周五, 近3天, 7d) -> days, once today is known.

Keeps the words: 近3天 in a saved query means other days tomorrow. A vague date is all of its days. What no calendar
has (2月30日) and what is no date is refused by None, never guessed.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import NamedTuple

from zjreader.text.fold import fold
from zjreader.text.numerals import DIGIT, NUMERAL, number

UNDATED = frozenset({"none", "无日期"})
"""The words that ask for what has no date, folded."""

EARLIEST, LATEST = date.min.isoformat(), date.max.isoformat()

_Groups = Mapping[str, str | None]
_Span = tuple[date, date]

_SOME_DAY = date(2026, 3, 5)
"""Whether a text is a date hangs on no day, so any may be tried."""

_DAYS_BACK = {"今": 0, "昨": 1, "前": 2, "大前": 3}
_YEARS_BACK = {"今年": 0, "去年": 1, "前年": 2}
_WEEKDAYS = {name: order for order, name in enumerate("一二三四五六日")} | {"天": 6}
_LEAP_CYCLE = 8
"""Years within which 29 February comes again, also around 1900 and 2100."""


class Day(NamedTuple):
    """A day, or a run of days, in the words of a query, folded and without blanks."""

    words: str

    def span(self, today: date) -> _Span:
        """Its first and last day."""
        span = _span(self.words, today)
        assert span, self.words
        return span


class Days(NamedTuple):
    """Days from `low` to `high`, both in their widest reading; `strict` leaves the bound itself out (> and <)."""

    low: Day | None = None
    high: Day | None = None
    strict: bool = False

    def bounds(self, today: date) -> tuple[str, str]:
        """The first and the last day, as ISO 8601; what is open begins with the calendar and ends with it."""
        low, high = self.low and self.low.span(today), self.high and self.high.span(today)
        if self.strict:
            first = _shifted(low[1], 1).isoformat() if low else EARLIEST
            return first, _shifted(high[0], -1).isoformat() if high else LATEST
        return low[0].isoformat() if low else EARLIEST, high[1].isoformat() if high else LATEST

    def __str__(self) -> str:
        """The words that read as these days."""
        low, high = (self.low.words if self.low else ""), (self.high.words if self.high else "")
        if self.strict:
            return f">{low}" if low else f"<{high}"
        return low if low == high else f"{low}..{high}"


def read_day(text: str) -> Day | None:
    """The day that a text words; None where it words none."""
    words = "".join(fold(text).split())
    return Day(words) if _span(words, _SOME_DAY) else None


def _span(words: str, today: date) -> _Span | None:
    for form, read in _forms():
        if found := form.fullmatch(words):
            return read(found.groupdict(), today)
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _shifted(day: date, days: int) -> date:
    """A day so many days later, or the calendar's last or first."""
    return date.fromordinal(max(1, min(day.toordinal() + days, date.max.toordinal())))


def _months(year: int, first: int, last: int) -> _Span | None:
    """The days of some months of a year."""
    if not (date.min.year <= year <= date.max.year and 1 <= first <= last <= 12):  # noqa: PLR2004 -- months of a year
        return None
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _year(groups: _Groups, today: date) -> int | None:
    if said := groups.get("said"):
        return today.year - _YEARS_BACK[said]
    return number(shown) if (shown := groups.get("year")) else None


def _latest(read: Callable[[int], _Span | None], today: date) -> _Span | None:
    """The latest year's that has begun."""
    spans = (read(today.year - back) for back in range(_LEAP_CYCLE + 1))
    return next((span for span in spans if span and span[0] <= today), None)


def _read_calendar(groups: _Groups, today: date) -> _Span | None:
    """A year, a month, a day; without a year the latest not in the future."""
    year, month, day = _year(groups, today), groups.get("month"), groups.get("day")

    def of_year(year: int) -> _Span | None:
        if not month:
            return _months(year, 1, 12)
        if not day:
            return _months(year, number(month), number(month))
        found = _date(year, number(month), number(day))
        return (found, found) if found else None

    return of_year(year) if year is not None else _latest(of_year, today)


def _read_part(groups: _Groups, today: date) -> _Span | None:
    """A quarter or half of a year; without a year the latest that has begun."""
    year, half = _year(groups, today), groups.get("half")
    length = 6 if half else 3
    order = (1 if half == "上" else 2) if half else number(groups["quarter"] or "")

    def of_year(year: int) -> _Span | None:
        return _months(year, (order - 1) * length + 1, order * length)

    return of_year(year) if year is not None else _latest(of_year, today)


def _read_relative_day(groups: _Groups, today: date) -> _Span:
    day = _shifted(today, -_DAYS_BACK[groups["back"] or ""])
    return day, day


def _read_week(groups: _Groups, today: date) -> _Span:
    """A week from its Monday, or a day of it."""
    monday = _shifted(today, -today.weekday() - (7 if groups["week"] == "上" else 0))
    if weekday := groups["weekday"]:
        day = _shifted(monday, _WEEKDAYS[weekday])
        return day, day
    return monday, _shifted(monday, 6)


def _read_month(groups: _Groups, today: date) -> _Span | None:
    month = today if groups["which"] != "上" else _shifted(today.replace(day=1), -1)
    return _months(month.year, month.month, month.month)


def _read_last(groups: _Groups, today: date) -> _Span | None:
    """So many days, weeks, months or years that end today."""
    count, unit = number(groups["count"] or ""), groups["unit"] or ""
    if not count:
        return None
    if unit in "天日d":
        return _shifted(today, 1 - count), today
    if unit in "周w":
        return _shifted(today, 1 - count * 7), today
    months = today.year * 12 + today.month - 1 - count * (1 if unit in "月m" else 12)
    year, month = max(months // 12, date.min.year), months % 12 + 1
    return _shifted(date(year, month, min(today.day, monthrange(year, month)[1])), 1), today


_YEAR_SAID = f"(?:(?P<year>{DIGIT}{{4}})年|(?P<said>今年|去年|前年))"


@cache
def _forms() -> tuple[tuple[re.Pattern[str], Callable[[_Groups, date], _Span | None]], ...]:
    forms = (
        (r"(?P<year>[0-9]{4})(?:([-/.])(?P<month>[0-9]{1,2})(?:\2(?P<day>[0-9]{1,2}))?)?", _read_calendar),
        (f"{_YEAR_SAID}(?:(?P<month>{NUMERAL})月(?:份|(?P<day>{NUMERAL})[日号])?)?", _read_calendar),
        (f"(?P<month>{NUMERAL})月(?:份|(?P<day>{NUMERAL})[日号])?", _read_calendar),
        (f"{_YEAR_SAID}?第?(?P<quarter>[一二三四1-4])季度", _read_part),
        (r"(?P<year>[0-9]{4})?[-年]?q(?P<quarter>[1-4])", _read_part),
        (f"{_YEAR_SAID}?(?P<half>[上下])半年", _read_part),
        ("(?P<back>大前|今|昨|前)[天日]", _read_relative_day),
        ("(?P<week>[上本这])个?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])?", _read_week),
        ("(?P<which>[上本这])个?月", _read_month),
        (f"(?:最近|近|过去)(?P<count>[0-9]{{1,4}}|{NUMERAL})个?(?P<unit>[天日周月年])", _read_last),
        ("(?P<count>[0-9]{1,4})(?P<unit>[dwmy])", _read_last),
    )
    return tuple((re.compile(form), read) for form, read in forms)
