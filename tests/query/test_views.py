"""Saved queries inside queries: what they stand for, and what is refused before anything is searched."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.query.newsdesk import DESK, HERE, STATES, record
from zjreader.corpus.store import Corpus
from zjreader.errors import QueryError
from zjreader.query.language import Query, read_query
from zjreader.query.match import match
from zjreader.query.views import DEEPEST, understood, unfolded
from zjreader.text.clean import Clean

VIEWS = {
    Clean(name): Clean(text)
    for name, text in {
        "开工": "复工 OR 复学",
        "新": "开工 limit:1",
        "标题序": "view:开工 sort:title",
        "原样": "农民 fold:off",
        "全部": "sort:title",
        "圆": "view:环 甲",
        "环": "view:圆",
        "旧": "date:上上上周",
        "早 报": "是:未读",
    }.items()
}


@pytest.mark.parametrize(
    ("query", "means"),
    [
        pytest.param("说 view:开工", "说 (复工 OR 复学)", id="beside another term it stands in brackets"),
        pytest.param("-view:开工", "-(复工 OR 复学)", id="denied"),
        pytest.param("说 OR view:开工", "说 OR 复工 OR 复学", id="one of several"),
        pytest.param("(说 view:开工) OR 甲", "(说 (复工 OR 复学)) OR 甲", id="in brackets"),
        pytest.param('view:"早 报"', "is:unread", id="a name with a blank"),
        pytest.param("view:标题序", "复工 OR 复学 sort:title", id="one in another, which brings its order"),
        pytest.param("view:标题序 sort:added", "复工 OR 复学 sort:added", id="the query's own order wins"),
        pytest.param("说 view:新 limit:5", "说 开工 limit:5", id="the query's own number wins"),
        pytest.param("说 view:新", "说 开工 limit:1", id="it brings its number"),
        pytest.param("说 view:全部", "说 sort:title", id="one that asks for everything"),
        pytest.param("说 view:原样", "说 农民 fold:off", id="it brings its folding"),
        pytest.param("说 OR view:标题序", "说 OR 复工 OR 复学", id="inside others it only matches"),
        pytest.param("说 -复工", "说 -复工", id="no saved query at all"),
    ],
)
def test_a_saved_query_stands_for_what_it_asks(query: str, means: str) -> None:
    assert unfolded(Query.parse(query), VIEWS) == Query.parse(means)


@pytest.mark.parametrize(
    ("query", "position", "says"),
    [
        pytest.param("甲 view:开功", 7, "nearest: 开工", id="a name that is nearly one"),
        pytest.param("view:别的什么", 5, "no saved query is called “别的什么”", id="nothing near"),
        pytest.param("(view:开工|view:「早报 」)", 14, "nearest: 早 报", id="the second of two"),
        pytest.param("view:(开工|开功)", 9, "nearest: 开工", id="one of several values"),
        pytest.param("-view:圆", 6, "the saved query “圆” asks for itself", id="a circle"),
        pytest.param("说 OR view:新", 10, "“新” has limit: or fold:off", id="a number inside others"),
        pytest.param("-view:原样", 6, "“原样” has limit: or fold:off", id="folding inside others"),
        pytest.param("view:旧", 5, "“旧” cannot be read: “上上上周” is no date", id="one that is no query any more"),
    ],
)
def test_what_cannot_be_asked_is_an_error_at_its_place_in_what_was_typed(query: str, position: int, says: str) -> None:
    with pytest.raises(QueryError) as caught:
        understood(query, read_query(query), VIEWS)
    assert caught.value.position == position
    assert says in caught.value.what
    with pytest.raises(QueryError):
        match(Query.parse(query), Corpus(DESK), STATES, HERE._replace(views=VIEWS))


VIEW = re.compile("view:(.)")
LETTERS = [record(number, letters) for number, letters in enumerate(["a", "b c", "a d", "c", "b a d c", "e"])]


def chain(length: int) -> dict[Clean, Clean]:
    """Saved queries of which each asks for the one before it."""
    links = {Clean(f"v{number}"): Clean(f"view:v{number - 1}") for number in range(1, length)}
    return {Clean("v0"): Clean("复工"), **links}


def test_saved_queries_stand_only_so_deep_in_one_another() -> None:
    views = chain(DEEPEST + 1)
    assert unfolded(Query.parse(f"view:v{DEEPEST - 1}"), views) == Query.parse("复工")
    with pytest.raises(QueryError, match="at most 8 deep"):
        unfolded(Query.parse(f"view:v{DEEPEST}"), views)


NAMES = st.sampled_from("abcd")
PARTS = st.builds("{}{}{}".format, st.sampled_from(["", "-"]), st.sampled_from(["view:", ""]), NAMES)
TEXTS = st.builds(str.join, st.sampled_from([" ", " OR "]), st.lists(PARTS, min_size=1, max_size=3))


def written_out(text: str, views: dict[Clean, Clean], depth: int = 0) -> str:
    """The text with brackets around what each saved query asks, in its place; too deep, whatever."""
    if depth > len(views):
        return "."
    return VIEW.sub(lambda view: f"({written_out(views[Clean(view[1])], views, depth + 1)})", text)


@given(st.dictionaries(NAMES.map(Clean), TEXTS.map(Clean)), TEXTS)
def test_a_query_finds_what_it_would_with_its_saved_queries_written_out(views: dict[Clean, Clean], text: str) -> None:
    query, here = Query.parse(text), HERE._replace(views=views)
    try:
        meant = unfolded(query, views)
    except QueryError:
        return
    assert not meant.asks_view
    assert str(Query.parse(str(meant))) == str(meant)
    hits = match(query, Corpus(LETTERS), STATES, here).hits
    assert hits == match(Query.parse(written_out(text, views)), Corpus(LETTERS), STATES, HERE).hits
