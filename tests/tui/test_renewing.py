"""`R`, `f` and the clock: sources are read while one reads, what is new comes in, and nothing moves."""

from collections.abc import Generator
from datetime import datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from threading import Event
from typing import NamedTuple

import pytest
from textual.pilot import Pilot

from tests.tui.frames import frame
from tests.tui.newsroom import NEWS, UNHURRIED, article, at_once, now, press, reader_on, settle
from zjreader.article import Article
from zjreader.corpus.collection import Collection
from zjreader.corpus.store import Corpus
from zjreader.errors import LockedError, UnreadableError, ZjreaderError
from zjreader.news import News
from zjreader.query.language import Query
from zjreader.sources.stop import Stop
from zjreader.text.clean import Clean
from zjreader.tui.app import ZjreaderApp
from zjreader.tui.outside import Act, Errand, Listed, Outside, Sources

CAME = article("渡口改作水上巴士站", "首班船早上六点半开。", day="2026-11-20")
NEWEST = int(now().timestamp())
LATEST = News(sources=3, read=3, new=1)


class Newsroom(NamedTuple):
    """Sources of which the test says what comes and when; it keeps what it was asked."""

    home: Path
    asked: list[Errand]
    come: Event
    ended: Event

    def sources(
        self,
        *news: News,
        articles: tuple[Article, ...] = (*NEWS, CAME),
        listed: tuple[Listed, ...] = (),
        error: ZjreaderError | None = None,
    ) -> Sources:
        """Tell the first news, and the others once they shall come; then hold these articles."""

        def run(errand: Errand, stop: Stop) -> Generator[News]:
            self.asked.append(errand)
            stop.hear(self.come.set)
            yield from news[:1]
            self.come.wait()
            self.ended.set()
            if error:
                raise error
            yield from news[1:]

        def held() -> Collection:
            corpus = reader_on(self.home, articles).corpus
            records = [corpus[position] for position in corpus.everything]
            return Corpus([each._replace(standing=NEWEST) if each.article == CAME else each for each in records])

        return Sources(run, held, lambda: listed)


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    return Newsroom(tmp_path, [], Event(), Event())


def app_with(
    newsroom: Newsroom, sources: Sources | None, query: str = "", *, lasting: bool = True, look_every: float = 60.0
) -> ZjreaderApp:
    outside = Outside(sources=(lambda: sources) if sources else None)
    opening = partial(at_once, settings=UNHURRIED, outside=outside, check_after=0.001, look_every=look_every)
    return ZjreaderApp(opening(reader_on(newsroom.home), query=Query.parse(query), lasting=lasting))


async def come(pilot: Pilot[None], newsroom: Newsroom) -> None:
    """Let the rest of the news come, and be heard."""
    newsroom.come.set()
    await pilot.app.workers.wait_for_complete()
    await settle(pilot)


def status(app: ZjreaderApp) -> str:
    return frame(app.screen)[-2]


def top_of_page(app: ZjreaderApp) -> int:
    return app.browse.page.top


async def test_progress_is_shown_and_then_what_is_new(newsroom: Newsroom) -> None:
    app = app_with(newsroom, newsroom.sources(News(sources=3, read=1), LATEST))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "R")
        while "1/3" not in status(app):
            await pilot.pause()
        assert "reading sources 1/3" in status(app)
        await come(pilot, newsroom)
        assert status(app).strip() == "1 new article"
        assert ("6/6" in frame(app.screen)[0], CAME.title in "".join(frame(app.screen))) == (True, True)


async def test_neither_cursor_nor_page_nor_filter_nor_choice_moves(newsroom: Newsroom) -> None:
    app = app_with(newsroom, newsroom.sources(LATEST), "-寒潮")
    async with app.run_test(size=(80, 10)) as pilot:
        await press(pilot, "2", "j", "k", "x", "enter", "j", "j")
        before = (top_of_page(app), app.browse.pane, app.browse.chosen)
        assert before[0] == 2
        await press(pilot, "R")
        await come(pilot, newsroom)
        assert app.browse.headlines.selected is not None
        assert (app.browse.headlines.selected.title, app.browse.headlines.cursor) == (NEWS[0].title, 1)
        assert (top_of_page(app), app.browse.pane, app.browse.chosen) == before
        assert (str(app.browse.typed), app.browse.scope.name) == ("-寒潮", "unread")


async def test_what_was_read_meanwhile_stays_listed_though_the_query_finds_it_no_more(newsroom: Newsroom) -> None:
    app = app_with(newsroom, newsroom.sources(LATEST), "is:unread")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "m", "R")
        await come(pilot, newsroom)
        assert (len(app.browse.listed.hits), app.browse.headlines.cursor) == (6, 1)
        assert app.browse.headlines.selected is not None
        assert app.browse.headlines.selected.state.read


async def test_a_second_update_says_that_one_is_under_way(newsroom: Newsroom) -> None:
    app = app_with(newsroom, newsroom.sources(News(sources=3, read=1)))
    async with app.run_test(size=(100, 24)) as pilot:
        await press(pilot, "R", "R")
        assert "still at it: reading sources" in status(app)
        assert len(newsroom.asked) == 1
        await come(pilot, newsroom)


async def test_errands_of_several_kinds_go_on_beside_one_another(newsroom: Newsroom) -> None:
    app = app_with(newsroom, newsroom.sources(News(sources=3, read=1), LATEST))
    async with app.run_test(size=(100, 24)) as pilot:
        await press(pilot, "j", "R", "f", "R", "f")
        for word in ("/srv/a", "/srv/b"):
            app.browse.begin(Errand("add", (Clean(word),)))
        while len(newsroom.asked) < 4 or "1/3" not in status(app):
            await pilot.pause()
        assert "reading sources 1/3" in status(app)
        assert "full texts 0/1" in status(app)
        await come(pilot, newsroom)
        assert [(each.act, *each.names) for each in sorted(newsroom.asked)] == [
            ("add", "/srv/a"), ("add", "/srv/b"), ("fetch", "c000000000000001"), ("update",)
        ]  # fmt: skip
        assert len(app.browse.reader.corpus) == len(NEWS) + 1
        assert "1/3" not in status(app)


async def test_what_is_told_last_is_what_the_library_held_last(newsroom: Newsroom) -> None:
    """Each errand brings an article; whichever ends last shows those of all."""
    held, plain = count(1), newsroom.sources(LATEST)

    def more() -> Collection:
        return reader_on(newsroom.home, (*NEWS, *(article(f"第{n}条") for n in range(next(held))))).corpus

    app = app_with(newsroom, plain._replace(held=more))
    newsroom.come.set()
    async with app.run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        for number in range(8):
            app.browse.begin(Errand("add", (Clean(f"/srv/{number}"),)))
        await come(pilot, newsroom)
        assert len(app.browse.reader.corpus) == len(NEWS) + 8
        assert f"{len(NEWS) + 8}/{len(NEWS) + 8}" in frame(app.screen)[0]


async def test_what_is_read_already_is_not_read_by_the_clock(newsroom: Newsroom) -> None:
    listed = (source("a", due=now() - timedelta(seconds=1)),)
    app = app_with(newsroom, newsroom.sources(News(sources=1), LATEST, listed=listed), look_every=0.001)
    async with app.run_test(size=(100, 24)) as pilot:
        app.browse.begin(Errand("update"))
        for _again in range(20):
            await pilot.pause(0.01)
        assert newsroom.asked == [Errand("update")]
        newsroom.come.set()


async def test_whoever_quits_waits_for_nothing(newsroom: Newsroom) -> None:
    app = app_with(newsroom, newsroom.sources(News(sources=3), LATEST))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "R", "q")
    assert newsroom.ended.wait(timeout=60)


@pytest.mark.parametrize(
    ("news", "said"),
    [
        pytest.param(News(sources=3, read=3), "nothing new", id="nothing new"),
        pytest.param(News(), "nothing to update: the library reads from no source yet", id="no source"),
        pytest.param(News(sources=0, waiting=2), "nothing new; 2 sources not due yet", id="not due"),
        pytest.param(
            News(sources=2, read=2, new=3, changed=1, failed=(Clean("https://a.example/"),), why=Clean("HTTP 500")),
            "3 new articles; 1 changed; failed: https://a.example/ (HTTP 500)",
            id="a source failed",
        ),
        pytest.param(
            News(sources=1, read=1, new=2, texts=2, completed=2), "2 new articles; 2 teasers completed", id="full texts"
        ),
    ],
)
async def test_what_came_of_an_update_is_one_sentence(newsroom: Newsroom, news: News, said: str) -> None:
    app = app_with(newsroom, newsroom.sources(news))
    async with app.run_test(size=(100, 24)) as pilot:
        await press(pilot, "R")
        await come(pilot, newsroom)
        assert said in status(app)


async def test_what_cannot_be_saved_is_said(newsroom: Newsroom) -> None:
    error = LockedError("another zjreader has been writing for too long")
    app = app_with(newsroom, newsroom.sources(News(sources=1), error=error))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "R")
        await come(pilot, newsroom)
        assert "another zjreader has been writing" in status(app)


async def test_what_can_no_longer_be_read_is_said(newsroom: Newsroom) -> None:
    def damaged() -> tuple[Listed, ...]:
        raise UnreadableError("damaged", "library.db")

    app = app_with(newsroom, newsroom.sources(LATEST)._replace(listed=damaged))
    async with app.run_test(size=(80, 24)) as pilot:
        await come(pilot, newsroom)
        while "damaged" not in status(app):
            await pilot.pause()
        await press(pilot, "j", "R")
        await come(pilot, newsroom)
        assert "library.db: damaged" in status(app)


async def test_sources_that_are_only_read_are_not_updated(newsroom: Newsroom) -> None:
    app = app_with(newsroom, None)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "R")
        assert "only the library has sources" in status(app)
        await press(pilot, "a")
        assert "only the library has sources" in status(app)


async def test_from_the_guide_one_comes_into_the_library(newsroom: Newsroom) -> None:
    app = app_with(newsroom, newsroom.sources(LATEST, articles=(CAME,)), lasting=False)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "R")
        await come(pilot, newsroom)
        assert ("library" in frame(app.screen)[0], len(app.browse.reader.corpus)) == (True, 1)


async def test_a_library_that_is_empty_still_leaves_the_guide(newsroom: Newsroom) -> None:
    app = app_with(newsroom, newsroom.sources(LATEST, articles=()), lasting=False)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "R")
        await come(pilot, newsroom)
        assert len(app.browse.reader.corpus) == len(NEWS)


# full texts

WHOLE = article(NEWS[1].title, *(f"第{number}只表已经等了{number}年。" for number in range(1, 30)), section="副刊")
COMPLETED = (NEWS[0], WHOLE, *NEWS[2:])


async def test_the_teaser_under_the_cursor_gets_its_text_and_the_page_shows_it(newsroom: Newsroom) -> None:
    app = app_with(newsroom, newsroom.sources(News(texts=1, completed=1), articles=COMPLETED))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "j", "f")
        await come(pilot, newsroom)
        assert newsroom.asked == [Errand("fetch", (Clean("c000000000000001"),))]
        assert app.browse.headlines.selected is not None
        assert (app.browse.headlines.selected.title, app.browse.page.article) == (NEWS[1].title, WHOLE)
        assert "1 teaser completed" in status(app)


async def test_a_teaser_that_stays_one_says_why(newsroom: Newsroom) -> None:
    app = app_with(newsroom, newsroom.sources(News(texts=1, why=Clean("is not there (HTTP 404)"))))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "j", "f")
        await come(pilot, newsroom)
        assert "stays a teaser: is not there (HTTP 404)" in status(app)


async def test_where_there_is_no_teaser_nobody_is_asked(newsroom: Newsroom) -> None:
    app = app_with(newsroom, newsroom.sources(News()))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "f")
        assert ("no teaser here" in status(app), newsroom.asked) == (True, [])


# the clock


def source(name: str, due: datetime | None = None, problem: Clean | None = None) -> Listed:
    address = Clean(f"https://news.example/{name}")
    return Listed(address, address, None, 12, 3, due=due, problem=problem)


@pytest.mark.parametrize(
    ("due", "asked"),
    [
        pytest.param(now() - timedelta(seconds=1), True, id="its time has come"),
        pytest.param(now() + timedelta(seconds=1), False, id="its time has not come"),
        pytest.param(None, False, id="nothing was said of that"),
    ],
)
async def test_a_source_that_is_due_is_read_by_itself(newsroom: Newsroom, due: datetime | None, *, asked: bool) -> None:
    listed = (source("a", due=due), source("b"))
    app = app_with(newsroom, newsroom.sources(LATEST, listed=listed), look_every=0.001)
    newsroom.come.set()
    async with app.run_test(size=(80, 24)) as pilot:
        for _again in range(20):
            await pilot.pause(0.01)
        acts: list[tuple[Act, tuple[Clean, ...]]] = [(errand.act, errand.names) for errand in newsroom.asked]
        assert set(acts) == ({("due", (listed[0].address,))} if asked else set())


async def test_how_many_sources_have_a_problem_is_shown(newsroom: Newsroom) -> None:
    listed = (source("a", problem=Clean("silent for 40 days")), source("b"))
    app = app_with(newsroom, newsroom.sources(listed=listed))
    async with app.run_test(size=(80, 24)) as pilot:
        while "! 1" not in status(app):
            await pilot.pause()
        await press(pilot, "s")
        assert status(app).startswith("! 1  starred: 1 article")
        newsroom.come.set()


async def test_a_source_that_failed_is_called_by_its_name(newsroom: Newsroom) -> None:
    listed = (source("a")._replace(name=Clean("江城日报")),)
    failed = News(sources=1, read=1, failed=(listed[0].shown,), why=Clean("HTTP 500"))
    app = app_with(newsroom, newsroom.sources(failed, listed=listed))
    async with app.run_test(size=(100, 24)) as pilot:
        await press(pilot, "R")
        await come(pilot, newsroom)
        assert "failed: 江城日报 (HTTP 500)" in status(app)
