"""The one place where an article becomes named values: the JSON keys of `zjreader/1`, in their order.

Every machine-readable format, `--fields`, `--template` and `--group` ask here, so that a name means the same in all of
them. Refuses names that are no keys, with the nearest one.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from zjreader.errors import UsageError
from zjreader.formats.row import Layout, Row
from zjreader.messages import _
from zjreader.text.clean import Clean, clean_line

SCHEMA: Final = Clean("zjreader/1")
EXTRA: Final = "extra."
"""What stands before the name of a table's own column: `extra.城市`."""

_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))

Value = str | int | bool | float | None | Sequence["Value"] | Mapping[str, "Value"]

_KEYS: dict[str, Callable[[Row], Value]] = {
    "schema": lambda _row: SCHEMA,
    "id": lambda row: row.record.ids[0],
    "key": lambda row: row.record.article.key,
    "kind": lambda row: row.record.article.kind,
    "title": lambda row: row.record.article.title,
    "summary": lambda row: row.record.article.summary,
    "section": lambda row: row.record.article.section,
    "publisher": lambda row: row.record.article.publisher,
    "place": lambda row: row.record.article.place,
    "authors": lambda row: row.record.article.authors,
    "correspondents": lambda row: row.record.article.correspondents,
    "editor": lambda row: row.record.article.editor,
    "published": lambda row: moment.text if (moment := row.record.article.published) else None,
    "day": lambda row: moment.day if (moment := row.record.article.published) else None,
    "precision": lambda row: moment.precision if (moment := row.record.article.published) else None,
    "inferred": lambda row: bool((moment := row.record.article.published) and moment.inferred),
    "url": lambda row: row.record.article.url,
    "tags": lambda row: row.record.article.tags,
    "length": lambda row: row.record.article.length,
    "versions": lambda row: row.record.versions,
    "read": lambda row: row.state.read,
    "starred": lambda row: row.state.starred,
    "labels": lambda row: row.state.labels,
    "origin": lambda row: row.record.origin,
    "added": lambda row: row.record.added,
}
_TEXTS: dict[str, Callable[[Row], Value]] = {
    "body": lambda row: row.record.article.body,
    "blocks": lambda row: [block._asdict() for block in row.record.article.blocks],
    "extra": lambda row: {name: json.loads(text) for name, text in row.record.article.extra},
    "read_as": lambda row: row.record.read_as._asdict(),
}
_MATCHES: dict[str, Callable[[Row], Value]] = {
    "matches": lambda row: [{"field": match.field, **match.span._asdict()} for match in row.matches],
}
_ALL = {**_KEYS, **_TEXTS, **_MATCHES}


def chosen(layout: Layout) -> tuple[Clean, ...]:
    """The names of a record's values, in order: those asked for, else all keys, texts and matches as the layout says.

    Raises `UsageError` for a name that is none.
    """
    if layout.fields is not None:
        return tuple(checked(name) for name in layout.fields)
    names = [*_KEYS, *(_TEXTS if layout.full else ()), *(_MATCHES if layout.matches else ())]
    return tuple(map(Clean, names))


def checked(name: str) -> Clean:
    """The name of a value, as it is printed; raises `UsageError`, which tells the nearest one, where it is none."""
    name = clean_line(name)
    if name in _ALL or name.removeprefix(EXTRA) not in {name, ""}:
        return name
    from difflib import get_close_matches

    near = get_close_matches(name.lower(), _ALL, 1)
    if near:
        raise UsageError(_("no such field; did you mean {name}?").format(name=near[0]), name)
    raise UsageError(_("no such field; there are {names}").format(names=", ".join(_ALL)), name)


def value(row: Row, name: str) -> Value:
    """The value that a checked name has in the row, as JSON knows it."""
    read = _ALL.get(name)
    if read:
        return read(row)
    texts = dict(row.record.article.extra)
    column = Clean(name.removeprefix(EXTRA))
    return json.loads(texts[column]) if column in texts else None


def to_json(value: Value) -> Clean:
    """JSON on one line, never escaped to ASCII."""
    return Clean(_ENCODER.encode(value))


def to_cell(value: Value) -> Clean:
    """The value as one text: null is empty, a list of texts is joined with `;`, what is deeper stands as JSON."""
    if value is None:
        return Clean("")
    if isinstance(value, str):
        return Clean(value)
    if isinstance(value, (list, tuple)) and all(isinstance(item, str) for item in value):
        return Clean(";".join(value))
    return to_json(value)


def cells(row: Row, names: Iterable[str]) -> list[Clean]:
    """The row's values as texts."""
    return [to_cell(value(row, name)) for name in names]


def grouped(rows: Iterable[Row], layout: Layout) -> Iterator[tuple[Clean | None, Iterable[Row]]]:
    """The rows under the values of the field they are grouped by, in the order in which these first occur.

    Without such a field one group without a name, which streams; with one all rows are held.
    """
    if layout.group is None:
        yield None, rows
        return
    name = checked(layout.group)
    groups: dict[Clean, list[Row]] = {}
    for row in rows:
        groups.setdefault(clean_line(to_cell(value(row, name))), []).append(row)
    for heading, members in groups.items():
        yield heading or clean_line(_("(none)")), members
