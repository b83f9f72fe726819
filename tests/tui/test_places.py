"""Places on a page: kept by character at every width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.newsroom import NEWS, article
from zjreader.article import Article
from zjreader.tui.article_lines import page_lines
from zjreader.tui.places import line_at, lines_of, offset_at, paragraph_at, paragraphs, percent

LONG = article(
    "长文", "开头。", "# 小题", *(f"第{number}段说的是同一件事，" * 9 for number in range(20)), editor="苏禾"
)


@given(top=st.integers(0, 60), width=st.integers(20, 90), other=st.integers(20, 90))
def test_a_remembered_offset_is_on_the_line_that_is_shown_again(top: int, width: int, other: int) -> None:
    lines = page_lines(LONG, width)
    offset = offset_at(LONG, lines, top)
    again = page_lines(LONG, other)
    found = line_at(LONG, again, offset)
    if offset:
        line = again[found]
        start = len("\n".join(block.text for block in LONG.blocks[: line.block])) + (line.block != 0) + line.span.start
        assert start <= offset
        assert offset_at(LONG, again, found) == start
    else:
        assert found == 0


def test_below_the_text_the_last_line_is_remembered() -> None:
    lines = page_lines(LONG, 40)
    last = max(number for number, line in enumerate(lines) if line.role == "paragraph")
    assert line_at(LONG, lines, offset_at(LONG, lines, len(lines) - 1)) == last


@pytest.mark.parametrize("lonely", [NEWS[1], article("只有标题")], ids=["a teaser", "a title"])
def test_what_has_no_blocks_has_places_too(lonely: Article) -> None:
    lines = page_lines(lonely, 20)
    top = line_at(lonely, lines, offset_at(lonely, lines, len(lines) - 2))
    assert 0 <= top < len(lines)
    assert line_at(lonely, lines, 10_000) < len(lines)


@pytest.mark.parametrize(
    ("top", "paragraph"),
    [
        pytest.param(0, 0, id="at the headline block, the first"),
        pytest.param(4, 0, id="on a paragraph, itself"),
        pytest.param(7, 1, id="on a blank line, the one below"),
        pytest.param(99, 5, id="past the end, the last"),
    ],
)
def test_the_paragraph_at_a_line(top: int, paragraph: int) -> None:
    assert paragraph_at(page_lines(NEWS[0], 60), top) == paragraph


def test_the_lines_of_a_paragraph_are_its_own() -> None:
    lines = page_lines(NEWS[0], 60)
    texts = ["".join(lines[number].shown.strip() for number in lines_of(lines, each)) for each in range(6)]
    assert [text.removeprefix("· ") for text in texts] == list(paragraphs(NEWS[0]))
    assert lines_of(lines, 9) == range(0)


def test_paragraphs_are_blocks_or_the_opening() -> None:
    assert len(paragraphs(NEWS[0])) == 6
    assert paragraphs(NEWS[1]) == (NEWS[1].summary,)
    assert paragraphs(article("只有标题")) == ()


@pytest.mark.parametrize(
    ("top", "height", "length", "seen"),
    [
        pytest.param(0, 10, 0, 100, id="nothing is all seen"),
        pytest.param(0, 10, 40, 25, id="the first screen counts"),
        pytest.param(30, 10, 40, 100, id="the end is all of it"),
        pytest.param(0, 10, 5, 100, id="shorter than the screen"),
    ],
)
def test_percent(top: int, height: int, length: int, seen: int) -> None:
    assert percent(top, height, length) == seen
