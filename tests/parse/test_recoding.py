"""Streams in any encoding are read as they come, and their beginning tells which it is."""

import codecs
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.article import ReadAs
from zjreader.parse.recoding import characters, encoding_of, in_utf_8, text_of
from zjreader.text.clean import Clean

LINE = "城南老桥今起恢复通行，沿河步道同时向行人开放。\n"
GB = ReadAs(Clean("gb18030"), assumed=True)
UTF_8 = ReadAs(Clean("utf-8"), assumed=False)


@pytest.mark.parametrize(
    ("first", "rest", "read_as"),
    [
        pytest.param(LINE.encode(), b"", UTF_8, id="UTF-8"),
        pytest.param(LINE.encode()[:-1] + b"\xe5\x9f", b"\x8e", UTF_8, id="UTF-8 cut within a character"),
        pytest.param(LINE.encode("gbk"), b"", GB, id="GBK"),
        pytest.param(b"title,body\n", LINE.encode("gbk"), GB, id="GBK behind ASCII"),
        pytest.param(b"title\n", b"", UTF_8, id="ASCII alone"),
    ],
)
def test_the_beginning_tells_the_encoding(first: bytes, rest: bytes, read_as: ReadAs) -> None:
    assert encoding_of(first, BytesIO(rest)) == read_as


def test_what_was_said_counts_unless_a_mark_says_otherwise() -> None:
    said = Clean("gbk")
    assert encoding_of(LINE.encode(), BytesIO(), said) == ReadAs(said, assumed=False)
    assert encoding_of(codecs.BOM_UTF8 + LINE.encode(), BytesIO(), said) == UTF_8
    assert text_of(LINE.encode("gb18030"), said).text == LINE
    assert text_of(codecs.BOM_UTF8 + LINE.encode(), said).text == LINE
    assert text_of(b"\xff" + LINE.encode("gbk"), said).replaced == 1


def test_characters_come_with_newlines_and_replacements() -> None:
    data = LINE.strip().encode("big5", "replace") + b"\r\n\xff\xff"
    assert characters(BytesIO(data), "big5").read().endswith("\n\ufffd\ufffd")
    assert characters(BytesIO(codecs.BOM_UTF8 + b"a"), "utf-8").read() == "a"


@given(st.text(st.characters(codec="gb18030", exclude_characters="\r\ufffd"), max_size=60), st.integers(1, 9))
def test_a_recoded_stream_is_the_text_in_utf_8(text: str, size: int) -> None:
    with in_utf_8(BytesIO(text.encode("gb18030")), "gb18030") as stream:
        read = b"".join(iter(lambda: stream.read(size), b""))
    assert read == text.encode()


def test_a_long_stream_is_recoded_piece_by_piece() -> None:
    text = LINE * 20_000
    assert in_utf_8(BytesIO(text.encode("gbk")), "gb18030").read() == text.encode()


def test_a_stray_byte_stays_one() -> None:
    assert in_utf_8(BytesIO("桥".encode("gbk") + b"\xff"), "gb18030").read() == "桥".encode() + b"\xff"
    stream = BytesIO(b"\xff")
    assert in_utf_8(stream, "utf-8") is stream
