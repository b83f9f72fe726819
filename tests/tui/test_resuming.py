"""Where the reader left off is where the next start goes on."""

from pathlib import Path

import pytest

from tests.tui.newsroom import at_once, identity, press, reader_on, settle
from zjreader.library.resume import NOWHERE, Resume
from zjreader.query.language import Query
from zjreader.text.clean import Clean
from zjreader.tui.app import ZjreaderApp

BEFORE = Resume(Clean("caijing"), positions=((Clean("a"), 7),), history=(Clean("寒潮"),), widths=((Clean("xterm"), 2),))


def app_at(home: Path, resume: Resume) -> ZjreaderApp:
    return ZjreaderApp(at_once(reader_on(home), query=Query.parse(resume.query), resume=resume))


async def test_filter_scope_and_article_return_at_the_next_start(tmp_path: Path) -> None:
    app = app_at(tmp_path, BEFORE)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "slash", *"app", "enter", "escape")
        app.browse.filter_pane.query_line.value = "企业"
        await press(pilot, "slash", "enter")
        app.browse.action_scope("unread")
        await press(pilot, "j", "q")
    left = app.browse.left_off
    assert left == BEFORE._replace(
        query=Clean("企业"),
        scope=Clean("unread"),
        article=identity(3),
        history=(Clean("寒潮"), Clean("app"), Clean("企业")),
    )
    again = app_at(tmp_path, left)
    async with again.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        selected = again.browse.headlines.selected
        assert selected
        assert (selected.id, again.browse.scope.name, str(again.browse.asked)) == (identity(3), "unread", "企业")
        assert again.browse.left_off == left


async def test_an_article_read_among_the_unread_is_returned_to_until_the_scope_is_entered_again(tmp_path: Path) -> None:
    app = app_at(tmp_path, Resume(scope=Clean("unread")))
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "enter")
    again = app_at(tmp_path, app.browse.left_off)
    async with again.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        headlines = again.browse.headlines
        assert (headlines.cursor, headlines.listing.length, headlines.listing.fits(1)) == (1, 5, False)
        await press(pilot, "2")
        assert headlines.listing.length == 4


@pytest.mark.parametrize(
    ("resume", "article"),
    [
        pytest.param(NOWHERE, identity(0), id="nowhere yet"),
        pytest.param(Resume(article=Clean("gone")), identity(0), id="an article that is gone"),
        pytest.param(Resume(article=identity(2), query=Clean("企业")), identity(0), id="one that no longer matches"),
        pytest.param(Resume(scope=Clean("archived")), identity(0), id="a scope of another version"),
        pytest.param(Resume(scope=Clean("starred")), None, id="a scope in which nothing is left"),
    ],
)
async def test_what_is_not_there_any_more_is_the_beginning(
    tmp_path: Path, resume: Resume, article: Clean | None
) -> None:
    app = app_at(tmp_path, resume)
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        assert app.browse.left_off.article == article


def test_a_screen_that_was_never_shown_leaves_the_place_as_it_was(tmp_path: Path) -> None:
    resume = BEFORE._replace(article=identity(2))
    assert app_at(tmp_path, resume).browse.left_off == resume
