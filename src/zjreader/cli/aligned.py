"""Rows of words for whoever reads them: tab-separated in a pipe, in aligned columns on a terminal."""

from collections.abc import Iterable, Iterator, Sequence

from zjreader.cli.process import Process
from zjreader.formats.tsv import line
from zjreader.text.clean import Clean
from zjreader.text.width import cells, fit

_GAP = "  "


def print_rows(process: Process, rows: Iterable[Sequence[Clean]], names: Sequence[Clean] = ()) -> None:
    """Put rows of as many words each on stdout; on a terminal under their names, where there are any."""
    if process.stdout.isatty():
        process.write(aligned([*([names] if names else []), *rows]))
    else:
        process.write(line(row) for row in rows)


def aligned(rows: Sequence[Sequence[Clean]]) -> Iterator[str]:
    """The rows as lines, each column as wide as its widest word."""
    widths = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        columns = (fit(word, width) for word, width in zip(row, widths, strict=True))
        yield _GAP.join(columns).rstrip() + "\n"
