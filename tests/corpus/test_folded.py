"""Keys made by the thousand are those made one by one, and every text comes back from its key."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.corpus.building.folded import Folded, folded
from zjreader.corpus.differences import CODEC, UNIT, restored
from zjreader.text.fold import fold, squeeze

TEXTS = st.lists(st.one_of(st.text(), st.text("中橋車ａ，A 　\n\t𠮷𠀀𲎰😀", max_size=40)), max_size=6)


def keys_of(made: Folded) -> list[bytes]:
    """Each key's units, without the newline after it."""
    units, starts = made.units.tobytes(), [0, *made.ends.tolist()]
    return [units[2 * start : 2 * (stop - 1)] for start, stop in pairwise(starts)]


@given(TEXTS)
def test_every_key_is_the_folded_and_squeezed_text(texts: list[str]) -> None:
    assert [key.decode(CODEC) for key in keys_of(folded(texts))] == [squeeze(fold(text)) for text in texts]


@given(TEXTS)
def test_every_text_comes_back(texts: list[str]) -> None:
    made = folded(texts)
    assert [restored(*each) for each in zip(keys_of(made), made.differences, strict=True)] == texts


@given(TEXTS, st.integers(1, 12))
def test_a_beginning_comes_back_without_the_rest(texts: list[str], stop: int) -> None:
    made = folded(texts)
    for key, difference, text in zip(keys_of(made), made.differences, texts, strict=True):
        begun = restored(key[: UNIT * stop], difference)
        units = text.encode(CODEC)[: 2 * stop]
        assert begun.encode(CODEC, "surrogatepass").startswith(units)


@pytest.mark.parametrize("apart", [0, 1, 254, 255, 256, 257, 510, 511, 512, 2000])
def test_signs_far_apart_come_back(apart: int) -> None:
    text = f"{'中' * apart}，{'文' * apart}橋 樑"
    made = folded([text, text])
    assert [restored(*each) for each in zip(keys_of(made), made.differences, strict=True)] == [text, text]


def test_a_text_that_is_its_own_key_differs_by_nothing() -> None:
    assert folded(["中文", ""]).differences == [b"", b""]
