"""A line to type in: the terminal's caret stands where the text goes, so that an input method opens its window there.

A paste is taken whole, its line ends as blanks; Textual's own takes the first line alone.
"""

from textual import events
from textual.geometry import Offset
from textual.widgets import Input

from zjreader.text.clean import clean_line
from zjreader.tui.one_cell import OneCell


class TextLine(Input, OneCell):
    """Textual's line with a caret that input methods find, and with pastes of several lines."""

    def __init__(self, placeholder: str) -> None:
        super().__init__(placeholder=placeholder, select_on_focus=False, compact=True)
        self.cursor_blink = False

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the next character goes; Textual's own stands a cell further on at the end of the text."""
        return super().cursor_screen_offset - Offset(int(self.cursor_at_end), 0)

    def on_focus(self) -> None:
        """The caret comes along, once it is known where the line is shown."""
        self.call_after_refresh(self._put_caret)

    def on_resize(self) -> None:
        """The same where the line has moved."""
        self.call_after_refresh(self._put_caret)

    def on_paste(self, event: events.Paste) -> None:
        """In the place of what is selected."""
        event.prevent_default()
        event.stop()
        self.replace(clean_line(event.text), *sorted(self.selection))

    def _put_caret(self) -> None:
        if self.has_focus:
            self.app.cursor_position = self.cursor_screen_offset
            self.refresh()
