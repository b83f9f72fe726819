"""The library's file: the only room that knows SQLite.

Promises that what a transaction wrote is on disk, all of it or nothing, when it ends: a rollback journal with
`synchronous=EXTRA` lost nothing in any power cut, WAL has a known race before 3.51.3. Refuses a file of another
program, a damaged one and one of a later version, each with its own sentence; an older one is brought up to date.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Self

from zjreader.errors import LockedError, MissingError, UnreadableError, UnsavedError
from zjreader.library.disk import LOCKING, SYSTEM
from zjreader.messages import _
from zjreader.text.clean import Clean, clean_line

SQLITE = Clean(sqlite3.sqlite_version)
"""The version of SQLite that is at work."""

APPLICATION = 0x7A6A7264
"""`zjrd`, by which file(1) and we know a library of ours."""

BUSY = 10.0
"""Seconds; a writer holds the file itself only while it commits."""

PAGE = 8192
"""Bytes: of 4,096, three articles of a thousand fill a page badly."""

_SETTINGS = (
    ("page_size", PAGE),
    ("cache_size", -(64 << 10)),  # kilobytes
    ("cell_size_check", "ON"),
    ("foreign_keys", "ON"),
    ("mmap_size", 0),
    ("synchronous", "EXTRA"),
    ("trusted_schema", "OFF"),
)

_STEPS = ("schema.sql", "schema_2.sql", "schema_3.sql")

_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_HELD = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_LEFT = frozenset({sqlite3.SQLITE_READONLY_ROLLBACK, sqlite3.SQLITE_READONLY_RECOVERY})
_REFUSED = frozenset({sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH})

Row = tuple[Any, ...]


class Database:
    """One connection, from one thread."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        """Takes the connection over."""
        self._path = path
        self._connection = connection
        with self.closed_on_error():
            for name, value in _SETTINGS:
                self.rows(f"PRAGMA {name} = {value}")

    @classmethod
    def writing(cls, path: Path, steps: Sequence[str] = ()) -> Self:
        """The file to be written, made if absent; the caller is the only writer.

        `steps` are the scripts that each lead from one version to the next; by themselves, those of this program.
        """
        try:
            SYSTEM.close(SYSTEM.open(path, LOCKING))  # for its owner alone, which SQLite would not make it
            SYSTEM.sync_folder(path.parent)
        except OSError as error:
            raise UnsavedError(error.strerror or str(error), os.fspath(path)) from error
        database = cls(path, _connected(path))
        with database.closed_on_error():
            _bring_up_to_date(database, steps or scripts())
        return database

    @classmethod
    def reading(cls, path: Path) -> Self:
        """The file to be read, whatever a killed writer has left beside it. Raises MissingError where there is none."""
        if not path.exists():
            raise MissingError(_("there is no library yet"))
        database = cls(path, _connected(path))
        with database.closed_on_error():
            database.rows("PRAGMA query_only = ON")
            if version(database, len(scripts())):
                return database
            raise MissingError(_("there is no library yet"))

    @property
    def path(self) -> Path:
        """The file."""
        return self._path

    @property
    def form(self) -> int:
        """The version of the file's form: how many of the steps it has gone."""
        ((found,),) = self.rows("PRAGMA user_version")
        return int(found)

    def damage(self) -> tuple[Clean, ...]:
        """What `integrity_check` finds; nothing where all is well. Raises UnreadableError where it cannot even look."""
        found = [clean_line(line) for (told,) in self.rows("PRAGMA integrity_check") for line in told.splitlines()]
        return () if found == ["ok"] else tuple(found)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    @contextmanager
    def closed_on_error(self) -> Iterator[None]:
        """Let go of the file if what is done in it fails."""
        try:
            yield
        except BaseException:
            self.close()
            raise

    def rows(self, sql: str, given: Sequence[Any] = ()) -> list[Row]:
        """The rows that a statement gives, all at once."""
        try:
            return self._connection.execute(sql, given).fetchall()
        except sqlite3.DatabaseError as error:
            raise self._told(error) from error

    def each(self, sql: str, given: Sequence[Any] = ()) -> Iterator[Row]:
        """The rows that a statement gives, as they are asked for."""
        try:
            yield from self._connection.execute(sql, given)
        except sqlite3.DatabaseError as error:
            raise self._told(error) from error

    def many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """A statement for each of these rows, within a transaction."""
        try:
            self._connection.executemany(sql, rows)
        except sqlite3.DatabaseError as error:
            raise self._told(error) from error

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of what is written in it, durably, or nothing."""
        self.rows("BEGIN IMMEDIATE")
        try:
            yield
            self.rows("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):  # SQLite has rolled back itself after a full disk
                self._connection.execute("ROLLBACK")
            raise

    def _told(self, error: sqlite3.DatabaseError) -> Exception:
        """The error as the user is told it; itself where it is a mistake of this program."""
        code: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
        about = os.fspath(self._path)
        if code in _LEFT:
            what = _("was left in the middle of a change, which cannot be taken back where it may only be read")
            return UnreadableError(what, about)
        told = {
            sqlite3.SQLITE_FULL: UnsavedError(_("the disk is full; not saved yet"), about),
            sqlite3.SQLITE_IOERR: UnsavedError(_("not saved: {why}").format(why=error), about),
            **dict.fromkeys(_DAMAGED, UnreadableError(_("is damaged, or no library of zjreader"), about)),
            **dict.fromkeys(_HELD, LockedError(_("another zjreader has been writing for too long"), about)),
            **dict.fromkeys(_REFUSED, UnsavedError(_("may only be read; not saved"), about)),
        }
        return told.get(code & 0xFF, error)


def version(database: Database, newest: int) -> int:
    """The version of a library, 0 of an empty file; `newest` is the last one that is understood.

    Raises UnreadableError for a file of another program and for a later version.
    """
    ((found,),) = database.rows("PRAGMA user_version")
    ((application,),) = database.rows("PRAGMA application_id")
    ((tables,),) = database.rows("SELECT count(*) FROM sqlite_schema")
    if application != APPLICATION and (application or found or tables):
        raise UnreadableError(_("is not a library of zjreader"), os.fspath(database.path))
    if found > newest:
        raise UnreadableError(_("was made by a later zjreader; this one leaves it alone"), os.fspath(database.path))
    return int(found)


def scripts() -> tuple[str, ...]:
    """The steps from an empty file to the present version."""
    from importlib.resources import files

    folder = files("zjreader.library")
    return tuple(folder.joinpath(name).read_text("utf-8") for name in _STEPS)


def _connected(path: Path) -> sqlite3.Connection:
    try:
        uri = f"{path.absolute().as_uri()}?mode=rw"
        return sqlite3.connect(uri, timeout=BUSY, isolation_level=None, uri=True)
    except sqlite3.OperationalError as error:
        raise UnreadableError(str(error), os.fspath(path)) from error


def _bring_up_to_date(database: Database, steps: Sequence[str]) -> None:
    database.rows("PRAGMA journal_mode = DELETE")
    found = version(database, len(steps))
    if found == len(steps):
        return
    with database.transaction():
        for step in steps[found:]:
            for statement in step.split("\n\n"):
                database.rows(statement)
        database.rows(f"PRAGMA application_id = {APPLICATION}")
        database.rows(f"PRAGMA user_version = {len(steps)}")
