"""A stream of JSON -> its objects, one by one: a line each, or the elements of an array.

Never holds more than one object and the piece it stands in. Refuses, object by object, what is no JSON, NaN, numbers
and nesting beyond bounds; lets pass what others write by mistake: a byte order mark, control characters and lone
surrogates inside strings, stray bytes.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import chain
from typing import Any, BinaryIO, Final, NamedTuple, NoReturn

MOST_RECORD: Final = 16 << 20
"""Bytes of one object; the longest news text of our material has 90,000."""

_BOM: Final = b"\xef\xbb\xbf"
_CLOSED: Final = re.compile(rb'"(?:[^"\\\n]++|\\.)*+"|[{}"\]]', re.DOTALL)
_STRUCTURE: Final = re.compile(rb'"(?:[^"\\\n]++|\\.)*+"|[{}"]', re.DOTALL)
_OPEN, _CLOSE, _END = b"{", b"}", b"]"
_HEAD: Final = 1 << 16
"""Bytes in which an object over several lines shows what it holds."""


class Found(NamedTuple):
    """An object as bytes, and the line of the stream it begins in; `torn` where its end was not found in bounds."""

    data: bytes
    line: int
    torn: bool = False


def objects(stream: BinaryIO, within: Callable[[bytes], int | None] = lambda _head: None) -> Iterator[Found]:
    """The objects of a stream: its elements where it begins as an array or is laid out over lines, else its lines.

    `within` is asked where in an object that fills the whole stream the array of its objects begins, if it holds one.
    """
    pieces = _pieces(stream)
    first = next((piece for piece in pieces if piece.data.removeprefix(_BOM).strip()), Found(b"", 0))
    begin = first.data.removeprefix(_BOM).strip()
    if begin.startswith(b"["):
        return _elements(chain([first], pieces))
    if begin.endswith(b"}") and b"[" not in begin:
        return _lines(chain([first], pieces))
    second = next((piece for piece in pieces if piece.data.strip()), Found(b"", first.line + 1))
    opens_one = begin.endswith(b"}") or within(first.data[:_HEAD]) is None
    if second.data.lstrip().startswith(_OPEN) and begin != _OPEN and opens_one and not first.torn:
        return _lines(chain([first, second], pieces))
    head = [first, second, *_few(pieces)]
    at = within(b"".join(piece.data for piece in head)[:_HEAD]) if begin.startswith(_OPEN) else None
    if at is not None:
        return _elements(_from(at, chain(head, pieces)), closed=True)
    laid_out = begin == _OPEN or (second.data and not begin.endswith(b"}"))
    return (_elements if laid_out else _lines)(chain(head, pieces))


def _few(pieces: Iterator[Found]) -> Iterator[Found]:
    size = 0
    for piece in pieces:
        yield piece
        size += len(piece.data)
        if size >= _HEAD:
            return


def _from(at: int, pieces: Iterable[Found]) -> Iterator[Found]:
    """The pieces from an offset on."""
    for piece in pieces:
        if at < len(piece.data):
            yield piece._replace(data=piece.data[at:])
        at = max(0, at - len(piece.data))


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


class Lazy(Mapping[str, Any]):
    """A JSON object whose values are read when they are asked for; asking raises as `decoded` does."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        """`values` hold JSON text."""
        self._values = values

    def __getitem__(self, name: str) -> Any:
        return decoded(bytes(self._values[name])).value

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


def lazily() -> Callable[[bytes], Mapping[str, Any] | None]:
    """What reads a JSON text to its first depth; it gives None where there is no object."""
    import msgspec

    decoder = msgspec.json.Decoder(dict[str, msgspec.Raw])

    def read(data: bytes) -> Mapping[str, Any] | None:
        try:
            return Lazy(decoder.decode(data))
        except ValueError:
            pass
        try:
            value = decoded(data).value
        except (ValueError, RecursionError):
            return None
        return value if isinstance(value, dict) else None

    return read


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


def _elements(pieces: Iterable[Found], *, closed: bool = False) -> Iterator[Found]:
    """What stands between outermost braces; of JSON's grammar the scan knows strings and braces alone.

    An object longer than a record may be ends the stream: nothing tells where the next one begins. `closed` is an array
    that something stands behind: its bracket ends the stream.
    """
    structure = _CLOSED if closed else _STRUCTURE
    held = bytearray()
    depth = seen = line = 0
    for piece in pieces:
        held += piece.data
        begin, stop = 0, len(held)
        for sign in structure.finditer(held, seen):
            mark = sign[0]
            if mark == _OPEN:
                begin, line = (begin, line) if depth else (sign.start(), piece.line)
                depth += 1
            elif mark == _CLOSE and depth:
                depth -= 1
                if not depth:
                    yield Found(bytes(held[begin : sign.end()]), line)
            elif mark == _END and not depth:
                return
            elif mark == b'"' and piece.torn:
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
