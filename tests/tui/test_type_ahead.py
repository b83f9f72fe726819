"""Keys that come in one read act one after the other, each where the one before has led."""

import pytest
from textual import events
from textual.pilot import Pilot

from tests.tui.newsroom import app_on, settle
from zjreader.reader import Reader
from zjreader.tui.app import ZjreaderApp
from zjreader.tui.browse import BrowseScreen
from zjreader.tui.key import name_of

SIZE = (120, 36)
_NAMED = {"\r": "enter", "\t": "tab"}


def browse(pilot: Pilot[None]) -> BrowseScreen:
    assert isinstance(pilot.app, ZjreaderApp)
    return pilot.app.browse


async def acted(pilot: Pilot[None]) -> None:
    """Until all that was typed has acted."""
    assert isinstance(pilot.app, ZjreaderApp)
    await settle(pilot)
    while pilot.app.is_acting and pilot.app.is_running:
        await settle(pilot)


async def in_one_read(pilot: Pilot[None], text: str) -> None:
    """Everything is there before the first of it is looked at."""
    for character in text:
        pilot.app.post_message(events.Key(_NAMED.get(character) or name_of(character), character))
    await acted(pilot)


@pytest.mark.parametrize(
    ("typed", "pane", "query", "row"),
    [
        pytest.param("/gang", "filter", "gang", 0, id="a slash and a word"),
        pytest.param("/企业\r", "list", "企业", 0, id="a query and back to the list"),
        pytest.param("/企业\rj", "list", "企业", 1, id="and on in what it found"),
        pytest.param("企业\rjl", "article", "企业", 1, id="Hanzi of an input method begin a query"),
        pytest.param("\r\r", "article", "", 0, id="two enters"),
        pytest.param("jjjl", "article", "", 3, id="down and open"),
        pytest.param("ljjh", "list", "", 0, id="in the article, lines"),
        pytest.param("l/博物\rhj", "list", "", 1, id="found in the article, and back"),
        pytest.param("\t\tabc\r", "list", "abc", 0, id="by tab into the query line"),
        pytest.param("t选题\rj", "list", "", 1, id="a label and on"),
        pytest.param("Anj", "list", "", 1, id="a no and on"),
        pytest.param("j" * 700 + "k", "list", "", 3, id="a key that repeats"),
    ],
)
async def test_each_key_acts_where_the_one_before_has_led(
    reader: Reader, typed: str, pane: str, query: str, row: int
) -> None:
    async with app_on(reader).run_test(size=SIZE) as pilot:
        await settle(pilot)
        await in_one_read(pilot, typed)
        screen = browse(pilot)
        assert (screen.pane, str(screen.asked), screen.headlines.cursor) == (pane, query, row)


async def test_a_paste_goes_where_the_key_before_it_has_led(reader: Reader) -> None:
    async with app_on(reader).run_test(size=SIZE) as pilot:
        await settle(pilot)
        pilot.app.post_message(events.Key("slash", "/"))
        pilot.app.post_message(events.Paste("企业\n出海"))
        await acted(pilot)
        screen = browse(pilot)
        assert (screen.pane, screen.filter_pane.query_line.value) == ("filter", "企业 出海")


async def test_what_comes_after_the_last_key_comes_too_late(reader: Reader) -> None:
    async with app_on(reader).run_test(size=SIZE) as pilot:
        await settle(pilot)
        await in_one_read(pilot, "qs")
        assert list(reader.states.starred) == []
