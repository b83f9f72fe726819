"""Texts that are waited for: asked for ever more rarely while that may help, and never longer than that."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents import NOW
from zjreader.library.awaited_rows import FIRST_WAIT, MOST_TRIES, Awaited
from zjreader.library.database import Database
from zjreader.library.source_rows import KeptSource, put
from zjreader.text.clean import Clean

SOURCE, OTHER = Clean("https://news.example.com/feed"), Clean("https://city.example.com/feed")
FIRST, SECOND = Clean("a" * 16), Clean("b" * 16)
HOUR = timedelta(hours=1)


def opened(path: Path) -> Database:
    database = Database.writing(path)
    put(database, (KeptSource(each, Clean("[]"), Clean("a1"), Clean(NOW.isoformat())) for each in (SOURCE, OTHER)))
    return database


@pytest.fixture
def awaited(tmp_path: Path) -> Iterator[Awaited]:
    database = opened(tmp_path / "library.db")
    yield Awaited(database)
    database.close()


def test_what_is_waited_for_is_due_at_once_as_it_came_and_once(awaited: Awaited) -> None:
    for _again in range(2):
        awaited.put(SOURCE, [SECOND, FIRST])
    awaited.put(OTHER, [Clean("c" * 16)])
    assert awaited.due([SOURCE], NOW) == [SECOND, FIRST]


def test_what_is_settled_is_waited_for_no_more(awaited: Awaited) -> None:
    awaited.put(SOURCE, [FIRST, SECOND])
    awaited.settle([FIRST])
    assert awaited.due([SOURCE, OTHER], NOW) == [SECOND]


def waits(awaited: Awaited) -> list[int]:
    """The hours from each failure to the next try, until there is none."""
    now, found = NOW, list[int]()
    while True:
        awaited.put_off([(FIRST, None)], now)
        hours = next((n for n in range(1000) if awaited.due([SOURCE], now + n * HOUR)), None)
        if hours is None:
            return found
        found.append(hours)
        now += hours * HOUR


def test_each_wait_is_four_times_the_last_until_it_is_given_up(awaited: Awaited) -> None:
    awaited.put(SOURCE, [FIRST])
    assert waits(awaited) == [1, 4, 16, 64]


def test_whoever_asks_before_its_time_uses_up_no_try(awaited: Awaited) -> None:
    awaited.put(SOURCE, [FIRST])
    for _impatient in range(9):
        awaited.put_off([(FIRST, None)], NOW)
    assert awaited.due([SOURCE], NOW + HOUR) == [FIRST]


def test_what_nobody_waits_for_is_not_waited_for_when_it_fails(awaited: Awaited) -> None:
    awaited.put_off([(FIRST, None)], NOW)
    assert awaited.due([SOURCE], NOW + timedelta(days=99)) == []


@pytest.mark.parametrize(
    ("until", "due"),
    [
        pytest.param(NOW + 5 * HOUR, NOW + 5 * HOUR, id="later than the usual wait"),
        pytest.param(NOW + timedelta(minutes=5), NOW + HOUR, id="sooner"),
    ],
)
def test_a_server_s_own_wish_to_be_left_alone_is_heeded(awaited: Awaited, until: datetime, due: datetime) -> None:
    awaited.put(SOURCE, [FIRST])
    awaited.put_off([(FIRST, until)], NOW)
    assert (awaited.due([SOURCE], due - timedelta(seconds=1)), awaited.due([SOURCE], due)) == ([], [FIRST])


@given(steps=st.lists(st.integers(0, 100 * FIRST_WAIT), min_size=1, max_size=40))
def test_however_often_one_comes_no_link_is_asked_more_often_than_that(
    tmp_path_factory: pytest.TempPathFactory, steps: list[int]
) -> None:
    database = opened(tmp_path_factory.mktemp("home") / "library.db")
    awaited, now, asked = Awaited(database), NOW, list[datetime]()
    awaited.put(SOURCE, [FIRST])
    for step in steps:
        if awaited.due([SOURCE], now):
            asked.append(now)
            awaited.put_off([(FIRST, None)], now)
        now += timedelta(seconds=step)
    database.close()
    assert len(asked) <= MOST_TRIES
    assert all(later - earlier >= HOUR for earlier, later in pairwise(asked))
