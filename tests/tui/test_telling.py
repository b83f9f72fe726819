"""What is said of a query under its line, and the loose question that is offered where all words found nothing."""

import pytest
from textual.pilot import Pilot

from tests.tui.newsroom import app_on, press, settle
from zjreader.query.language import Query
from zjreader.query.loosening import loosened
from zjreader.reader import Reader
from zjreader.text.clean import Clean
from zjreader.tui.browse import BrowseScreen
from zjreader.tui.query_remarks import MOST_LINES, remark_lines

WIDE = (120, 36)


def screen_of(pilot: Pilot[None]) -> BrowseScreen:
    screen = pilot.app.screen
    assert isinstance(screen, BrowseScreen)
    return screen


def remarks(pilot: Pilot[None]) -> str:
    widget = screen_of(pilot).filter_pane.remarks
    assert widget.size.height == (len(widget.lines) if widget.display else 0)
    return " ".join(widget.sentences) if widget.display else ""


@pytest.mark.parametrize(
    ("query", "offered"),
    [
        pytest.param("芯片 出口", 'about:"芯片 出口"', id="two words"),
        pytest.param(
            "芯片 -管制 出口 媒体:晚报 limit:5", 'about:"芯片 出口" -管制 媒体:晚报 limit:5', id="all else stays"
        ),
        pytest.param("芯片", "", id="one word"),
        pytest.param("芯片 媒体:晚报", "", id="one word and a field"),
        pytest.param("芯片 OR 出口", "", id="one of two words"),
        pytest.param("", "", id="no word"),
    ],
)
def test_what_is_offered_in_the_place_of_all_words(query: str, offered: str) -> None:
    assert str(loosened(Query.parse(query)) or "") == offered


@pytest.mark.parametrize(
    ("query", "says"),
    [
        pytest.param("来源：博物馆夜场", "no article has “博物馆夜场” as its", id="no article bears the value"),
        pytest.param("专家：企业", "is no field and was taken as text", id="no field"),
        pytest.param("bwg", "read as pinyin initials", id="initials"),
        pytest.param("企业 博物馆", "ctrl-o asks loosely: about:", id="nothing has both words"),
        pytest.param("企业", "", id="nothing to say"),
    ],
)
async def test_what_is_said_stands_under_the_query(reader: Reader, query: str, says: str) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        screen_of(pilot).filter_pane.query_line.value = query
        await settle(pilot)
        assert says in remarks(pilot)
        assert bool(says) == bool(remarks(pilot))


async def test_what_is_said_of_the_first_query_is_said_too(reader: Reader) -> None:
    async with app_on(reader, "专家：企业").run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert "was taken as text" in remarks(pilot)


async def test_while_a_query_cannot_be_read_only_its_error_is_shown(reader: Reader) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await press(pilot, "slash", *"企业 博物馆")
        before = remarks(pilot)
        await press(pilot, *" is:x")
        assert remarks(pilot) == ""
        await press(pilot, *["backspace"] * len(" is:x"))
        assert remarks(pilot) == before != ""


async def test_what_is_offered_is_asked_by_a_key(reader: Reader) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await press(pilot, "slash", *"寒潮 博物馆", "ctrl+o")
        screen = screen_of(pilot)
        assert screen.filter_pane.query_line.value == 'about:"寒潮 博物馆"'
        assert (screen.headlines.listing.length, remarks(pilot)) == (2, "")
        await press(pilot, "ctrl+o")
        assert screen.status.pieces[0].text.startswith("only two words or more")


@pytest.mark.parametrize("width", [1, 7, 24, 80])
def test_every_sentence_begins_a_line_and_none_is_lost(width: int) -> None:
    sentences = (Clean("没有哪一篇样样都有；按 ctrl-o 换成宽泛的提问。"), Clean("second one"))
    lines = remark_lines(sentences, width)
    assert "".join(lines).replace(" ", "") == "".join(sentences).replace(" ", "")
    assert any(sentences[1].startswith(line) for line in lines)


async def test_sentences_leave_room_for_the_counts(reader: Reader) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await settle(pilot)
        widget = screen_of(pilot).filter_pane.remarks
        widget.show(*[Clean("一句说了很久的话，一行放不下，两行也未必放得下。")] * 5)
        await settle(pilot)
        assert widget.size.height == MOST_LINES
