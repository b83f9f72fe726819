"""zjreader on a terminal: the screen on what was named, keys from the terminal, data from the pipe."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Literal

import pytest

from tests.cli.conftest import NOON, PAGE
from tests.terminals import Terminal
from zjreader.cli.listing import run_list
from zjreader.cli.main import main
from zjreader.cli.process import Process
from zjreader.cli.screen import about
from zjreader.commands import read_command
from zjreader.library.resume import NOWHERE, Resume, load, save
from zjreader.library.settings import DEFAULTS
from zjreader.text.clean import Clean, clean_line
from zjreader.text.width import cells

ZJREADER = [sys.executable, "-m", "zjreader"]
Start = Callable[..., Terminal]


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    return {"ZJREADER_HOME": str(tmp_path / "home")}


def test_without_sources_the_screen_shows_the_guide(terminal: Start, home: dict[str, str]) -> None:
    shown = terminal(ZJREADER, home)
    shown.until("一张报纸铺进终端")
    shown.type("q")
    assert (shown.end(), shown.is_restored) == (0, True)


def test_without_sources_the_screen_shows_what_the_library_holds(
    terminal: Start, home: dict[str, str], page: Path
) -> None:
    assert terminal([*ZJREADER, "add", str(page)], home).end() == 0
    shown = terminal(ZJREADER, home)
    shown.until("2/2 · all · library")
    shown.type("q")
    assert shown.end() == 0


def test_the_screen_reads_the_sources_of_the_library_again(terminal: Start, home: dict[str, str], page: Path) -> None:
    assert terminal([*ZJREADER, "add", str(page)], home).end() == 0
    shown = terminal(ZJREADER, home)
    shown.until("2/2 · all · library")
    shown.type("R")
    shown.until("nothing new")
    shown.type("q")
    assert shown.end() == 0


def test_what_is_pasted_into_the_guide_is_kept_and_listed_in_the_next_run(
    terminal: Start, home: dict[str, str]
) -> None:
    shown = terminal(ZJREADER, home)
    shown.until("一张报纸铺进终端")
    shown.type(f"\x1b[200~{PAGE}\x1b[201~")
    shown.until("read and keep it?")
    shown.type("y")
    shown.until("kept in the library")
    shown.type("q")
    shown.until("2/2 · all · library")
    shown.type("q")
    assert shown.end() == 0
    listed = terminal([*ZJREADER, "sources"], home)
    assert (listed.end(), b"pasted 20" in listed.output) == (0, True)
    assert terminal([*ZJREADER, "update"], home).end() == 1


def test_a_page_is_opened_and_its_problems_are_told(terminal: Start, home: dict[str, str], page: Path) -> None:
    shown = terminal([*ZJREADER, str(page), str(page.parent), "-q", "修表铺"], home)
    shown.until("老街上的")
    shown.type("q")
    assert shown.end() == 0


@pytest.mark.parametrize(
    ("left", "scope", "asked", "shown"),
    [
        pytest.param("修表铺", "all", (), "1/2", id="as it was left"),
        pytest.param("修表铺", "starred", (), "0/2", id="in the scope that was left"),
        pytest.param("修表铺", "starred", ("-q", "的"), "2/2", id="what is asked for wins"),
        pytest.param("is:nonsense", "all", (), "2/2", id="a query of another version"),
        pytest.param("view:别处", "all", (), "2/2", id="a query that cannot be answered any more"),
    ],
)
def test_the_screen_opens_with_the_query_that_was_left(
    terminal: Start, page: Path, *, left: str, scope: str, asked: tuple[str, ...], shown: str
) -> None:
    home = page.parent / "home"
    save(home / "local", Resume(about([str(page)]), clean_line(left), clean_line(scope)))
    screen = terminal([*ZJREADER, str(page), *asked], {"ZJREADER_HOME": str(home)})
    screen.until(shown)
    screen.type("q")
    assert screen.end() == 0


def test_where_the_screen_was_left_is_kept_on_this_device(terminal: Start, home: dict[str, str], page: Path) -> None:
    shown = terminal([*ZJREADER, str(page)], home)
    shown.until("三项新政")
    shown.type("2")
    shown.until("unread ·")
    shown.type("q")
    assert shown.end() == 0
    left = load(Path(home["ZJREADER_HOME"]) / "local", about([str(page)]))
    assert (left.scope, bool(left.article)) == ("unread", True)


def test_an_input_methods_program_is_started(terminal: Start, page: Path) -> None:
    """One that is not there is told, so that nobody need wait for what another does."""
    home = page.parent / "home"
    (home / "config").mkdir(parents=True)
    (home / "config" / "config.toml").write_text('[ime]\nenter = ["no-such-program"]\n', "utf-8")
    shown = terminal([*ZJREADER, str(page)], {"ZJREADER_HOME": str(home)})
    shown.until("三项新政")
    shown.type("/")
    shown.until("no-such-program")


def test_a_mark_made_on_the_screen_is_there_for_the_pipe(terminal: Start, home: dict[str, str], page: Path) -> None:
    shown = terminal([*ZJREADER, str(page)], home)
    shown.until("三项新政")
    shown.type("s")
    shown.until("starred")
    shown.type("q")
    assert shown.end() == 0
    listed = terminal([*ZJREADER, "list", "--from", str(page), "is:starred", "-f", "ids"], home)
    assert listed.end() == 0


def test_articles_come_from_the_pipe_and_keys_from_the_terminal(
    terminal: Start, home: dict[str, str], page: Path
) -> None:
    with page.open("rb") as piped:
        shown = terminal([*ZJREADER, "-"], home, stdin=piped)
        shown.until("三项新政")
        shown.type("q")
        assert shown.end() == 0


def test_what_cannot_be_read_opens_no_screen(terminal: Start, home: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    shown = terminal([*ZJREADER, str(tmp_path / "picture.png")], home)
    assert shown.end() == 3
    assert b"\x1b[" not in shown.output


def test_a_list_on_a_terminal_is_a_table(terminal: Start, home: dict[str, str], page: Path) -> None:
    shown = terminal([*ZJREADER, "list", "--from", str(page)], home)
    assert shown.end() == 0
    assert b"\x1b[1m" in shown.output
    assert b"\t" not in shown.output


class OnTerminal(BytesIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_keys_need_a_terminal(tmp_path: Path) -> None:
    """Where articles come from standard input and there is no terminal to read keys from."""
    script = f"""
import os
os.setsid()
from io import BytesIO
from tests.cli.test_terminal import without_terminal
raise SystemExit(without_terminal({str(tmp_path)!r}))
"""
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, cwd=Path(__file__).parents[2], check=False
    )
    assert (ran.returncode, ran.stdout.count(b"needs a terminal")) == (2, 1)


def without_terminal(home: str) -> int:
    os.environ["ZJREADER_LANG"] = "en"
    err = BytesIO()
    code = main(["-"], Process(BytesIO(PAGE.encode()), OnTerminal(), err, {"ZJREADER_HOME": home}, lambda: NOON))
    sys.stdout.write(err.getvalue().decode())
    return code


@pytest.mark.parametrize(
    ("setting", "out", "ambiguous"),
    [
        pytest.param("auto", OnTerminal(), 2, id="on the terminal that the screen was shown on"),
        pytest.param("auto", BytesIO(), 1, id="in a pipe"),
        pytest.param("1", OnTerminal(), 1, id="where the setting says otherwise"),
        pytest.param("2", BytesIO(), 2, id="where the setting says so of all"),
    ],
)
def test_a_page_is_set_with_the_width_that_the_screen_found(
    tmp_path: Path, setting: Literal["auto", "1", "2"], out: BytesIO, ambiguous: int
) -> None:
    text = "“好”——……" * 40
    page = tmp_path / "page.jsonl"
    page.write_text(json.dumps({"title": "老街", "body": text}, ensure_ascii=False), "utf-8")
    environ = {"ZJREADER_HOME": str(tmp_path), "TERM": "xterm", "COLUMNS": "40"}
    save(tmp_path / "local", NOWHERE._replace(widths=((Clean("xterm"), 2),)))
    settings = DEFAULTS._replace(ambiguous_width=setting)
    process = Process(BytesIO(), out, BytesIO(), environ, lambda: NOON, settings)
    run_list(read_command(["list", "-f", "text", "--from", str(page)]), process)
    line = out.getvalue().decode().splitlines()[2]
    assert 36 <= cells(line, ambiguous) <= 40


def test_a_program_gets_the_terminal_and_gives_it_back(terminal: Start, home: dict[str, str], page: Path) -> None:
    shown = terminal([*ZJREADER, str(page)], home)
    shown.until("2/2")
    shown.type("|")
    shown.until("pipe 2 articles to:")
    shown.type("wc -l\r")
    shown.until("zjreader: enter goes back")
    assert b"2\r\n\r\nzjreader" in shown.output
    shown.type("\r")
    shown.until("2 articles piped: wc -l")
    shown.type("q")
    assert (shown.end(), shown.is_restored) == (0, True)
