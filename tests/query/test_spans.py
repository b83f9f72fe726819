"""What is highlighted: every place of every word, in the offsets of the text that is shown."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.query.language import Query, Word
from zjreader.query.spans import find_spans
from zjreader.text.clean import Clean
from zjreader.text.fold import fold, squeeze


@pytest.mark.parametrize(
    ("query", "text", "marked"),
    [
        pytest.param("经济", "经济与经济学", ["经济", "经济"], id="every place"),
        pytest.param("经济", "經濟與経済", ["經濟"], id="traditional, in the text's own characters"),
        pytest.param("gdp", "ＧＤＰ和GDP", ["ＧＤＰ", "GDP"], id="width and case"),
        pytest.param("专精特新", "专 精\u3000特新企业", ["专 精\u3000特新"], id="blanks between Hanzi"),
        pytest.param("专精特新", "专精\n特新", [], id="not over a line end"),
        pytest.param("专 精", "专精", ["专精"], id="two words side by side are one place"),
        pytest.param("经济 济学", "经济学", ["经济学"], id="overlapping words are one place"),
        pytest.param("哈哈", "哈哈哈哈哈", ["哈哈哈哈"], id="a word beside itself"),
        pytest.param("-经济", "经济", [], id="a denied word is not marked"),
        pytest.param("is:read 桥", "桥", ["桥"], id="nor is a state"),
        pytest.param("a.b", "a.b axb", ["a.b"], id="signs are signs"),
        pytest.param("", "经济", [], id="no words"),
        pytest.param("经济", "", [], id="no text"),
    ],
)
def test_what_is_marked(query: str, text: str, marked: list[str]) -> None:
    assert [text[span.start : span.stop] for span in find_spans(Query.parse(query), text)] == marked


def naive(key: str, text: str) -> set[int]:
    """The places of a text that a key covers, found from left to right without gaps."""
    covered: set[int] = set()
    folded, at = fold(text), 0
    while (at := folded.find(key, at)) >= 0:
        covered |= set(range(at, at + len(key)))
        at += len(key)
    return covered


@given(st.text("桥橋车AＡab。", max_size=30), st.lists(st.text("桥橋车Ａa。", min_size=1, max_size=3), max_size=3))
def test_spans_cover_what_a_naive_search_of_the_folded_text_covers(text: str, words: list[str]) -> None:
    spans = find_spans(Query(tuple(Word(Clean(word)) for word in words)), text)
    covered = {at for span in spans for at in range(span.start, span.stop)}
    assert covered == set().union(*(naive(fold(word), text) for word in words))
    assert all(left.stop < right.start for left, right in pairwise(spans))


@given(st.text("桥橋 \u3000\nab", max_size=30), st.text("桥橋车ab", min_size=1, max_size=3))
def test_what_a_search_finds_can_be_shown(text: str, word: str) -> None:
    query = Query((Word(Clean(word)),))
    found = query.words[0].key in squeeze(fold(text))
    spans = find_spans(query, text)
    assert bool(spans) == found
    assert all(0 <= span.start < span.stop <= len(text) for span in spans)
