"""The timeline and what the query line offers: drawn for any width, and never in the way of what is typed."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot

from tests.tui.frames import frame
from tests.tui.newsroom import NEWS, app_on, article, press, reader_on, settle
from zjreader.library.marks import LABEL, Action
from zjreader.query.completing import Completion
from zjreader.query.language import Query
from zjreader.query.timeline import Period, Timeline
from zjreader.reader import Reader
from zjreader.text.clean import Clean
from zjreader.text.width import cells
from zjreader.tui.browse import BrowseScreen
from zjreader.tui.dating import dated
from zjreader.tui.narrowing import Narrowed
from zjreader.tui.suggestions import suggestion_pieces
from zjreader.tui.time_bars import BLOCKS, DOTS, bars, dates

WIDE = (120, 36)


def period(name: str, articles: int) -> Period:
    return Period(name, name, articles)


MONTHS = Timeline("month", (period("2026-01", 8), period("2026-02", 0), period("2026-03", 1)))


def screen_of(pilot: Pilot[None]) -> BrowseScreen:
    screen = pilot.app.screen
    assert isinstance(screen, BrowseScreen)
    return screen


def drawn(pieces: tuple[tuple[Clean, str], ...]) -> str:
    return "".join(text for text, _look in pieces)


# drawing


@pytest.mark.parametrize(
    ("width", "cursor", "ambiguous", "bar", "date"),
    [
        pytest.param(9, None, 1, "███   ▁▁▁", "2026-01 2026-03", id="as wide as a bar may be"),
        pytest.param(24, None, 1, "███   ▁▁▁", "2026-01 2026-03", id="no wider"),
        pytest.param(5, None, 1, "█ ▁", "2026-01 2026-03", id="a cell each"),
        pytest.param(9, None, 2, "⣿⣿⣿   ⣀⣀⣀", "2026-01 2026-03", id="where blocks are wide"),
        pytest.param(9, 2, 1, "███   ▁▁▁", "2026-03 1", id="the cursor's time and number"),
    ],
)
def test_how_a_timeline_is_drawn(width: int, cursor: int | None, ambiguous: int, bar: str, date: str) -> None:
    assert drawn(bars(MONTHS, width, cursor, ambiguous)) == bar
    assert drawn(dates(MONTHS, width, cursor, ambiguous)) == date


@given(st.lists(st.integers(0, 10**6), max_size=40), st.integers(1, 80), st.sampled_from([1, 2]))
def test_only_an_empty_bar_has_no_height_and_more_is_never_lower(
    numbers: list[int], width: int, ambiguous: int
) -> None:
    timeline = Timeline("year", tuple(period(f"{1980 + at}", each) for at, each in enumerate(numbers)))
    shown, signs = bars(timeline, width, None, ambiguous), " " + (DOTS if ambiguous > 1 else BLOCKS)
    heights = [signs.index(bar.text[0]) for bar in shown]
    for number, height in zip(numbers, heights, strict=True):
        assert (height == 0) == (number == 0)
        assert all(height >= lower for other, lower in zip(numbers, heights, strict=True) if other <= number)
    assert sum(len(bar.text) for bar in shown) <= max(width, len(numbers))


def test_one_date_is_said_once_and_none_not_at_all() -> None:
    day = Timeline("day", (period("2026-03-05", 1),))
    assert drawn(dates(day, 20, None)) == "2026-03-05"
    assert dates(Timeline(), 20, 0) == bars(Timeline(), 20, 0) == ()


@pytest.mark.parametrize(
    ("text", "asked", "query"),
    [
        pytest.param("", "2026-03", "日期:2026-03", id="alone"),
        pytest.param("桥", "2026-03", "桥 日期:2026-03", id="behind the words"),
        pytest.param("桥 date:2026-03 车", "2026-03-05", "桥 车 日期:2026-03-05", id="in the place of another time"),
        pytest.param("桥 日期：2026-03-02..2026-03-08", None, "桥", id="taken away"),
        pytest.param("桥 OR 车", "2026", "(桥 OR 车) 日期:2026", id="for both alternatives"),
        pytest.param("(桥 OR 车) 日期:2025", "2026", "(桥 OR 车) 日期:2026", id="in brackets already"),
        pytest.param("(桥 OR 车) OR (船)", "2026", "((桥 OR 车) OR (船)) 日期:2026", id="bracketed in part"),
        pytest.param("日期:近3天", "2026", "日期:近3天 日期:2026", id="beside a time in words"),
        pytest.param("is:x", "2026", "is:x 日期:2026", id="beside an error"),
    ],
)  # fmt: skip
def test_a_time_in_the_query(text: str, asked: str | None, query: str) -> None:
    assert dated(text, "日期", asked) == query


@given(st.sampled_from(["桥", "桥 OR 车", "-桥", "(a b) c", ""]), st.sampled_from(["2026", "2026-03", "2025..2026"]))
def test_a_time_that_was_put_in_can_be_changed_and_taken_out(text: str, asked: str) -> None:
    once = dated(text, "date", asked)
    assert dated(once, "date", asked) == once
    assert Query.parse(dated(once, "date", None)) == Query.parse(text)


# in the pane


async def test_a_bar_that_is_chosen_asks_for_its_time_and_backspace_for_all(reader: Reader) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await press(pilot, "slash", "tab", "tab", "g", "l")
        screen = screen_of(pilot)
        assert (screen.pane, screen.filter_pane.time_bars.selected) == (
            "timeline",
            period("2026-11-18", 2),
        )
        assert any("2026-11-18 2" in line for line in frame(screen))
        await press(pilot, "enter")
        assert (screen.filter_pane.query_line.value, screen.headlines.listing.length) == ("date:2026-11-18", 2)
        await press(pilot, "backspace")
        assert (screen.filter_pane.query_line.value, screen.headlines.listing.length) == ("", len(NEWS))
        assert screen.filter_pane.time_bars.selected == period("2026-11-18", 2)


@pytest.mark.parametrize(
    ("keys", "cursor"),
    [
        pytest.param(("g",), 0, id="first"),
        pytest.param(("G",), 2, id="last"),
        pytest.param(("g", "space"), 2, id="a page"),
        pytest.param(("G", "ctrl+u"), 1, id="half"),
        pytest.param(("g", "j", "l", "l", "k", "h"), 0, id="to and fro"),
    ],
)
async def test_the_cursor_goes_from_bar_to_bar(reader: Reader, keys: tuple[str, ...], cursor: int) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await press(pilot, "slash", "tab", "tab", *keys)
        assert screen_of(pilot).filter_pane.time_bars.cursor == cursor


async def test_a_click_on_a_bar_chooses_it_and_one_beside_them_nothing(reader: Reader) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await settle(pilot)
        bars_shown = screen_of(pilot).filter_pane.time_bars
        await pilot.click(bars_shown, offset=(20, 0))
        await settle(pilot)
        assert screen_of(pilot).filter_pane.query_line.value == ""
        await pilot.click(bars_shown, offset=(1, 0))
        await settle(pilot)
        assert screen_of(pilot).filter_pane.query_line.value == "date:2026-11-17"


async def test_the_timeline_follows_each_key_and_the_width(reader: Reader) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await press(pilot, "slash", "企")
        bars_shown = screen_of(pilot).filter_pane.time_bars
        assert [period.articles for period in bars_shown.timeline.periods] == [1, 0, 1]
        await pilot.resize_terminal(40, 20)
        await settle(pilot)
        assert [period.articles for period in bars_shown.timeline.periods] == [1, 0, 1]


async def test_without_dates_there_is_no_bar_to_choose(tmp_path: Path) -> None:
    undated = reader_on(tmp_path, [article("桥", "正文。", day=None)])
    async with app_on(undated).run_test(size=WIDE) as pilot:
        await press(pilot, "slash", "tab", "tab", "j", "enter", "G")
        assert (screen_of(pilot).pane, screen_of(pilot).filter_pane.query_line.value) == ("timeline", "")


async def test_authors_and_labels_are_counted_and_chosen(reader: Reader) -> None:
    reader.mark(Action(LABEL, value=True, name=Clean("待核实")), [1, 2])
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await settle(pilot)
        counted = {facet.name: facet.counts for facet in screen_of(pilot).filter_pane.counts.facets}
        assert [(count.value, count.number) for count in counted[Clean("label")]] == [("待核实", 2)]
        assert [(count.value, count.number) for count in counted[Clean("author")]] == [("林一舟", 3)]
        screen_of(pilot).narrow((Narrowed("label", Clean("待核实")), Narrowed("author", Clean("林一舟"))))
        await settle(pilot)
        assert [*screen_of(pilot).listed.hits] == [2]


# what is offered


@pytest.mark.parametrize(
    ("width", "line"),
    [
        pytest.param(30, "→ 江城晚报 12  晚江周刊", id="all"),
        pytest.param(20, "→ 江城晚报 12", id="whole ones only"),
        pytest.param(9, "→ 江城 12", id="the first, cut"),
        pytest.param(1, "", id="no room"),
    ],
)
def test_what_is_offered_fits(width: int, line: str) -> None:
    offered = (Completion(Clean("江城晚报"), 12, Clean("a")), Completion(Clean("晚江周刊"), None, Clean("b")))
    assert drawn(suggestion_pieces(offered, width)) == line
    assert cells(line) <= width


async def test_a_value_is_offered_with_its_number_and_taken_by_the_key(reader: Reader) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await press(pilot, "slash", *"企业 媒体", "colon", "江")
        screen = screen_of(pilot)
        assert [(each.shown, each.articles) for each in screen.filter_pane.suggestions.offered] == [("江城晚报", 2)]
        assert any("→ 江城晚报 2" in line for line in frame(screen))
        await press(pilot, "left", "right")
        assert screen.filter_pane.query_line.value == "企业 媒体:江"
        await press(pilot, "right")
        assert (screen.filter_pane.query_line.value, screen.pane) == ("企业 媒体:江城晚报", "filter")
        assert screen.filter_pane.suggestions.offered == ()


@pytest.mark.parametrize("key", ["enter", "down", "tab"])
async def test_what_is_offered_keeps_no_key_from_its_work(reader: Reader, key: str) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await press(pilot, "slash", "栏", key)
        assert screen_of(pilot).filter_pane.query_line.value == "栏"
        assert screen_of(pilot).pane == ("counts" if key == "tab" else "list")


async def test_nothing_is_offered_that_is_not_being_typed(reader: Reader) -> None:
    async with app_on(reader, query="栏").run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert screen_of(pilot).filter_pane.suggestions.offered == ()


@pytest.mark.parametrize(
    ("query", "offered"),
    [
        pytest.param("view:", [], id="no saved query"),
        pytest.param("url:", [], id="a field that is not counted"),
        pytest.param("is:x 栏目:", [], id="behind an error"),
        pytest.param("/企/ 栏目:", [("财经", None), ("副刊", None)], id="behind what takes long, without numbers"),
    ],
)
async def test_what_is_offered_behind_what(
    reader: Reader, query: str, offered: list[tuple[str, int | None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("zjreader.tui.offering.PATIENCE", -1)  # each slice takes too long
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await press(pilot, "slash")
        screen_of(pilot).filter_pane.query_line.insert_text_at_cursor(query)
        await settle(pilot)
        told = screen_of(pilot).filter_pane.suggestions.offered
        assert [(each.shown, each.articles) for each in told] == offered
