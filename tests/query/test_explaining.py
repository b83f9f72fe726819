"""A query is explained as it was understood: the tree, its meaning today, what it costs, and how many match."""

import json
from datetime import date

from zjreader.query.explaining import as_json, as_lines, explain
from zjreader.query.language import read_query
from zjreader.query.tree import All

TODAY = date(2026, 3, 5)
EVERYTHING = (
    "复工 (date:近3天 OR -媒体:晚报) =词 /甲/ length:>800 length:<5 is:unread about:芯片 py:gxb view:早报 date:none"
    " sort:title limit:5 fold:off 专家：无"
)


def test_for_people_it_is_a_tree_of_lines() -> None:
    parsed = read_query(EVERYTHING)
    assert list(as_lines(parsed, explain(All(parsed.query.terms), TODAY))) == [
        str(parsed.query),
        "  [4] all of these",
        "    [1] 复工  in title, summary or body, as “复工”",
        "    [0] one of these",
        "      [0] date:近3天  2026-03-03 – 2026-03-05",
        "      [0] not this",
        "        [0] 媒体:晚报  in the field publisher",
        "    [3] =词  as whole words in title, summary or body",
        "    [4] /甲/  a regular expression for title, summary or body",
        "    [2] length:>=801  from 801 to … characters",
        "    [2] length:<5  from 0 to 4 characters",
        "    [0] is:unread  articles that are unread",
        "    [3] about:芯片  a loose question: any of its words",
        "    [2] py:gxb  first letters of pinyin in the title",
        "    [3] view:早报  a saved query",
        "    [0] date:none  without a date",
        "    [1] 专家：无  in title, summary or body, as “专家:无”",
        "sorted: title",
        "at most 5 articles",
        "texts are compared as they are written",
        "“专家” is no field and was taken as text",
    ]


def test_numbers_of_articles_stand_behind_each_part() -> None:
    parsed = read_query("甲 -乙")
    part = explain(All(parsed.query.terms), TODAY, lambda term: len(str(term)) and 1)
    assert [line.rpartition("  ")[2] for line in as_lines(parsed, part)][1:] == ["1 article"] * 4


def test_for_programs_it_is_one_object() -> None:
    parsed = read_query("甲 OR 栏目:乙 标提:丙")
    told = json.loads(as_json(parsed, explain(All(parsed.query.terms), TODAY)))
    assert told["query"] == str(parsed.query)
    assert [told["sort"], told["limit"], told["fold"]] == [None, None, True]
    assert [note["position"] for note in told["notes"]] == [10]
    assert told["tree"]["kind"] == "and"
    choice = told["tree"]["parts"][0]
    assert [choice["kind"], choice["text"], choice["articles"]] == ["or", "甲 OR 栏目:乙 标提:丙", None]
    assert [part["kind"] for part in choice["parts"]] == ["word", "and"]
