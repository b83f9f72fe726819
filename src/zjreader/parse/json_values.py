"""A stream of JSON -> its objects, one by one: a line each, or the elements of an array.

Never holds more than one object and the piece it stands in. Refuses, object by object, what is no JSON, NaN, numbers
and nesting beyond bounds; lets pass what others write by mistake: a byte order mark, control characters and lone
surrogates inside strings, stray bytes.
"""

import json
import re
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from typing import Any, BinaryIO, Final, NamedTuple, NoReturn

MOST_RECORD: Final = 16 << 20
"""Bytes of one object; the longest news text of our material has 90,000."""

_BOM: Final = b"\xef\xbb\xbf"
_STRUCTURE: Final = re.compile(rb'"(?:[^"\\\n]++|\\.)*+"|[{}"]', re.DOTALL)
_OPEN, _CLOSE = b"{}"


class Found(NamedTuple):
    """An object as bytes, and the line of the stream it begins in; `torn` where its end was not found in bounds."""

    data: bytes
    line: int
    torn: bool = False


def objects(stream: BinaryIO) -> Iterator[Found]:
    """The objects of a stream: its elements where it begins as an array or is laid out over lines, else its lines."""
    pieces = _pieces(stream)
    first = next((piece for piece in pieces if piece.data.removeprefix(_BOM).strip()), Found(b"", 0))
    begin = first.data.removeprefix(_BOM).strip()
    every = chain([first], pieces)
    return _elements(every) if begin.startswith(b"[") or begin == b"{" else _lines(every)


class Decoded(NamedTuple):
    """The value of a JSON text, and how many of its bytes had no meaning."""

    value: Any
    replaced: int = 0


def decoded(data: bytes) -> Decoded:
    """What the text says; raises `ValueError` or `RecursionError` where it is no JSON within bounds."""
    import msgspec

    try:
        return Decoded(msgspec.json.decode(data))
    except ValueError:  # stricter than what people write: no lone surrogate, control character, mark or stray byte
        text = data.decode("utf-8-sig", "replace")
        stray = text.count("\ufffd") - data.count("\ufffd".encode())
        return Decoded(json.loads(text, strict=False, parse_constant=_refused), stray)


def _refused(constant: str) -> NoReturn:
    raise ValueError(constant)


def _pieces(stream: BinaryIO) -> Iterator[Found]:
    """The lines, those longer than a record may be in pieces."""
    line = 1
    for data in iter(partial(stream.readline, MOST_RECORD), b""):
        ends = data.endswith(b"\n")
        yield Found(data, line, torn=len(data) == MOST_RECORD and not ends)
        line += ends


def _lines(pieces: Iterable[Found]) -> Iterator[Found]:
    torn = False
    for piece in pieces:
        if not torn and piece.data.strip():
            yield piece
        torn = piece.torn


def _elements(pieces: Iterable[Found]) -> Iterator[Found]:
    """What stands between outermost braces; of JSON's grammar the scan knows strings and braces alone.

    An object longer than a record may be ends the stream: nothing tells where the next one begins.
    """
    held = bytearray()
    depth = seen = line = 0
    for piece in pieces:
        held += piece.data
        begin, stop = 0, len(held)
        for sign in _STRUCTURE.finditer(held, seen):
            mark = held[sign.start()]
            if mark == _OPEN:
                begin, line = (begin, line) if depth else (sign.start(), piece.line)
                depth += 1
            elif mark == _CLOSE and depth:
                depth -= 1
                if not depth:
                    yield Found(bytes(held[begin : sign.end()]), line)
            elif sign.end() - sign.start() == 1 and piece.torn:
                stop = sign.start()
                break
        kept = begin if depth else stop
        del held[:kept]
        seen = stop - kept
        if len(held) > MOST_RECORD:
            yield Found(b"", line or piece.line, torn=True)
            return
    if depth:
        yield Found(bytes(held), line)
