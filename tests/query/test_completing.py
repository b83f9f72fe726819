"""What the last word of a query may become: fields and values by beginning, initials and inside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.query.completing import MOST, begun, completions
from zjreader.query.language import Query
from zjreader.query.tree import Held, Word
from zjreader.text.clean import Clean, clean_line

PUBLISHERS = {"江城晚报": 12, "晚江周刊": 40, "滨海广播": 3, "Courier": 1, "江 畔": None}


def offered(query: str, values: dict[str, int | None] = PUBLISHERS) -> list[str]:
    last = begun(query)
    return [each.query for each in completions(last, lambda _field: values)] if last else []


@pytest.mark.parametrize(
    ("query", "becomes"),
    [
        pytest.param("栏", ["栏目:"], id="a field's Chinese name"),
        pytest.param("欄", ["栏目:"], id="in traditional signs"),
        pytest.param("lm", ["栏目:"], id="by pinyin initials"),
        pytest.param("桥 -pub", ["桥 -publisher:"], id="an English name, denied"),
        pytest.param("(来", ["(来源:"], id="another name, in a bracket"),
        pytest.param("复工", [], id="a word like no field"),
        pytest.param("复工 ", [], id="no word"),
        pytest.param("", [], id="nothing"),
        pytest.param("桥 媒体:江", ["桥 媒体:江城晚报", '桥 媒体:"江 畔"', "桥 媒体:晚江周刊"], id="values"),
        pytest.param("媒体：jc", ["媒体:江城晚报"], id="a value by initials, behind a full-width colon"),
        pytest.param("source:cou", ["source:Courier"], id="whatever the case"),
        pytest.param("source:Courier", [], id="a value that stands there"),
        pytest.param("是:未", ["是:未读"], id="a state"),
        pytest.param("is:st", ["is:starred"], id="a state in English"),
        pytest.param("桥 sort:re", ["桥 sort:relevance", "桥 sort:read"], id="an order"),
        pytest.param("fold:", ["fold:off"], id="what an option may be"),
        pytest.param("limit:", [], id="an option that may be any number"),
        pytest.param("kind:t", ["kind:teaser"], id="a kind"),
        pytest.param("日期:上", ["日期:上周", "日期:上月"], id="days"),
        pytest.param("view:江", ["view:江城晚报", 'view:"江 畔"', "view:晚江周刊"], id="saved queries"),
    ],
)
def test_what_a_query_may_become(query: str, becomes: list[str]) -> None:
    assert offered(query) == becomes


def test_no_more_is_offered_than_is_looked_at() -> None:
    assert len(offered("媒体:", {f"第{number}台": number for number in range(30)})) == MOST


def test_the_commonest_comes_first() -> None:
    last = begun("媒体:")
    assert last
    told = [(each.shown, each.articles) for each in completions(last, lambda _field: PUBLISHERS)]
    assert told[:2] == [("晚江周刊", 40), ("江城晚报", 12)]


@given(st.text("桥江 a()（:：-\"'“/=|OR\\", max_size=8), st.text("江城晚A (:|\"“”'\\=", min_size=1, max_size=6))
def test_a_value_that_is_taken_is_asked_for_as_it_is(before: str, value: str) -> None:
    name = clean_line(value.strip())
    last = begun(f"{before} 媒体:")
    assert last
    for each in completions(last, lambda _field: {name: 1}):
        taken = each.query.removeprefix(clean_line(last.before))
        assert repr(Query.parse(taken).terms) == repr((Held("publisher", "媒体", Word(name)),))


@given(st.text("桥江 a栏媒标lmps()-:：!", max_size=12))
def test_what_stood_before_the_last_word_stays(query: str) -> None:
    last = begun(query)
    assert last is None or query.startswith(last.before)
    assert last is None or all(
        each.query.startswith(clean_line(last.before).rstrip()) for each in completions(last, lambda _field: PUBLISHERS)
    )


def test_columns_of_tables_have_values_too() -> None:
    assert offered("x.城市:杭", {"杭州": 2}) == ["x.城市:杭州"]
    assert offered("url:", {}) == []
    assert begun("桥") == ("", None, Clean("桥"))
