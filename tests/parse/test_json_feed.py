"""JSON Feed, versions 1.0 and 1.1: what it says, and what of it is passed over."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.parse.feeds import ADDRESS, HOME, LINK, OPENING, TEXT, TITLE, json_feed
from zjreader.parse.feed_values import Channel, Entry, Passage
from zjreader.parse.json_feed import read


def entry(**said: Any) -> Entry:
    channel = read(json_feed(said))
    assert channel
    (only,) = channel.entries
    return only


def test_every_field_is_read() -> None:
    assert entry(
        id="n-1",
        url=LINK,
        title=TITLE,
        content_html=TEXT,
        summary=OPENING,
        date_published="2026-03-05T10:20:00+08:00",
        date_modified="2026-03-06T10:20:00+08:00",
        authors=[{"name": "李青"}, {"url": HOME}, "王五"],
        tags=["城建", 1, "交通"],
        image="https://news.example.com/a.jpg",
    ) == Entry(
        title=Passage(TITLE),
        content=Passage(TEXT, html=True),
        description=Passage(OPENING),
        link=LINK,
        guid="n-1",
        dates=("2026-03-05T10:20:00+08:00", "2026-03-06T10:20:00+08:00"),
        authors=("李青",),
        tags=("城建", "交通"),
    )


def test_the_feed_says_who_and_where_it_is() -> None:
    channel = read(json_feed(feed_url=ADDRESS, home_page_url=HOME))
    assert channel == Channel(Passage("城建新闻"), ADDRESS, HOME)


def test_plain_text_is_taken_where_there_is_no_html() -> None:
    assert entry(content_text="老桥 < 新桥").content == Passage("老桥 < 新桥")


@pytest.mark.parametrize(
    ("said", "link", "guid"),
    [
        pytest.param({"id": LINK}, LINK, LINK, id="an-address-as-id"),
        pytest.param({"id": "n-1"}, "", "n-1", id="a-name-as-id"),
        pytest.param({"id": 4711}, "", "4711", id="a-number-as-id"),
        pytest.param({"id": True, "url": [LINK]}, "", "", id="other-types"),
    ],
)
def test_links_and_names(said: dict[str, Any], link: str, guid: str) -> None:
    found = entry(title=TITLE, **said)
    assert (found.link, found.guid) == (link, guid)


def test_authors_of_version_1_0_and_of_the_feed() -> None:
    channel = read(json_feed({"author": {"name": "李青"}}, {}, author={"name": "编辑部"}))
    assert channel
    assert [found.authors for found in channel.entries] == [("李青",), ("编辑部",)]


def test_what_is_no_item_is_counted() -> None:
    channel = read(json_feed({"title": TITLE}, "老桥", None))
    assert channel
    assert (len(channel.entries), channel.failed) == (1, 2)


def test_of_a_feed_that_breaks_off_the_whole_items_are_read() -> None:
    whole = json_feed({"title": "甲"}, {"title": "乙"}, {"title": "丙"})
    channel = read(whole[: whole.index("丙")])
    assert channel
    assert [found.title.text for found in channel.entries] == ["甲", "乙"]
    assert (channel.title.text, channel.torn) == ("城建新闻", True)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("[1]", id="list"),
        pytest.param("1", id="number"),
        pytest.param('{"version": "https://jsonfeed.org/version/1", "title": ', id="broken-before-its-items"),
        pytest.param('{"title": oops, "items": [', id="broken-before"),
        pytest.param('{"a":' * 100_000, id="deep"),
    ],
)
def test_what_is_no_feed_is_none(text: str) -> None:
    assert read(text) is None


NAMES = st.sampled_from(["items", "title", "id", "url", "authors", "author", "name", "tags", "content_html", "summary"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(NAMES, VALUES), st.integers(0, 200))
def test_no_value_and_no_break_fails(said: dict[str, Any], cut: int) -> None:
    text = json.dumps(said, ensure_ascii=False)
    assert isinstance(read(text), Channel)
    read(text[:cut])
