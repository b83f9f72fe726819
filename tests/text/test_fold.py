"""The search key: what is one word to a reader has one key, and offsets carry over."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.text.fold import fold, gapped, squeeze


@pytest.mark.parametrize(
    ("text", "key"),
    [
        pytest.param("經濟發展", "经济发展", id="traditional"),
        pytest.param("ＧＤＰ增长５％", "gdp增长5%", id="full width"),
        pytest.param("ChatGPT", "chatgpt", id="case, ASCII alone"),
        pytest.param("Wi-Fi联盟ÉÄΣ", "wi-fi联盟éäσ", id="case beyond ASCII"),
        pytest.param("\u3000\u3000甲", "  甲", id="ideographic blanks"),
        pytest.param("裡裏臺爲", "里里台为", id="variants"),
        pytest.param("“小巨人”", "“小巨人”", id="quotes are not unified"),
        pytest.param("İstanbul中", "İstanbul中", id="a longer lower case stays itself"),
    ],
)
def test_the_key_of_a_text(text: str, key: str) -> None:
    assert fold(text) == key


def test_every_code_point_keeps_its_length_and_folds_once() -> None:
    everything = "".join(map(chr, (*range(0xD800), *range(0xE000, sys.maxunicode + 1))))
    key = fold(everything)
    assert len(key) == len(everything)
    assert fold(key) == key


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


def test_blanks_between_hanzi_are_nothing_but_line_ends_are_something() -> None:
    assert squeeze("专精 特\u3000新 AI 产 业\n链 条") == "专精特新 AI 产业\n链条"


@given(st.text("甲乙丙 ab\n", max_size=20), st.text("甲乙丙ab", min_size=1, max_size=3))
def test_the_gapped_pattern_finds_what_the_squeezed_key_holds(text: str, word: str) -> None:
    assert (word in squeeze(text)) == bool(gapped(word).search(text))


def test_the_gapped_pattern_takes_signs_for_themselves() -> None:
    assert gapped("a.b").search("aXb") is None
