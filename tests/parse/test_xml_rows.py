"""XML whose records hold a value an element is read row by row, however its records stand in each other."""

from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.parse.rows import Remark, Row
from zjreader.parse.xml_rows import MOST_RECORD, rows

VALUES = {"url": "http://news.example/7", "title": "城南老桥恢复通行", "content": "老桥今起通行。"}
RECORD = "<doc>\n" + "".join(f"<{name}>{value}</{name}>\n" for name, value in VALUES.items()) + "</doc>\n"


def found(text: str) -> list[Row | Remark]:
    return list(rows(StringIO(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(RECORD, [Row(VALUES, 1)], id="one"),
        pytest.param(f'<?xml version="1.0"?>\n{RECORD}', [Row(VALUES, 1)], id="below a declaration"),
        pytest.param(RECORD + RECORD, [Row(VALUES, 1), Row(VALUES, 6)], id="one after another without a root"),
        pytest.param(f"<docs>{RECORD}{RECORD}</docs>", [Row(VALUES, 1), Row(VALUES, 6)], id="in a root"),
        pytest.param(f"{RECORD}<doc><title>城南", [Row(VALUES, 1)], id="cut off before any value"),
        pytest.param(
            f"{RECORD}<doc><title>城南</title><content>老桥",
            [Row(VALUES, 1), Remark("没有结尾的记录，已跳过", 6)],
            id="cut off behind a value",
        ),
        pytest.param("<doc></doc>", [], id="no values"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_each_record_is_a_row(text: str, expected: list[Row | Remark]) -> None:
    assert [row.line for row in found(text)] == [row.line for row in expected]
    assert [row.values for row in found(text) if isinstance(row, Row)] == [
        row.values for row in expected if isinstance(row, Row)
    ]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        pytest.param("A &amp; B", "A & B", id="an entity of HTML's"),
        pytest.param("&#22478;南", "城南", id="a character by number"),
        pytest.param("&xxe;", "&xxe;", id="another entity"),
        pytest.param("<![CDATA[<b>老桥</b> & 步道]]>", "<b>老桥</b> & 步道", id="a section of characters"),
        pytest.param("<![CDATA[老桥", "老桥</title></doc>", id="one that never ends"),
        pytest.param("  老桥\n步道 ", "老桥\n步道", id="lines"),
        pytest.param("坏\ufffd字", "坏\ufffd字", id="a stray byte"),
    ],
)
def test_a_value_is_what_was_meant(written: str, value: str) -> None:
    read = found(f"<doc><key>7</key><title>{written}</title></doc>")
    titles = [row.values.get("title") for row in read if isinstance(row, Row)]
    assert titles == [value if "</doc>" not in value else None]


def test_of_two_elements_of_a_name_the_first_counts() -> None:
    (row,) = found("<doc><title>城南</title><title>城北</title></doc>")
    assert isinstance(row, Row)
    assert row.values == {"title": "城南"}


def test_a_record_goes_over_many_pieces() -> None:
    text = "老桥" * (1 << 17)
    (row,) = found(f"<doc><title>城南</title><content>{text}</content></doc>")
    assert isinstance(row, Row)
    assert row.values["content"] == text


def test_a_record_too_long_is_skipped() -> None:
    (remark,) = found(f"<doc><title>城南</title><content>{'a' * MOST_RECORD}")
    assert isinstance(remark, Remark)


NAMES = st.sampled_from(["title", "content", "url"])


@given(st.lists(st.dictionaries(NAMES, st.text("城南老桥 abc\n", max_size=20), min_size=1), min_size=1, max_size=5))
def test_what_was_written_is_read(records: list[dict[str, str]]) -> None:
    fields = ("".join(f"<{name}>{value}</{name}>" for name, value in record.items()) for record in records)
    read = found("".join(f"<doc>{field}</doc>" for field in fields))
    assert [row.values for row in read if isinstance(row, Row)] == [
        {name: value.strip() for name, value in record.items()} for record in records
    ]


@given(st.text("<doc></doc><title>城!-[CDATA&;\n ", max_size=120))
def test_any_text_is_read_to_its_end(text: str) -> None:
    assert all(isinstance(row, (Row, Remark)) for row in found(text))
