"""A set of articles behaves as Python's own frozen sets do, in ascending order."""

from hypothesis import given
from hypothesis import strategies as st

from zjreader.corpus.positions import NONE, Positions

SETS = st.frozensets(st.one_of(st.integers(0, 50), st.integers(0, 2**32 - 1)))


@given(SETS, SETS)
def test_the_algebra_is_that_of_sets(left: frozenset[int], right: frozenset[int]) -> None:
    one, other = Positions(left), Positions(right)
    assert list(one & other) == sorted(left & right)
    assert list(one | other) == sorted(left | right)
    assert list(one - other) == sorted(left - right)
    assert one.shares(other) == len(left & right)
    assert (one == other) == (left == right)


@given(SETS, st.integers(0, 50))
def test_membership_length_and_hash_follow_what_is_held(held: frozenset[int], asked: int) -> None:
    positions = Positions(held)
    assert len(positions) == len(held)
    assert (asked in positions) == (asked in held)
    assert hash(positions) == hash(Positions(sorted(held)))


def test_a_set_is_equal_to_no_other_kind_of_thing() -> None:
    assert Positions([1]) != {1}


def test_what_is_shown_of_a_large_set_is_short() -> None:
    assert repr(NONE) == "Positions(0: )"
    assert repr(Positions([3, 1])) == "Positions(2: 1, 3)"
    assert repr(Positions(range(1000))) == "Positions(1000: 0, 1, 2, 3, 4, 5, 6, 7, …)"
