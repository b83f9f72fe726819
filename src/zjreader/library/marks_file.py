"""Marks in a file that another machine takes: one JSON object a line, `zjreader-marks/1`, what counts and no history.

Records of ours (`zjreader/1`) are taken too, for the states that they bear. Taking adds and never takes away: what is
not read, starred or labelled in the file stays as it is here. A file is foreign: its ids and texts are looked at.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from zjreader.article import Problem
from zjreader.library.journal_lines import Entry, Value, split
from zjreader.library.marks import JOIN, LABEL, PART, READ, STARRED, VIEW, Marks
from zjreader.messages import _
from zjreader.text.clean import Clean, clean_line

SCHEMA: Final = "zjreader-marks/1"
_RECORDS: Final = "zjreader/1"
_ID: Final = re.compile("[a-f][0-9a-f]{15}")
_NOBODY: Final = Clean("")  # as in `marks`


def _true(value: object) -> Value:
    return True if value is True else None


def _words(value: object) -> Value:
    return clean_line(value) if isinstance(value, str) else None


def _identity(value: object) -> Clean | None:
    return Clean(value) if isinstance(value, str) and _ID.fullmatch(value) else None


class _Form(NamedTuple):
    """What a mark's value can be (None: it is none), whether it has a name, and whether it is on articles."""

    value: Callable[[object], Value]
    named: bool = False
    of_articles: bool = True


_FORMS: Final[Mapping[str, _Form]] = {
    READ: _Form(_true),
    STARRED: _Form(_true),
    PART: _Form(_true),
    LABEL: _Form(_true, named=True),
    JOIN: _Form(_identity),
    VIEW: _Form(_words, named=True, of_articles=False),
}
"""Every kind of mark; sources have a file form of their own."""


def lines(marks: Marks) -> Iterator[str]:
    """The marks that count, each line with its end: by field and name, ids that share a value together."""
    slots = ((field, name, by_id) for (field, name), by_id in marks.slots.items() if field in _FORMS)
    for field, name, by_id in sorted(slots, key=lambda slot: (slot[0], slot[1] or "")):
        alike: dict[Value, list[Clean]] = {}
        for each, record in by_id.items():
            alike.setdefault(record.value, []).append(each)
        for value, ids in alike.items():
            if value:
                yield from map(_line, split([Entry(field, value, tuple(sorted(filter(None, ids))), name)]))


def _line(entry: Entry) -> str:
    named = {} if entry.name is None else {"name": entry.name}
    told = {"schema": SCHEMA, "field": entry.field, **named, "value": entry.value, "ids": entry.ids}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n"


def entries(data: Iterable[bytes], about: Clean) -> Iterator[Entry | Problem]:
    """What the lines of a file say; `about` is its name in problems."""
    for number, line in enumerate(data, 1):
        found = _entries(line) if line.strip() else ()
        if found is None:
            what = _("neither marks nor an article of zjreader, skipped")
            yield Problem(about, clean_line(what), number, skipped=1)
        else:
            yield from found


def missing(marks: Marks, wanted: Iterable[Entry]) -> list[Entry]:
    """The least to be written for all that is wanted to be so; nothing where it is already."""
    found: dict[tuple[Clean, Clean | None, Value], dict[Clean, None]] = {}
    for field, value, ids, name in wanted:
        for each in ids or (_NOBODY,):
            if marks.value((field, name), (each,)) != value:
                found.setdefault((field, name, value), {})[each] = None
    return [Entry(field, value, tuple(filter(None, ids)), name) for (field, name, value), ids in found.items()]


def _entries(line: bytes) -> tuple[Entry, ...] | None:
    """None where the line is of neither form."""
    try:
        told = json.loads(line.decode())
        schema = told.get("schema")
    except (ValueError, AttributeError, RecursionError):
        return None
    if schema == _RECORDS:
        return _states(told)
    return _mark(told) if schema == SCHEMA else None


def _mark(told: Mapping[str, Any]) -> tuple[Entry] | None:
    field = str(told.get("field"))
    form = _FORMS.get(field)
    value = form.value(told.get("value")) if form else None
    name, ids = _name(told.get("name")), _identities(told.get("ids"))
    if not (form and value) or bool(name) != form.named or ids is None or bool(ids) != form.of_articles:
        return None
    return (Entry(Clean(field), value, ids, name),)


def _states(told: Mapping[str, Any]) -> tuple[Entry, ...] | None:
    ids, labels = _identities([told.get("id")]), told.get("labels")
    if ids is None:
        return None
    names = filter(None, map(_name, labels)) if isinstance(labels, list) else ()
    states = (Entry(field, True, ids) for field in (READ, STARRED) if told.get(field) is True)
    return (*states, *(Entry(LABEL, True, ids, name) for name in names))


def _name(value: object) -> Clean | None:
    return (clean_line(value) or None) if isinstance(value, str) else None


def _identities(value: object) -> tuple[Clean, ...] | None:
    """The ids of a list; None where it is none, or holds anything else."""
    ids = list(map(_identity, value)) if isinstance(value, list) else [None]
    return None if None in ids else tuple(filter(None, ids))
