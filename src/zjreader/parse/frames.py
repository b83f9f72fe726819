"""Values through a pipe between two processes of ours: four bytes of length, then MessagePack.

No pickle: whoever took over the process that reads foreign markup could send values of the awaited form alone.
"""

from typing import BinaryIO, TypeVar

import msgspec

_Value = TypeVar("_Value")
_LENGTH = 4


def put(stream: BinaryIO, value: object) -> None:
    """Send a value; raises OSError where nobody listens."""
    data = msgspec.msgpack.encode(value)
    stream.write(len(data).to_bytes(_LENGTH, "big") + data)
    stream.flush()


def taken(stream: BinaryIO, form: type[_Value]) -> _Value | None:
    """The next value; None at the end of the stream, and for what is no such value."""
    length = stream.read(_LENGTH)
    data = stream.read(int.from_bytes(length, "big"))
    try:
        return msgspec.msgpack.decode(data, type=form)
    except msgspec.MsgspecError:
        return None
