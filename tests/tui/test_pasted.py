"""News pasted into the list: recognised, read after a yes, marked for good, and left by going back."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from tests.tui.frames import frame
from tests.tui.newsroom import app_on, article, now, press, reader_on, settle
from zjreader.article import Article
from zjreader.reader import Reader
from zjreader.tui.browse import BrowseScreen
from zjreader.tui.pasted import document, recognised

FULL = article("甲", "文。", section="产经")
TEASER = article("乙", summary="开头……", section="产经")
NEWS = (
    '{"title": "城南老桥恢复通行", "content": "加固用了三个月。"}\n{"title": "早市搬进新棚", "content": "摊位多了。"}\n'
)


@pytest.mark.parametrize(
    ("articles", "told"),
    [
        pytest.param([FULL, *[TEASER] * 17], "18 articles: 1 full 17 teasers, section 产经", id="a column page"),
        pytest.param([FULL], "1 article: 1 full, section 产经", id="one full article"),
        pytest.param([TEASER._replace(section=None)], "1 article: 1 teaser", id="of no section"),
        pytest.param(
            [FULL._replace(section=FULL.title), TEASER],
            "2 articles: 1 full 1 teaser, section 甲, 产经",
            id="two sections",
        ),
        pytest.param(
            [article(name, "文。", section=name) for name in "甲乙丙丁"],
            "4 articles: 4 full, section 甲, 乙, 丙, …",
            id="many sections",
        ),
    ],
)
def test_what_was_recognised_is_told(articles: list[Article], told: str) -> None:
    assert recognised(articles) == told


def test_a_pasted_text_is_a_document_of_its_moment() -> None:
    when = datetime(2026, 11, 20, tzinfo=UTC)
    pasted = document("一\ud800", when)
    assert (pasted.base, pasted.path, pasted.open().read()) == (when, None, "一?".encode())


def browse(pilot: Pilot[None]) -> BrowseScreen:
    screen = pilot.app.screen
    assert isinstance(screen, BrowseScreen)
    return screen


async def paste(pilot: Pilot[None], text: str) -> None:
    pilot.app.post_message(events.Paste(text))
    await settle(pilot)


async def test_after_a_yes_what_was_pasted_is_read_and_q_goes_back(reader: Reader) -> None:
    async with app_on(reader).run_test(size=(80, 24)) as pilot:
        await press(pilot, "j")
        await paste(pilot, NEWS)
        assert any("2 articles: 2 full: read it?" in line for line in frame(pilot.app.screen))
        await press(pilot, "y")
        assert (browse(pilot).headlines.listing.length, "pasted" in frame(browse(pilot))[0]) == (2, True)
        await press(pilot, "q")
        assert (browse(pilot).reader, browse(pilot).headlines.cursor) == (reader, 1)
        await press(pilot, "q")
        assert not pilot.app.is_running


@pytest.mark.parametrize("key", ["n", "enter", "escape", "x"])
async def test_whatever_is_no_yes_reads_nothing(reader: Reader, key: str) -> None:
    async with app_on(reader).run_test(size=(80, 24)) as pilot:
        await paste(pilot, NEWS)
        await press(pilot, key)
        assert browse(pilot).reader is reader


async def test_a_click_elsewhere_is_no_yes(reader: Reader) -> None:
    async with app_on(reader).run_test(size=(80, 24)) as pilot:
        await paste(pilot, NEWS)
        await pilot.click(offset=(3, 3))
        await settle(pilot)
        assert browse(pilot).reader is reader


async def test_marks_on_what_was_pasted_are_kept(tmp_path: Path) -> None:
    reader = reader_on(tmp_path)
    async with app_on(reader).run_test(size=(80, 24)) as pilot:
        await paste(pilot, NEWS)
        await press(pilot, "y", "s", "q")
        await paste(pilot, NEWS)
        await press(pilot, "y")
        assert browse(pilot).reader.headline(0).state.starred
    again = reader_on(tmp_path).beside([document(NEWS, now())])
    assert again.headline(0).state.starred


async def test_a_mark_made_on_the_same_article_is_seen_when_one_comes_back(tmp_path: Path) -> None:
    reader = reader_on(tmp_path).beside([document(NEWS, now())])
    async with app_on(reader).run_test(size=(80, 24)) as pilot:
        await paste(pilot, NEWS)
        await press(pilot, "y", "s", "q")
        assert reader.headline(0).state.starred
        await press(pilot, "u")
        assert not reader.headline(0).state.starred


async def test_what_was_asked_of_a_pasted_text_can_be_asked_again_below_it(reader: Reader) -> None:
    app = app_on(reader)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"ab", "enter", "escape")
        await paste(pilot, NEWS)
        await press(pilot, "y", "slash", "up")
        assert browse(pilot).filter_pane.query_line.value == "ab"
        await press(pilot, "down", *"cd", "enter", "q", "slash", "up")
        assert browse(pilot).filter_pane.query_line.value == "cd"
    assert app.browse.left_off.history == ("ab", "cd")


async def test_a_text_without_news_is_told(reader: Reader) -> None:
    async with app_on(reader).run_test(size=(80, 24)) as pilot:
        await paste(pilot, " \n ")
        assert "no article in what was pasted" in frame(browse(pilot))[-2]


async def test_in_the_query_line_a_paste_is_one_query(reader: Reader) -> None:
    async with app_on(reader).run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", "x", "backspace")
        await paste(pilot, "企业\n出海\r\n" + "字" * 10_000)
        assert browse(pilot).filter_pane.query_line.value == "企业 出海 " + "字" * 10_000


async def test_ten_thousand_characters_are_one_question(reader: Reader) -> None:
    async with app_on(reader).run_test(size=(80, 24)) as pilot:
        await paste(pilot, NEWS + '{"title": "长", "content": "' + "字" * 10_000 + '"}')
        assert any("3 articles: 3 full" in line for line in frame(pilot.app.screen))
        assert len(pilot.app.screen_stack) == 2
