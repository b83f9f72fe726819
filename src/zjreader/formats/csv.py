"""CSV for spreadsheets and data frames: always a header, columns named and ordered as the JSON keys.

Lists are joined with `;`, what is deeper is JSON. With `--safe-csv` a cell that a spreadsheet would run as a formula
gets a leading `'`; the characters are those of OWASP, "CSV Injection", with their full-width forms.
"""

import csv as standard
from collections.abc import Iterable, Iterator

from zjreader.formats.fields import cells, chosen
from zjreader.formats.row import Layout, Row

_RUNS = tuple("=+-@\t\r\n＝＋－＠")


class _Line:
    """A file that hands back what is written to it."""

    def write(self, text: str) -> str:
        return text


def csv(rows: Iterable[Row], layout: Layout) -> Iterator[str]:
    """A header and a record a row, after a byte order mark where the layout asks for one."""
    names = chosen(layout)
    writer = standard.writer(_Line(), lineterminator=layout.end)
    header: str = writer.writerow(names)
    yield ("\ufeff" if layout.bom else "") + header
    for row in rows:
        values = cells(row, names)
        line: str = writer.writerow([_safe(cell) for cell in values] if layout.safe else values)
        yield line


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_RUNS) else cell
