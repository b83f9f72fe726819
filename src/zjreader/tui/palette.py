"""The palette: every command that acts here, found by a few letters of its name and run as its key would run it.

Made from the table of keys. It only says which command was chosen; whoever opened it runs it.
"""

from collections.abc import Sequence
from typing import ClassVar

from textual import events, getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.strip import Strip
from textual.widgets import Input

from zjreader.messages import _
from zjreader.text.clean import Clean, clean_line
from zjreader.text.width import cells, fit
from zjreader.tui.command_search import find
from zjreader.tui.key import Key, bindings
from zjreader.tui.keys import FINDING
from zjreader.tui.overlay import OverScreen
from zjreader.tui.painted import LinePainted, Piece, Pieces
from zjreader.tui.text_line import TextLine

_NAME = 16
"""Cells of the column of names."""


class CommandLine(TextLine):
    """Where one types a few letters of a command."""

    def __init__(self) -> None:
        super().__init__(_("a command: Chinese, pinyin initials, English"))

    def validate_value(self, value: str) -> str:
        """What is typed passes the gate like everything else."""
        return clean_line(value)


class CommandList(LinePainted):
    """Commands, one of them chosen."""

    class Clicked(Message):
        """A command was clicked."""

    def __init__(self) -> None:
        super().__init__()
        self.commands: tuple[Key, ...] = ()
        self.row = 0

    @property
    def chosen(self) -> Key | None:
        """The command under the cursor."""
        return self.commands[self.row] if self.commands else None

    def show(self, commands: Sequence[Key]) -> None:
        """Show these commands; the first is chosen."""
        self.commands, self.row = tuple(commands), 0
        self.refresh()

    def go(self, row: int) -> None:
        """Choose another row, or the nearest there is."""
        self.row = max(0, min(row, len(self.commands) - 1))
        self.refresh()

    def line_at(self, y: int) -> Strip:
        """The command `y` lines below the top; the chosen one is always shown."""
        row = y + max(0, self.row - self.size.height + 1)
        if row >= len(self.commands):
            said = Clean("") if y or self.commands else clean_line(_("no such command"))
            return self.strip(said, lambda: (Piece(said, "muted"),))
        key = self.commands[row]
        return self.strip(
            key, lambda: command_line(key, self.size.width, self.ambiguous), "cursor" if row == self.row else "plain"
        )

    def on_click(self, event: events.Click) -> None:
        """A click chooses and runs."""
        self.go(event.y + max(0, self.row - self.size.height + 1))
        self.post_message(self.Clicked())


class PaletteScreen(OverScreen[Key]):
    """The palette over the screen whose commands it offers."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(FINDING)]
    AUTO_FOCUS = "CommandLine"

    typed = getters.query_one(CommandLine)
    found = getters.query_one(CommandList)

    def __init__(self, offered: Sequence[Key]) -> None:
        """`offered` bear the keys that are in force."""
        super().__init__()
        self._offered = tuple(offered)

    def compose(self) -> ComposeResult:
        """A line to type in, the commands below it."""
        with Vertical() as frame:
            frame.border_title = Content(clean_line(_("Commands")))
            yield CommandLine()
            yield CommandList()

    def on_mount(self) -> None:
        """All of them to begin with."""
        self.found.show(self._offered)

    def action_choose(self, rows: int) -> None:
        """Some rows down, or up."""
        self.found.go(self.found.row + rows)

    @on(Input.Changed)
    def _find(self, event: Input.Changed) -> None:
        self.found.show(find(event.value, self._offered))

    @on(Input.Submitted)
    @on(CommandList.Clicked)
    def _run(self) -> None:
        if self.found.chosen and self.is_current:
            self.dismiss(self.found.chosen)


def command_line(key: Key, width: int, ambiguous: int = 1) -> Pieces:
    """A command in `width` cells: its name, what it does as far as there is room, its first key at the end."""
    shown = clean_line(key.shown[0])
    name = fit(clean_line(_(key.says)), min(_NAME, width), ambiguous)
    room = width - cells(name, ambiguous) - cells(shown, ambiguous) - 1
    if room < 0:
        return (Piece(name),)
    return (
        Piece(name),
        Piece(fit(clean_line(_(key.tells)), room, ambiguous), "muted"),
        Piece(Clean(f" {shown}"), "key"),
    )
