"""What the library remembers of the articles it has met: the shelf that intake works on, kept (`zjreader.shelf`).

Finds by question, never by loading all. What is new or changed waits in a batch: killed at any moment, the library is
as the last `commit` left it, and who adds the same again ends where they would have ended.
"""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime
from itertools import islice
from typing import NamedTuple

from zjreader.article import Document, Record
from zjreader.identity import title_kept
from zjreader.library.batch import Batch
from zjreader.library.database import Database
from zjreader.library.packing import ENOUGH, Packing, trained
from zjreader.signs import of_id
from zjreader.text.clean import Clean

_LOOKED_AT = 1_000


class _Row(NamedTuple):
    """An article of the file: the source that brought it first, and its record."""

    source: int
    record: Record


class KeptShelf:
    """The library's articles as intake sees them, with what was not committed yet."""

    def __init__(self, database: Database, packing: Packing, added: datetime) -> None:
        """`added` is when this intake happens: an earlier version stood until then."""
        self._database = database
        self._packing = packing
        self._added = added.isoformat(timespec="seconds")
        self._milliseconds = int(added.timestamp() * 1000)
        self._sources: dict[str, int] = dict(database.rows("SELECT address, number FROM source"))
        ((following,),) = database.rows("SELECT coalesce(max(number) + 1, 0) FROM article")
        self._next: int = following
        self._shared: dict[Clean, set[str]] = {}
        self._read: dict[int, _Row] = {}
        self._batch = Batch()

    def __len__(self) -> int:
        """How many new records wait for `commit`."""
        return len(self._batch.sources)

    def find(self, signs: Iterable[int]) -> Mapping[int, Sequence[int]]:
        """By sign, the positions of those known by it, in the order of arrival."""
        sought = list(signs)
        found: dict[int, set[int]] = {}
        for sign, position in self._database.rows(_finding(len(sought)), sought):
            if sign not in self._batch.lost_signs:
                found.setdefault(sign, set()).add(self._batch.place(position))
        for sign in sought:
            if sign in self._batch.signs:
                found.setdefault(sign, set()).update(map(self._batch.place, self._batch.signs[sign]))
        return {sign: sorted(positions) for sign, positions in found.items()}

    def record(self, position: int) -> Record:
        """What stands at a position."""
        return self._batch.records[position] if position in self._batch.records else self._row(position).record

    def _source_of(self, position: int) -> int:
        return self._batch.sources[position] if position in self._batch.sources else self._row(position).source

    def _row(self, position: int) -> _Row:
        if position not in self._read:
            if len(self._read) >= _LOOKED_AT:
                self._read.clear()
            ((source, *packed),) = self._database.rows(
                "SELECT source, dictionary, record FROM article WHERE number = ?", (position,)
            )
            self._read[position] = _Row(source, self._packing.unpack(*packed))
        return self._read[position]

    def append(self, record: Record, source: Clean) -> int:
        """The position of a new record; the source is one of the library's."""
        position = self._next
        self._next += 1
        self._batch.records[position] = record
        self._batch.sources[position] = self._sources[source]
        return position

    def replace(self, position: int, record: Record) -> None:
        """Let another record stand there; where it is a later version, the one before is kept.

        One under another title is unread again from now on; not so in memory, where each reading would say it anew.
        """
        before = self.record(position)
        if record.versions > before.versions and record.article.kind == before.article.kind:
            self._batch.earlier[position, before.versions] = before
            if not title_kept(before.article, record.article):
                record = record._replace(changed_at=self._milliseconds)
        self._batch.records[position] = record

    def seen_in(self, position: int, source: Clean) -> None:
        """What stands there was seen in this source, too."""
        brought_by = self._sources[source]
        if brought_by != self._source_of(position):
            self._batch.also_in.add((brought_by, position))

    def take_into(self, position: int, other: int) -> None:
        """Let what stands at `position` be found at `other` from now on; its own record is kept."""
        self._batch.moved[position] = other
        if self._source_of(position) != self._source_of(other):
            self._batch.also_in.add((self._source_of(position), other))

    def keep_part(self, position: int, record: Record, source: Clean) -> None:
        """What stands there was joined from this record, too: it gets a row of its own, which `parts` finds again."""
        self.take_into(self.append(record, source), position)

    def parts(self, position: int) -> list[int]:
        """Where the records lie that were joined into what stands at a position, in the order in which they came."""
        rows = self._database.rows("SELECT number FROM article WHERE joined = ? ORDER BY number", (position,))
        return [number for (number,) in rows if number not in self._batch.parted]

    def part(self, position: int, record: Record) -> None:
        """Let what was joined into another stand by itself again, as this record, and be found by its ids alone."""
        signs = [of_id(identity) for identity in record.ids]
        self._batch.parted.add(position)
        self._batch.lost_signs.update(signs)
        self.replace(position, record)
        self.remember(position, signs)

    def remember(self, position: int, signs: Iterable[int]) -> None:
        """Let what stands there be found by these signs, too."""
        for sign in signs:
            if position not in (met := self._batch.signs.setdefault(sign, [])):
                met.append(position)

    def shared(self, source: Clean) -> AbstractSet[str]:
        """The links that identify none in this source."""
        if source not in self._shared:
            rows = self._database.rows("SELECT link FROM shared_link WHERE source = ?", (self._sources[source],))
            self._shared[source] = {link for (link,) in rows}
        return self._shared[source]

    def share(self, source: Clean, links: AbstractSet[str]) -> None:
        """Keep that these links are shared in this source."""
        new = links - self.shared(source)
        self._shared[source] |= new
        self._batch.shared_links |= {(self._sources[source], link) for link in new}

    def has_taken(self, document: Document) -> bool:
        """Whether all of a document was taken before, in the state in which it is now."""
        at = (self._sources[document.source], document.address)
        rows = self._database.rows("SELECT stamp FROM document WHERE source = ? AND address = ?", at)
        return document.stamp is not None and rows == [(document.stamp,)]

    def has_all_of(self, document: Document) -> None:
        """Keep that all of this document was taken; not to be read again while its stamp is the same."""
        if document.stamp is not None:
            self._batch.documents[self._sources[document.source], document.address] = document.stamp

    def keep_join(self, pointing: Clean, kept: Clean) -> None:
        """Keep a join that a rule made until the journal is known to hold it."""
        self._batch.joins[pointing] = kept

    def commit(self) -> None:
        """Write what waits, all or nothing; on disk when it returns. Raises UnsavedError, and it waits on."""
        if not self._batch:
            return
        self._learn()
        with self._database.transaction():
            self._batch.write(self._database, self._packing, until=self._added)
        self._batch = Batch()
        self._read.clear()

    def _learn(self) -> None:
        """Train the library's dictionary once it holds enough, from its last articles."""
        if self._packing.newest is not None or self._next < ENOUGH:
            return
        samples = [self._batch.records[each] for each in islice(sorted(self._batch.sources), ENOUGH)]
        packed = self._database.each(
            "SELECT dictionary, record FROM article WHERE record NOTNULL ORDER BY number DESC LIMIT ?",
            (ENOUGH - len(samples),),
        )
        samples += [self._packing.unpack(*row) for row in packed]
        if len(samples) < ENOUGH:  # most were purged
            return
        dictionary = trained(samples)
        with self._database.transaction():
            self._database.rows("INSERT INTO dictionary VALUES (1, ?)", (dictionary,))
        self._packing.use(1, dictionary)


def _finding(signs: int) -> str:
    among = ", ".join("?" * signs)
    return (
        "SELECT sign.sign, coalesce(article.joined, article.number) FROM sign "  # noqa: S608 -- question marks alone
        f"JOIN article ON article.number = sign.article WHERE sign.sign IN ({among})"
    )
