"""A drag selects characters and copies them as plain text; clicks and the wheel do what they did."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot

from tests.tui.newsroom import NEWS, UNHURRIED, at_once, reader_on, settle
from zjreader.article import Span
from zjreader.text.clean import Clean
from zjreader.text.typeset import Line, Style, set_article
from zjreader.tui.app import ZjreaderApp
from zjreader.tui.outside import Outside
from zjreader.tui.selectable import Selectable
from zjreader.tui.selection import Point, Selection, line_span, selected_text

WIDE = (120, 36)


# pure


@given(anchor=st.integers(0, 60), reached=st.integers(0, 60), measure=st.sampled_from([20, 40, 80]))
def test_whole_lines_of_a_text_are_that_text(anchor: int, reached: int, measure: int) -> None:
    lines = set_article(NEWS[0], measure, Style(), head=[], tail=[])
    first, last = sorted((anchor % len(lines), reached % len(lines)))
    text = selected_text(lines[first : last + 1], Selection(Point(last, 999), Point(first, 0)))
    whole = selected_text(lines, Selection(Point(0, 0), Point(len(lines) - 1, 999)))
    assert text in whole
    assert whole == "\n".join((NEWS[0].title, *(block.text for block in NEWS[0].blocks)))


@pytest.mark.parametrize(
    ("drawn", "span"),
    [
        pytest.param(Span(0, 4), Span(0, 0), id="only the indent"),
        pytest.param(Span(0, 5), Span(0, 1), id="indent and a character"),
        pytest.param(Span(5, 7), Span(1, 2), id="a gap is not text"),
        pytest.param(Span(0, 99), Span(0, 5), id="all"),
    ],
)
def test_what_is_only_drawn_is_no_text(drawn: Span, span: Span) -> None:
    line = Line("paragraph", Clean("用上AI了"), Span(0, 5), indent=4, gaps=(2, 4))
    assert line_span(line, drawn) == span


def test_a_selection_is_the_same_in_either_direction() -> None:
    ways = Selection(Point(1, 3), Point(2, 0)), Selection(Point(2, 0), Point(1, 3))
    assert [[way.on(number, 9) for number in (0, 1, 2, 3)] for way in ways] == [
        [Span(0, 0), Span(3, 9), Span(0, 1), Span(0, 0)]
    ] * 2


# with the mouse


class Copied(list[str]):
    """What was copied by a program."""

    def __call__(self, text: Clean) -> Clean:
        self.append(text)
        return Clean("wl-copy")


def app_with(home: Path, copied: Copied) -> ZjreaderApp:
    return ZjreaderApp(at_once(reader_on(home), settings=UNHURRIED, outside=Outside(copy=copied)))


def app_of(pilot: Pilot[None]) -> ZjreaderApp:
    assert isinstance(pilot.app, ZjreaderApp)
    return pilot.app


async def drag(pilot: Pilot[None], widget: Selectable, start: tuple[int, int], stop: tuple[int, int]) -> None:
    await pilot.mouse_down(widget, offset=start)
    await pilot.hover(widget, offset=stop)
    await pilot.mouse_up(widget, offset=stop)
    await settle(pilot)


def lit(widget: Selectable) -> str:
    """What is drawn as selected."""
    strips = (widget.line_at(y) for y in range(widget.size.height))
    return "".join(each.text for strip in strips for each in strip if each.style and each.style.reverse)


async def test_a_drag_on_the_article_copies_a_paragraph_as_one_line(tmp_path: Path) -> None:
    copied = Copied()
    async with app_with(tmp_path, copied).run_test(size=WIDE) as pilot:
        await settle(pilot)
        page = app_of(pilot).browse.page
        paragraph = [number for number, line in enumerate(page.lines) if line.role == "paragraph"]
        await drag(pilot, page, (page.margin, paragraph[0]), (page.size.width - 1, paragraph[-1]))
        assert copied == [NEWS[0].blocks[0].text]
        said = "".join(piece.text for piece in app_of(pilot).browse.status.pieces)
        assert said.startswith("copied by wl-copy + the terminal (OSC 52): selection, ")
        assert "三项扶持小微企业" in lit(page)


async def test_a_drag_back_over_two_hanzi_copies_both(tmp_path: Path) -> None:
    copied = Copied()
    async with app_with(tmp_path, copied).run_test(size=WIDE) as pilot:
        await settle(pilot)
        page = app_of(pilot).browse.page
        x = page.margin + page.lines[0].indent
        await drag(pilot, page, (x + 3, 0), (x, 0))
        assert (copied, lit(page)) == ([NEWS[0].title[:2]], NEWS[0].title[:2])


@pytest.mark.parametrize("size", [WIDE, (60, 20), (40, 12)], ids=["one line a row", "a narrow list", "two lines a row"])
async def test_a_drag_in_the_list_copies_titles_and_opens_nothing(tmp_path: Path, size: tuple[int, int]) -> None:
    copied = Copied()
    async with app_with(tmp_path, copied).run_test(size=size) as pilot:
        await settle(pilot)
        headlines = app_of(pilot).browse.headlines
        await drag(pilot, headlines, (4, 0), (9, 0))
        assert copied == [NEWS[0].title[:3]]
        assert (app_of(pilot).browse.pane, headlines.cursor) == ("list", 0)
        assert lit(headlines).startswith(NEWS[0].title[:3])


async def test_a_click_after_a_drag_selects_a_row_and_drops_the_selection(tmp_path: Path) -> None:
    async with app_with(tmp_path, Copied()).run_test(size=WIDE) as pilot:
        await settle(pilot)
        headlines = app_of(pilot).browse.headlines
        await drag(pilot, headlines, (4, 0), (9, 3))
        await pilot.click(headlines, offset=(5, 5))
        await settle(pilot)
        assert (headlines.selection, headlines.cursor) == (None, 2)


async def test_another_article_begins_without_a_selection(tmp_path: Path) -> None:
    async with app_with(tmp_path, Copied()).run_test(size=WIDE) as pilot:
        await settle(pilot)
        page = app_of(pilot).browse.page
        await drag(pilot, page, (page.margin, 0), (page.margin + 5, 2))
        assert page.selection
        await pilot.press("J")
        await settle(pilot)
        assert page.selection is None


async def test_a_drag_over_nothing_copies_nothing(tmp_path: Path) -> None:
    copied = Copied()
    async with app_with(tmp_path, copied).run_test(size=WIDE) as pilot:
        await settle(pilot)
        headlines = app_of(pilot).browse.headlines
        await drag(pilot, headlines, (3, 25), (20, 28))
        assert copied == []
