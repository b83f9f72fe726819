"""Pinyin initials: what a person types who knows how a word sounds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.text.pinyin import initials


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        pytest.param("下一篇未读", "x y p w d", id="a command"),
        pytest.param("啊座", "a z", id="the first character and the last"),
        pytest.param("芭匝", "b z", id="boundaries belong to the letter they begin"),
        pytest.param("澳怖", "a b", id="the last of a letter"),
        pytest.param("长重曾", "cz cz cz", id="heteronyms have all their letters"),
        pytest.param("单乐行", "csd ly hx", id="three readings"),
        pytest.param("長單樂讀", "cz csd ly d", id="Traditional characters are folded"),
    ],
)
def test_the_initials_of_hanzi(text: str, letters: str) -> None:
    assert " ".join(map(initials, text)) == letters


@pytest.mark.parametrize("character", ["a", "1", "，", "　", "鬯", "鼗", "😀", "𠮷", ""])
def test_what_is_no_common_hanzi_has_none(character: str) -> None:
    assert initials(character) == ""


@given(st.characters())
def test_initials_are_small_letters(character: str) -> None:
    assert all("a" <= letter <= "z" for letter in initials(character))
