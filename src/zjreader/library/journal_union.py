"""What all journals in the state folder say together; reading needs no lock, makes nothing and never stops at damage.

Every `*.jsonl` counts, also the copies that file syncers make of two versions (`….sync-conflict-….jsonl`): a record
read twice counts once. A batch counts when all its lines are there, in whichever files. What was read is never unread:
a file that vanishes takes nothing back before the next start.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from zjreader.article import Problem
from zjreader.library.disk import SYSTEM, Disk, Facts
from zjreader.library.journal_lines import VERSION, Header, Record, Unread, parse, parsed
from zjreader.messages import _
from zjreader.text.clean import clean_line

SUFFIX = ".jsonl"
ANCHOR = 64


class Read(NamedTuple):
    """How far one journal was read: up to byte `stop`, the end of its last closed line, and `tail` after it.

    `anchor` is what stands before `stop`: where it no longer does, the file is another one in the same inode.
    """

    facts: Facts
    stop: int = 0
    kept: int = 0
    damaged: int = 0
    version: int = VERSION
    tail: bytes = b""
    headed: bool = False
    anchor: bytes = b""

    @property
    def torn(self) -> bool:
        """Whether the file ends in a piece of a line."""
        return bool(self.tail) and parse(self.tail) is Unread.DAMAGED


def present(folder: Path, disk: Disk = SYSTEM) -> dict[str, Facts]:
    """In which state each journal of a folder is now; none where the folder cannot be read."""
    try:
        names = [name for name in disk.names(folder) if name.endswith(SUFFIX)]
        return {name: facts for name in names if (facts := disk.facts(folder / name))}
    except OSError:
        return {}


class Union:
    """The records of all journals of a folder, in the order in which they became known."""

    def __init__(self, folder: Path, disk: Disk = SYSTEM) -> None:
        """Reads nothing yet."""
        self.records: list[Record] = []
        self.clock = (0, 0)
        self._folder = folder
        self._disk = disk
        self._files: dict[str, Read] = {}
        self._unreadable: dict[str, OSError] = {}
        self._whole: set[str] = set()
        self._partial: dict[str, dict[int, Record]] = {}

    def refresh(self) -> None:
        """Read what was added since; a file that was replaced is read anew."""
        try:
            names = self._disk.names(self._folder)
        except OSError as error:
            self._unreadable = {str(self._folder): error}
            return
        journals = [name for name in names if name.endswith(SUFFIX)]
        self._files = {name: self._files[name] for name in journals if name in self._files}
        self._unreadable = {}
        for name in journals:
            try:
                self._read(name)
            except OSError as error:
                self._unreadable[name] = error

    def file(self, name: str) -> Read | None:
        """How far a journal was read; None where there is none. Raises OSError where it could not be read."""
        for unreadable in (str(self._folder), name):
            if unreadable in self._unreadable:
                raise self._unreadable[unreadable]
        return self._files.get(name)

    @property
    def facts(self) -> dict[str, Facts]:
        """In which state each journal was read."""
        return {name: read.facts for name, read in self._files.items()}

    def take(self, records: Iterable[Record]) -> None:
        """Add what is known to be in one of the files."""
        for record in records:
            self.clock = max(self.clock, record[:2])
            if record.batch in self._whole:
                continue
            lines = self._partial.setdefault(record.batch, {}) if record.lines > 1 else {}
            lines[record.line] = record
            if len(lines) == record.lines:
                self._whole.add(record.batch)
                self._partial.pop(record.batch, None)
                self.records += (lines[number] for number in sorted(lines))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What could not be read, file by file, as long as it stays so."""
        unreadable = [
            Problem(clean_line(name), clean_line(error.strerror or str(error)), unreadable=True)
            for name, error in self._unreadable.items()
        ]
        return (*unreadable, *(problem for name, read in self._files.items() for problem in _problems(name, read)))

    def _read(self, name: str) -> None:
        path = self._folder / name
        facts, before = self._disk.facts(path), self._files.get(name)
        if facts is None or (before is not None and before.facts == facts):
            return
        before = before or Read(facts)
        data = self._disk.read(path, before.stop - len(before.anchor))
        if before.facts[:2] != facts[:2] or before.facts.size >= facts.size or not data.startswith(before.anchor):
            before, data = Read(facts), self._disk.read(path)
        data = data[len(before.anchor) :]
        records, self._files[name] = _taken(data, before._replace(facts=facts))
        self.take(records)


def _taken(data: bytes, before: Read) -> tuple[list[Record], Read]:
    closed = data.rfind(b"\n") + 1
    records = []
    kept, damaged, version, headed = before.kept, before.damaged, before.version, before.headed
    for _line, what in parsed(data[:closed]):
        if isinstance(what, Record):
            records.append(what)
            kept += 1
        elif isinstance(what, Header):
            version, headed = max(version, what.version), True
        elif what is Unread.DAMAGED:
            damaged += 1
    if isinstance(last := parse(data[closed:]), Record):
        records.append(last)
    anchor = (before.anchor + data[:closed])[-ANCHOR:]
    return records, Read(
        before.facts, before.stop + closed, kept, damaged, version, data[closed:], headed=headed, anchor=anchor
    )


def _problems(name: str, read: Read) -> Iterable[Problem]:
    about = clean_line(name)
    if not read.headed and read.kept:
        yield Problem(about, clean_line(_("the first line is missing")), kept=read.kept)
    if read.version > VERSION:
        yield Problem(about, clean_line(_("written by a newer version; nothing is added to it")), kept=read.kept)
    elif read.damaged:
        what = clean_line(_("damaged lines were passed over"))
        yield Problem(about, what, kept=read.kept, skipped=read.damaged)
    if read.torn:
        what = clean_line(_("the last line was cut off and is passed over"))
        yield Problem(about, what, kept=read.kept, skipped=1)
