"""Reading an article with the hands: finding, links, copies, chosen paragraphs, the width of the lines."""

from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from tests.tui.frames import frame
from tests.tui.newsroom import NEWS, article, at_once, identity, press, reader_on, settle
from zjreader.article import Article, Span
from zjreader.library.resume import Resume
from zjreader.library.settings import Settings
from zjreader.query.language import Query
from zjreader.text.clean import Clean, clean_line
from zjreader.text.typeset import Style
from zjreader.tui.app import ZjreaderApp
from zjreader.tui.browse import BrowseScreen
from zjreader.tui.outside import Outside

SIZE = (80, 24)
LINK = clean_line("https://news.example/a/1")
LONG = article("长文", *(f"第{number}段说的是同一件事。" for number in range(60)))
LINKED = article("有链接的", "详见 https://a.example/x 与 http://b.example/y 。", "正文。")._replace(url=LINK)
ROOM = (LONG, LINKED, *NEWS)


class World:
    """What reached the world outside."""

    def __init__(self, program: Clean | None = None) -> None:
        self.opened: list[str] = []
        self.copied: list[str] = []
        self.program = program

    def open_link(self, link: Clean) -> None:
        self.opened.append(link)

    def copy(self, text: Clean) -> Clean | None:
        self.copied.append(text)
        return self.program


def app_on(
    home: Path,
    world: World,
    *articles: Article,
    query: str = "",
    settings: Settings = Settings(),  # noqa: B008 -- a frozen value
    resume: Resume = Resume(),  # noqa: B008 -- as above
) -> ZjreaderApp:
    outside = Outside(world.open_link, world.copy)
    asked = Query.parse(query)
    return ZjreaderApp(
        at_once(reader_on(home, articles or ROOM), query=asked, settings=settings, resume=resume, outside=outside)
    )


def screen_of(pilot: Pilot[None]) -> BrowseScreen:
    screen = pilot.app.screen
    assert isinstance(screen, BrowseScreen)
    return screen


def said(pilot: Pilot[None]) -> str:
    return "".join(piece.text for piece in screen_of(pilot).status.pieces)


def title_of_page(pilot: Pilot[None]) -> str:
    return str(screen_of(pilot).article_pane.border_title)


def looks(pilot: Pilot[None], look: str) -> list[str]:
    page = screen_of(pilot).page
    pieces = (piece for line in range(page.length) for piece in page.pieces_at(line))
    return [piece.text for piece in pieces if piece.look == look]


# places


async def test_an_article_is_opened_again_where_it_was_left(tmp_path: Path) -> None:
    async with app_on(tmp_path, World()).run_test(size=SIZE) as pilot:
        await press(pilot, "enter", "space", "j")
        top = screen_of(pilot).page.top
        await press(pilot, "J")
        assert screen_of(pilot).page.top == 0
        await press(pilot, "K")
        assert screen_of(pilot).page.top == top > 0


async def test_places_come_in_with_the_start_and_go_out_with_the_end(tmp_path: Path) -> None:
    resume = Resume(positions=((identity(9), 7), (identity(0), 300)))
    async with app_on(tmp_path, World(), resume=resume).run_test(size=SIZE) as pilot:
        await settle(pilot)
        screen = screen_of(pilot)
        assert screen.page.top > 0
        assert [name for name, _offset in screen.positions] == [identity(9), identity(0)]
        await press(pilot, "enter", "g")
        assert screen.positions == ((identity(9), 7),)


async def test_a_place_waits_until_there_is_room_to_show_it(tmp_path: Path) -> None:
    resume = Resume(positions=((identity(0), 300),))
    async with app_on(tmp_path, World(), resume=resume).run_test(size=(40, 12)) as pilot:
        await settle(pilot)
        screen = screen_of(pilot)
        assert screen.positions == resume.positions
        await press(pilot, "enter")
        begins = len("\n".join(block.text for block in LONG.blocks[: screen.page.paragraph]))
        assert 280 < begins <= 300


async def test_many_resizes_do_not_move_the_text(tmp_path: Path) -> None:
    text = article("长文", "".join(f"第{number}句话说的是同一件事，" for number in range(400)))
    async with app_on(tmp_path, World(), text).run_test(size=SIZE) as pilot:
        await press(pilot, "enter", "space", "space")
        place = screen_of(pilot).page.place
        for width in range(40, 120, 7):
            await pilot.resize_terminal(width, 24)
            await settle(pilot)
        await pilot.resize_terminal(*SIZE)
        await settle(pilot)
        assert screen_of(pilot).page.place == place


async def test_the_frame_says_how_much_of_a_long_article_has_been_seen(tmp_path: Path) -> None:
    async with app_on(tmp_path, World()).run_test(size=SIZE) as pilot:
        await press(pilot, "enter")
        assert title_of_page(pilot) == "32 %"
        await press(pilot, "G")
        assert title_of_page(pilot) == "100 %"
        await press(pilot, "J")
        assert title_of_page(pilot) == ""


# finding


async def test_a_word_is_found_as_it_is_typed_and_n_goes_on(tmp_path: Path) -> None:
    async with app_on(tmp_path, World()).run_test(size=SIZE) as pilot:
        await press(pilot, "enter", "slash", *"第5")
        assert title_of_page(pilot).endswith("1/11")
        assert (len(looks(pilot, "found")), looks(pilot, "current")) == (10, ["第5"])
        await press(pilot, "enter", "n", "n")
        page = screen_of(pilot).page
        assert title_of_page(pilot).endswith("3/11")
        assert page.top <= page.matches[2].line < page.top + page.size.height
        await press(pilot, "N")
        assert title_of_page(pilot).endswith("2/11")
        assert (screen_of(pilot).pane, screen_of(pilot).find_line.display) == ("article", False)


async def test_past_the_last_match_n_goes_to_the_next_unread_article(tmp_path: Path) -> None:
    async with app_on(tmp_path, World()).run_test(size=SIZE) as pilot:
        await press(pilot, "enter", "slash", *"第59", "enter", "n")
        assert screen_of(pilot).page.article == LINKED
        assert not screen_of(pilot).page.finding


async def test_the_filters_words_are_the_matches_where_nothing_else_is_looked_for(tmp_path: Path) -> None:
    async with app_on(tmp_path, World(), query="第5").run_test(size=SIZE) as pilot:
        await press(pilot, "enter", "n")
        assert (looks(pilot, "current"), len(looks(pilot, "match"))) == (["第5"], 10)
        await press(pilot, "slash", *"第7", "enter")
        assert (len(looks(pilot, "match")), looks(pilot, "current")) == (0, ["第7"])


async def test_escape_in_the_find_line_takes_the_marks_away(tmp_path: Path) -> None:
    async with app_on(tmp_path, World()).run_test(size=SIZE) as pilot:
        await press(pilot, "enter", "slash", *"第5", "escape")
        assert (looks(pilot, "found"), looks(pilot, "current"), screen_of(pilot).pane) == ([], [], "article")


async def test_what_is_not_there_is_said_and_the_article_stays(tmp_path: Path) -> None:
    async with app_on(tmp_path, World()).run_test(size=SIZE) as pilot:
        await press(pilot, "enter", "slash", *"股市", "enter")
        assert (said(pilot), screen_of(pilot).page.article) == ("not found in this article", LONG)


async def test_from_the_list_a_slash_still_filters(tmp_path: Path) -> None:
    async with app_on(tmp_path, World()).run_test(size=SIZE) as pilot:
        await press(pilot, "slash", *"企业")
        assert (screen_of(pilot).pane, str(screen_of(pilot).asked)) == ("filter", "企业")


# links


async def test_o_opens_the_articles_link_and_says_the_host(tmp_path: Path) -> None:
    world = World()
    async with app_on(tmp_path, world).run_test(size=SIZE) as pilot:
        await press(pilot, "j", "o")
        assert (world.opened, said(pilot)) == ([LINK], "opened: news.example")
        await press(pilot, "j", "o")
        assert (world.opened, said(pilot)) == ([LINK], "this article has no link")


async def test_the_letters_of_a_hint_open_its_link(tmp_path: Path) -> None:
    world = World()
    async with app_on(tmp_path, world).run_test(size=SIZE) as pilot:
        await press(pilot, "j", "enter", "semicolon")
        hints = screen_of(pilot).page.hints
        assert looks(pilot, "hint") == [hint.label for hint in hints] == ["f", "j", "d"]
        await press(pilot, "j")
        assert (world.opened, looks(pilot, "hint")) == (["http://b.example/y"], [])
        await press(pilot, "h")
        assert screen_of(pilot).pane == "list"


@pytest.mark.parametrize("key", ["escape", "x"])
async def test_any_other_key_opens_nothing(tmp_path: Path, key: str) -> None:
    world = World()
    async with app_on(tmp_path, world).run_test(size=SIZE) as pilot:
        await press(pilot, "j", "semicolon", key)
        assert (world.opened, said(pilot), screen_of(pilot).page.hints) == ([], "no link chosen", ())


async def test_of_many_links_two_letters_choose_one(tmp_path: Path) -> None:
    world = World()
    many = article("许多", *(f"http://a.example/{number}" for number in range(30)))
    async with app_on(tmp_path, world, many).run_test(size=(80, 40)) as pilot:
        await press(pilot, "semicolon", "j")
        assert len(looks(pilot, "hint")) == 4
        await press(pilot, "j")
        assert world.opened == ["http://a.example/27"]


async def test_where_no_link_is_in_sight_it_is_said(tmp_path: Path) -> None:
    async with app_on(tmp_path, World()).run_test(size=SIZE) as pilot:
        await press(pilot, "semicolon", "j")
        assert (said(pilot), screen_of(pilot).page.top) == ("no link in sight", 1)


async def test_without_a_way_out_links_stay_where_they_are(tmp_path: Path) -> None:
    app = ZjreaderApp(at_once(reader_on(tmp_path, ROOM)))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "j", "o")
        assert said(pilot) == "nothing here opens links"
        await press(pilot, "y", "t")
        assert said(pilot) == "copied by the terminal (OSC 52): title, 4 characters"


# copies


@pytest.mark.parametrize(
    ("key", "text", "what"),
    [
        pytest.param("y", LINK, "link, 24 characters", id="link"),
        pytest.param("t", LINKED.title, "title, 4 characters", id="title"),
        pytest.param("p", LINKED.blocks[0].text, "paragraph, 45 characters", id="paragraph"),
    ],
)
async def test_a_part_is_copied_and_the_routes_are_said(tmp_path: Path, key: str, text: str, what: str) -> None:
    world = World(Clean("wl-copy"))
    async with app_on(tmp_path, world).run_test(size=SIZE) as pilot:
        await press(pilot, "j", "y")
        assert said(pilot).startswith("copy: y link · t title · c citation · p paragraph")
        await press(pilot, key)
        assert (pilot.app.clipboard, world.copied) == (text, [text])
        assert said(pilot) == f"copied by wl-copy + the terminal (OSC 52): {what}"


async def test_while_a_key_is_waited_for_no_key_does_anything_else(tmp_path: Path) -> None:
    world = World()
    async with app_on(tmp_path, world).run_test(size=SIZE) as pilot:
        await press(pilot, "y", "j")
        assert (said(pilot), screen_of(pilot).headlines.cursor, world.copied) == ("nothing copied", 0, [])
        await press(pilot, "j")
        assert screen_of(pilot).headlines.cursor == 1


async def test_what_is_not_there_is_not_copied(tmp_path: Path) -> None:
    world = World()
    async with app_on(tmp_path, world).run_test(size=SIZE) as pilot:
        await press(pilot, "y", "y")
        assert (said(pilot), world.copied) == ("nothing to copy: no link", [])


async def test_where_nothing_is_shown_nothing_is_waited_for(tmp_path: Path) -> None:
    async with app_on(tmp_path, World(), query="没有这样的新闻").run_test(size=SIZE) as pilot:
        await press(pilot, "y", "v", "o", "semicolon", "h", "slash")
        assert screen_of(pilot).pane == "filter"


async def test_to_go_elsewhere_ends_the_waiting(tmp_path: Path) -> None:
    async with app_on(tmp_path, World()).run_test(size=SIZE) as pilot:
        await press(pilot, "v")
        await pilot.click(screen_of(pilot).headlines, offset=(2, 6))
        await press(pilot, "G")
        assert (screen_of(pilot).page.chosen, screen_of(pilot).headlines.cursor) == (None, len(ROOM) - 1)


# chosen paragraphs


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        pytest.param((), Span(0, 1), id="the one at the top"),
        pytest.param(("j", "down"), Span(0, 3), id="more"),
        pytest.param(("j", "j", "k", "x"), Span(0, 2), id="fewer, other keys do nothing"),
        pytest.param(("k",), Span(0, 1), id="not above the first"),
        pytest.param(("j",) * 80, Span(0, 60), id="not below the last"),
        pytest.param(("escape",), None, id="none"),
    ],
)
async def test_paragraphs_are_chosen_by_moving(tmp_path: Path, keys: tuple[str, ...], chosen: Span | None) -> None:
    async with app_on(tmp_path, World()).run_test(size=SIZE) as pilot:
        await press(pilot, "enter", "v", *keys)
        page = screen_of(pilot).page
        assert page.chosen == chosen
        grounds = [page.ground_of(line) for line in range(page.length)]
        assert grounds.count("resting") == (chosen.stop - chosen.start if chosen else 0)


async def test_paragraphs_above_are_chosen_too_and_copied(tmp_path: Path) -> None:
    world = World()
    async with app_on(tmp_path, world).run_test(size=SIZE) as pilot:
        await press(pilot, "enter", "space", "v")
        first = screen_of(pilot).page.paragraph
        await press(pilot, "k", "k", "y")
        assert world.copied == ["\n".join(block.text for block in LONG.blocks[first - 2 : first + 1])]
        assert screen_of(pilot).page.chosen is None


# the page as it is set


async def test_in_reading_mode_the_article_is_alone(tmp_path: Path) -> None:
    async with app_on(tmp_path, World()).run_test(size=(120, 30)) as pilot:
        await press(pilot, "z")
        screen = screen_of(pilot)
        assert (screen.list_pane.display, screen.filter_pane.display, screen.pane) == (False, False, "article")
        assert screen.page.size.width == 118
        assert frame(screen)[1].startswith(" " * 20 + "长文")
        await press(pilot, "z")
        assert (screen.list_pane.display, screen.pane) == (True, "article")
        await press(pilot, "z", "h")
        assert (screen.list_pane.display, screen.pane) == (True, "list")


@pytest.mark.parametrize(
    ("keys", "measure"),
    [
        pytest.param(("minus",), 72, id="shorter"),
        pytest.param(("minus", "minus", "plus"), 72, id="and longer"),
        pytest.param(("minus",) * 30, 40, id="not under 20 Hanzi"),
        pytest.param(("plus",) * 9, 80, id="not over 40"),
    ],
)
async def test_the_measure_changes_and_is_said(tmp_path: Path, keys: tuple[str, ...], measure: int) -> None:
    settings = Settings(measure=38)
    async with app_on(tmp_path, World(), settings=settings).run_test(size=SIZE) as pilot:
        await press(pilot, *keys)
        assert screen_of(pilot).page.measure == measure
        assert said(pilot) == f"lines of {measure // 2} Hanzi"


async def test_the_page_is_set_as_the_settings_say(tmp_path: Path) -> None:
    settings = Settings(paragraphs="apart", line_breaks="none", ambiguous_width="2", measure=20)
    async with app_on(tmp_path, World(), settings=settings).run_test(size=SIZE) as pilot:
        await settle(pilot)
        page = screen_of(pilot).page
        assert page.print_style == Style("apart", "none", 2)
        assert page.measure == 40
        assert [line.role for line in page.lines[4:7]] == ["blank", "paragraph", "blank"]


async def test_a_gap_is_drawn_beside_what_is_found_and_not_marked_with_it(tmp_path: Path) -> None:
    settings = Settings(han_latin_gap=True)
    mixed = article("短讯", "江城的AI课程和AI实验室。")
    async with app_on(tmp_path, World(), mixed, settings=settings).run_test(size=SIZE) as pilot:
        await press(pilot, "enter", "slash", *"AI", "enter")
        assert "江城的 AI 课程和 AI 实验室。" in "\n".join(frame(screen_of(pilot)))
        assert (looks(pilot, "current"), looks(pilot, "found")) == (["AI"], ["AI"])


async def test_a_terminal_that_answers_late_keeps_place_and_chosen_measure(tmp_path: Path) -> None:
    async with app_on(tmp_path, World()).run_test(size=SIZE) as pilot:
        await press(pilot, "enter", "minus", "space", "j")
        page = screen_of(pilot).page
        place, measure = page.place, page.measure
        pilot.app.post_message(events.CursorPosition(2, 1))
        await settle(pilot)
        assert page.print_style.ambiguous == 2
        assert (page.place, page.measure) == (place, measure)
