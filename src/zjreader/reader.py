"""The door: both the screen and the command line ask here, and neither has a rule of its own.

A reader holds one corpus and the journal of marks. It finds, shows windows of headlines, reads articles, marks them and
takes marks back. It is used from one thread; opening it reads, and only a mark writes.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import NamedTuple, Self

from zjreader.article import Document, Headline, Problem, Record, State
from zjreader.corpus.collection import Collection
from zjreader.corpus.columns import Order
from zjreader.corpus.positions import NONE, Positions
from zjreader.corpus.store import Corpus
from zjreader.errors import MissingError, UsageError
from zjreader.holdings import holdings
from zjreader.intake import Intake, gather
from zjreader.library.acts import Act, changes, undoable, undoing
from zjreader.library.journal import Journal
from zjreader.library.journal_lines import Entry
from zjreader.library.marks import LABEL, READ, STARRED, Action, Marks, Subject
from zjreader.library.paths import Paths, under
from zjreader.messages import _
from zjreader.query.language import Query
from zjreader.query.match import Results, States, match, search
from zjreader.text.clean import Clean

LATELY = 500
"""How many articles can be looked back on as lately read."""


def local_now() -> datetime:
    """The time here, with its offset."""
    return datetime.now().astimezone()


class Marked(NamedTuple):
    """What a mark did: how many articles it changed, and the batch that undo would take back (None where none)."""

    changed: int
    batch: Clean | None = None


class Reader:
    """One corpus, one journal, and what can be asked of them."""

    def __init__(self, corpus: Collection, journal: Journal, problems: tuple[Problem, ...] = ()) -> None:
        """`problems` is the load report of the corpus."""
        self.corpus = corpus
        self.journal = journal
        self.problems = problems
        self._saved = Marks().plus(journal.records)
        self.marks = self._saved.plus(journal.unsaved)
        self._states: States | None = None
        self._lately: tuple[int, ...] | None = None

    @classmethod
    def open(
        cls,
        home: Paths | Path,
        documents: Iterable[Document | Problem] | None = None,
        now: Callable[[], datetime] = local_now,
    ) -> Self:
        """A reader on the library of a home, or on just these documents, with the marks kept there.

        `now` gives aware times. Raises UnreadableError where there is a library that cannot be read.
        """
        paths = home if isinstance(home, Paths) else under(home)
        journal = Journal.open(paths, now)
        if documents is None:
            return cls(holdings(paths), journal, tuple(_problems(journal)))
        records, problems = gather(documents, now(), Marks().plus(journal.records))
        return cls(Corpus(records), journal, (*_problems(journal), *problems))

    def beside(self, documents: Iterable[Document | Problem]) -> "Reader":
        """A reader on just these documents, with the same marks in the same journal."""
        records, problems = gather(documents, self.journal.now, self.marks)
        return Reader(Corpus(records), self.journal, problems)

    def take_up(self) -> None:
        """See what another reader has marked in the same journal."""
        self._saved = self._saved.plus(self.journal.records[len(self._saved.records) :])
        self.marks = self._saved.plus(self.journal.unsaved)
        self._states = self._lately = None

    def search(self, query: Query) -> Results:
        """Every article for which the query holds."""
        return search(query, self.corpus, self.states)

    def window(
        self, results: Results, start: int, stop: int, order: Order = "published", *, reverse: bool = False
    ) -> tuple[Headline, ...]:
        """The headlines `start` up to `stop` of the results, in an order."""
        if results.settled:
            positions = self.corpus.window(results.hits, order, start, stop, reverse=reverse)
        else:
            positions = list(islice(results.ordered(self.corpus, order, reverse=reverse), start, stop))
        return tuple(self.headline(position) for position in positions)

    def read(self, identity: str) -> int:
        """The position of the article with this id, or of the only one whose id begins so.

        Raises MissingError where there is none, UsageError where there are several.
        """
        position = self.corpus.position(identity)
        if position is not None:
            return position
        found = list(self.corpus.beginning(identity))
        if len(found) == 1:
            return found[0]
        if found:
            raise UsageError(_("several articles have an id that begins so"), identity)
        raise MissingError(_("no article has this id"), identity)

    def headline(self, position: int) -> Headline:
        """The row of the list for an article."""
        return self.corpus.headline(position)._replace(state=self.marks.state(self._subject(position)))

    def state(self, record: Record) -> State:
        """What the person did to an article, under any of its ids."""
        return self.marks.state(subject(record))

    def _subject(self, position: int) -> Subject:
        return subject_at(self.corpus, position)

    def now(self) -> datetime:
        """The time by the clock that marks are stamped with, in the reader's zone."""
        return self.journal.now

    def planned(self, action: Action, positions: Iterable[int]) -> tuple[Entry, ...]:
        """What would have to be written for an action to be true of these articles."""
        return changes(self.marks, map(self._subject, positions), action)

    @property
    def states(self) -> States:
        """The same for the whole corpus, as sets."""
        if self._states is None:
            self._states = _states(self.corpus, self.marks)
        return self._states

    @property
    def lately_read(self) -> tuple[int, ...]:
        """The articles read last, by the time at which they were, newest first; at most `LATELY`."""
        if self._lately is None:
            self._lately = tuple(islice(self._read_newest_first(), LATELY))
        return self._lately

    def _read_newest_first(self) -> Iterator[int]:
        """By the marks, newest first: an article stands at its own latest, those of one moment in order of arrival."""
        seen = NONE
        for ms, ids in self.marks.read_newest_first():
            here = self.corpus.bearing(ids)
            yield from (position for position in here - seen if self.marks.read_at(self._subject(position)) == ms)
            seen |= here

    def mark(self, action: Action, positions: Iterable[int]) -> Marked:
        """Make an action true of these articles, durably; raises UnsavedError, and the marks then wait in memory."""
        entries = self.planned(action, positions)
        if not entries:
            return Marked(0)
        try:
            return Marked(sum(len(entry.ids) for entry in entries), self.journal.append(entries))
        finally:
            self.take_up()

    def undo(self) -> Act | None:
        """Take back the newest act of this screen, else of this device; None where nothing is left to take back."""
        act = next(self.acts(), None)
        if act:
            try:
                self.journal.append(undoing(act))
            finally:
                self.take_up()
        return act

    def acts(self) -> Iterator[Act]:
        """What can be taken back, in the order in which undo would: this session's acts first, newest first."""
        device = self.journal.device
        if device is None:
            return
        own = undoable(self.marks, device, self.journal.session)
        yield from own
        yield from (act for act in undoable(self.marks, device) if act not in own)


def subject(record: Record) -> Subject:
    """An article as marks see it."""
    return Subject(record.ids, record.changed_at)


def subject_at(corpus: Collection, position: int) -> Subject:
    """The same, by its position, without reading its record."""
    return Subject(corpus.ids(position), corpus.changed_at(position))


def stream(
    documents: Iterable[Document | Problem], query: Query, paths: Paths, now: Callable[[], datetime]
) -> Iterator[tuple[Record, State] | Problem]:
    """Matching articles in reading order, each document's as soon as it is read; what has left is not taken back."""
    journal = Journal.open(paths, now)
    marks = Marks().plus(journal.records)
    intake = Intake(now(), marks)
    yield from _problems(journal)
    for document in documents:
        came = list(intake.take(document))
        yield from (problem for problem in came if isinstance(problem, Problem))
        corpus = Corpus([record for record in came if isinstance(record, Record)])
        for position in match(query, corpus, _states(corpus, marks)):
            yield corpus[position], marks.state(subject(corpus[position]))


def _problems(journal: Journal) -> Iterator[Problem]:
    """What is wrong with the journals: they are no input that was asked for, so none of them fails a run."""
    return (problem._replace(unreadable=False) for problem in journal.problems)


def _states(corpus: Collection, marks: Marks) -> States:
    """Only marked articles are asked, by their marks; everything else is untouched."""
    touched = {field: corpus.bearing(marks.touched(field)) for field in (READ, STARRED)}
    asked = {position: marks.state(subject_at(corpus, position)) for position in touched[READ] | touched[STARRED]}
    return States(
        read=Positions(position for position, state in asked.items() if state.read),
        starred=Positions(position for position, state in asked.items() if state.starred),
        changed=corpus.changed,
        labels=tuple(_labels(corpus, marks)),
    )


def _labels(corpus: Collection, marks: Marks) -> Iterator[tuple[Clean, Positions]]:
    for name in marks.label_names:
        touched = corpus.bearing(marks.touched(LABEL, name))
        borne = Positions(p for p in touched if name in marks.state(subject_at(corpus, p)).labels)
        if borne:
            yield name, borne
