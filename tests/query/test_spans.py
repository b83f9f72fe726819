"""What is highlighted: every place of every word, in the offsets of the text that is shown."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.query.newsdesk import cut
from zjreader.query.language import Query
from zjreader.query.spans import Part, find_spans
from zjreader.query.tree import Word
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


@pytest.mark.parametrize(
    ("query", "part", "marked"),
    [
        pytest.param("=中国", None, ["中国"], id="a whole word"),
        pytest.param("=专精特新", None, ["专 精 特 新"], id="whole words with blanks in them"),
        pytest.param("about:中国钟表", None, ["中国", "中国钟表"], id="the words of a loose question"),
        pytest.param("/一[辈].|特 新/", None, ["一辈子", "一辈子", "特 新"], id="an expression"),
        pytest.param("title:中国", "title", ["中国", "中国"], id="a field, in its text"),
        pytest.param("title:中国", "body", [], id="a field, in another text"),
        pytest.param("title:中国", None, ["中国", "中国"], id="a field, wherever that is"),
        pytest.param("栏目:中国 is:read date:2026", "title", [], id="what is no text"),
        pytest.param("py:xlyb", "title", ["修了一辈"], id="initials, in a title"),
        pytest.param("py:xlyb", "summary", [], id="initials, elsewhere"),
        pytest.param("(修了 OR 走了) -钟表", None, ["修了", "走了"], id="a choice"),
        pytest.param("鐘表", None, ["钟表"], id="traditional"),
        pytest.param("鐘表 fold:off", None, [], id="as it is written"),
        pytest.param("=中国 fold:off", None, ["中国"], id="a whole word as it is written"),
    ],
)
def test_what_is_marked_of_every_kind(query: str, part: Part | None, marked: list[str]) -> None:
    text = "中国人修了一辈子表，中国钟表也走了一辈子。专 精 特 新！"
    spans = find_spans(Query.parse(query), text, part, cut)
    assert [text[span.start : span.stop] for span in spans] == marked


def test_without_a_segmenter_a_whole_word_is_marked_inside_words_too() -> None:
    assert len(find_spans(Query.parse("=中国"), "中国人和中国")) == 2
    assert find_spans(Query.parse("about:中国"), "中国人和中国") == ()
