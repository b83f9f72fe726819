"""Lines of delimited text -> rows of cells, by RFC 4180 and what people make of it.

A quoted cell may run over lines; a quote inside it ends it only before a delimiter or the end of a line. A quote that
is never closed costs its own row, not the rest of the table: what was held for it is read again without it.
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from zjreader.messages import _
from zjreader.parse.rows import Remark

MOST_HELD: Final = 1 << 20
"""Characters over which a quoted cell may run."""

MOST_LINE: Final = 16 << 20
"""Characters of a line, beyond which it is no row."""


class Cells(NamedTuple):
    """The cells of one row, and the line in which it begins."""

    cells: list[str]
    line: int


class Lines:
    """Lines with their numbers, which can be put back."""

    def __init__(self, lines: Iterable[str], first: int = 1) -> None:
        """`first` is the number of the first line."""
        self._lines = enumerate(lines, first)
        self._back: deque[tuple[int, str]] = deque()

    def __iter__(self) -> Iterator[tuple[int, str]]:
        return self

    def __next__(self) -> tuple[int, str]:
        if self._back:
            return self._back.popleft()
        number, line = next(self._lines)
        return number, line.rstrip("\r\n")

    def put_back(self, lines: Iterable[tuple[int, str]]) -> None:
        """Have these lines come next, in their order."""
        self._back.extendleft(reversed(list(lines)))


class Reader:
    """Reads the rows of one table: `delimiter` parts their cells, `count` is how many a row has, where that is known.

    The more quotes were opened in vain, the shorter the next one is believed, so that no table takes for ever.
    """

    def __init__(self, delimiter: str, count: int | None = None) -> None:
        """A reader of tables in this form."""
        ending = rf" *(?:{re.escape(delimiter)}|\Z)"
        self._delimiter = delimiter
        self._count = count
        self._inside = re.compile(rf'((?:[^"]++|""|"(?!{ending}))*+)("? *)')
        self._opened_again = re.compile(rf'(?:^|{re.escape(delimiter)}) *"(?!"|{ending})')
        self._believed = MOST_HELD

    def rows(self, lines: Lines) -> Iterator[Cells | Remark]:
        """The rows in their order; what has another number of cells is a remark."""
        for number, line in lines:
            if not line.strip():
                continue
            if len(line) > MOST_LINE:
                what = _("a record of more than {megabytes} MB, skipped").format(megabytes=MOST_LINE >> 20)
                yield Remark(what, number)
            elif '"' in line:
                yield from self._quoted(number, line, lines)
            else:
                yield self._checked(line.split(self._delimiter), number)

    def _quoted(self, number: int, line: str, lines: Lines) -> Iterator[Cells | Remark]:
        row = _Row(self._delimiter, self._inside)
        held = [(number, line)]
        length = 0
        complete = row.take(line)
        while not complete:
            following = next(lines, None)
            length += len(line)
            if following is None or length > self._believed or self._opened_again.search(row.within(following[1])):
                self._believed //= 1 if following and length <= self._believed else 2
                yield from self._read_again([*held, following] if following else held, lines)
                return
            held.append(following)
            line = following[1]
            complete = row.take(line)
        swallowed = [text for _number, text in held[1:] if self._begins(text)]
        if len(swallowed) > 1 and not self._fits(self._fitted(row.cells)):
            yield from self._read_again(held, lines)
        else:
            yield self._checked(row.cells, number)

    def _read_again(self, held: list[tuple[int, str]], lines: Lines) -> Iterator[Cells | Remark]:
        """The first of the lines without its open quote; the others go back from where a row may begin."""
        number, line = held[0]
        cells = self._fitted([_unquoted(cell) for cell in line.split(self._delimiter)])
        if self._count is not None and len(cells) == self._count:
            yield Remark(_("the quote opened here is not closed, read to the end of the line"), number, kept=True)
            yield Cells(cells, number)
            lines.put_back(held[1:])
            return
        yield Remark(_("the quote opened here is not closed, skipped"), number)
        begin = next((at for at, (_number, text) in enumerate(held) if at and self._begins(text)), len(held))
        lines.put_back(held[begin:])

    def _begins(self, line: str) -> bool:
        row = _Row(self._delimiter, self._inside)
        if row.take(line):
            return self._fits(self._fitted(row.cells))
        return 0 < len(row.cells) < (self._count or len(line))

    def _checked(self, cells: list[str], number: int) -> Cells | Remark:
        cells = self._fitted(cells)
        if self._fits(cells):
            return Cells(cells, number)
        what = _("{count} columns instead of {expected}, skipped").format(count=len(cells), expected=self._count)
        return Remark(what, number)

    def _fits(self, cells: list[str]) -> bool:
        return self._count is None or len(cells) == self._count

    def _fitted(self, cells: list[str]) -> list[str]:
        """The cells without empty ones beyond the last column, which spreadsheets leave behind."""
        if self._count is not None and len(cells) > self._count and not any(cells[self._count :]):
            return cells[: self._count]
        return cells


class _Row:
    """A row as it grows line by line."""

    def __init__(self, delimiter: str, inside: re.Pattern[str]) -> None:
        self._delimiter = delimiter
        self._inside = inside
        self._held: list[str] | None = None
        self.cells: list[str] = []

    def within(self, line: str) -> str:
        """What of the next line would still belong to the open cell."""
        found = self._inside.match(line)
        return found[1] if found else ""

    def take(self, line: str) -> bool:
        """Take one more line; whether the row ends with it."""
        at = 0
        while True:
            at, cell = self._cell(line, at)
            if cell is None:
                return False
            self.cells.append(cell)
            if at >= len(line):
                return True
            at += 1

    def _cell(self, line: str, at: int) -> tuple[int, str | None]:
        """The cell that ends at the offset given; None for one that goes on in the next line."""
        if self._held is None:
            begin = len(line) - len(line[at:].lstrip(" "))
            if not line.startswith('"', begin):
                stop = line.find(self._delimiter, at)
                stop = len(line) if stop < 0 else stop
                return stop, line[at:stop]
            self._held, at = [], begin + 1
        found = self._inside.match(line, at)
        text, closing = (found[1], found[2]) if found else ("", "")
        self._held.append(text)
        if not closing.startswith('"'):
            return len(line), None
        cell = "\n".join(self._held).replace('""', '"')
        self._held = None
        return at + len(text) + len(closing), cell


def _unquoted(cell: str) -> str:
    """A cell in which a quote is a sign like others, unless it encloses the cell or is the one left open."""
    bare = cell.strip()
    if len(bare) > 1 and bare.startswith('"') and bare.endswith('"'):
        return bare[1:-1].replace('""', '"')
    return bare[1:] if bare.startswith('"') and bare.count('"') % 2 else cell
