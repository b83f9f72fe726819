"""How the sources answered, beside what they are: where they moved, whom to leave alone, who is failing since when.

A library of version 1 knows nothing of this, and says so when it is only read.
"""

from typing import NamedTuple

from zjreader.article import UNREACHED, Reach
from zjreader.library.database import Database
from zjreader.text.clean import Clean

_FIRST_VERSION = 2


class KeptReach(NamedTuple):
    """How a source answered, and since when each reading of it went wrong (ISO 8601); None where the last did not."""

    reach: Reach = UNREACHED
    failing: Clean | None = None


def kept(database: Database) -> dict[Clean, KeptReach]:
    """By address; nothing of those that were never reached."""
    if database.form < _FIRST_VERSION:
        return {}
    rows = database.rows(
        "SELECT address, moved, wait_until, private, failing FROM reach JOIN source ON number = source"
    )
    return {
        address: KeptReach(Reach(moved, wait_until, bool(private)), failing)
        for address, moved, wait_until, private, failing in rows
    }


def put(database: Database, address: Clean, reach: Reach, failed_at: Clean | None) -> None:
    """Keep how a source answered, within a transaction; `failed_at` is now where that went wrong."""
    database.rows(
        """
        INSERT INTO reach SELECT number, ?, ?, ?, ? FROM source WHERE address = ?
        ON CONFLICT (source) DO UPDATE SET moved = excluded.moved, wait_until = excluded.wait_until,
        private = excluded.private, failing = iif(excluded.failing ISNULL, NULL, coalesce(failing, excluded.failing))
        """,
        (*reach, failed_at, address),
    )
