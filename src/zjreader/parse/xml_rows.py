"""XML that holds records, each a row of elements without elements in them -> rows, one record at a time.

Such are `<doc><url>…</url><title>…</title><content>…</content></doc>`, alone, one after another without a root, or in
one. Promises time and memory that grow with the longest record: no entity but HTML's own and characters by number is
replaced, so none can grow or open a file. Refuses nothing; a record whose end is missing is a remark.
"""

import re
from collections.abc import Iterator, Mapping
from html import escape, unescape
from typing import Final, TextIO

from zjreader.messages import _
from zjreader.parse.rows import Remark, Row

MOST_RECORD: Final = 16 << 20
"""Characters of one record; the longest news text of our material has 90,000."""

_PIECE: Final = 1 << 16
_NAME: Final = r"[A-Za-z_][\w.-]*+"
_RECORD: Final = re.compile(rf"<(?P<name>{_NAME})(?:\s[^<>]*+)?>\s*+(?=<{_NAME}>[^<]*+<[/!])")
"""The opening of the first element whose first child has no elements."""

_FIELD: Final = re.compile(rf"<(?P<name>{_NAME})(?:\s[^<>]*+)?>(?P<value>[^<]*+)</(?P=name)\s*+>")


def rows(stream: TextIO) -> Iterator[Row | Remark]:
    """The records of a stream, each with the line in which it begins."""
    held, line = stream.read(_PIECE), 1
    opening = _RECORD.search(held)
    end = f"</{opening['name']}>" if opening else ""
    while end:
        held, at = _up_to(end, held, stream)
        record = held if at < 0 else held[:at]
        begins = line + record[: len(record) - len(record.lstrip())].count("\n")
        values = _fields(record)
        if values and at >= 0:
            yield Row(values, begins, record.count("\ufffd"))
        elif values:
            yield Remark(_("a record without an end, skipped"), begins)
        line, held = line + record.count("\n"), held[at + len(end) :]
        end = end if at >= 0 else ""


def _up_to(end: str, held: str, stream: TextIO) -> tuple[str, int]:
    """What is held and enough more for a record to end, and where it does; -1 where it does not within bounds."""
    searched = 0
    while (at := held.find(end, searched)) < 0 and len(held) < MOST_RECORD and (piece := stream.read(_PIECE)):
        searched = max(0, len(held) - len(end))
        held += piece
    return held, at


def _fields(record: str) -> Mapping[str, str]:
    """The values by the names of their elements; of several of one name the first counts."""
    values: dict[str, str] = {}
    for found in _FIELD.finditer(_without_sections(record)):
        values.setdefault(found["name"], unescape(found["value"]).strip())
    return values


def _without_sections(record: str) -> str:
    """The record with what stands in sections of characters escaped."""
    first, *sections = record.split("<![CDATA[")
    parted = (section.partition("]]>") for section in sections)
    return first + "".join(escape(inside) + rest for inside, _end, rest in parted)
