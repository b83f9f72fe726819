"""Screens over a screen: help, palette, questions. They are drawn for the same terminal as what lies below them."""

from typing import Any, TypeVar

from textual.screen import ModalScreen, Screen

from zjreader.tui.one_cell import OneCell
from zjreader.tui.painted import LinePainted

_Answer = TypeVar("_Answer")


def draw_all_with(screen: Screen[Any], ambiguous: int) -> None:
    """Draw all of a screen for a terminal that takes so many cells for a character of ambiguous width."""
    for widget in screen.walk_children(with_self=True):
        if isinstance(widget, LinePainted | OneCell):
            widget.draw_with(ambiguous)


class OverScreen(ModalScreen[_Answer], OneCell):
    """A screen over another, which shows where it leaves room."""

    def on_mount(self) -> None:
        """As the screen below is drawn; that one knows the terminal."""
        screens = self.app.screen_stack
        below = screens[screens.index(self) - 1].query(LinePainted)
        draw_all_with(self, below.first().ambiguous if below else 1)
