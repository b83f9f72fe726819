"""Matches on a page and the way from one to the next."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.newsroom import article
from zjreader.article import Span
from zjreader.query.language import Query
from zjreader.query.spans import find_spans
from zjreader.query.tree import Word
from zjreader.text.clean import Clean
from zjreader.tui.article_lines import page_lines
from zjreader.tui.finding import Match, matches_in, next_match

NEWS = article(
    "江城的桥", "老江城人都记得这座桥。" * 6, "江城江城", "江城晚报的江 城", publisher="江城晚报", editor="江城"
)


def find(word: str) -> "list[tuple[str, int]]":
    query = Query((Word(Clean(word)),))
    lines = page_lines(NEWS, 40)
    found = matches_in(lines, lambda text: find_spans(query, text))
    return [(lines[match.line].text[slice(*match.span)], match.line) for match in found]


@pytest.mark.parametrize(
    ("word", "texts"),
    [
        pytest.param(
            "江城", ["江城"] * 7 + ["江城江城", "江城", "江 城"], id="in title and text, not in what is around"
        ),
        pytest.param("记得这座", ["记得这座"] * 6, id="over the ends of lines"),
        pytest.param("晚报", ["晚报"], id="a publisher's name only where the text has it"),
        pytest.param("股市", [], id="nothing"),
    ],
)
def test_what_is_found(word: str, texts: list[str]) -> None:
    assert [text for text, _line in find(word)] == texts


@given(st.integers(20, 80))
def test_a_match_is_on_the_line_that_it_begins_in(width: int) -> None:
    lines = page_lines(NEWS, width)
    query = Query((Word(Clean("这座")),))
    for match in matches_in(lines, lambda text: find_spans(query, text)):
        line = lines[match.line]
        assert line.span.start <= match.span.start < line.span.stop


FOUND = tuple(Match(line, Span(0, 1)) for line in (2, 5, 5, 9))


@pytest.mark.parametrize(
    ("current", "top", "step", "goal"),
    [
        pytest.param(None, 0, 1, 0, id="the first in sight"),
        pytest.param(None, 5, 1, 1, id="a match on the top line is in sight"),
        pytest.param(None, 6, -1, 2, id="the last above"),
        pytest.param(None, 1, -1, None, id="none above"),
        pytest.param(None, 10, 1, None, id="none below"),
        pytest.param(1, 0, 1, 2, id="the next"),
        pytest.param(1, 0, -1, 0, id="the previous"),
        pytest.param(3, 0, 1, None, id="past the last"),
        pytest.param(0, 0, -1, None, id="before the first"),
    ],
)
def test_the_next_match(current: int | None, top: int, step: int, goal: int | None) -> None:
    assert next_match(FOUND, current, top, step) == goal
