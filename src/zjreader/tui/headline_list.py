"""The list of headlines: a window over any number of rows, painted line by line.

Knows neither reader nor corpus: a `Listing` tells how many rows there are and gives any stretch of them. Keeps its own
cursor and top and never changes its size, so a key costs two rows of painting whether there are twenty or a million.
The lines between days are no rows: the cursor never stands on one.
"""

from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from zjreader.article import Headline, Span
from zjreader.text.clean import Clean
from zjreader.text.typeset import BLANK, Line
from zjreader.tui.headline_line import day_line, headline_line, row_height, title_line, title_of
from zjreader.tui.key import bindings
from zjreader.tui.keys import MOVING, OPENING
from zjreader.tui.list_layout import DAY, Layout, RowLine
from zjreader.tui.page import WHEEL
from zjreader.tui.painted import Piece, Pieces
from zjreader.tui.rows import NOTHING, Listing, Row, Rows
from zjreader.tui.selectable import Selectable
from zjreader.tui.selection import lit

_PARTS = 3
"""Numbers that a row's lines have: its day's and two of its own, whether they are shown or not."""


class HeadlineList(Selectable, can_focus=True):
    """Rows of headlines with a cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(MOVING, OPENING)]

    class Highlighted(Message):
        """The cursor came to stand on another headline, or on none; `moved` says that the reader moved it there."""

        def __init__(self, headline: Headline | None, *, moved: bool) -> None:
            super().__init__()
            self.headline = headline
            self.moved = moved

    class Opened(Message):
        """A headline was chosen to be read."""

        def __init__(self, headline: Headline) -> None:
            super().__init__()
            self.headline = headline

    def __init__(self) -> None:
        super().__init__()
        self.listing = NOTHING
        self.cursor = 0
        self.top = 0
        self._rows = Rows(NOTHING)
        self._lines: list[RowLine] = []

    @property
    def selected(self) -> Headline | None:
        """The headline under the cursor."""
        return self._rows[self.cursor].headline if self.listing.length else None

    @property
    def rows(self) -> int:
        """How many whole rows there is room for between the lines of days."""
        days = sum(line.part == DAY for line in self._lines)
        return max(1, (self.size.height - days) // row_height(self.size.width))

    def show(self, listing: Listing, cursor: int = 0) -> None:
        """Show another listing, with the cursor on one of its rows, which stays at its height if it can."""
        above = self.cursor - self.top
        self.select_nothing()
        self.listing = listing
        self.renew()
        self.top = self._layout.bounded(cursor - above)
        self._place(cursor)
        self.post_message(self.Highlighted(self.selected, moved=False))

    def extend(self, listing: Listing, cursor: int) -> None:
        """Show a listing with more rows, in which the cursor's article stands in this one and stays at its height."""
        before = self.selected
        if before is None or cursor >= listing.length or listing.window(cursor, cursor + 1)[0] != before:
            self.show(listing, cursor)
            return
        self.top, self.cursor = self.top + cursor - self.cursor, cursor
        self.listing = listing
        self.renew()

    def renew(self) -> None:
        """Ask for the headlines again: their states have changed, the rows have not."""
        self._rows = Rows(self.listing)
        self._strips.clear()
        self._lines = self._layout.lines(self.top)
        self.refresh()

    def go(self, row: int) -> None:
        """Move the cursor to a row, or to the end that lies nearest."""
        before = self.cursor
        self._place(row)
        if self.cursor != before:
            self.post_message(self.Highlighted(self.selected, moved=True))

    def action_move(self, rows: int) -> None:
        """Some rows down, or up."""
        self.go(self.cursor + rows)

    def action_first(self) -> None:
        """To the first row."""
        self.go(0)

    def action_last(self) -> None:
        """To the last row."""
        self.go(self.listing.length - 1)

    def action_half(self, halves: int) -> None:
        """Half of what is shown down, or up."""
        self.go(self.cursor + halves * max(1, self.rows // 2))

    def action_page(self, pages: int) -> None:
        """All of what is shown down, or up."""
        self.go(self.cursor + pages * self.rows)

    def action_open(self) -> None:
        """Open what is under the cursor."""
        if self.selected:
            self.post_message(self.Opened(self.selected))

    def on_click(self, event: events.Click) -> None:
        """A click selects; on the selected row it opens."""
        event.stop()
        if self.selection:  # the click that ends a drag
            return
        row, part = self._lines[event.y] if event.y < len(self._lines) else (self.cursor, DAY)
        if part == DAY:
            return
        if row == self.cursor:
            self.action_open()
        else:
            self.go(row)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves what is shown and leaves the cursor on its article."""
        event.stop()
        self._turn_to(self.top + WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The same, backwards."""
        event.stop()
        self._turn_to(self.top - WHEEL)

    def number_at(self, y: int) -> int:
        """Three numbers for each row, so that they grow from line to line however the list is turned."""
        row, part = self._lines[y] if y < len(self._lines) else (self.listing.length, DAY)
        return row * _PARTS + part - DAY

    def text_in(self, number: int) -> Line:
        """The title in a row's line; of a day and of the columns nothing."""
        row, part = divmod(number, _PARTS)
        if row >= self.listing.length or part + DAY not in range(row_height(self.size.width)):
            return BLANK
        return title_line(self._rows[row], self.size.width, part + DAY, self.ambiguous)._replace(block=row)

    def turn_by(self, lines: int) -> None:
        """Turn the list under a drag; the cursor stays on its article."""
        self._turn_to(self.top + lines)

    def on_resize(self) -> None:
        """The cursor's row stays in sight."""
        self.select_nothing()
        self._place(self.cursor)

    def line_at(self, y: int) -> Strip:
        """A line of a row, the line that names a day, or nothing below the last."""
        if y >= len(self._lines):
            said = self.listing.empty if y == 0 else Clean("")
            return self.strip(said, lambda: (Piece(said, "muted"),))
        number, part = self._lines[y]
        row = self._rows[number]
        if part == DAY:
            return self.strip((row.day, part), lambda: day_line(row.day, self.size.width, self.ambiguous))
        selected = self.selected_in(self.number_at(y))
        key = (row, part) if selected is None else (row, part, selected)
        ground = "plain" if self.listing.fits(row.headline.position) else "left"
        if number == self.cursor:
            ground = "cursor" if self.has_focus else "resting"
        return self.strip(key, lambda: self._pieces(row, part, selected), ground)

    @property
    def _layout(self) -> Layout:
        return Layout(self.listing.length, self.size.height, row_height(self.size.width), self._rows.begins_day)

    def _pieces(self, row: Row, part: int, selected: Span | None) -> Pieces:
        spans = self.listing.spans(title_of(row.headline))
        pieces = headline_line(row, self.size.width, spans, part, self.ambiguous)
        return lit(pieces, 0, selected) if selected else pieces

    def _place(self, row: int) -> None:
        """Put the cursor on a row and see to it that the row is shown; paint no more than has changed."""
        before, self.cursor = self.cursor, max(0, min(row, self.listing.length - 1))
        self._turn_to(self._layout.showing(self.cursor, self.top))
        for y, line in enumerate(self._lines):
            if line.row in {before, self.cursor}:
                self.refresh(Region(0, y, self.size.width, 1))

    def _turn_to(self, row: int) -> None:
        """Put a row at the top, or as near to it as the list's end allows."""
        before, self.top = self.top, self._layout.bounded(row)
        lines = self._layout.lines(self.top)
        if self.top != before or lines != self._lines:
            self._lines = lines
            self.refresh()
