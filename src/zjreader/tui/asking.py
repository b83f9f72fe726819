"""Questions in the place of the status line: yes or no, and lines to type. What is asked waits for the answer.

A question takes all keys and gives one answer; whatever is no clear yes is a no.
"""

import re
from collections.abc import Callable, Sequence
from typing import ClassVar, TypeVar

from textual import events, getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.suggester import Suggester, SuggestFromList
from textual.widgets import Input

from zjreader.errors import UsageError
from zjreader.messages import _
from zjreader.text.clean import Clean, clean, clean_line
from zjreader.text.width import cells
from zjreader.tui.history import History
from zjreader.tui.key import bindings
from zjreader.tui.keys import ASKING
from zjreader.tui.overlay import OverScreen
from zjreader.tui.painted import Bar, Piece
from zjreader.tui.text_line import TextLine

_BLANKS = re.compile(r"\s+")
_BREAKS = re.compile(r"[\t\n]")
_NO_HISTORY = History()
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
        """Any key is an answer."""
        event.stop()
        self.answer(event.key == "y")

    def on_click(self) -> None:
        """To go on elsewhere is a no."""
        self.answer(False)


class AnswerLine(TextLine):
    """Where an answer is typed: what is likely is completed, earlier answers are recalled."""

    def __init__(self, hint: str, suggester: Suggester | None = None, history: History = _NO_HISTORY) -> None:
        super().__init__(hint)
        self.suggester = suggester
        self._history = history

    def validate_value(self, value: str) -> str:
        """Clean, on one line; blanks stay, since a quotation mark may hold them together."""
        return _BREAKS.sub(" ", clean(value))

    def recall(self, step: int) -> None:
        """An earlier answer (-1), or a later one (1)."""
        self._history = self._history.recalled(clean_line(self.value), step)
        self.value = self._history.shown
        self.action_end()


class LabelLine(AnswerLine):
    """A label's name; those that were given before are completed."""

    def __init__(self, known: Sequence[Clean]) -> None:
        super().__init__(" ".join(known), SuggestFromList(known))

    def validate_value(self, value: str) -> str:
        """Clean, on one line, without the sign that the list puts before a label."""
        return _BLANKS.sub(" ", clean(value)).lstrip(" #")


class TroubleLine(Bar):
    """Why an answer is none, above the line in which it is typed; of no height while nothing is wrong."""


class LineScreen(AskingScreen[Clean | None]):
    """Asks for a line; None where none is given. A line that cannot be is told and stays to be mended."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(ASKING)]

    line = getters.query_one(AnswerLine)
    trouble = getters.query_one(TroubleLine)

    def __init__(self, asked: str, line: AnswerLine, check: Callable[[Clean], object] = str) -> None:
        """`check` raises UsageError for a line that cannot be."""
        super().__init__()
        self._asked = clean_line(asked)
        self._line = line
        self._check = check

    def compose(self) -> ComposeResult:
        """What is asked, and where it is typed."""
        yield TroubleLine()
        with Horizontal():
            yield Bar()
            yield self._line

    def on_mount(self) -> None:
        """Ask."""
        bar = self.query("Horizontal > Bar").only_one(Bar)
        bar.styles.width = cells(self._asked) + 1
        bar.show(Piece(self._asked, "strong"))
        self.line.focus()

    def action_complete(self) -> None:
        """Take what is suggested."""
        self.line.action_cursor_right()

    def action_recall(self, step: int) -> None:
        """An earlier answer, or a later one."""
        self.line.recall(step)

    def action_give_up(self) -> None:
        """Give no answer."""
        self.answer(None)

    @on(Input.Changed)
    def _forget_trouble(self, event: Input.Changed) -> None:
        event.stop()
        self.remove_class("wrong")

    @on(Input.Submitted)
    def _answer(self, event: Input.Submitted) -> None:
        event.stop()
        line = Clean(event.value.strip())
        try:
            self._check(line)
        except UsageError as error:
            self.trouble.show(Piece(clean_line(str(error)), "error"))
            self.add_class("wrong")
        else:
            self.answer(line or None)


def _beside(answer: str) -> Clean:
    return Clean(f" {clean_line(answer)}  ")
