"""Articles that leave the screen, by keys and by the command line; what is asked before, and what is said after."""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from textual.events import Key
from textual.pilot import Pilot

from tests.tui.frames import frame
from tests.tui.newsroom import NEWS, UNHURRIED, at_once, press, reader_on, settle
from zjreader.errors import UsageError
from zjreader.text.clean import Clean
from zjreader.tui import app
from zjreader.tui.app import ZjreaderApp
from zjreader.tui.asking import LineScreen
from zjreader.tui.key import name_of
from zjreader.tui.outside import Outside

SIZE = (120, 36)


class LendingApp(ZjreaderApp):
    """The app on a terminal that it can lend; a test's cannot."""

    CSS_PATH = str(Path(app.__file__).with_name("zjreader.tcss"))

    @contextmanager
    def suspend(self) -> Iterator[None]:
        """Nothing is drawn here anyway."""
        yield


class Program:
    """What was run, with what as its input; ends with a code, or cannot be started."""

    def __init__(self, code: int | None = 0) -> None:
        self.ran: list[tuple[str, ...]] = []
        self.titles: list[str] = []
        self._code = code

    def __call__(self, vector: Sequence[str], chunks: Iterable[bytes], prompt: Clean) -> int:
        assert prompt == "zjreader: enter goes back"
        if self._code is None:
            raise UsageError("cannot be started", vector[0])
        self.ran.append(tuple(vector))
        self.titles += [json.loads(line)["title"] for line in b"".join(chunks).splitlines()]
        return self._code


def app_with(home: Path, program: Program | None = None, kind: type[ZjreaderApp] = LendingApp) -> ZjreaderApp:
    return kind(at_once(reader_on(home), settings=UNHURRIED, outside=Outside(pipe=program)))


def said(pilot: Pilot[None]) -> str:
    assert isinstance(pilot.app, ZjreaderApp)
    return "".join(piece.text for piece in pilot.app.browse.status.pieces)


async def enter(pilot: Pilot[None], key: str, text: str) -> None:
    """Press a key, answer what it asks, and wait until what was begun is done."""
    await press(pilot, key)
    for character in text:
        pilot.app.post_message(Key(name_of(character), character))
    await settle(pilot)
    await press(pilot, "enter")
    await pilot.app.workers.wait_for_complete()
    await settle(pilot)


async def test_all_that_is_listed_is_piped_in_the_lists_order(tmp_path: Path) -> None:
    program = Program()
    async with app_with(tmp_path, program).run_test(size=SIZE) as pilot:
        await press(pilot, "vertical_line")
        assert "pipe 5 articles to:" in "".join(frame(pilot.app.screen))
        await press(pilot, "escape")
        await enter(pilot, "vertical_line", "jq -r '.title + .id'")
        assert program.ran == [("jq", "-r", ".title + .id")]
        assert program.titles == [news.title for news in NEWS]
        assert said(pilot) == "5 articles piped: jq -r '.title + .id'"


async def test_the_chosen_articles_go_before_the_listed_ones(tmp_path: Path) -> None:
    program = Program()
    async with app_with(tmp_path, program).run_test(size=SIZE) as pilot:
        await press(pilot, "j", "x")
        await enter(pilot, "vertical_line", "cat")
        assert program.titles == [NEWS[1].title]


async def test_the_last_program_is_recalled(tmp_path: Path) -> None:
    program = Program()
    async with app_with(tmp_path, program).run_test(size=SIZE) as pilot:
        await enter(pilot, "vertical_line", "wc -l")
        await press(pilot, "vertical_line", "up", "enter")
        assert program.ran == [("wc", "-l")] * 2


@pytest.mark.parametrize(
    ("code", "told"),
    [
        pytest.param(3, "false: ended with exit code 3", id="failed"),
        pytest.param(None, "false: cannot be started", id="not there"),
    ],
)
async def test_what_went_wrong_with_a_program_is_said(tmp_path: Path, code: int | None, told: str) -> None:
    async with app_with(tmp_path, Program(code)).run_test(size=SIZE) as pilot:
        await enter(pilot, "vertical_line", "false")
        assert said(pilot) == told


@pytest.mark.parametrize("kind", [LendingApp, ZjreaderApp], ids=["no programs", "a terminal that cannot be lent"])
async def test_where_no_program_can_run_it_is_said(tmp_path: Path, kind: type[ZjreaderApp]) -> None:
    program = None if kind is LendingApp else Program()
    async with app_with(tmp_path, program, kind).run_test(size=SIZE) as pilot:
        await enter(pilot, "vertical_line", "cat")
        assert said(pilot) == "nothing here runs programs"


async def test_an_open_quotation_is_told_where_it_is_typed(tmp_path: Path) -> None:
    async with app_with(tmp_path, Program()).run_test(size=SIZE) as pilot:
        await enter(pilot, "vertical_line", "grep 'a")
        assert isinstance(pilot.app.screen, LineScreen)
        assert any("holds a quotation mark without its partner" in line for line in frame(pilot.app.screen))
        await press(pilot, "backspace", "backspace", "b", "enter")
        assert said(pilot) == "5 articles piped: grep b"


async def test_articles_are_saved_with_their_texts(tmp_path: Path) -> None:
    async with app_with(tmp_path).run_test(size=SIZE) as pilot:
        await enter(pilot, "w", f"{tmp_path}/早报.jsonl")
        records = [json.loads(line) for line in (tmp_path / "早报.jsonl").read_text("utf-8").splitlines()]
        assert [(each["title"], each["body"]) for each in records] == [(news.title, news.body) for news in NEWS]
        assert said(pilot) == f"5 articles saved: {tmp_path}/早报.jsonl"


@pytest.mark.parametrize(("answer", "kept"), [("y", False), ("n", True)])
async def test_a_file_is_never_replaced_unasked(tmp_path: Path, answer: str, *, kept: bool) -> None:
    (tmp_path / "a.txt").write_text("旧", "utf-8")
    async with app_with(tmp_path).run_test(size=SIZE) as pilot:
        await enter(pilot, "w", f"{tmp_path}/a.txt")
        await press(pilot, answer)
        await pilot.app.workers.wait_for_complete()
        await settle(pilot)
        assert ((tmp_path / "a.txt").read_text("utf-8") == "旧") is kept
        assert (said(pilot) == "nothing saved") is kept


async def test_a_name_with_another_ending_is_told_where_it_is_typed(tmp_path: Path) -> None:
    async with app_with(tmp_path).run_test(size=SIZE) as pilot:
        await enter(pilot, "w", "~nobody-of-this-name/a.doc")
        assert any("ends in none of .jsonl .json .csv" in line for line in frame(pilot.app.screen))


async def test_a_file_that_cannot_be_saved_is_told(tmp_path: Path) -> None:
    async with app_with(tmp_path).run_test(size=SIZE) as pilot:
        await enter(pilot, "w", f"{tmp_path}/none/a.csv")
        assert said(pilot) == "a.csv: not saved: No such file or directory"


async def test_where_nothing_is_listed_nothing_is_asked(tmp_path: Path) -> None:
    async with app_with(tmp_path, Program()).run_test(size=SIZE) as pilot:
        await press(pilot, "slash", *"qqqq", "enter")
        for key in ("vertical_line", "w"):
            await press(pilot, key)
            assert said(pilot) == "no article to send"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        pytest.param("mark star", "starred: 1 article", id="mark"),
        pytest.param("sort title", "", id="sort"),
        pytest.param("| cat", "5 articles piped: cat", id="pipe"),
    ],
)
async def test_a_command_does_what_its_key_does(tmp_path: Path, line: str, told: str) -> None:
    async with app_with(tmp_path, Program()).run_test(size=SIZE) as pilot:
        await enter(pilot, "colon", line)
        assert told in said(pilot)
        await enter(pilot, "colon", "u")


async def test_a_query_on_the_command_line_stands_in_the_query_line(tmp_path: Path) -> None:
    async with app_with(tmp_path).run_test(size=SIZE) as pilot:
        await enter(pilot, "colon", "list 企业")
        assert isinstance(pilot.app, ZjreaderApp)
        screen = pilot.app.browse
        assert (screen.filter_pane.query_line.value, screen.headlines.listing.length) == ("企业", 2)


async def test_w_and_q_on_the_command_line(tmp_path: Path) -> None:
    async with app_with(tmp_path).run_test(size=SIZE) as pilot:
        await enter(pilot, "colon", f"w {tmp_path}/a.md")
        assert (tmp_path / "a.md").exists()
        await enter(pilot, "colon", "w")
        assert isinstance(pilot.app.screen, LineScreen)
        await press(pilot, "escape")
        await enter(pilot, "colon", "|")
        assert isinstance(pilot.app.screen, LineScreen)
        await press(pilot, "escape")
        await press(pilot, "colon", "q", "enter")
    assert pilot.app.return_code == 0


async def test_what_only_a_shell_can_do_is_refused_by_name(tmp_path: Path) -> None:
    async with app_with(tmp_path).run_test(size=SIZE) as pilot:
        await enter(pilot, "colon", "config")
        assert any("config: is for the shell; here there are quit" in line for line in frame(pilot.app.screen))
