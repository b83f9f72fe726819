"""A widget of more lines than it is high, which remembers which of them stands at its top."""

from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.strip import Strip

from zjreader.article import Span
from zjreader.tui.key import bindings
from zjreader.tui.keys import MOVING
from zjreader.tui.painted import Pieces
from zjreader.tui.selectable import Selectable
from zjreader.tui.selection import lit

WHEEL = 3
"""Lines for one notch of the wheel."""


class Page(Selectable, can_focus=True):
    """Lines that scroll under the keys that move; which they are, `pieces_at` says."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(MOVING)]

    class Ended(Message):
        """A page was turned where there was no more of it."""

    class Turned(Message):
        """Other lines are shown than before, or another of them is the one that counts."""

    def __init__(self) -> None:
        super().__init__()
        self.top = 0

    @property
    def length(self) -> int:
        """How many lines there are."""
        raise NotImplementedError

    @property
    def at_end(self) -> bool:
        """Whether the last line is shown."""
        return self.size.height > 0 and self.top + self.size.height >= self.length

    def pieces_at(self, line: int) -> Pieces:
        """What stands in a line, counted from the first."""
        raise NotImplementedError

    def line_at(self, y: int) -> Strip:
        """The line `y` below the top of what is shown."""
        line = self.top + y
        within = line < self.length
        ground = self.ground_of(line) if within else "plain"
        span = self.selected_in(line)
        key = line if span is None else (line, span)
        return self.strip(key if within else None, lambda: self._pieces_or_none(line, span), ground)

    def number_at(self, y: int) -> int:
        """Lines are counted from the page's first."""
        return self.top + y

    def turn_by(self, lines: int) -> None:
        """Turn the page under a drag."""
        self.turn_to(self.top + lines)

    def ground_of(self, _line: int) -> str:
        """The ground on which a line stands."""
        return "plain"

    def turn_to(self, line: int) -> None:
        """Put a line at the top, or as near to it as the page's ends allow."""
        top = max(0, min(line, self.length - self.size.height))
        if top != self.top:
            self.top = top
            self.post_message(self.Turned())
            self.refresh()

    def action_move(self, lines: int) -> None:
        """Some lines down, or up."""
        self.turn_to(self.top + lines)

    def action_first(self) -> None:
        """To the first line."""
        self.turn_to(0)

    def action_last(self) -> None:
        """To the last line."""
        self.turn_to(self.length)

    def action_half(self, halves: int) -> None:
        """Half of what is shown down, or up."""
        self.turn_to(self.top + halves * max(1, self.size.height // 2))

    def action_page(self, pages: int) -> None:
        """All of what is shown but one line down, or up; past the end it is said that there is no more."""
        if pages > 0 and self.at_end:
            self.post_message(self.Ended())
        self.turn_to(self.top + pages * max(1, self.size.height - 1))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves the page and nothing else."""
        event.stop()
        self.turn_to(self.top + WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The same, backwards."""
        event.stop()
        self.turn_to(self.top - WHEEL)

    def _pieces_or_none(self, line: int, selected: Span | None) -> Pieces:
        pieces = self.pieces_at(line) if line < self.length else ()
        return lit(pieces, self.margin, selected) if selected else pieces
