"""Records in JSON, wherever in the document they lie."""

import json
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.parse.json_rows import lazy_rows, rows
from zjreader.parse.rows import Remark, Row
from zjreader.text.clean import Clean

A, B = {"title": "桥通了", "tags": ["城事"]}, {"title": "路修好了", "body": "正文"}


def values(data: str) -> list[Any]:
    return [row.values if isinstance(row, Row) else row.line for row in rows(BytesIO(data.encode()))]


@pytest.mark.parametrize(
    "around",
    [
        pytest.param({"count": 2, "articles": [A, B]}, id="in an object"),
        pytest.param({"data": {"more": False, "list": [A, B]}, "code": 0}, id="in an object in it"),
        pytest.param({"title": "城事", "items": [A, B], "meta": {"title": "x"}}, id="in an object with a title"),
        pytest.param({"article": [A, B]}, id="under a name that could be a text's"),
        pytest.param({"tags": ["a"], "notes": [[1]], "articles": [A, B]}, id="behind other arrays"),
        pytest.param({"empty": [], "none": None, "articles": [A, B]}, id="behind nothing"),
    ],
)
@pytest.mark.parametrize("indent", [None, 1])
def test_an_object_may_hold_the_array_of_records(around: dict[str, Any], indent: int | None) -> None:
    assert values(json.dumps(around, ensure_ascii=False, indent=indent)) == [A, B]


@pytest.mark.parametrize(
    "record",
    [
        pytest.param({**B, "comments": [A]}, id="with comments"),
        pytest.param({"comments": [A], **B}, id="with comments before its text"),
        pytest.param({**A, "authors": [{"name": "林知远"}]}, id="with authors"),
        pytest.param({"schema": "zjreader/1", "blocks": [{"kind": "note", "text": "x"}]}, id="of ours"),
        pytest.param({"title": "桥", "a": {"b": {"c": {"d": [A]}}}}, id="with an array too deep"),
        pytest.param({**A, "pages": [["x"], [{"title": "y"}]]}, id="with an array of arrays"),
    ],
)
@pytest.mark.parametrize("indent", [None, 1])
def test_a_record_is_no_wrapper(record: dict[str, Any], indent: int | None) -> None:
    assert values(json.dumps(record, ensure_ascii=False, indent=indent)) == [record]


def test_records_with_arrays_are_lines_where_lines_are() -> None:
    line = json.dumps({"list": [A]})
    assert values(f"{line}\n{line}\n") == [{"list": [A]}] * 2


def test_an_object_over_lines_need_not_open_alone() -> None:
    assert values('{"title": "桥通了",\n"body": "正文"}') == [{"title": "桥通了", "body": "正文"}]
    assert values('{"count": 1,\n"list":\n[{"title": "桥通了"}\n]}') == [{"title": "桥通了"}]


def test_the_lines_of_wrapped_records_are_their_own() -> None:
    text = '{\n"list": [\n{"title": "a"},\n{"title": "b"}\n]}\n'
    assert [row.line for row in rows(BytesIO(text.encode()))] == [3, 4]


def test_an_array_that_begins_far_down_is_found() -> None:
    data = "[" + json.dumps(A, ensure_ascii=False) + "]"
    assert values('{"note": "' + "长" * 5000 + '",\n"code": 0,\n"list": ' + data + "}") == [A]


def test_an_object_over_many_lines_is_read_to_its_end() -> None:
    records = [{**B, "body": "正文" * 50, "n": at} for at in range(1000)]
    assert values(json.dumps({"list": records}, indent=1)) == records


def test_wrapped_records_are_read_though_their_array_never_closes() -> None:
    assert values('{"list": [{"title": "a"},\n{"title": "b"},\n') == [{"title": "a"}, {"title": "b"}]


def test_told_columns_tell_the_array() -> None:
    data = BytesIO('{"list": [{"抬头": "桥通了"}]}'.encode())
    (row,) = rows(data, ((Clean("title"), Clean("抬头")),))
    assert isinstance(row, Row)
    assert row.values == {"抬头": "桥通了"}


@pytest.mark.parametrize(
    ("line", "read"),
    [
        pytest.param('{"title": "桥", "n": [1]}', {"title": "桥", "n": [1]}, id="a record"),
        pytest.param('{"title": "\\ud800", "n": 1}', {"title": "\ud800", "n": 1}, id="a lone surrogate"),
        pytest.param('{"title": "a\x01"}', {"title": "a\x01"}, id="a raw control character"),
        pytest.param("{oops", None, id="no JSON"),
        pytest.param("[1]", None, id="no object"),
    ],
)
def test_lazy_rows_read_what_is_asked_for(line: str, read: dict[str, object] | None) -> None:
    found = [dict(row.values) for row in lazy_rows(BytesIO(f'{line}\n{{"title":"z"}}\n'.encode()))]
    assert found == [each for each in (read, {"title": "z"}) if each]
    assert [len(row.values) for row in lazy_rows(BytesIO(b'{"a":1,"b":2}'))] == [2]


@given(st.text('{}[]":,\n titlebody', max_size=60))
def test_any_object_is_read_to_its_end(text: str) -> None:
    found = list(rows(BytesIO(b'{"list":[{' + text.encode())))
    assert all(isinstance(row, Row | Remark) for row in found)
