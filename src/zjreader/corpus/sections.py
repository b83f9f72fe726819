"""A file of named sections, mapped into memory: a sign, the length of a directory, the directory, then the sections.

Promises that opening costs the same however large the file is, and that whatever is not of this form, or not as long as
its directory says, raises ImageError. What a section holds is looked at by whoever reads it.
"""

import json
import mmap
import os
import struct
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from zlib import crc32

from zjreader.errors import ImageError
from zjreader.messages import _

_SIGN = b"zjimage1"
_HEAD = struct.Struct("<8sQ")
_EDGE = 8
_READING = os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC


def file_of(sections: Mapping[str, Sequence[bytes | memoryview]]) -> list[bytes | memoryview]:
    """The pieces of a file that holds these sections, given in pieces; each begins at a multiple of eight bytes."""
    directory, end = {}, 0
    body: list[bytes | memoryview] = []
    for name, section in sections.items():
        size = sum(memoryview(piece).nbytes for piece in section)
        directory[name] = (end, size)
        body += [*section, bytes(-size % _EDGE)]
        end += size + -size % _EDGE
    told = json.dumps(directory).encode()
    told += b" " * (-len(told) % _EDGE)
    return [_HEAD.pack(_SIGN, len(told)), told, *body]


def checksum(pieces: Iterable[bytes | memoryview]) -> int:
    """The CRC-32 of these pieces, one after the other."""
    value = 0
    for piece in pieces:
        value = crc32(piece, value)
    return value


class Sections:
    """An open file; sections are views of it, so that nothing is read before it is looked at."""

    def __init__(self, path: Path, size: int) -> None:
        """`size` is what the file must have; raises ImageError where it is no such file, FileNotFoundError for none."""
        self.name = path.name
        with open(os.open(path, _READING), "rb") as file:  # noqa: PTH123 -- a descriptor
            if os.fstat(file.fileno()).st_size != size or size < _HEAD.size:
                raise damaged(self.name)
            self._whole = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        sign, told = _HEAD.unpack_from(self._whole)
        self._start = _HEAD.size + told
        if sign != _SIGN or self._start > size:
            raise damaged(self.name)
        try:
            self._directory = {str(n): (int(a), int(b)) for n, (a, b) in json.loads(self._told()).items()}
        except (ValueError, TypeError, AttributeError) as error:
            raise damaged(self.name) from error

    def section(self, name: str, form: str = "B") -> memoryview:
        """A section as a sequence of numbers of a format."""
        try:
            start, size = self._directory[name]
            section = self._whole[self._start + start : self._start + start + size]
            if start < 0 or len(section) != size:
                raise damaged(self.name)
            return section.cast(form)  # type: ignore[call-overload,no-any-return]  # the format is a parameter
        except (KeyError, TypeError) as error:
            raise damaged(self.name) from error

    def is_whole(self, checksum: int) -> bool:
        """Whether the file, all of which is read for this, has that CRC-32."""
        return crc32(self._whole) == checksum

    def _told(self) -> bytes:
        return self._whole[_HEAD.size : self._start].tobytes()


def damaged(name: str) -> ImageError:
    """The error for a file of an image that is not as it was written."""
    return ImageError(_("damaged; the index has to be built again"), name)
