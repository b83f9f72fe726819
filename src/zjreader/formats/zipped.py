"""A zip file of texts, made piece by piece as it leaves: nothing of it is held, and it need not lie on a disk."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


class _Passing:
    """Takes what a `ZipFile` writes and lets it be taken up; it cannot be sought in, as a pipe cannot."""

    def __init__(self) -> None:
        self._written: list[bytes] = []

    def write(self, data: bytes) -> int:
        self._written.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """There is nothing to wait for."""

    def close(self) -> None:
        """Nor anything to give back."""

    def taken(self) -> bytes:
        """What was written since it was last asked."""
        data, self._written = b"".join(self._written), []
        return data


def zipped(files: Iterable[tuple[str, Iterable[str]]], when: datetime) -> Iterator[bytes]:
    """The file with these names and texts in it, in UTF-8, all of this time; what has no text is left out."""
    passing = _Passing()
    with ZipFile(passing, "w") as archive:
        for name, chunks in files:
            for _written in _pack(archive, ZipInfo(name, when.timetuple()[:6]), iter(chunks)):
                yield passing.taken()
    yield passing.taken()


def _pack(archive: ZipFile, info: ZipInfo, chunks: Iterator[str]) -> Iterator[int]:
    """Write a member, piece by piece."""
    first = next(chunks, None)
    if first is None:
        return
    info.compress_type = ZIP_DEFLATED
    with archive.open(info, "w", force_zip64=True) as member:
        yield member.write(first.encode())
        for chunk in chunks:
            yield member.write(chunk.encode())
