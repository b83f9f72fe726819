"""What was met since the last commit, and how it is written: new and changed articles, and by what they are found."""

from zjreader.article import Record
from zjreader.library.database import Database
from zjreader.library.packing import Packing


class Batch:
    """Filled by the shelf, written once, within one transaction. Numbers of articles are positions.

    `records` are the new and the changed, `sources` says which source brought each new one. `moved` says into what an
    article was taken, `parted` which of these stand by themselves again. What was known by `lost_signs` no longer is.
    """

    def __init__(self) -> None:
        self.records: dict[int, Record] = {}
        self.sources: dict[int, int] = {}
        self.earlier: dict[tuple[int, int], Record] = {}
        self.moved: dict[int, int] = {}
        self.parted: set[int] = set()
        self.signs: dict[int, list[int]] = {}
        self.lost_signs: set[int] = set()
        self.also_in: set[tuple[int, int]] = set()
        self.shared_links: set[tuple[int, str]] = set()
        self.documents: dict[tuple[int, str], str] = {}
        self.joins: dict[str, str] = {}

    def __bool__(self) -> bool:
        """Whether there is anything to write."""
        return bool(self.records or self.signs or self.also_in or self.shared_links or self.documents)

    def place(self, position: int) -> int:
        """Where what stood at a position is found now."""
        while position in self.moved:
            position = self.moved[position]
        return position

    def write(self, database: Database, packing: Packing, until: str) -> None:
        """Write all of it; an earlier version stood `until` then (ISO 8601)."""
        self._write_articles(database, packing)
        self._write_versions(database, packing, until)
        self._write_what_finds_them(database)

    def _write_articles(self, database: Database, packing: Packing) -> None:
        ((change,),) = database.rows("SELECT coalesce(max(changed), 0) + 1 FROM article")

        def row(position: int) -> tuple[object, ...]:
            record = self.records[position]
            return (change, record.article.kind == "full", *packing.pack(record), position)

        new, changed = sorted(self.sources), sorted(self.records.keys() - self.sources.keys())
        database.many(
            "INSERT INTO article (changed, is_full, dictionary, record, number, source) VALUES (?, ?, ?, ?, ?, ?)",
            ((*row(position), self.sources[position]) for position in new),
        )
        database.many(
            "UPDATE article SET changed = ?, is_full = ?, dictionary = ?, record = ? WHERE number = ?",
            map(row, changed),
        )
        moves = [(self.place(other), change, position) for position, other in self.moved.items()]
        database.many("UPDATE article SET joined = ?, changed = ? WHERE number = ?", moves)
        database.many("UPDATE article SET joined = ?1 WHERE joined = ?3", moves)
        database.many("UPDATE article SET joined = NULL WHERE number = ?", ((each,) for each in self.parted))

    def _write_versions(self, database: Database, packing: Packing, until: str) -> None:
        database.many(
            "INSERT OR REPLACE INTO version (article, number, until, dictionary, record) VALUES (?, ?, ?, ?, ?)",
            ((*at, until, *packing.pack(record)) for at, record in self.earlier.items()),
        )
        moves = ((self.place(other), position) for position, other in self.moved.items())
        database.many("UPDATE OR IGNORE version SET article = ? WHERE article = ?", moves)

    def _write_what_finds_them(self, database: Database) -> None:
        many = database.many
        pairs = sorted((sign, position) for sign, positions in self.signs.items() for position in positions)
        many("DELETE FROM sign WHERE sign = ?", ((sign,) for sign in self.lost_signs))
        many("INSERT OR IGNORE INTO sign VALUES (?, ?)", pairs)
        many("INSERT OR IGNORE INTO also_in VALUES (?, ?)", self.also_in)
        many("INSERT OR IGNORE INTO shared_link VALUES (?, ?)", self.shared_links)
        many("INSERT OR REPLACE INTO document VALUES (?, ?, ?)", ((*at, stamp) for at, stamp in self.documents.items()))
        many("INSERT OR REPLACE INTO joined VALUES (?, ?)", self.joins.items())
