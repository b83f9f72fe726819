"""Addresses one a line, with names or without, and tables with a column of them.

Of a table the columns are known by what they hold and what they are called: a feed's address goes before a page's.
A plain line gives its first address, and what else stands there is its name; `#` begins a remark.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import count
from typing import Final

from zjreader.article import Problem
from zjreader.messages import _
from zjreader.parse.cells import Cells, Lines, Reader
from zjreader.parse.listed import Listed
from zjreader.parse.rows import Remark
from zjreader.text.clean import Clean, clean_line

_ADDRESS: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,30}:(?://)?[^\s,，;；\"'<>()（）\[\]【】|]+")
_WHOLE: Final = re.compile(r"(?:https?|feed|file|exec|javascript|ftp):\S+", re.IGNORECASE)
_AROUND: Final = " \t-–—*·:：|,，;；\"'~()（）[]【】<>"
"""Signs that stand between an address and its name."""

_BEHIND: Final = "。、．.:!?！？"
"""Signs at the end of an address that belong to the sentence around it."""

_DELIMITERS: Final = "\t,;|"
_ALIKE: Final = 0.8
_SAMPLE: Final = 200
"""Lines by which a table is judged."""

_FEED: Final = re.compile("rss|atom|feed|xml|订阅|訂閱", re.IGNORECASE)
_NAME: Final = re.compile("name|title|名称|名稱|标题|標題|站名|博客|来源|來源", re.IGNORECASE)
_SECTION: Final = re.compile("section|category|folder|group|栏目|欄目|分类|分類|分组|分組", re.IGNORECASE)


def listed(text: str, about: Clean) -> Iterator[Listed | Problem]:
    """The addresses, and the lines that have none."""
    lines = text.splitlines()
    rows = _rows(lines, delimiter) if (delimiter := _delimiter(lines)) else []
    is_table = any(_WHOLE.fullmatch(cell) for row in rows if isinstance(row, Cells) for cell in row.cells)
    for found in _in_columns(rows) if is_table else map(_in_line, lines, count(1)):
        if isinstance(found, Remark):
            yield Problem(about, clean_line(found.what), found.line, skipped=1)
        elif found:
            yield found


def _in_line(line: str, number: int) -> Listed | Remark | None:
    """What a plain line lists; None where it needs to list nothing."""
    found = _ADDRESS.search(line)
    if not found:
        return _without_address(line, number) if line.strip() and not line.lstrip().startswith("#") else None
    parts = (part.strip(_AROUND) for part in (line[: found.start()], line[found.end() :]))
    return Listed(clean_line(found[0].rstrip(_BEHIND)), number, clean_line(" ".join(parts)) or None)


def _without_address(text: str, number: int) -> Remark:
    return Remark(_("no address in this line: {text}").format(text=text.strip()), number)


def _delimiter(lines: Sequence[str]) -> str | None:
    """What parts the columns, if most lines have as many as the first; None where this is no table."""
    sample = [line for line in lines[:_SAMPLE] if line.strip()]
    for delimiter in _DELIMITERS:
        widths = [line.count(delimiter) for line in sample]
        if widths and widths[0] and widths.count(widths[0]) >= _ALIKE * len(widths):
            return delimiter
    return None


def _rows(lines: Sequence[str], delimiter: str) -> list[Cells | Remark]:
    found = Reader(delimiter).rows(Lines(lines))
    return [Cells([cell.strip() for cell in row.cells], row.line) if isinstance(row, Cells) else row for row in found]


def _in_columns(rows: Sequence[Cells | Remark]) -> Iterator[Listed | Remark]:
    """What the rows list; a first one without an address names the columns."""
    yield from (row for row in rows if isinstance(row, Remark))
    first, *more = cells = [row for row in rows if isinstance(row, Cells)]
    is_header = not any(map(_WHOLE.fullmatch, first.cells))
    columns = _columns(first.cells if is_header else [], cells)
    for row in more if is_header else cells:
        address, name, section = (_first(row.cells, some) for some in columns)
        if address:
            yield Listed(clean_line(address), row.line, clean_line(name) or None, clean_line(section) or None)
        else:
            yield _without_address(" ".join(row.cells), row.line)


def _first(cells: Sequence[str], columns: Sequence[int]) -> str:
    """What stands in the first of these columns that has anything in this row."""
    return next((cells[n] for n in columns if n < len(cells) and cells[n]), "")


def _columns(header: Sequence[str], rows: Sequence[Cells]) -> tuple[list[int], list[int], list[int]]:
    """The columns of addresses, of names and of sections; of each kind the likeliest first."""
    width = max(len(row.cells) for row in rows)
    names = [*header, *[""] * (width - len(header))]
    bearing = {n for row in rows for n, cell in enumerate(row.cells) if _WHOLE.fullmatch(cell)}
    others = [n for n in range(width) if n not in bearing]
    named = sorted(others, key=lambda n: not _NAME.search(names[n]))
    return (
        sorted(bearing, key=lambda n: (not _FEED.search(names[n]), n)),
        named[:1],
        [n for n in others if _SECTION.search(names[n])],
    )
