"""What pages say of themselves to machines is read as far as it says anything."""

import pytest

from zjreader.parse.asked import UNTOLD, Asked
from zjreader.parse.markup import page
from zjreader.parse.page_facts import Facts, facts
from zjreader.text.clean import Clean


def said(head: str, asked: Asked = UNTOLD) -> Facts:
    found = page(f"<html><head>{head}</head><body><p>文</p></body></html>".encode(), asked)
    assert found is not None
    return facts(found.root, asked)


def linked(data: str) -> str:
    return f'<script type="application/ld+json">{data}</script>'


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        pytest.param("<meta name=pubdate content='2026-03-05 10:11'>", "2026-03-05T10:11+08:00", id="meta"),
        pytest.param(
            "<meta name=pubdate content='近日'><meta name=date content=2026-03-05>", "2026-03-05", id="no time"
        ),
        pytest.param("<meta name=pubdate content=2026-03>", None, id="a month alone"),
        pytest.param(
            linked('{"@type":"NewsArticle","headline":"题","datePublished":"2026-03-05"}'),
            "2026-03-05",
            id="linked data",
        ),
        pytest.param(
            linked('{"title":"题","pubDate":"2026-03-05T10:11:52"}'),
            "2026-03-05T10:11:52+08:00",
            id="a search engine's data",
        ),
        pytest.param(
            linked('{"@type":"Organization","name":"社","datePublished":"2026-03-05"}'), None, id="of no article"
        ),
        pytest.param('<script>var ct = "1772676720";</script>', "2026-03-05T10:12:00+08:00", id="seconds in a script"),
        pytest.param(
            '<script>x={"publishTime":"2026-03-05 10:12"}</script>', "2026-03-05T10:12+08:00", id="a time in a script"
        ),
        pytest.param("<time datetime='2026-03-05T10:12+08:00'></time>", "2026-03-05T10:12+08:00", id="a time element"),
        pytest.param(
            "<div class=article-time>1772676720000</div>", "2026-03-05T10:12:00+08:00", id="milliseconds kept in a box"
        ),
        pytest.param(
            "<link rel=canonical href='https://news.example/2026/0305/c1-2.html'>",
            "2026-03-05",
            id="a day in the address",
        ),
        pytest.param(
            "<link rel=canonical href='https://news.example/t20260305_12.html'>",
            "2026-03-05",
            id="a day in its last part",
        ),
        pytest.param(
            "<link rel=canonical href='https://news.example/20269999/1.html'>", None, id="a number that is no day"
        ),
        pytest.param("", None, id="nothing"),
    ],
)
def test_a_time_is_the_first_that_is_one(head: str, expected: str | None) -> None:
    published = said(head).published
    assert (published.text if published else None) == expected


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        pytest.param('"林小溪"', ("林小溪",), id="a text"),
        pytest.param('{"@type":"Person","name":"林小溪"}', ("林小溪",), id="a person"),
        pytest.param(
            '[{"name":"林小溪"},"周明",{"@type":"Organization","name":"河东社"}]', ("林小溪", "周明"), id="a list"
        ),
        pytest.param("3", (), id="a number"),
    ],
)
def test_authors_are_the_people_named(author: str, expected: tuple[str, ...]) -> None:
    assert said(linked(f'{{"headline":"题","author":{author}}}')).authors == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        pytest.param(
            "<link rel=canonical href='https://news.example/5.html'>", "https://news.example/5.html", id="canonical"
        ),
        pytest.param(
            "<link rel=canonical href='/5.html'><meta property=og:url content='https://news.example/6'>",
            "https://news.example/6",
            id="whole ones alone",
        ),
        pytest.param(
            "<link rel=canonical href='https://news.example/'>", "https://asked.example/1", id="no front page"
        ),
        pytest.param("<link rel=canonical href='https://[news/'>", "https://asked.example/1", id="no address"),
        pytest.param(
            "<link rel=stylesheet href='https://news.example/a.css'>", "https://asked.example/1", id="none told"
        ),
    ],
)
def test_the_address_is_the_one_that_the_page_calls_its_own(head: str, expected: str) -> None:
    assert said(head, Asked(url=Clean("https://asked.example/1"))).url == expected


def test_every_account_is_kept_for_its_field() -> None:
    told = said(
        "<title>老桥_河东网</title><meta property=og:title content=老桥><meta name=ContentSource content=河东日报>"
        "<meta name=editor content=周明><meta name=ColumnName content=民生><meta name=keywords content='老桥,步道'>"
        "<meta property=og:site_name content=河东网><body><img alt='桥头的路灯' title=桥><img>"
    )
    names = (("老桥",), "老桥_河东网", (), None, "河东日报", "周明", "民生", None, ("老桥", "步道"))
    assert tuple(told) == (*names, ("河东网",), frozenset({"桥头的路灯"}))


@pytest.mark.parametrize("publisher", ['{"@type": "Organization", "name": "河东网"}', '"河东网"'])
def test_whoever_keeps_the_page_is_named_in_its_linked_data(publisher: str) -> None:
    linked = f'{{"@type": "NewsArticle", "headline": "老桥", "publisher": {publisher}}}'
    assert said(f"<script type=application/ld+json>{linked}</script>").houses == ("河东网",)


def test_a_sentence_for_search_engines_is_no_row_of_tags() -> None:
    assert said(f"<meta name=keywords content='{'河东新闻网是河东新区的权威新闻网站'}'>").tags == ()
    assert said(f"<meta name=keywords content='{','.join(f'词{at}' for at in range(11))}'>").tags == ()
