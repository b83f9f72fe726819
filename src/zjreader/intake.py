"""Documents -> identified, merged records and problems: the one way in for everything that brings articles.

Gives each article its id by the rules of `identity`, and makes one record of what is one article: the same id, the same
place, a teaser and the full text that completes it, a text without link and the same text with one. A record stands
where it was first seen; what has been handed on as new is never taken back.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import partial
from typing import NamedTuple

from zjreader import identity, merging
from zjreader.article import Article, Document, Problem, Reading, Record
from zjreader.identity import Identifier
from zjreader.library.marks import Marks
from zjreader.messages import _
from zjreader.parse import worker
from zjreader.text.clean import Clean, clean_line
from zjreader.text.dates import instant

Name = tuple[str, ...]


class Gathered(NamedTuple):
    """What came of some documents: records in the order of arrival, and the load report."""

    records: tuple[Record, ...]
    problems: tuple[Problem, ...]


class Partner(NamedTuple):
    """A record that a new one is joined with, and whether the new one is the one pointed at."""

    position: int
    new_is_kept: bool


def gather(documents: Iterable[Document | Problem], added: datetime, marks: Marks) -> Gathered:
    """Everything that the documents hold, merged."""
    intake = Intake(added, marks)
    problems = [came for document in documents for came in intake.take(document) if isinstance(came, Problem)]
    return Gathered(intake.records, tuple(problems))


class Intake:
    """Takes documents one after the other and remembers whom it has met."""

    def __init__(self, added: datetime, marks: Marks) -> None:
        """`added` is when these articles come in; `marks` holds the joins and parts that were made before."""
        self._added = added
        self._marks = marks
        self._records: list[Record] = []
        self._moved: dict[int, int] = {}
        self._teasers: dict[int, Clean] = {}
        self._names: dict[Name, int] = {}
        self._titles: dict[str, list[int]] = {}
        self._texts: dict[str, int] = {}

    @property
    def records(self) -> tuple[Record, ...]:
        """What has come in, in the order of arrival."""
        return tuple(record for position, record in enumerate(self._records) if position not in self._moved)

    def take(self, document: Document | Problem) -> Iterator[Record | Problem]:
        """Read a document: every problem, and each record that was not there before, as they come."""
        if isinstance(document, Problem):
            yield document
            return
        identifier = Identifier(_links_shared_in(document))
        for reading in worker.read(document):
            if isinstance(reading, Problem):
                yield reading
            else:
                yield from self._arrive(document, reading, identifier)

    def _arrive(self, document: Document, reading: Reading, identifier: Identifier) -> Iterator[Record | Problem]:
        article = reading.article
        if identifier.falls_back(article):
            yield _told_of_shared_link(document, reading)
        record = self._record(document, reading, reading.own_id or identifier.identify(article))
        names = _names(record, document, identifier)
        position = self._known(names, record)
        if position is None:
            position = self._join(record)
        if position is None:
            position = len(self._records)
            self._records.append(record)
            yield record
        self._remember(position, names, record)

    def _record(self, document: Document, reading: Reading, identity: Clean) -> Record:
        moment = reading.article.published
        shown = moment is not None and not moment.inferred
        first_seen = document.base or self._added
        return Record(
            article=reading.article,
            ids=(identity,),
            origin=Clean(f"{document.address}:{reading.line}") if reading.line else document.address,
            added=Clean(self._added.isoformat(timespec="seconds")),
            read_as=reading.read_as,
            standing=instant(moment) if moment and shown else int(first_seen.timestamp()),
            path=document.path,
        )

    def _known(self, names: list[Name], record: Record) -> int | None:
        """Where the same article stands, now with what this sighting of it brought."""
        for name in names:
            if name not in self._names:
                continue
            position = self._place(self._names[name])
            before = self._records[position]
            if name[0] != "key" or identity.alike(before.article, record.article):
                self._records[position] = merging.seen_again(before, record, self._teasers.get(position))
                return position
        return None

    def _join(self, record: Record) -> int | None:
        """Where the article stands that this one is joined with; further teasers of it are taken in too."""
        partners = list(self._partners(record))
        if not partners:
            return None
        first = min(partner.position for partner in partners)
        for partner in partners:
            other = self._records[partner.position]
            kept, pointing = (record, other) if partner.new_is_kept else (other, record)
            record = merging.joined(kept, pointing, self._records[first])
            if partner.position != first:
                self._moved[partner.position] = first
        self._records[first] = record
        return first

    def _partners(self, record: Record) -> Iterator[Partner]:
        article = record.article
        root = self._marks.joined(record.ids[0])
        told = self._names.get(("joined", root), self._names.get(("id", root)))
        if told is not None:
            yield Partner(self._place(told), new_is_kept=root == record.ids[0])
            return
        same_title = dict.fromkeys(map(self._place, self._titles.get(identity.folded(article.title), ())))
        others = [each for each in same_title if self._complete_each_other(record, self._records[each])]
        full = article.kind == "full"
        yield from (Partner(each, new_is_kept=full) for each in (others if full else others[:1]))
        twin = self._texts.get(identity.text_value(article))
        if twin is not None and self._is_twin(record, self._records[self._place(twin)]):
            yield Partner(self._place(twin), new_is_kept=_is_linked(article))

    def _complete_each_other(self, record: Record, other: Record) -> bool:
        one, two = record.article, other.article
        full, teaser = (one, two) if one.kind == "full" else (two, one)
        return one.kind != two.kind and identity.completes(full, teaser) and self._may_join(record, other)

    def _is_twin(self, record: Record, other: Record) -> bool:
        full = record.article.kind == other.article.kind == "full"
        return full and _is_linked(record.article) != _is_linked(other.article) and self._may_join(record, other)

    def _may_join(self, record: Record, other: Record) -> bool:
        pairs = [(one, two) for one in record.ids for two in other.ids]
        return all(self._marks.may_join(one, two) and not self._marks.parted(two) for one, two in pairs)

    def _remember(self, position: int, names: list[Name], record: Record) -> None:
        self._names.update(dict.fromkeys(names, position))
        root = self._marks.joined(record.ids[0])
        self._names.setdefault(("joined", root), position)
        title = identity.folded(record.article.title)
        if len(title) >= identity.TELLING_TITLE and position not in (met := self._titles.setdefault(title, [])):
            met.append(position)
        if record.article.kind == "full":
            self._texts.setdefault(identity.text_value(record.article), position)
        else:
            self._teasers[position] = record.article.title

    def _place(self, position: int) -> int:
        """Where the article stands that was met at a position: elsewhere, if it was taken into another."""
        while position in self._moved:
            position = self._moved[position]
        return position


def _links_shared_in(document: Document) -> frozenset[str]:
    return identity.shared_links(partial(worker.links, document))


def _names(record: Record, document: Document, identifier: Identifier) -> list[Name]:
    """What this article is known by: its id, then its places, from the most to the least telling."""
    article = record.article
    names: list[Name] = [("id", record.ids[0])]
    link = identity.identifying_link(article.url)
    if link and not identifier.falls_back(article):
        names.append(("link", link))
    if article.guid:
        names.append(("guid", identity.guid_value(*article.guid)))
    if article.key:
        names.append(("key", document.source, document.address, article.key))
    return names


def _is_linked(article: Article) -> bool:
    return bool(identity.identifying_link(article.url) or article.guid)


def _told_of_shared_link(document: Document, reading: Reading) -> Problem:
    what = _("several articles share the link {link}; told apart by their texts").format(link=reading.article.url)
    return Problem(worker.name_of(document), clean_line(what), line=reading.line, kept=1)
