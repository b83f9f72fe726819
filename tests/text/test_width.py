"""Widths agree with what the screen paints, and cutting keeps to them."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from zjreader.text.clean import Clean, clean
from zjreader.text.width import advances, cells, cut, fit, one_cell

TEXTS = st.text(
    st.one_of(
        st.sampled_from("国家统计局，。、“”‘’…—·《》（）ABCabc 0189.%℃①★●→e\u0301\u200d\ufe0f❤👩🚀🇨🇳가"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=60,
).map(clean)
AMBIGUOUS = st.sampled_from([1, 2])


ASSIGNED = [*range(0x323B0), *range(0xE0000, 0xE0200)]
"""What Unicode 17 has assigned, without the planes for private use."""


def test_every_character_is_as_wide_as_the_screen_paints_it() -> None:
    assert [code for code in ASSIGNED if cells(chr(code)) != cell_len(chr(code))] == []


@given(TEXTS)
def test_every_text_is_as_wide_as_the_screen_paints_it(text: Clean) -> None:
    assert cells(text) == cell_len(text)


@pytest.mark.parametrize(
    ("text", "narrow", "wide"),
    [
        pytest.param("", 0, 0, id="nothing"),
        pytest.param("GDP 5.2%", 8, 8, id="ASCII"),
        pytest.param("经济", 4, 4, id="Hanzi"),
        pytest.param("，。（）《》", 12, 12, id="full-width marks"),
        pytest.param("“好”", 4, 6, id="quotes"),
        pytest.param("——", 2, 4, id="dash"),
        pytest.param("……", 2, 4, id="ellipsis"),
        pytest.param("·×÷°", 4, 8, id="Latin-1 signs"),
        pytest.param("①Ⅳ", 2, 4, id="numbers in circles and Roman ones"),
        pytest.param("★●→", 3, 6, id="stars, bullets, arrows"),
        pytest.param("℃‰№€", 4, 8, id="units and currencies"),
        pytest.param("─│┌█", 4, 4, id="boxes stay narrow"),
        pytest.param("q\u0301", 1, 1, id="a combining mark takes no cell"),
        pytest.param("👩‍🚀", 2, 2, id="a joined emoji"),
        pytest.param("❤️", 2, 2, id="a sign made emoji by its selector"),
        pytest.param("字\ufe0f", 2, 2, id="a selector that changes nothing"),
        pytest.param("\ufe0f字", 2, 2, id="a selector without a base"),
        pytest.param("①\ufe0f", 1, 2, id="a selector never narrows"),
        pytest.param("👩‍", 2, 2, id="a joiner that joins nothing"),
    ],
)
def test_ambiguous_characters_take_what_the_terminal_gives_them(text: str, narrow: int, wide: int) -> None:
    assert (cells(text), cells(text, ambiguous=2)) == (narrow, wide)


def test_each_character_says_how_far_it_moves_the_cursor() -> None:
    assert [*advances("5℃，q\u0301👩‍🚀")] == [1, 1, 2, 1, 0, 2, 0, 0]


@given(TEXTS, AMBIGUOUS)
def test_the_advances_of_a_text_add_up_to_its_width(text: Clean, ambiguous: int) -> None:
    assert len(advances(text, ambiguous)) == len(text)
    assert sum(advances(text, ambiguous)) == cells(text, ambiguous)


@given(TEXTS, st.integers(0, 80), AMBIGUOUS)
def test_a_cut_text_is_the_longest_beginning_that_fits(text: Clean, width: int, ambiguous: int) -> None:
    kept = cut(text, width, ambiguous)
    assert text.startswith(kept)
    assert sum(advances(text, ambiguous)[: len(kept)]) <= width
    longer = advances(text, ambiguous)[: len(kept) + 1]
    assert kept == text or sum(longer) > width


@given(TEXTS, st.integers(0, 80), AMBIGUOUS)
def test_a_fitted_text_fills_its_cells_exactly(text: Clean, width: int, ambiguous: int) -> None:
    assert cells(fit(text, width, ambiguous), ambiguous) == width


@pytest.mark.parametrize(
    ("text", "width", "ambiguous", "fitted"),
    [
        pytest.param("经济", 6, 1, "经济  ", id="filled up"),
        pytest.param("经济", 4, 1, "经济", id="exactly right"),
        pytest.param("经济日报", 5, 1, "经济…", id="cut"),
        pytest.param("经济日报", 6, 1, "经济… ", id="half a Hanzi is a blank"),
        pytest.param("经济日报", 6, 2, "经济…", id="a wide ellipsis"),
        pytest.param("经济日报", 1, 1, "…", id="one cell"),
        pytest.param("经济日报", 1, 2, " ", id="no room for a wide ellipsis"),
        pytest.param("经济日报", 0, 1, "", id="no cell"),
    ],
)
def test_fitting(text: str, width: int, ambiguous: int, fitted: str) -> None:
    assert fit(text, width, ambiguous) == fitted


def test_plain_news_is_measured_without_importing_rich() -> None:
    program = (
        "import sys; from zjreader.text.width import cells;"
        "assert cells('“前三季度”GDP（初步核算）……增长5.2%——《经济》·、。！') == 52;"
        "assert 'rich' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        pytest.param("“城事”·‘三问’", "\"城事\".'三问'", id="quotes and a point"),
        pytest.param("——……", "--~~", id="dash and ellipsis"),
        pytest.param("①3×4", "13x4", id="what has a plain form"),
        pytest.param("★ ☆", "? ?", id="what has none"),
        pytest.param("─│┌ a，好↔\ufe0f", "─│┌ a，好↔\ufe0f", id="what is of one width everywhere"),
    ],
)
def test_a_sign_of_one_cell_stands_for_what_is_of_either_width(text: str, drawn: str) -> None:
    assert one_cell(text) == drawn


@given(TEXTS.filter(lambda text: "\ufe0f" not in text), AMBIGUOUS)
def test_with_signs_of_one_cell_a_text_is_everywhere_as_wide_as_textual_takes_it_for(
    text: Clean, ambiguous: int
) -> None:
    assert cells(one_cell(text), ambiguous) == cells(text, 1)
