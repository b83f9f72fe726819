"""The library: the articles that were added for good, their earlier versions, and the sources they came from.

The truth that the image is built from. One process writes it at a time and others wait for it, ten seconds at most; who
only reads waits for no more than a commit. Killed at any moment, it is as the last commit left it.
"""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from contextlib import ExitStack, contextmanager
from datetime import datetime
from typing import NamedTuple, Self

from zjreader.article import Record, Version
from zjreader.errors import MissingError, UnreadableError, UnsavedError
from zjreader.library import reach_rows, source_rows
from zjreader.library.awaited_rows import Awaited
from zjreader.library.database import Database
from zjreader.library.durable import make_folder
from zjreader.library.packing import Packing
from zjreader.library.paths import Paths
from zjreader.library.reach_rows import KeptReach
from zjreader.library.shelf import KeptShelf
from zjreader.library.source_rows import Counted, Ending, KeptSource
from zjreader.library.turn import turn
from zjreader.messages import _
from zjreader.signs import of_id
from zjreader.text.clean import Clean, clean_line

LOCK_WAIT = 10.0
"""Seconds for another writer to end."""


class Change(NamedTuple):
    """What now stands at a position; None where an article was purged, or joined into another."""

    position: int
    record: Record | None


class Brought(NamedTuple):
    """An article, and the address of the source that brought it first."""

    source: Clean
    record: Record


class Arrived(NamedTuple):
    """What stands at the next position, since which change; None as in `Change`."""

    change: int
    record: Record | None


class Library:
    """An open library; from one thread."""

    def __init__(self, database: Database) -> None:
        """Takes the database over."""
        self._database = database
        self._packing = _packing_of(database)

    @classmethod
    @contextmanager
    def writing(cls, paths: Paths, lock_wait: float = LOCK_WAIT) -> Iterator[Self]:
        """The library to be written, made if absent. Raises LockedError, UnsavedError and UnreadableError."""
        with ExitStack() as held:
            try:
                make_folder(paths.library.parent)
                held.enter_context(turn(paths, lock_wait))
                database = Database.writing(paths.library)
            except OSError as error:
                raise UnsavedError(error.strerror or str(error), str(paths.library)) from error
            held.callback(database.close)
            yield cls(database)

    @classmethod
    @contextmanager
    def reading(cls, paths: Paths) -> Iterator[Self]:
        """The library to be read. Raises MissingError where there is none yet, and UnreadableError."""
        with ExitStack() as held:
            database = Database.reading(paths.library)
            held.callback(database.close)
            yield cls(database)

    def shelf(self, added: datetime) -> KeptShelf:
        """What intake works on; `added` is when its articles come in."""
        return KeptShelf(self._database, self._packing, added)

    def last_change(self) -> int:
        """The number of the last change to any article; 0 before the first."""
        ((change,),) = self._database.rows("SELECT coalesce(max(changed), 0) FROM article")
        return int(change)

    def since(self, change: int) -> Iterator[Change]:
        """What came or became another after a change, in the order of arrival; of all articles, after change 0.

        A position is the article's for ever and never another's. Where something was purged or joined there is a gap.
        """
        sql = "SELECT number, joined, dictionary, record FROM article WHERE changed > ? ORDER BY number"
        for position, *row in self._database.each(sql, (change,)):
            yield Change(position, _standing(self._packing, *row))

    def arrived(self, first: int, most: int) -> list[Arrived]:
        """What stands from a position on, without gaps, at most so many; between two questions a writer may commit."""
        sql = "SELECT changed, joined, dictionary, record FROM article WHERE number >= ? ORDER BY number LIMIT ?"
        rows = self._database.rows(sql, (first, most))
        if any(dictionary not in {None, self._packing.newest} for _change, _joined, dictionary, _record in rows):
            self._packing = _packing_of(self._database)
        return [Arrived(change, _standing(self._packing, *row)) for change, *row in rows]

    def changed_since(self, change: int) -> list[tuple[int, int]]:
        """The position of each article that came or became another after a change, and its last change."""
        rows = self._database.rows("SELECT number, changed FROM article WHERE changed > ?", (change,))
        return [(position, changed) for position, changed in rows]

    def at(self, positions: Iterable[int]) -> Iterator[Change]:
        """What stands at each of these positions."""
        for position in positions:
            [row] = self._database.rows("SELECT joined, dictionary, record FROM article WHERE number = ?", (position,))
            yield Change(position, _standing(self._packing, *row))

    def brought(self, identity: Clean) -> Brought | None:
        """The article that bears this id and what brought it first; None where there is none."""
        sql = """
            SELECT source.address, stands.dictionary, stands.record
            FROM sign JOIN article ON article.number = sign.article
            JOIN article AS stands ON stands.number = coalesce(article.joined, article.number)
            JOIN source ON source.number = stands.source WHERE sign = ? AND stands.record NOTNULL
        """
        for source, *packed in self._database.rows(sql, (of_id(identity),)):
            return Brought(source, self._packing.unpack(*packed))
        return None

    def versions_of(self, identity: Clean) -> tuple[Version, ...]:
        """Every state of the text of the article that bears this id, oldest first. Raises MissingError."""
        sql = """
            SELECT stands.number, stands.dictionary, stands.record
            FROM sign JOIN article ON article.number = sign.article
            JOIN article AS stands ON stands.number = coalesce(article.joined, article.number) WHERE sign = ?
        """
        for position, dictionary, record in self._database.rows(sql, (of_id(identity),)):
            newest = self._packing.unpack(dictionary, record)
            if identity in newest.ids:
                earlier = "SELECT dictionary, record, until FROM version WHERE article = ? ORDER BY number"
                rows = self._database.rows(earlier, (position,))
                return (*(Version(self._packing.unpack(*row), until) for *row, until in rows), Version(newest))
        raise MissingError(_("no article has this id"), identity)

    def unwritten_joins(self) -> dict[Clean, Clean]:
        """The joins that rules made and that the journal may not hold yet: which id points at which."""
        return dict(self._database.rows("SELECT pointing, kept FROM joined"))

    def forget_joins(self, pointing: AbstractSet[Clean]) -> None:
        """These joins are in the journal."""
        with self._database.transaction():
            self._database.many("DELETE FROM joined WHERE pointing = ?", ((each,) for each in sorted(pointing)))

    @property
    def awaited(self) -> Awaited:
        """The teasers whose texts are waited for; a library that is only read may be of a form that knows none."""
        return Awaited(self._database)

    @property
    def form(self) -> int:
        """The version of the file's form."""
        return self._database.form

    def damage(self) -> tuple[Clean, ...]:
        """What is wrong with the file, in SQLite's words, else which articles are; reads all of it.

        Raises UnreadableError where the file cannot be read at all.
        """
        return self._database.damage() or tuple(_damaged_articles(self._database, self._packing))

    @property
    def sources(self) -> tuple[Counted, ...]:
        """What the library reads from, in the order in which it was given."""
        return source_rows.counted(self._database)

    def put_sources(self, sources: Iterable[KeptSource]) -> None:
        """Keep sources, all or none; one that comes with other settings is read anew."""
        source_rows.put(self._database, sources)

    @property
    def reaches(self) -> dict[Clean, KeptReach]:
        """How the sources answered, by their addresses; nothing of those that were never read."""
        return reach_rows.kept(self._database)

    def stamp_of(self, address: Clean) -> str | None:
        """The state in which all of a source was taken; None where its documents do not have one and the same."""
        return source_rows.stamp(self._database, address)

    def newest_of(self, address: Clean, count: int) -> list[int]:
        """Where the last so many articles that a source brought stand in time (Unix seconds)."""
        return source_rows.newest(self._database, self._packing, address, count)

    def tell_sources(self, endings: Iterable[Ending]) -> None:
        """Keep how the last reading of these sources ended."""
        source_rows.told(self._database, endings)

    def remove_source(self, address: Clean) -> None:
        """Read a source no longer and keep its articles. Raises MissingError where it is none."""
        if not source_rows.remove(self._database, address):
            raise MissingError(_("the library does not read from this"), address)

    def purgeable(self, address: Clean, kept: AbstractSet[Clean]) -> int:
        """How many articles `purge_source` would delete."""
        return len(source_rows.purgeable(self._database, self._packing, address, kept))

    def purge_source(self, address: Clean, kept: AbstractSet[Clean]) -> int:
        """Delete what this source alone brought, but for articles with one of these ids; how many went."""
        return source_rows.purge(self._database, self._packing, address, kept)


def _packing_of(database: Database) -> Packing:
    return Packing(dict(database.rows("SELECT number, bytes FROM dictionary")))


def _standing(packing: Packing, joined: int | None, dictionary: int | None, record: bytes | None) -> Record | None:
    return None if record is None or joined is not None else packing.unpack(dictionary, record)


def _damaged_articles(database: Database, packing: Packing) -> Iterator[Clean]:
    kept = "SELECT number, dictionary, record FROM article WHERE record NOTNULL"
    earlier = "SELECT article, dictionary, record FROM version"
    for number, dictionary, record in database.each(f"{kept} UNION ALL {earlier}"):
        try:
            packing.unpack(dictionary, record)
        except UnreadableError:
            yield clean_line(_("article {number} cannot be read").format(number=number))
