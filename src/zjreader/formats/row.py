"""What every format is given: rows, and how they shall be laid out.

A format is a function from rows to chunks of text that end their lines with LF. It decides nothing about streams,
terminals or clocks and refuses no article; what it cannot say of one it leaves empty.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import tzinfo
from typing import Literal, NamedTuple

from zjreader.article import UNTOUCHED, Record, Span, State
from zjreader.text.typeset import MOST_MEASURE, PRINT, Style


class Match(NamedTuple):
    """Where a query hit: characters of one field's text."""

    field: Literal["title", "summary", "body"]
    span: Span


class Row(NamedTuple):
    """A record with what the reader did to it; `--no-state` is a row whose state is untouched."""

    record: Record
    state: State = UNTOUCHED
    matches: tuple[Match, ...] = ()


class Layout(NamedTuple):
    """The options of the formats; each heeds those that mean something to it.

    `fields` names JSON keys, None the format's own choice. `full` adds texts, `matches` the hits. `null` ends records
    with NUL. `width` counts cells; of these a page set in `style` takes `measure` at most. `zone` is where times are
    shown; None leaves them as they were published.
    """

    fields: tuple[str, ...] | None = None
    full: bool = False
    matches: bool = False
    header: bool = False
    bom: bool = False
    safe: bool = False
    null: bool = False
    color: bool = False
    width: int = 80
    measure: int = MOST_MEASURE
    style: Style = PRINT
    group: str | None = None
    template: str = ""
    zone: tzinfo | None = None

    @property
    def end(self) -> str:
        """What ends a record."""
        return "\0" if self.null else "\n"


Format = Callable[[Iterable[Row], Layout], Iterator[str]]


def state_sign(state: State) -> Literal[".", "r", "*"]:
    """`*` starred, read or not; `r` read; `.` unread."""
    if state.starred:
        return "*"
    return "r" if state.read else "."
