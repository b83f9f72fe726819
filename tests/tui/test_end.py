"""How the screen ends: on signals, after a bug, with marks that could not be saved; the terminal always as it was."""

import os
import re
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.terminals import PATIENCE, Terminal

START = """
import sys
from pathlib import Path
sys.path[:0] = [{root!r}, {src!r}]
from tests.tui.newsroom import reader_on, at_once
from zjreader.errors import ZjreaderError
from zjreader.tui.start import run_screen
home = Path({home!r})
reader = reader_on(home)
{before}
try:
    sys.exit(run_screen(at_once(reader)))
except ZjreaderError as error:
    print(error, file=sys.stderr)
    sys.exit(error.exit_code)
except ValueError as error:
    print("bug:", error, file=sys.stderr)
    sys.exit(70)
"""


Screen = Callable[..., Terminal]


@pytest.fixture
def screen(terminal: Callable[..., Terminal], tmp_path: Path) -> Screen:
    """Starts the screen on invented news, after some lines of Python."""

    def start(before: str = "", **environ: str) -> Terminal:
        script = START.format(root=str(ROOT), src=str(ROOT / "src"), home=str(tmp_path), before=before)
        return terminal([sys.executable, "-c", script], environ)

    return start


@pytest.mark.parametrize(
    ("number", "code"),
    [pytest.param(signal.SIGTERM, 143, id="TERM"), pytest.param(signal.SIGHUP, 129, id="HUP")],
)
def test_a_signal_ends_it_with_the_terminal_restored(screen: Screen, number: signal.Signals, code: int) -> None:
    shown = screen()
    shown.until("寒潮")
    shown.process.send_signal(number)
    assert (shown.end(), shown.is_restored) == (code, True)


def test_q_ends_it_with_the_terminal_restored(screen: Screen) -> None:
    shown = screen()
    shown.until("寒潮")
    shown.type("q")
    assert (shown.end(), shown.is_restored) == (0, True)


def test_garbage_is_looked_for_again_once_there_is_a_list(screen: Screen) -> None:
    """But not among what the list was made of."""
    shown = screen(
        "import atexit, gc\n"
        "atexit.register(lambda: print('looks:', gc.isenabled(), gc.get_freeze_count() > 10_000, file=sys.stderr))"
    )
    shown.until("寒潮")
    shown.type("S")
    shown.until("sorted")
    shown.type("q")
    shown.end()
    assert b"looks: True True" in shown.said_afterwards


def test_a_terminal_that_is_closed_ends_it(screen: Screen) -> None:
    shown = screen()
    shown.until("寒潮")
    os.close(shown.master)
    shown.master = os.open(os.devnull, os.O_RDWR)
    assert shown.process.wait(PATIENCE) == 129


def test_a_terminal_that_takes_nothing_more_does_not_hold_it_up(screen: Screen) -> None:
    """As one that was stopped with ctrl+s."""
    shown = screen()
    shown.until("寒潮")
    for _again in range(200):
        shown.type("Gg")
    shown.process.send_signal(signal.SIGTERM)
    assert shown.process.wait(PATIENCE) == 143


def test_a_bug_ends_it_without_a_traceback(screen: Screen) -> None:
    shown = screen("def bug(*_): raise ValueError('of ours')\nreader.mark = bug")
    shown.until("寒潮")
    shown.type("s")
    assert (shown.end(), shown.is_restored) == (70, True)
    assert b"bug: of ours" in shown.said_afterwards
    assert b"Traceback" not in shown.output
    assert b"locals" not in shown.output


def test_marks_that_could_not_be_saved_are_tried_again_and_told_at_the_end(screen: Screen, tmp_path: Path) -> None:
    (tmp_path / "local").write_text("a file where the folder should be", "utf-8")
    shown = screen()
    shown.until("寒潮")
    shown.type("s")
    shown.until("not saved")
    shown.type("q")
    assert shown.end() == 4
    assert b"not saved" in shown.said_afterwards


def test_an_empty_no_color_leaves_the_colours(screen: Screen) -> None:
    """no-color.org: only a value that is not empty asks for none."""
    coloured = []
    for value in ("", "1"):
        shown = screen(NO_COLOR=value, COLORTERM="truecolor")
        shown.until("寒潮")
        shown.type("q")
        shown.end()
        shades = re.findall(rb"[34]8;2;(\d+);(\d+);(\d+)", shown.output)
        coloured.append(any(len(set(shade)) > 1 for shade in shades))
    assert coloured == [True, False]
