"""An address tells where it leads, to an article, a site or a search, and which others are of its kind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.parse.link_address import form, leads_to_a_search, leads_to_a_site, leads_to_an_article
from zjreader.text.clean import Clean


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://news.example.com/2026/0305/1.html", True),
        ("https://news.example.com/a/t20260305_5473.shtml", True),
        ("https://news.example.com/20/0816/20/FK670Q8H0001899O.html", True),
        ("https://news.example.com/newsDetail_forward_7123456", True),
        ("https://news.example.com/show.php?id=991", True),
        ("https://news.example.com/p/9z2", True),
        ("https://news.example.com/finance/", False),
        ("https://news.example.com/finance/index.shtml", False),
        ("https://news.example.com/special/", False),
    ],
)
def test_addresses_of_articles(url: str, found: bool) -> None:
    assert leads_to_an_article(Clean(url)) is found


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://www.example.com", True),
        ("https://www.example.com/", True),
        ("https://www.example.com/index.html", True),
        ("https://www.example.com/?p=12", False),
        ("https://www.example.com/a", False),
    ],
)
def test_addresses_of_sites(url: str, found: bool) -> None:
    assert leads_to_a_site(Clean(url)) is found


@pytest.mark.parametrize(
    ("url", "text", "found"),
    [
        pytest.param(
            "https://s.example.com/s?wd=%E8%80%81%E6%A1%A5%E9%80%9A%E8%BD%A6", "老桥通车", True, id="in UTF-8"
        ),
        pytest.param("https://s.example.com/s?cl=2&word=%C0%CF%C7%C5%CD%A8%B3%B5", "老桥 通车…", True, id="in GBK"),
        pytest.param("https://s.example.com/#/search/老桥通车", "老桥通车", True, id="behind the fragment"),
        pytest.param("https://s.example.com/share?url=/1.html&title=老桥通车", "老桥通车", True, id="to share it"),
        pytest.param("https://s.example.com/s?wd=%E8%80%81%E6%A1%A5", "老桥通车", False, id="of other words"),
        pytest.param("https://s.example.com/老桥通车/1.html", "老桥通车", False, id="the words in the path"),
        pytest.param("https://s.example.com/s?p=2", "2", False, id="a page's number"),
    ],
)
def test_addresses_of_searches(url: str, text: str, found: bool) -> None:
    assert leads_to_a_search(url, text) is found


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://news.example.com/yw/202603/918273.html", "0/0.html"),
        ("https://sports.example.com/g/2026-03-05/doc-ifyfuzmy2346002.shtml", "0-0-0/doc-0.shtml"),
        ("https://news.example.com/26/0305/16/FJ1P0UTC0001899O.html", "0/0/0/0.html"),
        ("https://news.example.com/info/2847053", "info/0"),
        ("https://news.example.com/keywords/5/1/5510/1.html", "keywords/0/0/0/0.html"),
        ("https://v.example.com/cover/d/d3n80oxeht2avzj.html", "0.html"),
        ("https://news.example.com/show.php?id=991&c=yw", "/show.php?id&c"),
        ("https://news.example.com/a/20260305?id=bfa24e56-aa50-4201-8a7b-22d98b6a1da6", "0?id"),
        ("https://news.example.com/d/bfa24e56-aa50-4201-8a7b-aaaaaaaaaaaa", "0"),
        ("https://news.example.com/yw/", "/yw/"),
        ("https://news.example.com", ""),
        ("1.html", "0.html"),
    ],
)
def test_addresses_of_one_kind_have_one_form(url: str, kind: str) -> None:
    assert form(url) == kind


@given(st.integers(1, 999_999), st.integers(1, 999_999), st.sampled_from(["yw", "world", "sports"]))
def test_neither_number_nor_channel_changes_the_form(one: int, other: int, channel: str) -> None:
    dated = form(f"https://a.example.com/{channel}/202603/{one}/{other}.html")
    assert dated == form("https://a.example.com/cj/202512/1/2.html")
