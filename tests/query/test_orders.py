"""By reading, what is read stands newest first and the rest by date; every other order is the corpus' own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.query.newsdesk import DESK, HERE, STATES
from zjreader.corpus.positions import Positions
from zjreader.corpus.store import Corpus
from zjreader.corpus.timed import Timed
from zjreader.query.circumstances import States
from zjreader.query.fields import SORTS, Sort
from zjreader.query.language import Query
from zjreader.query.match import match
from zjreader.query.orders import Orders

CORPUS = Corpus(DESK)
TIMES = st.dictionaries(st.integers(0, 4), st.integers(0, 3))
ENDS = st.tuples(st.integers(0, 7), st.integers(0, 7)).map(sorted)


def read_at(times: dict[int, int]) -> Orders:
    return Orders(CORPUS, States(read=Positions(times), reads=Timed.of(times)))


@given(TIMES, st.sets(st.integers(0, 4)), st.booleans(), ENDS)
def test_the_read_ones_stand_newest_first_before_the_others_by_date(
    times: dict[int, int], hits: set[int], reverse: bool, ends: list[int]
) -> None:
    orders, asked = read_at(times), Positions(hits)
    read = sorted(hits & set(times), key=lambda position: (-times[position], position))
    expected = [*read, *CORPUS.ordered(asked - Positions(times), "published")][:: -1 if reverse else 1]
    assert list(orders.ordered(asked, "read", reverse=reverse)) == expected
    assert orders.window(asked, "read", *ends, reverse=reverse) == expected[slice(*ends)]


@given(TIMES, st.sets(st.integers(0, 4)), st.sampled_from(SORTS))
def test_a_rank_is_the_row_in_which_the_window_shows_an_article(
    times: dict[int, int], hits: set[int], order: Sort
) -> None:
    orders, asked = read_at(times), Positions(hits)
    rows = orders.window(asked, order, 0, 5)
    assert [orders.rank(asked, order, position) for position in rows] == list(range(len(hits)))
    assert {orders.rank(asked, order, position) for position in set(range(5)) - hits} <= {None}


@given(st.sampled_from([order for order in SORTS if order != "read"]), st.sets(st.integers(0, 4)))
def test_marks_move_nothing_in_another_order(order: Sort, hits: set[int]) -> None:
    asked = Positions(hits)
    assert read_at({0: 3}).window(asked, order, 0, 5) == read_at({}).window(asked, order, 0, 5)


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        pytest.param("sort:read", [1, 3, 4, 2, 0], id="what was read last, then the newest of the others"),
        pytest.param("是:已读 排序", [], id="no field of that name: text"),
        pytest.param("is:read sort:read", [1, 3], id="only what was read"),
        pytest.param("sort:read limit:2", [1, 3], id="the two that were read last"),
        pytest.param("读于:2026-04-01 sort:read", [3], id="with a day of reading"),
    ],
)
def test_a_query_asks_for_the_order_of_reading(query: str, rows: list[int]) -> None:
    results = match(Query.parse(query), CORPUS, STATES, HERE)
    assert list(results.ordered(Orders(CORPUS, STATES), results.query.order)) == rows
