"""What is chosen and marked on the screen, when an article counts as read, and what undo takes back."""

from pathlib import Path
from typing import Literal

import pytest
from textual.events import Key
from textual.pilot import Pilot

from tests.tui.frames import frame
from tests.tui.newsroom import NEWS, UNHURRIED, app_on, article, press, reader_on, settle
from zjreader.article import UNTOUCHED
from zjreader.library.settings import Settings
from zjreader.reader import Reader
from zjreader.tui.app import ZjreaderApp
from zjreader.tui.asking import LineScreen, YesNoScreen
from zjreader.tui.browse import BrowseScreen

WIDE, NARROW = (120, 36), (60, 20)
AT_ONCE = UNHURRIED._replace(dwell=0.0)


def browse(pilot: Pilot[None]) -> BrowseScreen:
    assert isinstance(pilot.app, ZjreaderApp)
    return pilot.app.browse


def said(pilot: Pilot[None]) -> str:
    return "".join(piece.text for piece in browse(pilot).status.pieces)


def selected(pilot: Pilot[None]) -> str:
    headline = browse(pilot).headlines.selected
    return headline.title if headline else ""


def read(reader: Reader) -> list[int]:
    return list(reader.states.read)


def starred(reader: Reader) -> list[int]:
    return list(reader.states.starred)


def labels(reader: Reader, position: int) -> tuple[str, ...]:
    return reader.headline(position).state.labels


# choosing


async def test_what_is_done_is_done_to_the_chosen_articles(reader: Reader) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await press(pilot, "x", "j", "j", "x", "j", "s", "m")
        assert (starred(reader), read(reader)) == ([0, 2], [0, 2])
        await press(pilot, "s")
        assert starred(reader) == []


async def test_a_chosen_article_has_a_sign_and_the_list_says_how_many_there_are(reader: Reader) -> None:
    async with app_on(reader).run_test(size=(80, 24)) as pilot:
        await press(pilot, "x")
        lines = frame(browse(pilot))
        assert lines[0].startswith("━5/5 · 1 chosen · all")
        assert lines[1].startswith(" + x 三项新政")
        await press(pilot, "x")
        assert frame(browse(pilot))[1].startswith(" +   三项新政")


async def test_escape_drops_the_choice_before_it_clears_the_filter(reader: Reader) -> None:
    async with app_on(reader, "企业").run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "x", "escape")
        assert (len(browse(pilot).chosen), browse(pilot).headlines.listing.length) == (0, 2)
        await press(pilot, "escape")
        assert browse(pilot).headlines.listing.length == 5


async def test_if_one_of_the_chosen_is_unmarked_all_are_marked(reader: Reader) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await press(pilot, "s", "m", "x", "j", "x", "s", "m")
        assert (starred(reader), read(reader)) == ([0, 1], [0, 1])


# many at once


@pytest.mark.parametrize(
    ("key", "marked"),
    [
        pytest.param("left_square_bracket", [0, 1], id="above the cursor"),
        pytest.param("right_square_bracket", [3, 4], id="below the cursor"),
    ],
)
async def test_all_above_or_below_is_marked_read(reader: Reader, key: str, marked: list[int]) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await press(pilot, "j", "j", key)
        assert (read(reader), said(pilot)) == (marked, "marked read: 2 articles")
        await press(pilot, "u")
        assert read(reader) == []


@pytest.mark.parametrize(
    ("answer", "marked"),
    [
        pytest.param("y", [0, 1, 2, 3, 4], id="yes"),
        pytest.param("n", [0], id="no"),
        pytest.param("enter", [0], id="no answer is a no"),
        pytest.param("escape", [0], id="to leave is a no"),
        pytest.param("j", [0], id="any other key is a no"),
    ],
)
async def test_all_that_is_listed_is_marked_read_after_asking_with_the_number(
    reader: Reader, answer: str, marked: list[int]
) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await press(pilot, "m", "A")
        assert frame(pilot.app.screen)[-2] == "mark 4 articles read?  y yes  n no"
        await press(pilot, answer)
        assert (read(reader), pilot.app.screen, browse(pilot).headlines.cursor) == (marked, browse(pilot), 0)


async def test_a_click_beside_the_question_is_a_no(reader: Reader) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await press(pilot, "A")
        await pilot.click(offset=(5, 5))
        await settle(pilot)
        assert (read(reader), pilot.app.screen) == ([], browse(pilot))


async def test_of_keys_that_come_in_one_moment_the_first_is_the_answer(reader: Reader) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await press(pilot, "A")
        for key in "yg":
            pilot.app.post_message(Key(key, key))
        await settle(pilot)
        assert (read(reader), pilot.app.screen) == ([0, 1, 2, 3, 4], browse(pilot))


async def test_only_what_is_listed_is_asked_for(reader: Reader) -> None:
    async with app_on(reader, "企业").run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "A", "y")
        assert read(reader) == [0, 3]
        await press(pilot, "A")
        assert (pilot.app.screen, said(pilot)) == (browse(pilot), "nothing more unread here")


async def test_in_a_low_terminal_the_question_stands_in_the_last_line(reader: Reader) -> None:
    async with app_on(reader).run_test(size=(40, 12)) as pilot:
        await press(pilot, "A")
        assert isinstance(pilot.app.screen, YesNoScreen)
        assert frame(pilot.app.screen)[-1].startswith("mark 5 articles read?")


# labels


async def test_a_label_is_given_shown_completed_and_taken_away(reader: Reader) -> None:
    async with app_on(reader).run_test(size=(70, 20)) as pilot:
        await press(pilot, "j", "j", "j", "t", *"选题", "enter")
        assert (labels(reader, 3), said(pilot)) == (("选题",), "label 选题 given: 1 article")
        assert any("港口新航线开通  #选题" in line for line in frame(browse(pilot)))
        await press(pilot, "t", "选")
        screen = pilot.app.screen
        assert isinstance(screen, LineScreen)
        while screen.line.value != "选题":
            await press(pilot, "tab")
        await press(pilot, "enter")
        assert (labels(reader, 3), said(pilot)) == ((), "label 选题 removed: 1 article")


async def test_a_label_is_given_to_all_the_chosen_unless_all_have_it(reader: Reader) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await press(pilot, "t", "a", "enter", "x", "j", "x", "t", "a", "enter")
        assert (labels(reader, 0), labels(reader, 1)) == (("a",), ("a",))
        await press(pilot, "t", "a", "enter")
        assert (labels(reader, 0), labels(reader, 1)) == ((), ())


@pytest.mark.parametrize("keys", [("escape",), ("enter",), ("space", "enter"), ("a", "escape")], ids=str)
async def test_without_a_name_no_label_is_given(reader: Reader, keys: tuple[str, ...]) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await press(pilot, "t", *keys)
        assert (reader.marks.label_names, pilot.app.screen) == ([], browse(pilot))


async def test_a_label_passes_the_gate(reader: Reader) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await press(pilot, "t")
        screen = pilot.app.screen
        assert isinstance(screen, LineScreen)
        screen.line.insert_text_at_cursor("#待\u202e读  选\x1b题 ")
        await press(pilot, "enter")
        assert labels(reader, 0) == ("待读 选题",)


# read by reading


async def test_what_the_first_screen_shows_without_a_key_is_not_read(reader: Reader) -> None:
    async with app_on(reader, settings=AT_ONCE).run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "3", "1", "slash", "企", "enter", "S")
        assert read(reader) == []


async def test_an_article_shown_for_a_while_after_a_move_is_read(reader: Reader) -> None:
    settings = UNHURRIED._replace(dwell=0.001)
    async with app_on(reader, settings=settings).run_test(size=WIDE) as pilot:
        await press(pilot, "j")
        while not read(reader):
            await pilot.pause()
        assert (read(reader), browse(pilot).pane) == ([1], "list")


async def test_an_article_that_the_cursor_left_or_that_was_marked_is_not_counted_further(reader: Reader) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await press(pilot, "j")
        first = browse(pilot).dwelling
        await press(pilot, "j")
        assert browse(pilot).dwelling not in {None, first}
        await press(pilot, "m", "m")
        assert (browse(pilot).dwelling, read(reader)) == (None, [])
        await press(pilot, "j", "u")
        assert browse(pilot).dwelling is None


async def test_where_the_article_is_not_shown_no_row_is_read_by_resting_on_it(reader: Reader) -> None:
    async with app_on(reader, settings=AT_ONCE).run_test(size=NARROW) as pilot:
        await press(pilot, "j", "j")
        assert read(reader) == []
        await press(pilot, "enter", "h", "j")
        assert read(reader) == [2]


Rule = Literal["dwell", "open", "end", "never"]
LONG = [article("长文", *["一段话。"] * 160), article("短讯", "正文。"), article("导语", summary="开头")]


@pytest.mark.parametrize(
    ("rule", "keys", "marked"),
    [
        pytest.param("dwell", ("j",), [1], id="dwell: shown"),
        pytest.param("dwell", ("enter",), [0], id="dwell: opened"),
        pytest.param("open", ("j",), [], id="open: shown is not read"),
        pytest.param("open", ("enter", "J"), [0, 1], id="open: opened, and the next one too"),
        pytest.param("end", ("enter",), [], id="end: opened, the end not seen"),
        pytest.param("end", ("enter", "space"), [], id="end: a page on"),
        pytest.param("end", ("enter", "G"), [0], id="end: the end seen"),
        pytest.param("end", ("G", "h"), [], id="end: shown beside the list"),
        pytest.param("end", ("enter", "J"), [1], id="end: a short article is at its end at once"),
        pytest.param("never", ("j", "enter", "G", "J"), [], id="never"),
    ],
)
async def test_an_article_counts_as_read_by_the_rule_that_is_set(
    tmp_path: Path, rule: Rule, keys: tuple[str, ...], marked: list[int]
) -> None:
    reader = reader_on(tmp_path, LONG)
    settings = Settings(mark_read=rule, dwell=0.0)
    async with app_on(reader, settings=settings).run_test(size=WIDE) as pilot:
        await press(pilot, *keys)
        assert read(reader) == marked


# undo


async def test_undo_takes_back_this_screens_acts_first_then_those_of_earlier_ones(tmp_path: Path) -> None:
    async with app_on(reader_on(tmp_path)).run_test(size=WIDE) as pilot:
        await press(pilot, "s", "t", "a", "enter")
    reader = reader_on(tmp_path)
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await press(pilot, "A", "y")
        told = []
        for _again in range(4):
            await press(pilot, "u")
            told.append(said(pilot))
    assert told == [
        "undone: marked read: 5 articles",
        "undone: label a given: 1 article",
        "undone: starred: 1 article",
        "nothing to undo",
    ]
    assert all(reader.headline(position).state == UNTOUCHED for position in range(5))


# orders


async def test_the_list_is_sorted_with_the_cursor_on_its_article(reader: Reader) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await press(pilot, "j", "S")
        assert said(pilot) == "sorted: by title"
        assert (browse(pilot).headlines.cursor, selected(pilot)) == (4, NEWS[1].title)
        lines = frame(browse(pilot))
        assert "by title" in lines[0]
        assert not any("11-18 ──" in line for line in lines)
        await press(pilot, "S", "S", "S")
        assert (said(pilot), browse(pilot).headlines.cursor) == ("sorted: by date", 1)


async def test_a_list_by_reading_stands_still_while_one_reads_on(reader: Reader) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await press(pilot, "j", "j", "m", "S", "S", "S")
        headlines, third = browse(pilot).headlines, NEWS[2].title
        assert (said(pilot), headlines.cursor, selected(pilot)) == ("sorted: by reading", 0, third)
        await press(pilot, "G", "m")
        assert (headlines.cursor, headlines.listing.window(0, 1)[0].title) == (len(NEWS) - 1, third)
        await press(pilot, "1")
        assert (headlines.cursor, selected(pilot)) == (1, NEWS[-1].title)  # both were read in one moment


async def test_what_was_read_lately_is_a_list_of_its_own(reader: Reader) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await press(pilot, "j", "j", "m", "k", "k", "m", "0")
        headlines = browse(pilot).headlines
        assert [line.position for line in headlines.listing.window(0, 9)] == list(reader.orders.lately)
        await press(pilot, "S")
        assert said(pilot) == "lately read is listed as it was read"
        await press(pilot, "g", "m")
        assert (headlines.listing.length, headlines.listing.fits(0), headlines.listing.fits(2)) == (2, False, True)


async def test_nothing_to_read_minds_no_key_for_marks(tmp_path: Path) -> None:
    async with app_on(reader_on(tmp_path, ())).run_test(size=WIDE) as pilot:
        await press(pilot, "x", "t", "A", "left_square_bracket", "right_square_bracket", "S", "0", "escape")
        assert pilot.app.screen is browse(pilot)


# days


async def test_days_are_set_apart_and_the_cursor_passes_over_them(reader: Reader) -> None:
    async with app_on(reader).run_test(size=(80, 24)) as pilot:
        await press(pilot, "j")
        begun = [line.split()[0] for line in frame(browse(pilot)) if line.startswith("     11-")]
        assert begun == ["11-18", "11-17", "11-16"]
        assert selected(pilot) == NEWS[1].title
        await pilot.click(browse(pilot).headlines, offset=(5, 2))
        await settle(pilot)
        assert selected(pilot) == NEWS[1].title


async def test_a_title_that_recurs_goes_on_with_its_text(tmp_path: Path) -> None:
    news = [article("国内联播快讯", "水库开闸放水。"), article("国内联播快讯", "铁路加开列车。"), *NEWS]
    async with app_on(reader_on(tmp_path, news)).run_test(size=(70, 24)) as pilot:
        await settle(pilot)
        lines = frame(browse(pilot))
        assert "国内联播快讯  水库开闸放水。" in lines[1]
        assert "国内联播快讯  铁路加开列车。" in lines[2]
