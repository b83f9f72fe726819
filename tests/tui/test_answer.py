"""An answer found out in slices: its first hits are listed while the others are looked for, and nothing jumps."""

from itertools import count
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.newsroom import app_on, article, press, reader_on, settle
from zjreader.query.language import Query
from zjreader.reader import Reader
from zjreader.text.clean import Clean
from zjreader.tui.answer import Answer
from zjreader.tui.answering import AnsweringScreen
from zjreader.tui.browse import BrowseScreen

MANY = 400


@pytest.fixture
def crowd(tmp_path: Path) -> Reader:
    """Many articles, every second one about a bridge."""
    return reader_on(tmp_path, [article(f"第{each}篇", "桥" if each % 2 else "车") for each in range(MANY)])


def screen_of(pilot: Pilot[None]) -> BrowseScreen:
    screen = pilot.app.screen
    assert isinstance(screen, BrowseScreen)
    return screen


def answer_of(reader: Reader, query: str) -> Answer:
    return Answer(reader.search(Query.parse(query)), reader.orders, "published")


def test_what_is_known_grows_in_the_order_of_the_list_until_it_is_whole(crowd: Reader) -> None:
    answer, clock = answer_of(crowd, "/桥/"), count().__next__
    everything = list(crowd.corpus.ordered(crowd.search(Query.parse("桥")).hits, "published"))
    sizes = []
    while not answer.whole:
        answer.go_on(0, 0, clock)
        hits = answer.known.hits
        sizes.append(len(hits))
        assert list(crowd.corpus.ordered(hits, "published")) == everything[: len(hits)]
    assert sizes[-1] == MANY // 2
    assert len(set(sizes)) > 2


def test_it_goes_on_until_enough_is_known(crowd: Reader) -> None:
    answer = answer_of(crowd, "/桥/")
    answer.go_on(20, 3600)
    assert 20 <= len(answer.known.hits) < MANY // 2
    answer.go_on(MANY, 3600)
    assert (answer.whole, answer.known.settled, len(answer.known.hits)) == (True, True, MANY // 2)


def test_it_can_be_finished_at_once(crowd: Reader) -> None:
    answer = answer_of(crowd, "/桥/")
    assert (answer.whole, answer.known.said) == (False, ())
    answer.finish()
    assert (answer.whole, len(answer.known.hits)) == (True, MANY // 2)


def test_what_postings_tell_is_whole_from_the_start(crowd: Reader) -> None:
    assert answer_of(crowd, "is:unread").whole


async def test_the_list_begins_before_the_answer_is_whole_and_ends_with_all_of_it(crowd: Reader) -> None:
    async with app_on(crowd).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        screen = screen_of(pilot)
        begun = crowd.search(Query.parse("/桥/"))
        screen.asked = begun.query
        screen._take(AnsweringScreen.Answered(begun))
        listed = len(screen.listed.hits)
        assert 60 <= listed < MANY // 2
        assert f"{listed}+/{MANY}" in str(screen.list_pane.border_title)
        screen.headlines.go(7)
        before = screen.headlines.selected
        while screen._going:
            await pilot.pause()
        assert (screen.headlines.selected, screen.headlines.cursor) == (before, 7)
        assert f"{MANY // 2}/{MANY}" in str(screen.list_pane.border_title)


async def test_the_article_that_was_left_is_gone_to_once_it_is_known(crowd: Reader) -> None:
    async with app_on(crowd).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        screen = screen_of(pilot)
        begun = crowd.search(Query.parse("/桥/"))
        screen.asked, last = begun.query, MANY - 1
        screen._take(AnsweringScreen.Answered(begun, keep=last))
        assert screen.headlines.cursor == 0
        screen.settle_answer()
        assert screen.headlines.selected == crowd.headline(last)


async def test_what_is_done_to_all_is_done_to_all_of_the_answer(crowd: Reader) -> None:
    async with app_on(crowd).run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        screen = screen_of(pilot)
        screen.asked = Query.parse("/桥/")
        screen._take(AnsweringScreen.Answered(crowd.search(screen.asked)))
        assert len(screen.sent.hits) == MANY // 2
        screen._take(AnsweringScreen.Answered(crowd.search(screen.asked)))
        screen.action_read_below()
        assert len(crowd.states.read) == MANY // 2 - 1


async def test_a_slow_question_typed_key_by_key_is_answered(crowd: Reader) -> None:
    async with app_on(crowd).run_test(size=(120, 36)) as pilot:
        await press(pilot, "slash", *"标题", "colon", *"第1篇")
        while screen_of(pilot)._going:
            await pilot.pause()
        assert [crowd.corpus[each].article.title for each in screen_of(pilot).listed.hits] == [Clean("第1篇")]
