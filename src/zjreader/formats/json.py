"""JSON, the form that other programs and zjreader itself read back: one object an article, keys in a fixed order.

The standard library's encoder and not msgspec's: importing that costs 14 ms more before the first line and saves 4 µs a
record, so it would pay from some 3,000 records on (msgspec 0.22, Python 3.11).
"""

from collections.abc import Iterable, Iterator

from zjreader.formats.fields import chosen, to_json, value
from zjreader.formats.row import Layout, Row
from zjreader.text.clean import Clean


def jsonl(rows: Iterable[Row], layout: Layout) -> Iterator[str]:
    """One object a line."""
    return (text + layout.end for text in _objects(rows, layout))


def json(rows: Iterable[Row], layout: Layout) -> Iterator[str]:
    """One array, one object a line inside it; `[]` where there is none."""
    begin = "[\n"
    for text in _objects(rows, layout):
        yield begin + text
        begin = ",\n"
    yield "[]\n" if begin == "[\n" else "\n]\n"


def _objects(rows: Iterable[Row], layout: Layout) -> Iterator[Clean]:
    names = chosen(layout)
    return (to_json({name: value(row, name) for name in names}) for row in rows)
