"""What can be read once -> what can be read again: small things in memory, others in a nameless file of ours."""

import shutil
from collections.abc import Callable
from functools import partial
from io import BufferedReader, BytesIO, FileIO
from typing import BinaryIO, Final, cast

MOST_HELD: Final = 1 << 20
"""Bytes that are kept in memory."""


def kept(stream: BinaryIO) -> Callable[[], BinaryIO]:
    """Read a stream to its end; what opens a copy of it from its start, for one reader at a time."""
    begin = stream.read(MOST_HELD)
    if len(begin) < MOST_HELD:
        return partial(BytesIO, begin)
    return _Spool(begin, stream).open


class _Spool:
    """A copy in a file that goes with it."""

    def __init__(self, begin: bytes, stream: BinaryIO) -> None:
        from tempfile import TemporaryFile

        self._file = TemporaryFile()  # noqa: SIM115 -- closed when the last who reads it is gone
        self._file.write(begin)
        shutil.copyfileobj(stream, self._file)

    def open(self) -> BinaryIO:
        """The copy from its start."""
        self._file.seek(0)
        return cast("BinaryIO", BufferedReader(FileIO(self._file.fileno(), closefd=False)))

    def __del__(self) -> None:
        self._file.close()
