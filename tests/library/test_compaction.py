"""A journal that has grown: what is kept, and what happens when there is no room."""

import errno
from datetime import UTC, datetime
from pathlib import Path

from zjreader.library.compaction import Good, live
from zjreader.library.disk import SystemDisk
from zjreader.library.journal import Journal
from zjreader.library.journal_lines import Entry, Record, encode
from zjreader.library.marks import JOIN, READ, Marks
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


def test_compaction_keeps_the_state_and_the_file_before_it(tmp_path: Path) -> None:
    journal = opened(tmp_path, compact_over=50_000)
    join = [Entry(JOIN, TWO, (ONE,)), Entry(Clean("note"), Clean("存疑"), (ONE,))]
    journal.append(join)
    reader = opened(tmp_path)
    for number in range(1_500):
        journal.append(read(Clean(f"a{number % 7:015x}"), value=number % 3 > 0))
    assert own(tmp_path).stat().st_size < 150_000
    assert own(tmp_path).with_name(f"{own(tmp_path).name}.bak").exists()
    reader.refresh()
    fresh, all_told = marks(tmp_path), Marks().plus(journal.records)
    assert {each: record.value for each, record in fresh.touched(READ).items()} == {
        each: record.value for each, record in all_told.touched(READ).items()
    }
    assert fresh.joined(ONE) == TWO
    assert fresh.touched(Clean("note")).keys() == {ONE}
    assert Marks().plus(reader.records).touched(READ) == fresh.touched(READ)


def test_compaction_waits_where_most_still_matters_and_where_there_is_no_room(tmp_path: Path) -> None:
    class Full(SystemDisk):
        def rename(self, old: Path, new: Path) -> None:
            if new.suffix == ".jsonl":
                raise OSError(errno.ENOSPC, "full")
            super().rename(old, new)

    journal = opened(tmp_path, compact_over=2_000, disk=Full())
    for number in range(100):
        journal.append(read(Clean(f"a{number:015x}")))
    for _time in range(1_300):
        journal.append(read(ONE))
    assert len(opened(tmp_path).records) == 1_400
    assert not list(tmp_path.rglob("*.new"))


def test_what_undo_needs_outlives_compaction() -> None:
    def line(number: int, field: Clean = READ, batch: str | None = None, value: Clean | bool = True) -> Good:
        record = Record(number, 0, Clean("d"), Clean(batch or f"b{number}"), 1, 1, Clean("s"), field, value, (ONE,))
        return Good(encode(record)[:-1], record)

    carried = Good(b"00000000 {}", None)
    lines = [carried, *(line(number) for number in range(400)), line(500, Clean("undo"), value=Clean("b0"))]
    kept = live(lines, {"b0"})
    assert kept == [carried, *lines[201:]]
    assert live([*lines, line(3, batch="b0")], set())[1:] == lines[201:]
