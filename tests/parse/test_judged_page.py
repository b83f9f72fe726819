"""A page is its article, or else a list; never is an article invented from what a list shows."""

import pytest

from tests.parse.list_shapes import ENTRIES, SHAPES
from zjreader.article import Article, Block
from zjreader.parse import judged_page, markup, web_page
from zjreader.parse.answer import Taken
from zjreader.parse.asked import UNTOLD, Asked
from zjreader.parse.markup import Line
from zjreader.parse.web_page import WebPage
from zjreader.text.clean import Clean

CARDS = SHAPES["cards"](ENTRIES).encode()
TITLE = Clean("城南老桥加固完工")


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZJREADER_LANG", "en")


def finding(monkeypatch: pytest.MonkeyPatch, *texts: str) -> Article | None:
    """Let the pages of a test hold an article of these texts, or none."""
    blocks = tuple(Block("paragraph", Clean(text)) for text in texts)
    article = Article("full", TITLE, publisher=Clean("江城晚报"), blocks=blocks) if texts else None
    line = Line("heading", TITLE, markup.fragment("<h1>"))
    next_part = Clean("https://news.example.com/1_2.html")
    found = article and WebPage(article, (Taken("title", TITLE),), next_part, line)
    monkeypatch.setattr(web_page, "read", lambda _page, _asked: found)
    return article


def test_a_page_that_holds_an_article_is_the_article(monkeypatch: pytest.MonkeyPatch) -> None:
    article = finding(monkeypatch, "经过三个月的加固，城南老桥今起恢复通行。", ENTRIES[0].title)
    answer = judged_page.read(CARDS, UNTOLD)
    assert [reading.article for reading in answer.readings] == [article]
    assert answer.readings[0].next_part == "https://news.example.com/1_2.html"
    assert [(taken.what, taken.text) for taken in answer.taken] == [("title", "城南老桥加固完工")]


def test_a_page_without_an_article_is_a_list(monkeypatch: pytest.MonkeyPatch) -> None:
    finding(monkeypatch)
    answer = judged_page.read(CARDS, UNTOLD)
    assert [reading.article.title for reading in answer.readings] == [entry.title for entry in ENTRIES]
    assert {(reading.article.kind, reading.read_as.encoding) for reading in answer.readings} == {("teaser", "utf-8")}


def test_openings_of_a_list_are_no_article(monkeypatch: pytest.MonkeyPatch) -> None:
    finding(monkeypatch, *(f"{entry.opening}…" for entry in ENTRIES))
    assert {reading.article.kind for reading in judged_page.read(CARDS, UNTOLD).readings} == {"teaser"}


def test_where_a_person_points_is_the_list(monkeypatch: pytest.MonkeyPatch) -> None:
    finding(monkeypatch, "经过三个月的加固，城南老桥今起恢复通行。")
    answer = judged_page.read(CARDS, Asked(select=Clean(".news-item:nth-child(2) h3 a")))
    assert [reading.article.title for reading in answer.readings] == [ENTRIES[1].title]


@pytest.mark.parametrize(
    ("data", "asked", "problem"),
    [
        pytest.param(b"<!-- -->", UNTOLD, "nothing to read in it", id="nothing"),
        pytest.param(b"<p>404", UNTOLD, "neither an article nor a list of headlines found in it", id="no news"),
        pytest.param(CARDS, Asked(select=Clean(".no")), "the selector finds no headline in it", id="a vain selector"),
    ],
)
def test_what_gives_nothing_says_why(monkeypatch: pytest.MonkeyPatch, data: bytes, asked: Asked, problem: str) -> None:
    finding(monkeypatch)
    answer = judged_page.read(data, asked)
    assert (answer.readings, answer.problems) == ((), (problem,))


def test_announced_feeds_are_told_with_their_addresses_whole() -> None:
    page = """<link rel=alternate type="application/rss+xml" href="/rss.xml"><link type="text/html" href="/m">
    <link rel=alternate type=" Application/Atom+XML " href="https://www.example.com/atom"><link rel=alternate>
    <link rel=alternate type="application/rss+xml" href="/rss.xml"><link type="application/feed+json" href="data:x">"""
    answer = judged_page.read(page.encode(), Asked(Clean("https://news.example.com/yw/")))
    assert answer.feeds == ("https://news.example.com/rss.xml", "https://www.example.com/atom")


@pytest.mark.parametrize(
    "mark",
    [
        pytest.param("<!-- saved from url=(0038)https://news.example.com/yw/index.html -->", id="Chromium"),
        pytest.param('<link rel="canonical" href="https://news.example.com/yw/">', id="its canonical link"),
        pytest.param('<meta property="og:url" content="https://news.example.com/yw/">', id="its open graph"),
        pytest.param("<!--\n Page saved with SingleFile \n url: https://news.example.com/yw/ \n-->", id="SingleFile"),
    ],
)
def test_a_saved_page_remembers_where_it_was(monkeypatch: pytest.MonkeyPatch, mark: str) -> None:
    finding(monkeypatch)
    data = (mark + SHAPES["definitions"](ENTRIES)).encode()
    assert judged_page.read(data, UNTOLD).readings[0].article.url == f"https://news.example.com/yw/{ENTRIES[0].path}"
