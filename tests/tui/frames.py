"""What the screen shows, as lines of text."""

from pathlib import Path
from typing import Any

from textual.screen import Screen

GOLDEN = Path(__file__).parent / "frames"


def frame(screen: Screen[Any]) -> list[str]:
    """The lines of a screen without the blanks at their ends; a Hanzi stands in two cells and is one character here."""
    strips = screen._compositor.render_strips()  # Textual gives its frame in no other way but as SVG
    return ["".join(segment.text for segment in strip).rstrip() for strip in strips]


def golden(name: str) -> list[str]:
    """A frame that was looked at and found good."""
    return (GOLDEN / f"{name}.txt").read_text("utf-8").splitlines()
