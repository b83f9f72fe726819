"""Requests at once: all are answered, in turns by host, and what goes wrong is raised where answers are taken."""

import asyncio
from collections.abc import Iterator
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.sources.together import MOST_AHEAD, arriving, in_turns


async def doubled(number: int) -> int:
    await asyncio.sleep(0)
    return 2 * number


@given(st.lists(st.integers(), max_size=3 * MOST_AHEAD))
def test_each_request_is_answered_once(numbers: list[int]) -> None:
    assert sorted(arriving(doubled, numbers)) == sorted(2 * number for number in numbers)


def test_a_slow_reader_is_not_run_ahead_of() -> None:
    asked = []

    def numbers() -> Iterator[int]:
        for number in range(1000):
            asked.append(number)
            yield number

    answers = arriving(doubled, numbers())
    assert len(list(islice(answers, 10))) == 10
    assert len(asked) <= MOST_AHEAD + 10


def test_what_is_wrong_with_asking_is_raised() -> None:
    async def broken(number: int) -> int:
        raise ZeroDivisionError(number)

    with pytest.raises(ZeroDivisionError):
        list(arriving(broken, range(3)))


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers()), max_size=30))
def test_hosts_take_turns_and_each_keeps_its_order(requests: list[tuple[str, int]]) -> None:
    turns = list(in_turns(requests, lambda request: request[0]))
    for host in "abc":
        assert [each for each in turns if each[0] == host] == [each for each in requests if each[0] == host]
    hosts = [host for host, _number in turns]
    assert set(hosts[: len(set(hosts))]) == set(hosts)
