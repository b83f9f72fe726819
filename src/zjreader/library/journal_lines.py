"""The journal's line format, version 1: `crc32 SPACE json LF`, the checksum in 8 hex digits over the JSON's bytes.

Promises that a line read is a line written: no flipped bit, cut or zeroed block passes for a mark. The first line names
format and version. A line whose checksum is right and whose meaning is not known here comes from a later version and is
carried, never repaired away. Texts pass the gate here: a synced journal is a foreign file.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import Any, NamedTuple
from zlib import crc32

from zjreader.text.clean import Clean, clean_line

FORMAT = "zjreader-journal"
VERSION = 1
MOST_IDS = 500
"""Ids on a line: what a damaged line costs at most, and short enough for an editor."""

LATEST_TIME = 1 << 53
"""Milliseconds; beyond it, JSON's numbers are no longer whole everywhere (RFC 8259 §6)."""

UNDO = Clean("undo")

_CHECKSUM = 8
_TORN = re.compile(rb"#torn([0-9]{1,9})\Z")

Value = bool | Clean | None


class Entry(NamedTuple):
    """What is to be recorded: a field's value for some ids, or, without ids, for `name` (a view, a source)."""

    field: Clean
    value: Value
    ids: tuple[Clean, ...] = ()
    name: Clean | None = None


class Record(NamedTuple):
    """A line of a journal. `ms` and `counter` are a hybrid logical clock: Unix milliseconds that never run back.

    A batch counts only with all its `lines`, numbered from 1.
    """

    ms: int
    counter: int
    device: Clean
    batch: Clean
    line: int
    lines: int
    session: Clean
    field: Clean
    value: Value
    ids: tuple[Clean, ...] = ()
    name: Clean | None = None

    @property
    def order(self) -> tuple[object, ...]:
        """The latest counts: total, and the same on every machine, whatever was read first."""
        return self[:5]

    @property
    def slot(self) -> tuple[Clean, Clean | None]:
        """What a later record of the same slot, for the same id, takes the place of."""
        return self.field, self.name


class Header(NamedTuple):
    """The first line; after a merge by git it may stand anywhere, or twice."""

    version: int


class Unread(Enum):
    """A line that is no record: `DAMAGED`, or `CARRIED` for a later version, or `CLOSED`, cut off by a crash."""

    DAMAGED = "damaged"
    CARRIED = "carried"
    CLOSED = "closed"


Parsed = Record | Header | Unread


def header() -> bytes:
    """A new journal's first line."""
    return _line({"format": FORMAT, "version": VERSION})


def split(entries: Sequence[Entry]) -> list[Entry]:
    """The same entries with at most `MOST_IDS` ids each."""
    return [
        entry._replace(ids=entry.ids[start : start + MOST_IDS])
        for entry in entries
        for start in range(0, max(1, len(entry.ids)), MOST_IDS)
    ]


def encode(record: Record) -> bytes:
    """A record's line, with its end."""
    named = {} if record.name is None else {"name": record.name}
    return _line(
        {
            "at": [record.ms, record.counter],
            "device": record.device,
            "batch": record.batch,
            "line": [record.line, record.lines],
            "session": record.session,
            "field": record.field,
            **named,
            "value": record.value,
            "ids": record.ids,
        }
    )


def parse(line: bytes) -> Parsed:
    """What a line, without its end, says."""
    if line[:_CHECKSUM] != b"%08x" % crc32(line[_CHECKSUM + 1 :]) or line[_CHECKSUM : _CHECKSUM + 1] != b" ":
        return Unread.CLOSED if _closed_after_a_crash(line) else Unread.DAMAGED
    try:
        found = json.loads(line[_CHECKSUM + 1 :].decode())
        return Header(int(found["version"])) if found.get("format") == FORMAT else _record(found)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return Unread.CARRIED


def parsed(data: bytes) -> Iterator[tuple[bytes, Parsed]]:
    """The lines of a journal with what they say, empty ones passed over."""
    return ((line, parse(line)) for line in data.split(b"\n") if line)


def closing(tail: bytes) -> bytes:
    """What the next writer puts after a last line without its end, so that its own line stands alone.

    A piece that a crash cut off is told from damage by this for ever. Its length is named: if damage takes the line
    end before it, the good line there must not be passed over as part of the piece.
    """
    if not tail:
        return b""
    return b"\n" if isinstance(parse(tail), Record | Header) else b"#torn%d\n" % len(tail)


def voided(records: Iterable[Record]) -> frozenset[str]:
    """The batches that an `undo` record names: they count no longer, whenever and wherever they were written."""
    return frozenset(record.value for record in records if record.field == UNDO and isinstance(record.value, str))


def _line(content: dict[str, Any]) -> bytes:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    return b"%08x %s\n" % (crc32(text), text)


def _closed_after_a_crash(line: bytes) -> bool:
    found = _TORN.search(line)
    return found is not None and int(found[1]) == found.start()


def _record(found: dict[str, Any]) -> Record:
    ms, counter = found["at"]
    line, lines = found["line"]
    device, batch, session, field = found["device"], found["batch"], found["session"], found["field"]
    value, ids, name = found["value"], found["ids"], found.get("name")
    tokens = "".join((device, batch, session, field, *ids))  # one look at all is ten times faster than one at each
    known = isinstance(ids, list) and (value is None or isinstance(value, (bool, str)))
    if not (known and tokens.isascii() and tokens.isprintable() and _counts(ms, counter, line, lines)):
        raise ValueError
    return Record(
        ms,
        counter,
        device,
        batch,
        line,
        lines,
        session,
        field,
        clean_line(value) if isinstance(value, str) else value,
        tuple(ids),
        None if name is None else clean_line(name),
    )


def _counts(ms: object, counter: object, line: object, lines: object) -> bool:
    if not (type(ms) is int and type(counter) is int and type(line) is int and type(lines) is int):
        return False
    return 0 <= ms < LATEST_TIME and 0 <= counter < LATEST_TIME and 1 <= line <= lines
