"""The journal of a folder: what is saved is there for all, and what cannot be saved is told."""

import errno
import os
import shutil
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.library.journals import NOON, ONE, TWO, home, marks, numbers, opened, own, read
from zjreader.errors import LockedError, UnsavedError
from zjreader.library.disk import SystemDisk
from zjreader.library.durable import lock
from zjreader.library.journal import Journal
from zjreader.library.journal_lines import Entry
from zjreader.library.journal_union import present
from zjreader.library.marks import JOIN, LABEL, READ, STARRED, Marks, Subject
from zjreader.library.paths import Paths
from zjreader.text.clean import Clean

LONG = os.environ.get("ZJREADER_TEST_LONG") == "1"
SAMPLES = Path(__file__).parent / "samples"


def test_opening_where_nothing_is_gives_nothing_and_makes_nothing(tmp_path: Path) -> None:
    journal = Journal.open(home(tmp_path / "nowhere"), lambda: NOON)
    assert (list(journal.records), journal.problems, journal.device, journal.unsaved) == ([], (), None, ())
    journal.save()
    assert not (tmp_path / "nowhere").exists()


def test_what_was_appended_is_there_for_the_next_and_for_nobody_else(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        batch = opened(tmp_path).append([*read(ONE), Entry(LABEL, True, (ONE,), Clean("待查"))])
    finally:
        os.umask(old)
    assert {record.batch for record in opened(tmp_path).records} == {batch}
    assert marks(tmp_path).state(Subject((ONE,))).labels == ("待查",)
    assert (tmp_path / "state" / ".gitattributes").read_bytes() == b"*.jsonl merge=union\n"
    modes = {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.rglob("*") if path.is_file()}
    assert modes == {0o600}
    assert {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.rglob("*") if path.is_dir()} == {0o700}


def test_an_empty_act_writes_nothing(tmp_path: Path) -> None:
    opened(tmp_path / "h").append([])
    assert not (tmp_path / "h").exists()


def test_another_process_appends_are_taken_up_and_known_ones_not_twice(tmp_path: Path) -> None:
    first, second = opened(tmp_path), opened(tmp_path)
    first.append(read(ONE))
    second.append(read(TWO))
    first.refresh()
    first.refresh()
    assert [record.ids for record in first.records] == [(ONE,), (TWO,)]


def test_a_batch_is_split_over_lines_and_counts_only_with_all_of_them(tmp_path: Path) -> None:
    ids = tuple(Clean(f"a{number:015x}") for number in range(1_200))
    opened(tmp_path).append(read(*ids))
    lines = own(tmp_path).read_bytes().splitlines(keepends=True)
    assert len(lines) == 4
    own(tmp_path).write_bytes(b"".join(lines[:-1]))
    assert numbers(tmp_path) == set()
    (own(tmp_path).parent / "x.sync-conflict-20260410-120000-ABCDEFG.jsonl").write_bytes(b"".join(lines))
    assert len(Journal.open(home(tmp_path), lambda: NOON).records) == 3


def test_the_committed_samples_of_this_format_are_read_for_ever() -> None:
    journal = Journal.open(
        Paths(*[SAMPLES / "journal-v1"] * 5),
        lambda: NOON,
    )
    found = Marks().plus(journal.records)
    assert journal.problems == ()
    assert len(journal.records) == 9
    assert found.state(Subject((ONE,))) == (True, True, ("待查",))
    assert found.state(Subject((TWO,))) == (False, False, ())
    assert found.joined(Clean("b000000000000001")) == ONE
    assert found.parted(Clean("b000000000000002"))
    assert found.named(Clean("view")) == {"早报": "date:今天"}


def test_a_clock_set_back_a_year_does_not_make_later_marks_older(tmp_path: Path) -> None:
    opened(tmp_path, NOON).append(read(ONE))
    for later in (False, True, False):
        opened(tmp_path, NOON.replace(year=2025)).append(read(ONE, value=later))
    assert not marks(tmp_path).state(Subject((ONE,))).read
    assert {record.ms for record in opened(tmp_path).records} == {int(NOON.timestamp() * 1000)}


def test_the_year_2038_is_a_year_like_others(tmp_path: Path) -> None:
    opened(tmp_path, datetime(2038, 1, 19, 4, tzinfo=UTC)).append(read(ONE))
    assert marks(tmp_path).read_at(Subject((ONE,))) == 2147486400_000


def test_a_folder_that_may_only_be_read_is_read_and_marking_says_why_not(tmp_path: Path) -> None:
    opened(tmp_path).append(read(ONE))

    class ReadOnly(SystemDisk):
        def open(self, *_given: object, **_named: object) -> int:
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    journal = opened(tmp_path, disk=ReadOnly())
    assert len(journal.records) == 1
    with pytest.raises(UnsavedError) as told:
        journal.append(read(TWO))
    assert told.value.exit_code == 4
    assert len(journal.unsaved) == 1


def test_what_cannot_be_listed_or_opened_is_told_and_not_written_to(tmp_path: Path) -> None:
    opened(tmp_path).append(read(ONE))

    class Unlistable(SystemDisk):
        def names(self, *_given: object, **_named: object) -> list[str]:
            raise OSError(errno.EACCES, os.strerror(errno.EACCES))

    class Unreadable(SystemDisk):
        def read(self, path: Path, start: int = 0) -> bytes:
            if path.suffix == ".jsonl":
                raise OSError(errno.EIO, "")
            return super().read(path, start)

    for disk in (Unlistable(), Unreadable()):
        journal = opened(tmp_path, disk=disk)
        assert journal.problems[0].unreadable
        with pytest.raises(UnsavedError):
            journal.append(read(TWO))
    assert numbers(tmp_path) == {1}


def test_other_things_in_the_folder_are_passed_over(tmp_path: Path) -> None:
    opened(tmp_path).append(read(ONE))
    state = tmp_path / "state"
    (state / "link.jsonl").symlink_to(own(tmp_path))
    (state / "folder.jsonl").mkdir()
    os.mkfifo(state / "pipe.jsonl")
    (state / "words.txt").write_text("新质生产力\n", encoding="utf-8")
    assert len(opened(tmp_path).records) == 1
    assert opened(tmp_path).problems == ()


def test_a_journal_replaced_in_place_is_read_anew(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    journal.append(read(ONE))
    journal.refresh()
    other = opened(tmp_path / "other")
    for _time in range(3):
        other.append(read(TWO))
    own(tmp_path).write_bytes(own(tmp_path / "other").read_bytes())
    journal.refresh()
    assert len(journal.records) == 4
    own(tmp_path).unlink()
    journal.refresh()
    assert len(journal.records) == 4


def test_a_lock_held_too_long_is_told_as_such_and_the_mark_waits(tmp_path: Path) -> None:
    opened(tmp_path).append(read(ONE))
    journal = opened(tmp_path, lock_wait=0.01)
    with lock(tmp_path / "local" / "journal.lock", 1), pytest.raises(LockedError) as told:
        journal.append(read(TWO))
    assert told.value.exit_code == 5
    journal.append(read(ONE))
    assert numbers(tmp_path) == {1, 2}


def test_without_locks_each_process_writes_a_journal_of_its_own(tmp_path: Path) -> None:
    class Lockless(SystemDisk):
        def try_lock(self, *_given: object, **_named: object) -> bool:
            raise OSError(errno.ENOLCK, "no locks")

    journal = opened(tmp_path, disk=Lockless())
    assert journal.problems == ()
    journal.append(read(ONE))
    assert own(tmp_path).name == f"{journal.device}.{os.getpid()}.jsonl"
    assert len(journal.problems) == 1
    assert journal.records[0].device == journal.device


def test_a_copied_home_is_never_appended_to_twice_under_one_name(tmp_path: Path) -> None:
    opened(tmp_path / "one").append(read(ONE))
    shutil.copytree(tmp_path / "one", tmp_path / "two")
    before = own(tmp_path / "two").read_bytes()
    opened(tmp_path / "two").append(read(TWO))
    opened(tmp_path / "one", host=Clean("f" * 16)).append(read(TWO))
    names = [{path.name for path in (tmp_path / each / "state").glob("*.jsonl")} for each in ("one", "two")]
    assert len(names[0]) == len(names[1]) == 2
    (shared,) = names[0] & names[1]
    assert (tmp_path / "one" / "state" / shared).read_bytes() == before
    assert (tmp_path / "two" / "state" / shared).read_bytes() == before


@settings(max_examples=500 if LONG else 30, deadline=None)
@given(st.data())
def test_two_devices_in_either_order_give_the_same_state(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    acts = st.tuples(
        st.sampled_from([READ, STARRED, LABEL, JOIN]), st.booleans(), st.sampled_from([ONE, TWO]), st.integers(0, 3)
    )
    folder, records = tmp_path_factory.mktemp("two"), []
    for each in ("a", "b"):
        for field, flag, article, second in data.draw(st.lists(acts, max_size=4)):
            journal = opened(folder / each, NOON.replace(second=second))
            value = (TWO if flag else None) if field == JOIN else flag
            journal.append([Entry(field, value, (article,), Clean("待查") if field == LABEL else None)])
        records.append(list(opened(folder / each).records))
    one, other = (Marks().plus(first).plus(then) for first, then in (records, reversed(records)))
    assert (one.slots, one.ends) == (other.slots, other.ends)
    assert one.plus(records[0]).slots == one.slots


class FailingSyncs(SystemDisk):
    """The next `failures` syncs of contents fail."""

    failures = 0

    def sync(self, descriptor: int) -> None:
        if self.failures:
            self.failures -= 1
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        super().sync(descriptor)


def test_after_a_failed_sync_the_file_is_written_anew_and_the_mark_is_saved(tmp_path: Path) -> None:
    disk = FailingSyncs()
    journal = opened(tmp_path, disk=disk)
    journal.append(read(ONE))
    inode, disk.failures = own(tmp_path).stat().st_ino, 1
    journal.append(read(TWO))
    assert own(tmp_path).stat().st_ino != inode
    assert numbers(tmp_path) == {1, 2}


def test_when_no_sync_works_marks_wait_in_memory_and_go_out_anew_with_the_next(tmp_path: Path) -> None:
    disk = FailingSyncs()
    journal = opened(tmp_path, disk=disk)
    journal.append(read(ONE))
    inode, disk.failures = own(tmp_path).stat().st_ino, 2
    with pytest.raises(UnsavedError, match=r"Input|error"):
        journal.append(read(TWO))
    assert [record.ids for record in journal.unsaved] == [(TWO,)]
    journal.append(read(TWO, value=False))
    assert journal.unsaved == ()
    assert own(tmp_path).stat().st_ino != inode
    assert [record.value for record in opened(tmp_path).records] == [True, True, False]


def test_what_is_no_folder_holds_no_journals(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("")
    assert present(tmp_path / "state") == {}
