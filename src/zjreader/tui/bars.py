"""The two lines at the foot of the screen: what was just done, and the keys that matter in the pane one is in."""

from zjreader.messages import _
from zjreader.text.clean import Clean, clean_line
from zjreader.text.width import cells
from zjreader.tui.key import Pane
from zjreader.tui.keymap import AS_WRITTEN, Keymap
from zjreader.tui.keys import GROUPS
from zjreader.tui.painted import Bar, Piece, Pieces

_BETWEEN = Clean("  ")


class StatusLine(Bar):
    """The last act or error, in one line; before it what goes on in the background, until that is over."""

    def __init__(self) -> None:
        super().__init__()
        self._going_on: Pieces = ()
        self._said: Pieces = ()

    def show(self, *pieces: Piece) -> None:
        """Say this from now on."""
        self._said = pieces
        super().show(*self._going_on, *pieces)

    def go_on(self, *pieces: Piece) -> None:
        """Tell this of the background from now on, beside what is said."""
        self._going_on = tuple(Piece(Clean(f"{text}{_BETWEEN}"), look) for text, look in pieces)
        self.show(*self._said)


class KeyLine(Bar):
    """The keys of a pane."""

    def __init__(self, keymap: Keymap = AS_WRITTEN) -> None:
        super().__init__()
        self.pane: Pane = "list"
        self._keymap = keymap

    def show_keys(self, pane: Pane) -> None:
        """Show the keys of this pane."""
        self.pane = pane
        self.show(*key_pieces(pane, self.size.width, self._keymap, self.ambiguous))

    def lay_out(self) -> None:
        """As many keys as now fit."""
        self.show_keys(self.pane)


def key_pieces(pane: Pane, width: int, keymap: Keymap = AS_WRITTEN, ambiguous: int = 1) -> Pieces:
    """A pane's keys in at most `width` cells, whole ones only."""
    pieces: list[Piece] = []
    for key in (key for _name, keys in GROUPS for key in keymap.of(keys) if pane in key.panes):
        shown, says = clean_line(key.shown[0]), clean_line(" " + _(key.says))
        width -= cells(shown, ambiguous) + 1 + cells(says, ambiguous) + cells(_BETWEEN)
        if width < -cells(_BETWEEN):
            break
        pieces += [Piece(shown, "key"), Piece(Clean(f" {says}{_BETWEEN}"), "muted")]
    return tuple(pieces)
