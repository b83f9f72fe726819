"""A library is written by one thread at a time; the others wait, or are told at once."""

from pathlib import Path
from threading import Event, Thread

import pytest

from zjreader.errors import LockedError
from zjreader.library.durable import lock
from zjreader.library.paths import Paths, under
from zjreader.library.turn import turn


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return home(tmp_path)


def home(folder: Path) -> Paths:
    paths = under(folder)
    paths.library.parent.mkdir(parents=True)
    return paths


def test_a_thread_waits_for_another_however_long_that_takes(paths: Paths) -> None:
    waits, seen = Event(), list[str]()

    def second() -> None:
        waits.set()
        with turn(paths, 0.001):
            seen.append("second")

    with turn(paths, 0.001):
        thread = Thread(target=second)
        thread.start()
        waits.wait()
        seen.append("first")
    thread.join()
    assert seen == ["first", "second"]


def test_who_cannot_wait_is_told_that_it_is_not_their_turn(paths: Paths) -> None:
    with turn(paths, 1), pytest.raises(LockedError), turn(paths, 0):
        pass
    with turn(paths, 0):
        pass


def test_for_another_process_one_waits_only_so_long(paths: Paths) -> None:
    held = lock(paths.library.with_name("library.lock"), 0)  # as another process would hold it
    with held, pytest.raises(LockedError), turn(paths, 0.01):
        pass
    with turn(paths, 0):
        pass


def test_two_libraries_are_written_at_once(paths: Paths, tmp_path: Path) -> None:
    with turn(paths, 0), turn(home(tmp_path / "other"), 0):
        pass
