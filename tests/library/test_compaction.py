"""A journal that has grown: what is kept, and what happens when there is no room."""

import errno
from pathlib import Path

from tests.library.journals import ONE, TWO, marks, opened, own, read
from zjreader.library.compaction import Good, live
from zjreader.library.disk import SystemDisk
from zjreader.library.journal_lines import Entry, Record, encode
from zjreader.library.marks import JOIN, READ, Marks
from zjreader.text.clean import Clean


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
