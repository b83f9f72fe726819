"""Tables in JSON -> articles: JSON lines and arrays, our own records and other people's.

Reads as the bytes come and holds one record at a time. Refuses record by record: what cannot be read becomes a problem
with its line, and the next one is read.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO, Final

from zjreader.article import Problem, ReadAs, Reading
from zjreader.messages import _
from zjreader.parse import columns, own_record
from zjreader.parse.columns import NO_CONTEXT, Context
from zjreader.parse.json_values import MOST_RECORD, Found, decoded, objects
from zjreader.text.clean import Clean, clean_line, cleaned

UTF_8: Final = ReadAs(Clean("utf-8"), assumed=False)
"""How JSON is read (RFC 8259, 8.1)."""

_RECORD: Final = re.compile(rb'^(?:\xef\xbb\xbf)?[ \t\[,]*+\{\s*+"(?:[^"\\\n]++|\\.)*+"\s*+:', re.MULTILINE)


def looks_like(first: bytes) -> bool:
    """Whether a document with these first bytes is a table in JSON, though some of its records may be damaged."""
    begin = first.removeprefix(b"\xef\xbb\xbf").lstrip()
    return begin.startswith((b"{", b"[")) and _RECORD.search(first) is not None


def read(
    stream: BinaryIO, about: Clean, context: Context = NO_CONTEXT, read_as: ReadAs = UTF_8
) -> Iterator[Reading | Problem]:
    """The articles and problems of a stream in UTF-8, in its order, each with the line on which its record begins.

    `about` names the document in problems. A document in another encoding is given recoded, with how it was read.
    """
    return (_read_one(found, about, context, read_as) for found in objects(stream))


def _read_one(found: Found, about: Clean, context: Context, read_as: ReadAs) -> Reading | Problem:
    if found.torn:
        what = _("a record of more than {megabytes} MB, skipped").format(megabytes=MOST_RECORD >> 20)
        return _problem(about, what, found.line)
    try:
        value, replaced = decoded(found.data)
        row, removed = _clean_value(value)
        if not isinstance(row, dict):
            return _problem(about, _("not a JSON object, skipped"), found.line)
        counted = read_as._replace(replaced=read_as.replaced + replaced, removed=read_as.removed + removed)
        reading = _reading(row, context, counted, found.line)
    except (ValueError, RecursionError):
        return _problem(about, _("not valid JSON, skipped"), found.line)
    return reading or _problem(about, _("a record without title and text, skipped"), found.line)


def _reading(row: Mapping[Clean, Any], context: Context, read_as: ReadAs, line: int) -> Reading | None:
    if own_record.is_ours(row):
        own = own_record.to_article(row)
        return own and Reading(own.article, read_as, line, own.id)
    article = columns.to_article(row, context)
    return article and Reading(article, read_as, line)


def _problem(about: Clean, what: str, line: int) -> Problem:
    return Problem(about, clean_line(what), line, skipped=1)


def _clean_name(name: str) -> Clean:
    return Clean(name) if name.isascii() and name.isidentifier() else clean_line(name)


def _clean_value(value: Any) -> tuple[Any, int]:
    """The value with all its strings clean, and the number of characters removed from them."""
    if isinstance(value, str):
        return cleaned(value)
    if isinstance(value, list):
        parts = [_clean_value(item) for item in value]
        return [part for part, _removed in parts], sum(removed for _part, removed in parts)
    if isinstance(value, dict):
        pairs = {_clean_name(name): _clean_value(item) for name, item in value.items()}
        return {name: part for name, (part, _) in pairs.items()}, sum(removed for _, removed in pairs.values())
    return value, 0
