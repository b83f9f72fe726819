"""What Textual draws by itself, in terminals that draw “ … · two cells wide: a sign of one cell stands for each.

Textual counts one cell for them, so its lines to type in, titles in frames and shades of a screen below would push what
stands beside them out of its place. What is drawn is a picture; the text itself stays as it was typed.
"""

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from zjreader.text.width import one_cell


class OneCell(Widget):
    """A widget of Textual's whose lines are as wide as Textual takes them for.

    Stands last among the bases: style sheets follow the first.
    """

    ambiguous = 1

    def draw_with(self, ambiguous: int) -> None:
        """Draw for a terminal that takes so many cells for a character of ambiguous width."""
        self.ambiguous = ambiguous
        self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """What Textual asks for."""
        strips = super().render_lines(crop)
        return strips if self.ambiguous == 1 else list(map(_stood_for, strips))


def _stood_for(strip: Strip) -> Strip:
    signs = (Segment(one_cell(text), style, control) for text, style, control in strip)
    return Strip(signs, strip.cell_length)
