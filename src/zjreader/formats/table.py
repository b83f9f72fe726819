"""Headlines in columns for a terminal: state, date, publisher, title; a line never wider than the layout says.

The only format that may hold escape sequences, where the caller asked for colour: unread bold, read dim, a star yellow.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from zjreader.formats.row import Layout, Row, state_sign
from zjreader.messages import _
from zjreader.text.clean import clean_line
from zjreader.text.width import fit

_DATE: Final = 10
_PUBLISHER: Final = 12
NARROW: Final = 60
"""Cells below which the publisher's column is left out."""

_BOLD, _DIM, _YELLOW, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[33m", "\x1b[0m"


def table(rows: Iterable[Row], layout: Layout) -> Iterator[str]:
    """A line a headline, under a line of names where the layout asks for one."""
    if layout.header:
        yield _line(" ", (_("date"), _("publisher"), _("title")), layout) + layout.end
    for row in rows:
        line = _line(state_sign(row.state), _values(row), layout)
        yield (_colored(line, row) if layout.color else line) + layout.end


def _values(row: Row) -> tuple[str, str, str]:
    article = row.record.article
    day = article.published.text.partition("T")[0] if article.published else ""
    return day, article.publisher or "", article.title


def _line(sign: str, values: tuple[str, str, str], layout: Layout) -> str:
    day, publisher, title = map(clean_line, values)
    columns = [sign, fit(day, _DATE, layout.style.ambiguous)]
    if layout.width >= NARROW:
        columns.append(fit(publisher, _PUBLISHER, layout.style.ambiguous))
    before = "  ".join(columns) + "  "
    return fit(before + title, layout.width, layout.style.ambiguous).rstrip()


def _colored(line: str, row: Row) -> str:
    sign = f"{_YELLOW}{line[:1]}{_PLAIN}" if row.state.starred else line[:1]
    return f"{sign}{_DIM if row.state.read else _BOLD}{line[1:]}{_PLAIN}"
