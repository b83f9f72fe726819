"""A column put together in pieces is the one put together at once, and is gone on with where it was left."""

from collections.abc import Generator
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.corpus.newsroom import records
from zjreader.corpus.building.build import rebuild
from zjreader.corpus.image import Image
from zjreader.corpus.positions import Positions
from zjreader.corpus.uniting import PIECE, uniting

held = st.dictionaries(st.sampled_from("甲乙丙丁戊"), st.sets(st.integers(0, 99)))


def finished(pieces: Generator[None, None, dict[str, Positions]]) -> dict[str, Positions]:
    while True:
        try:
            next(pieces)
        except StopIteration as end:
            united: dict[str, Positions] = end.value
            return united


@given(st.lists(st.tuples(held, st.booleans())))
def test_each_value_has_its_articles_of_every_column_whether_these_are_lists_or_sets(
    columns: list[tuple[dict[str, set[int]], bool]],
) -> None:
    given_as = [
        [(value, sorted(places) if few else Positions(places)) for value, places in column.items()]
        for column, few in columns
    ]
    expected: dict[str, set[int]] = {}
    for column, _few in columns:
        for value, places in column.items():
            expected.setdefault(value, set()).update(places)
    united = finished(uniting(given_as))
    borne = {value: places for value, places in expected.items() if places}
    assert [(value, set(places)) for value, places in united.items()] == list(borne.items())


@pytest.mark.parametrize(("values", "pieces"), [(0, 0), (1, 1), (PIECE, 1), (PIECE + 1, 2)])
def test_no_piece_has_more_values_than_fit_between_two_keys(values: int, pieces: int) -> None:
    column = [(f"作者{number}", [number]) for number in range(values)]
    assert len(list(uniting([column]))) == 2 * pieces  # each value is gathered, and then made a set


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    rebuild(tmp_path, records(50), 1)
    return tmp_path


def test_a_column_left_half_way_is_gone_on_with(folder: Path) -> None:
    image, steps = Image.open(folder), len(list(Image.open(folder).gathered("author", "day")))
    assert len(list(islice(image.gathered("author", "day"), 1))) == 1
    assert len(list(image.gathered("author", "day"))) == steps - 1
    assert list(image.gathered("author", "day")) == []


def test_a_column_asked_for_while_it_is_put_together_is_there_whole(folder: Path) -> None:
    image = Image.open(folder)
    begun = image.gathered("author")
    next(begun)
    assert image.column("author") == Image.open(folder).column("author")
    assert list(begun) == []
