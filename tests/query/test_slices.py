"""Work in slices: nothing left out, and no slice much longer than it shall be."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.query.slices import FIRST, SLICE, in_slices


def at_pace(seconds: float) -> tuple[Callable[[tuple[int, ...]], int], Callable[[], float]]:
    """Work that takes so long for each article, telling how many it got, and the clock that it moves."""
    spent = [0.0]

    def work(some: tuple[int, ...]) -> int:
        spent[0] += seconds * len(some)
        return len(some)

    return work, lambda: spent[0]


@given(st.lists(st.integers(0, 99), max_size=400), st.sampled_from([0.0, SLICE / 40, SLICE * 2]))
def test_every_article_is_in_one_slice_in_its_turn(articles: list[int], pace: float) -> None:
    _work, clock = at_pace(pace)
    assert [each for some in in_slices(articles, tuple, clock) for each in some] == articles


@pytest.mark.parametrize(
    ("pace", "sizes"),
    [
        pytest.param(
            SLICE / 64.5, [FIRST, 2 * FIRST, 4 * FIRST, 4 * FIRST], id="quick work: larger ones, step by step"
        ),
        pytest.param(SLICE / 4.5, [FIRST, 4, 4, 4], id="slow work: smaller ones"),
        pytest.param(SLICE * 9, [FIRST, 1, 1, 1], id="work that is slower than a slice: one at a time"),
    ],
)
def test_a_slice_is_as_large_as_its_time_allows(pace: float, sizes: list[int]) -> None:
    work, clock = at_pace(pace)
    slices = in_slices(range(10_000), work, clock)
    assert [next(slices) for _size in sizes] == sizes


def test_nothing_is_worked_on_before_it_is_asked_for() -> None:
    seen: list[tuple[int, ...]] = []
    slices = in_slices(range(100), seen.append)
    assert not seen
    next(slices)
    assert seen == [tuple(range(FIRST))]
