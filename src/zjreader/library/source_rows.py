"""What the library reads from: its sources, how many articles each brought, and how one is given up.

A source that is no longer read keeps its articles; purging deletes those that no other source brought, but for the ones
that the caller wants kept. What was purged comes in as new when it is added again.
"""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from zjreader.article import UNREACHED, Reach
from zjreader.library import reach_rows
from zjreader.library.database import Database
from zjreader.library.packing import Packing
from zjreader.library.reach_rows import KeptReach
from zjreader.text.clean import Clean


class KeptSource(NamedTuple):
    """A source of the library; times are ISO 8601 with offset.

    `device` gave it: elsewhere it is listed, not read. `settings` is JSON. `read_at` is when it was last read to its
    end, `problem` what was then wrong with it as a whole.
    """

    address: Clean
    settings: Clean
    device: Clean
    added: Clean
    read_at: Clean | None = None
    problem: Clean | None = None


class Ending(NamedTuple):
    """How a reading of a source ended: when, what was then wrong with it as a whole, and how it answered.

    `title` is what it calls itself; None where it did not say, or was not read.
    """

    address: Clean
    read_at: Clean
    problem: Clean | None = None
    reach: Reach = UNREACHED
    title: Clean | None = None


class Counted(NamedTuple):
    """A source with how many articles it brought, and how many of them are full texts."""

    source: KeptSource
    articles: int
    full: int


_COLUMNS = "address, settings, device, added, read, problem"

_COUNTS = """
WITH brought(source, article) AS (
    SELECT source, number FROM article UNION SELECT also_in.source, also_in.article FROM also_in
)
SELECT brought.source, count(*), sum(article.is_full)
FROM brought JOIN article ON article.number = brought.article
WHERE article.record NOTNULL AND article.joined IS NULL GROUP BY brought.source
"""


def counted(database: Database) -> tuple[Counted, ...]:
    """The sources that are read, in the order in which they were given."""
    counts = {source: (articles, full) for source, articles, full in database.rows(_COUNTS)}
    rows = database.rows(f"SELECT number, {_COLUMNS} FROM source WHERE NOT removed ORDER BY number")  # noqa: S608
    return tuple(Counted(KeptSource(*row), *counts.get(number, (0, 0))) for number, *row in rows)


def put(database: Database, sources: Iterable[KeptSource]) -> None:
    """Keep sources from now on, all or none; one known under its address takes up these settings.

    If they differ it is read anew. When it was added, and what it brought before, stays.
    """
    with database.transaction():
        for source in sources:
            _put(database, source)


def _put(database: Database, source: KeptSource) -> None:
    known = database.rows("SELECT number, settings FROM source WHERE address = ?", (source.address,))
    for number, settings in known:
        if settings != source.settings:
            database.rows("DELETE FROM document WHERE source = ?", (number,))
        database.rows(
            "UPDATE source SET settings = ?, device = ?, removed = 0 WHERE number = ?",
            (source.settings, source.device, number),
        )
    if not known:
        database.rows(f"INSERT INTO source ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)", source)  # noqa: S608


def told(database: Database, endings: Iterable[Ending]) -> None:
    """Keep how the last reading of these sources ended."""
    with database.transaction():
        for address, read_at, problem, reach, title in endings:
            database.rows("UPDATE source SET read = ?, problem = ? WHERE address = ?", (read_at, problem, address))
            reach_rows.put(database, address, KeptReach(reach, read_at if problem else None, title))


def newest(database: Database, packing: Packing, address: Clean, count: int) -> list[int]:
    """Where the last so many articles that a source brought stand in time (Unix seconds)."""
    rows = database.rows(
        """
        SELECT dictionary, record FROM article JOIN source ON source.number = article.source
        WHERE address = ? AND record NOTNULL ORDER BY article.number DESC LIMIT ?
        """,
        (address, count),
    )
    return [packing.unpack(*row).standing for row in rows]


def stamp(database: Database, address: Clean) -> str | None:
    """The state in which all of a source's documents were taken; None where it is not one and the same."""
    rows = database.rows(
        "SELECT DISTINCT stamp FROM document JOIN source ON number = source WHERE source.address = ?", (address,)
    )
    return rows[0][0] if len(rows) == 1 else None


def remove(database: Database, address: Clean) -> bool:
    """Read this source no longer, and keep its articles; whether it was one that is read."""
    with database.transaction():
        return bool(
            database.rows("UPDATE source SET removed = 1 WHERE address = ? AND NOT removed RETURNING 1", (address,))
        )


def purgeable(database: Database, packing: Packing, address: Clean, kept: AbstractSet[Clean]) -> list[int]:
    """Where what this source alone brought stands, but for articles that bear one of these ids."""
    sole = """
        SELECT article.number, dictionary, record FROM article JOIN source ON source.number = article.source
        WHERE source.address = ? AND joined IS NULL AND record NOTNULL
        AND NOT EXISTS (SELECT 1 FROM also_in JOIN source ON source.number = also_in.source
                        WHERE also_in.article = article.number AND NOT removed AND source.address <> ?1)
    """
    return [
        number
        for number, dictionary, record in database.each(sole, (address,))
        if kept.isdisjoint(packing.unpack(dictionary, record).ids)
    ]


def purge(database: Database, packing: Packing, address: Clean, kept: AbstractSet[Clean]) -> int:
    """Delete what is `purgeable`; how many articles went."""
    with database.transaction():
        gone = purgeable(database, packing, address, kept)
        _delete(database, gone)
        database.rows(
            "DELETE FROM document WHERE source = (SELECT number FROM source WHERE address = ?)",
            (address,),
        )
    return len(gone)


def _delete(database: Database, gone: list[int]) -> None:
    """Rows stay as marks of where something was: a number is never given twice, and who copied the article is told."""
    ((change,),) = database.rows("SELECT coalesce(max(changed), 0) + 1 FROM article")
    taken_in = "SELECT number FROM article WHERE joined = ?"
    doomed = [number for each in gone for number in (each, *(row[0] for row in database.rows(taken_in, (each,))))]
    rows = [(number,) for number in doomed]
    database.many("DELETE FROM version WHERE article = ?", rows)
    database.many("DELETE FROM also_in WHERE article = ?", rows)
    database.many(
        "UPDATE article SET record = NULL, joined = NULL, changed = ? WHERE number = ?",
        ((change, number) for number in doomed),
    )
    database.rows("DELETE FROM sign WHERE article IN (SELECT number FROM article WHERE record IS NULL)")
