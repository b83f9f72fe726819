"""What is told while sources are read is kept, however soon it is to stop."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from tests.documents import FULL, LINK, NOW, OTHER_LINK, TEASER, link_id, table
from zjreader.article import UNSAID, Document, Problem
from zjreader.harvest import Awaited, Ended, Took, harvest
from zjreader.keeping import Given, Keeper
from zjreader.library.journal import Journal
from zjreader.library.library import Library
from zjreader.library.paths import Paths, under
from zjreader.sources.files import Surroundings
from zjreader.sources.stop import Stop
from zjreader.text.clean import Clean


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return under(tmp_path)


def given(name: str, *rows: dict[str, Any], full_text: bool = False) -> Given:
    return Given(Clean(f"/{name}"), UNSAID._replace(full_text=full_text), [table(name, *rows)])


def keeper(paths: Paths) -> Keeper:
    return Keeper(paths, Journal.open(paths, lambda: NOW))


def around(stop: Stop | None = None) -> Surroundings:
    return Surroundings(BytesIO(), lambda: NOW, stop=stop)


def read_from(paths: Paths) -> dict[str, int]:
    with Library.reading(paths) as library:
        return {each.source.address: each.articles for each in library.sources}


def test_where_it_is_to_stop_no_other_source_is_begun(paths: Paths) -> None:
    stop = Stop()
    sources = [given("a.jsonl", FULL), given("b.jsonl", {**FULL, "title": "北湖小学扩建", "url": OTHER_LINK})]
    facts = harvest(sources, (), keeper(paths), around(stop))
    first = next(facts)
    stop.wish()
    assert isinstance(first, Took)
    assert (list(facts), read_from(paths)) == ([], {"/a.jsonl": 1})


def test_what_a_source_brought_until_it_was_to_stop_is_kept(paths: Paths) -> None:
    stop = Stop()

    def documents() -> Iterator[Document | Problem]:
        yield table("a.jsonl", FULL)
        stop.wish()

    source = Given(Clean("/a.jsonl"), UNSAID, documents())
    (took,) = harvest([source, given("b.jsonl", TEASER)], (), keeper(paths), around(stop))
    assert (isinstance(took, Took), read_from(paths)) == (True, {"/a.jsonl": 1})


def test_texts_are_asked_for_where_a_source_is_to_give_them(paths: Paths) -> None:
    teaser: dict[str, Any] = {**TEASER, "url": "not an address"}
    facts = list(harvest([given("a.jsonl", teaser, full_text=True)], (), keeper(paths), around()))
    assert [type(fact) for fact in facts] == [Took, Ended, Awaited]
    assert facts[-1] == Awaited(0)


def test_after_a_wish_to_stop_nothing_is_asked_for(paths: Paths) -> None:
    stop = Stop()
    stop.wish()
    assert list(harvest([], [Clean("c" * 16)], keeper(paths), around(stop))) == []


def test_texts_that_were_not_asked_for_before_it_was_to_stop_are_still_waited_for(paths: Paths) -> None:
    stop = Stop()
    source = given("a.jsonl", TEASER, full_text=True)
    for _fact in harvest([source], (), keeper(paths), around(stop)):
        stop.wish()
    assert keeper(paths).awaited([source.address]) == [link_id(LINK)]


def test_what_is_no_teaser_any_more_is_not_waited_for(paths: Paths) -> None:
    source = given("a.jsonl", TEASER, full_text=True)
    stop = Stop()
    for _fact in harvest([source], (), keeper(paths), around(stop)):
        stop.wish()
    again = given("a.jsonl", {**FULL, "url": TEASER["url"]}, full_text=True)
    assert Awaited(0) in list(harvest([again], (), keeper(paths), around()))
    assert keeper(paths).awaited([source.address]) == []
