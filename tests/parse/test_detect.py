"""What a document is, by its first bytes alone: its name may say anything."""

import bz2
import codecs
import gzip
import lzma
from pathlib import Path
from tarfile import TarInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.parse.detect import FIRST, Format, detect

SAVED_PAGE = (
    b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/1.html\r\n"
    b'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----a"\r\n\r\n'
)
TEXT = "城南老桥今起恢复通行\n\n本报讯 经过三个月的加固，城南老桥今起恢复通行。\n"


@pytest.mark.parametrize(
    ("data", "found"),
    [
        pytest.param(b"", "empty", id="nothing"),
        pytest.param(b" \r\n\t\n", "empty", id="white space"),
        pytest.param(codecs.BOM_UTF8, "empty", id="a mark alone"),
        pytest.param(TEXT.encode(), "text", id="UTF-8"),
        pytest.param(TEXT.encode("gbk"), "text", id="GBK"),
        pytest.param(TEXT.encode("big5", "replace"), "text", id="Big5"),
        pytest.param(TEXT.encode("utf-16"), "text", id="UTF-16 with a mark"),
        pytest.param(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "text", id="UTF-16, big end first"),
        pytest.param(TEXT.encode() + b"\x00" * 4, "text", id="a text that a disk has padded"),
        pytest.param(TEXT.encode("utf-16-le"), "binary", id="UTF-16 without a mark"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", "binary", id="a picture"),
        pytest.param(b"%PDF-1.4\n" + bytes(range(256)), "binary", id="a PDF"),
        pytest.param(b"PK\x03\x04\x14\x00\x00\x00", "zip", id="a zip archive"),
        pytest.param(b"PK\x05\x06" + bytes(18), "zip", id="an empty one"),
        pytest.param(b"PK\x03\x04" + bytes(26) + b"[Content_Types].xml", "binary", id="a word processor's text"),
        pytest.param(gzip.compress(b"a"), "gzip", id="gzip"),
        pytest.param(bz2.compress(b"a"), "bzip2", id="bzip2"),
        pytest.param(bz2.compress(b""), "bzip2", id="bzip2 of nothing"),
        pytest.param(lzma.compress(b"a"), "xz", id="xz"),
        pytest.param(TarInfo("a").tobuf(), "tar", id="a tar archive"),
        pytest.param(TarInfo("a").tobuf()[:511], "binary", id="less than a block of one"),
        pytest.param(b"BZh9 " + TEXT.encode(), "text", id="a text that begins like bzip2"),
        pytest.param(b'{"title": "a"}', "json_lines", id="an object"),
        pytest.param(codecs.BOM_UTF8 + b'\n {"title": "a"}', "json_lines", id="an object after a mark and blanks"),
        pytest.param(b'[{"title": "a"}]', "json_lines", id="an array of objects"),
        pytest.param(b'[\n  {\n    "title": "a"\n', "json_lines", id="an array over lines"),
        pytest.param(b"{}", "json_lines", id="an empty object"),
        pytest.param(b"[[1, 2]]", "json_lines", id="an array of arrays"),
        pytest.param(b'{oops\n{"title": "a"}\n', "json_lines", id="a damaged object before a good one"),
        pytest.param(b'[oops,\n {"title": "a"}]', "json_lines", id="a damaged element before a good one"),
        pytest.param(b"[" * 60_000, "json_lines", id="nothing but brackets"),
        pytest.param("[综述]两会前瞻\n正文".encode(), "text", id="a headline in brackets"),
        pytest.param("{图} 大桥合龙\n正文".encode(), "text", id="a headline in braces"),
        pytest.param(b"<!DOCTYPE html><html><head>", "html", id="a web page"),
        pytest.param(b"\n<HTML lang=zh>", "html", id="in capitals"),
        pytest.param(b"<!-- saved --><div class=a>", "html", id="a part of one"),
        pytest.param(b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "a"><html>', "html", id="XHTML"),
        pytest.param(b'<?xml version="1.0"?><rss version="2.0">', "feed", id="RSS"),
        pytest.param(b"<rss><channel><description><p>a</p>", "feed", id="RSS with markup inside"),
        pytest.param(b'<feed xmlns="http://www.w3.org/2005/Atom">', "feed", id="Atom"),
        pytest.param(b'{"version": "https://jsonfeed.org/version/1.1", "items": [', "feed", id="JSON Feed"),
        pytest.param(b'{"title": "a", "version": "2"}', "json_lines", id="a record with a version"),
        pytest.param(b"<rdf:RDF>", "feed", id="RSS 1.0"),
        pytest.param(b"<opml>", "feed", id="a list of feeds"),
        pytest.param(b'<?xml version="1.0"?><news>', "feed", id="other XML"),
        pytest.param(b"<!-- by a plugin --><rss><channel><description><p>", "feed", id="RSS below a comment"),
        pytest.param(
            b'\n\n<?xml version="1.0"?>\n<!-- a -->\n<?xml-stylesheet href="a"?><feed>', "feed", id="Atom below it"
        ),
        pytest.param(b'<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN"><rss>', "feed", id="RSS 0.91"),
        pytest.param(b'<r:rss xmlns:r="a">', "feed", id="RSS in a namespace"),
        pytest.param(
            b'{"title": "a", "author": {"name": "b"}, "version": "https://jsonfeed.org/version/1"}',
            "feed",
            id="JSON Feed, its version late",
        ),
        pytest.param("<?xml version='1.0' encoding='utf-16'?><rss>".encode("utf-16"), "feed", id="RSS in UTF-16"),
        pytest.param("<rss><channel><title>".encode("utf-32-be"), "feed", id="RSS in UTF-32 without a mark"),
        pytest.param("<rss><channel><title>".encode("utf-32"), "feed", id="RSS in UTF-32"),
        pytest.param(
            codecs.BOM_UTF8 + b"\r\n\r\n<!-- saved from url=(0022)https://a.example/ -->\r\n<!DOCTYPE html>",
            "html",
            id="a saved page below a mark and blank lines",
        ),
        pytest.param(
            b"<!--[if IE 8]><html class=ie8><![endif]--><!--[if !IE]><!--><html><!--<![endif]-->",
            "html",
            id="a page below conditions",
        ),
        pytest.param("<!DOCTYPE html><html><head>".encode("utf-16"), "html", id="a page in UTF-16"),
        pytest.param("<html><head><title>".encode("utf-16-le"), "html", id="a page in UTF-16 without a mark"),
        pytest.param(b"<!--" * 20_000, "html", id="a comment without end"),
        pytest.param(b"<custom-app></custom-app><div id=a>", "html", id="a page of a made-up tag"),
        pytest.param(b"<div class=article>", "html", id="a piece of a page"),
        pytest.param(SAVED_PAGE, "mhtml", id="a page with its pictures in one file"),
        pytest.param(
            SAVED_PAGE.replace(b"\r\n", b"\n").replace(b"Blink", b"WebKit"), "mhtml", id="from another browser"
        ),
        pytest.param(b"Subject: a\nMIME-Version: 1.0\nContent-Type: text/plain\n\na", "text", id="a letter"),
        pytest.param(
            "来源: 江城晚报\nContent-Type: text/html\n\n".encode(), "text", id="a text with a line like a letter's"
        ),
        pytest.param(b"<doc><id>7</id><title>a</title><body>b</body></doc>", "xml_rows", id="a record in XML"),
        pytest.param(b"<docs>\n<doc>\n<url>u</url>\n<contenttitle>a</contenttitle>", "xml_rows", id="records in XML"),
        pytest.param("<本报讯> 大桥合龙".encode(), "text", id="a text in angle brackets"),
        pytest.param("<本报讯> 大桥合龙".encode("utf-16-le"), "binary", id="the same in UTF-16 without a mark"),
        pytest.param("<NBA> 主场险胜对手".encode(), "text", id="Latin letters in angle brackets"),
        pytest.param("<A股> 三大指数收涨".encode(), "text", id="a word that begins like a tag"),
        pytest.param("大桥 <b>合龙</b>".encode(), "text", id="a text with a tag in it"),
        pytest.param(
            b"<br />\n<b>Warning</b>: Too many connections in", "html", id="a complaint of the server's program"
        ),
    ],
)
def test_what_a_document_is(data: bytes, found: Format) -> None:
    assert detect(data) == found


@given(st.binary(max_size=200))
def test_any_bytes_are_something(data: bytes) -> None:
    assert detect(data)


def test_real_material_is_what_it_is(news_data: Path) -> None:
    folders: dict[str, Format] = {
        "fudan_gbk_folder/txt/*/*.txt": "text",
        "html_pages/pages/*.html": "html",
        "column_page/*.txt": "text",
        "*/*.jsonl": "json_lines",
    }
    for pattern, found in folders.items():
        paths = list(news_data.glob(pattern))
        assert paths
        assert {path for path in paths if detect(path.read_bytes()[:FIRST]) != found} == set()
