"""Hostile titles and texts on the screen: nothing acts, nothing leaks."""

from pathlib import Path

import pytest

from tests.tui.frames import frame
from tests.tui.newsroom import app_on, article, press, reader_on, settle

HOSTILE = [
    pytest.param("[@click=app.quit]点[/]", "[@click=app.quit]点[/]", id="an action in markup"),
    pytest.param("a[/b]c[red]", "a[/b]c[red]", id="markup that would not parse"),
    pytest.param("标\x1b]2;窃\x07题", "标]2;窃题", id="a window title"),
    pytest.param("标\x9b31m题", "标31m题", id="a C1 introducer"),
    pytest.param("标\u202e题", "标题", id="a turn of direction"),
    pytest.param("[link=http://a.example/]文[/link]", "[link=http://a.example/]文[/link]", id="a link in markup"),
]


@pytest.mark.parametrize(("title", "drawn"), HOSTILE)
@pytest.mark.parametrize("size", [(120, 36), (160, 20), (40, 12)])
async def test_a_hostile_title_is_text_and_a_click_on_it_does_nothing(
    tmp_path: Path, title: str, drawn: str, size: tuple[int, int]
) -> None:
    reader = reader_on(tmp_path, [article("先看这篇", "好。"), article(title, title, publisher=title, section=title)])
    app = app_on(reader, "")
    async with app.run_test(size=size) as pilot:
        await press(pilot, "slash", "tab", "tab", "tab", "j")
        await pilot.click(app.browse.headlines, offset=(6, 3 if size[0] < 160 else 1))
        await settle(pilot)
        await press(pilot, "enter")
        await pilot.click(app.browse.page, offset=(3, 0))
        await settle(pilot)
        lines = frame(app.browse)
        assert app.is_running
        assert any(drawn in line for line in lines)
        assert all(char.isprintable() for line in lines for char in line)


async def test_what_is_pasted_into_the_query_line_passes_the_gate(tmp_path: Path) -> None:
    app = app_on(reader_on(tmp_path))
    async with app.run_test(size=(120, 36)) as pilot:
        app.browse.filter_pane.query_line.value = "  企\x1b[31m业\u3000\u3000[b]"
        await settle(pilot)
        assert app.browse.filter_pane.query_line.value == "企[31m业 [b]"
        assert all(char.isprintable() for line in frame(app.browse) for char in line)


async def test_a_query_in_the_list_title_is_no_markup(tmp_path: Path) -> None:
    app = app_on(reader_on(tmp_path), "[/b]")
    async with app.run_test(size=(120, 36)) as pilot:
        await settle(pilot)
        assert "[/b]" in frame(app.browse)[0]
