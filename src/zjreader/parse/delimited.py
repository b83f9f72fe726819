"""CSV, TSV and their kin: told from other texts by what stands in them, and read row by row.

A header is known by the names in it, a table without one by columns that are alike from row to row. Refuses, as None,
what may just as well be a text: prose has commas too.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import islice
from typing import Any, Final, NamedTuple, TextIO

from zjreader.parse import own_record
from zjreader.parse.cells import MOST_LINE, Cells, Lines, Reader
from zjreader.parse.columns import Told, fields_of, is_date
from zjreader.parse.rows import Remark, Row
from zjreader.text.clean import clean_line

_DELIMITERS: Final = "\t,;|"
_TELLING: Final = frozenset({"title", "body", "summary"})
_FEWEST_ROWS: Final = 3
_ALIKE: Final = 0.9
_SAMPLE: Final = 200
"""Rows by which a table is judged."""

_SHORTEST_TITLE: Final = 6
_SHORTEST_BODY: Final = 80
_LINK: Final = re.compile("https?://", re.IGNORECASE)


class Dialect(NamedTuple):
    """What parts the cells, what the columns are called (numbers, where nothing tells), and whether a header tells."""

    delimiter: str
    names: tuple[str, ...]
    header: bool


def dialect_of(text: str, told: Told = ()) -> Dialect | None:
    """The form of the table that begins with these lines; None for what is no table."""
    lines = list(islice(StringIO(text, newline=None), _SAMPLE))
    first = next((line for line in lines if line.strip()), "")
    likely = [delimiter for delimiter in _DELIMITERS if delimiter in first]
    found = (form(delimiter, lines, told) for form in (_headed, _headless) for delimiter in likely)
    return next((dialect for dialect in found if dialect), None)


def rows(text: TextIO, dialect: Dialect) -> Iterator[Row | Remark]:
    """The rows of a table, each with the line in which it begins."""
    found = Reader(dialect.delimiter, len(dialect.names)).rows(Lines(_lines(text)))
    if dialect.header:
        next(found, None)
    for row in found:
        if isinstance(row, Remark):
            yield row
        else:
            replaced = sum([cell.count("\ufffd") for cell in row.cells])
            yield Row(_values(dict(zip(dialect.names, row.cells, strict=True))), row.line, replaced)


def _values(row: dict[str, str]) -> dict[str, Any]:
    return own_record.from_cells(row) if own_record.is_ours(row) else row


def _lines(text: TextIO) -> Iterator[str]:
    """The lines; of one that is longer than any row just enough to see that."""
    begins = True
    for piece in iter(lambda: text.readline(MOST_LINE + 1), ""):
        if begins:
            yield piece
        begins = piece.endswith("\n")


def _headed(delimiter: str, lines: Sequence[str], told: Told) -> Dialect | None:
    """The form whose first row names the columns: one of them a title or text, most rows as long as it."""
    first = next(Reader(delimiter).rows(Lines(lines)), None)
    if not isinstance(first, Cells):
        return None
    names = _named(first.cells)
    fields = {field for field, _name in fields_of(names, told)}
    below = list(Reader(delimiter, len(names)).rows(Lines(lines)))[1:]
    fitting = sum(1 for row in below if isinstance(row, Cells))
    told_twice = len(fields) > 1 or 2 * fitting > len(below)
    return Dialect(delimiter, names, header=True) if len(names) > 1 and fields & _TELLING and told_twice else None


def _named(cells: Iterable[str]) -> tuple[str, ...]:
    """The names in a header; a name that is missing or comes again gets the column's number."""
    names: dict[str, None] = {}
    for number, cell in enumerate(cells, 1):
        name = clean_line(cell)
        names[f"{name} {number}".strip() if not name or name in names else name] = None
    return tuple(names)


def _headless(delimiter: str, lines: Sequence[str], told: Told) -> Dialect | None:
    """The form of rows without a header: all of one length, with a column of titles; by commas only beside a date."""
    rows = [row.cells for row in Reader(delimiter).rows(Lines(lines)) if isinstance(row, Cells)]
    count = max(map(len, rows), key=Counter(map(len, rows)).__getitem__, default=0)
    alike = [row for row in rows if len(row) == count]
    if len(alike) < max(_FEWEST_ROWS, _ALIKE * len(rows)) or count < len(("title", "another")):
        return None
    said = {column for _field, column in told}
    guessed = _guessed(list(zip(*alike, strict=True)))
    names = tuple(str(at) if str(at) in said else guessed.get(at, str(at)) for at in range(1, count + 1))
    fields = {field for field, _name in fields_of(names, told)}
    if not fields & _TELLING or (delimiter != "\t" and not fields & {"url", "published"}):
        return None
    return Dialect(delimiter, names, header=False)


def _guessed(columns: Sequence[Sequence[str]]) -> dict[int, str]:
    """The fields that columns give by what is in them, by their numbers."""
    found: dict[int, str] = {}
    lengths: list[tuple[float, int]] = []
    for at, cells in enumerate(columns, 1):
        texts = [cell.strip() for cell in cells if cell.strip()]
        if texts and all(map(_LINK.match, texts)):
            found[at] = "url"
        elif texts and all(map(is_date, texts)):
            found[at] = "published"
        elif not all(map(str.isdecimal, texts)):
            lengths.append((sum(map(len, texts)) / len(texts), at))
    lengths.sort(reverse=True)
    if lengths and lengths[0][0] >= _SHORTEST_BODY:
        found[lengths.pop(0)[1]] = "body"
    if lengths and lengths[0][0] >= _SHORTEST_TITLE:
        found[lengths[0][1]] = "title"
    return found
