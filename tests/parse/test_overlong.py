"""A feed of which one text is longer than any article keeps its entries, and says that the text was cut off."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.parse.feeds import atom, element, item, json_feed, rss
from zjreader.parse.asked import UNTOLD
from zjreader.parse.feed import Feed, read
from zjreader.parse.overlong import LONGEST, shortened
from zjreader.parse.question import MOST_OF_A_FEED

PARAGRAPH = "<p>施工期间绕行的六条公交线路同时改回原线，桥头两座临时站台随之撤除。</p>\n"
LONG = PARAGRAPH * (2 * LONGEST // len(PARAGRAPH.encode()))
PLAIN = "水" * LONGEST
FIRST, BIG, LAST = "前一条消息", "很长的一条消息", "后一条消息"


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZJREADER_LANG", "en")


def in_rss(more: str, encoding: str = "utf-8") -> bytes:
    items = (item(each, more if each == BIG else "", link=f"https://a.example/{each}") for each in (FIRST, BIG, LAST))
    return rss(*items, encoding=encoding).encode(encoding)


def in_json(**more: str) -> bytes:
    items = ({"title": each, "url": f"https://a.example/{each}"} for each in (FIRST, LAST))
    return json_feed({"title": BIG, "url": "https://a.example/2", **more}, *items).encode()


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(in_rss(element("description", LONG)), id="escaped"),
        pytest.param(in_rss(f"<content:encoded><![CDATA[{LONG}]]></content:encoded>"), id="a section of characters"),
        pytest.param(in_rss(f"<description><![CDATA[{LONG}]]></description>", "gb18030"), id="GB18030"),
        pytest.param(in_rss(element("description", PLAIN)), id="without any tag"),
        pytest.param(in_json(content_html=LONG), id="JSON"),
        pytest.param(in_json(content_text=PLAIN), id="JSON without any tag"),
        pytest.param(json.dumps(json.loads(in_json(content_html=LONG))).encode(), id="JSON in ASCII"),
        pytest.param(
            atom(
                element("title", FIRST),
                element("title", BIG) + f'<content type="xhtml"><div>{LONG}</div></content>',
                element("title", LAST),
            ).encode(),
            id="elements",
        ),
    ],
)
def test_the_entries_around_a_long_text_are_read_and_its_beginning(data: bytes) -> None:
    found = read(data, UNTOLD)
    assert {article.title for article in found.articles} == {FIRST, BIG, LAST}
    assert found.problems == ("1 text cut off after 1 MB",)
    assert 0 < sum(article.length for article in found.articles) < LONGEST


@pytest.mark.parametrize(
    "data", [in_rss(element("description", LONG)), in_json(content_html=LONG)], ids=["XML", "JSON"]
)
def test_no_character_is_torn_where_there_are_tags(data: bytes) -> None:
    assert read(data, UNTOLD).read_as.replaced == 0


def feed_of(entries: int, each: str) -> Feed:
    return read(rss(*(item(f"第{n}条", element("description", each)) for n in range(entries))).encode(), UNTOLD)


def test_of_a_feed_that_is_too_large_the_first_entries_are_read() -> None:
    found = feed_of(10, PLAIN[: LONGEST // 3])
    assert [article.title for article in found.articles] == [f"第{n}条" for n in range(len(found.articles))]
    assert (0 < len(found.articles) < 10, found.problems) == (
        True,
        ("the feed is too large; its last entries were left out",),
    )


def test_a_text_that_never_ends_is_cut_off_too() -> None:
    torn = rss(item(FIRST)).partition("</channel>")[0] + f"<item><title>{BIG}</title><description>{PLAIN * 12}"
    found = read(torn.encode()[: MOST_OF_A_FEED + 1], UNTOLD)
    assert [article.title for article in found.articles] == [FIRST]
    assert "the feed is too large; its last entries were left out" in found.problems


@given(
    st.lists(st.sampled_from(['"', "\\", "<", "&", "content_html", ":", "<content>", "</content>", "水"])).map("".join)
)
def test_what_is_of_an_ordinary_length_stays_as_it_is(text: str) -> None:
    for data in (text.encode(), b"{" + text.encode(), json.dumps({"content_html": text}).encode()):
        assert shortened(data) == (data, 0)
