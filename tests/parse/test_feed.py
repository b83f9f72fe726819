"""Feeds of every kind become the same articles, and what is broken in them costs no more than itself."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.parse.feeds import ADDRESS, HOME, LINK, OPENING, TEXT, TITLE, atom, element, item, json_feed, rss
from zjreader.article import Article
from zjreader.parse.asked import UNTOLD, Asked
from zjreader.parse.feed import MOST_ENTRIES, Feed, looks_like, read
from zjreader.text.clean import Clean, clean

BASE = datetime(2026, 4, 12, tzinfo=UTC)
SELF = f'<atom:link rel="self" href="{ADDRESS}"/>'


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZJREADER_LANG", "en")


def feed(markup: str, asked: Asked = UNTOLD) -> Feed:
    assert looks_like(markup.encode())
    return read(markup.encode(), asked)


def article(markup: str, asked: Asked = UNTOLD) -> Article:
    (only,) = feed(markup, asked).articles
    return only


def in_rss(*more: str, asked: Asked = UNTOLD) -> Article:
    return article(rss(item(TITLE, *more)), asked)


RSS_0_91 = (
    f'<!DOCTYPE rss SYSTEM "rss.dtd"><rss version="0.91"><channel><title>城建新闻</title>{item()}</channel></rss>'
)
RDF = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
    f'<channel rdf:about="{HOME}"><title>城建新闻</title></channel>'
    f'<item rdf:about="{LINK}"><title>{TITLE}</title><link>{LINK}</link></item></rdf:RDF>'
)
ATOM_0_3 = (
    '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>城建新闻</title>'
    f'<entry><title>{TITLE}</title><link rel="alternate" type="text/html" href="{LINK}"/></entry></feed>'
)


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param(RSS_0_91, id="rss-0.91"),
        pytest.param(rss(item()), id="rss-2.0"),
        pytest.param(RDF, id="rdf"),
        pytest.param(ATOM_0_3, id="atom-0.3"),
        pytest.param(atom(f'<title>{TITLE}</title><link href="{LINK}"/>'), id="atom-1.0"),
        pytest.param(json_feed({"title": TITLE, "url": LINK}), id="json-feed"),
    ],
)
def test_every_kind_of_feed_gives_the_same_article(markup: str) -> None:
    found = article(markup)
    assert (found.kind, found.title, found.url, found.section) == ("teaser", TITLE, LINK, "城建新闻")
    assert feed(markup).title == "城建新闻"


def test_every_field_of_an_entry_is_read() -> None:
    found = in_rss(
        element("description", "一座六十八岁的老桥换了支座。"),
        element("content:encoded", TEXT),
        element("dc:creator", "李青、王五"),
        element("category", "城建"),
        element("category", "交通"),
        element("category", "城建"),
        element("source", "南城日报", url="https://paper.example.com/feed"),
        element("guid", "n-1", isPermaLink="false"),
        element("pubDate", "Thu, 05 Mar 2026 10:20:00 +0800"),
        '<media:content url="https://news.example.com/a.jpg" medium="image"/>',
        '<enclosure url="https://news.example.com/a.mp3" length="1" type="audio/mpeg"/>',
        asked=Asked(url=Clean(ADDRESS)),
    )
    assert found.published
    assert (found.published.text, found.published.precision) == ("2026-03-05T10:20:00+08:00", "second")
    assert found._replace(published=None, blocks=()) == Article(
        kind="full",
        title=Clean(TITLE),
        summary=Clean("一座六十八岁的老桥换了支座。"),
        section=Clean("城建新闻"),
        publisher=Clean("南城日报"),
        authors=(Clean("李青"), Clean("王五")),
        url=Clean(LINK),
        tags=(Clean("城建"), Clean("交通")),
        guid=(Clean(ADDRESS), Clean("n-1")),
    )
    assert [block.kind for block in found.blocks] == ["paragraph"] * 4


def test_every_field_of_an_atom_entry_is_read() -> None:
    found = article(
        atom(
            f'<title type="html">&lt;b&gt;{TITLE}&lt;/b&gt;</title><id>tag:n-1</id><link rel="replies" href="/reply"/>'
            '<link href="city/bridge.html"/><published>2026-03-05T10:20:00+08:00</published>'
            "<updated>2026-03-06T09:00:00+08:00</updated><author><name>李青</name></author><author><name>王五</name>"
            '</author><category term="c" label="城建"/><source><title>南城日报</title></source>'
            f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{TEXT}</div></content>',
        ),
        Asked(url=Clean("https://news.example.com/feeds/")),
    )
    assert (found.kind, found.title, len(found.blocks)) == ("full", TITLE, 4)
    assert (found.authors, found.tags, found.publisher) == (("李青", "王五"), ("城建",), "南城日报")
    assert found.published
    assert found.published.text == "2026-03-05T10:20:00+08:00"
    assert (found.url, found.guid) == ("https://news.example.com/feeds/city/bridge.html", (ADDRESS, "tag:n-1"))


@pytest.mark.parametrize(
    ("author", "authors", "editor"),
    [
        pytest.param("李青", ("李青",), None, id="name"),
        pytest.param("李青 王五", ("李青", "王五"), None, id="names"),
        pytest.param("记者 李青 王五", ("李青", "王五"), None, id="with-role"),
        pytest.param("desk@news.example.com (李青)", ("李青",), None, id="mail-and-name"),
        pytest.param("desk@news.example.com", (), None, id="mail-alone"),
        pytest.param("南城日报©", ("南城日报",), None, id="outlet"),
        pytest.param("南城之窗编辑部", ("南城之窗编辑部",), None, id="long-outlet"),
        pytest.param("John Smith, Mary Ann Lee", ("John Smith", "Mary Ann Lee"), None, id="latin"),
        pytest.param("责任编辑：钱多", (), "钱多", id="editor"),
    ],
)
def test_authors(author: str, authors: tuple[str, ...], editor: str | None) -> None:
    for name in ("author", "dc:creator"):
        found = in_rss(element(name, author))
        assert (found.authors, found.editor) == (authors, editor)


def test_correspondents_are_told_from_authors() -> None:
    found = in_rss(element("author", "记者 李青 通讯员 王五"))
    assert (found.authors, found.correspondents) == (("李青",), ("王五",))


def test_an_atom_feed_s_author_is_its_entries_an_rss_feed_s_editor_is_not() -> None:
    atom_feed = atom(f"<title>{TITLE}</title>", more="<author><name>李青</name></author>")
    assert article(atom_feed).authors == ("李青",)
    assert article(rss(item(), more=element("managingEditor", "李青"))).authors == ()


def test_a_dateline_tells_what_the_elements_do_not() -> None:
    text = TEXT.replace("<p>经过", "<p>南城日报4月10日北京讯（记者 赵六）经过", 1)
    found = in_rss(element("content:encoded", text), asked=Asked(base=BASE))
    assert (found.publisher, found.place, found.authors) == ("南城日报", "北京", ("赵六",))
    assert found.published
    assert (found.published.text, found.published.inferred) == ("2026-04-10", True)
    said = in_rss(element("content:encoded", text), element("author", "李青"), element("pubDate", "2026-04-11 08:00"))
    assert said.authors == ("李青",)
    assert said.published
    assert said.published.text == "2026-04-11T08:00+08:00"


def test_a_date_that_cannot_be_read_gives_way_to_the_next() -> None:
    found = in_rss(element("pubDate", "Invalid Date"), element("dc:date", "2026年03月05日 10:20"), asked=UNTOLD)
    assert found.published
    assert found.published.text == "2026-03-05T10:20+08:00"


def test_a_time_without_offset_is_of_the_zone_that_was_said() -> None:
    for zone, offset in (("Asia/Tokyo", "+09:00"), ("nowhere", "+08:00")):
        found = in_rss(element("pubDate", "2026-03-05 10:20"), asked=Asked(zone=Clean(zone)))
        assert found.published
        assert found.published.text == f"2026-03-05T10:20{offset}"


def test_a_section_that_was_said_goes_before_the_feed_s_title() -> None:
    assert in_rss(asked=Asked(section=Clean("本地"))).section == "本地"


@pytest.mark.parametrize(
    ("link", "url"),
    [
        pytest.param("/city/bridge.html", LINK, id="relative-to-the-site"),
        pytest.param("//news.example.com/city/bridge.html", LINK, id="relative-to-the-scheme"),
        pytest.param("\n  https://news.example.com/city/bridge.html\n", LINK, id="blanks-around"),
        pytest.param("https://news.example.com/a?b=1&c=2", "https://news.example.com/a?b=1&c=2", id="query"),
        pytest.param("javascript:alert(1)", None, id="no-web-address"),
        pytest.param("http://[::1", None, id="no-address"),
        pytest.param("", None, id="none"),
    ],
)
def test_links_are_made_whole(link: str, url: str | None) -> None:
    for asked in (Asked(url=Clean("https://news.example.com/feed.xml")), UNTOLD):
        assert article(rss(item(link=link)), asked).url == url
        assert article(json_feed({"title": TITLE, "url": link}, feed_url=ADDRESS), asked).url == url


def test_a_guid_that_is_a_link_stands_for_the_missing_one() -> None:
    found = article(rss(f"<item><title>{TITLE}</title><guid>{LINK}</guid></item>"))
    assert found.url == LINK
    found = article(rss(f'<item><title>{TITLE}</title><guid isPermaLink="false">{LINK}</guid></item>'))
    assert found.url is None


@pytest.mark.parametrize(
    ("more", "fetched", "expected"),
    [
        pytest.param(SELF, "https://mirror.example.com/feed", ADDRESS, id="its-own-address"),
        pytest.param("", "https://mirror.example.com/feed", "https://mirror.example.com/feed", id="where-it-was-found"),
        pytest.param("", None, HOME, id="its-page"),
    ],
)
def test_a_guid_is_of_its_feed(more: str, fetched: str | None, expected: str) -> None:
    asked = Asked(url=Clean(fetched) if fetched else None)
    guid = article(rss(item(TITLE, "<guid>n-1</guid>"), more=more), asked).guid
    assert guid == (expected, "n-1")


def test_a_feed_says_where_it_is() -> None:
    found = feed(rss(item(), more=SELF))
    assert (found.address, found.home) == (ADDRESS, HOME)


def test_an_entry_without_title_is_called_by_its_first_sentence() -> None:
    found = article(rss(item("", element("description", OPENING + "施工历时三个月……"))))
    assert found.title == OPENING.removesuffix("。")
    short = article(json_feed({"content_text": "老桥今起通行"}))
    assert (short.title, short.summary) == ("老桥今起通行", None)


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        pytest.param("<b>老桥</b>&nbsp;A&amp;B", "老桥 A&B", id="markup"),
        pytest.param("老桥完工<br>今起通行", "老桥完工 今起通行", id="break"),
        pytest.param("产量<一成 A&B", "产量<一成 A&B", id="signs-that-are-no-markup"),
    ],
)
def test_markup_and_references_in_a_title_are_read(written: str, read_as: str) -> None:
    assert article(rss(item(written))).title == read_as
    assert article(rss(f"<item><title><![CDATA[{written}]]></title></item>")).title == read_as


def test_a_plain_title_of_atom_means_itself() -> None:
    assert article(atom(element("title", "网页里的<br>标签"))).title == "网页里的<br>标签"


def test_what_comes_out_is_clean() -> None:
    evil = "老\x1b]0;x\x07桥\u202e&#x1b;[31m"
    found = article(rss(item(evil, element("description", evil + OPENING), element("author", evil), "&#7;")))
    for shown in (found.title, found.summary or "", *found.authors):
        assert shown == clean(shown)


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda text: text.replace("<channel>", "<channel><generator>a & b</generator>"), id="bare-and"),
        pytest.param(lambda text: text.replace("</channel></rss>", "</rss>"), id="channel-not-closed"),
        pytest.param(lambda text: text.replace("<channel>", "<channel><x:y>甲</x:y>"), id="name-space-not-declared"),
        pytest.param(lambda text: text.replace("<channel>", "<channel><a b=c d>甲</a>"), id="attribute-without-quotes"),
        pytest.param(lambda text: text + "<!-- served in 3 ms -- >", id="rest-behind-the-end"),
    ],
)
def test_a_broken_feed_gives_its_entries(damage: object) -> None:
    assert callable(damage)
    found = feed(damage(rss(item("甲"), item("乙"), item("丙"))))
    assert ([each.title for each in found.articles], found.problems) == (["甲", "乙", "丙"], ())


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param("<item><title>乙<link>https://news.example.com/b</link></item>", id="swallows-the-next"),
        pytest.param(
            '<item xmlns:cc="http://backend.userland.com/creativeCommonsRssModule"><title>乙</title></cc:license></item>',
            id="makes-the-parser-fail",
        ),
    ],
)
def test_one_entry_that_cannot_be_parsed_does_not_cost_the_others(broken: str) -> None:
    found = feed(rss(item("甲"), broken, item("丙")))
    assert [each.title for each in found.articles] == ["甲", "丙"]
    assert found.problems == ("1 entry could not be read",)


def test_entries_that_are_commented_out_or_quoted_are_none() -> None:
    quoted = f"<![CDATA[{OPENING}<item>二</item>]]>"
    found = feed(rss("<!-- " + item("甲") + " -->", item("乙", f"<description>{quoted}</description>"), "<a b=c>"))
    assert [each.title for each in found.articles] == ["乙"]


def test_a_process_that_may_not_grow_any_more_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    def grow(*_given: object, **_named: object) -> object:
        raise MemoryError

    monkeypatch.setattr("feedparser.parse", grow)
    with pytest.raises(MemoryError):
        read(rss(item()).encode(), UNTOLD)


def test_a_feed_without_entries_that_cannot_be_parsed_is_empty() -> None:
    found = read(b"<rss><channel><image><width>80</image><width>15</width></image></channel></rss>", UNTOLD)
    assert found.articles == ()


def test_an_entry_without_title_and_text_is_counted() -> None:
    found = feed(rss(item(), f"<item><link>{LINK}</link></item>"))
    assert (len(found.articles), found.problems) == (1, ("1 entry could not be read",))


def test_a_feed_that_breaks_off_says_so() -> None:
    said = ("the feed breaks off; its whole entries were read",)
    for whole in (
        rss(item("甲"), item("乙"), item("丙")),
        json_feed({"title": "甲"}, {"title": "乙"}, {"title": "丙"}),
    ):
        found = feed(whole[: whole.index("丙")])
        assert ([each.title for each in found.articles], found.problems) == (["甲", "乙"], said)


def test_entities_that_a_feed_defines_are_not_expanded_and_this_is_said() -> None:
    found = feed('<!DOCTYPE rss [<!ENTITY x "中">]>' + rss(item("老桥")).partition("?>")[2].replace("老桥", "老桥&x;"))
    assert [each.title for each in found.articles] == ["老桥&x;"]
    assert found.problems == ("entities that the feed defines were not expanded",)


def test_of_a_feed_without_end_the_first_entries_are_read() -> None:
    found = feed(json_feed(*[{"title": f"第{count}条"} for count in range(MOST_ENTRIES + 2)]))
    assert len(found.articles) == MOST_ENTRIES
    assert found.problems == ("the first 5000 of 5002 entries read",)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="nothing"),
        pytest.param("<html><body><p>请登录</p></body></html>".encode(), id="page"),
        pytest.param(b"/etc/hostname", id="path"),
        pytest.param(b"https://news.example.com/feed.xml", id="address"),
    ],
)
def test_what_is_no_feed_says_so(data: bytes) -> None:
    assert not looks_like(data)
    assert read(data, UNTOLD).problems == ("no feed in it",)


def test_a_json_feed_that_breaks_off_in_its_head_is_no_feed() -> None:
    assert read(b'{"version": "https://jsonfeed.org/version/1", "ti', UNTOLD).problems == ("no feed in it",)


@given(st.lists(st.text(st.sampled_from("老桥通行甲乙丙abc<>&;'\" ，。"), min_size=1).filter(str.strip), max_size=6))
def test_every_title_comes_out_as_it_went_in(titles: list[str]) -> None:
    written = [element("title", title) + element("link", LINK) for title in titles]
    for markup in (atom(*written), json_feed(*({"title": title} for title in titles))):
        assert [found.title for found in read(markup.encode(), UNTOLD).articles] == [
            " ".join(title.split()) for title in titles
        ]


@given(st.data())
def test_no_damage_fails(data: st.DataObject) -> None:
    whole = rss(item(TITLE, element("content:encoded", TEXT), element("author", "李青")), item("乙")).encode()
    start = data.draw(st.integers(0, len(whole)))
    stop = data.draw(st.integers(start, min(len(whole), start + 40)))
    put_in = data.draw(
        st.sampled_from([b"", b"<", b"&", b"]]>", b"<![CDATA[", b"</item>", b"<entry>", b"\xff", b"<!h<!h"])
    )
    found = read(whole[:start] + put_in + whole[stop:], UNTOLD)
    assert all(each.title for each in found.articles)


def expected(news_data: Path, name: str) -> Iterator[tuple[Path, set[str]]]:
    """The feeds of the material that are whole, with their titles; some files there are pages, or tables in JSON."""
    for line in (news_data / "feeds" / name).read_text("utf-8").splitlines():
        truth = json.loads(line)
        if not re.search("html|custom|truncated", truth.get("kind", "") + truth["file"]):
            yield news_data / "feeds" / truth["file"], {bare(title) for title in truth["titles"]}


def bare(title: str) -> str:
    return re.sub(r"\s|&nbsp;|\ufffd", "", clean(title))


@pytest.mark.parametrize("name", ["zh_expected.jsonl", "zh_derived_expected.jsonl"])
def test_real_feeds_give_every_entry(news_data: Path, name: str) -> None:
    missed = {
        path.name: titles ^ {bare(each.title) for each in read(path.read_bytes(), UNTOLD).articles}
        for path, titles in expected(news_data, name)
    }
    assert {name: titles for name, titles in missed.items() if titles} == {}


@pytest.mark.parametrize("folder", ["feedparser_tests", "gofeed_tests", "netnewswire_tests"])
def test_other_people_s_fixtures_never_fail(news_data: Path, folder: str) -> None:
    files = [path for path in sorted((news_data / "feeds" / folder).rglob("*")) if path.is_file()]
    found = [read(path.read_bytes(), UNTOLD) for path in files]
    assert len(found) == len(files) > 0
    assert all(each.title for one in found for each in one.articles)
