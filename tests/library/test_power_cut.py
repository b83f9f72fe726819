"""The journal on a disk that loses, cuts and tears what was not synced, and fails at any operation."""

import errno
import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import pytest

from zjreader.errors import UnsavedError
from zjreader.library.disk import Facts
from zjreader.library.journal import Journal
from zjreader.library.journal_lines import Entry
from zjreader.library.paths import Paths
from zjreader.text.clean import Clean

LONG = os.environ.get("ZJREADER_TEST_LONG") == "1"
LEAST_STATES = 10_000
LEAST_FAULT_POINTS = 16
CUT_STEP = 1 if LONG else 7  # of a long pending write, every seventh byte; of a short one, every byte

ROOT = Path("/disk")
PATHS = Paths(*(ROOT / name for name in Paths._fields))
HOST = Clean("0123456789abcdef")
READ_IT = [Entry(Clean("read"), True, (Clean("a000000000000001"),))]
STAR_IT = [Entry(Clean("starred"), True, (Clean("a000000000000001"),))]
FOLDER = 0  # the inode number that stands for a folder


class Killed(BaseException):
    """The process is gone: nobody catches this."""


class Contents(NamedTuple):
    """A file: what the page cache shows, and how much of it is surely on the platter."""

    shown: bytes = b""
    synced: bytes = b""
    poisoned: bool = False  # a sync failed: what is shown now will never be written out


class SimulatedDisk:
    """Holds everything in memory. `before` is called ahead of every operation that changes anything, with its name."""

    def __init__(self, before: Callable[[str], None] = lambda _name: None, *, syncs: bool = True) -> None:
        self.before = before
        self.syncs = syncs
        self.files: dict[int, Contents] = {}
        self.names_shown: dict[Path, int] = {ROOT: FOLDER}
        self.names_synced: dict[Path, int] = {ROOT: FOLDER}
        self.open_files: dict[int, int] = {}
        self.half_writes = False

    def copy(self) -> "SimulatedDisk":
        other = SimulatedDisk()
        other.files, other.names_shown = dict(self.files), dict(self.names_shown)
        other.names_synced = dict(self.names_synced)
        return other

    def names(self, folder: Path) -> list[str]:
        return sorted(path.name for path, inode in self.names_shown.items() if path.parent == folder and inode)

    def facts(self, path: Path) -> Facts | None:
        inode = self.names_shown.get(path)
        return Facts(1, inode, len(self.files[inode].shown), len(self.files[inode].shown)) if inode else None

    def read(self, path: Path, start: int = 0) -> bytes:
        return self.files[self.names_shown[path]].shown[start:]

    def open(self, path: Path, flags: int) -> int:
        self.before("open")
        if path.parent not in self.names_shown:
            raise FileNotFoundError(errno.ENOENT, "no folder")
        if path not in self.names_shown:
            self.names_shown[path] = len(self.files) + 1
            self.files[len(self.files) + 1] = Contents()
        elif flags & os.O_EXCL:
            raise FileExistsError(errno.EEXIST, "exists")
        descriptor = len(self.open_files) + 3
        self.open_files[descriptor] = self.names_shown[path]
        return descriptor

    def write(self, descriptor: int, piece: memoryview) -> int:
        self.before("write")
        inode = self.open_files[descriptor]
        taken = bytes(piece[: max(1, len(piece) // 2)] if self.half_writes else piece)
        self.files[inode] = self.files[inode]._replace(shown=self.files[inode].shown + taken)
        return len(taken)

    def sync(self, descriptor: int) -> None:
        inode = self.open_files[descriptor]
        try:
            self.before("sync")
        except OSError:
            self.files[inode] = self.files[inode]._replace(poisoned=True)
            raise
        if self.syncs and not self.files[inode].poisoned:
            self.files[inode] = Contents(self.files[inode].shown, self.files[inode].shown)

    def close(self, descriptor: int) -> None:
        assert descriptor in self.open_files

    def rename(self, old: Path, new: Path) -> None:
        self.before("rename")
        self.names_shown[new] = self.names_shown.pop(old)

    def link(self, old: Path, new: Path) -> None:
        self.before("link")
        self.names_shown[new] = self.names_shown[old]

    def unlink(self, path: Path) -> None:
        self.before("unlink")
        self.names_shown.pop(path, None)

    def has_folder(self, folder: Path) -> bool:
        return folder in self.names_shown or folder == ROOT.parent

    def make_folder(self, folder: Path) -> None:
        self.before("make_folder")
        self.names_shown[folder] = FOLDER

    def sync_folder(self, folder: Path) -> None:
        self.before("sync_folder")
        if self.syncs:
            kept = {path: inode for path, inode in self.names_synced.items() if path.parent != folder}
            self.names_synced = kept | {p: i for p, i in self.names_shown.items() if p.parent == folder}

    def try_lock(self, descriptor: int) -> bool:
        return descriptor in self.open_files


def survivors(disk: SimulatedDisk) -> Iterator[SimulatedDisk]:
    """What a power cut may leave: unsynced names old or new, unsynced writes cut at any byte, or torn by zeros."""
    changed = sorted(
        path
        for path in disk.names_shown.keys() | disk.names_synced.keys()
        if disk.names_shown.get(path) != disk.names_synced.get(path)
    )
    for choice in range(1 << len(changed)):
        names = dict(disk.names_synced)
        for bit, path in enumerate(changed):
            if choice >> bit & 1:
                names.pop(path, None)
                names |= {path: disk.names_shown[path]} if path in disk.names_shown else {}
        names = {p: i for p, i in names.items() if all(up in names for up in p.parents if up.is_relative_to(ROOT))}
        for files in _torn(disk.files, set(names.values())):
            found = SimulatedDisk()
            found.files, found.names_shown, found.names_synced = dict(files), dict(names), dict(names)
            yield found


def _torn(files: dict[int, Contents], named: set[int]) -> Iterator[dict[int, Contents]]:
    lost = {inode: Contents(each.synced, each.synced) for inode, each in files.items()}
    yield lost
    for inode, each in files.items():
        pending = len(each.shown) - len(each.synced)
        if inode not in named or not pending:
            continue
        for cut in range(1, pending + 1, 1 if pending < 2_000 else CUT_STEP):
            kept = each.shown[: len(each.synced) + cut]
            torn = each.synced + bytes(cut) + each.shown[len(kept) :]
            yield lost | {inode: Contents(kept, kept)}
            yield lost | {inode: Contents(torn, torn)}


class Clock:
    """A second further at each look."""

    def __init__(self) -> None:
        self.second = 1_780_000_000

    def __call__(self) -> datetime:
        self.second += 1
        return datetime.fromtimestamp(self.second, UTC)


def journal_on(disk: SimulatedDisk) -> Journal:
    return Journal(PATHS, Clock(), disk=disk, host=HOST, lock_wait=0.01, compact_over=6_000)


def acts(disk: SimulatedDisk, acknowledged: set[str], times: int = 4) -> None:
    """Opens, marks, reopens, marks more. The same two articles again and again, so that compaction has work."""
    for each in range(times):
        journal = journal_on(disk)
        for value in (True, False, True):
            try:
                batch = journal.append([Entry(Clean("read"), value, (Clean(f"a00000000000000{each % 2}"),) * 2)] * 2)
            except UnsavedError:
                continue
            acknowledged |= {batch, *(record.batch for record in journal.records)}


def batches(disk: SimulatedDisk) -> set[str]:
    journal = journal_on(disk)
    journal.refresh()
    return {record.batch for record in journal.records}


def losses(*, syncs: bool) -> tuple[int, int]:
    """States built, and how many of them lack an acknowledged batch or refuse the next one."""
    acknowledged: set[str] = set()
    moments: list[tuple[SimulatedDisk, frozenset[str]]] = []
    disk = SimulatedDisk(lambda _name: moments.append((disk.copy(), frozenset(acknowledged))), syncs=syncs)
    acts(disk, acknowledged, times=14 if LONG else 8)
    moments.append((disk.copy(), frozenset(acknowledged)))
    states = lost = 0
    most = None if syncs else 30  # without syncs every name is in doubt: two to the power of their number
    for moment, promised in moments:
        for found in islice(survivors(moment), most):
            states += 1
            lost += not promised <= batches(found)
            if states % 50 == 0:
                again = journal_on(found)
                batch = again.append(STAR_IT)
                assert batch in batches(found)
    return states, lost


def test_no_power_cut_takes_back_what_was_acknowledged() -> None:
    states, lost = losses(syncs=True)
    assert lost == 0
    assert states >= LEAST_STATES


def test_the_power_cut_is_a_real_one__without_syncs_marks_are_lost() -> None:
    states, lost = losses(syncs=False)
    assert lost > states // 10


class Fault:
    """Lets operation number `at` go wrong; 0 only counts them."""

    def __init__(self, at: int = 0, error: BaseException = AssertionError()) -> None:  # noqa: B008 -- never raised
        self.at, self.error, self.count = at, error, 0

    def __call__(self, _name: str) -> None:
        self.count += 1
        if self.count == self.at:
            raise self.error


FAULTS = [
    pytest.param(Killed(), id="killed"),
    pytest.param(OSError(errno.ENOSPC, "full"), id="disk full"),
    pytest.param(OSError(errno.EIO, "broken"), id="disk broken"),
    pytest.param(OSError(errno.EDQUOT, "quota"), id="quota reached"),
    pytest.param(OSError(errno.EROFS, "read-only"), id="suddenly read-only"),
]


@pytest.mark.parametrize("error", FAULTS)
@pytest.mark.parametrize("half_writes", [False, True], ids=["whole writes", "short writes"])
def test_a_fault_at_any_operation_loses_nothing_acknowledged(error: BaseException, half_writes: bool) -> None:
    counting = Fault()
    disk = SimulatedDisk(counting)
    disk.half_writes = half_writes
    acts(disk, set())
    assert counting.count >= LEAST_FAULT_POINTS
    for at in range(1, counting.count + 1):
        acknowledged: set[str] = set()
        disk = SimulatedDisk(Fault(at, error))
        disk.half_writes = half_writes
        try:
            acts(disk, acknowledged)
        except Killed:
            acts(disk, acknowledged, times=2)
        for found in (disk.copy(), next(survivors(disk))):
            assert acknowledged <= batches(found)
            assert journal_on(found).append([Entry(Clean("read"), True, ())]) in batches(found)
