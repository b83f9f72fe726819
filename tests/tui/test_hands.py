"""Keys as they are in force on the screen, what input methods send, and programs that turn them on and off."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from tests.tui.frames import frame
from tests.tui.newsroom import at_once, press, reader_on, settle
from zjreader.errors import UsageError
from zjreader.library.settings import DEFAULTS, Settings
from zjreader.text.clean import Clean
from zjreader.tui.app import ZjreaderApp
from zjreader.tui.browse import BrowseScreen
from zjreader.tui.key import name_of
from zjreader.tui.outside import Outside

SIZE = (120, 36)


def app_with(home: Path, settings: Settings = DEFAULTS, ran: list[tuple[str, ...]] | None = None) -> ZjreaderApp:
    def run(arguments: Sequence[str]) -> None:
        if ran is not None:
            ran.append(tuple(arguments))

    return ZjreaderApp(at_once(reader_on(home), settings=settings, outside=Outside(run=run)))


def browse(pilot: Pilot[None]) -> BrowseScreen:
    screen = pilot.app.screen
    assert isinstance(screen, BrowseScreen)
    return screen


async def type_text(pilot: Pilot[None], text: str) -> None:
    """Characters as the terminal sends them, all of them at once."""
    for character in text:
        pilot.app.post_message(events.Key(name_of(character), character))
    await settle(pilot)


async def test_moved_keys_act_and_stand_in_help_and_foot(tmp_path: Path) -> None:
    settings = DEFAULTS._replace(keys=((Clean("mark.star"), Clean("!")), (Clean("help"), Clean("f1"))))
    async with app_with(tmp_path, settings).run_test(size=(120, 60)) as pilot:
        await settle(pilot)
        assert "f1 shows all keys" in frame(pilot.app.screen)[-2]
        await press(pilot, "s")
        assert not browse(pilot).reader.headline(0).state.starred
        await press(pilot, "exclamation_mark")
        assert browse(pilot).reader.headline(0).state.starred
        assert "! star" in frame(pilot.app.screen)[-1]
        await press(pilot, "f1")
        assert any(line.strip("│ ").startswith("!  ") for line in frame(pilot.app.screen))


async def test_newsboats_keys(tmp_path: Path) -> None:
    async with app_with(tmp_path, DEFAULTS._replace(profile="newsboat")).run_test(size=SIZE) as pilot:
        await press(pilot, "N", "n")
        assert (browse(pilot).reader.headline(0).state.read, browse(pilot).headlines.cursor) == (True, 1)
        await press(pilot, "F", "escape", "end", "p")
        assert browse(pilot).headlines.cursor == 3


async def test_a_key_that_cannot_be_given_is_told_when_the_screen_opens(tmp_path: Path) -> None:
    settings = DEFAULTS._replace(keys=((Clean("mark.star"), Clean("m")),))
    async with app_with(tmp_path, settings).run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert "keys.mark.star: m is already the key of mark.read" in frame(pilot.app.screen)[-2]


async def test_full_width_signs_act_as_their_keys(tmp_path: Path) -> None:
    async with app_with(tmp_path).run_test(size=SIZE) as pilot:
        await type_text(pilot, "ｊ")
        assert browse(pilot).headlines.cursor == 1
        await type_text(pilot, "、")
        assert browse(pilot).pane == "filter"
        await press(pilot, "escape")
        await type_text(pilot, "？")
        assert pilot.app.screen is not pilot.app.screen_stack[0]


async def test_in_the_query_line_a_full_width_sign_is_itself(tmp_path: Path) -> None:
    async with app_with(tmp_path).run_test(size=SIZE) as pilot:
        await press(pilot, "slash")
        await type_text(pilot, "企、")
        assert browse(pilot).filter_pane.query_line.value == "企、"


@pytest.mark.parametrize("before", [(), ("enter",)], ids=["in the list", "in the article"])
async def test_a_committed_hanzi_begins_a_query_with_itself_and_what_follows(
    tmp_path: Path, before: tuple[str, ...]
) -> None:
    async with app_with(tmp_path).run_test(size=(80, 24)) as pilot:
        await press(pilot, *before)
        await type_text(pilot, "企业出海")
        assert (browse(pilot).pane, browse(pilot).filter_pane.query_line.value) == ("filter", "企业出海")
        assert browse(pilot).headlines.listing.length == 1


async def test_a_hanzi_goes_on_with_the_query_that_stands(tmp_path: Path) -> None:
    async with app_with(tmp_path).run_test(size=SIZE) as pilot:
        await press(pilot, "slash")
        await type_text(pilot, "企")
        await press(pilot, "home", "enter")
        await type_text(pilot, "业")
        assert browse(pilot).filter_pane.query_line.value == "企业"


async def test_over_the_help_a_hanzi_does_nothing(tmp_path: Path) -> None:
    async with app_with(tmp_path).run_test(size=SIZE) as pilot:
        await press(pilot, "question_mark")
        await type_text(pilot, "企")
        await press(pilot, "escape")
        assert (browse(pilot).pane, browse(pilot).filter_pane.query_line.value) == ("list", "")


async def test_programs_hear_when_the_focus_enters_and_leaves_the_query_line(tmp_path: Path) -> None:
    ran: list[tuple[str, ...]] = []
    async with app_with(tmp_path, IME, ran).run_test(size=SIZE) as pilot:
        await press(pilot, "j", "slash", "slash")
        assert ran == [IME.ime_enter]
        await press(pilot, "escape", "j", "tab", "tab")
        assert ran == [IME.ime_enter, IME.ime_leave, IME.ime_enter]


IME = DEFAULTS._replace(ime_enter=("fcitx5-remote", "-o"), ime_leave=("fcitx5-remote", "-c"))


@pytest.mark.parametrize(
    ("keys", "heard"),
    [
        pytest.param(("slash",), [IME.ime_enter, IME.ime_leave], id="from the query line"),
        pytest.param(("slash", "escape"), [IME.ime_enter, IME.ime_leave], id="from the list, once"),
        pytest.param((), [], id="without any typing"),
    ],
)
async def test_a_program_hears_when_the_screen_ends(
    tmp_path: Path, keys: tuple[str, ...], heard: list[tuple[str, ...]]
) -> None:
    ran: list[tuple[str, ...]] = []
    async with app_with(tmp_path, IME, ran).run_test(size=SIZE) as pilot:
        await press(pilot, *keys)
    assert ran == heard


async def test_a_program_hears_when_a_bug_ends_the_screen(tmp_path: Path) -> None:
    def bug() -> None:
        raise ValueError("of ours")

    async def end_by_bug(app: ZjreaderApp) -> None:
        async with app.run_test(size=SIZE) as pilot:
            await press(pilot, "slash")
            app.call_later(bug)
            await settle(pilot)

    ran: list[tuple[str, ...]] = []
    with pytest.raises(ValueError, match="of ours"):
        await end_by_bug(app_with(tmp_path, IME, ran))
    assert ran == [IME.ime_enter, IME.ime_leave]


async def test_a_program_hears_when_another_one_has_the_terminal_for_a_while(tmp_path: Path) -> None:
    ran: list[tuple[str, ...]] = []
    async with app_with(tmp_path, IME, ran).run_test(size=SIZE) as pilot:
        await press(pilot, "slash")
        pilot.app.app_suspend_signal.publish(pilot.app)
        assert ran == [IME.ime_enter, IME.ime_leave]
        pilot.app.app_resume_signal.publish(pilot.app)
        await settle(pilot)
        assert ran == [IME.ime_enter, IME.ime_leave, IME.ime_enter]


async def test_a_program_that_cannot_be_started_is_told(tmp_path: Path) -> None:
    def run(_arguments: Sequence[str]) -> None:
        raise UsageError("cannot be started", "fcitx5-remote")

    settings = DEFAULTS._replace(ime_enter=("fcitx5-remote", "-o"))
    app = ZjreaderApp(at_once(reader_on(tmp_path), settings=settings, outside=Outside(run=run)))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "slash")
        assert "fcitx5-remote: cannot be started" in frame(pilot.app.screen)[-2]
        assert browse(pilot).pane == "filter"


async def test_the_caret_stands_where_the_text_goes(tmp_path: Path) -> None:
    async with app_with(tmp_path).run_test(size=SIZE) as pilot:
        await press(pilot, "slash")
        await type_text(pilot, "企业a")
        line = browse(pilot).filter_pane.query_line.region
        assert tuple(pilot.app.cursor_position) == (line.x + 5, line.y)
