"""Lines broken at a fixed width become paragraphs again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.parse.wrapped_lines import join_lines, unwrapped

HANZI = "城北公园经过三年改造今天起免费向市民开放园内新种了两千棵乔木"


def wrapped(paragraph: str, width: int) -> list[str]:
    """The lines of a paragraph that opens with two ideographic blanks."""
    text = "　　" + paragraph
    return [text[at : at + width] for at in range(0, len(text), width)]


@given(st.lists(st.text(HANZI, min_size=90, max_size=200), min_size=2, max_size=6), st.integers(20, 40))
def test_the_paragraphs_come_back_whatever_the_width(paragraphs: list[str], width: int) -> None:
    lines = [line for paragraph in paragraphs for line in wrapped(paragraph, width)]
    assert unwrapped("\n".join(lines)) == paragraphs


@given(st.text(HANZI, min_size=300, max_size=400), st.integers(20, 40), st.data())
def test_a_word_cut_by_a_line_end_is_found(text: str, width: int, data: st.DataObject) -> None:
    cut = data.draw(st.integers(1, len(text) // width)) * width - 2
    word = text[cut - 2 : cut + 2]
    assert word in "\n".join(unwrapped("\n".join(wrapped(text, width))))


def test_a_text_of_many_short_lines_shows_its_wall_too() -> None:
    paragraph = wrapped(HANZI * 4, 30)
    lines = [*(line for _ in range(8) for line in [*paragraph, "短", "标题", "又一行"])]
    assert unwrapped("\n".join(lines)).count(HANZI * 4) == 8


@pytest.mark.parametrize(
    ("parts", "joined"),
    [
        pytest.param(["城北", "公园"], "城北公园", id="hanzi"),
        pytest.param(["open", "air"], "open air", id="latin"),
        pytest.param(["在", "Beijing", "开幕"], "在Beijing开幕", id="latin-beside-hanzi"),
        pytest.param(["1,", "000"], "1, 000", id="behind-a-comma"),
        pytest.param(["一行"], "一行", id="one-line"),
        pytest.param([], "", id="nothing"),
    ],
)
def test_a_blank_only_between_latin_words(parts: list[str], joined: str) -> None:
    assert join_lines(parts) == joined


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["这一行到句号为止，正好二十个汉字的一整句。"] * 9, id="lines-that-are-sentences"),
        pytest.param([HANZI[:9]] * 9, id="narrow-as-verse"),
        pytest.param([HANZI * 8] * 9, id="wide-as-paragraphs"),
        pytest.param([HANZI, HANZI], id="few"),
        pytest.param(["标题", HANZI, "三月五日", ""] * 20, id="openings-cut-off-alike"),
        pytest.param([HANZI, HANZI, "短", HANZI * 2, "短", "短", "短"] * 12, id="some-wider"),
        pytest.param(["", ""], id="blank"),
    ],
)
def test_what_was_not_broken_at_a_width_stays(lines: list[str]) -> None:
    assert unwrapped("\n".join(lines)) == lines
