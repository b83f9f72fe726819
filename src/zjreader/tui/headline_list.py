"""The list of headlines: a window over any number of rows, painted line by line.

Knows neither reader nor corpus: a `Listing` tells how many rows there are and gives any stretch of them. Keeps its own
cursor and top and never changes its size, so a key costs two rows of painting whether there are twenty or a million.
"""

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from textual import events
from textual.binding import BindingType
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from zjreader.article import Headline, Span
from zjreader.text.clean import Clean
from zjreader.tui.headline_line import headline_line, row_height, title_of
from zjreader.tui.keys import MOVING, OPENING, bindings
from zjreader.tui.page import WHEEL
from zjreader.tui.painted import LinePainted, Piece, Pieces


class Listing(NamedTuple):
    """What the list shows.

    `window(start, stop)` gives the headlines of these rows, `spans` the matches in a title, `fits` whether an article
    still belongs here (a row that no longer does stays, dimmed); `empty` is said where there is no row.
    """

    length: int
    window: Callable[[int, int], Sequence[Headline]]
    spans: Callable[[Clean], tuple[Span, ...]]
    fits: Callable[[int], bool]
    empty: Clean


_NOTHING = Listing(0, lambda _start, _stop: (), lambda _title: (), lambda _position: True, Clean(""))


class HeadlineList(LinePainted, can_focus=True):
    """Rows of headlines with a cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(MOVING, OPENING)]

    class Highlighted(Message):
        """The cursor came to stand on another headline, or on none."""

        def __init__(self, headline: Headline | None) -> None:
            super().__init__()
            self.headline = headline

    class Opened(Message):
        """A headline was chosen to be read."""

        def __init__(self, headline: Headline) -> None:
            super().__init__()
            self.headline = headline

    def __init__(self) -> None:
        super().__init__()
        self.listing = _NOTHING
        self.cursor = 0
        self.top = 0
        self._fetched: Sequence[Headline] = ()
        self._fetched_from = 0

    @property
    def selected(self) -> Headline | None:
        """The headline under the cursor."""
        return self._row(self.cursor) if self.listing.length else None

    @property
    def rows(self) -> int:
        """How many whole rows are shown at once."""
        return max(1, self.size.height // row_height(self.size.width))

    def show(self, listing: Listing, cursor: int = 0) -> None:
        """Show another listing, with the cursor on one of its rows."""
        self.listing = listing
        self.renew()
        self._place(cursor)
        self.post_message(self.Highlighted(self.selected))

    def renew(self) -> None:
        """Ask for the headlines again: their states have changed, the rows have not."""
        self._fetched, self._fetched_from = (), 0
        self._strips.clear()
        self.refresh()

    def go(self, row: int) -> None:
        """Move the cursor to a row, or to the end that lies nearest."""
        before = self.cursor
        self._place(row)
        if self.cursor != before:
            self.post_message(self.Highlighted(self.selected))

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
        row = self.top + event.y // row_height(self.size.width)
        if row == self.cursor:
            self.action_open()
        elif row < self.listing.length:
            self.go(row)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves what is shown and leaves the cursor on its article."""
        event.stop()
        self._turn_to(self.top + WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The same, backwards."""
        event.stop()
        self._turn_to(self.top - WHEEL)

    def on_resize(self) -> None:
        """The cursor's row stays in sight."""
        self._place(self.cursor)

    def line_at(self, y: int) -> Strip:
        """The first or second line of a row, or nothing below the last."""
        height = row_height(self.size.width)
        row, line = self.top + y // height, y % height
        if row >= self.listing.length:
            said = self.listing.empty if y == 0 and not self.listing.length else Clean("")
            return self.strip(said, lambda: (Piece(said, "muted"),))
        headline = self._row(row)
        return self.strip((headline, line), lambda: self._pieces(headline, line), self._ground(row, headline))

    def _pieces(self, headline: Headline, line: int) -> Pieces:
        return headline_line(headline, self.size.width, self.listing.spans(title_of(headline)), line)

    def _ground(self, row: int, headline: Headline) -> str:
        if row == self.cursor:
            return "cursor" if self.has_focus else "resting"
        return "plain" if self.listing.fits(headline.position) else "left"

    def _place(self, row: int) -> None:
        """Put the cursor on a row and see to it that the row is shown; paint no more than has changed."""
        before, self.cursor = self.cursor, max(0, min(row, self.listing.length - 1))
        self._turn_to(max(self.cursor - self.rows + 1, min(self.top, self.cursor)))
        height = row_height(self.size.width)
        for changed in {before, self.cursor}:
            if 0 <= changed - self.top < self.rows:
                self.refresh(Region(0, (changed - self.top) * height, self.size.width, height))

    def _turn_to(self, row: int) -> None:
        top = max(0, min(row, self.listing.length - self.rows))
        if top != self.top:
            self.top = top
            self.refresh()

    def _row(self, row: int) -> Headline:
        """A row's headline, asked for with the rows around it."""
        if not self._fetched_from <= row < self._fetched_from + len(self._fetched):
            self._fetched_from = max(0, row - self.rows)
            self._fetched = self.listing.window(self._fetched_from, row + 2 * self.rows)
        return self._fetched[row - self._fetched_from]
