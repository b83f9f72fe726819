"""The counts of the filter pane: an overview while one is elsewhere, a list to choose from while one is in it.

Says which value was chosen; what comes of it, others decide. The cursor stays on its value when the counts change.
"""

from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.strip import Strip

from zjreader.tui.facets import Choice, Facet, FacetLine, facet_column, facet_lines
from zjreader.tui.key import bindings
from zjreader.tui.keys import CHOOSING, MOVING
from zjreader.tui.page import WHEEL
from zjreader.tui.painted import LinePainted

WIDEST = 40
"""Cells of a column: a number further away is no longer read with its value."""


class FacetCounts(LinePainted, can_focus=True):
    """Counts by field."""

    FOCUS_ON_CLICK = False  # going in lays the lines out anew, and another would come to lie under the mouse
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(MOVING, CHOOSING)]

    class Chosen(Message):
        """A value was chosen, or, where it was chosen before, is to be taken away."""

        def __init__(self, choice: Choice) -> None:
            super().__init__()
            self.choice = choice

    class Removed(Message):
        """A value shall not be there any more."""

        def __init__(self, choice: Choice) -> None:
            super().__init__()
            self.choice = choice

    def __init__(self) -> None:
        super().__init__()
        self.facets: tuple[Facet, ...] = ()
        self.views: tuple[Facet, ...] = ()
        self.lines: tuple[FacetLine, ...] = ()
        self.cursor = 0
        self.top = 0

    @property
    def selected(self) -> Choice | None:
        """The value under the cursor; None where there is none to choose."""
        choices = self._choices
        return choices[self.cursor] if choices else None

    def show(self, facets: tuple[Facet, ...]) -> None:
        """Show these counts."""
        before = self.selected
        self.facets = facets
        lines = self._laid_out()
        if lines != self.lines:
            self.lines = lines
            choices = self._choices
            self._place(choices.index(before) if before in choices else self.cursor)

    def show_views(self, facet: Facet) -> None:
        """Show these counts of saved queries, behind the first facet."""
        if self.views != (facet,):
            self.views = (facet,)
            self.show(self.facets)

    def lay_out(self) -> None:
        """As many as now fit."""
        self.show(self.facets)

    def watch_has_focus(self, has_focus: bool) -> None:
        """From the overview to all values, and back."""
        super().watch_has_focus(has_focus)
        self.show(self.facets)

    def action_move(self, values: int) -> None:
        """Some values down, or up."""
        self._place(self.cursor + values)

    def action_first(self) -> None:
        """To the first value."""
        self._place(0)

    def action_last(self) -> None:
        """To the last value."""
        self._place(len(self._choices) - 1)

    def action_half(self, halves: int) -> None:
        """Half of what is shown down, or up."""
        self._place(self.cursor + halves * max(1, self.size.height // 2))

    def action_page(self, pages: int) -> None:
        """All of what is shown down, or up."""
        self._place(self.cursor + pages * max(1, self.size.height))

    def action_choose(self) -> None:
        """Choose the value under the cursor, or take it away."""
        if self.selected:
            self.post_message(self.Chosen(self.selected))

    def action_remove(self) -> None:
        """Ask that the value under the cursor be there no more."""
        if self.selected:
            self.post_message(self.Removed(self.selected))

    def on_click(self, event: events.Click) -> None:
        """A click on a value chooses it, one elsewhere goes in to choose."""
        event.stop()
        line = self.top + event.y
        choice = self.lines[line].choice if line < len(self.lines) else None
        if choice:
            self._place(self._choices.index(choice))
            self.action_choose()
        else:
            self.focus()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves what is shown and leaves the cursor on its value."""
        event.stop()
        self._turn_to(self.top + WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The same, backwards."""
        event.stop()
        self._turn_to(self.top - WHEEL)

    def line_at(self, y: int) -> Strip:
        """A line of the counts, nothing below the last."""
        line = self.top + y
        pieces, choice = self.lines[line] if line < len(self.lines) else FacetLine(())
        ground = "cursor" if self.has_focus and choice and choice == self.selected else "plain"
        return self.strip(pieces, lambda: pieces, ground)

    @property
    def _choices(self) -> list[Choice]:
        return [line.choice for line in self.lines if line.choice]

    def _laid_out(self) -> tuple[FacetLine, ...]:
        facets = (*self.facets[:1], *self.views, *self.facets[1:])
        if self.has_focus:
            return facet_column(facets, min(self.size.width, WIDEST), self.ambiguous)
        return facet_lines(facets, *self.size, self.ambiguous)

    def _place(self, value: int) -> None:
        """Put the cursor on a value and see to it that this is shown, with its facet's name where that stands above."""
        self.cursor = max(0, min(value, len(self._choices) - 1))
        lines = [number for number, line in enumerate(self.lines) if line.choice]
        line = lines[self.cursor] if lines else 0
        above = line if line - 1 in lines else line - 1
        self._turn_to(max(line - self.size.height + 1, min(self.top, above)))

    def _turn_to(self, line: int) -> None:
        self.top = max(0, min(line, len(self.lines) - self.size.height))
        self.refresh()
