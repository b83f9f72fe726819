"""JSON -> the rows of a table: lines, an array, or an object that holds one array of records."""

import re
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO, Final

from zjreader.messages import _
from zjreader.parse.columns import Told, fields_of
from zjreader.parse.json_values import MOST_RECORD, Found, decoded, lazily, objects
from zjreader.parse.rows import Remark, Row

_TELLING: Final = frozenset({"title", "body"})
_TOKEN: Final = re.compile(
    rb'(?P<text>"(?:[^"\\\n]++|\\.)*+")(?P<name>\s*:(?=\s*(?P<said>")?))?|[{}\]]|\[(?=\s*(?P<objects>\{)?)', re.DOTALL
)
_MOST_DEPTH: Final = 3
"""How deep the array of records may lie, as in `{"data":{"list":[…]}}`."""


def rows(stream: BinaryIO, told: Told = ()) -> Iterator[Row | Remark]:
    """The records of a stream in UTF-8, in its order, each with the line in which it begins."""
    return map(_row, objects(stream, partial(records_in, told=told)))


def lazy_rows(stream: BinaryIO, told: Told = ()) -> Iterator[Row]:
    """The same, but each value is read when it is asked for, and what cannot be read is passed over."""
    read = lazily()
    for found in objects(stream, partial(records_in, told=told)):
        values = read(found.data)
        if values is not None:
            yield Row(values, found.line)


def records_in(head: bytes, told: Told = ()) -> int | None:
    """Where in an object that begins so the array of its records begins; None where the object is a record itself.

    The first array of objects counts, if these have a title or text and the object around them has no text of its own.
    """
    path: list[bytes] = []
    around, inside = set[str](), set[str]()
    array, depth = None, 0
    for token in _TOKEN.finditer(head):
        sign = token[0][:1]
        if sign in {b"{", b"["}:
            path.append(sign)
            if array is None and token["objects"] and path.count(b"[") == 1 and len(path) <= _MOST_DEPTH:
                array, depth = token.start(), len(path) + 1
        elif sign in {b"}", b"]"}:
            del path[-1:]
        elif token["name"] and b"[" not in path and token["said"]:
            around.add(_name(token))
        elif token["name"] and len(path) == depth:
            inside.add(_name(token))
    is_record = "schema" in around or "body" in dict(fields_of(tuple(around), told))
    return None if is_record or not _TELLING & dict(fields_of(tuple(inside), told)).keys() else array


def _name(token: re.Match[bytes]) -> str:
    return token["text"][1:-1].decode("utf-8", "replace")


def _row(found: Found) -> Row | Remark:
    if found.torn:
        what = _("a record of more than {megabytes} MB, skipped").format(megabytes=MOST_RECORD >> 20)
        return Remark(what, found.line)
    try:
        value, replaced = decoded(found.data)
    except (ValueError, RecursionError):
        return Remark(_("not valid JSON, skipped"), found.line)
    if not isinstance(value, dict):
        return Remark(_("not a JSON object, skipped"), found.line)
    return Row(value, found.line, replaced)
