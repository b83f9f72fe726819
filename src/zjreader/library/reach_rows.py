"""How the sources answered, beside what they are: where they moved, whom to leave alone, who is failing since when.

And what they call themselves. A library of an earlier version knows less of this, and says so when it is only read.
"""

from typing import NamedTuple

from zjreader.article import UNREACHED, Reach
from zjreader.library.database import Database
from zjreader.text.clean import Clean

_FIRST_VERSION = 2
_WITH_TITLES = 3


class KeptReach(NamedTuple):
    """How a source answered, and since when each reading of it went wrong (ISO 8601); None where the last did not.

    `title` is what its feed or its page called itself when it was last read.
    """

    reach: Reach = UNREACHED
    failing: Clean | None = None
    title: Clean | None = None


def kept(database: Database) -> dict[Clean, KeptReach]:
    """By address; nothing of those that were never reached."""
    if database.form < _FIRST_VERSION:
        return {}
    title = "title" if database.form >= _WITH_TITLES else "NULL"
    rows = database.rows(
        f"SELECT address, moved, wait_until, private, failing, {title} FROM reach JOIN source ON number = source"  # noqa: S608
    )
    return {
        address: KeptReach(Reach(moved, wait_until, bool(private)), failing, title)
        for address, moved, wait_until, private, failing, title in rows
    }


def put(database: Database, address: Clean, now: KeptReach) -> None:
    """Keep how a source answered, within a transaction; `now.failing` is the present where that went wrong.

    One that says nothing of its title is called as before.
    """
    database.rows(
        """
        INSERT INTO reach SELECT number, ?, ?, ?, ?, ? FROM source WHERE address = ?
        ON CONFLICT (source) DO UPDATE SET moved = excluded.moved, wait_until = excluded.wait_until,
        private = excluded.private, failing = iif(excluded.failing ISNULL, NULL, coalesce(failing, excluded.failing)),
        title = coalesce(excluded.title, title)
        """,
        (*now.reach, now.failing, now.title, address),
    )
