"""A page saved with its pictures in one file is the page, whatever browser saved it and however it was packed."""

from base64 import encodebytes
from quopri import encodestring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.parse.asked import UNTOLD, Asked
from zjreader.parse.mhtml import page_of
from zjreader.text.clean import Clean

URL = "https://news.example.com/2026/0305/1.html"
PAGE = "<html><title>城南老桥今起恢复通行</title><p>经过三个月的加固。</p></html>"
PICTURE = b"Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n"


def part(encoding: str, body: bytes, kind: str = "text/html", more: str = f"Content-Location: {URL}\r\n") -> bytes:
    return f"Content-Type: {kind}\r\nContent-Transfer-Encoding: {encoding}\r\n{more}\r\n".encode() + body


def saved(*parts: bytes, more: str = "") -> bytes:
    head = (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {URL}\r\nMIME-Version: 1.0\r\n"
        f'Content-Type: multipart/related;\r\n\ttype="text/html";{more}\r\n\tboundary="----a=_b"\r\n\r\n'
    )
    return head.encode() + b"".join(b"\r\n------a=_b\r\n" + each for each in parts) + b"\r\n------a=_b--\r\n"


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        pytest.param("quoted-printable", encodestring(PAGE.encode()), id="quoted-printable"),
        pytest.param("base64", encodebytes(PAGE.encode()), id="base64"),
        pytest.param("binary", PAGE.encode(), id="as it is"),
    ],
)
def test_the_page_is_unpacked_with_its_address(encoding: str, body: bytes) -> None:
    found = page_of(saved(part(encoding, body), PICTURE), UNTOLD)
    assert found is not None
    assert (found[0].strip(), found[1].url) == (PAGE.encode(), URL)


def test_the_charset_of_its_head_is_told() -> None:
    found = page_of(saved(part("binary", PAGE.encode("gbk"), "text/html; charset=gb2312")), UNTOLD)
    assert found is not None
    assert (found[0].strip().decode("gbk"), found[1].charset) == (PAGE, "gb2312")


@pytest.mark.parametrize("end", [1, 40, 200])
def test_a_file_that_was_cut_off_behind_the_page_is_whole(end: int) -> None:
    whole = saved(part("binary", PAGE.encode()), PICTURE * 9)
    found = page_of(whole[:-end], UNTOLD)
    assert found is not None
    assert found[0].strip() == PAGE.encode()


def test_the_page_comes_before_its_frames() -> None:
    frame = part("binary", b"<p>frame</p>", more="Content-ID: <frame@a>\r\n")
    page = part("binary", PAGE.encode(), more="Content-ID: <page@a>\r\n")
    first, named = saved(page, frame), saved(frame, page, more='\r\n\tstart="<page@a>";')
    for data in (first, named):
        found = page_of(data, UNTOLD)
        assert found is not None
        assert (found[0].strip(), found[1].url) == (PAGE.encode(), URL)


def test_a_page_alone_needs_no_parts() -> None:
    data = b"From: a\nMIME-Version: 1.0\n" + part("binary", PAGE.encode(), more="").replace(b"\r\n", b"\n")
    asked = Asked(Clean("https://www.example.com/a.mht"))
    assert page_of(data, asked) == (PAGE.encode(), asked)


@pytest.mark.parametrize("data", [b"", b"Content-Type: text/plain\n\na", saved(PICTURE), saved()])
def test_a_file_without_a_page_gives_none(data: bytes) -> None:
    assert page_of(data, UNTOLD) is None


@given(st.binary(max_size=300))
def test_any_bytes_are_a_page_or_none(data: bytes) -> None:
    page_of(saved(data), UNTOLD)
    page_of(data, UNTOLD)
