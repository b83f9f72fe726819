"""The filter: the query line, what is wrong with it, and how many articles bear what.

Says what is asked, at each key; knows nothing of answers but the counts and errors it is given.
"""

import re
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.strip import Strip
from textual.widgets import Input

from zjreader.errors import QueryError
from zjreader.messages import _
from zjreader.text.clean import Clean, clean
from zjreader.text.line_breaks import break_lines, prepare
from zjreader.text.width import cells
from zjreader.tui.facets import Facet, facet_lines
from zjreader.tui.keys import QUERYING, bindings
from zjreader.tui.painted import LinePainted, Piece, Pieces

_BLANKS = re.compile(r"\s+")


class QueryLine(Input):
    """One line of query language; what is typed or pasted passes the gate before it is shown."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(QUERYING)]

    class Done(Message):
        """The reader wants to go on in the list."""

    def __init__(self) -> None:
        super().__init__(placeholder=_("words to find, -word to leave out"), select_on_focus=False, compact=True)
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """Clean, and blanks as the query language reads them, so that an error's place is a place here."""
        return _BLANKS.sub(" ", clean(value)).lstrip()

    def action_done(self) -> None:
        """To the list."""
        self.post_message(self.Done())


class QueryTrouble(LinePainted):
    """A query's error: a caret under its place and a sentence, of no height where there is none."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[Clean, ...] = ()

    def show(self, error: QueryError | None) -> None:
        """Show an error, or none."""
        self.lines = _trouble(error, self.container_size.width) if error else ()
        self.styles.height = len(self.lines)
        self.refresh()

    def line_at(self, y: int) -> Strip:
        """A line of the error."""
        said = self.lines[y] if y < len(self.lines) else Clean("")
        return self.strip(said, lambda: (Piece(said, "error"),))


class FacetCounts(LinePainted):
    """Counts by field."""

    def __init__(self) -> None:
        super().__init__()
        self.facets: tuple[Facet, ...] = ()
        self.lines: tuple[Pieces, ...] = ()

    def show(self, facets: tuple[Facet, ...]) -> None:
        """Show these counts."""
        self.facets = facets
        lines = facet_lines(facets, *self.size)
        if lines != self.lines:
            self.lines = lines
            self.refresh()

    def on_resize(self) -> None:
        """As many as now fit."""
        self.show(self.facets)

    def line_at(self, y: int) -> Strip:
        """A line of the counts, nothing below the last."""
        pieces = self.lines[y] if y < len(self.lines) else ()
        return self.strip(pieces, lambda: pieces)


class FilterPane(Vertical):
    """Query line above, error under it, counts below."""

    query_line = getters.query_one(QueryLine)
    trouble = getters.query_one(QueryTrouble)
    counts = getters.query_one(FacetCounts)

    class Asked(Message):
        """The text of the query line has changed."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self, text: Clean) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield QueryLine()
        yield QueryTrouble()
        yield FacetCounts()

    def on_mount(self) -> None:
        """Begin with the query that was given; it is asked as if it had been typed."""
        self.query_line.value = self._text

    def clear(self) -> None:
        """Ask for everything again."""
        self.query_line.value = ""

    @on(Input.Changed)
    def _ask(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Asked(event.value))


def _trouble(error: QueryError, width: int) -> tuple[Clean, ...]:
    place = cells(error.text[: error.position])
    said = error.what
    sentence = [Clean(said[start:stop]) for start, stop in break_lines(prepare(said), max(1, width))]
    return (Clean(" " * place + "^"), *sentence) if place < width else tuple(sentence)
