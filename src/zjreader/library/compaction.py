"""Which lines of a journal still matter, once it has grown to more than four times of them.

Works on whole batches and keeps their lines byte for byte, so that a later version's lines and fields survive an
earlier one. Never dropped: the newest batches with what they took the place of, so that undo has something to go back
to; records of a field unknown here; joins and parts that stand; marks of articles that no longer exist.
"""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from zjreader.library.journal_lines import Header, Record, Unread, header, parsed

UNDOABLE_BATCHES = 200

LATEST_COUNTS = frozenset({"read", "starred", "label", "join", "part", "view", "source"})
"""Fields of which only the latest record counts, per id and name. Of any other, all are kept."""


class Good(NamedTuple):
    """A line without its end that was read well; `record` is None where a later version's meaning is carried."""

    line: bytes
    record: Record | None


def good_lines(data: bytes) -> list[Good]:
    """Every line with a right checksum once, in order, without headers; a whole last line without its end too."""
    lines = dict(parsed(data))
    return [
        Good(line, what if isinstance(what, Record) else None)
        for line, what in lines.items()
        if not (isinstance(what, Header) or what in {Unread.DAMAGED, Unread.CLOSED})
    ]


def journal_of(lines: Iterable[Good]) -> bytes:
    """A journal of these lines."""
    return header() + b"".join(good.line + b"\n" for good in lines)


def live(lines: list[Good], void: AbstractSet[str]) -> list[Good]:
    """What has to be kept; `void` names the batches that were undone, by whichever journal."""
    records = [good.record for good in lines if good.record is not None]
    batches = {record.batch: None for record in sorted(records, key=lambda record: record.order)}
    newest = set(list(batches)[-UNDOABLE_BATCHES:])
    kept = newest | _standing([record for record in records if record.batch not in newest and record.batch not in void])
    return [good for good in lines if good.record is None or good.record.batch in kept]


def _standing(records: list[Record]) -> set[str]:
    latest: dict[tuple[str, str | None, str], Record] = {}
    kept = {record.batch for record in records if record.field not in LATEST_COUNTS}
    for record in records:
        for each in record.ids or ("",):
            key = (*record.slot, each)
            if key not in latest or latest[key].order < record.order:
                latest[key] = record
    return kept | {record.batch for record in latest.values()}
