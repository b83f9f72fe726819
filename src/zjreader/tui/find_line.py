"""The line at the foot of the page in which a word is typed that is to be found in the article."""

import re
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import Input

from zjreader.messages import _
from zjreader.text.clean import clean
from zjreader.tui.key import bindings
from zjreader.tui.keys import SEEKING
from zjreader.tui.text_line import TextLine

_BLANKS = re.compile(r"\s+")


class FindLine(TextLine):
    """A word, taken as it stands; seen only while it is typed in."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(SEEKING)]

    class Asked(Message):
        """The word has changed."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Left(Message):
        """The reader goes back to the text; what was found stays marked or, if `kept` is not, does not."""

        def __init__(self, *, kept: bool) -> None:
            super().__init__()
            self.kept = kept

    def __init__(self) -> None:
        super().__init__(_("find in the article"))
        self.display = False

    def open(self) -> None:
        """Show the line, with the last word chosen so that the next one takes its place."""
        self.display = True
        self.focus()
        self.select_all()

    def validate_value(self, value: str) -> str:
        """Clean, on one line."""
        return _BLANKS.sub(" ", clean(value)).lstrip()

    def action_done(self) -> None:
        """To the text, with what was found."""
        self.post_message(self.Left(kept=True))

    def action_abandon(self) -> None:
        """To the text as it was."""
        self.post_message(self.Left(kept=False))

    def on_blur(self) -> None:
        """Gone with the focus."""
        self.display = False

    @on(Input.Changed)
    def _ask(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Asked(event.value))
