"""The filter pane under the hands: queries recalled, values chosen, errors shown where there is little room."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.events import MouseScrollDown, MouseScrollUp
from textual.pilot import Pilot

from tests.tui.frames import frame
from tests.tui.newsroom import NEWS, app_on, article, at_once, press, reader_on, settle, wheel
from zjreader.corpus.store import Corpus
from zjreader.errors import QueryError
from zjreader.library.resume import Resume
from zjreader.query.circumstances import States
from zjreader.reader import Reader
from zjreader.text.clean import Clean, clean_line
from zjreader.text.width import cells
from zjreader.tui.app import ZjreaderApp
from zjreader.tui.browse import BrowseScreen
from zjreader.tui.facets import Count, Facet, facet_column
from zjreader.tui.filter_pane import trouble_lines
from zjreader.tui.history import MOST, History
from zjreader.tui.narrowing import Narrowed, narrowed, toggled, without
from zjreader.tui.scopes import SCOPES

WIDE = (120, 36)
FINANCE = Narrowed("section", Clean("财经"))
SUPPLEMENT = Narrowed("section", Clean("副刊"))
RADIO = Narrowed("publisher", Clean("江城广播"))


def screen_of(pilot: Pilot[None]) -> BrowseScreen:
    screen = pilot.app.screen
    assert isinstance(screen, BrowseScreen)
    return screen


def length(pilot: Pilot[None]) -> int:
    return screen_of(pilot).headlines.listing.length


def counted(pilot: Pilot[None]) -> dict[str, dict[str, int]]:
    facets = screen_of(pilot).filter_pane.counts.facets
    return {facet.name: {count.value: count.number for count in facet.counts} for facet in facets}


async def choose(pilot: Pilot[None], choice: Narrowed) -> None:
    """With j from the first value, as a reader would, to the one that is wanted; then enter."""
    counts = screen_of(pilot).filter_pane.counts
    order = [line.choice for line in counts.lines if line.choice]
    await press(pilot, "g", *"j" * order.index(choice))
    assert counts.selected == choice
    await press(pilot, "enter")


# choosing


def test_choosing_combines_fields_and_replaces_within_one() -> None:
    both = toggled(toggled((), FINANCE), RADIO)
    assert both == (FINANCE, RADIO)
    assert toggled(both, SUPPLEMENT) == (RADIO, SUPPLEMENT)
    assert toggled(both, FINANCE) == (RADIO,)
    assert without(both, "publisher") == (FINANCE,)


def test_what_is_narrowed_bears_every_value(reader: Reader) -> None:
    corpus = reader.corpus
    assert narrowed(corpus, States(), corpus.everything, ()) == corpus.everything
    assert list(narrowed(corpus, States(), corpus.everything, (FINANCE, RADIO))) == [2]
    assert not narrowed(corpus, States(), corpus.everything, (SUPPLEMENT, RADIO))
    assert not narrowed(Corpus.empty(), States(), Corpus.empty().everything, (FINANCE,))


async def test_a_value_chosen_narrows_and_chosen_again_is_taken_away(reader: Reader) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await press(pilot, "slash", "tab")
        await choose(pilot, SUPPLEMENT)
        assert (screen_of(pilot).pane, length(pilot)) == ("counts", 2)
        lines = frame(screen_of(pilot))
        assert "2/5 · all · 副刊" in lines[0]
        assert any(line.startswith(" > 副刊") for line in lines)
        await press(pilot, "enter")
        assert length(pilot) == len(NEWS)


async def test_what_is_chosen_and_the_query_both_hold(reader: Reader) -> None:
    async with app_on(reader, "江城").run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "slash", "tab")
        await choose(pilot, RADIO)
        assert length(pilot) == 1
        await press(pilot, "slash", *" -寒潮", "tab")
        assert length(pilot) == 0


async def test_other_values_of_a_narrowed_field_stay_to_be_chosen(reader: Reader) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await press(pilot, "slash", "tab")
        await choose(pilot, SUPPLEMENT)
        assert counted(pilot) == {
            "state": {"all": 2, "unread": 2, "starred": 0},
            "section": {"财经": 3, "副刊": 2},
            "publisher": {"江城晚报": 1},
            "author": {},
            "label": {},
            "month": {"2026-11": 1},
        }
        await choose(pilot, FINANCE)
        assert length(pilot) == 3


async def test_a_state_chosen_is_the_scope_and_once_more_all(reader: Reader) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await press(pilot, "s", "slash", "tab", "G", "g", "j", "j", "enter")
        assert (screen_of(pilot).scope, length(pilot)) == (SCOPES["starred"], 1)
        assert screen_of(pilot).filter_pane.counts.selected == SCOPES["starred"]
        await press(pilot, "enter")
        assert (screen_of(pilot).scope, length(pilot)) == (SCOPES["all"], len(NEWS))


async def test_escape_takes_away_what_was_chosen_then_leaves(reader: Reader) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await press(pilot, "slash", "tab")
        await choose(pilot, SUPPLEMENT)
        await choose(pilot, Narrowed("month", Clean("2026-11")))
        assert length(pilot) == 1
        await press(pilot, "escape")
        assert (screen_of(pilot).pane, length(pilot)) == ("counts", len(NEWS))
        await press(pilot, "escape")
        assert screen_of(pilot).pane == "list"


async def test_escape_in_the_list_clears_query_and_choice(reader: Reader) -> None:
    async with app_on(reader, "江城").run_test(size=WIDE) as pilot:
        await press(pilot, "slash", "tab")
        await choose(pilot, RADIO)
        await press(pilot, "tab", "tab", "escape")
        assert (length(pilot), screen_of(pilot).narrowing) == (len(NEWS), ())


async def test_the_cursor_stays_on_its_article_where_that_is_still_listed(reader: Reader) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await press(pilot, "j", "slash", "tab")
        await choose(pilot, SUPPLEMENT)
        headline = screen_of(pilot).headlines.selected
        assert headline is not None
        assert headline.title == NEWS[1].title


async def test_months_stand_newest_first(tmp_path: Path) -> None:
    days = ("2026-01-03", "2026-11-02", "2025-12-01", "2026-01-30")
    reader = reader_on(tmp_path, [article(f"第{day}期", "正文。", day=day) for day in days])
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert list(counted(pilot)["month"].items()) == [("2026-11", 1), ("2026-01", 2), ("2025-12", 1)]


@pytest.mark.parametrize("size", [WIDE, (80, 24), (40, 12)], ids=["three panes", "two panes", "one pane"])
async def test_more_values_than_fit_scroll_under_the_cursor(tmp_path: Path, size: tuple[int, int]) -> None:
    many = [article(f"第{number}篇", "正文。", section=f"第{number:02}版", publisher=None) for number in range(50)]
    async with app_on(reader_on(tmp_path, many)).run_test(size=size) as pilot:
        await press(pilot, "slash", "tab")
        assert not any("第45版" in line for line in frame(screen_of(pilot)))
        await choose(pilot, Narrowed("section", Clean("第45版")))
        assert length(pilot) == 1
        assert any("> 第45版" in line for line in frame(screen_of(pilot)))
        await press(pilot, "pageup", "ctrl+u", "ctrl+d", "pagedown", "g")
        assert any(line.strip().startswith("state") for line in frame(screen_of(pilot)))


async def test_a_click_chooses_what_is_under_the_mouse_and_does_not_lead_away(tmp_path: Path) -> None:
    many = [
        article(f"第{number}篇", "正文。", section=f"第{number:02}版", publisher="江城晚报") for number in range(50)
    ]
    async with app_on(reader_on(tmp_path, many)).run_test(size=WIDE) as pilot:
        await settle(pilot)
        counts = screen_of(pilot).filter_pane.counts
        publisher = Narrowed("publisher", Clean("江城晚报"))
        line = next(number for number, each in enumerate(counts.lines) if each.choice == publisher)
        await pilot.click(counts, offset=(4, line))
        await settle(pilot)
        assert (screen_of(pilot).pane, screen_of(pilot).narrowing) == ("list", (publisher,))
        await pilot.click(counts, offset=(4, 0))
        await settle(pilot)
        assert (screen_of(pilot).pane, screen_of(pilot).narrowing) == ("counts", (publisher,))


async def test_the_wheel_looks_further_down_and_chooses_nothing(tmp_path: Path) -> None:
    many = [article(f"第{number}篇", "正文。", section=f"第{number:02}版") for number in range(50)]
    async with app_on(reader_on(tmp_path, many)).run_test(size=WIDE) as pilot:
        await press(pilot, "slash", "tab")
        counts = screen_of(pilot).filter_pane.counts
        wheel(counts, MouseScrollDown)
        wheel(counts, MouseScrollDown)
        await settle(pilot)
        assert (counts.top, counts.cursor) == (6, 0)
        wheel(counts, MouseScrollUp)
        await settle(pilot)
        assert (counts.top, counts.selected) == (3, SCOPES["all"])


async def test_with_nothing_to_read_there_is_little_to_choose(tmp_path: Path) -> None:
    async with app_on(reader_on(tmp_path, ())).run_test(size=WIDE) as pilot:
        await press(pilot, "slash", "tab", "G", "enter", "enter", "k")
        assert counted(pilot)["section"] == {}


def test_a_column_leaves_no_value_out() -> None:
    facets = (
        Facet(Clean("栏目"), tuple(Count(clean_line(f"第{n}版"), n, choice=FINANCE) for n in range(40))),
        Facet(Clean("月份"), ()),
    )
    assert sum(line.choice is not None for line in facet_column(facets, 20)) == 40


# history


async def test_up_recalls_earlier_queries_and_down_comes_back(reader: Reader) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        line = screen_of(pilot).filter_pane.query_line
        await press(pilot, "slash", *"企业", "enter", "escape", "slash", *"寒潮", "enter", "escape", "slash", "新")
        seen = []
        for key in ("up", "up", "up", "down", "down"):
            await press(pilot, key)
            seen.append(line.value)
        assert seen == ["寒潮", "企业", "企业", "寒潮", "新"]
        await press(pilot, "down")
        assert screen_of(pilot).pane == "list"
        assert screen_of(pilot).filter_pane.query_line.history.queries == ("企业", "寒潮", "新")


async def test_a_recalled_query_is_asked(reader: Reader) -> None:
    resume = Resume(history=(Clean("修表铺"),))
    app = ZjreaderApp(at_once(reader, resume=resume))
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "slash", "up")
        assert (length(pilot), app.browse.history) == (1, resume.history)


QUERIES = st.text("新闻 a", max_size=4).map(clean_line)


@given(st.lists(QUERIES, max_size=150))
def test_a_history_has_no_query_twice_and_the_newest_last(queries: list[Clean]) -> None:
    history = History()
    for query in queries:
        history = history.remembered(query)
    kept = history.queries
    assert len(set(kept)) == len(kept) <= MOST
    assert all(query == query.strip() != "" for query in kept)
    asked = [query.strip() for query in queries if query.strip()]
    assert all(_last(asked, one) < _last(asked, other) for one, other in pairwise(kept))


def _last(queries: list[str], query: str) -> int:
    return len(queries) - queries[::-1].index(query)


@given(st.lists(QUERIES, max_size=6), QUERIES, st.integers(0, 9))
def test_as_many_steps_forward_as_back_lead_to_what_was_typed(queries: list[Clean], typed: Clean, steps: int) -> None:
    history = History(tuple(queries))
    for step in [-1] * steps + [1] * steps:
        history = history.recalled(history.shown if history.back else typed, step)
    assert history.back == 0
    assert not steps or history.shown == typed


# errors

WRONG = QueryError("no such state", "企业 is:x", 6)


@pytest.mark.parametrize(
    ("error", "width", "lines"),
    [
        pytest.param(WRONG, 24, ("        ^", "no such state"), id="below its place"),
        pytest.param(WRONG, 9, (" is:x", "    ^", "no such", "state"), id="no room: quoted around the place"),
        pytest.param(
            QueryError("no such state", "江城晚报 is:x 企业", 8), 14, ("报 is:x 企业", "      ^", "no such state"),
            id="quoted with what follows",
        ),
        pytest.param(QueryError("closed?", '企业 "出海', 7), 24, ("          ^", "closed?"), id="at the end"),
    ],
)  # fmt: skip
def test_where_a_query_is_wrong(error: QueryError, width: int, lines: tuple[str, ...]) -> None:
    assert trouble_lines(error, width) == lines


@given(st.text("新闻a: ", max_size=40), st.integers(0, 40), st.integers(8, 40))
def test_an_error_always_has_its_caret_and_fits(text: str, position: int, width: int) -> None:
    lines = trouble_lines(QueryError("这里写错了。", text, position), width)
    assert sum(line.endswith("^") for line in lines) == 1
    assert all(cells(line.rstrip()) <= width for line in lines)


async def test_an_error_is_set_anew_for_another_width(reader: Reader) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        await press(pilot, "slash")
        screen_of(pilot).filter_pane.query_line.insert_text_at_cursor("江城晚报的财经新闻和副刊 is:x")
        await settle(pilot)
        trouble = screen_of(pilot).filter_pane.trouble
        narrow = trouble.lines
        await pilot.resize_terminal(40, 12)
        await settle(pilot)
        assert narrow[0] == Clean("闻和副刊 is:x")
        assert trouble.lines[0] == Clean(" " * 28 + "^")
        assert any("is:x" in line for line in frame(screen_of(pilot)))


async def test_an_error_is_still_there_when_one_comes_back_to_it(reader: Reader) -> None:
    async with app_on(reader).run_test(size=(40, 12)) as pilot:
        await press(pilot, "slash", *"企 is", "colon", "x", "escape", "j", "slash")
        trouble = screen_of(pilot).filter_pane.trouble
        assert trouble.lines[0] == Clean(" " * 6 + "^")
        assert trouble.size.height == len(trouble.lines) <= 5


async def test_a_query_that_cannot_be_answered_leaves_the_list_as_it_was(reader: Reader) -> None:
    async with app_on(reader).run_test(size=WIDE) as pilot:
        before = length(pilot)
        await press(pilot, "slash")
        screen_of(pilot).filter_pane.query_line.insert_text_at_cursor("view:没有")
        await settle(pilot)
        assert screen_of(pilot).filter_pane.trouble.error
        assert length(pilot) == before


async def test_a_query_says_in_which_order_it_is_listed(reader: Reader) -> None:
    async with app_on(reader, query="sort:title").run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert screen_of(pilot).listed.order == "title"
        assert "sort:title" in str(screen_of(pilot).list_pane.border_title)


async def test_a_loose_question_lists_the_best_first_and_marks_its_words(tmp_path: Path) -> None:
    news = reader_on(tmp_path, NEWS)
    async with app_on(news, query="about:江城的桥").run_test(size=WIDE) as pilot:
        await settle(pilot)
        results = news.search(screen_of(pilot).asked)
        assert results.best
        assert screen_of(pilot).listed.sequence == results.best
        assert screen_of(pilot).headlines.selected == news.headline(results.best[0])


async def test_an_order_by_relevance_without_a_question_is_by_date(reader: Reader) -> None:
    async with app_on(reader, query="sort:relevance").run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert (screen_of(pilot).listed.order, screen_of(pilot).listed.sequence) == ("published", None)
