"""The operations on files that writing an image is made of, each raising OSError.

A `Shelf` is a parameter, so that a test can fail at any of them. Files are for their owner alone and links are not
followed. Synced plainly, past the cache of the system and not of the drive: an image can be made again.
"""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

_MAKING = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC


class Shelf(Protocol):
    """Where an image is put."""

    def names(self, folder: Path) -> list[str]:
        """The names in a folder, which is made, for its owner alone, where it is absent."""

    def make(self, path: Path, pieces: Iterable[bytes | memoryview]) -> None:
        """A new file of these pieces, on disk when it returns; in the place of a half-made one of that name."""

    def rename(self, old: Path, new: Path) -> None:
        """Atomically, `new` replaced; the names in the folder are on disk when it returns."""

    def remove(self, path: Path) -> None:
        """The name is gone; who has the file open keeps it."""


class SystemShelf:
    """The real one."""

    def names(self, folder: Path) -> list[str]:
        """The names in a folder, which is made where it is absent."""
        folder.mkdir(0o700, parents=True, exist_ok=True)
        return sorted(path.name for path in folder.iterdir())

    def make(self, path: Path, pieces: Iterable[bytes | memoryview]) -> None:
        """A new file of these pieces, on disk when it returns."""
        path.unlink(missing_ok=True)
        with open(os.open(path, _MAKING, 0o600), "wb") as file:  # noqa: PTH123 -- a descriptor
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())

    def rename(self, old: Path, new: Path) -> None:
        """Atomically; the names in the folder are on disk when it returns."""
        old.rename(new)
        descriptor = os.open(new.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def remove(self, path: Path) -> None:
        """The name is gone."""
        path.unlink(missing_ok=True)


SYSTEM = SystemShelf()
