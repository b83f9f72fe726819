"""The pen for this device's own journal: append, and when that is not enough, write the file anew.

Anew means: the old file stays as `….bak` (compaction) or `….bak-TIME` (repair), the new one is synced before it takes
the old one's name, other processes see another inode and read again. Nothing here retries a sync.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from zjreader.errors import UnsavedError
from zjreader.library.compaction import good_lines, journal_of, live
from zjreader.library.disk import SYSTEM, Disk
from zjreader.library.durable import FailedSyncError, append, keep_as, make_folder, replace
from zjreader.library.journal_lines import VERSION, Record, closing, header, voided
from zjreader.library.journal_union import Read
from zjreader.messages import _

COMPACT_OVER = 4_000_000
"""Bytes: some 20,000 single marks, read in a tenth of a second."""

COMPACT_RATIO = 4
"""Times the size of what still matters: below it, writing anew would cost more than it saves."""

MERGED_BY_GIT = b"*.jsonl merge=union\n"


class Writer:
    """Writes under the lock, which its caller holds, and returns when all is synced."""

    def __init__(self, now: Callable[[], datetime], disk: Disk = SYSTEM, compact_over: int = COMPACT_OVER) -> None:
        """Touches nothing yet."""
        self._now = now
        self._disk = disk
        self._compact_over = compact_over
        self._live_bytes = 0
        self._placed: tuple[int, ...] | None = None
        self._distrusted = False

    def write(self, path: Path, read: Read | None, data: bytes, records: Sequence[Record]) -> None:
        """Add lines to a journal that was read as far as `read` says, just now; `records` are the union's.

        Raises OSError, or UnsavedError for the journal of a newer version.
        """
        if read is not None and read.version > VERSION:
            raise UnsavedError(_("the journal was written by a newer version and is only read"), str(path))
        if self._placed is None:
            self._prepare(path.parent)
        if read is not None and read.damaged:
            self._repair(path, data)
        elif self._distrusted:
            self._rewrite(path, data)
        elif read is None or not self._compacted(path, read, data, records):
            self._append(path, _lead(read) + data)

    def _prepare(self, folder: Path) -> None:
        make_folder(folder, self._disk)
        attributes = folder / ".gitattributes"
        if self._disk.facts(attributes) is None:
            replace(attributes, MERGED_BY_GIT, self._disk)

    def _append(self, path: Path, data: bytes) -> None:
        try:
            append(path, data, self._disk)
        except FailedSyncError:
            self._distrusted = True
            self._rewrite(path, data)
            return
        place = self._inode(path)
        if place != self._placed:  # made or renamed, by us or by a process that was killed before it synced the folder
            self._disk.sync_folder(path.parent)
            self._placed = place

    def _repair(self, path: Path, data: bytes) -> None:
        time = self._now().astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
        keep_as(path, path.with_name(f"{path.name}.bak-{time}"), self._disk)
        self._rewrite(path, data)

    def _compacted(self, path: Path, read: Read, data: bytes, records: Sequence[Record]) -> bool:
        size = read.facts.size + len(data)
        if size <= max(self._compact_over, COMPACT_RATIO * self._live_bytes):
            return False
        lines = live(good_lines(self._disk.read(path) + b"\n" + data), voided(records))
        self._live_bytes = sum(len(good.line) + 1 for good in lines)
        if size <= COMPACT_RATIO * self._live_bytes:
            return False
        with suppress(OSError):  # no room for a second file: appending, which needs less, may still go well
            keep_as(path, path.with_name(f"{path.name}.bak"), self._disk)
            replace(path, journal_of(lines), self._disk)
            self._placed = self._inode(path)
            return True
        self._live_bytes = size  # not tried again before it has grown fourfold
        return False

    def _rewrite(self, path: Path, data: bytes) -> None:
        replace(path, journal_of(good_lines(self._disk.read(path) + b"\n" + data)), self._disk)
        self._placed = self._inode(path)
        self._distrusted = False

    def _inode(self, path: Path) -> tuple[int, ...] | None:
        facts = self._disk.facts(path)
        return facts and facts[:2]


def _lead(read: Read | None) -> bytes:
    if read is None:
        return header()
    return closing(read.tail) if read.headed else closing(read.tail) + header()
