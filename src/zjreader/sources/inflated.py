"""Compressed streams -> their bytes, while they grow no more than honest texts do; every failure is an `OSError`."""

import zlib
from bz2 import BZ2File
from collections.abc import Callable
from gzip import GzipFile
from io import BufferedReader, RawIOBase
from lzma import LZMAError, LZMAFile
from typing import Any, BinaryIO, Final, cast
from zipfile import BadZipFile, ZipExtFile

from zjreader.messages import _
from zjreader.parse.detect import Format

MOST_RATIO: Final = 200
"""How many times its compressed size a text may be; news in any compression stays below 30."""

FREE: Final = 1 << 20
"""Bytes from which on the ratio is looked at."""

MOST_BYTES: Final = 1 << 36
"""Bytes of one stream: 25 million articles."""

_DAMAGES: Final = (EOFError, BadZipFile, LZMAError, zlib.error)


def inflated(kind: Format, open_packed: Callable[[], BinaryIO]) -> BinaryIO:
    """What a gzip, bzip2 or xz file holds."""
    packed = _Counted(open_packed())
    return cast("BinaryIO", BufferedReader(Guarded(_opened(kind, packed), packed)))


def swells() -> OSError:
    """The failure of what would fill memory or disk if it were read to its end."""
    return OSError(_("swells to more than {ratio} times its size, stopped").format(ratio=MOST_RATIO))


def damaged() -> OSError:
    """The failure of what cannot be unpacked, or not any further."""
    return OSError(_("damaged here, not read further"))


class _Counted(RawIOBase):
    """A stream that knows how much was read of it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.count = 0

    def readinto(self, buffer: Any) -> int:
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        self.count += len(data)
        return len(data)

    def close(self) -> None:
        self._stream.close()
        super().close()


def _opened(kind: Format, packed: _Counted) -> GzipFile | BZ2File | LZMAFile:
    stream = cast("BinaryIO", packed)
    if kind == "gzip":
        return GzipFile(fileobj=stream)
    return BZ2File(stream) if kind == "bzip2" else LZMAFile(stream)


class Guarded(RawIOBase):
    """A stream that says in our words what went wrong with it, and stops where it swells."""

    def __init__(self, inner: GzipFile | BZ2File | LZMAFile | ZipExtFile, packed: _Counted | None = None) -> None:
        """`packed` is what `inner` is read from, unless their sizes were compared before."""
        self._inner = inner
        self._packed = packed
        self._count = 0

    def readable(self) -> bool:
        """It is there to be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Raises `OSError` for what is damaged and what swells."""
        try:
            data = self._inner.read1(len(buffer))
        except _DAMAGES as error:
            raise damaged() from error
        self._count += len(data)
        if self._packed and self._count > min(MOST_BYTES, FREE + MOST_RATIO * self._packed.count):
            raise swells()
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Closes the streams below, too."""
        self._inner.close()
        if self._packed:
            self._packed.close()
        super().close()
