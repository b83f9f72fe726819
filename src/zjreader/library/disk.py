"""The operations on files that keeping marks is made of, and what they mean on each system.

A `Disk` is a parameter everywhere, so that a test can cut the power between any two operations. The real one opens
files of ours alone (0600, folders 0700), never follows a link in a file's place and never waits for a pipe.
"""

import errno
import fcntl
import os
import stat
from pathlib import Path
from typing import NamedTuple, Protocol

_OWN = os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NONBLOCK  # a pipe in a file's place shall not hold us up
APPENDING = os.O_WRONLY | os.O_APPEND | os.O_CREAT | _OWN
MAKING = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _OWN
LOCKING = os.O_RDWR | os.O_CREAT | _OWN  # NFS refuses an exclusive lock on a read-only descriptor
READING = os.O_RDONLY | _OWN

_UNSUPPORTED = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.ENOTTY, errno.ENOLCK})
_FULL_SYNC: int | None = getattr(fcntl, "F_FULLFSYNC", None)


class Facts(NamedTuple):
    """What tells one state of a file from another: volume, inode, bytes, time of change in nanoseconds."""

    volume: int
    inode: int
    size: int
    modified: int


class Disk(Protocol):
    """The operations that storing marks is made of; each raises OSError."""

    def names(self, folder: Path) -> list[str]:
        """The names in a folder, sorted; none where it does not exist."""

    def facts(self, path: Path) -> Facts | None:
        """Of a regular file, None of anything else: a link, a pipe or a device is never opened."""

    def read(self, path: Path, start: int = 0) -> bytes:
        """The bytes from `start` on."""

    def open(self, path: Path, flags: int) -> int:
        """A descriptor; a file that is made is readable by its owner alone."""

    def write(self, descriptor: int, piece: memoryview) -> int:
        """How many bytes were taken, perhaps fewer than given."""

    def sync(self, descriptor: int) -> None:
        """Contents and size are on disk when it returns."""

    def close(self, descriptor: int) -> None:
        """The descriptor is gone, and a lock on it too."""

    def rename(self, old: Path, new: Path) -> None:
        """Atomically; `new` is replaced."""

    def link(self, old: Path, new: Path) -> None:
        """A second name for the same file."""

    def unlink(self, path: Path) -> None:
        """The name is gone; no error where it was not there."""

    def has_folder(self, folder: Path) -> bool:
        """Whether it exists."""

    def make_folder(self, folder: Path) -> None:
        """For its owner alone; the parent exists."""

    def sync_folder(self, folder: Path) -> None:
        """The names in it are on disk when it returns."""

    def try_lock(self, descriptor: int) -> bool:
        """Whether it is now held; an error that is `unsupported` where the file system has no locks."""


class SystemDisk:
    """The real one."""

    def names(self, folder: Path) -> list[str]:
        """The names in a folder, sorted; none where it does not exist."""
        try:
            return sorted(os.listdir(folder))  # noqa: PTH208 -- names, not paths: a hundred files a second are asked
        except FileNotFoundError:
            return []

    def facts(self, path: Path) -> Facts | None:
        """Of a regular file, None of anything else."""
        try:
            found = os.lstat(path)
        except (FileNotFoundError, NotADirectoryError):
            return None
        if not stat.S_ISREG(found.st_mode):
            return None
        return Facts(found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)

    def read(self, path: Path, start: int = 0) -> bytes:
        """The bytes from `start` on."""
        with open(os.open(path, READING), "rb") as file:  # noqa: PTH123 -- a descriptor
            file.seek(start)
            return file.read()

    def open(self, path: Path, flags: int) -> int:
        """A descriptor; a file that is made is readable by its owner alone."""
        return os.open(path, flags, 0o600)

    def write(self, descriptor: int, piece: memoryview) -> int:
        """How many bytes were taken, perhaps fewer than given."""
        return os.write(descriptor, piece)

    def sync(self, descriptor: int) -> None:
        """Contents and size are on disk when it returns."""
        sync_contents(descriptor)

    def close(self, descriptor: int) -> None:
        """The descriptor is gone, and a lock on it too."""
        os.close(descriptor)

    def rename(self, old: Path, new: Path) -> None:
        """Atomically; `new` is replaced."""
        old.rename(new)

    def link(self, old: Path, new: Path) -> None:
        """A second name for the same file."""
        new.hardlink_to(old)

    def unlink(self, path: Path) -> None:
        """The name is gone; no error where it was not there."""
        path.unlink(missing_ok=True)

    def has_folder(self, folder: Path) -> bool:
        """Whether it exists."""
        return folder.is_dir()

    def make_folder(self, folder: Path) -> None:
        """For its owner alone; the parent exists."""
        folder.mkdir(0o700, exist_ok=True)

    def sync_folder(self, folder: Path) -> None:
        """The names in it are on disk when it returns, where the system can say so."""
        try:
            descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        except PermissionError:  # a parent that is not ours to open, such as a home's
            return
        try:
            os.fsync(descriptor)
        except OSError as error:
            if not unsupported(error):
                raise
        finally:
            os.close(descriptor)

    def try_lock(self, descriptor: int) -> bool:
        """Whether it is now held. The kernel lets go of it when the process ends, however it ends."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


SYSTEM = SystemDisk()


def sync_contents(descriptor: int, full_sync: int | None = _FULL_SYNC) -> None:
    """Sync a file's contents past the disk's own cache.

    `full_sync` is macOS' F_FULLFSYNC, since its fsync leaves data in the drive's cache (fsync(2) there) and fdatasync
    is missing; volumes that do not know it, as network ones, get a plain fsync.
    """
    if full_sync is None:
        os.fdatasync(descriptor)
        return
    try:
        fcntl.fcntl(descriptor, full_sync)
    except OSError as error:
        if not unsupported(error):
            raise
        os.fsync(descriptor)


def unsupported(error: OSError) -> bool:
    """Whether the file system does not know the operation, rather than having failed at it."""
    return error.errno in _UNSUPPORTED
