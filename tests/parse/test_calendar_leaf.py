"""A day that stands in two lines, the one large, is read as one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.parse.calendar_leaf import day_on_a_leaf


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param("05", "2026-03", "2026-03-05", id="a day over its month"),
        pytest.param("5日", "2026年03月", "2026-03-05", id="with Chinese signs"),
        pytest.param("2026.03", "05", "2026-03-05", id="a day under its month"),
        pytest.param("2026", "03/05", "2026-03-05", id="a year over month and day"),
        pytest.param("03-05", "2026", "2026-03-05", id="a year under month and day"),
        pytest.param("2026-03-05", "12", None, id="a whole day and a count"),
        pytest.param("", "2026-03-05", None, id="a whole day"),
        pytest.param("12", "345 6", None, id="no year"),
        pytest.param("31", "2026-02", None, id="no such day"),
        pytest.param("阅读 5", "2026-03", None, id="a word"),
        pytest.param("", "", None, id="nothing"),
    ],
)
def test_a_leaf_holds_nothing_but_a_day(first: str, second: str, expected: str | None) -> None:
    moment = day_on_a_leaf(first, second)
    assert (moment.text if moment else None) == expected


@given(st.dates().filter(lambda day: day.year // 100 == 20), st.permutations(range(2)))
def test_whichever_line_is_the_upper_one(day: object, order: list[int]) -> None:
    year, month, of_month = str(day).split("-")
    lines = (f"{year}-{month}", of_month)
    moment = day_on_a_leaf(*(lines[at] for at in order))
    assert moment is not None
    assert moment.text == str(day)
