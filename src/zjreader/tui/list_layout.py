"""Where rows stand in the list: one line or two each, and a thin line above a row with which another day begins.

Counts no line above the top: whatever is asked costs a screenful, whether there are twenty rows or a million. That is
why the list remembers its top as a row and why no line has a number.
"""

from collections.abc import Callable
from typing import NamedTuple

DAY = -1
"""The part of a row that names its day, above the row's own lines 0 and 1."""


class RowLine(NamedTuple):
    """A line of the list: which part of which row."""

    row: int
    part: int


class Layout(NamedTuple):
    """Rows in a window of `height` lines."""

    length: int
    height: int
    row_height: int
    begins_day: Callable[[int], bool]

    def lines(self, top: int) -> list[RowLine]:
        """The lines that are shown, with the row `top` as the first; the last row may be cut off."""
        lines: list[RowLine] = []
        row = top
        while row < self.length and len(lines) < self.height:
            lines += (RowLine(row, part) for part in range(DAY if self.begins_day(row) else 0, self.row_height))
            row += 1
        return lines[: self.height]

    def first_with(self, row: int) -> int:
        """The first row that can stand at the top while this one is shown whole."""
        room = self.height - self._needed(row)
        while row > 0 and (room := room - self._needed(row - 1)) >= 0:
            row -= 1
        return row

    def showing(self, row: int, top: int) -> int:
        """The top nearest to this one with which the row is shown whole."""
        return row if row <= top else max(top, self.first_with(row))

    def bounded(self, top: int) -> int:
        """The top nearest to this one that leaves no line free which a row could have."""
        top = max(0, min(top, self.length - 1))
        if top and (self.length - top) * self.row_height < self.height:
            return min(top, self.first_with(self.length - 1))
        return top

    def _needed(self, row: int) -> int:
        return self.row_height + self.begins_day(row)
