"""What the journal's tests share: a home, its journal, two articles, noon."""

from datetime import UTC, datetime
from pathlib import Path

from zjreader.library.journal import Journal
from zjreader.library.journal_lines import Entry
from zjreader.library.marks import READ, Marks
from zjreader.library.paths import Paths, find
from zjreader.text.clean import Clean

ONE, TWO = Clean("a000000000000001"), Clean("a000000000000002")
NOON = datetime(2026, 4, 10, 12, tzinfo=UTC)


def home(folder: Path) -> Paths:
    return find({"ZJREADER_HOME": str(folder)})


def opened(folder: Path, at: datetime = NOON, **options: object) -> Journal:
    journal = Journal(home(folder), lambda: at, **options)  # type: ignore[arg-type]  # options by name, as given
    journal.refresh()
    return journal


def marks(folder: Path) -> Marks:
    return Marks().plus(opened(folder).records)


def read(*ids: Clean, value: bool = True) -> list[Entry]:
    return [Entry(READ, value, ids)]


def own(folder: Path) -> Path:
    (path,) = (folder / "state").glob("*.jsonl")
    return path


def numbers(folder: Path) -> set[int]:
    return {int(each[1:], 16) for each in marks(folder).touched(READ)}
