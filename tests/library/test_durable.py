"""What a change on disk promises, on systems that differ."""

import errno
import fcntl
import os
import stat
from pathlib import Path

import pytest

from zjreader.errors import LockedError
from zjreader.library.disk import MAKING, SYSTEM, Facts, SystemDisk, sync_contents, unsupported
from zjreader.library.durable import FailedSyncError, append, keep_as, lock, make_folder, replace

WAIT = 0.01


def test_replacing_leaves_the_new_file_alone_readable_by_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    for text in (b"one", b"two"):
        replace(path, text)
    assert path.read_bytes() == b"two"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_contents_may_name_their_own_inode(tmp_path: Path) -> None:
    def contents(facts: Facts) -> bytes:
        return str(facts.inode).encode()

    replace(tmp_path / "file", contents)
    assert int((tmp_path / "file").read_bytes()) == (tmp_path / "file").stat().st_ino


def test_what_a_killed_writer_left_is_cleared_away(tmp_path: Path) -> None:
    (tmp_path / "file.new").write_bytes(b"half")
    replace(tmp_path / "file", b"whole")
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def test_a_link_in_a_files_place_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "aim").write_bytes(b"other's")
    (tmp_path / "file").symlink_to(tmp_path / "aim")
    with pytest.raises(OSError, match="symbolic"):
        append(tmp_path / "file", b"mine")
    replace(tmp_path / "file", b"mine")
    assert (tmp_path / "aim").read_bytes() == b"other's"


def test_a_pipe_in_a_files_place_does_not_hold_us_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert SYSTEM.facts(tmp_path / "pipe") is None
    with pytest.raises(OSError, match="No such device"):
        append(tmp_path / "pipe", b"mine")


def test_a_failed_replacement_keeps_the_old_file_and_takes_up_no_room(tmp_path: Path) -> None:
    class Full(SystemDisk):
        def write(self, *_given: object, **_named: object) -> int:
            return 0

    path = tmp_path / "file"
    path.write_bytes(b"old")
    with pytest.raises(OSError, match="No space"):
        replace(path, b"new", Full())
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [b"old"]


def test_a_failed_sync_is_told_apart_and_tried_once(tmp_path: Path) -> None:
    tries = []

    class Broken(SystemDisk):
        def sync(self, descriptor: int) -> None:
            tries.append(descriptor)
            raise OSError(errno.EIO, "broken")

    with pytest.raises(FailedSyncError):
        append(tmp_path / "file", b"text", Broken())
    assert len(tries) == 1


def test_a_file_is_kept_by_a_second_name_or_where_there_are_no_links_by_a_copy(tmp_path: Path) -> None:
    class Linkless(SystemDisk):
        def link(self, *_given: object, **_named: object) -> None:
            raise OSError(errno.EPERM, "no links here")

    (tmp_path / "file").write_bytes(b"text")
    keep_as(tmp_path / "file", tmp_path / "bak")
    assert (tmp_path / "bak").samefile(tmp_path / "file")
    keep_as(tmp_path / "file", tmp_path / "bak", Linkless())
    assert (tmp_path / "bak").read_bytes() == b"text"
    assert not (tmp_path / "bak").samefile(tmp_path / "file")


def test_folders_are_made_for_their_owner_alone_whatever_the_umask(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        make_folder(tmp_path / "a" / "b")
        make_folder(tmp_path / "a" / "b")
    finally:
        os.umask(old)
    assert {stat.S_IMODE(each.stat().st_mode) for each in tmp_path.rglob("*")} == {0o700}


def test_the_lock_is_held_by_one_at_a_time_and_never_outlives_its_block(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with lock(path, WAIT) as held:
        assert held
        with pytest.raises(LockedError), lock(path, WAIT):
            pass
    with lock(path, WAIT) as held:
        assert held


def test_a_file_system_without_locks_is_told_and_one_that_fails_is_an_error(tmp_path: Path) -> None:
    class Failing(SystemDisk):
        def __init__(self, number: int) -> None:
            self.number = number

        def try_lock(self, *_given: object, **_named: object) -> bool:
            raise OSError(self.number, "")

    with lock(tmp_path / "lock", WAIT, Failing(errno.ENOLCK)) as held:
        assert not held
    with pytest.raises(OSError, match=str(errno.EIO)), lock(tmp_path / "lock", WAIT, Failing(errno.EIO)):
        pass


@pytest.mark.parametrize(
    "full_sync",
    [
        pytest.param(None, id="fdatasync, as on Linux"),
        pytest.param(fcntl.F_GETFD, id="a full sync, as on macOS"),
        pytest.param(999_999, id="a full sync that the volume does not know"),
    ],
)
def test_contents_are_synced_on_every_system(tmp_path: Path, full_sync: int | None) -> None:
    descriptor = SYSTEM.open(tmp_path / "file", MAKING)
    sync_contents(descriptor, full_sync)
    SYSTEM.close(descriptor)
    with pytest.raises(OSError, match="Bad file"):
        sync_contents(descriptor, full_sync)


def test_a_folder_that_may_not_be_opened_or_synced_is_passed_over_and_a_broken_one_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(number: int) -> None:
        def fail(*_args: object) -> None:
            raise OSError(number, os.strerror(number))

        monkeypatch.setattr(os, "fsync", fail)

    failing(errno.EINVAL)
    SYSTEM.sync_folder(tmp_path)
    failing(errno.EIO)
    with pytest.raises(OSError, match="Input"):
        SYSTEM.sync_folder(tmp_path)

    def closed(*_args: object) -> int:
        raise PermissionError(errno.EACCES, "not yours")

    monkeypatch.setattr(os, "open", closed)
    SYSTEM.sync_folder(tmp_path)


def test_what_fails_is_not_what_is_unknown() -> None:
    assert unsupported(OSError(errno.ENOTSUP, ""))
    assert not unsupported(OSError(errno.EIO, ""))
