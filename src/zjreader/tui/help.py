"""The help: every key there is, from the table that the bindings are made from."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content

from zjreader.messages import _
from zjreader.text.clean import Clean, clean_line
from zjreader.text.line_breaks import break_lines, prepare
from zjreader.text.width import fit
from zjreader.tui.key import Key, bindings
from zjreader.tui.keymap import AS_WRITTEN, Keymap
from zjreader.tui.keys import CLOSING, GROUPS
from zjreader.tui.overlay import OverScreen
from zjreader.tui.page import Page
from zjreader.tui.painted import Piece, Pieces

_KEYS = 16
"""Cells of the column of keys."""


class HelpPage(Page):
    """The table of keys."""

    def __init__(self, keymap: Keymap) -> None:
        super().__init__()
        self.lines: tuple[Pieces, ...] = ()
        self._keymap = keymap

    @property
    def length(self) -> int:
        """How many lines the table has."""
        return len(self.lines)

    def pieces_at(self, line: int) -> Pieces:
        """A line of the table."""
        return self.lines[line]

    def lay_out(self) -> None:
        """Set the table anew."""
        self.lines = key_lines(self.size.width, self._keymap, self.ambiguous)
        self._strips.clear()
        self.turn_to(self.top)
        self.refresh()


class HelpScreen(OverScreen[None]):
    """The help over the screen that it is about."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(CLOSING)]
    AUTO_FOCUS = "HelpPage"

    def __init__(self, keymap: Keymap = AS_WRITTEN) -> None:
        """`keymap` says which keys are in force."""
        super().__init__()
        self._keymap = keymap

    def compose(self) -> ComposeResult:
        """A frame with a page."""
        with Vertical() as frame:
            frame.border_title = Content(clean_line(_("Keys")))
            frame.border_subtitle = Content(self._keymap.hint("help.close", "move.down", "move.up"))
            yield HelpPage(self._keymap)


def key_lines(width: int, keymap: Keymap = AS_WRITTEN, ambiguous: int = 1) -> tuple[Pieces, ...]:
    """The table of keys in lines of `width` cells: group by group, keys, then what they do."""
    lines: list[Pieces] = []
    for name, keys in GROUPS:
        lines.append((Piece(clean_line(_(name)), "heading"),))
        for key in keymap.of(keys):
            lines += _described(key, width, ambiguous)
        lines.append(())
    return tuple(lines[:-1])


def _described(key: Key, width: int, ambiguous: int) -> list[Pieces]:
    tells = clean_line(_(key.tells))
    column = fit(clean_line(" ".join(key.shown)), _KEYS, ambiguous)
    lines: list[Pieces] = []
    for start, stop in break_lines(prepare(tells, ambiguous=ambiguous), max(1, width - _KEYS)):
        lines.append((Piece(column, "key"), Piece(Clean(tells[start:stop]))))
        column = Clean(" " * _KEYS)
    return lines
