"""Signs, Hanzi and pastes as input methods and terminals send them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.tui.ime import LEAST_PASTED, as_ascii, is_hanzi, is_pasted


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        pytest.param("、", "/", id="enumeration comma"),
        pytest.param("？", "?", id="question mark"),
        pytest.param("；：！", ";:!", id="marks"),
        pytest.param("【】「」", "[][]", id="brackets"),
        pytest.param("《》", "<>", id="titles"),
        pytest.param("ｊＧ３", "jG3", id="full-width letters and digits"),
        pytest.param("\u3000", " ", id="the ideographic blank"),
        pytest.param("＋－｜", "+-|", id="full-width signs"),
        pytest.param("中a/", "中a/", id="anything else stays"),
    ],
)
def test_full_width_signs_are_keys(typed: str, key: str) -> None:
    assert as_ascii(typed) == key


@pytest.mark.parametrize(
    ("character", "expected"), [("中", True), ("𠮷", True), ("a", False), ("、", False), ("あ", False), ("", False)]
)
def test_a_hanzi_is_told(character: str, expected: bool) -> None:
    assert is_hanzi(character) is expected


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        pytest.param("j" * 500, False, id="a key that repeats over a slow line"),
        pytest.param("jk" * 30 + "mn", False, id="four letters"),
        pytest.param("jk" * 30 + "mns", True, id="five letters"),
        pytest.param("j" * 19 + "\r", True, id="a newline"),
        pytest.param("股市收盘创下今年来的新高，成交额超过万亿", True, id="twenty characters of Chinese"),
        pytest.param("股市收盘", False, id="a word that was committed"),
        pytest.param("1" * 19 + "中", True, id="one Hanzi"),
        pytest.param("abcdefg", False, id="quick fingers"),
        pytest.param("\x1b[B" * 30, False, id="an arrow that repeats"),
        pytest.param("\x1b[?2026;2$y\x1b[?1;2c\x1b[3;5Rabcdu", False, id="a terminal's answers"),
    ],
)
def test_a_pasted_text_is_told_from_keys(read: str, expected: bool) -> None:
    assert is_pasted(read) is expected


@given(
    st.characters(codec="utf-8", exclude_characters="\r\n").filter(lambda each: not is_hanzi(each)),
    st.integers(0, 9000),
)
def test_one_key_however_often_is_never_pasted(character: str, times: int) -> None:
    assert not is_pasted(character * times)


@given(st.text(max_size=LEAST_PASTED - 1))
def test_what_is_short_is_never_pasted(text: str) -> None:
    assert not is_pasted(text)
