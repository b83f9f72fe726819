"""Saved queries on the screen: counted, chosen, saved and removed, and asked from the command line."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.newsroom import NEWS, app_on, at_once, press, reader_on, settle
from zjreader.library.marks import READ, STARRED, Action
from zjreader.query.language import Query
from zjreader.reader import Reader
from zjreader.text.clean import Clean
from zjreader.tui.app import ZjreaderApp
from zjreader.tui.asking import AnswerLine
from zjreader.tui.browse import BrowseScreen
from zjreader.tui.viewed import Viewed, toggled_view
from zjreader.tui.views_tally import ViewHits

WIDE = (120, 36)
COMPANIES = Viewed(Clean("企业"))


def screen_of(pilot: Pilot[None]) -> BrowseScreen:
    screen = pilot.app.screen
    assert isinstance(screen, BrowseScreen)
    return screen


def views(pilot: Pilot[None]) -> dict[str, int]:
    (facet,) = screen_of(pilot).filter_pane.counts.views
    return {count.value: count.number for count in facet.counts}


def chosen(pilot: Pilot[None]) -> list[str]:
    (facet,) = screen_of(pilot).filter_pane.counts.views
    return [count.value for count in facet.counts if count.chosen]


def said(pilot: Pilot[None]) -> str:
    return "".join(piece.text for piece in screen_of(pilot).status.pieces)


def rows(pilot: Pilot[None]) -> int:
    return screen_of(pilot).headlines.listing.length


def asked(pilot: Pilot[None]) -> str:
    return screen_of(pilot).filter_pane.query_line.value


async def command(pilot: Pilot[None], line: str) -> None:
    await press(pilot, "colon")
    await type_in(pilot, line)


async def type_in(pilot: Pilot[None], line: str) -> None:
    """As an input method or a paste would give it, then enter."""
    await press(pilot, *("space" if sign == " " else sign for sign in line), "enter")


@pytest.fixture
def saved(reader: Reader) -> Reader:
    """The newsroom with two saved queries."""
    reader.views.set("企业", "企业")
    reader.views.set("没读", "是:未读 栏目:副刊")
    return reader


@pytest.mark.parametrize(
    ("query", "becomes"),
    [
        pytest.param("", "view:企业", id="alone"),
        pytest.param("社保 OR 港口", "(社保 OR 港口) view:企业", id="beside what is asked"),
        pytest.param("社保 view:没读 sort:title", "社保 view:企业 sort:title", id="in the place of another"),
        pytest.param("view:企业 社保", "社保", id="no longer"),
    ],
)
def test_a_saved_query_stands_in_the_query_line_or_not(query: str, becomes: str) -> None:
    assert str(toggled_view(Query.parse(query), COMPANIES)) == becomes


async def test_unread_articles_are_counted_and_follow_marks(saved: Reader) -> None:
    async with app_on(saved).run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert views(pilot) == {"企业": 2, "没读": 2}
        await press(pilot, "m")
        assert views(pilot) == {"企业": 1, "没读": 2}
        await press(pilot, "slash", *"港口", "enter")
        assert views(pilot) == {"企业": 1, "没读": 2}
        await press(pilot, "u")
        assert views(pilot) == {"企业": 2, "没读": 2}


async def test_no_key_waits_for_the_counts(saved: Reader) -> None:
    opening = at_once(saved)._replace(rest=0.01)
    async with ZjreaderApp(opening).run_test(size=WIDE) as pilot:
        while not views(pilot):
            await pilot.pause(0.01)
        assert views(pilot) == {"企业": 2, "没读": 2}


async def test_one_is_chosen_among_the_counts_and_taken_away_there(saved: Reader) -> None:
    async with app_on(saved, "缓缴").run_test(size=WIDE) as pilot:
        await press(pilot, "slash", "tab", "g", *"jjj", "enter")
        assert (asked(pilot), chosen(pilot), rows(pilot)) == ("缓缴 view:企业", ["企业"], 1)
        assert screen_of(pilot).headlines.listing.spans(Clean("企业")) != ()
        await press(pilot, "j", "enter")
        assert (asked(pilot), chosen(pilot), rows(pilot)) == ("缓缴 view:没读", ["没读"], 0)
        await press(pilot, "enter")
        assert (asked(pilot), chosen(pilot)) == ("缓缴", [])


async def test_marks_dim_what_a_saved_query_finds_no_more(saved: Reader) -> None:
    async with app_on(saved, "view:没读").run_test(size=WIDE) as pilot:
        await press(pilot, "m")
        listing = screen_of(pilot).headlines.listing
        assert (listing.length, [listing.fits(position) for position in (1, 4)].count(True)) == (2, 1)


async def test_the_query_is_saved_under_the_name_that_is_typed(reader: Reader) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await press(pilot, "slash", *"企业 或 港口", "enter", "V")
        await type_in(pilot, "早 报")
        assert reader.views.saved == {Clean("早 报"): Clean("企业 OR 港口")}
        assert (said(pilot), views(pilot)) == ("saved as 早 报: 企业 OR 港口", {"早 报": 2})


@pytest.mark.parametrize(
    ("answer", "asks"), [pytest.param("y", "港口", id="replaced"), pytest.param("n", "企业", id="as it was")]
)
async def test_another_of_the_name_is_replaced_after_asking(saved: Reader, answer: str, asks: str) -> None:
    async with app_on(saved, "港口").run_test(size=WIDE) as pilot:
        await press(pilot, "V")
        await type_in(pilot, "企业")
        await press(pilot, answer)
        assert saved.views.saved[Clean("企业")] == asks


async def test_a_long_query_leaves_room_for_its_name(reader: Reader) -> None:
    async with app_on(reader, " ".join(["小微企业缓缴社保"] * 12)).run_test(size=(60, 20)) as pilot:
        await press(pilot, "V")
        line = pilot.app.screen.query_one(AnswerLine)
        assert line.region.x + len("名字") * 2 < line.region.right <= 60


async def test_nothing_is_saved_without_a_name_a_query_or_an_end(saved: Reader) -> None:
    before = saved.views.saved
    async with app_on(saved).run_test(size=WIDE) as pilot:
        await press(pilot, "V")
        assert said(pilot) == "nothing is asked that could be saved"
        await press(pilot, "slash", *"view:企业", "enter", "V", "enter")
        await press(pilot, "V")
        await type_in(pilot, "企业")
        await press(pilot, "escape")
        assert saved.views.saved == before


@pytest.mark.parametrize(
    ("answer", "left"), [pytest.param("y", ["没读"], id="yes"), pytest.param("n", ["企业", "没读"], id="no")]
)
async def test_one_is_removed_among_the_counts_after_asking(saved: Reader, answer: str, left: list[str]) -> None:
    async with app_on(saved).run_test(size=WIDE) as pilot:
        await press(pilot, "slash", "tab", "g", "d")
        assert said(pilot) == "only a saved query can be removed"
        await press(pilot, *"jjj", "delete", answer)
        assert list(saved.views.saved) == left
        assert list(views(pilot)) == left


async def test_a_query_that_asks_for_what_is_removed_says_so_and_keeps_its_list(saved: Reader) -> None:
    async with app_on(saved, "view:企业").run_test(size=WIDE) as pilot:
        await command(pilot, "views remove 企业")
        await press(pilot, "y")
        trouble = screen_of(pilot).filter_pane.trouble.error
        assert trouble
        assert trouble.position == len("view:")
        assert rows(pilot) == 2


async def test_a_query_means_what_is_saved_now(saved: Reader) -> None:
    async with app_on(saved, "view:企业").run_test(size=WIDE) as pilot:
        assert rows(pilot) == 2
        await command(pilot, "views set 企业 博物馆")
        assert (rows(pilot), asked(pilot)) == (1, "view:企业")


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        pytest.param("view 企业", lambda pilot: asked(pilot) == "view:企业", id="asked for"),
        pytest.param("views", lambda pilot: screen_of(pilot).pane == "counts", id="gone to"),
        pytest.param("views remove 企也", lambda pilot: "nearest: 企业" in said(pilot), id="none to remove"),
        pytest.param("views set 圆 view:圆", lambda pilot: "asks for itself" in said(pilot), id="a circle"),
    ],
)
async def test_what_the_command_line_does(saved: Reader, line: str, seen: Callable[[Pilot[None]], bool]) -> None:
    async with app_on(saved).run_test(size=WIDE) as pilot:
        await command(pilot, line)
        assert seen(pilot)


@pytest.mark.parametrize("keys", [pytest.param(("V", "甲", "enter"), id="saving"), pytest.param((), id="removing")])
async def test_what_is_not_safely_on_disk_is_said(saved: Reader, tmp_path: Path, keys: tuple[str, ...]) -> None:
    async with app_on(saved, "港口").run_test(size=WIDE) as pilot:
        folder = saved.journal.folder
        folder.rename(tmp_path / "elsewhere")
        folder.write_text("a file where the folder belongs")
        if keys:
            await press(pilot, *keys)
        else:
            await command(pilot, "views remove 企业")
            await press(pilot, "y")
        assert "not saved" in said(pilot)


def test_what_is_found_is_looked_for_again_only_where_it_can_be_another(saved: Reader) -> None:
    found = ViewHits(saved)
    plain, marks = Query.parse("企业"), Query.parse("is:starred")
    before = found.hits(plain), found.hits(marks)
    saved.mark(Action(STARRED, value=True), [0])
    saved.mark(Action(READ, value=True), [0])
    assert found.hits(plain) is before[0]
    assert (list(before[1]), list(found.hits(marks))) == ([], [0])


async def test_other_articles_are_counted_when_they_are_read_instead(saved: Reader, tmp_path: Path) -> None:
    async with app_on(saved).run_test(size=WIDE) as pilot:
        other = reader_on(tmp_path, NEWS[:1])
        screen_of(pilot).read_on(other, Clean("pasted"))
        await settle(pilot)
        assert views(pilot) == {"企业": 1, "没读": 0}
