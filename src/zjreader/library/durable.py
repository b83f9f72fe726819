"""What it takes for a change to outlive a power cut: the only room that adds to, replaces or locks files of ours.

Promises that what returned is on disk, as far as the disk keeps its word, and that a file is the old or the new one,
never half. Refuses to sync a descriptor again after a failed sync: the kernel may have dropped the data and then report
success (what PostgreSQL learnt in 2018); such a file has to be replaced.
"""

import errno
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from zjreader.errors import LockedError
from zjreader.library.disk import APPENDING, LOCKING, MAKING, SYSTEM, Disk, Facts, unsupported
from zjreader.messages import _

LOCK_STEP = 0.002
"""Seconds between two attempts at a lock: the survivor of a killed writer waits no longer than this."""


class FailedSyncError(OSError):
    """What was written may or may not be on disk, and no second sync can tell."""


def append(path: Path, data: bytes, disk: Disk = SYSTEM) -> None:
    """Add to a file, made if absent, and sync it; whoever makes it syncs the folder too.

    The caller holds the lock. After an error the file may end in any part of `data`; after FailedSyncError it is not
    to be trusted at all, but replaced.
    """
    with _opened(path, APPENDING, disk) as descriptor:
        _write_whole(descriptor, data, disk)
        try:
            disk.sync(descriptor)
        except OSError as error:
            raise FailedSyncError(*error.args) from error


def replace(path: Path, contents: bytes | Callable[[Facts], bytes], disk: Disk = SYSTEM) -> None:
    """Put a file in the place of another: old or new, never half, whatever happens in between.

    `contents` may depend on the new file's own facts, which hold after the renaming too. The caller is the only
    writer, or holds a lock. The name in between is fixed: a thousand killed writers leave one file behind.
    """
    new = path.with_name(f"{path.name}.new")
    disk.unlink(new)
    try:
        _make(new, contents, disk)
        disk.rename(new, path)
    except OSError:
        with suppress(OSError):  # a half-written file would hold the room that the disk is short of
            disk.unlink(new)
        raise
    disk.sync_folder(path.parent)


def keep_as(path: Path, kept: Path, disk: Disk = SYSTEM) -> None:
    """Let what is at `path` stay reachable as `kept`, by a second name, else by a copy."""
    disk.unlink(kept)
    try:
        disk.link(path, kept)
    except OSError:  # exFAT and some network volumes have no hard links
        replace(kept, disk.read(path), disk)


def make_folder(folder: Path, disk: Disk = SYSTEM) -> None:
    """A folder and those above it, each synced in its parent.

    The deepest one already there is synced as well: whoever made it may have been killed before doing so.
    """
    missing = []
    while not disk.has_folder(folder) and folder != folder.parent:
        missing.append(folder)
        folder = folder.parent
    disk.sync_folder(folder.parent)
    for each in reversed(missing):
        disk.make_folder(each)
        disk.sync_folder(each.parent)


@contextmanager
def lock(path: Path, wait: float, disk: Disk = SYSTEM) -> Iterator[bool]:
    """Hold the lock on a file of its own, made if absent and never removed; False where there are no locks.

    Waits at most `wait` seconds, then raises LockedError. A killed holder leaves nothing behind to clear away.
    """
    with _opened(path, LOCKING, disk) as descriptor:
        yield _locked(descriptor, path, wait, disk)


def _locked(descriptor: int, path: Path, wait: float, disk: Disk) -> bool:
    try:
        for _attempt in range(max(1, round(wait / LOCK_STEP))):
            if disk.try_lock(descriptor):
                return True
            time.sleep(LOCK_STEP)
    except OSError as error:
        if unsupported(error):
            return False
        raise
    raise LockedError(_("another zjreader has been writing for too long"), str(path))


def _make(new: Path, contents: bytes | Callable[[Facts], bytes], disk: Disk) -> None:
    with _opened(new, MAKING, disk) as descriptor:
        if not isinstance(contents, bytes):
            facts = disk.facts(new)
            assert facts is not None
            contents = contents(facts)
        _write_whole(descriptor, contents, disk)
        disk.sync(descriptor)


@contextmanager
def _opened(path: Path, flags: int, disk: Disk) -> Iterator[int]:
    descriptor = disk.open(path, flags)
    try:
        yield descriptor
    finally:
        with suppress(OSError):  # what counts was synced before; an error here must not hide the one that led here
            disk.close(descriptor)


def _write_whole(descriptor: int, data: bytes, disk: Disk) -> None:
    rest = memoryview(data)
    while rest:
        taken = disk.write(descriptor, rest)
        if not taken:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        rest = rest[taken:]
