"""CONTRACT §4: read means opened, or shown for a while after a move of the cursor; nothing else does."""

from collections.abc import Awaitable, Callable

import pytest
from textual.events import MouseScrollDown
from textual.pilot import Pilot

from tests.tui.newsroom import UNHURRIED, app_on, press, settle, wheel
from zjreader.reader import Reader
from zjreader.tui.app import ZjreaderApp
from zjreader.tui.browse import BrowseScreen

SIZE = (120, 36)
OPENED = UNHURRIED._replace(mark_read="open")
AT_ONCE = UNHURRIED._replace(dwell=0.0)
NEVER = UNHURRIED._replace(mark_read="never")

Doing = Callable[[Pilot[None]], Awaitable[None]]


def browse(pilot: Pilot[None]) -> BrowseScreen:
    assert isinstance(pilot.app, ZjreaderApp)
    return pilot.app.browse


def keys(*names: str) -> Doing:
    async def do(pilot: Pilot[None]) -> None:
        await press(pilot, *names)

    return do


def clicks(*lines: int) -> Doing:
    async def do(pilot: Pilot[None]) -> None:
        for line in lines:
            await pilot.click(browse(pilot).headlines, offset=(5, line))
            await settle(pilot)

    return do


def wheels(name: str) -> Doing:
    async def do(pilot: Pilot[None]) -> None:
        wheel(getattr(browse(pilot), name), MouseScrollDown)
        await settle(pilot)

    return do


async def resizes(pilot: Pilot[None]) -> None:
    for size in ((40, 12), (80, 24), SIZE):
        await pilot.resize_terminal(*size)
        await settle(pilot)


WAYS_TO_OPEN = [
    pytest.param(keys("enter"), [0], id="enter"),
    pytest.param(keys("j", "l"), [1], id="l"),
    pytest.param(keys("right"), [0], id="right"),
    pytest.param(keys("J", "J"), [1, 2], id="J, also from the list"),
    pytest.param(keys("j", "j", "K"), [1], id="K"),
    pytest.param(keys("enter", "n"), [0, 1], id="n in the article"),
    pytest.param(keys("G", "enter", "N"), [3, 4], id="N in the article"),
    pytest.param(keys("enter", "space"), [0, 1], id="space at an article's end"),
    pytest.param(clicks(1), [0], id="a click on the row of the cursor"),
]

WAYS_TO_MOVE = [
    pytest.param(keys("j"), [1], id="j"),
    pytest.param(keys("G", "g"), [0, 4], id="G and g"),
    pytest.param(keys("n"), [1], id="n in the list"),
    pytest.param(clicks(4), [1], id="a click on another row"),
]

NO_WAYS = [
    pytest.param(keys(), id="the page shown at the start"),
    pytest.param(wheels("headlines"), id="the wheel over the list"),
    pytest.param(wheels("page"), id="the wheel over the page"),
    pytest.param(keys("slash", "企", "enter"), id="a filter"),
    pytest.param(keys("slash", "企", "escape", "escape"), id="a filter that is cleared"),
    pytest.param(keys("2", "3", "0", "1"), id="scopes"),
    pytest.param(keys("S", "S", "S"), id="orders"),
    pytest.param(keys("tab", "tab", "tab", "j", "enter", "escape"), id="a value chosen among the counts"),
    pytest.param(keys("tab", "G", "h"), id="into the pane beside, and back"),
    pytest.param(keys("z", "z", "h"), id="reading mode"),
    pytest.param(keys("question_mark", "escape"), id="help"),
    pytest.param(keys("s", "u", "t", "a", "enter", "x", "escape"), id="other marks"),
    pytest.param(resizes, id="resizing"),
]


@pytest.mark.parametrize(("do", "read"), WAYS_TO_OPEN)
async def test_opened_is_read(reader: Reader, do: Doing, read: list[int]) -> None:
    async with app_on(reader, settings=OPENED).run_test(size=SIZE) as pilot:
        await settle(pilot)
        await do(pilot)
        assert list(reader.states.read) == read


@pytest.mark.parametrize(("do", "read"), WAYS_TO_MOVE)
async def test_moved_to_and_shown_is_read(reader: Reader, do: Doing, read: list[int]) -> None:
    async with app_on(reader, settings=AT_ONCE).run_test(size=SIZE) as pilot:
        await settle(pilot)
        await do(pilot)
        assert list(reader.states.read) == read


@pytest.mark.parametrize("do", NO_WAYS)
async def test_nothing_else_is_read(reader: Reader, do: Doing) -> None:
    async with app_on(reader, settings=AT_ONCE).run_test(size=SIZE) as pilot:
        await settle(pilot)
        await do(pilot)
        assert list(reader.states.read) == []


@pytest.mark.parametrize(("do", "_read"), [*WAYS_TO_OPEN, *WAYS_TO_MOVE])
async def test_with_never_nothing_is_read_by_itself(reader: Reader, do: Doing, _read: list[int]) -> None:
    async with app_on(reader, settings=NEVER).run_test(size=SIZE) as pilot:
        await settle(pilot)
        await do(pilot)
        assert list(reader.states.read) == []


@pytest.mark.parametrize(("do", "_read"), WAYS_TO_MOVE)
async def test_with_open_what_is_only_shown_is_not_read(reader: Reader, do: Doing, _read: list[int]) -> None:
    async with app_on(reader, settings=OPENED).run_test(size=SIZE) as pilot:
        await settle(pilot)
        await do(pilot)
        assert list(reader.states.read) == []
