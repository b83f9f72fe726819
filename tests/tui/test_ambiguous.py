"""How wide “ is: what the terminal is asked, what it answers, what is remembered, and that the page heeds it."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from textual import events

from tests.terminals import Terminal
from tests.tui.frames import frame
from tests.tui.newsroom import app_on, article, press, reader_on, settle
from zjreader.reader import Reader
from zjreader.text.clean import Clean
from zjreader.text.width import cells
from zjreader.tui.ambiguous import QUESTION, Width, Widths, answered, remembered, terminal_name, width_at_start
from zjreader.tui.painted import LinePainted

ITERM, XTERM = Clean("iTerm.app 3.5"), Clean("xterm")
KNOWN: Widths = ((XTERM, 1), (ITERM, 2))


@pytest.mark.parametrize(
    ("environ", "name"),
    [
        pytest.param({"TERM_PROGRAM": "iTerm.app", "TERM_PROGRAM_VERSION": "3.5"}, "iTerm.app 3.5", id="a program"),
        pytest.param({"TERM": "xterm-256color", "VTE_VERSION": "7600"}, "xterm-256color 7600", id="a VTE terminal"),
        pytest.param({"TERM": "xterm"}, "xterm", id="a kind alone"),
        pytest.param({"TERM_PROGRAM": "tmux", "TERM": "screen"}, "tmux", id="a program before its kind"),
        pytest.param({"TERM": "x\x1b[2Jterm"}, "x[2Jterm", id="a name that would act"),
        pytest.param({}, "", id="nothing"),
    ],
)
def test_a_terminal_is_known_by_name_and_version(environ: dict[str, str], name: str) -> None:
    assert terminal_name(environ) == name


@pytest.mark.parametrize(
    ("setting", "terminal", "width"),
    [
        pytest.param("auto", ITERM, "2", id="as remembered"),
        pytest.param("auto", XTERM, "1", id="as remembered, narrow"),
        pytest.param("auto", Clean("kitty"), "1", id="unknown"),
        pytest.param("1", ITERM, "1", id="the setting wins, narrow"),
        pytest.param("2", XTERM, "2", id="the setting wins, wide"),
    ],
)
def test_the_first_frame_is_drawn_as_set_or_remembered(
    setting: Literal["auto", "1", "2"], terminal: Clean, width: Width
) -> None:
    assert width_at_start(setting, terminal, KNOWN) == width


@pytest.mark.parametrize(
    ("x", "y", "width"),
    [
        pytest.param(1, 1, "1", id="one cell on"),
        pytest.param(2, 1, "2", id="two cells on"),
        pytest.param(1, 0, None, id="shift+F3"),
        pytest.param(2, 0, None, id="alt+F3"),
        pytest.param(0, 1, None, id="nothing was drawn"),
        pytest.param(9, 1, None, id="somewhere else"),
    ],
)
def test_an_answer_is_the_place_behind_the_mark(x: int, y: int, width: Width | None) -> None:
    assert answered(x, y) == width


def test_what_a_terminal_answered_is_kept_once_and_as_the_newest() -> None:
    assert remembered(KNOWN, XTERM, "2") == ((ITERM, 2), (XTERM, 2))


def test_of_many_terminals_the_oldest_is_forgotten() -> None:
    many = tuple((Clean(f"term {number}"), 1) for number in range(20))
    assert remembered(many, ITERM, "2") == (*many[1:], (ITERM, 2))


async def test_the_page_is_set_anew_when_the_terminal_draws_wide_quotes(reader: Reader) -> None:
    app = app_on(reader)
    async with app.run_test(size=(80, 24)) as pilot:
        assert app.browse.page.print_style.ambiguous == 1
        app.post_message(events.CursorPosition(2, 1))
        await settle(pilot)
        assert app.browse.page.print_style.ambiguous == 2
        assert app.widths == ((Clean(""), 2),)


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("“三项”“新政”", id="a short line"),
        pytest.param("“三项新政”" * 20, id="a line that is cut"),
        pytest.param("plain", id="nothing ambiguous"),
    ],
)
async def test_every_painted_line_is_as_wide_as_its_widget_for_such_a_terminal(reader: Reader, said: str) -> None:
    app = app_on(reader)
    async with app.run_test(size=(80, 24)):
        app.on_cursor_position(events.CursorPosition(2, 1))
        app.browse.say(said)
        drawn = app.browse.status.line_at(0).text
        assert cells(drawn, 2) == 80
        assert drawn.startswith(said[:40])


QUOTED = [
    article(
        f"“第{number}批”老街改造·江城……",
        "“修旧如旧”——这是工地上最常听见的一句话…",
        "# “样板段”怎样选",
        section="副刊·“城事”",
        publisher="“江城”晚报",
        day=f"2026-11-{number:02}",
    )
    for number in range(1, 20)
]
SIGHTS = [
    pytest.param((), id="the list"),
    pytest.param(("enter",), id="an article"),
    pytest.param(("slash", *"“老街”…", "left_parenthesis"), id="a query"),
    pytest.param(("slash", *"“老街改造·江城”——" * 9, "colon"), id="a long query"),
    pytest.param(("slash", "tab", "j", "enter", "j", "enter"), id="counts"),
    pytest.param(("question_mark",), id="help"),
    pytest.param(("ctrl+p",), id="palette"),
    pytest.param(("x", "A"), id="a question"),
    pytest.param(("t", *"“待读”…"), id="a label"),
]


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (40, 12)], ids=lambda size: f"{size[0]} columns")
@pytest.mark.parametrize("keys", SIGHTS)
async def test_nothing_is_pushed_out_of_its_place_where_such_signs_are_two_cells_wide(
    tmp_path: Path, keys: tuple[str, ...], size: tuple[int, int]
) -> None:
    app = app_on(reader_on(tmp_path, QUOTED))
    async with app.run_test(size=size) as pilot:
        app.post_message(events.CursorPosition(2, 1))
        await settle(pilot)
        await press(pilot, *keys)
        assert [line for line in frame(app.screen) if cells(line, 2) > size[0]] == []


async def test_the_frame_of_the_help_stands_upright_over_such_signs(tmp_path: Path) -> None:
    app = app_on(reader_on(tmp_path, QUOTED))
    async with app.run_test(size=(120, 36)) as pilot:
        app.post_message(events.CursorPosition(2, 1))
        await press(pilot, "question_mark")
        lines = frame(app.screen)[3:-3]
        assert {cells(line[: line.index("│")], 2) for line in lines} == {22}


async def test_a_question_that_stood_there_before_the_answer_is_drawn_anew(tmp_path: Path) -> None:
    app = app_on(reader_on(tmp_path, QUOTED))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "question_mark")
        app.post_message(events.CursorPosition(2, 1))
        await settle(pilot)
        assert {widget.ambiguous for widget in app.screen.query(LinePainted)} == {2}


async def test_an_answer_may_come_before_there_is_a_page(reader: Reader) -> None:
    app = app_on(reader)
    app.on_cursor_position(events.CursorPosition(2, 1))
    async with app.run_test(size=(80, 24)):
        assert app.browse.page.print_style.ambiguous == 2


async def test_what_is_no_answer_changes_nothing(reader: Reader) -> None:
    app = app_on(reader)
    async with app.run_test(size=(80, 24)) as pilot:
        app.post_message(events.CursorPosition(2, 0))
        await settle(pilot)
        assert (app.browse.page.print_style.ambiguous, app.widths) == (1, ())


def test_a_terminal_is_asked_and_its_answer_is_no_key(terminal: Callable[..., Terminal], tmp_path: Path) -> None:
    shown = terminal([sys.executable, "-m", "zjreader"], {"ZJREADER_HOME": str(tmp_path)})
    shown.until(QUESTION)
    shown.type("\x1b[2;3R")
    shown.until("一张报纸铺进终端")
    shown.type("q")
    assert (shown.end(), shown.is_restored) == (0, True)
