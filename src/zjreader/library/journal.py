"""What a person did, on disk before it is called saved: one append-only journal per device, their union the state.

A batch that `append` returned has been synced: no killed process, full disk or power cut takes it back. What could not
be saved waits in memory, is said (UnsavedError) and goes out with the next batch. After a failed sync that file is
never synced again: all of it is written to a new one. A damaged journal is kept as `….bak-TIME` before it is repaired,
one of a later version is only read. The lock is held for an append, never for a session.
"""

import errno
import os
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from zjreader.article import Problem
from zjreader.errors import UnsavedError
from zjreader.library import device
from zjreader.library.disk import SYSTEM, Disk, Facts
from zjreader.library.durable import lock, make_folder
from zjreader.library.journal_lines import Entry, Record, encode, split
from zjreader.library.journal_union import SUFFIX, Union
from zjreader.library.journal_writer import COMPACT_OVER, Writer
from zjreader.library.paths import Paths
from zjreader.messages import _
from zjreader.text.clean import Clean, clean_line

LOCK_WAIT = 10.0
"""Seconds; a writer holds the lock for milliseconds, so ten of them mean that something is wrong."""

_READ_ONLY = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class _Batch(NamedTuple):
    id: Clean
    entries: list[Entry]


class Journal:
    """The union of a folder's journals, and the pen for this device's own."""

    def __init__(
        self,
        paths: Paths,
        now: Callable[[], datetime],
        *,
        disk: Disk = SYSTEM,
        host: Clean | None = None,
        session: Clean | None = None,
        lock_wait: float = LOCK_WAIT,
        compact_over: int = COMPACT_OVER,
    ) -> None:
        """Reads nothing yet; `session` is the name under which undo finds this writer's own batches."""
        self.session = session or Clean(os.urandom(4).hex())
        self._paths = paths
        self._now = now
        self._disk = disk
        self._host = host
        self._lock_wait = lock_wait
        self._union = Union(paths.state, disk)
        self._writer = Writer(now, disk, compact_over)
        self._drafts: list[_Batch] = []
        self._stamped: list[Record] = []
        self._unlocked = False

    @classmethod
    def open(cls, paths: Paths, now: Callable[[], datetime], *, disk: Disk = SYSTEM) -> "Journal":
        """The journals as they stand; where there is no folder yet, none, and none is made."""
        journal = cls(paths, now, disk=disk)
        journal.refresh()
        return journal

    @property
    def now(self) -> datetime:
        """The time by the clock that the journal was given."""
        return self._now()

    @property
    def folder(self) -> Path:
        """Where the journals lie, and whatever else is worth syncing."""
        return self._paths.state

    @property
    def records(self) -> Sequence[Record]:
        """What is saved, in the order in which it became known: it only grows, at its end."""
        return self._union.records

    @property
    def unsaved(self) -> tuple[Record, ...]:
        """What `append` could not save, as it will be written; it is shown to the user as not saved."""
        return (*self._stamped, *_stamped(self._drafts, self._tick(), Clean(""), self.session))

    @property
    def device(self) -> Clean | None:
        """This device's name; None before its first mark."""
        return device.known(self._paths.local, self._at, self._disk)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What could not be read, and what makes writing less safe here."""
        return (*self._union.problems, *self._unlocked_problem())

    @property
    def read_from(self) -> Mapping[str, Facts]:
        """In which state each journal was when it was read."""
        return self._union.facts

    def refresh(self) -> None:
        """Take up what other processes, devices and syncers added; costs a look at each file's size."""
        self._union.refresh()

    def append(self, entries: Sequence[Entry]) -> Clean:
        """Save a batch, all of it or nothing, and what waited before it; it is synced when its id is returned.

        Raises UnsavedError (LockedError too): then the batch waits in `unsaved`, and `save` tries again.
        """
        batch = _Batch(Clean(os.urandom(8).hex()), split(entries))
        if batch.entries:
            self._drafts.append(batch)
        self.save()
        return batch.id

    def save(self) -> None:
        """Save what waits, if anything does. Raises UnsavedError."""
        if not (self._drafts or self._stamped):
            return
        try:
            make_folder(self._paths.local, self._disk)
            with lock(self._paths.local / "journal.lock", self._lock_wait, self._disk) as locked:
                self._save(locked=locked)
        except OSError as error:
            raise UnsavedError(_why(error), str(self._paths.state)) from error

    def _save(self, *, locked: bool) -> None:
        name = device.claim(self._paths.local, self._at, self._disk)
        self._unlocked = not locked
        path = self._paths.state / (f"{name}{SUFFIX}" if locked else f"{name}.{os.getpid()}{SUFFIX}")
        self._union.refresh()
        self._stamped += _stamped(self._drafts, self._tick(), name, self.session)
        self._drafts.clear()
        data = b"".join(encode(record) for record in self._stamped)
        self._writer.write(path, self._union.file(path.name), data, self.records)
        self._union.take(self._stamped)
        self._stamped.clear()
        self._union.refresh()

    @property
    def _at(self) -> Clean:
        self._host = self._host or device.host()
        return self._host

    def _tick(self) -> tuple[int, int]:
        ms, counter = max(self._union.clock, *(record[:2] for record in self._stamped), (0, 0))
        now = int(self._now().timestamp() * 1000)
        return (now, 0) if now > ms else (ms, counter + 1)

    def _unlocked_problem(self) -> tuple[Problem, ...]:
        if not self._unlocked:
            return ()
        what = _("the file system has no locks; each zjreader writes a journal of its own")
        return (Problem(clean_line(str(self._paths.local)), clean_line(what)),)


def _stamped(batches: Sequence[_Batch], at: tuple[int, int], name: Clean, session: Clean) -> list[Record]:
    ms, counter = at
    return [
        Record(ms, counter + later, name, batch.id, number, len(batch.entries), session, *entry)
        for later, batch in enumerate(batches)
        for number, entry in enumerate(batch.entries, 1)
    ]


def _why(error: OSError) -> str:
    if error.errno in _FULL:
        return _("the disk is full; not saved yet")
    if error.errno in _READ_ONLY:
        return _("may only be read; not saved")
    return _("not saved: {why}").format(why=error.strerror or error)
