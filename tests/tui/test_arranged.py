"""What is listed, in which order, and what is next to what."""

from pathlib import Path

import pytest

from tests.tui.newsroom import article, reader_on
from zjreader.corpus.positions import NONE, Positions
from zjreader.query.fields import Sort
from zjreader.tui.arranged import ARRANGEMENTS, Arranged, next_arrangement

ODD = Positions((1, 3))


@pytest.fixture
def listed(tmp_path: Path) -> Arranged:
    """Four articles as they arrived, which is newest first."""
    reader = reader_on(tmp_path, [article(title) for title in "甲乙丙丁"])
    return Arranged(reader.orders, reader.corpus.everything)


def test_an_order_of_the_corpus(listed: Arranged) -> None:
    by_title = listed._replace(order="title")
    assert (listed.window(0, 9), by_title.window(1, 9)) == ([0, 1, 2, 3], [2, 1, 0])
    assert [listed.row(each) for each in (0, 3)] == [0, 3]


@pytest.mark.parametrize("order", ["published", "title", "publisher", "read"])
def test_every_article_stands_in_the_row_in_which_the_window_shows_it(listed: Arranged, order: Sort) -> None:
    arranged = listed._replace(order=order)
    assert [arranged.row(each) for each in arranged.window(0, 9)] == [0, 1, 2, 3]


def test_an_order_of_its_own(listed: Arranged) -> None:
    read = listed._replace(hits=Positions((0, 3, 2)), sequence=(2, 0, 3))
    assert (read.window(0, 2), read.row(3), read.row(1)) == ([2, 0], 2, None)
    assert read.among(Positions((0, 1, 2))).window(0, 9) == [2, 0]


def test_the_neighbours_that_are_wanted(listed: Arranged) -> None:
    assert [listed.neighbour(0, 1, ODD), listed.neighbour(1, 1, ODD), listed.neighbour(2, -1, ODD)] == [1, 3, 1]
    assert [listed.neighbour(3, 1, ODD), listed.neighbour(0, -1, ODD), listed.neighbour(0, 1, NONE)] == [None] * 3


def test_one_key_goes_through_all_orders() -> None:
    seen = [ARRANGEMENTS[0]]
    while (following := next_arrangement(seen[-1])) != ARRANGEMENTS[0]:
        seen.append(following)
    assert seen == list(ARRANGEMENTS)
