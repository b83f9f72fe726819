"""When articles appeared: the finest unit that has room, no gap, nothing counted twice."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.query.newsdesk import HERE, moment, record
from zjreader.corpus.positions import Positions
from zjreader.corpus.store import Corpus
from zjreader.query.circumstances import States
from zjreader.query.language import Query
from zjreader.query.match import match
from zjreader.query.timeline import VAGUE, Period, Timeline, timeline


def news(*days: str) -> Corpus:
    return Corpus([record(at, "桥", published=moment(day) if day else None) for at, day in enumerate(days)])


def bars(corpus: Corpus, room: int) -> tuple[str, list[tuple[str, int]]]:
    unit, periods = timeline(corpus, corpus.everything, room)
    return unit, [(period.asked, period.articles) for period in periods]


@pytest.mark.parametrize(
    ("days", "room", "unit", "told"),
    [
        pytest.param(["2026-03-05"], 4, "day", [("2026-03-05", 1)], id="one day"),
        pytest.param(
            ["2026-02-28", "2026-03-02", "2026-03-02"], 4, "day",
            [("2026-02-28", 1), ("2026-03-01", 0), ("2026-03-02", 2)], id="days, empty ones too",
        ),
        pytest.param(
            ["2026-02-28", "2026-03-09"], 4, "week",
            [("2026-02-23..2026-03-01", 1), ("2026-03-02..2026-03-08", 0), ("2026-03-09..2026-03-15", 1)], id="weeks",
        ),
        pytest.param(["2026-03", "2026-03-09", "2026-01"], 4, "month",
                     [("2026-01", 1), ("2026-02", 0), ("2026-03", 2)], id="months, vague ones too"),
        pytest.param(["2024", "2026-03"], 4, "year", [("2024", 1), ("2025", 0), ("2026", 1)], id="years"),
        pytest.param(["1946", "1951", "1955"], 4, "year",
                     [("1946..1948", 1), ("1949..1951", 1), ("1952..1954", 0), ("1955", 1)], id="several years"),
        pytest.param([""], 4, "year", [], id="without a date"),
        pytest.param(["0001-01-01", "9999-12-31"], 2, "year", [("0001..5000", 1), ("5001..9999", 1)], id="all of time"),
    ],
)  # fmt: skip
def test_the_finest_unit_that_has_room(days: list[str], room: int, unit: str, told: list[tuple[str, int]]) -> None:
    assert bars(news(*days), room) == (unit, told)


def test_only_what_was_found_has_its_time() -> None:
    corpus = news("2026-03-05", "2026-03-06", "2025-01-01")
    assert timeline(corpus, Positions([1]), 4) == Timeline("day", (Period("2026-03-06", "2026-03-06", 1),))


DAYS = st.one_of(
    st.integers(0, 60).map(lambda days: (date(2025, 12, 1) + timedelta(days=days)).isoformat()),
    st.dates(date(1990, 1, 1)).map(date.isoformat),
    st.sampled_from(["", "2025", "2026-02"]),
)


@given(st.lists(DAYS, max_size=12), st.integers(1, 90))
def test_every_article_with_a_whole_date_is_in_one_period_and_found_by_what_it_asks(days: list[str], room: int) -> None:
    corpus = news(*days)
    unit, periods = timeline(corpus, corpus.everything, room)
    assert len(periods) <= room
    length = {"day": 10, "week": 10, "month": 7, "year": 4}[unit]
    told = sum(period.articles for period in periods)
    assert told == sum(len(day) >= length for day in days)
    assert VAGUE * told >= (VAGUE - 1) * sum(map(bool, days))
    for period in periods:
        asked = match(Query.parse(f"date:{period.asked}"), corpus, States(), HERE).hits
        within = [
            at for at, day in enumerate(days) if len(day) >= length and period.first <= day[:length] <= period.last
        ]
        assert len(within) == period.articles
        assert set(within) <= set(asked)


def test_nothing_found_has_no_time() -> None:
    assert timeline(Corpus.empty(), Corpus.empty().everything, 4) == Timeline("year")
