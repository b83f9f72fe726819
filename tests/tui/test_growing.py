"""What is pasted is kept: the screen goes on in the library, and what is not kept is said."""

from io import BytesIO
from pathlib import Path

from textual import events
from textual.pilot import Pilot

from tests.tui.frames import frame
from tests.tui.newsroom import UNHURRIED, article, at_once, now, press, reader_on, settle
from zjreader.article import UNSAID, Document
from zjreader.corpus.collection import Collection
from zjreader.errors import UnsavedError
from zjreader.holdings import holdings
from zjreader.keeping import Given, Keeper
from zjreader.library.journal import Journal
from zjreader.library.paths import Paths, under
from zjreader.text.clean import Clean
from zjreader.tui.app import ZjreaderApp
from zjreader.tui.outside import Keep, Outside

NEWS = (
    '{"title": "城南老桥恢复通行", "content": "加固用了三个月。"}\n{"title": "早市搬进新棚", "content": "摊位多了。"}\n'
)


def keeping(paths: Paths) -> Keep:
    def keep(document: Document) -> Collection:
        keeper = Keeper(paths, Journal.open(paths, now))
        assert sum(len(kept.records) for kept in keeper.keep(Given(document.source, UNSAID, [document])))
        return holdings(paths)

    return keep


def app_that_keeps(home: Path, keep: Keep) -> ZjreaderApp:
    reader = reader_on(home, [article("港口新航线开通", "每周两班。")])
    return ZjreaderApp(at_once(reader, settings=UNHURRIED, outside=Outside(keep=keep)))


async def paste(pilot: Pilot[None], text: str = NEWS) -> None:
    pilot.app.post_message(events.Paste(text))
    await settle(pilot)
    await press(pilot, "y")
    await pilot.app.workers.wait_for_complete()
    await settle(pilot)


async def test_what_was_pasted_is_on_top_and_the_library_is_below(tmp_path: Path) -> None:
    app = app_that_keeps(tmp_path, keeping(under(tmp_path)))
    async with app.run_test(size=(80, 24)) as pilot:
        await paste(pilot)
        assert ("pasted 2026-11-20" in frame(app.screen)[0], "kept in the library" in frame(app.screen)[-2]) == (
            True,
            True,
        )
        await press(pilot, "s", "q")
        assert ("library" in frame(app.screen)[0], len(app.browse.reader.corpus)) == (True, 2)
        assert "城南老桥恢复通行" in "".join(frame(app.screen))
        assert app.browse.reader.headline(0).state.starred
        await press(pilot, "q")
        assert not app.is_running


async def test_what_is_pasted_later_joins_what_was_kept(tmp_path: Path) -> None:
    app = app_that_keeps(tmp_path, keeping(under(tmp_path)))
    async with app.run_test(size=(80, 24)) as pilot:
        await paste(pilot)
        await press(pilot, "q")
        await paste(pilot, '{"title": "河堤加高半尺", "content": "赶在汛期以前。"}')
        await press(pilot, "q")
        assert len(app.browse.reader.corpus) == 3


async def test_a_yes_is_asked_for_both(tmp_path: Path) -> None:
    app = app_that_keeps(tmp_path, keeping(under(tmp_path)))
    async with app.run_test(size=(80, 24)) as pilot:
        app.post_message(events.Paste(NEWS))
        await settle(pilot)
        assert any("read and keep it?" in line for line in frame(app.screen))
        await press(pilot, "n")
        assert not under(tmp_path).library.exists()


async def test_what_cannot_be_kept_is_read_and_said(tmp_path: Path) -> None:
    def full(_document: Document) -> Collection:
        raise UnsavedError("the disk is full")

    app = app_that_keeps(tmp_path, full)
    async with app.run_test(size=(80, 24)) as pilot:
        await paste(pilot)
        assert ("pasted" in frame(app.screen)[0], "the disk is full" in frame(app.screen)[-2]) == (True, True)
        await press(pilot, "q")
        assert "港口新航线开通" in "".join(frame(app.screen))


async def test_a_choice_is_of_what_was_read_before(tmp_path: Path) -> None:
    app = app_that_keeps(tmp_path, keeping(under(tmp_path)))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "x")
        await paste(pilot)
        await press(pilot, "q")
        assert not app.browse.chosen


async def test_an_index_that_was_damaged_is_told_and_the_screen_goes_on_with_the_new_one(tmp_path: Path) -> None:
    paths = under(tmp_path)
    library = keeping(paths)(Document(Clean("n"), Clean("n"), lambda: BytesIO(NEWS.encode())))
    reader = reader_on(tmp_path, [article("港口新航线开通", "每周两班。")])
    app = ZjreaderApp(at_once(reader, outside=Outside(check=lambda: library), check_after=0.001))
    async with app.run_test(size=(80, 24)) as pilot:
        while app.browse.reader.corpus is not library:
            await pilot.pause()
        await settle(pilot)
        assert "the index was damaged; it was built anew" in frame(app.screen)[-2]


async def test_nothing_is_said_of_an_index_that_is_whole(tmp_path: Path) -> None:
    looked: list[bool] = []

    def check() -> None:
        looked.append(True)

    reader = reader_on(tmp_path, [article("港口新航线开通", "每周两班。")])
    app = ZjreaderApp(at_once(reader, outside=Outside(check=check), check_after=0.001))
    async with app.run_test(size=(80, 24)) as pilot:
        while not looked:
            await pilot.pause()
        await settle(pilot)
        assert ("damaged" in frame(app.screen)[-2], app.browse.reader) == (False, reader)
