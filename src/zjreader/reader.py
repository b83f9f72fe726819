"""The door: both the screen and the command line ask here, and neither has a rule of its own.

A reader holds one corpus and the journal of marks. It finds, shows windows of headlines, reads articles, marks them and
takes marks back. It is used from one thread; opening it reads, and only a mark writes.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from itertools import islice
from pathlib import Path
from typing import NamedTuple, Self

from zjreader import states_kept
from zjreader.article import Document, Headline, Problem, Record, State
from zjreader.corpus.collection import Collection
from zjreader.corpus.store import Corpus
from zjreader.errors import MissingError, UsageError
from zjreader.holdings import holdings
from zjreader.library.acts import Act, changes, undoable, undoing
from zjreader.library.disk import Facts
from zjreader.library.journal import Journal
from zjreader.library.journal_lines import Entry
from zjreader.library.journal_union import present
from zjreader.library.marks import Action, Marks, Subject
from zjreader.library.paths import Paths, under
from zjreader.library.word_lists import segmenter_in
from zjreader.messages import _
from zjreader.query.circumstances import Circumstances, States
from zjreader.query.fields import Sort
from zjreader.query.language import Query
from zjreader.query.match import match
from zjreader.query.orders import Orders
from zjreader.query.results import Results
from zjreader.query.views import unfolded
from zjreader.states import brought_up, concerned, grown, state_at, states_of, subject_at, views_of
from zjreader.text.clean import Clean
from zjreader.text.words import Segmenter
from zjreader.views import Views


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
        self.views = Views(lambda: self.states.views, self._write)
        self._problems = problems
        self._saved = Marks()
        self._marks: Marks | None = None
        self._states: States | None = None
        self._states_folder: Path | None = None
        self._kept_for: Mapping[str, Facts] | None = None

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
        if documents is None:
            return cls._on_library(paths, now)
        from zjreader.intake import gather  # the parsers, 50 ms

        journal = Journal.open(paths, now)
        records, problems = gather(documents, now(), Marks().plus(journal.records))
        return cls(Corpus(records), journal, problems)

    @classmethod
    def _on_library(cls, paths: Paths, now: Callable[[], datetime]) -> Self:
        """A reader that reads no marks as long as the sets that were kept of them tell all that is asked."""
        corpus = holdings(paths)
        reader = cls(corpus, Journal(paths, now))
        reader._states_folder = paths.image
        reader._kept_for = present(paths.state)
        reader._states = states_kept.load(paths.image, corpus, reader._kept_for)
        if reader._states is None:
            reader.states  # noqa: B018 -- reads the marks, and so what is wrong with the journals
        return reader

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What could not be read: of the marks, as far as they were, and of the articles."""
        return (*_problems(self.journal), *self._problems)

    @property
    def marks(self) -> Marks:
        """Everything that was marked, read when first asked for."""
        if self._marks is None:
            self.journal.refresh()
            self._saved = self._saved.plus(self.journal.records)
            self._marks = self._saved.plus(self.journal.unsaved)
            if self._kept_for != self.journal.read_from:
                self._states = None
        return self._marks

    def beside(self, documents: Iterable[Document | Problem]) -> "Reader":
        """A reader on just these documents, with the same marks in the same journal."""
        from zjreader.intake import gather  # as above

        records, problems = gather(documents, self.journal.now, self.marks)
        return Reader(Corpus(records), self.journal, problems)

    def grown(self, corpus: Collection) -> "Reader":
        """A reader on what this one's library has become: it asks for marks only of what is new there, or another."""
        self.marks  # noqa: B018 -- read before they are brought up
        self.journal.refresh()
        self.take_up()
        reader = Reader(corpus, self.journal)
        reader._states_folder, reader._saved, reader._marks = self._states_folder, self._saved, self._marks
        reader._states = grown(self.states, self.corpus, corpus, self.marks)
        return reader

    def take_up(self) -> None:
        """See what another reader has marked in the same journal."""
        if self._marks is None:
            return
        before, new = self._marks, self.journal.records[len(self._saved.records) :]
        self._saved = self._saved.plus(new)
        self._marks = self._saved.plus(self.journal.unsaved)
        if self._states:
            unsaved = before.records[len(self._saved.records) - len(new) :]
            ids = concerned((*new, *unsaved, *self.journal.unsaved), self._marks.records)
            self._states = brought_up(self._states, self.corpus, self._marks, ids)

    def keep_states(self) -> None:
        """Let the next start find what the marks come to without reading them."""
        if self._states_folder and self._marks and not (self.journal.unsaved or self.journal.problems):
            states_kept.save(self._states_folder, self.states, self.corpus, self.journal.read_from)

    def search(self, query: Query) -> Results:
        """Every article for which the query holds; raises QueryError where it cannot be answered."""
        return match(query, self.corpus, self.states, self.circumstances)

    def meant(self, query: Query) -> Query:
        """The query with what its saved queries ask in their places; raises QueryError."""
        return unfolded(query, dict(self.states.views))

    def window(
        self, results: Results, start: int, stop: int, order: Sort | None = None, *, reverse: bool = False
    ) -> tuple[Headline, ...]:
        """The headlines `start` up to `stop` of the results, in an order: by default the one that was asked for."""
        order = order or results.query.order
        if results.settled and order != "relevance":
            positions = self.orders.window(results.hits, order, start, stop, reverse=reverse)
        else:
            positions = list(islice(results.ordered(self.orders, order, reverse=reverse), start, stop))
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
        return self.corpus.headline(position)._replace(state=self.state(position))

    def state(self, position: int) -> State:
        """What the person did to an article, under any of its ids."""
        return state_at(self.states, position)

    def now(self) -> datetime:
        """The time by the clock that marks are stamped with, in the reader's zone."""
        return self.journal.now

    def planned(self, action: Action, positions: Iterable[int]) -> tuple[Entry, ...]:
        """What would have to be written for an action to be true of these articles."""
        return changes(self.marks, map(partial(subject_at, self.corpus), positions), action)

    @property
    def circumstances(self) -> Circumstances:
        """What a query's words mean at this moment."""
        return Circumstances(self.now(), dict(self.states.views), self.segments)

    @property
    def segments(self) -> Segmenter:
        """What cuts texts into words, by this home's lists too."""
        return segmenter_in(self.journal.folder)

    @property
    def states(self) -> States:
        """The same for the whole corpus, as sets."""
        if self._states is None:
            self._states = states_of(self.corpus, self.marks)
            self.keep_states()
        return self._states

    @property
    def orders(self) -> Orders:
        """Every order in which articles can be shown, as the marks are now."""
        return Orders(self.corpus, self.states)

    def mark(self, action: Action, positions: Iterable[int]) -> Marked:
        """Make an action true of these articles, durably; raises UnsavedError, and the marks then wait in memory."""
        entries = self.planned(action, positions)
        if not entries:
            return Marked(0)
        return Marked(sum(len(entry.ids) for entry in entries), self._write(entries))

    def undo(self) -> Act | None:
        """Take back the newest act of this screen, else of this device; None where nothing is left to take back."""
        act = next(self.acts(), None)
        if act:
            self._write(undoing(act))
        return act

    def _write(self, entries: Sequence[Entry]) -> Clean:
        """Save a batch and see what it makes of the states; raises UnsavedError, and it then waits in memory."""
        self.marks  # noqa: B018 -- what they were before tells what becomes another
        try:
            return self.journal.append(entries)
        finally:
            self.take_up()

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


def stream(
    documents: Iterable[Document | Problem], query: Query, paths: Paths, now: Callable[[], datetime]
) -> Iterator[tuple[Record, State] | Problem]:
    """Matching articles in reading order, each document's as soon as it is read; what has left is not taken back.

    What a search has to say of its answer comes as problems that cost nothing.
    """
    from zjreader.intake import Intake  # as above

    journal = Journal.open(paths, now)
    marks = Marks().plus(journal.records)
    intake = Intake(now(), marks)
    yield from _problems(journal)
    for document in documents:
        came = list(intake.take(document))
        yield from (problem for problem in came if isinstance(problem, Problem))
        corpus = Corpus([record for record in came if isinstance(record, Record)])
        here = Circumstances(now(), dict(views_of(marks)), segmenter_in(paths.state), complete=False)
        results = match(query, corpus, states_of(corpus, marks), here)
        hits = results.hits
        yield from (Problem(Clean(str(query)), Clean(sentence)) for sentence in results.said)
        for position in hits:
            yield corpus[position], marks.state(subject(corpus[position]))


def _problems(journal: Journal) -> Iterator[Problem]:
    """What is wrong with the journals: they are no input that was asked for, so none of them fails a run."""
    return (problem._replace(unreadable=False) for problem in journal.problems)
