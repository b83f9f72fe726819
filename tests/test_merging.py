"""Two sightings of one article: which text stands, what is a version, which id is shown."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.article import Article, Block, Moment, ReadAs, Record
from zjreader.merging import joined, seen_again, without_texts
from zjreader.text.clean import Clean

UTF_8 = ReadAs(Clean("utf-8"), assumed=False)
GBK = ReadAs(Clean("gb18030"), assumed=True)


def full(body: str = "正文。", **given: Any) -> Article:
    return Article("full", given.pop("title", Clean("标题")), blocks=(Block("paragraph", Clean(body)),), **given)


def teaser(summary: str | None = "导语……", **given: Any) -> Article:
    return Article("teaser", given.pop("title", Clean("标题")), Clean(summary) if summary else None, **given)


def listed(**given: Any) -> Article:
    """A record of ours that came without its texts."""
    return Article("full", Clean("标题"), stated_length=1820, **given)


def record(article: Article, identity: str = "a1", standing: int = 0, **given: Any) -> Record:
    added = given.pop("added", Clean("2026-04-10T08:00:00+08:00"))
    return Record(article, (Clean(identity),), Clean("a.txt"), added, given.pop("read_as", UTF_8), standing, **given)


def on(day: str, *, inferred: bool = False) -> Moment:
    return Moment(Clean(day), "day", Clean(day), inferred)


@pytest.mark.parametrize(
    ("before", "after", "versions"),
    [
        pytest.param(full(), full(), 1, id="the same again"),
        pytest.param(full(), full("改过的正文。"), 2, id="another text"),
        pytest.param(full(), full(title=Clean("新题")), 2, id="another title"),
        pytest.param(teaser(), teaser("新导语……"), 2, id="another teaser"),
        pytest.param(teaser(), full(title=Clean("全文的题")), 1, id="a full text that completes it"),
        pytest.param(full(), teaser(title=Clean("列表的题")), 1, id="a teaser of a full text"),
        pytest.param(full(), listed(), 1, id="a record without its texts"),
        pytest.param(listed(), full(), 1, id="the texts of a record that had none"),
        pytest.param(full(), full(section=Clean("城建")), 1, id="only another section"),
    ],
)
def test_what_is_a_version(before: Article, after: Article, versions: int) -> None:
    assert seen_again(record(before), record(after)).versions == versions


def test_the_later_text_stands_with_how_it_was_read() -> None:
    seen = seen_again(record(full()), record(full("改过的正文。"), read_as=GBK))
    assert (seen.article.body, seen.read_as) == ("改过的正文。", GBK)


def test_what_a_teaser_alone_said_is_kept_when_the_full_text_comes() -> None:
    said = teaser(
        section=Clean("产经"), publisher=Clean("晚风社"), authors=(Clean("甲"),), url=Clean("https://example.com/1")
    )
    seen = seen_again(record(said), record(full(editor=Clean("乙"))))
    assert seen.article == full(
        section=said.section, publisher=said.publisher, authors=said.authors, url=said.url, editor=Clean("乙")
    )


@pytest.mark.parametrize(
    ("last", "title"),
    [
        pytest.param("列表旧题", "列表新题", id="changed since the last teaser"),
        pytest.param("列表新题", "标题", id="as in the last teaser"),
        pytest.param(None, "标题", id="no teaser was seen before"),
    ],
)
def test_a_teaser_is_compared_with_the_last_teaser(last: str | None, title: str) -> None:
    before = record(full(), last_teaser=Clean(last) if last else None)
    seen = seen_again(before, record(teaser(title=Clean("列表新题"))))
    assert seen.article == full(title=Clean(title))


def test_an_inferred_date_keeps_the_base_it_was_first_given() -> None:
    before, after = on("2025-12-30", inferred=True), on("2026-12-30", inferred=True)
    seen = seen_again(record(full(published=before), standing=7), record(full(published=after), standing=9))
    assert (seen.article.published, seen.standing) == (before, 7)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(on("2025-12-30", inferred=True), on("2026-12-31", inferred=True), id="another day"),
        pytest.param(on("2025-12-30", inferred=True), on("2026-12-30"), id="a day that the text shows"),
        pytest.param(None, on("2026-12-30"), id="a first date"),
    ],
)
def test_any_other_date_takes_the_place_of_the_one_before(before: Moment | None, after: Moment) -> None:
    seen = seen_again(record(full(published=before), standing=7), record(full(published=after), standing=9))
    assert seen.article.published == after
    assert seen.standing == (7 if after.inferred else 9)


@pytest.mark.parametrize(
    ("before", "after", "section"),
    [
        pytest.param(full(section=Clean("城建")), full(section=Clean("交通")), "城建;交通", id="equal texts"),
        pytest.param(
            full(section=Clean("城建;交通")), full(section=Clean("交通")), "城建;交通", id="a known one again"
        ),
        pytest.param(full(), full(section=Clean("交通")), "交通", id="none before"),
        pytest.param(full(section=Clean("城建")), full("另文", section=Clean("交通")), "交通", id="another text"),
        pytest.param(
            full(section=Clean("城建"), published=on("2025-12-30", inferred=True)),
            full(section=Clean("交通"), published=on("2026-12-30", inferred=True)),
            "城建;交通",
            id="a year inferred from another base",
        ),
        pytest.param(
            full(section=Clean("城建"), url=Clean("https://example.com/1")),
            full(section=Clean("交通"), url=Clean("https://example.com/1")),
            "交通",
            id="linked articles moved",
        ),
        pytest.param(
            full(section=Clean("城建"), key=Clean("1")),
            full(section=Clean("交通"), key=Clean("1")),
            "交通",
            id="keyed ones too",
        ),
    ],
)
def test_sections_of_twins(before: Article, after: Article, section: str) -> None:
    assert seen_again(record(before), record(after)).article.section == section


def test_what_is_joined_shows_the_id_pointed_at_and_stands_where_the_first_stood() -> None:
    kept = record(full(), "b2", standing=9, added=Clean("2026-04-11T08:00:00+08:00"), versions=2)
    pointing = record(teaser(section=Clean("产经")), "a1", standing=7)
    one = joined(kept, pointing, pointing)
    assert one.ids == ("b2", "a1")
    assert one.article == full(section=Clean("产经"))
    assert (one.standing, one.added, one.versions) == (7, pointing.added, 2)


def test_a_day_that_is_shown_says_where_a_joined_article_stands() -> None:
    kept, pointing = record(full(published=on("2026-04-10")), standing=9), record(teaser(), standing=7)
    assert joined(kept, pointing, pointing).standing == 9


def test_a_full_text_can_come_without_its_text_and_a_teaser_cannot() -> None:
    assert without_texts(listed())
    assert not without_texts(full())
    assert not without_texts(teaser(None))


ARTICLES = st.sampled_from(
    [
        full(),
        full("另文"),
        full(title=Clean("新题")),
        teaser(),
        teaser("新导语"),
        teaser(None),
        listed(),
        full(section=Clean("城建")),
    ]
)


@given(st.lists(ARTICLES, min_size=1, max_size=6))
def test_seeing_the_last_one_again_changes_nothing_and_a_full_text_is_never_lost(articles: list[Article]) -> None:
    seen = record(articles[0])
    for article in articles[1:]:
        seen = seen_again(seen, record(article))
    assert seen_again(seen, record(articles[-1])).article.body == seen.article.body
    assert bool(seen.article.blocks) == any(article.blocks for article in articles)


def test_a_teaser_seen_again_leaves_a_dated_full_text_where_it_stands() -> None:
    dated, again = (
        record(full(published=on("2026-03-05")), standing=100, last_teaser=Clean("旧题")),
        record(teaser(title=Clean("新题")), standing=900),
    )
    assert seen_again(dated, again).standing == 100


def test_a_date_that_only_the_teaser_shows_tells_where_both_stand() -> None:
    undated, dated = record(full(), standing=900), record(teaser(published=on("2026-03-05")), standing=100)
    assert joined(undated, dated, undated).standing == 100
