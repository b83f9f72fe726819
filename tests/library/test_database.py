"""The library's file: made, refused, brought up to date, and read while somebody else writes."""

import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.processes import unmeasured
from zjreader.errors import LockedError, MissingError, UnreadableError, UnsavedError
from zjreader.library.change import counter
from zjreader.library.database import Database, scripts, version


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZJREADER_LANG", "en")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


def made(path: Path, *steps: str) -> None:
    Database.writing(path, steps).close()


def test_a_new_library_is_its_owners_alone_and_survives_power_cuts(path: Path) -> None:
    database = Database.writing(path)
    assert database.rows("PRAGMA synchronous") == [(3,)]
    assert database.rows("PRAGMA journal_mode") == [("delete",)]
    assert database.rows("PRAGMA foreign_keys") == [(1,)]
    assert path.stat().st_mode & 0o777 == 0o600
    database.close()


def test_an_older_library_is_brought_up_to_date_step_by_step(path: Path) -> None:
    made(path, "CREATE TABLE one (x)")
    made(path, "CREATE TABLE one (x)", "CREATE TABLE two (x)\n\nINSERT INTO one VALUES (1)")
    database = Database.writing(path, ("", "", "CREATE TABLE three (x)"))
    assert version(database, 3) == 3
    assert database.rows("SELECT x FROM one, (SELECT count(*) FROM two), (SELECT count(*) FROM three)") == [(1,)]
    database.close()


def test_a_step_that_fails_leaves_the_library_as_it_was(path: Path) -> None:
    made(path, "CREATE TABLE one (x)")
    with pytest.raises(sqlite3.OperationalError):
        made(path, "", "CREATE TABLE two (x)\n\nCREATE TABLE one (x)")
    database = Database.writing(path, ("",))
    assert database.rows("SELECT name FROM sqlite_schema") == [("one",)]
    database.close()


def foreign(path: Path, script: str) -> None:
    connection = sqlite3.connect(path)
    connection.executescript(script)
    connection.close()


@pytest.mark.parametrize(
    "script",
    [
        pytest.param("CREATE TABLE moz_places (id)", id="a table"),
        pytest.param("PRAGMA application_id = 7; CREATE TABLE t (id)", id="an application"),
        pytest.param("PRAGMA user_version = 1", id="a version"),
    ],
)
def test_a_file_of_another_program_is_refused_and_left_alone(script: str, path: Path) -> None:
    foreign(path, script)
    before = path.read_bytes()
    for opened in (Database.writing, Database.reading):
        with pytest.raises(UnreadableError, match="library of zjreader"):
            opened(path)
    assert path.read_bytes() == before


def test_a_library_of_a_later_version_is_refused_and_left_alone(path: Path) -> None:
    made(path)
    foreign(path, f"PRAGMA user_version = {len(scripts()) + 1}")
    before = path.read_bytes()
    for opened in (Database.writing, Database.reading):
        with pytest.raises(UnreadableError, match="later zjreader"):
            opened(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("damage", [b"not a library at all\n" * 600, b"SQLite format 3\0" + b"\xff" * 9_000])
def test_a_damaged_library_is_told_so(damage: bytes, path: Path) -> None:
    path.write_bytes(damage)
    for opened in (Database.writing, Database.reading):
        with pytest.raises(UnreadableError, match="damaged"):
            opened(path)


def test_a_folder_in_its_place_is_told(path: Path) -> None:
    path.mkdir()
    with pytest.raises(UnsavedError):
        Database.writing(path)
    with pytest.raises(UnreadableError):
        Database.reading(path)


def test_where_there_is_none_there_is_nothing_to_read_and_none_is_made(path: Path) -> None:
    with pytest.raises(MissingError):
        Database.reading(path)
    assert not path.exists()
    path.touch()
    with pytest.raises(MissingError):
        Database.reading(path)


def test_who_reads_cannot_write(path: Path) -> None:
    made(path)
    database = Database.reading(path)
    with pytest.raises(UnsavedError), database.transaction():
        database.rows("DELETE FROM source")
    database.close()


def test_a_transaction_that_fails_leaves_nothing(path: Path) -> None:
    database = Database.writing(path)
    with pytest.raises(sqlite3.IntegrityError), database.transaction():
        database.many("INSERT INTO dictionary VALUES (?, ?)", [(1, b"1"), (1, b"2")])
    assert database.rows("SELECT * FROM dictionary") == []
    with database.transaction():
        database.rows("INSERT INTO dictionary VALUES (1, x'00')")
    assert list(database.each("SELECT * FROM dictionary")) == [(1, b"\0")]
    database.close()


def test_an_article_of_no_known_source_cannot_be_kept(path: Path) -> None:
    database = Database.writing(path)
    with pytest.raises(sqlite3.IntegrityError):
        database.rows("INSERT INTO article (number, source, changed, is_full) VALUES (0, 1, 1, 1)")
    database.close()


def test_who_reads_sees_the_last_commit_while_another_writes(path: Path) -> None:
    writer, reader = Database.writing(path), Database.reading(path)
    with writer.transaction():
        writer.rows("INSERT INTO dictionary VALUES (1, x'00')")
        assert reader.rows("SELECT count(*) FROM dictionary") == [(0,)]
    assert reader.rows("SELECT count(*) FROM dictionary") == [(1,)]
    reader.close()
    writer.close()


def test_a_second_writer_is_told_that_the_first_takes_too_long(path: Path) -> None:
    one, other = Database.writing(path), Database.writing(path)
    other.rows("PRAGMA busy_timeout = 0")
    with one.transaction(), pytest.raises(LockedError):
        other.rows("BEGIN IMMEDIATE")
    one.close()
    other.close()


def test_damage_found_on_the_way_is_told(path: Path) -> None:
    database = Database.writing(path)
    with database.transaction():
        database.many("INSERT INTO dictionary VALUES (?, ?)", ((each, b"\1" * 5_000) for each in range(40)))
    database.close()
    whole = path.read_bytes()
    path.write_bytes(whole[:-100_000] + b"\xff" * 100_000)
    database = Database.writing(path)
    with pytest.raises(UnreadableError):
        database.rows("SELECT bytes FROM dictionary")
    with pytest.raises(UnreadableError):
        list(database.each("SELECT bytes FROM dictionary"))
    with pytest.raises(UnreadableError):
        database.many("UPDATE dictionary SET bytes = x'00' WHERE number = ?", ((each,) for each in range(40)))
    database.close()


def test_every_change_is_told_from_outside(path: Path) -> None:
    assert counter(path) == 0
    made(path)
    first = counter(path)
    database = Database.writing(path)
    with database.transaction():
        database.rows("INSERT INTO dictionary VALUES (1, x'00')")
    database.close()
    assert counter(path) > first > 0
    made(path)
    Database.reading(path).close()
    assert counter(path) == first + 1


KILLED = """
import os, pathlib, signal, sys
from zjreader.library.database import Database
database = Database.writing(pathlib.Path(sys.argv[1]))
database.rows("PRAGMA cache_size = 1")
database.rows("BEGIN IMMEDIATE")
database.many("UPDATE dictionary SET bytes = ? WHERE number = ?", ((b"2" * 9_000, each) for each in range(400)))
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def hot(path: Path) -> Path:
    """A library whose writer was killed in the middle of a change that had begun to reach the file."""
    database = Database.writing(path)
    with database.transaction():
        database.many("INSERT INTO dictionary VALUES (?, ?)", ((each, b"1" * 9_000) for each in range(400)))
    database.close()
    before = path.read_bytes()
    ended = subprocess.run([sys.executable, "-c", KILLED, str(path)], env=unmeasured(), check=False)
    assert ended.returncode == -signal.SIGKILL
    assert path.with_name("library.db-journal").stat().st_size
    assert path.read_bytes() != before
    return path


@pytest.mark.parametrize("who", ["reads", "writes"])
def test_what_a_killed_writer_left_is_taken_back_by_whoever_comes_next(who: str, hot: Path) -> None:
    database = Database.reading(hot) if who == "reads" else Database.writing(hot)
    assert database.rows("SELECT DISTINCT bytes FROM dictionary") == [(b"1" * 9_000,)]
    assert database.rows("PRAGMA integrity_check") == [("ok",)]
    database.close()


def test_what_a_killed_writer_left_is_told_where_nothing_can_be_written(hot: Path) -> None:
    with pytest.raises(UnreadableError, match="middle of a change"):
        Database(hot, sqlite3.connect(f"{hot.as_uri()}?mode=ro", uri=True))
