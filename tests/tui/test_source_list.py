"""The sources over the screen: how each is doing, and what one can do about it without leaving."""

from collections.abc import Generator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.frames import frame
from tests.tui.newsroom import NEWS, UNHURRIED, at_once, press, reader_on, settle
from zjreader.corpus.collection import Collection
from zjreader.errors import MissingError
from zjreader.library.settings import Settings
from zjreader.news import News
from zjreader.sources.stop import Stop
from zjreader.text.clean import Clean
from zjreader.tui.app import ZjreaderApp
from zjreader.tui.outside import Errand, Listed, Outside, Sources
from zjreader.tui.source_list import SourceList

SEEN = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
DAILY = Listed(
    Clean("https://daily.example/feed.xml"),
    Clean("https://daily.example/feed.xml"),
    Clean("江城日报"),
    articles=1280,
    full=60,
    read_at=SEEN,
    said=(Clean("name=江城日报"), Clean("every=2h")),
)
EVENING = Listed(
    Clean("https://u:p@evening.example/rss"),
    Clean("https://***@evening.example/rss"),
    None,
    articles=12,
    full=12,
    read_at=SEEN,
    problem=Clean("failed (HTTP 500); since 2026-11-12"),
)
ELSEWHERE = Listed(Clean("/home/lin/news"), Clean("/home/lin/news"), None, 3, 3, device=Clean("a1b2"))


class Library:
    """Sources that are changed as they are told to be, and no other way."""

    def __init__(self, home: Path, *listed: Listed) -> None:
        self.asked: list[Errand] = []
        self.read_from = list(listed)
        self._home = home

    def sources(self) -> Sources:
        return Sources(self._run, self._held, lambda: tuple(self.read_from))

    def _held(self) -> Collection:
        return reader_on(self._home).corpus

    def _run(self, errand: Errand, _stop: Stop) -> Generator[News]:
        self.asked.append(errand)
        if errand.act == "add" and errand.names == ("nowhere",):
            raise MissingError("no such file or folder", "nowhere")
        if errand.act == "add":
            self.read_from.append(Listed(errand.names[0], errand.names[0], None, 1, 1))
        elif errand.act == "remove":
            self.read_from = [each for each in self.read_from if each.address not in errand.names]
        yield News(sources=1, read=1, new=1) if errand.act == "add" else News()


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path, DAILY, EVENING, ELSEWHERE)


def app_on(library: Library, home: Path, settings: Settings = UNHURRIED) -> ZjreaderApp:
    outside = Outside(sources=library.sources)
    return ZjreaderApp(at_once(reader_on(home), settings=settings, outside=outside, check_after=0.001, lasting=True))


MOVED = UNHURRIED._replace(keys=((Clean("source.add"), Clean("f2")), (Clean("source.close"), Clean("f3"))))


async def opened(pilot: Pilot[None], *keys: str) -> None:
    """Open the list, wait until it shows something, and press these keys."""
    await press(pilot, "a")
    await rest(pilot)
    await press(pilot, *keys)
    await rest(pilot)


async def rest(pilot: Pilot[None]) -> None:
    await pilot.app.workers.wait_for_complete()
    await settle(pilot)


def shown(app: ZjreaderApp) -> str:
    return "\n".join(frame(app.screen))


def chosen(app: ZjreaderApp) -> Listed | None:
    return app.screen.query_one(SourceList).chosen


async def test_each_source_is_a_row_and_the_chosen_one_is_told_of(library: Library, tmp_path: Path) -> None:
    app = app_on(library, tmp_path)
    async with app.run_test(size=(100, 24)) as pilot:
        await opened(pilot)
        rows = shown(app)
        assert "Sources · 3 sources · ! 1" in rows
        assert "江城日报" in rows
        assert "1280  2026-11-20 09:30" in rows
        assert "60 full texts · name=江城日报 · every=2h" in rows
        await press(pilot, "j")
        assert "failed (HTTP 500); since 2026-11-12" in shown(app)
        assert "! https://***@evening.example/rss" in shown(app)
        assert "u:p@" not in shown(app)
        await press(pilot, "j")
        assert "read on the device a1b2" in shown(app)


async def test_the_frame_tells_the_keys_that_were_given_to_acts(tmp_path: Path) -> None:
    app = app_on(Library(tmp_path), tmp_path, MOVED)
    async with app.run_test(size=(100, 24)) as pilot:
        await opened(pilot)
        assert "f2 add  r rename  e set  d remove  p problems  f3 close" in shown(app)
        assert "no source; f2 adds one" in shown(app)
        await press(pilot, "f3")
        assert app.screen is app.browse


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        pytest.param(["j", "j", "j"], 2, id="not below the last"),
        pytest.param(["j", "k", "k"], 0, id="not above the first"),
        pytest.param(["G", "g"], 0, id="to the ends"),
        pytest.param(["G"], 2, id="to the last"),
        pytest.param(["ctrl+d"], 2, id="half of what is shown"),
        pytest.param(["space", "pageup"], 0, id="all of it"),
    ],
)
async def test_the_keys_that_move_choose_a_source(library: Library, tmp_path: Path, keys: list[str], row: int) -> None:
    app = app_on(library, tmp_path)
    async with app.run_test(size=(100, 24)) as pilot:
        await opened(pilot, *keys)
        assert chosen(app) == library.read_from[row]


async def test_a_click_chooses_too(library: Library, tmp_path: Path) -> None:
    app = app_on(library, tmp_path)
    async with app.run_test(size=(100, 24)) as pilot:
        await opened(pilot)
        await pilot.click(SourceList, offset=(3, 1))
        assert chosen(app) == EVENING


async def test_a_source_that_is_added_is_there_and_its_articles_are_told(library: Library, tmp_path: Path) -> None:
    app = app_on(library, tmp_path)
    async with app.run_test(size=(100, 24)) as pilot:
        await opened(pilot, "a", *"/srv/a", "enter")
        assert library.asked == [Errand("add", (Clean("/srv/a"),))]
        assert ("/srv/a" in shown(app), "1 new article" in shown(app)) == (True, True)
        await press(pilot, "q")
        assert app.screen is app.browse


async def test_what_is_no_source_is_said_in_the_list(library: Library, tmp_path: Path) -> None:
    app = app_on(library, tmp_path)
    async with app.run_test(size=(100, 24)) as pilot:
        await opened(pilot, "a", *"nowhere", "enter")
        assert "nowhere: no such file or folder" in shown(app)


@pytest.mark.parametrize(
    ("keys", "errand"),
    [
        pytest.param(["r", *"Daily", "enter"], Errand("set", (DAILY.address,), (Clean("name=Daily"),)), id="a name"),
        pytest.param(
            ["e", *"every=1h tz=+08:00", "enter"],
            Errand("set", (DAILY.address,), (Clean("every=1h"), Clean("tz=+08:00"))),
            id="settings",
        ),
        pytest.param(
            ["e", *'section="a b"', "enter"], Errand("set", (DAILY.address,), (Clean("section=a b"),)), id="with blanks"
        ),
        pytest.param(["d", "y"], Errand("remove", (DAILY.address,)), id="given up"),
        pytest.param(["delete", "y"], Errand("remove", (DAILY.address,)), id="given up by another key"),
        pytest.param(["R"], Errand("update", (DAILY.address,)), id="read again"),
    ],
)
async def test_what_is_done_about_the_chosen_source(
    library: Library, tmp_path: Path, keys: list[str], errand: Errand
) -> None:
    app = app_on(library, tmp_path)
    async with app.run_test(size=(100, 24)) as pilot:
        await opened(pilot, *keys)
        assert library.asked == [errand]


@pytest.mark.parametrize(
    "keys",
    [
        pytest.param(["a", "escape"], id="no address"),
        pytest.param(["r", "escape"], id="no name"),
        pytest.param(["e", "enter"], id="no settings"),
        pytest.param(["d", "n"], id="a no"),
        pytest.param(["G", "r"], id="another device's is not renamed"),
        pytest.param(["G", "e"], id="another device's is told nothing"),
        pytest.param(["G", "d"], id="another device's is not given up"),
        pytest.param(["G", "R"], id="another device's is not read"),
    ],
)
async def test_what_was_not_meant_is_not_done(library: Library, tmp_path: Path, keys: list[str]) -> None:
    app = app_on(library, tmp_path)
    async with app.run_test(size=(100, 24)) as pilot:
        await opened(pilot, *keys)
        assert library.asked == []


async def test_half_a_quotation_is_told_and_stays_to_be_mended(library: Library, tmp_path: Path) -> None:
    app = app_on(library, tmp_path)
    async with app.run_test(size=(100, 24)) as pilot:
        await opened(pilot, "e", *'section="a', "enter")
        assert "holds a quotation mark without its partner" in shown(app)
        await press(pilot, "backspace", "backspace", "enter")
        assert library.asked == [Errand("set", (DAILY.address,), (Clean("section="),))]


async def test_a_source_that_was_given_up_is_gone_and_its_articles_stay(library: Library, tmp_path: Path) -> None:
    app = app_on(library, tmp_path)
    async with app.run_test(size=(100, 24)) as pilot:
        await opened(pilot, "d", "y")
        assert ("江城日报" in shown(app), "no longer read; its articles stay" in shown(app)) == (False, True)
        assert (chosen(app), len(app.browse.reader.corpus)) == (EVENING, len(NEWS))


async def test_only_the_ones_with_a_problem_and_all_again(library: Library, tmp_path: Path) -> None:
    app = app_on(library, tmp_path)
    async with app.run_test(size=(100, 24)) as pilot:
        await opened(pilot, "p")
        assert app.screen.query_one(SourceList).sources == (EVENING,)
        await press(pilot, "p")
        assert app.screen.query_one(SourceList).sources == (DAILY, EVENING, ELSEWHERE)


async def test_where_nothing_is_read_yet_the_way_to_begin_is_told(tmp_path: Path) -> None:
    app = app_on(Library(tmp_path), tmp_path)
    async with app.run_test(size=(100, 24)) as pilot:
        await opened(pilot, "j", "d", "r", "e", "R")
        assert "no source; a adds one" in shown(app)


async def test_in_a_narrow_terminal_names_go_first(library: Library, tmp_path: Path) -> None:
    app = app_on(library, tmp_path)
    async with app.run_test(size=(30, 12)) as pilot:
        await opened(pilot)
        assert ("江城日报" in shown(app), "2026-11-20" in shown(app)) == (True, False)


@pytest.mark.parametrize("line", [pytest.param("sources", id="whole"), pytest.param("update", id="update")])
async def test_the_command_line_does_what_the_keys_do(library: Library, tmp_path: Path, line: str) -> None:
    app = app_on(library, tmp_path)
    async with app.run_test(size=(100, 24)) as pilot:
        await press(pilot, "colon", *line, "enter")
        await rest(pilot)
        assert (bool(app.screen.query(SourceList)), library.asked) == (
            line == "sources",
            [Errand("update")] if line == "update" else [],
        )
