"""`D`: the versions of an article and what changed, as far as the library has kept them."""

from pathlib import Path

import pytest

from tests.tui.frames import frame
from tests.tui.newsroom import UNHURRIED, article, at_once, press, reader_on
from zjreader.article import Version
from zjreader.errors import MissingError, UnreadableError
from zjreader.library.settings import Settings
from zjreader.text.clean import Clean
from zjreader.tui.app import ZjreaderApp
from zjreader.tui.outside import Outside, Versions
from zjreader.tui.version_list import DifferencePage, VersionList

NEWEST = article("港口新航线开通", "每周两班。", "首航载货三百箱。")
EARLIER = (article("港口拟开新航线", "每周一班。"), article("港口新航线开通", "每周两班。", "首航载货二百箱。"))
TIMES = (Clean("2026-11-19T08:00:00+00:00"), Clean("2026-11-20T09:30:00+00:00"), None)


def app_with(home: Path, versions: Versions | None, settings: Settings = UNHURRIED) -> ZjreaderApp:
    reader = reader_on(home, [NEWEST])
    return ZjreaderApp(at_once(reader, settings=settings, outside=Outside(versions=versions)))


def kept(app: ZjreaderApp, count: int = 3) -> tuple[Version, ...]:
    """The newest versions of the only article."""
    newest = app.browse.reader.corpus[0]
    records = [newest._replace(article=each) for each in (*EARLIER, NEWEST)]
    return tuple(Version(record, time) for record, time in zip(records, TIMES, strict=True))[-count:]


async def test_the_list_is_above_and_the_difference_follows_it(tmp_path: Path) -> None:
    app = app_with(tmp_path, lambda _id: kept(app))
    async with app.run_test(size=(100, 24)) as pilot:
        await press(pilot, "D")
        rows = "\n".join(frame(app.screen))
        assert rows.index("3  2026-11-20 09:30  港口新航线开通") < rows.index("2  2026-11-19 08:00  港口新航线开通")
        assert "~ 首航载货[-二百-]{+三百+}箱。" in rows
        await press(pilot, "G")
        rows = "\n".join(frame(app.screen))
        assert "~ 港口[-拟开-]新航线{+开通+}" in rows
        assert "~ 每周[-一-]{+两+}班。" in rows
        assert "+ 首航载货三百箱。" in rows


@pytest.mark.parametrize(
    ("keys", "number"),
    [
        pytest.param(["j"], 2, id="down"),
        pytest.param(["j", "j", "j"], 1, id="not below the first version"),
        pytest.param(["j", "k", "k"], 3, id="not above the newest"),
        pytest.param(["G", "g"], 3, id="to the ends"),
        pytest.param(["ctrl+d"], 2, id="half of what is shown"),
        pytest.param(["space", "pageup"], 3, id="all of it"),
    ],
)
async def test_the_keys_that_move_choose_a_version(tmp_path: Path, keys: list[str], number: int) -> None:
    app = app_with(tmp_path, lambda _id: kept(app))
    async with app.run_test(size=(100, 24)) as pilot:
        await press(pilot, "D", *keys)
        assert app.screen.query_one(VersionList).number == number


async def test_the_frame_tells_the_keys_that_were_given_to_acts(tmp_path: Path) -> None:
    moved = UNHURRIED._replace(keys=((Clean("versions.open"), Clean("f2")), (Clean("help.close"), Clean("f3"))))
    app = app_with(tmp_path, lambda _id: kept(app), moved)
    async with app.run_test(size=(100, 24)) as pilot:
        await press(pilot, "D")
        assert "f2 difference  esc back" in "\n".join(frame(app.screen))
        await press(pilot, "escape", "question_mark")
        assert "f3 close  j down  k up" in "\n".join(frame(app.screen))


async def test_a_click_chooses_too(tmp_path: Path) -> None:
    app = app_with(tmp_path, lambda _id: kept(app))
    async with app.run_test(size=(100, 24)) as pilot:
        await press(pilot, "D")
        await pilot.click(VersionList, offset=(3, 2))
        assert app.screen.query_one(VersionList).number == 1


async def test_one_goes_into_the_difference_and_back_step_by_step(tmp_path: Path) -> None:
    app = app_with(tmp_path, lambda _id: kept(app))
    async with app.run_test(size=(40, 10)) as pilot:
        await press(pilot, "D", "G", "enter", "j")
        page = app.screen.query_one(DifferencePage)
        assert (page.has_focus, page.top, app.screen.query_one(VersionList).number) == (True, 1, 1)
        await press(pilot, "escape")
        assert app.screen.query_one(VersionList).has_focus
        await press(pilot, "q")
        assert app.screen is app.browse


async def test_in_a_narrow_terminal_no_line_is_cut_from_the_difference(tmp_path: Path) -> None:
    app = app_with(tmp_path, lambda _id: kept(app))
    async with app.run_test(size=(40, 20)) as pilot:
        await press(pilot, "D")
        await pilot.resize_terminal(30, 20)
        await press(pilot)
        assert "{+三百+}" in "".join("".join(frame(app.screen)).split())


@pytest.mark.parametrize(
    ("error", "said"),
    [
        pytest.param(MissingError("no article has this id"), "only the library keeps earlier versions", id="not there"),
        pytest.param(UnreadableError("damaged", "library.db"), "library.db: damaged", id="unreadable"),
    ],
)
async def test_what_the_library_cannot_tell_is_said(tmp_path: Path, error: Exception, said: str) -> None:
    def versions(_id: Clean) -> tuple[Version, ...]:
        raise error

    app = app_with(tmp_path, versions)
    async with app.run_test(size=(100, 24)) as pilot:
        await press(pilot, "D")
        assert said in frame(app.screen)[-2]


async def test_where_there_is_nothing_to_compare_it_is_said(tmp_path: Path) -> None:
    app = app_with(tmp_path, lambda _id: kept(app, 1))
    async with app.run_test(size=(100, 24)) as pilot:
        await press(pilot, "D")
        assert "this article has only one version" in frame(app.screen)[-2]


async def test_sources_that_are_only_read_have_no_versions(tmp_path: Path) -> None:
    app = app_with(tmp_path, None)
    async with app.run_test(size=(100, 24)) as pilot:
        await press(pilot, "D", "slash", *"zzz", "enter", "D")
        assert "only the library keeps earlier versions" in frame(app.screen)[-2]
