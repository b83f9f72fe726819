"""The palette: commands by their names, in Chinese, by pinyin initials and in English."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot

from tests.tui.frames import frame
from tests.tui.newsroom import app_on, press, reader_on
from zjreader.messages import in_chinese
from zjreader.text.width import cells
from zjreader.tui.browse import BrowseScreen
from zjreader.tui.command_search import find
from zjreader.tui.key import Key
from zjreader.tui.keys import HERE
from zjreader.tui.palette import PaletteScreen, command_line

COMMANDS = HERE["list"]
built = pytest.mark.skipif(in_chinese("undo") == "undo", reason="the Chinese messages are not built")


@pytest.mark.parametrize(
    ("typed", "best"),
    [
        pytest.param("star", "mark.star", id="English"),
        pytest.param("next unr", "unread.next", id="two words"),
        pytest.param("nxtunr", "unread.next", id="letters left out"),
        pytest.param("UNDO", "mark.undo", id="capitals"),
        pytest.param("scope.unread", "scope.unread", id="its id"),
        pytest.param("撤销", "mark.undo", id="Chinese", marks=built),
        pytest.param("撤銷", "mark.undo", id="Traditional", marks=built),
        pytest.param("cx", "mark.undo", id="pinyin initials", marks=built),
        pytest.param("xypwd", "unread.next", id="pinyin initials of a sentence", marks=built),
        pytest.param("下一pwd", "unread.next", id="both at once", marks=built),
    ],
)
def test_a_command_is_found(typed: str, best: str) -> None:
    assert find(typed, COMMANDS)[0].id == best


def test_what_is_typed_without_sense_finds_nothing() -> None:
    assert find("vvvv", COMMANDS) == ()


def test_without_a_letter_all_commands_stand_in_their_order() -> None:
    assert find(" ", COMMANDS) == COMMANDS


@given(st.text("abcdeinxyp下一篇 ", max_size=6))
def test_what_is_found_is_a_command_and_no_command_twice(typed: str) -> None:
    found = find(typed, COMMANDS)
    assert len(set(found)) == len(found)
    assert set(found) <= set(COMMANDS)


@given(st.sampled_from(COMMANDS), st.integers(1, 100))
def test_a_line_of_the_palette_fits(command: Key, width: int) -> None:
    assert cells("".join(piece.text for piece in command_line(command, width))) <= width


def browse(pilot: Pilot[None]) -> BrowseScreen:
    screen = pilot.app.screen
    assert isinstance(screen, BrowseScreen)
    return screen


async def test_the_chosen_command_is_run_as_its_key_would_run_it(tmp_path: Path) -> None:
    async with app_on(reader_on(tmp_path)).run_test(size=(120, 36)) as pilot:
        await press(pilot, "ctrl+p", *"down", "enter")
        assert browse(pilot).headlines.cursor == 1
        await press(pilot, "ctrl+p", *"star", "enter")
        assert browse(pilot).reader.headline(1).state.starred


async def test_from_the_query_line_a_command_acts_on_the_list(tmp_path: Path) -> None:
    async with app_on(reader_on(tmp_path)).run_test(size=(120, 36)) as pilot:
        await press(pilot, "slash", "ctrl+p", *"last", "enter")
        assert (browse(pilot).pane, browse(pilot).headlines.cursor) == ("list", 4)


async def test_escape_runs_nothing(tmp_path: Path) -> None:
    async with app_on(reader_on(tmp_path)).run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+p", "down", "up", "escape")
        assert browse(pilot).headlines.cursor == 0


async def test_where_nothing_is_found_enter_does_nothing_and_it_is_said(tmp_path: Path) -> None:
    async with app_on(reader_on(tmp_path)).run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+p", *"vvvv", "enter")
        assert isinstance(pilot.app.screen, PaletteScreen)
        assert any("no such command" in line for line in frame(pilot.app.screen))


async def test_a_click_runs_a_command(tmp_path: Path) -> None:
    async with app_on(reader_on(tmp_path)).run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+p", *"last")
        await pilot.click("CommandList", offset=(3, 0))
        await press(pilot)
        assert browse(pilot).headlines.cursor == 4


async def test_the_last_command_can_be_seen_in_a_low_terminal(tmp_path: Path) -> None:
    async with app_on(reader_on(tmp_path)).run_test(size=(40, 12)) as pilot:
        await press(pilot, "ctrl+p", *["down"] * len(COMMANDS))
        assert any(line.rstrip(" │").endswith(" q") for line in frame(pilot.app.screen))
