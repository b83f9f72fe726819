"""Periods of the calendar by the names under which they are counted, which sort as time does.

A day is 2026-03-05, a week 2026-W10 (ISO 8601: it begins on Monday and belongs to the year of its Thursday), a month
2026-03, a year 2026.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal, get_args

Unit = Literal["day", "week", "month", "year"]
UNITS: tuple[Unit, ...] = get_args(Unit)


def week_of(day: str) -> str:
    """The week that a day lies in."""
    year, week, _weekday = date.fromisoformat(day).isocalendar()
    return f"{year:04}-W{week:02}"


def through(unit: Unit, first: str, last: str) -> Iterator[str]:
    """Every period from one to another, both among them."""
    name = first
    while name <= last:
        yield name
        following = _following(unit, name)
        if following is None:
            return
        name = following


def _following(unit: Unit, name: str) -> str | None:
    """The next period; None after the last that has a name."""
    try:
        match unit:
            case "day":
                return (date.fromisoformat(name) + timedelta(days=1)).isoformat()
            case "week":
                monday = date.fromisocalendar(int(name[:4]), int(name[6:]), 1)
                return week_of((monday + timedelta(weeks=1)).isoformat())
            case "month":
                year, month = divmod(int(name[:4]) * 12 + int(name[5:]), 12)
                return f"{year:04}-{month + 1:02}" if year <= date.max.year else None
            case _:
                return f"{int(name) + 1:04}" if int(name) < date.max.year else None
    except OverflowError:
        return None
