"""The versions of an article over the screen: a list of them, newest first, and what changed since the one chosen."""

from collections.abc import Sequence
from datetime import tzinfo
from typing import ClassVar

from textual import events, getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.strip import Strip

from zjreader.article import Moment, Version
from zjreader.formats.credits import shown_time
from zjreader.messages import _
from zjreader.text.clean import Clean, clean_line
from zjreader.text.redline import redline
from zjreader.text.typeset import PRINT, Style, measure_in
from zjreader.text.width import cut
from zjreader.tui.key import bindings
from zjreader.tui.keymap import AS_WRITTEN, Keymap
from zjreader.tui.keys import COMPARING, MOVING
from zjreader.tui.overlay import OverScreen
from zjreader.tui.page import Page
from zjreader.tui.painted import LinePainted, Piece, Pieces
from zjreader.versions import compared, since

MOST_ROWS = 8
"""Versions in sight at once; the difference needs the room."""


class VersionList(LinePainted, can_focus=True):
    """Numbers, times and titles, one of them chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(MOVING)]

    class Chosen(Message):
        """Another version is chosen."""

    def __init__(self, versions: Sequence[Version], zone: tzinfo | None) -> None:
        super().__init__()
        self.rows = version_rows(versions, zone)
        self.row = 0

    @property
    def number(self) -> int:
        """The number of the chosen version, 1 being the first."""
        return len(self.rows) - self.row

    def line_at(self, y: int) -> Strip:
        """The version `y` lines below the top; the chosen one is always shown."""
        row = y + self._above
        ground = "plain" if row != self.row else "cursor" if self.has_focus else "resting"
        return self.strip(row, lambda: (Piece(cut(self.rows[row], self.size.width, self.ambiguous)),), ground)

    def go(self, row: int) -> None:
        """Choose another row, or the nearest there is."""
        self.row = max(0, min(row, len(self.rows) - 1))
        self.refresh()
        self.post_message(self.Chosen())

    def action_move(self, rows: int) -> None:
        """Some rows down, or up."""
        self.go(self.row + rows)

    def action_first(self) -> None:
        """To the newest."""
        self.go(0)

    def action_last(self) -> None:
        """To the first of all versions."""
        self.go(len(self.rows))

    def action_half(self, halves: int) -> None:
        """Half of what is shown down, or up."""
        self.go(self.row + halves * max(1, self.size.height // 2))

    def action_page(self, pages: int) -> None:
        """All of what is shown down, or up."""
        self.go(self.row + pages * max(1, self.size.height))

    def on_click(self, event: events.Click) -> None:
        """A click chooses."""
        self.go(event.y + self._above)

    @property
    def _above(self) -> int:
        return max(0, self.row - self.size.height + 1)


class DifferencePage(Page):
    """What changed between two versions."""

    def __init__(self, versions: Sequence[Version], style: Style = PRINT) -> None:
        super().__init__()
        self.lines: tuple[Pieces, ...] = ()
        self._versions = versions
        self.print_style = style
        self._difference = compared(versions).difference

    @property
    def length(self) -> int:
        """How many lines the difference has."""
        return len(self.lines)

    def show(self, number: int) -> None:
        """Show what changed since this version; of the newest, since the one before it."""
        self._difference = compared(self._versions, number).difference
        self.lay_out()
        self.turn_to(0)

    def pieces_at(self, line: int) -> Pieces:
        """A line of the difference."""
        return self.lines[line]

    def lay_out(self) -> None:
        """Set the difference anew."""
        style = self.print_style._replace(ambiguous=self.ambiguous)
        lines = redline(self._difference, measure_in(self.size.width), style)
        self.lines = tuple(tuple(Piece(*run) for run in line) for line in lines)
        self.turn_to(self.top)
        self.draw_anew()


class VersionsScreen(OverScreen[None]):
    """The list above, the difference below it; one goes into the difference and back."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(COMPARING)]
    AUTO_FOCUS = "VersionList"

    versions = getters.query_one(VersionList)
    page = getters.query_one(DifferencePage)

    def __init__(
        self, versions: Sequence[Version], zone: tzinfo | None, style: Style = PRINT, keymap: Keymap = AS_WRITTEN
    ) -> None:
        """`versions` are two or more, oldest first; times are shown in `zone`, the keys that are in force told."""
        super().__init__()
        self._keymap = keymap
        self._versions = versions
        self._zone = zone
        self._style = style

    def compose(self) -> ComposeResult:
        """A frame with both."""
        with Vertical() as frame:
            frame.border_title = Content(clean_line(_("Versions")))
            frame.border_subtitle = Content(self._keymap.hint("versions.open", "versions.back"))
            rows = VersionList(self._versions, self._zone)
            rows.styles.height = min(len(self._versions), MOST_ROWS)
            yield rows
            yield DifferencePage(self._versions, self._style)

    def on_version_list_chosen(self) -> None:
        """The difference follows the list."""
        self.page.show(self.versions.number)

    def action_open(self) -> None:
        """Into the difference."""
        self.page.focus()

    def action_back(self) -> None:
        """From the difference to the list, from there to the article."""
        if self.page.has_focus:
            self.versions.focus()
        else:
            self.dismiss()


def version_rows(versions: Sequence[Version], zone: tzinfo | None) -> tuple[Clean, ...]:
    """A line for each version, newest first: its number, since when it stood, its title."""
    width = len(str(len(versions)))
    times = (shown_time(Moment(time, "second", None), zone) for time in since(versions))
    rows = [
        Clean(f"{number:>{width}}  {time}  {version.record.article.title}")
        for number, (version, time) in enumerate(zip(versions, times, strict=True), 1)
    ]
    return tuple(reversed(rows))
