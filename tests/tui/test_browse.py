"""What a reader does on the screen, and what comes of it."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.frames import frame
from tests.tui.newsroom import NEWS, app_on, article, at_once, press, reader_on, settle
from zjreader.article import Problem, State
from zjreader.query.language import Query
from zjreader.reader import Reader
from zjreader.text.clean import Clean
from zjreader.tui.browse import BrowseScreen

WIDE = (120, 36)


def screen_of(pilot: Pilot[None]) -> BrowseScreen:
    screen = pilot.app.screen
    assert isinstance(screen, BrowseScreen)
    return screen


def selected(pilot: Pilot[None]) -> str:
    headline = screen_of(pilot).headlines.selected
    return headline.title if headline else ""


def shown(pilot: Pilot[None]) -> str:
    article = screen_of(pilot).page.article
    return article.title if article else ""


def said(pilot: Pilot[None]) -> str:
    return "".join(piece.text for piece in screen_of(pilot).status.pieces)


def state(reader: Reader, position: int) -> State:
    return reader.headline(position).state


async def test_enter_on_a_headline_opens_that_article_and_marks_it_read(reader: Reader) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await press(pilot, "j", "enter")
        assert (shown(pilot), screen_of(pilot).pane) == (NEWS[1].title, "article")
    assert [state(reader, position).read for position in range(3)] == [False, True, False]


async def test_the_article_follows_the_cursor_and_stays_unread(reader: Reader) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await press(pilot, "j", "down", "k")
        assert (shown(pilot), screen_of(pilot).pane) == (NEWS[1].title, "list")
    assert not state(reader, 1).read


async def test_the_article_follows_once_keys_rest(reader: Reader) -> None:
    app = app_on(reader)
    app.browse = BrowseScreen(at_once(reader, rest=0.001))
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "j", "j")
        while shown(pilot) != NEWS[2].title:
            await pilot.pause()


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        pytest.param(("G",), 4, id="G to the last"),
        pytest.param(("G", "g"), 0, id="g to the first"),
        pytest.param(("k",), 0, id="k stays at the first"),
        pytest.param(("G", "j"), 4, id="j stays at the last"),
        pytest.param(("ctrl+d",), 4, id="half a page down"),
        pytest.param(("G", "ctrl+u"), 0, id="half a page up"),
        pytest.param(("space", "pageup"), 0, id="a page down and up"),
    ],
)
async def test_keys_move_the_cursor(reader: Reader, keys: tuple[str, ...], row: int) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await press(pilot, *keys)
        assert screen_of(pilot).headlines.cursor == row


async def test_the_query_line_filters_at_each_key(reader: Reader) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await press(pilot, "j", "slash", "企")
        assert (screen_of(pilot).headlines.listing.length, selected(pilot)) == (2, NEWS[0].title)
        await press(pilot, "业", "出", "海")
        assert selected(pilot) == NEWS[3].title
        assert frame(screen_of(pilot))[0].count("1/5 · all · 企业出海") == 1


async def test_a_query_that_cannot_be_read_leaves_the_last_good_list_and_says_where(reader: Reader) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await press(pilot, "slash", *"企业")
        screen_of(pilot).filter_pane.query_line.insert_text_at_cursor(" is:x")
        await settle(pilot)
        assert screen_of(pilot).headlines.listing.length == 2
        lines = frame(screen_of(pilot))
        assert lines[1].startswith(" 企业 is:x")
        assert lines[2].startswith("         ^ ")
        assert lines[3].startswith(" is: knows")
        await press(pilot, "backspace", "backspace")
        assert screen_of(pilot).filter_pane.trouble.lines == ()


async def test_an_answer_to_another_question_is_dropped(reader: Reader) -> None:
    async with app_on(reader, "企业").run_test(size=WIDE) as pilot:
        await settle(pilot)
        late = reader.search(Query.parse("修表铺"))
        screen_of(pilot).post_message(BrowseScreen.Answered(late))
        await settle(pilot)
        assert selected(pilot) == NEWS[0].title


@pytest.mark.parametrize("key", ["enter", "down"])
async def test_from_the_query_line_one_goes_to_the_list(reader: Reader, key: str) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await press(pilot, "slash", "企", key, "j")
        assert (screen_of(pilot).pane, selected(pilot)) == ("list", NEWS[3].title)


async def test_escape_leaves_the_pane_then_clears_the_filter(reader: Reader) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await press(pilot, "slash", "企", "escape")
        assert (screen_of(pilot).pane, screen_of(pilot).headlines.listing.length) == ("list", 2)
        await press(pilot, "escape")
        assert screen_of(pilot).headlines.listing.length == 5


async def test_counts_follow_the_query_and_the_marks(reader: Reader) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await press(pilot, "s", "enter", "h", "slash", "企")
        counted = {
            facet.name: {count.value: count.number for count in facet.counts}
            for facet in screen_of(pilot).filter_pane.counts.facets
        }
        assert counted == {
            "state": {"all": 2, "unread": 1, "starred": 1},
            "section": {"财经": 2},
            "publisher": {"江城晚报": 2},
            "author": {"林一舟": 2},
            "label": {},
            "month": {"2026-11": 2},
        }


async def test_a_mark_is_said_and_taken_back(reader: Reader) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await press(pilot, "m", "s")
        assert (state(reader, 0), said(pilot)) == (State(read=True, starred=True), "starred: 1 article")
        await press(pilot, "u")
        assert (state(reader, 0), said(pilot)) == (State(read=True), "undone: starred: 1 article")
        await press(pilot, "u", "u")
        assert (state(reader, 0), said(pilot)) == (State(), "nothing to undo")
        await press(pilot, "m", "m")
        assert not state(reader, 0).read


async def test_a_row_that_no_longer_fits_its_scope_stays_until_the_scope_is_entered_again(reader: Reader) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await press(pilot, "2", "m")
        headlines = screen_of(pilot).headlines
        assert (headlines.listing.length, headlines.listing.fits(0), headlines.listing.fits(1)) == (5, False, True)
        await press(pilot, "2")
        assert (headlines.listing.length, selected(pilot)) == (4, NEWS[1].title)


async def test_entering_a_scope_keeps_the_cursor_on_its_article(reader: Reader) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await press(pilot, "j", "j", "s", "3")
        assert (screen_of(pilot).headlines.listing.length, selected(pilot)) == (1, NEWS[2].title)
        await press(pilot, "1")
        assert (screen_of(pilot).headlines.cursor, selected(pilot)) == (2, NEWS[2].title)


async def test_next_unread_passes_over_what_is_read(reader: Reader) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await press(pilot, "j", "m", "k", "n")
        assert selected(pilot) == NEWS[2].title
        await press(pilot, "N")
        assert selected(pilot) == NEWS[0].title
        await press(pilot, "N")
        assert (selected(pilot), said(pilot)) == (NEWS[0].title, "nothing more unread here")


async def test_a_page_turned_at_the_end_of_an_article_opens_the_next_unread_one(reader: Reader) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await press(pilot, "enter", "space")
        assert (shown(pilot), screen_of(pilot).pane) == (NEWS[1].title, "article")
    assert state(reader, 1).read


async def test_while_reading_the_neighbours_are_opened(reader: Reader) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await press(pilot, "enter", "J")
        assert shown(pilot) == NEWS[1].title
        await press(pilot, "K", "K")
        assert shown(pilot) == NEWS[0].title
    assert [state(reader, position).read for position in range(3)] == [True, True, False]


async def test_q_goes_back_and_from_the_list_quits(reader: Reader) -> None:
    app = app_on(reader)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "enter", "q")
        assert screen_of(pilot).pane == "list"
        await press(pilot, "q")
    assert app.return_code == 0


async def test_tab_walks_through_the_panes(reader: Reader) -> None:
    async with app_on(reader).run_test(size=(60, 20)) as pilot:
        panes = []
        for key in ("tab", "tab", "tab", "tab", "tab", "shift+tab"):
            await press(pilot, key)
            panes.append(screen_of(pilot).pane)
            assert screen_of(pilot).focused is not None
        assert panes == ["article", "filter", "counts", "timeline", "list", "timeline"]


async def test_h_in_the_list_does_nothing(reader: Reader) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await press(pilot, "h")
        assert screen_of(pilot).pane == "list"


async def test_a_click_selects_and_a_second_one_opens(reader: Reader) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        headlines = screen_of(pilot).headlines
        await pilot.click(headlines, offset=(5, 5))
        await settle(pilot)
        assert (selected(pilot), screen_of(pilot).pane) == (NEWS[2].title, "list")
        await pilot.click(headlines, offset=(5, 5))
        await settle(pilot)
        assert (shown(pilot), screen_of(pilot).pane) == (NEWS[2].title, "article")
        await pilot.click(headlines, offset=(5, 25))
        await settle(pilot)
        assert (selected(pilot), screen_of(pilot).pane) == (NEWS[2].title, "list")


async def test_control_c_says_how_to_quit(reader: Reader) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await press(pilot, "ctrl+c")
        assert said(pilot) == "q quits"


async def test_a_mark_that_could_not_be_saved_is_said_and_waits(reader: Reader, tmp_path: Path) -> None:
    (tmp_path / "local").write_text("a file where the folder should be", "utf-8")
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await press(pilot, "s")
        assert "not saved" in said(pilot)
        assert selected(pilot) == NEWS[0].title
        assert reader.journal.unsaved
        await press(pilot, "enter")
        assert "not saved" in said(pilot)


async def test_an_undo_that_could_not_be_saved_is_said(reader: Reader, tmp_path: Path) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await press(pilot, "s")
        lock = tmp_path / "local" / "journal.lock"
        lock.unlink()
        lock.mkdir()
        await press(pilot, "u")
        assert said(pilot) == "not saved: Is a directory"


async def test_what_went_wrong_while_reading_is_said(tmp_path: Path) -> None:
    problem = Problem(Clean("b.txt"), Clean("no such file or folder"), unreadable=True)
    async with app_on(reader_on(tmp_path, problems=(problem,))).run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert said(pilot) == "1 problem while reading; the first: b.txt: no such file or folder"


async def test_nothing_to_read_is_said_and_no_key_minds(tmp_path: Path) -> None:
    async with app_on(reader_on(tmp_path, ())).run_test(size=WIDE) as pilot:
        await press(pilot, "j", "enter", "m", "s", "u", "n", "J", "2", "G", "space", "tab", "space", "k")
        assert any("no articles" in line for line in frame(screen_of(pilot)))


async def test_nothing_found_is_said_and_the_article_goes(reader: Reader) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await press(pilot, "slash", *"没有的词", "enter", "J", "m", "2")
        assert shown(pilot) == ""
        assert any("no article matches" in line for line in frame(screen_of(pilot)))


async def test_a_thousand_articles_show_the_last_ones(tmp_path: Path) -> None:
    many = [article(f"第{number}号快讯", "正文。") for number in range(1000)]
    async with app_on(reader_on(tmp_path, many)).run_test(size=WIDE) as pilot:
        await press(pilot, "G", "k")
        assert selected(pilot) == "第998号快讯"
        lines = frame(screen_of(pilot))
        assert any("第999号快讯" in line for line in lines)
        assert not any("第900号快讯" in line for line in lines)


async def test_resizing_keeps_the_selected_article_and_the_character_that_is_read(tmp_path: Path) -> None:
    text = "".join(f"第{number}句话说的是同一件事，" for number in range(400))
    reader = reader_on(tmp_path, [article("长文", "开头。", text, "结尾。"), *NEWS])
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await press(pilot, "enter", "space", "space")
        before = screen_of(pilot).page.place
        assert before
        for size in ((80, 24), (40, 12), (120, 36)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            page = screen_of(pilot).page
            top = page.lines[page.top]
            assert top.span.start <= before.offset < top.span.stop + 1
            assert selected(pilot) == "长文"
