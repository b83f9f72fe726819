"""Lines on which a drag of the mouse selects text; past an edge the lines move on under it.

Not Textual's own selecting: that counts cells as Textual does, not as this terminal draws “ and —, would take a double
click for the whole pane, and knows lines as they are shown, not as they are numbered.
"""

from textual import events
from textual.geometry import Region
from textual.message import Message

from zjreader.article import Span
from zjreader.text.clean import Clean
from zjreader.text.typeset import BLANK, Line
from zjreader.text.width import cut
from zjreader.tui.painted import LinePainted
from zjreader.tui.selection import Point, Selection, selected_text

_LEFT = 1


class Selectable(LinePainted):
    """Lines of which characters can be selected; what is text in them, `text_in` says."""

    class Selected(Message):
        """A drag came to its end, and this is what it selected."""

        def __init__(self, text: Clean) -> None:
            super().__init__()
            self.text = text

    def __init__(self) -> None:
        super().__init__()
        self.selection: Selection | None = None
        self._pressed: Point | None = None

    @property
    def margin(self) -> int:
        """Cells, all of them blanks, before the drawn text of every line."""
        return 0

    def number_at(self, y: int) -> int:
        """The number of the line `y` below the widget's top."""
        return y

    def text_in(self, _number: int) -> Line:
        """The text that is drawn in a line; what the line shows besides is none of it."""
        return BLANK

    def turn_by(self, lines: int) -> None:
        """Show what lies some lines further down, or up."""

    def selected_in(self, number: int) -> Span | None:
        """What is selected of a line's drawn text."""
        if not self.selection or number not in self.selection.lines:
            return None
        return self.selection.on(number, len(self.text_in(number).shown))

    def select_nothing(self) -> None:
        """Drop the selection, and a drag that is under way."""
        self._pressed = None
        if self.selection:
            self.selection = None
            self.refresh()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A drag may begin here."""
        self.select_nothing()
        if event.button == _LEFT:
            self._pressed = self._point(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """With the button held, select from where it was pressed."""
        if self._pressed is None:
            return
        if not 0 <= event.y < self.size.height:
            self.turn_by(1 if event.y > 0 else -1)
        point = self._point(event)
        if self.selection or point != self._pressed:
            self.capture_mouse()
            before, self.selection = self.selection, Selection(self._pressed, point)
            self._repaint_between(before.reached.line if before else point.line, point.line)

    def on_mouse_up(self) -> None:
        """What was selected stays so until the next press."""
        self._pressed = None
        self.release_mouse()
        if self.selection and (text := self._selected_text(self.selection)):
            self.post_message(self.Selected(text))

    def _selected_text(self, selection: Selection) -> Clean:
        return selected_text([self.text_in(number) for number in selection.lines], selection)

    def _point(self, event: events.MouseEvent) -> Point:
        number = self.number_at(max(0, min(event.y, self.size.height - 1)))
        before = cut(self.text_in(number).shown, max(0, event.x - self.margin), self.ambiguous)
        return Point(number, len(before))

    def _repaint_between(self, one: int, other: int) -> None:
        touched = range(min(one, other), max(one, other) + 1)
        for y in range(self.size.height):
            if self.number_at(y) in touched or (self._pressed and self.number_at(y) == self._pressed.line):
                self.refresh(Region(0, y, self.size.width, 1))
