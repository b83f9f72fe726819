"""Questions in the place of the status line: yes or no, and a label's name. What is asked waits for the answer.

A question takes all keys and gives one answer; whatever is no clear yes is a no.
"""

import re
from collections.abc import Sequence
from typing import ClassVar, TypeVar

from textual import events, getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.suggester import SuggestFromList
from textual.widgets import Input

from zjreader.messages import _
from zjreader.text.clean import Clean, clean, clean_line
from zjreader.text.width import cells
from zjreader.tui.keys import ASKING, bindings
from zjreader.tui.overlay import OverScreen
from zjreader.tui.painted import Bar, Piece
from zjreader.tui.text_line import TextLine

_BLANKS = re.compile(r"\s+")
_Answer = TypeVar("_Answer")


class AskingScreen(OverScreen[_Answer]):
    """A line over the status line, the rest of the screen as it was."""

    VERTICAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-low"), (16, "-high")]  # noqa: RUF012 -- as Textual types it

    def answer(self, answer: _Answer) -> None:
        """The first answer counts; keys that came in the same moment come too late."""
        if self.is_current:
            self.dismiss(answer)


class YesNoScreen(AskingScreen[bool]):
    """A question that `y` says yes to and any other key no."""

    question = getters.query_one(Bar)

    def __init__(self, question: str) -> None:
        super().__init__()
        self._question = clean_line(question)

    def compose(self) -> ComposeResult:
        """One line."""
        yield Bar()

    def on_mount(self) -> None:
        """Ask."""
        self.question.show(
            Piece(self._question, "strong"),
            Piece(Clean("  ")),
            Piece(Clean("y"), "key"),
            Piece(_beside(_("yes")), "muted"),
            Piece(Clean("n"), "key"),
            Piece(_beside(_("no")), "muted"),
        )

    def on_key(self, event: events.Key) -> None:
        """Any key is an answer; what is typed after the answer is for the screen below."""
        event.stop()
        if self.is_current:
            self.answer(event.key == "y")
        else:
            self.app.simulate_key(event.key)

    def on_click(self) -> None:
        """To go on elsewhere is a no."""
        self.answer(False)


class LabelLine(TextLine):
    """A label's name; those that were given before are completed."""

    def __init__(self, known: Sequence[Clean]) -> None:
        super().__init__(" ".join(known))
        self.suggester = SuggestFromList(known)

    def validate_value(self, value: str) -> str:
        """Clean, on one line, without the sign that the list puts before a label."""
        return _BLANKS.sub(" ", clean(value)).lstrip(" #")


class LabelScreen(AskingScreen[Clean | None]):
    """Asks for a label; None where none is given."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(ASKING)]

    label = getters.query_one(LabelLine)

    def __init__(self, known: Sequence[Clean]) -> None:
        super().__init__()
        self._known = known

    def compose(self) -> ComposeResult:
        """What is asked, and where it is typed."""
        with Horizontal():
            yield Bar()
            yield LabelLine(self._known)

    def on_mount(self) -> None:
        """Ask."""
        asked, bar = clean_line(_("label:")), self.query_one(Bar)
        bar.styles.width = cells(asked) + 1
        bar.show(Piece(asked, "strong"))
        self.label.focus()

    def action_complete(self) -> None:
        """Take the label that is suggested."""
        self.label.action_cursor_right()

    def action_give_up(self) -> None:
        """Give no label."""
        self.answer(None)

    @on(Input.Submitted)
    def _answer(self, event: Input.Submitted) -> None:
        event.stop()
        self.answer(clean_line(event.value) or None)


def _beside(answer: str) -> Clean:
    return Clean(f" {clean_line(answer)}  ")
