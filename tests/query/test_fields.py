"""What fields ask for, what is asked of the whole answer, and how a mistake is told."""

import pytest

from tests.query.terms import dated, either, held, on, word
from zjreader.errors import QueryError
from zjreader.query.grammar import Note
from zjreader.query.language import Query, read_query
from zjreader.query.tree import (
    About,
    Any,
    Dated,
    Held,
    Initials,
    Is,
    Length,
    Not,
    Pattern,
    Term,
    View,
    Whole,
)
from zjreader.text.clean import Clean
from zjreader.text.fold import fold


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        *(
            pytest.param(f"{name}:甲", [held(field, fold(name), "甲")], id=name)
            for field, names in {
                "title": "title 标题 標題 TITLE ｔｉｔｌｅ", "body": "body 正文", "section": "section 栏目 欄目",
                "publisher": "publisher source 媒体 来源 來源", "place": "place 地点", "author": "author 作者 记者",
                "editor": "editor 编辑", "tag": "tag 关键词", "label": "label 标签", "url": "url", "key": "key",
                "origin": "origin 订阅源", "x.城市": "x.城市 X.城市",
            }.items()
            for name in names.split()
        ),
        pytest.param("标题：甲", [held("title", "标题", "甲")], id="a full-width colon"),
        pytest.param('title:"甲 乙"', [held("title", "title", "甲 乙")], id="a quoted value"),
        pytest.param("title:「甲 乙」丙", [held("title", "title", "甲 乙"), word("丙")], id="a corner quotation"),
        pytest.param("title:=甲", [Held("title", "title", Whole(Clean("甲")))], id="a whole value"),
        pytest.param("title:/^甲/", [Held("title", "title", Pattern(Clean("^甲")))], id="an expression"),
        pytest.param("title:-甲", [held("title", "title", "-甲")], id="a minus in a value is a sign"),
        pytest.param("title:a:b", [held("title", "title", "a:b")], id="a second colon is a sign"),
        pytest.param("-标题:甲", [Not(held("title", "标题", "甲"))], id="a field denied"),
        pytest.param(
            "section:(甲|乙)", [Any((held("section", "section", "甲"), held("section", "section", "乙")))], id="values"
        ),
        pytest.param(
            "栏目：（甲 -乙）", [held("section", "栏目", "甲"), Not(held("section", "栏目", "乙"))], id="a denial"
        ),
        pytest.param("section:甲|乙", [Any((held("section", "section", "甲"), word("乙")))], id="a bar ends a value"),
        pytest.param("title:(甲", [held("title", "title", "(甲")], id="a bracket without partner in a value"),
        pytest.param("媒体： 甲", [word("媒体："), word("甲")], id="a Chinese name with nothing behind it"),
        pytest.param("kind:teaser", [Is("teaser")], id="a kind"),
        pytest.param("kind:导语", [Is("teaser")], id="a kind in Chinese"),
        pytest.param("length:800", [Length(800, 800)], id="a length"),
        pytest.param("字数:>800", [Length(801, None)], id="longer"),
        pytest.param("length:>=800", [Length(800, None)], id="at least"),
        pytest.param("length:＜８００", [Length(None, 799)], id="shorter, full-width"),
        pytest.param("length:<=800", [Length(None, 800)], id="at most"),
        pytest.param("length:500..800", [Length(500, 800)], id="a range"),
        pytest.param("length:500～800", [Length(500, 800)], id="a range with a wave"),
        pytest.param("length:500..", [Length(500, None)], id="a range open above"),
        pytest.param("length:..800", [Length(None, 800)], id="a range open below"),
        pytest.param("length:<0", [Length(None, -1)], id="shorter than nothing"),
        pytest.param("id:C123", [held("id", "id", "c123")], id="an id"),
        pytest.param("py:GXB", [Initials(Clean("gxb"))], id="initials"),
        pytest.param('about:"芯片 出口"', [About(Clean("芯片 出口"))], id="a loose question"),
        pytest.param("关于:芯片", [About(Clean("芯片"))], id="a loose question in Chinese"),
        pytest.param("view:早报", [View(Clean("早报"))], id="a saved query"),
        pytest.param("date:2026", [on("2026")], id="a year"),
        pytest.param("日期:2026-03", [on("2026-03")], id="a month"),
        pytest.param("日期：2026年3月", [on("2026年3月")], id="a month in Chinese"),
        pytest.param("date:２０２６－０３", [on("2026-03")], id="a full-width month"),
        pytest.param("date:近3天", [on("近3天")], id="relative days keep their words"),
        pytest.param("date:本週", [on("本周")], id="in traditional characters"),
        pytest.param("date:2026-03..2026-05", [dated("2026-03", "2026-05")], id="a range of dates"),
        pytest.param("date:2026-03。。", [dated("2026-03")], id="since, with full-width dots"),
        pytest.param("date:..3月5日", [dated(None, "3月5日")], id="until"),
        pytest.param("date:>2026-03", [dated("2026-03", strict=True)], id="after"),
        pytest.param("date:>=2026-03", [dated("2026-03")], id="from"),
        pytest.param("date:<2026-03", [dated(None, "2026-03", strict=True)], id="before"),
        pytest.param("date:<=2026-03", [dated(None, "2026-03")], id="through"),
        pytest.param("date:(2025|2026-03)", [Any((on("2025"), on("2026-03")))], id="one of some dates"),
        pytest.param("date:none", [Dated("date", None)], id="no date"),
        pytest.param("日期:無日期", [Dated("date", None)], id="no date in Chinese"),
        pytest.param("added:今天", [dated("今天", "今天", field="added")], id="when it came"),
        pytest.param("收录:7d", [dated("7d", "7d", field="added")], id="when it came, in Chinese"),
        pytest.param("读于:昨天", [dated("昨天", "昨天", field="read")], id="when it was read"),
        pytest.param("read:none", [Dated("read", None)], id="never read"),
        pytest.param("x.:甲", [word("x.:甲")], id="a column without a name"),
        pytest.param("x.a(b:甲", [word("x.a(b:甲")], id="a column of which the name holds a sign"),
        pytest.param(":甲", [word(":甲")], id="a colon without a name"),
    ],
)  # fmt: skip
def test_what_a_field_asks_for(text: str, terms: list[Term]) -> None:
    assert Query.parse(text) == Query(tuple(terms))


@pytest.mark.parametrize(
    ("text", "query"),
    [
        pytest.param("甲 sort:title", Query((word("甲"),), sort="title"), id="an order"),
        pytest.param("limit:5 甲", Query((word("甲"),), limit=5), id="a number"),
        pytest.param("甲 fold:off", Query((word("甲"),), folded=False), id="as written"),
        pytest.param("fold:on", Query(), id="folded as ever"),
        pytest.param("甲 OR 乙 limit:0", Query((either("甲", "乙"),), limit=0), id="beside a choice"),
        pytest.param("sort:none limit:3 fold:off", Query((), "none", 3, folded=False), id="all of them"),
    ],
)
def test_what_is_asked_of_the_whole_answer(text: str, query: Query) -> None:
    assert Query.parse(text) == query
    assert Query.parse(str(query)) == query


@pytest.mark.parametrize(
    ("text", "position", "says"),
    [
        pytest.param("authr:王", 0, "author", id="a field's name one letter short"),
        pytest.param("甲 titles:乙", 2, "title", id="one letter too many"),
        pytest.param("-secsion:乙", 1, "section", id="another letter"),
        pytest.param("title:", 6, "needs a value", id="no value"),
        pytest.param("title: 甲", 6, "needs a value", id="a blank before the value"),
        pytest.param('title:""', 6, "needs a value", id="an empty value"),
        pytest.param("date:昨年吧", 5, "昨年吧", id="no date"),
        pytest.param("date:2026-02-30", 5, "2026-02-30", id="a day that no calendar has"),
        pytest.param("date:2026-03..昨年", 5, "昨年", id="a range that ends in no date"),
        pytest.param("date:..", 5, "no date", id="a range of nothing"),
        pytest.param("date:/2026/", 5, "neither", id="an expression for a date"),
        pytest.param("date:(2026|昨年)", 11, "昨年", id="one of several dates"),
        pytest.param("length:长", 7, "长", id="no number"),
        pytest.param("length:5..多", 7, "no number", id="a range that ends in no number"),
        pytest.param("length:9999999999999999", 7, "no number", id="more than any article has"),
        pytest.param("kind:已读", 5, "full", id="a state that is no kind"),
        pytest.param("id:12", 3, "id", id="an id too short"),
        pytest.param("id:wxyz", 3, "id", id="an id of other letters"),
        pytest.param("py:工信部", 3, "gxb", id="initials in Chinese"),
        pytest.param("sort:titel", 5, "nearest: title", id="no order"),
        pytest.param("limit:多", 6, "whole number", id="no number of articles"),
        pytest.param("fold:of", 5, "nearest: off", id="neither off nor on"),
        pytest.param("sort:title 甲 sort:none", 18, "before", id="two orders"),
        pytest.param("(甲 sort:title)", 8, "outside", id="an order in brackets"),
        pytest.param("甲 -limit:5", 9, "outside", id="a number denied"),
        pytest.param("/(甲/", 3, "no regular expression", id="an expression with an open bracket"),
        pytest.param("/[Ａ-z]/", 5, "no regular expression", id="an expression that is one only when folded"),
        pytest.param("甲 /[乙/", 5, "no regular expression", id="a place inside an expression"),
        pytest.param("(" * 61 + "甲" + ")" * 61, 60, "60 deep", id="brackets too deep"),
    ],
)
def test_what_cannot_be_read_is_an_error_with_its_place(text: str, position: int, says: str) -> None:
    with pytest.raises(QueryError) as caught:
        Query.parse(text)
    assert (caught.value.position, caught.value.text) == (position, text)
    assert says in caught.value.what


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        pytest.param("甲 标提:乙", [Note(2, "“标提” is no field and was taken as text; nearest: 标题")], id="near"),
        pytest.param("专家：雨还会下", [Note(0, "“专家” is no field and was taken as text")], id="nothing near"),
        pytest.param("媒体： 甲", [Note(0, "“媒体” has no value behind it and was taken as text")], id="no value"),
        pytest.param("是：他救了全村", [Note(0, "“是” asks for no state here and was taken as text")], id="no state"),
        pytest.param("12:30 https://a.cn/ 《甲》:乙 媒体：甲", [], id="times, addresses, signs and fields"),
    ],
)
def test_what_looks_like_more_than_text_is_said(text: str, notes: list[Note]) -> None:
    assert list(read_query(text).notes) == notes
