r"""Tab-separated lines for cut, sort and awk: as many tabs in every line, whatever the articles hold.

Tab, newline and backslash inside a value are written `\t \n \\`. The columns never change their order; `--fields`
names others.
"""

from collections.abc import Iterable, Iterator

from zjreader.formats.fields import cells, chosen
from zjreader.formats.row import Layout, Row, state_sign
from zjreader.text.clean import Clean

_COLUMNS = ("id", "published", "publisher", "section", "state", "title", "url")
_ESCAPES = str.maketrans({"\t": r"\t", "\n": r"\n", "\\": r"\\"})


def line(values: Iterable[str], end: str = "\n") -> str:
    """Values as one line."""
    return "\t".join(value.translate(_ESCAPES) for value in values) + end


def tsv(rows: Iterable[Row], layout: Layout) -> Iterator[str]:
    """id, published, publisher, section, state, title, url; or the fields that were asked for."""
    names = chosen(layout) if layout.fields is not None else None
    if layout.header:
        yield line(names or _COLUMNS, layout.end)
    for row in rows:
        yield line(_overview(row) if names is None else cells(row, names), layout.end)


def _overview(row: Row) -> list[Clean]:
    before, after = cells(row, _COLUMNS[:4]), cells(row, _COLUMNS[5:])
    return [*before, Clean(state_sign(row.state)), *after]
