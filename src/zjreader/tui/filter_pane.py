"""The filter: the query line, what is wrong with it, when the articles appeared, and how many bear what.

Says what is asked, at each key; knows nothing of answers but the counts and errors it is given.
"""

import re
from typing import ClassVar

from textual import events, getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.strip import Strip
from textual.widgets import Input

from zjreader.errors import QueryError
from zjreader.messages import _
from zjreader.query.completing import Completion
from zjreader.text.clean import Clean, clean, clean_line
from zjreader.text.line_breaks import break_lines, prepare
from zjreader.text.width import cells, cut
from zjreader.tui.dating import dated
from zjreader.tui.facet_counts import FacetCounts
from zjreader.tui.history import History
from zjreader.tui.key import bindings
from zjreader.tui.keys import QUERYING
from zjreader.tui.one_cell import OneCell
from zjreader.tui.painted import LinePainted, Piece
from zjreader.tui.query_remarks import QueryRemarks
from zjreader.tui.suggestions import Suggestions
from zjreader.tui.text_line import TextLine
from zjreader.tui.time_bars import TimeBars

_BLANKS = re.compile(r"\s+")


class QueryLine(TextLine):
    """One line of query language; what is typed or pasted passes the gate before it is shown."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(QUERYING)]

    class Done(Message):
        """The reader wants to go on in the list."""

    def __init__(self, history: tuple[Clean, ...] = ()) -> None:
        super().__init__(_("words to find, -word to leave out"))
        self.history = History(history)
        self.completed: Clean | None = None

    def validate_value(self, value: str) -> str:
        """Clean, and blanks as the query language reads them, so that an error's place is a place here."""
        return _BLANKS.sub(" ", clean(value)).lstrip()

    def action_done(self) -> None:
        """To the list."""
        self.post_message(self.Done())

    def action_complete(self) -> None:
        """Take what is offered first; elsewhere than at the end of the text, one character on."""
        if self.completed is not None and self.cursor_at_end:
            self.value = self.completed
            self.cursor_position = len(self.value)
        else:
            self.action_cursor_right()

    def action_recall(self, step: int) -> None:
        """An earlier query, or a later one; below the newest lies the list."""
        if step > 0 and not self.history.back:
            self.action_done()
            return
        self.history = self.history.recalled(clean_line(self.value), step)
        self.value = self.history.shown
        self.cursor_position = len(self.value)

    @on(events.Blur)
    def _remember(self) -> None:
        """A query was asked when one goes on from it, not at each of its keys."""
        self.history = self.history.remembered(clean_line(self.value))


class QueryTrouble(LinePainted):
    """A query's error: a caret under its place and a sentence, of no height where there is none."""

    def __init__(self) -> None:
        super().__init__()
        self.error: QueryError | None = None
        self.lines: tuple[Clean, ...] = ()

    def show(self, error: QueryError | None) -> None:
        """Show an error, or none."""
        self.error = error
        self.lines = trouble_lines(error, self.container_size.width, self.ambiguous) if error else ()
        self.styles.height = len(self.lines)
        self.refresh()

    def lay_out(self) -> None:
        """The error for the width that there is now."""
        self.show(self.error)

    def line_at(self, y: int) -> Strip:
        """A line of the error."""
        said = self.lines[y] if y < len(self.lines) else Clean("")
        return self.strip(said, lambda: (Piece(said, "error"),))


class FilterPane(Vertical, OneCell):
    """Query line above, what it may become and what is said of it under it, timeline and counts below."""

    query_line = getters.query_one(QueryLine)
    suggestions = getters.query_one(Suggestions)
    trouble = getters.query_one(QueryTrouble)
    remarks = getters.query_one(QueryRemarks)
    time_bars = getters.query_one(TimeBars)
    counts = getters.query_one(FacetCounts)

    class Asked(Message):
        """The text of the query line has changed."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self, text: Clean, history: tuple[Clean, ...] = ()) -> None:
        super().__init__()
        self._text = text
        self._history = history

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield QueryLine(self._history)
        yield QueryTrouble()
        yield QueryRemarks()
        yield Suggestions()
        yield TimeBars()
        yield FacetCounts()

    def on_mount(self) -> None:
        """Begin with the query that was given; it is asked as if it had been typed."""
        self.query_line.value = self._text

    def clear(self) -> None:
        """Ask for everything again."""
        self.query_line.value = ""

    def show_trouble(self, error: QueryError | None) -> None:
        """Show an error, or none; what was said of the query before it is then not shown."""
        self.trouble.show(error)
        self.remarks.display = error is None

    def ask_again(self) -> None:
        """Ask once more, since what is saved has become another."""
        self.post_message(self.Asked(self.query_line.value))

    def offer(self, completions: tuple[Completion, ...]) -> None:
        """Offer what the query line may become; what is on it stays until it is taken."""
        self.query_line.completed = completions[0].query if completions else None
        self.suggestions.show(completions)

    @on(TimeBars.Chosen)
    def _date(self, event: TimeBars.Chosen) -> None:
        event.stop()
        self.query_line.value = dated(self.query_line.value, _("date"), event.asked)

    @on(Input.Changed)
    def _ask(self, event: Input.Changed) -> None:
        event.stop()
        self.query_line.completed = None  # what was offered was for another text
        self.post_message(self.Asked(event.value))


def trouble_lines(error: QueryError, width: int, ambiguous: int = 1) -> tuple[Clean, ...]:
    """A caret under the error's place, then what is wrong.

    Where the query is longer than its line, which then shows its end, the words around the place stand above the caret;
    `ambiguous` is for these words and the sentence, for in its line the query's signs take one cell each.
    """
    text, place = error.text, error.position
    setting = prepare(error.what, ambiguous=ambiguous)
    sentence = (Clean(error.what[start:stop]) for start, stop in break_lines(setting, max(1, width)))
    if cells(text) < width:
        return (_caret(cells(text[:place])), *sentence)
    start = next(at for at in range(place + 1) if cells(text[at:place], ambiguous) <= width // 2)
    return (cut(Clean(text[start:]), width, ambiguous), _caret(cells(text[start:place], ambiguous)), *sentence)


def _caret(at: int) -> Clean:
    return Clean(" " * at + "^")
