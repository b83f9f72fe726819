"""Teasers whose texts are waited for: which links are to be asked, how often they failed, and when to ask again.

A link that fails in a way that may pass is asked ever more rarely, and after `MOST_TRIES` no more by itself. Whatever
settles the matter, a text or a definite no, is forgotten with its row.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from zjreader.library.database import Database
from zjreader.text.clean import Clean

FIRST_WAIT: Final = 3600
"""Seconds after the first failure; after each further one four times the last."""

MOST_TRIES: Final = 5
"""The last of them is made three and a half days after the first, or later."""


class Awaited:
    """These teasers, in an open library."""

    def __init__(self, database: Database) -> None:
        """The file is somebody else's to close."""
        self._database = database

    def put(self, source: Clean, ids: Iterable[Clean]) -> None:
        """Wait for the texts of these teasers of a source."""
        self._each(
            "INSERT OR IGNORE INTO awaited (id, source) SELECT ?, number FROM source WHERE address = ?",
            ((identity, source) for identity in ids),
        )

    def due(self, sources: Iterable[Clean], now: datetime) -> list[Clean]:
        """The teasers of these sources whose links are to be asked by now, as they came."""
        sql = """
            SELECT id FROM awaited JOIN source ON number = source
            WHERE address = ? AND again <= ? ORDER BY awaited.rowid
        """
        return [identity for each in sources for (identity,) in self._database.rows(sql, (each, _seconds(now)))]

    def settle(self, ids: Iterable[Clean]) -> None:
        """Wait for these no more."""
        self._each("DELETE FROM awaited WHERE id = ?", ((identity,) for identity in ids))

    def put_off(self, failed: Iterable[tuple[Clean, datetime | None]], now: datetime) -> None:
        """Ask these links, which just failed, later on or never again; none before the moment beside it, if any.

        What was asked before its time, by hand, is left as it was.
        """
        self._each(
            """
            UPDATE awaited SET tries = tries + 1, again = max(?2 + (?3 << 2 * tries), ?4)
            WHERE id = ?1 AND again <= ?2
            """,
            ((identity, _seconds(now), FIRST_WAIT, _seconds(until or now)) for identity, until in failed),
        )
        self._each("DELETE FROM awaited WHERE tries >= ?", [(MOST_TRIES,)])

    def _each(self, sql: str, rows: Iterable[tuple[object, ...]]) -> None:
        with self._database.transaction():
            self._database.many(sql, rows)


def _seconds(moment: datetime) -> int:
    return int(moment.timestamp())
