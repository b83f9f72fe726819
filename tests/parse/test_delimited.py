"""Delimited tables are told from texts, and their columns by what names them or what stands in them."""

import json
from io import StringIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.parse.cells import MOST_LINE
from zjreader.parse.columns import Told
from zjreader.parse.delimited import Dialect, dialect_of, rows
from zjreader.parse.rows import Remark, Row
from zjreader.text.clean import Clean

BODY = "经过三个月的加固，城南老桥今起恢复通行。施工期间绕行的六条公交线路同时改回原线，沿河步道也已经向行人开放，" * 2
TOLD: Told = ((Clean("title"), Clean("抬头")), (Clean("body"), Clean("2")))


def found(text: str, told: Told = ()) -> list[Row | Remark]:
    dialect = dialect_of(text, told)
    assert dialect
    return list(rows(StringIO(text), dialect))


@pytest.mark.parametrize(
    ("text", "dialect"),
    [
        pytest.param("标题,正文\n", Dialect(",", ("标题", "正文"), True), id="a header alone"),
        pytest.param("title;date\na;b\n", Dialect(";", ("title", "date"), True), id="semicolons"),
        pytest.param("\ufeff标题\t时间\n", Dialect("\t", ("标题", "时间"), True), id="a mark before it"),
        pytest.param("\n标题|来源\n", Dialect("|", ("标题", "来源"), True), id="a blank line before it"),
        pytest.param(
            '"标题","备注"\n"一","二"\n', Dialect(",", ("标题", "备注"), True), id="one name known, and rows as long"
        ),
        pytest.param("标题,备注\n桥通了\n路修好\n", None, id="one name known, and no row as long"),
        pytest.param(",标题,标题,备注\n1,a,b,c\n", Dialect(",", ("1", "标题", "标题 3", "备注"), True), id="odd names"),
        pytest.param("编号,地点\n1,2\n", None, id="neither title nor text"),
        pytest.param("城南老桥今起恢复通行\n\n本报讯, 经过加固，通行。\n", None, id="a text"),
        pytest.param("他说,标题,很好\n但是\n", None, id="a text with commas"),
        pytest.param("", None, id="nothing"),
        pytest.param('"标题,正文\n没有结束', None, id="an open quote and no more"),
    ],
)
def test_a_table_is_known_by_its_header(text: str, dialect: Dialect | None) -> None:
    assert dialect_of(text) == dialect


@pytest.mark.parametrize(
    ("row", "names"),
    [
        pytest.param("城南老桥恢复通行\t城事", ("title", "2"), id="titles and classes"),
        pytest.param("7\t城南老桥恢复通行\t2026-04-10", ("1", "title", "published"), id="titles and dates"),
        pytest.param(f"城南老桥恢复通行\t{BODY}", ("title", "body"), id="titles and texts"),
        pytest.param(f"7\t{BODY}", ("1", "body"), id="texts alone"),
        pytest.param("城南老桥恢复通行,http://a.example/7", ("title", "url"), id="by commas beside a link"),
        pytest.param("城南老桥恢复通行,4月10日,", None, id="by commas beside what may be prose"),
        pytest.param("城南老桥恢复通行,沿河步道开放", None, id="by commas beside nothing"),
        pytest.param("7\t8", None, id="numbers"),
        pytest.param("桥\t路", None, id="words"),
    ],
)
def test_a_table_without_header_is_known_by_its_columns(row: str, names: tuple[str, ...] | None) -> None:
    dialect = dialect_of(f"{row}\n" * 3)
    assert (dialect and dialect.names) == names
    assert dialect is None or not dialect.header


def test_rows_of_other_lengths_make_no_table() -> None:
    assert dialect_of("城南老桥恢复通行\t城事\n沿河步道开放了\n西山索道检修三天\n") is None


def test_columns_that_were_told_are_known() -> None:
    assert dialect_of("抬头,备注\n桥通了,x\n", TOLD) == Dialect(",", ("抬头", "备注"), True)
    assert dialect_of("7\t桥\n8\t路\n9\t河\n", TOLD) == Dialect("\t", ("1", "2"), False)


def test_rows_have_the_lines_in_which_they_begin() -> None:
    text = '标题,正文\n桥通了,"一\n二"\n路,坏,了\n\n河,海\ufffd\n'
    values = {"标题": "桥通了", "正文": "一\n二"}
    first, remark, last = found(text)
    assert first == Row(values, 2)
    assert isinstance(remark, Remark)
    assert (remark.line, remark.kept) == (4, False)
    assert last == Row({"标题": "河", "正文": "海\ufffd"}, 6, replaced=1)


def test_rows_without_header_begin_with_the_first() -> None:
    lines = [f"城南老桥第{at}日恢复通行\t城事\n" for at in "一二三"]
    assert [row.line for row in found("".join(lines))] == [1, 2, 3]


def test_of_a_line_without_end_no_more_is_held_than_shows_it() -> None:
    text = StringIO("标题,正文\n" + "长" * (2 * MOST_LINE) + "\n河,海\n")
    remark, row = rows(text, Dialect(",", ("标题", "正文"), header=True))
    assert isinstance(remark, Remark)
    assert (remark.line, row.line) == (2, 3)


def ours(**cells: str) -> dict[str, Any]:
    names, values = zip(*{"schema": "zjreader/1", "title": "桥通了", **cells}.items(), strict=True)
    lines = ("\t".join(part) for part in (names, values))
    (row,) = found("\n".join(lines) + "\n")
    assert isinstance(row, Row)
    return dict(row.values)


@pytest.mark.parametrize(
    ("name", "cell", "value"),
    [
        pytest.param("authors", "林知远;何一禾", ["林知远", "何一禾"], id="names"),
        pytest.param("tags", "", [], id="no names"),
        pytest.param("inferred", "true", True, id="a truth"),
        pytest.param("length", "1820", 1820, id="a number"),
        pytest.param("extra", '{"城市":"江城"}', {"城市": "江城"}, id="JSON"),
        pytest.param("extra", "{", None, id="JSON that is none"),
        pytest.param("url", "", None, id="nothing"),
        pytest.param("section", "城事;民生", "城事;民生", id="a text"),
    ],
)
def test_a_record_of_ours_has_the_values_that_went_out(name: str, cell: str, value: object) -> None:
    assert ours(**{name: cell.replace('"', '"')})[name] == value


@given(st.text('标题,正文\t|;"\n2026 title', max_size=80))
def test_any_text_is_a_table_or_none(text: str) -> None:
    dialect = dialect_of(text)
    if dialect:
        assert json.dumps([row.line for row in rows(StringIO(text), dialect)])
