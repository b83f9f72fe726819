"""A feed's bytes become its text from the root on, in any encoding and without what XML would have to expand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.parse.feeds import item, rss
from zjreader.parse.asked import UNTOLD, Asked
from zjreader.parse.feed_text import feed_text
from zjreader.text.clean import Clean

FEED = rss(
    item("盤點本港電車路線"), item("城南老桥加固完工"), item("区图书馆周末延长开放", link="https://a.example/1?b=2&c=3")
)
TRADITIONAL = rss(item("盤點本港電車路線，百年來如何變遷"), item("圖書館週末延長開放時間"), title="城市新聞")


def text_of(markup: str | bytes, asked: Asked = UNTOLD) -> str:
    found = feed_text(markup if isinstance(markup, bytes) else markup.encode(), asked)
    assert found
    return found.text


def declared(name: str, markup: str = FEED) -> str:
    return markup.replace('encoding="utf-8"', f'encoding="{name}"')


@pytest.mark.parametrize(
    ("data", "encoding", "markup"),
    [
        pytest.param(FEED.encode("utf-8-sig"), "utf-8", FEED, id="mark"),
        pytest.param(declared("gb2312").encode(), "utf-8", FEED, id="utf-8-declared-gb2312"),
        pytest.param(FEED.encode("gb18030"), "gb18030", FEED, id="gbk-declared-utf-8"),
        pytest.param(declared("gb2312").encode("gbk"), "gb18030", FEED, id="gbk-declared-gb2312"),
        pytest.param(TRADITIONAL.encode("big5"), "big5", TRADITIONAL, id="big5-declared-utf-8"),
        pytest.param(declared("big5", TRADITIONAL).encode("big5"), "big5", TRADITIONAL, id="big5"),
        pytest.param(FEED.encode("utf-16"), "utf-16", FEED, id="utf-16"),
        pytest.param(FEED.encode("utf-16-be"), "utf-16", FEED, id="utf-16-without-mark"),
    ],
)
def test_a_feed_is_read_in_its_encoding_whatever_it_declares(data: bytes, encoding: str, markup: str) -> None:
    found = feed_text(data, UNTOLD)
    assert found
    assert found.read_as.encoding == encoding
    assert found.text.partition("<channel>")[2] == markup.partition("<channel>")[2]


def test_what_a_header_and_a_person_call_the_encoding_is_heeded() -> None:
    data = rss(item("电"), title="闻").encode("gb18030")
    assert "<title>电</title>" in text_of(data, Asked(charset="gbk"))
    assert "<title>电</title>" in text_of(data, Asked(encoding=Clean("gb18030")))


@pytest.mark.parametrize(
    "before",
    [
        pytest.param("\n\n  ", id="blank-lines"),
        pytest.param("<br />\n<b>Notice</b>: Undefined index in <b>feed.php</b>\n", id="a-programs-complaint"),
        pytest.param('<?xml-stylesheet href="a.xsl"?><!-- <rss> or <feed>? -->', id="comment"),
        pytest.param(
            '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://my.netscape.com/rss.dtd">', id="dtd"
        ),
    ],
)
def test_what_stands_before_the_root_is_dropped(before: str) -> None:
    assert text_of(before + FEED) == text_of(FEED)


def test_entities_that_a_feed_defines_are_never_expanded() -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "一"><!ENTITY b "&a;&a;&a;">]>' + rss(item("&b;")).replace(
        "&amp;b;", "&b;"
    )
    found = feed_text(bomb.encode(), UNTOLD)
    assert found
    assert found.declares
    assert "<title>&amp;b;</title>" in found.text
    assert "ENTITY" not in found.text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        pytest.param("甲&乙", "甲&amp;乙", id="bare"),
        pytest.param("?a=1&b=2", "?a=1&amp;b=2", id="in-a-link"),
        pytest.param("甲&nbsp;乙&ldquo;丙&rdquo;", "甲\xa0乙“丙”", id="names-of-html"),
        pytest.param("&amp;&lt;&gt;&quot;&apos;", "&amp;&lt;&gt;&quot;&#x27;", id="names-of-xml"),
        pytest.param("&AMP;&LT;", "&amp;&lt;", id="capital-names"),
        pytest.param("&nosuch;", "&amp;nosuch;", id="no-name"),
        pytest.param("&#20013;&#x4e2d;&#9;", "&#20013;&#x4e2d;&#9;", id="numbers"),
        pytest.param("甲&#27;&#x0;&#xD800;&#x110000;乙", "甲乙", id="numbers-of-no-character"),
        pytest.param("&#99999999999999;", "&amp;#99999999999999;", id="number-beyond-all"),
        pytest.param("<![CDATA[甲&乙&nbsp;]]>", "<![CDATA[甲&乙&nbsp;]]>", id="cdata"),
        pytest.param("<!-- 甲&乙 -->", "<!-- 甲&乙 -->", id="comment"),
    ],
)
def test_references_become_what_xml_knows(written: str, read: str) -> None:
    assert text_of(f"<rss><title>{written}</title></rss>") == f"<rss><title>{read}</title></rss>"


def test_control_characters_are_counted_and_gone() -> None:
    found = feed_text(FEED.replace("老桥", "老\x0b\x1b桥").encode(), UNTOLD)
    assert found
    assert (found.read_as.removed, "老桥" in found.text) == (2, True)


@pytest.mark.parametrize("length", [-40, -60])
def test_a_feed_that_breaks_off_ends_with_its_last_whole_entry(length: int) -> None:
    found = feed_text(FEED[:length].encode(), UNTOLD)
    assert found
    assert found.torn
    assert found.text.endswith("</item>")


def test_a_feed_that_breaks_off_in_its_first_entry_is_taken_as_it_is() -> None:
    found = feed_text("<rss><channel><item><title>老桥".encode(), UNTOLD)
    assert found
    assert (found.torn, found.text) == (True, "<rss><channel><item><title>老桥")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="nothing"),
        pytest.param("<html><body>请登录<rss></rss></body></html>".encode(), id="page"),
        pytest.param(b'<?xml version="1.0"?><opml><body/></opml>', id="list-of-feeds"),
        pytest.param('{"title":"老桥"}'.encode(), id="json"),
        pytest.param("本报讯 城南老桥恢复通行。".encode(), id="text"),
    ],
)
def test_what_is_no_feed_has_no_text(data: bytes) -> None:
    assert feed_text(data, UNTOLD) is None


@pytest.mark.parametrize(
    "version",
    ["https://jsonfeed.org/version/1", "http:\\/\\/jsonfeed.org\\/version\\/1.1", "https://www.jsonfeed.org/1"],
)
def test_a_json_feed_is_told_by_its_version(version: str) -> None:
    found = feed_text(b'\xef\xbb\xbf\n{"version": "%s", "items": []}' % version.encode(), UNTOLD)
    assert found
    assert found.is_json


@given(st.binary(max_size=300), st.sampled_from([b"", b"<rss>", b"<?xml version='1.0'?><!DOCTYPE r [", b'{"version":']))
def test_no_bytes_fail(data: bytes, head: bytes) -> None:
    found = feed_text(head + data, UNTOLD)
    assert found is None or found.text


@pytest.mark.parametrize(
    ("data", "title"),
    [
        pytest.param(
            rss(item("Naïve — “café”"), title="A", encoding="windows-1252").encode("cp1252"), "Naïve — “café”", id="so"
        ),
        pytest.param(rss(item("don\x92t wait\x85")).encode(), "don’t wait…", id="taken for iso-8859-1 and made utf-8"),
        pytest.param(
            rss(item("Старый мост открыт"), title="А", encoding="koi8-r").encode("koi8-r"),
            "Старый мост открыт",
            id="koi8",
        ),
    ],
)
def test_feeds_of_other_scripts_are_read_as_they_declare(data: bytes, title: str) -> None:
    assert f"<title>{title}</title>" in text_of(data)
