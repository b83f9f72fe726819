"""What the layout's options change."""

from datetime import UTC, timedelta, timezone

import pytest

from zjreader.article import Article, Block, Moment, State
from zjreader.errors import UsageError
from zjreader.formats.cite import citation
from zjreader.formats.credits import shown_time, web_address
from zjreader.formats.csv import csv
from zjreader.formats.html import html
from zjreader.formats.identifiers import ids, paths, urls
from zjreader.formats.json import json, jsonl
from zjreader.formats.markdown import escaped, markdown
from zjreader.formats.row import Format, Layout, Row, state_sign
from zjreader.formats.table import table
from zjreader.formats.template import template
from zjreader.formats.text import text
from zjreader.formats.tsv import tsv
from zjreader.text.clean import Clean
from zjreader.text.typeset import Style


@pytest.mark.parametrize(
    ("form", "nothing"),
    [
        pytest.param(jsonl, "", id="jsonl"),
        pytest.param(json, "[]\n", id="json"),
        pytest.param(tsv, "", id="tsv"),
        pytest.param(markdown, "", id="markdown"),
        pytest.param(text, "", id="text"),
        pytest.param(ids, "", id="ids"),
    ],
)
def test_nothing_found(form: Format, nothing: str) -> None:
    assert "".join(form([], Layout())) == nothing


@pytest.mark.parametrize(
    ("form", "records"),
    [*((form, 2) for form in (jsonl, tsv, markdown, text, ids, urls, table, template)), (csv, 3), (paths, 1)],
)
def test_nul_ends_each_record(form: Format, records: int, rows: list[Row]) -> None:
    row = rows[0]
    printed = "".join(form([row, row], Layout(null=True, template="{id}")))
    assert printed.endswith("\0")
    assert printed.count("\0") == records


def test_a_path_is_shown_clean_and_given_whole(rows: list[Row]) -> None:
    path = "新\udcd0\x1b[31m闻\n.txt"
    row = rows[0]._replace(record=rows[0].record._replace(path=path))
    nowhere = rows[0]._replace(record=rows[0].record._replace(path=None))
    assert "".join(paths([row, nowhere], Layout())) == "新\ufffd[31m闻 .txt\n"
    assert "".join(paths([row, nowhere], Layout(null=True))) == path + "\0"


def test_a_byte_order_mark_comes_first(rows: list[Row]) -> None:
    assert "".join(csv(rows, Layout(bom=True))).startswith("\ufeffschema,")


def test_a_cell_alone_and_empty_is_no_blank_line(rows: list[Row]) -> None:
    assert "".join(csv(rows[1:2], Layout(fields=("url",)))) == 'url\n""\n'


@pytest.mark.parametrize("form", [jsonl, json, tsv, csv])
def test_an_unknown_field_prints_nothing(form: Format, rows: list[Row]) -> None:
    with pytest.raises(UsageError, match="title"):
        next(iter(form(rows, Layout(fields=("titel",)))))


@pytest.mark.parametrize(
    ("form", "line"),
    [
        pytest.param("", "", id="empty"),
        pytest.param("新闻", "新闻", id="no field"),
        pytest.param("{id} {title}", "c0ffee0000000001 老街区里的夜间图书馆", id="two fields"),
        pytest.param(r"{key}\t{day}\n\0\\", "k-7\t2026-04-10\n\0\\", id="escapes"),
        pytest.param("{{{key}}}", "{k-7}", id="braces around a field"),
        pytest.param("{{key}}", "{key}", id="braces alone"),
        pytest.param("{tags}", "图书馆;夜经济", id="a list"),
        pytest.param("<{summary}>", "<>", id="null"),
        pytest.param("{ key }", "k-7", id="blanks inside braces"),
        pytest.param("\x1b[1m{key}", "[1mk-7", id="what commands a terminal is removed"),
    ],
)
def test_a_template_is_filled(form: str, line: str, rows: list[Row]) -> None:
    assert "".join(template(rows[:1], Layout(template=form))) == line + "\n"


@pytest.mark.parametrize(
    ("form", "about"),
    [
        pytest.param("{titel}", "titel", id="an unknown field"),
        pytest.param("{}", "", id="an empty field"),
        pytest.param("{0}", "0", id="a position"),
        pytest.param("{title.__class__}", "title.__class__", id="an attribute"),
        pytest.param("{title!r:>20}", "title!r:>20", id="a conversion"),
        pytest.param("{title", "{", id="an open brace"),
        pytest.param("title}", "}", id="a closing brace"),
        pytest.param(r"\x41", r"\x", id="an unknown escape"),
        pytest.param("title\\", "\\", id="a backslash at the end"),
    ],
)
def test_a_template_that_is_none_is_refused(form: str, about: str, rows: list[Row]) -> None:
    with pytest.raises(UsageError) as refused:
        template(rows, Layout(template=form))
    assert refused.value.about == about


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        pytest.param("涨幅 3.5%（同比）", "涨幅 3.5%（同比）", id="prose stays as it is"),
        pytest.param("# 井号", r"\# 井号", id="heading"),
        pytest.param("- 一点", r"\- 一点", id="bullet"),
        pytest.param("+1 分", r"\+1 分", id="plus"),
        pytest.param("2026. 这一年", r"2026\. 这一年", id="number with a dot"),
        pytest.param("1) 其一", r"1\) 其一", id="number with a bracket"),
        pytest.param("===", r"\===", id="underline"),
        pytest.param("> 引用", r"\> 引用", id="quote"),
        pytest.param("~~~", r"\~\~\~", id="fence"),
        pytest.param("[链接](javascript:x)", r"\[链接\](javascript:x)", id="link"),
        pytest.param("<script>&amp;", r"\<script\>\&amp;", id="html"),
        pytest.param("$100|*_`^\\", r"\$100\|\*\_\`\^\\", id="inline signs"),
        pytest.param("    代码\n# 又一行", "代码 # 又一行", id="never more than one line"),
    ],
)
def test_markup_of_a_text_is_text(text: str, markdown: str) -> None:
    assert escaped(text) == markdown


def test_a_link_with_odd_signs_stays_one_link(rows: list[Row]) -> None:
    article = Article(
        "full", Clean("标题"), url=Clean("https://e.example/<a b>"), blocks=(Block("paragraph", Clean("文")),)
    )
    printed = "".join(markdown([rows[0]._replace(record=rows[0].record._replace(article=article))], Layout()))
    assert printed.endswith("\n\n<https://e.example/%3Ca%20b%3E>\n")


@pytest.mark.parametrize(
    ("url", "given"),
    [
        pytest.param(Clean("https://a.example/"), True, id="https"),
        pytest.param(Clean("HTTP://a.example/"), True, id="capitals"),
        pytest.param(Clean("javascript:alert(1)"), False, id="script"),
        pytest.param(Clean("file:///etc/passwd"), False, id="file"),
        pytest.param(None, False, id="none"),
    ],
)
def test_only_addresses_of_the_web_become_links(url: Clean | None, given: bool, rows: list[Row]) -> None:
    article = Article("teaser", Clean("标题"), url=url)
    row = rows[0]._replace(record=rows[0].record._replace(article=article))
    assert (web_address(article) is not None) == given
    assert ("<a href" in "".join(html([row], Layout()))) == given


@pytest.mark.parametrize(
    ("moment", "zone", "shown"),
    [
        pytest.param("2026-04-10", UTC, "2026-04-10", id="a day is a day everywhere"),
        pytest.param("2026-04", None, "2026-04", id="a month"),
        pytest.param("2026-04-10T08:12+08:00", None, "2026-04-10 08:12", id="as published"),
        pytest.param("2026-04-10T07:12+08:00", UTC, "2026-04-09 23:12", id="in the reader's zone"),
        pytest.param("2026-04-10T23:59:58+08:00", timezone(timedelta(hours=9)), "2026-04-11 00:59", id="past midnight"),
        pytest.param("0001-01-01T00:00+08:00", UTC, "0001-01-01T00:00+08:00", id="the first day of the calendar"),
    ],
)
def test_a_time_is_shown(moment: str, zone: timezone | None, shown: str) -> None:
    assert shown_time(Moment(Clean(moment), "minute", None), zone) == shown


@pytest.mark.parametrize(
    ("article", "line"),
    [
        pytest.param(Article("teaser", Clean("标题")), "标题[N].", id="only a title"),
        pytest.param(Article("teaser", Clean("标题"), publisher=Clean("某报")), "标题[N]. 某报.", id="no date"),
        pytest.param(
            Article("teaser", Clean("标题"), published=Moment(Clean("2026"), "year", None)),
            "标题[N]. 2026.",
            id="a year",
        ),
        pytest.param(
            Article("teaser", Clean("标题"), authors=(Clean("甲"), Clean("乙"), Clean("丙"))),
            "甲, 乙, 丙. 标题[N].",
            id="three authors are all named",
        ),
    ],
)
def test_a_citation_leaves_out_what_is_unknown(article: Article, line: str) -> None:
    assert citation(article) == line


@pytest.mark.parametrize(
    ("state", "sign"),
    [
        pytest.param(State(), ".", id="unread"),
        pytest.param(State(read=True), "r", id="read"),
        pytest.param(State(starred=True), "*", id="starred"),
        pytest.param(State(read=True, starred=True), "*", id="a star outshines reading"),
    ],
)
def test_a_state_has_one_sign(state: State, sign: str) -> None:
    assert state_sign(state) == sign


def test_colour_tells_the_state_and_is_put_back(rows: list[Row]) -> None:
    lines = list(table(rows, Layout(color=True, width=40)))
    assert lines == [
        "\x1b[33m*\x1b[0m\x1b[2m  2026-04-10  老街区里的夜间图书馆\x1b[0m\n",
        "r\x1b[2m  2026-04     春茶开采 茶农忙\x1b[0m\n",
        ".\x1b[1m              =SUM(A1) *不是* 公式 <b>\x1b[0m\n",
    ]


def test_a_page_is_set_in_the_style_and_measure_asked_for(rows: list[Row]) -> None:
    layout = Layout(width=80, measure=44, style=Style(paragraphs="apart"))
    lines = "".join(text(rows[:1], layout)).split("\n")
    place = lines.index("晚上九点，老街区的这间图书馆才进入一天里最热")
    assert lines[place - 1 : place + 3] == ["", *lines[place : place + 2], ""]
