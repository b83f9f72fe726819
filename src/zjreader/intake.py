"""Documents -> identified, merged records and problems: the one way in for everything that brings articles.

Gives each article its id by the rules of `identity`, and makes one record of what is one article: the same id, the same
place, a teaser and the full text that completes it, a text without link and the same text with one. A record stands
where it was first seen; what has been handed on as new is never taken back.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import NamedTuple

from zjreader import identity, merging, page_parts
from zjreader.article import Document, Problem, Reading, Record
from zjreader.identity import Identifier
from zjreader.library.marks import Marks
from zjreader.messages import _
from zjreader.parse import worker
from zjreader.shelf import BareShelf, Shelf, unite
from zjreader.signs import OTHER, Place, Signs, is_linked, of_follower, of_id, signs
from zjreader.text.clean import Clean, clean_line
from zjreader.text.dates import instant

Found = Mapping[int, Sequence[int]]


class Gathered(NamedTuple):
    """What came of some documents: records in the order of arrival, and the load report."""

    records: tuple[Record, ...]
    problems: tuple[Problem, ...]


class Joined(NamedTuple):
    """A join that a rule made: the id that points from now on, and the id of the article that is kept."""

    pointing: Clean
    kept: Clean


class SeenAgain(NamedTuple):
    """An article that was there before, by the id shown, and whether this sighting changed what it says."""

    id: Clean
    changed: bool


class FullText(NamedTuple):
    """What the link of a teaser, known by its id, led to: a document and the one article that was read of it."""

    teaser: Clean
    document: Document
    reading: Reading


Came = Record | SeenAgain | Joined | Problem


class Partner(NamedTuple):
    """A record that a new one is joined with, whether the new one is the one pointed at, and whether it was told so."""

    position: int
    new_is_kept: bool
    told: bool = False


def gather(documents: Iterable[Document | Problem], added: datetime, marks: Marks) -> Gathered:
    """Everything that the documents hold, merged."""
    shelf = BareShelf()
    intake = Intake(added, marks, shelf)
    problems = [came for document in documents for came in intake.take(document) if isinstance(came, Problem)]
    return Gathered(tuple(shelf), tuple(problems))


class Intake:
    """Takes documents one after the other and remembers on a shelf whom it has met."""

    def __init__(self, added: datetime, marks: Marks, shelf: Shelf | None = None) -> None:
        """`added` is when these articles come in; `marks` holds the joins and parts that were made before."""
        self._added = Clean(added.isoformat(timespec="seconds"))
        self._seconds = int(added.timestamp())
        self._marks = marks
        self._shelf = BareShelf() if shelf is None else shelf

    def take(self, document: Document | Problem) -> Iterator[Came]:
        """Read a document: every problem, each new record, who was seen again and what was joined, as they come."""
        if isinstance(document, Problem):
            yield document
        elif document.parts:
            for whole, readings in page_parts.read(document):
                yield from self._take(whole, readings)
        else:
            yield from self._take(document, worker.read(document))

    def _take(self, document: Document, readings: Iterable[Reading | Problem]) -> Iterator[Came]:
        self._shelf.share(document.source, _links_shared_in(document))
        identifier = Identifier(self._shelf.shared(document.source))
        for came, is_alone in _with_company(readings):
            if isinstance(came, Problem):
                yield came
                continue
            place = Place(document, identifier.falls_back(came.article), is_alone)
            if place.link_is_shared:
                yield _told_of_shared_link(document, came)
            yield from self._arrive(came, place, came.own_id or identifier.identify(came.article))

    def complete(self, text: FullText) -> Iterator[Came]:
        """Let a full text complete the teaser whose link led to it, whatever the text's own link is."""
        article, shared = text.reading.article, self._shelf.shared(text.document.source)
        own_id, waiting = Identifier(shared).identify(article), self._shelf.find([of_id(text.teaser)])
        if not any(self._may_be_completed(position) for (position, *_others) in waiting.values()):
            return
        place = Place(text.document, Identifier(shared).falls_back(article))
        yield from (came for came in self._arrive(text.reading, place, own_id) if isinstance(came, Joined))
        found = self._shelf.find([of_id(text.teaser), of_id(own_id)])
        teaser, full = (found[of_id(each)][0] for each in (text.teaser, own_id))
        pointing, kept = (self._shelf.record(position).ids[0] for position in (teaser, full))
        if teaser != full:
            unite(self._shelf, full, teaser)
            yield Joined(pointing, kept)
        yield SeenAgain(kept, changed=True)

    def _may_be_completed(self, position: int) -> bool:
        record = self._shelf.record(position)
        return record.article.kind == "teaser" and not any(map(self._marks.parted, record.ids))

    def _arrive(self, reading: Reading, place: Place, own_id: Clean) -> Iterator[Came]:
        """What the arrival of an article comes to, told once it can be found again."""
        record = self._record(place.document, reading, own_id)
        borne = signs(own_id, reading.article, place)
        root = self._marks.joined(own_id)
        found = self._shelf.find(_sought(borne, root, following=bool(self._marks.ends)))
        position = self._known(record, borne, found)
        came: list[Came]
        if position is not None:
            came = [self._see_again(position, record)]
        elif partners := list(self._partners(record, borne, root, found)):
            came = list(self._joins(record, partners))
            position = self._join(record, partners, place.document.source)
        else:
            came = [record]
            position = self._shelf.append(record, place.document.source)
        self._shelf.seen_in(position, place.document.source)
        self._shelf.remember(position, _remembered(borne, own_id, root))
        yield from came

    def _record(self, document: Document, reading: Reading, own_id: Clean) -> Record:
        moment = reading.article.published
        shown = moment is not None and not moment.inferred
        return Record(
            article=reading.article,
            ids=(own_id,),
            origin=Clean(f"{document.address}:{reading.line}") if reading.line else document.address,
            added=self._added,
            read_as=reading.read_as,
            standing=instant(moment) if moment and shown else self._first_seen(document),
            path=document.path,
        )

    def _first_seen(self, document: Document) -> int:
        return int(document.base.timestamp()) if document.base else self._seconds

    def _known(self, record: Record, borne: Signs, found: Found) -> int | None:
        """Where the same article stands, if it is known by a sign that tells."""
        article = record.article
        for sign in borne.own:
            if sign in found:
                return found[sign][0]
        for sign in borne.place:
            if sign in found and identity.alike(self._shelf.record(found[sign][-1]).article, article):
                return found[sign][-1]
        for sign in borne.link:
            for position in found.get(sign, ()):
                if identity.text_value(self._shelf.record(position).article) == identity.text_value(article):
                    return position
        return None

    def _see_again(self, position: int, record: Record) -> SeenAgain:
        before = self._shelf.record(position)
        after = merging.seen_again(before, record)
        if after != before:
            self._shelf.replace(position, after)
        return SeenAgain(after.ids[0], changed=after.article != before.article)

    def _join(self, record: Record, partners: Sequence[Partner], source: Clean) -> int:
        """Where the article now stands that this one is joined with; further teasers of it are taken in too."""
        first = min(partner.position for partner in partners)
        standing = self._shelf.record(first)
        for partner in partners:
            other = self._shelf.record(partner.position)
            kept, pointing = (record, other) if partner.new_is_kept else (other, record)
            record = merging.joined(kept, pointing, standing)
            if partner.position != first:
                self._shelf.take_into(partner.position, first)
            if partner.position == first or not partner.new_is_kept:
                self._shelf.keep_part(first, pointing, source)
        self._shelf.replace(first, record)
        return first

    def _joins(self, record: Record, partners: Sequence[Partner]) -> Iterator[Joined]:
        """What rules join, for those who write it down; what a join record said needs no other."""
        own_id = record.ids[0]
        for partner in partners:
            other = self._shelf.record(partner.position).ids[0]
            if not partner.told:
                yield Joined(other, own_id) if partner.new_is_kept else Joined(own_id, other)

    def _partners(self, record: Record, borne: Signs, root: Clean, found: Found) -> Iterator[Partner]:
        told = [*found.get(of_follower(root), ()), *found.get(of_id(root), ())]
        if told:
            yield Partner(told[0], new_is_kept=root == record.ids[0], told=True)
            return
        same_title = [position for sign in borne.title for position in found.get(sign ^ OTHER, ())]
        others = [each for each in same_title if self._complete_each_other(record, self._shelf.record(each))]
        full = record.article.kind == "full"
        yield from (Partner(each, new_is_kept=full) for each in (others if full else others[:1]))
        twins = [position for sign in borne.text for position in found.get(sign ^ OTHER, ())]
        twins = [position for position in twins if self._is_twin(record, self._shelf.record(position))]
        yield from (Partner(each, new_is_kept=is_linked(record.article)) for each in twins[:1])

    def _complete_each_other(self, record: Record, other: Record) -> bool:
        one, two = record.article, other.article
        full, teaser = (one, two) if one.kind == "full" else (two, one)
        return one.kind != two.kind and identity.completes(full, teaser) and self._may_join(record, other)

    def _is_twin(self, record: Record, other: Record) -> bool:
        one, two = record.article, other.article
        full = one.kind == two.kind == "full"
        equal = is_linked(one) != is_linked(two) and identity.text_value(one) == identity.text_value(two)
        return full and equal and self._may_join(record, other)

    def _may_join(self, record: Record, other: Record) -> bool:
        pairs = [(one, two) for one in record.ids for two in other.ids]
        return all(self._marks.may_join(one, two) and not self._marks.parted(two) for one, two in pairs)


def _links_shared_in(document: Document) -> frozenset[str]:
    return identity.shared_links(partial(worker.links, document))


def _sought(borne: Signs, root: Clean, *, following: bool) -> list[int]:
    """The signs by which the same article, or one to be joined with, would be found."""
    sought = [*borne.own, *borne.place, *borne.link]
    sought += [sign ^ OTHER for sign in (*borne.title, *borne.text)]
    if following:
        sought += [of_follower(root), of_id(root)]
    return sought


def _remembered(borne: Signs, own_id: Clean, root: Clean) -> list[int]:
    """The signs by which it shall be found; its link is no sign of it once others bear it too."""
    followed = [of_follower(root)] if root != own_id else []
    return [*borne.own, *borne.place, *borne.title, *borne.text, *followed]


def _with_company(readings: Iterable[Reading | Problem]) -> Iterator[tuple[Reading | Problem, bool]]:
    """What was read of a document, in its order, and whether it is the one article of it: a file can be its place."""
    held: list[Reading | Problem] = []
    several = False
    for came in readings:
        if isinstance(came, Reading) and not several:
            several = any(isinstance(each, Reading) for each in held)
        held.append(came)
        if several:
            yield from ((each, False) for each in held)
            held.clear()
    yield from ((each, True) for each in held)


def _told_of_shared_link(document: Document, reading: Reading) -> Problem:
    what = _("several articles share the link {link}; told apart by their texts").format(link=reading.article.url)
    return Problem(worker.name_of(document), clean_line(what), line=reading.line, kept=1)
