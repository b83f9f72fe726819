"""Who an article is: the frozen vectors of docs/identity.md, and what the rules promise beyond them."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.article import Article, Block, Moment
from zjreader.identity import (
    Identifier,
    alike,
    canonical_link,
    completes,
    folded,
    guid_value,
    identifying_link,
    longer_text_value,
    make_id,
    opening,
    shared_links,
    text_value,
    title_kept,
)
from zjreader.text.clean import Clean, clean_line

PAGE = Path(__file__).resolve().parent.parent / "docs" / "identity.md"
LEAST_VECTORS = 12
CELL = re.compile(r"`([^`]*)`")

TITLE = "城南老桥加固完工 今起恢复通行"
BODY = "经过三个月的加固，城南老桥今起恢复通行。施工期间绕行的六条公交线路同时改回原线。"
SUMMARY = "经过三个月的加固，城南老桥今起恢复通行。施工期间……[详细]"


class Vector(NamedTuple):
    """A row of the page; `articles` are of one document, and value and id those of the last."""

    rule: str
    articles: tuple[Article, ...]
    value: str
    id: str


def article(title: str = TITLE, body: str = "", day: str | None = None, **given: Any) -> Article:
    """An article by what identity looks at; full where it has a body."""
    inferred = given.pop("inferred", False)
    guid = given.pop("guid", None)
    moment = Moment(Clean(day), "day", Clean(day), inferred) if day else None
    blocks = tuple(Block("paragraph", Clean(line)) for line in body.split("\n") if line)
    return Article(
        "full" if blocks else "teaser",
        Clean(title),
        published=moment,
        blocks=blocks,
        guid=guid and tuple(guid),
        **given,
    )


def vectors() -> list[Vector]:
    rows = [line.split(" | ") for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| ")]
    return [
        Vector(
            rule.removeprefix("| "),
            tuple(article(**json.loads(found)) for found in CELL.findall(inputs)),
            CELL.findall(value)[0].replace("␀", "\0"),
            CELL.findall(identity)[0],
        )
        for rule, inputs, value, identity in rows
        if CELL.search(inputs)
    ]


@pytest.mark.parametrize("vector", vectors(), ids=lambda vector: f"{vector.rule} {vector.value[:40]}")
def test_the_frozen_vectors(vector: Vector) -> None:
    identifier = Identifier()
    assert [identifier.identify(each) for each in vector.articles][-1] == vector.id
    assert make_id(vector.rule, vector.value) == vector.id


def test_the_page_holds_vectors_of_every_rule() -> None:
    assert len(vectors()) >= LEAST_VECTORS
    assert {vector.rule for vector in vectors()} == {"link", "guid", "text"}


@pytest.mark.parametrize(
    ("url", "link"),
    [
        pytest.param("https://www.example.com/a", "example.com/a", id="scheme and www"),
        pytest.param("http://m.example.com/a", "example.com/a", id="the mobile host"),
        pytest.param("http://www.m.example.com/a", "m.example.com/a", id="one prefix, not two"),
        pytest.param("https://m.cn/a", "m.cn/a", id="a host that is the prefix"),
        pytest.param(
            "https://User:pw@Example.COM:443/A", "example.com/A", id="credentials, port, case of the host alone"
        ),
        pytest.param("http://example.com:443/a", "example.com:443/a", id="the other scheme's port stays"),
        pytest.param("https://example.com./a", "example.com/a", id="a host with its root"),
        pytest.param(
            "https://example.com/a?UTM_Source=x&id=1&&spm=2", "example.com/a?id=1", id="tracking, in any case"
        ),
        pytest.param("https://example.com/a?from=singlemessage", "example.com/a", id="how it was shared"),
        pytest.param(
            "https://example.com/a?from=north", "example.com/a?from=north", id="a parameter that only looks so"
        ),
        pytest.param("https://example.com/a#top", "example.com/a", id="a place in the page"),
        pytest.param("https://example.com/#/a", "example.com/#/a", id="a route"),
        pytest.param("https://example.com#!a", "example.com#!a", id="a route without a path"),
        pytest.param(" https://example.com/新闻 ", "example.com/新闻", id="blanks around, Hanzi inside"),
        pytest.param("ftp://example.com/a", None, id="no web address"),
        pytest.param("https:///a", None, id="no host"),
        pytest.param("https://example.com:port/a", None, id="no port"),
        pytest.param("https://[::1/a", None, id="a broken address"),
        pytest.param("电头", None, id="a text"),
    ],
)
def test_the_canonical_link(url: str, link: str | None) -> None:
    assert canonical_link(url) == link


@pytest.mark.parametrize(
    ("url", "named"),
    [
        pytest.param("https://example.com/a", True, id="a path"),
        pytest.param("https://example.com?id=1", True, id="a query"),
        pytest.param("https://example.com#!a", True, id="a route"),
        pytest.param("https://example.com/", False, id="a site"),
        pytest.param("https://example.com/?utm_source=x#top", False, id="a site in disguise"),
        pytest.param("mailto:desk@example.com", False, id="a letter"),
        pytest.param(None, False, id="nothing"),
    ],
)
def test_a_link_names_an_article_only_beyond_its_site(url: str | None, named: bool) -> None:
    assert (identifying_link(url) is not None) == named


@given(st.text())
def test_a_canonical_link_is_its_own(text: str) -> None:
    link = canonical_link(f"https://example.com/{text}")
    assert link is None or link.startswith("example.com") or "@" in text


@given(st.from_regex(r"(www\.|m\.|wap\.)?[a-z.-]{1,9}/[A-Za-z0-9/_.~?&#=-]{0,9}", fullmatch=True))
def test_a_default_port_changes_no_link(rest: str) -> None:
    host, _slash, path = rest.partition("/")
    assert canonical_link(f"http://{host}/{path}") == canonical_link(f"http://{host}:80/{path}")


@given(st.text(), st.text())
def test_an_id_is_sixteen_hex_digits_that_begin_with_a_letter(rule: str, value: str) -> None:
    encodable = clean_line(value)
    assert re.fullmatch("[a-f][0-9a-f]{15}", make_id(clean_line(rule), encodable))


def links_of(*articles: Article) -> Iterator[tuple[str, str]]:
    return ((each.url, each.title) for each in articles if each.url)


def test_a_link_that_is_shared_identifies_neither() -> None:
    link = Clean("https://example.com/list?id=1")
    one, other = article("早间快讯", url=link), article("晚间快讯", url=link)
    identifier = Identifier(shared_links(lambda: links_of(one, other, one)))
    assert identifier.identify(one) == make_id("text", text_value(one))
    assert identifier.identify(other) == make_id("text", text_value(other))
    assert identifier.falls_back(one)
    assert not identifier.falls_back(article("早间快讯", url=Clean("https://example.com/2")))


def test_a_link_seen_again_under_the_same_title_is_not_shared() -> None:
    link = Clean("https://example.com/1")
    assert shared_links(lambda: links_of(article("橋", url=link), article("桥", url=link))) == frozenset()


def test_a_sites_own_address_is_never_shared() -> None:
    site = Clean("https://example.com/")
    assert shared_links(lambda: links_of(article("桥", url=site), article("路", url=site))) == frozenset()


@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from(["桥", "橋", "路"])), max_size=9))
def test_a_link_is_shared_by_titles_that_differ_when_folded(pairs: list[tuple[int, str]]) -> None:
    bearers = [(f"https://example.com/{number}", title) for number, title in pairs]
    titles = {number: {folded(title) for each, title in pairs if each == number} for number, _title in pairs}
    shared = {f"example.com/{number}" for number, found in titles.items() if len(found) > 1}
    assert shared_links(lambda: bearers) == shared


def test_an_opening_is_found_in_a_text_of_any_length() -> None:
    for body in (BODY, BODY * 9, f"本报讯 {BODY * 9}", " \n" * 400 + BODY):
        begins = opening(article(body=body))
        assert "".join(folded(BODY * 9).split()).startswith(begins)
        assert len(begins) >= len("".join(BODY.split())[:64])


def test_a_feed_that_has_no_web_address_still_names_its_entries() -> None:
    assert guid_value("urn:feed", "7") == "urn:feed\0007"


def test_equal_records_of_one_document_have_one_id_and_different_texts_their_own() -> None:
    first, other = article(body="同一开头。" * 20 + "甲"), article(body="同一开头。" * 20 + "乙")
    identifier = Identifier()
    ids = [identifier.identify(each) for each in (first, first, other, other)]
    assert ids == [make_id("text", text_value(first))] * 2 + [make_id("text", longer_text_value(other))] * 2


def test_the_opening_comes_after_the_dateline_and_ends_after_64_characters() -> None:
    assert opening(article(body="【本报讯】" + "字 " * 80)) == "字" * 64
    assert opening(article(summary=Clean("讯息时代的桥"))) == "讯息时代的桥"


@given(st.text(max_size=40))
def test_folding_keeps_length_and_is_done_once(text: str) -> None:
    assert len(folded(text)) == len(text)
    assert folded(folded(text)) == folded(text)


@pytest.mark.parametrize(
    ("before", "after", "one"),
    [
        pytest.param("城南老桥恢复通行", "城南老桥今日恢复通行", True, id="most of the title"),
        pytest.param("城南老桥恢复通行", "城北新桥动工", False, id="another title"),
        pytest.param("桥", "桥", True, id="a title of one character"),
        pytest.param("桥", "路", False, id="another character"),
        pytest.param("橋通了", "桥通了", True, id="traditional and simplified"),
    ],
)
def test_a_title_is_kept_by_half_of_its_bigrams(before: str, after: str, one: bool) -> None:
    assert title_kept(article(before), article(after)) == one


def test_articles_in_one_place_are_alike_by_title_or_opening() -> None:
    assert alike(article("旧题", body=BODY), article("全新的说法", body=BODY))
    assert not alike(article("旧题"), article("全新的说法"))


def test_a_title_in_one_place_does_not_tell_under_another_day() -> None:
    friday, saturday = "2026-04-10", "2026-04-11"
    assert not alike(article(day=friday), article(day=saturday))
    assert alike(article(body=BODY, day=friday), article(body=BODY, day=saturday))
    assert alike(article(day=friday), article(day=saturday, inferred=True))
    assert alike(article(), article(day=saturday))


@given(st.text("中讯日4(,", max_size=300), st.integers(0, 3))
def test_blanks_change_no_opening(text: str, repeated: int) -> None:
    summary = "晚报4月10日讯" * repeated + text
    spread = article(summary=Clean("       ".join(summary)))
    assert opening(article(summary=Clean(summary))) == opening(spread)


HERE, THERE = Clean("https://www.example.com/a"), Clean("https://other.example.org/a")


@pytest.mark.parametrize(
    ("full", "teaser", "one"),
    [
        pytest.param(article(body=BODY), article(summary=Clean(SUMMARY)), True, id="title, section and summary"),
        pytest.param(
            article("城南老橋加固完工 今起恢復通行", BODY), article(summary=Clean(SUMMARY)), True, id="繁 and 简"
        ),
        pytest.param(
            article(body=BODY, url=HERE),
            article(summary=Clean(SUMMARY), url=Clean("http://m.example.com/b")),
            True,
            id="the same host",
        ),
        pytest.param(
            article(body=BODY, url=HERE), article(summary=Clean(SUMMARY), url=THERE), False, id="another host"
        ),
        pytest.param(
            article(body=BODY, url=HERE),
            article(summary=Clean(SUMMARY), section=Clean("城事")),
            False,
            id="one without link, in another section",
        ),
        pytest.param(
            article("桥通了", BODY), article("桥通了", summary=Clean(SUMMARY)), False, id="a title of no weight"
        ),
        pytest.param(article("城南老桥加固完工了", BODY), article(summary=Clean(SUMMARY)), False, id="another title"),
        pytest.param(article(body=BODY), article(), False, id="no summary joins nothing"),
        pytest.param(
            article(body=BODY), article(summary=Clean("经过三个月的加固…")), False, id="a short summary neither"
        ),
        pytest.param(
            article(body=BODY), article(summary=Clean(SUMMARY + "又及")), False, id="a summary the body lacks"
        ),
        pytest.param(
            article(body=BODY),
            article(summary=Clean("经过三个月的加固， 城南老桥\n今起恢复通行...")),
            True,
            id="blanks are nothing",
        ),
    ],
)
def test_a_full_text_completes_a_teaser(full: Article, teaser: Article, one: bool) -> None:
    assert completes(full, teaser) == one


@pytest.mark.parametrize("ending", ["…", "……", "...", "[详细]", "…【查看全文】", "……（详情）", "...[更多]"])
def test_what_closes_a_cut_off_summary_is_no_part_of_it(ending: str) -> None:
    assert completes(article(body=BODY), article(summary=Clean(BODY[:20] + ending)))


def test_a_hostile_summary_takes_no_time() -> None:
    assert not completes(article(body=BODY), article(summary=Clean("…..." * 20_000 + "[详细]" * 20_000 + "好")))
