"""Widgets that paint their own lines, straight from the pieces of text that pure functions make.

Only `Clean` text gets in and only plain segments come out: no markup is read, so none can act, and no byte of an
article reaches the terminal but as the character it is. Painting skips Textual's styles cache (half of the work of a
key); frames and padding therefore belong to the container.
"""

from collections.abc import Callable, Hashable
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.css.styles import RenderStyles
from textual.dom import DOMNode
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from zjreader.article import Span
from zjreader.text.clean import Clean
from zjreader.text.width import cells, cut

MOST_STRIPS = 1024
"""Strips kept by a widget; some ten screens of them, a few hundred kilobytes."""

LOOKS = (
    "plain", "strong", "muted", "match", "found", "current", "hint", "sign", "key", "error",
    "title", "byline", "heading", "quote", "caption", "note", "editor", "link", "taken", "put",
    "cursor", "resting", "left",
)  # fmt: skip
"""What a piece or, the last three, the ground of a line can look like; the style sheet calls each `line--NAME`."""

SELECTED = "selected"
"""The look of what the mouse has selected: its ground reversed, which shows on every ground and without colours."""

_ON_REVERSED_GROUND = frozenset({"current", "hint", SELECTED})  # style sheets have no such ground in Textual 8.2
_REVERSED = Style(reverse=True)


class Piece(NamedTuple):
    """A text and its look."""

    text: Clean
    look: str = "plain"


Pieces = tuple[Piece, ...]


def marked(text: Clean, spans: tuple[Span, ...], look: str = "plain", found: str = "match") -> Pieces:
    """The text in one look, the spans, in order and apart, in that of what is found; what lies beyond is cut."""
    pieces: list[Piece] = []
    done = 0
    for start, stop in spans:
        begin, end = max(start, done), min(stop, len(text))
        if begin < end:
            pieces += (Piece(Clean(text[done:begin]), look), Piece(Clean(text[begin:end]), found))
            done = end
    pieces.append(Piece(Clean(text[done:]), look))
    return tuple(piece for piece in pieces if piece.text)


def laid_over(pieces: Pieces, at: int, over: Piece) -> Pieces:
    """The pieces with another laid over their characters from `at` on; what would reach beyond them is not there."""
    covered: list[Piece] = []
    done = 0
    for text, look in pieces:
        begin, end = (min(max(place - done, 0), len(text)) for place in (at, at + len(over.text)))
        middle = Clean(over.text[done + begin - at :][: end - begin])
        covered += (Piece(Clean(text[:begin]), look), Piece(middle, over.look), Piece(Clean(text[end:]), look))
        done += len(text)
    return tuple(piece for piece in covered if piece.text)


class LinePainted(Widget):
    """A widget of lines; what it shows at a line, `line_at` says."""

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self.ambiguous = 1
        self.held = False
        self._strips: dict[Hashable, Strip] = {}
        self._looks: dict[str, RenderStyles] = {}

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 -- Textual's
        """No key of the widget acts while it is held: then the screen waits for one."""
        return not self.held

    def draw_with(self, ambiguous: int) -> None:
        """Draw for a terminal that takes so many cells for a character of ambiguous width."""
        self.ambiguous = ambiguous
        self.lay_out()
        self.draw_anew()

    def draw_anew(self) -> None:
        """Draw every line again: what lies on them is another than it was."""
        self._strips.clear()
        self.refresh()

    def lay_out(self) -> None:
        """Make anew what was made for a width, the widget's or that of its characters; where nothing was, nothing."""

    def on_resize(self) -> None:
        """Another width."""
        self.lay_out()

    def line_at(self, y: int) -> Strip:
        """The line `y` below the widget's top, as wide as the widget."""
        raise NotImplementedError

    def strip(self, key: Hashable, draw: Callable[[], Pieces], ground: str = "plain") -> Strip:
        """The strip of some pieces on a ground, as wide as the widget; drawn once for a key, a ground and a width."""
        width = self.size.width
        known = (key, ground, width)
        strip = self._strips.get(known)
        if strip is None:
            if len(self._strips) >= MOST_STRIPS:
                self._strips.clear()
            pieces = draw()
            segments = [Segment(piece.text, self._style(piece.look, ground)) for piece in pieces]
            shown, left = self._room(pieces)
            strip = Strip(segments).adjust_cell_length(shown)
            strip = strip.adjust_cell_length(shown + left, self._style("plain", ground))
            for each in self.get_line_filters():  # NO_COLOR is one of them
                strip = strip.apply_filter(each, self.background_colors[1])
            self._strips[known] = strip
        return strip

    def _room(self, pieces: Pieces) -> tuple[int, int]:
        """The cells of what the widget can show and those left free, as Textual counts: each ambiguous one as 1."""
        text = cut("".join(piece.text for piece in pieces), self.size.width, self.ambiguous)
        return cells(text), self.size.width - cells(text, self.ambiguous)

    def render_lines(self, crop: Region) -> list[Strip]:
        """What Textual asks for."""
        return [self.line_at(y).crop(crop.x, crop.right) for y in range(crop.y, crop.bottom)]

    def notify_style_update(self) -> None:
        """Colours have changed: with the theme, or because the focus came or went."""
        self._strips.clear()
        self._looks.clear()
        super().notify_style_update()

    def get_component_styles(self, *names: str) -> RenderStyles:
        """How looks look, found out for those that are asked for: twenty for each widget would be most of a start."""
        (name,) = names
        if name not in self._looks:
            node = DOMNode(classes=name)
            node._attach(self)  # noqa: SLF001 -- what Textual does for COMPONENT_CLASSES, all of them at each change
            self.app.stylesheet.apply(node, animate=False)
            self._looks[name] = node.styles
        return self._looks[name]

    def _style(self, look: str, ground: str) -> Style:
        name = "plain" if look == SELECTED else look
        style = self.get_visual_style(f"line--{name}", f"line--{ground}").rich_style
        return style + _REVERSED if look in _ON_REVERSED_GROUND else style


class Bar(LinePainted):
    """One line of text."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: Pieces = ()

    def show(self, *pieces: Piece) -> None:
        """Show these pieces from now on."""
        self.pieces = pieces
        self.refresh()

    def line_at(self, y: int) -> Strip:
        """The pieces in the first line."""
        pieces = self.pieces if y == 0 else ()
        return self.strip(pieces, lambda: pieces)
