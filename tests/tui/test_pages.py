"""Lists and pages under keys and wheel, each in an app of its own."""

from collections.abc import Sequence

import pytest
from textual.app import App, ComposeResult
from textual.events import MouseScrollDown, MouseScrollUp
from textual.pilot import Pilot
from textual.widget import Widget

from tests.tui.newsroom import app_on, article, press, settle, wheel
from zjreader.article import Headline
from zjreader.query.language import Query
from zjreader.query.tree import Is, Not, Word
from zjreader.reader import Reader
from zjreader.text.clean import Clean
from zjreader.tui.article_page import ArticlePage
from zjreader.tui.headline_list import HeadlineList
from zjreader.tui.page import Page
from zjreader.tui.rows import Listing
from zjreader.tui.scopes import changeable

LONG = article("长文", *(f"第{number}段。" for number in range(50)))


class Alone(App[None]):
    """An app of one widget."""

    def __init__(self, widget: Widget) -> None:
        super().__init__()
        self.widget = widget
        self.seen: list[str] = []

    def compose(self) -> ComposeResult:
        yield self.widget

    def on_mount(self) -> None:
        self.widget.styles.height = "1fr"
        self.widget.focus()

    def on_page_ended(self) -> None:
        self.seen.append("ended")

    def on_headline_list_highlighted(self, event: HeadlineList.Highlighted) -> None:
        self.seen.append(f"at {event.headline.position if event.headline else None}")

    def on_headline_list_opened(self, event: HeadlineList.Opened) -> None:
        self.seen.append(f"opened {event.headline.position}")


@pytest.mark.parametrize(
    ("keys", "top"),
    [
        pytest.param(("j", "j", "k"), 1, id="line by line"),
        pytest.param(("ctrl+d",), 5, id="half a page"),
        pytest.param(("ctrl+d", "ctrl+d", "ctrl+u"), 5, id="half a page back"),
        pytest.param(("space",), 9, id="a page goes on with the last line"),
        pytest.param(("space", "pageup"), 0, id="a page back"),
        pytest.param(("G",), 44, id="to the end"),
        pytest.param(("G", "j"), 44, id="not past the end"),
        pytest.param(("G", "g"), 0, id="to the beginning"),
    ],
)
async def test_keys_move_the_page(keys: tuple[str, ...], top: int) -> None:
    page = ArticlePage()
    async with Alone(page).run_test(size=(60, 10)) as pilot:
        page.show(LONG, Query())
        await press(pilot, *keys)
        assert (page.length, page.top) == (54, top)


async def test_a_page_turned_at_the_end_says_so_and_not_before() -> None:
    page = ArticlePage()
    app = Alone(page)
    async with app.run_test(size=(60, 10)) as pilot:
        page.show(LONG, Query())
        await press(pilot, "space", "pageup", "k")
        assert app.seen == []
        await press(pilot, "G", "space")
        assert app.seen == ["ended"]


async def test_the_wheel_moves_the_page() -> None:
    page = ArticlePage()
    async with Alone(page).run_test(size=(60, 10)) as pilot:
        page.show(LONG, Query())
        wheel(page, MouseScrollDown)
        wheel(page, MouseScrollDown)
        wheel(page, MouseScrollUp)
        await settle(pilot)
        assert page.top == 3


async def test_the_same_article_shown_again_stays_where_it_was() -> None:
    page = ArticlePage()
    async with Alone(page).run_test(size=(60, 10)) as pilot:
        page.show(LONG, Query())
        await press(pilot, "space")
        page.show(LONG, Query.parse("段"))
        assert page.top == 9
        page.show(LONG._replace(title=Clean("另一篇")), Query())
        assert page.top == 0


def headlines(count: int) -> tuple[Listing, list[tuple[int, int]]]:
    """A listing of so many rows, and the windows that it was asked for."""
    asked: list[tuple[int, int]] = []

    def window(start: int, stop: int) -> Sequence[Headline]:
        asked.append((start, stop))
        return [
            Headline(row, Clean(f"c{row}"), Clean(f"第{row}号"), "full", None, None, None, Clean(""))
            for row in range(start, min(stop, count))
        ]

    return Listing(count, window, lambda _title: (), lambda _position: True, Clean("")), asked


async def shown_list(pilot: Pilot[None], widget: HeadlineList, count: int) -> list[tuple[int, int]]:
    listing, asked = headlines(count)
    widget.show(listing)
    await settle(pilot)
    return asked


async def test_of_a_million_headlines_only_windows_are_asked_for() -> None:
    widget = HeadlineList()
    async with Alone(widget).run_test(size=(80, 20)) as pilot:
        asked = await shown_list(pilot, widget, 1_000_000)
        await press(pilot, "G", "k", "g", "j", "space")
        assert max(stop - start for start, stop in asked) <= 60
        assert len(asked) <= 4


async def test_the_wheel_leaves_the_cursor_on_its_article() -> None:
    widget = HeadlineList()
    app = Alone(widget)
    async with app.run_test(size=(80, 20)) as pilot:
        await shown_list(pilot, widget, 100)
        for _notch in range(9):
            wheel(widget, MouseScrollDown)
        wheel(widget, MouseScrollUp)
        await settle(pilot)
        assert (widget.top, widget.cursor, app.seen) == (24, 0, ["at 0"])
        await press(pilot, "j")
        assert (widget.top, widget.cursor) == (1, 1)


async def test_as_articles_arrive_above_it_the_row_of_the_cursor_stays_at_its_height() -> None:
    widget = HeadlineList()
    async with Alone(widget).run_test(size=(80, 20)) as pilot:
        await shown_list(pilot, widget, 100)
        await press(pilot, "space", "space", "k", "k", "k")
        assert (widget.top, widget.cursor) == (21, 37)
        widget.show(headlines(130)[0], 67)
        assert (widget.top, widget.cursor) == (51, 67)
        widget.show(headlines(5)[0], 4)
        assert (widget.top, widget.cursor) == (0, 4)


async def test_a_wheel_turned_past_the_end_of_a_list_with_days_shows_its_last_row() -> None:
    widget = HeadlineList()
    async with Alone(widget).run_test(size=(80, 20)) as pilot:
        listing, _asked = headlines(40)
        widget.show(listing._replace(day=lambda headline: Clean(f"{headline.position // 3}")))
        for _notch in range(30):
            wheel(widget, MouseScrollDown)
        await settle(pilot)
        assert (widget.top, widget.rows) == (25, 15)
        await press(pilot, "G", "ctrl+u")
        assert widget.cursor == 32


async def test_what_is_said_names_the_headline() -> None:
    widget = HeadlineList()
    app = Alone(widget)
    async with app.run_test(size=(80, 20)) as pilot:
        await shown_list(pilot, widget, 100)
        await press(pilot, "j", "enter")
        await shown_list(pilot, widget, 0)
        await press(pilot, "enter", "j")
        assert app.seen == ["at 0", "at 1", "opened 1", "at None"]


async def test_a_page_of_nothing_is_a_page() -> None:
    page = ArticlePage()
    async with Alone(page).run_test(size=(60, 10)) as pilot:
        page.show(None, Query())
        await press(pilot, "j", "G", "g")
        assert (page.top, page.place) == (0, None)


async def test_the_help_opens_scrolls_and_closes(reader: Reader) -> None:
    app = app_on(reader)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "question_mark", "G")
        page = app.screen.query_one(Page)
        assert page.top > 0
        await pilot.resize_terminal(120, 130)
        await settle(pilot)
        assert page.top == 0
        await press(pilot, "q")
        assert app.screen is app.browse


def test_what_marks_can_change_of_a_query_are_its_states() -> None:
    query = Query((Word(Clean("经济")), Not(Word(Clean("股市"))), Is("unread"), Not(Is("starred"))))
    assert changeable(query) == Query((Is("unread"), Not(Is("starred"))))


def test_marks_can_change_labels_and_what_was_read_when_also_within_a_choice() -> None:
    query = Query.parse("(标签:待核实 OR 经济) -(read:今天 股市) 栏目:财经 date:今天")
    assert changeable(query) == Query.parse("(标签:待核实 OR 经济) -(read:今天 股市)")
