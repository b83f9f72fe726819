"""By what an article is found again, and by what it is not."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents import BODY, LINK, TITLE, document, link_id
from zjreader.article import Article, Block, Moment
from zjreader.identity import make_id
from zjreader.signs import OTHER, Place, Signs, is_linked, of_follower, of_id, signs
from zjreader.text.clean import Clean

OWN = make_id("text", "甲")
HERE = Place(document("a.jsonl", ""))
GUID = (Clean("https://www.example.com/feed.xml"), Clean("7"))
DAY = Moment(Clean("2026-04-10"), "day", Clean("2026-04-10"))


def full(title: str = TITLE, body: str = BODY, **given: Any) -> Article:
    return Article("full", Clean(title), blocks=(Block("paragraph", Clean(body)),), **given)


def of(article: Article, place: Place = HERE, own_id: Clean = OWN) -> Signs:
    return signs(own_id, article, place)


@given(st.text("0123456789abcdef", min_size=15, max_size=15), st.sampled_from("abcdef"))
def test_an_id_is_its_own_sign(rest: str, first: str) -> None:
    sign = of_id(Clean(first + rest))
    assert f"{sign & (1 << 64) - 1:016x}" == first + rest
    assert -(1 << 63) <= sign < 0


@given(st.text())
def test_what_is_no_id_has_a_sign_that_no_id_has(word: str) -> None:
    assert 0 <= of_follower(Clean(word)) < 1 << 63
    assert of_follower(Clean(word)) != of_id(Clean(word))


@pytest.mark.parametrize("word", ["", "a1", "0123456789abcdef", "ABCDEF0123456789", "a" * 17])
def test_a_journal_may_hold_what_is_no_id(word: str) -> None:
    assert of_id(Clean(word)) >= 0


def test_an_article_is_known_by_its_id_its_link_and_its_guid() -> None:
    guid = make_id("guid", "example.com/feed.xml\0007")
    assert of(full(url=Clean(LINK), guid=GUID)).own == (of_id(OWN), of_id(link_id(LINK)), of_id(guid))


def test_a_link_that_others_bear_too_is_set_apart() -> None:
    borne = of(full(url=Clean(LINK)), HERE._replace(link_is_shared=True))
    assert (borne.own, borne.link) == ((of_id(OWN),), (of_id(link_id(LINK)),))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param((full(key=Clean("1")), HERE), (full("别的", key=Clean("1")), HERE), True, id="the same key"),
        pytest.param((full(key=Clean("1")), HERE), (full(key=Clean("2")), HERE), False, id="another key"),
        pytest.param(
            (full(key=Clean("1")), HERE),
            (full(key=Clean("1")), Place(document("b.jsonl", ""))),
            False,
            id="the same key in another file",
        ),
        pytest.param(
            (full(), HERE._replace(is_alone=True)),
            (full("别的"), HERE._replace(is_alone=True)),
            True,
            id="the same file",
        ),
        pytest.param(
            (full(key=Clean("1")), HERE),
            (full(), HERE._replace(is_alone=True)),
            False,
            id="a key is more telling than the file",
        ),
    ],
)
def test_a_place_is_a_key_in_a_file_or_the_file_of_one_article(
    one: tuple[Article, Place], other: tuple[Article, Place], same: bool
) -> None:
    assert (of(*one).place == of(*other).place) is same


def test_among_others_in_a_file_an_article_without_key_has_no_place() -> None:
    assert of(full()).place == ()


def test_a_teaser_and_a_full_text_of_one_title_find_each_other() -> None:
    (borne,), (sought,) = of(full()).title, of(Article("teaser", Clean(TITLE.replace("桥", "橋")))).title
    assert borne ^ OTHER == sought
    assert of(full("快讯")).title == ()


def test_a_text_with_a_link_and_one_without_find_each_other_on_their_day() -> None:
    (linkless,), (linked,) = of(full(published=DAY)).text, of(full(published=DAY, url=Clean(LINK))).text
    assert linkless ^ OTHER == linked
    assert of(full()).text != (linkless,)
    assert of(Article("teaser", Clean(TITLE))).text == ()


@pytest.mark.parametrize(
    ("article", "linked"),
    [
        pytest.param(full(), False, id="neither"),
        pytest.param(full(url=Clean("https://www.example.com/")), False, id="the site's own address"),
        pytest.param(full(url=Clean(LINK)), True, id="a link"),
        pytest.param(full(guid=GUID), True, id="a guid"),
    ],
)
def test_a_link_or_a_guid_identifies(article: Article, linked: bool) -> None:
    assert is_linked(article) is linked
