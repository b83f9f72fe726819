"""Counts are those of the hits, value by value; tables of several fields add up; periods come as time does."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.corpus.positions import NONE, Positions
from zjreader.query.counts import Axis, Count, tabulated
from zjreader.query.periods import UNITS, Unit, through, week_of

DAYS = {"2026-03-01": Positions([0, 1]), "2026-03-04": Positions([2]), "2026-02-28": Positions([3])}
SECTIONS = {"要闻": Positions([0]), "财经": Positions([1, 2])}
EVERYTHING = Positions(range(5))


def test_without_fields_it_is_one_number() -> None:
    assert list(tabulated(EVERYTHING, ())) == [Count((), 5)]


def test_the_commonest_value_comes_first_and_what_bears_none_last() -> None:
    assert list(tabulated(EVERYTHING, [Axis(SECTIONS)])) == [Count(("财经",), 2), Count(("要闻",), 1), Count(("",), 2)]


def test_days_come_as_time_does() -> None:
    table = list(tabulated(EVERYTHING, [Axis(DAYS, "day")]))
    assert [row.values[0] for row in table] == ["2026-02-28", "2026-03-01", "2026-03-04", ""]


def test_empty_days_between_stand_in_it_where_they_are_asked_for() -> None:
    hits = Positions([0, 2])
    table = list(tabulated(hits, [Axis(DAYS, "day")], zero=True))
    assert table == [
        Count(("2026-03-01",), 1),
        Count(("2026-03-02",), 0),
        Count(("2026-03-03",), 0),
        Count(("2026-03-04",), 1),
    ]


def test_under_each_value_stand_all_the_periods_of_the_whole() -> None:
    table = list(tabulated(Positions([0, 1, 2]), [Axis(SECTIONS), Axis(DAYS, "day")], zero=True))
    assert [row.values[1] for row in table] == ["2026-03-01", "2026-03-02", "2026-03-03", "2026-03-04"] * 2


def test_nothing_found_makes_no_rows() -> None:
    assert list(tabulated(NONE, [Axis(SECTIONS), Axis(DAYS, "day")], zero=True)) == []


@given(hits=st.frozensets(st.integers(0, 4)), names=st.permutations(("day", "section")))
def test_a_table_of_fields_whose_values_exclude_each_other_adds_up(hits: frozenset[int], names: list[str]) -> None:
    axes = {"day": Axis(DAYS, "day"), "section": Axis(SECTIONS)}
    table = tabulated(Positions(hits), [axes[name] for name in names])
    assert sum(row.articles for row in table) == len(hits)


@pytest.mark.parametrize(
    ("unit", "first", "last", "names"),
    [
        pytest.param("day", "2024-02-28", "2024-03-01", ["2024-02-28", "2024-02-29", "2024-03-01"], id="leap day"),
        pytest.param("week", "2020-W52", "2021-W01", ["2020-W52", "2020-W53", "2021-W01"], id="a year of 53 weeks"),
        pytest.param("month", "2025-11", "2026-02", ["2025-11", "2025-12", "2026-01", "2026-02"], id="turn of a year"),
        pytest.param("year", "1999", "2001", ["1999", "2000", "2001"], id="years"),
        pytest.param("day", "2026-03-02", "2026-03-01", [], id="backwards"),
        pytest.param("day", "9999-12-31", "9999-12-31", ["9999-12-31"], id="the last day"),
        pytest.param("week", "9999-W52", "9999-W52", ["9999-W52"], id="the last week"),
        pytest.param("month", "9999-12", "9999-12", ["9999-12"], id="the last month"),
        pytest.param("year", "9999", "9999", ["9999"], id="the last year"),
    ],
)
def test_periods_follow_one_another(unit: Unit, first: str, last: str, names: list[str]) -> None:
    assert list(through(unit, first, last)) == names


@pytest.mark.parametrize(
    ("day", "week"), [("2026-01-01", "2026-W01"), ("2027-01-01", "2026-W53"), ("2024-12-30", "2025-W01")]
)
def test_a_week_belongs_to_the_year_of_its_thursday(day: str, week: str) -> None:
    assert week_of(day) == week


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 800), st.sampled_from(UNITS))
def test_each_day_lies_in_one_of_the_periods(first: date, length: int, unit: Unit) -> None:
    days = [date.fromordinal(first.toordinal() + more).isoformat() for more in range(length + 1)]
    cut = {"day": 10, "month": 7, "year": 4}
    names = [week_of(day) if unit == "week" else day[: cut[unit]] for day in days]
    assert list(through(unit, names[0], names[-1])) == list(dict.fromkeys(names))
