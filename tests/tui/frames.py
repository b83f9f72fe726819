"""What the screen shows, as lines of text and, below them, as a map of looks."""

from pathlib import Path
from typing import Any

from rich.style import Style
from textual.screen import Screen
from textual.strip import Strip

from zjreader.text.width import cells

GOLDEN = Path(__file__).parent / "frames"
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"


def frame(screen: Screen[Any]) -> list[str]:
    """The lines of a screen without the blanks at their ends; a Hanzi stands in two cells and is one character here."""
    return [line.text.rstrip() for line in _strips(screen)]


def looks(screen: Screen[Any]) -> list[str]:
    """The same cells as letters, one for each look, a point for the commonest; then what the letters stand for."""
    drawn = [[(_look(segment.style), cells(segment.text)) for segment in line] for line in _strips(screen)]
    room = dict.fromkeys((look for line in drawn for look, _cells in line), 0)
    for line in drawn:
        for look, width in line:
            room[look] += width
    commonest_first = sorted(room, key=room.__getitem__, reverse=True)
    names = dict(zip(commonest_first, "." + _LETTERS, strict=False))
    lines = ["".join(names[look] * width for look, width in line) for line in drawn]
    return [*lines, "", *(f"{name} {look}" for look, name in names.items())]


def golden(name: str) -> list[str]:
    """A frame that was looked at and found good."""
    return (GOLDEN / f"{name}.txt").read_text("utf-8").splitlines()


def _strips(screen: Screen[Any]) -> list[Strip]:
    return screen._compositor.render_strips()  # Textual gives its frame in no other way but as SVG


def _look(style: Style | None) -> str:
    """Colours and setting in words."""
    style = style or Style.null()
    front, ground = (color.get_truecolor().hex if color else "-" for color in (style.color, style.bgcolor))
    setting = [name for name in ("bold", "italic", "underline", "reverse") if getattr(style, name)]
    return " ".join([front, "on", ground, *setting])
