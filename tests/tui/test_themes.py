"""Themes are readable: every look on every ground, in each of our own; and without any colour at all."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.color import Color
from textual.pilot import Pilot
from textual.widget import Widget

from tests.tui.frames import frame
from tests.tui.newsroom import at_once, press, reader_on, settle
from zjreader.library.settings import DEFAULTS
from zjreader.text.clean import Clean
from zjreader.tui.app import ZjreaderApp
from zjreader.tui.painted import LOOKS, LinePainted
from zjreader.tui.themes import THEMES

READABLE = 4.5
"""WCAG 2, contrast (minimum)."""

GROUNDS = ("plain", "cursor", "resting", "left")
OWN = [pytest.param(theme.name, id=theme.name) for theme in THEMES]


def app_in(home: Path, theme: str) -> ZjreaderApp:
    settings = DEFAULTS._replace(theme=Clean(theme))
    return ZjreaderApp(at_once(reader_on(home), settings=settings))


def luminance(color: Color) -> float:
    """Relative luminance as WCAG 2 defines it."""
    channels = (channel / 255 for channel in color.rgb)
    linear = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels)
    return sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(foreground: Color, background: Color) -> float:
    lighter, darker = sorted((luminance(background + foreground), luminance(background)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def faint(widget: Widget, *names: str) -> Iterator[str]:
    """What is not readable of a widget's styles, with its contrast."""
    style = widget.get_visual_style(*names)
    assert style.foreground
    assert style.background
    found = contrast(style.foreground, style.background)
    if found < READABLE or style.dim:
        yield f"{type(widget).__name__} {names}: {found:.2f}{' dim' if style.dim else ''}"


def faint_titles(screen: Widget) -> Iterator[str]:
    for widget in screen.query("*"):
        for title, color, ground in (
            (widget.border_title, widget.styles.border_title_color, widget.styles.border_title_background),
            (widget.border_subtitle, widget.styles.border_subtitle_color, widget.styles.border_subtitle_background),
        ):
            below = widget.background_colors[0] + ground
            if title and contrast(color, below) < READABLE:
                yield f"{type(widget).__name__} title: {contrast(color, below):.2f}"


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#ffffff", "#ffffff", 1.0), ("#767676", "#ffffff", 4.54)],
)
def test_the_measure_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(Color.parse(one), Color.parse(other)) == pytest.approx(ratio, abs=0.01)


@pytest.mark.parametrize("theme", OWN)
@pytest.mark.parametrize("keys", [(), ("slash",), ("slash", "tab"), ("enter",), ("question_mark",)], ids=" ".join)
async def test_every_look_is_readable_on_every_ground(tmp_path: Path, theme: str, keys: tuple[str, ...]) -> None:
    app = app_in(tmp_path, theme)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, *keys)
        painted = [widget for widget in app.screen.query("*") if isinstance(widget, LinePainted)]
        assert painted
        too_faint = [
            each
            for widget in painted
            for look in set(LOOKS) - set(GROUNDS[1:])
            for ground in GROUNDS
            for each in faint(widget, f"line--{look}", f"line--{ground}")
        ]
        assert [*too_faint, *faint_titles(app.screen)] == []


@pytest.mark.parametrize("theme", OWN)
async def test_the_query_line_is_readable_empty_or_not(tmp_path: Path, theme: str) -> None:
    app = app_in(tmp_path, theme)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "slash")
        line = app.browse.filter_pane.query_line
        assert [*faint(line), *faint(line, "input--placeholder"), *faint(line, "input--cursor")] == []


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        pytest.param("zjreader-paper", "zjreader-paper", id="one of ours"),
        pytest.param("textual-light", "textual-light", id="one of Textual's"),
        pytest.param("no-such-theme", "zjreader-dark", id="one that nobody has: our first"),
    ],
)
async def test_the_theme_is_the_one_in_the_settings(tmp_path: Path, asked: str, shown: str) -> None:
    app = app_in(tmp_path, asked)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert app.theme == shown


async def test_a_theme_that_nobody_has_is_told(tmp_path: Path) -> None:
    app = app_in(tmp_path, "no-such-theme")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "screen.theme: no such theme: no-such-theme" in frame(app.screen)[-2]


async def test_without_colour_signs_say_what_colours_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = app_in(tmp_path, "zjreader-dark")
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "m", "j", "s", "slash", "tab", "j", "enter")
        assert _is_grey(pilot)
        lines = frame(app.screen)
        assert any(" > unread" in line for line in lines)
        rows = {line[27:30]: line for line in lines if "修表铺" in line or "寒潮" in line}
        assert set(rows) == {"+* ", "+  "}


def _is_grey(pilot: Pilot[None]) -> bool:
    """Whether all that is painted by us is black, white or between."""
    screen = pilot.app.screen
    painted = (widget for widget in screen.query("*") if isinstance(widget, LinePainted) and widget.size.height)
    colors = (
        color.get_truecolor()
        for widget in painted
        for segment in widget.line_at(0)
        if segment.style
        for color in (segment.style.color, segment.style.bgcolor)
        if color
    )
    return all(len(set(color)) == 1 for color in colors)
