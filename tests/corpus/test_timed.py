"""Articles by time say what sorting them says, also after some of them got another time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.corpus.positions import Positions
from zjreader.corpus.timed import NOTHING_TIMED, Timed

TIMES = st.dictionaries(st.integers(0, 30), st.integers(0, 9), max_size=20)
TOUCHED = st.dictionaries(st.integers(0, 40), st.none() | st.integers(0, 9), max_size=8)
ENDS = st.tuples(st.integers(0, 22), st.integers(0, 22)).map(sorted)


def newest_first(times: dict[int, int], hits: set[int]) -> list[int]:
    return sorted(hits, key=lambda position: (-times[position], position))


def some_of(data: st.DataObject, times: dict[int, int]) -> set[int]:
    return data.draw(st.sets(st.sampled_from(sorted(times)))) if times else set()


@given(TIMES, st.data(), st.booleans(), ENDS)
def test_a_window_is_a_slice_of_the_sorted_hits(
    times: dict[int, int], data: st.DataObject, reverse: bool, ends: list[int]
) -> None:
    timed, hits = Timed.of(times), some_of(data, times)
    expected = newest_first(times, hits)[:: -1 if reverse else 1]
    assert list(timed.walked(Positions(hits), reverse=reverse)) == expected
    assert timed.window(Positions(hits), *ends, reverse=reverse) == expected[slice(*ends)]


@given(TIMES, st.data())
def test_a_rank_is_the_place_in_the_sorted_hits(times: dict[int, int], data: st.DataObject) -> None:
    timed, hits = Timed.of(times), some_of(data, times)
    assert [timed.rank(Positions(hits), each) for each in newest_first(times, hits)] == list(range(len(hits)))


@given(TIMES)
def test_every_article_has_its_time(times: dict[int, int]) -> None:
    timed = Timed.of(times)
    assert [timed.at(position) for position in range(40)] == [times.get(position) for position in range(40)]


@given(TIMES, TOUCHED)
def test_what_is_brought_up_is_what_is_made_anew(times: dict[int, int], touched: dict[int, int | None]) -> None:
    before = Timed.of(times)
    after = {position: time for position, time in {**times, **touched}.items() if time is not None}
    assert before.brought_up(touched) == Timed.of(after)
    assert before == Timed.of(times)


@given(TIMES, TOUCHED)
def test_what_was_packed_is_the_same_and_can_be_brought_up(
    times: dict[int, int], touched: dict[int, int | None]
) -> None:
    packed = Timed.from_bytes(*Timed.of(times).to_bytes())
    assert packed == Timed.of(times)
    assert packed.brought_up(touched) == Timed.of(times).brought_up(touched)


@pytest.mark.parametrize("touched", [pytest.param(3, id="a few"), pytest.param(900, id="very many")])
def test_so_is_what_gets_few_times_or_many(touched: int) -> None:
    times = {position: position % 7 for position in range(1000)}
    later = {position: None if position % 2 else 100 + position for position in range(0, 2 * touched, 2)}
    later |= {999: None, 1200: 5}
    after = {position: time for position, time in {**times, **later}.items() if time is not None}
    assert Timed.of(times).brought_up(later) == Timed.of(after)


def test_where_nothing_was_done_nothing_stands() -> None:
    assert (NOTHING_TIMED.window(Positions(), 0, 9), NOTHING_TIMED.at(3)) == ([], None)
