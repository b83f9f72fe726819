"""Documents -> the library: what `add` and `update` do, transaction by transaction.

Each `Kept` is on disk when it is yielded. Stopped or killed, adding the same again goes on where it was: what was taken
wholly and is unchanged is passed over, and the articles known by then are found again.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from time import monotonic
from typing import NamedTuple

from zjreader.article import Document, Problem, Record
from zjreader.following import NOTHING, follow
from zjreader.intake import Came, FullText, Intake, Joined, SeenAgain
from zjreader.library.marks import Marks
from zjreader.library.shelf import KeptShelf

SHORTEST = 1.0
"""Seconds between two commits; more where committing takes more than a tenth of the time."""

MOST = 10_000
"""New articles that wait for a commit, at most."""


class Kept(NamedTuple):
    """What one transaction kept, and what went wrong on the way.

    `records` are new, `changed` became another of those that were `seen_again`. `documents` were read to their end,
    `unchanged` need not be read.
    """

    records: tuple[Record, ...]
    problems: tuple[Problem, ...]
    seen_again: int
    changed: int
    documents: int
    unchanged: int


def add(
    documents: Iterable[Document | Problem],
    shelf: KeptShelf,
    added: datetime,
    marks: Marks,
    clock: Callable[[], float] = monotonic,
    *,
    followed: Marks = NOTHING,
) -> Iterator[Kept]:
    """Take what the documents hold into the library; their sources are known there.

    What is new is said once, after it is safe; joins are left for the journal (`Library.unwritten_joins`). `clock`
    gives seconds, `followed` is what of the marks this library follows already. Raises UnsavedError: what was yielded
    is kept.
    """
    intake, since = Intake(added, marks, shelf), _Since()
    follow(marks, shelf, followed)
    came = (each for document in documents for each in _came(document, intake, shelf, since))
    return _kept(came, shelf, since, clock)


def complete(
    texts: Iterable[FullText | Problem],
    shelf: KeptShelf,
    added: datetime,
    marks: Marks,
    clock: Callable[[], float] = monotonic,
    *,
    followed: Marks = NOTHING,
) -> Iterator[Kept]:
    """Let texts complete the teasers whose links led to them; as `add` otherwise. `changed` tells how many they did."""
    intake, since = Intake(added, marks, shelf), _Since()
    follow(marks, shelf, followed)
    came = (each for text in texts for each in ([text] if isinstance(text, Problem) else intake.complete(text)))
    return _kept(came, shelf, since, clock)


def _kept(arriving: Iterable[Came], shelf: KeptShelf, since: "_Since", clock: Callable[[], float]) -> Iterator[Kept]:
    pace = _Pace(clock)
    for came in arriving:
        since.take(came)
        if isinstance(came, Joined):
            shelf.keep_join(*came)
        if len(shelf) >= MOST or pace.is_due():
            pace.commit(shelf)
            yield since.told()
    pace.commit(shelf)
    yield since.told()


def _came(document: Document | Problem, intake: Intake, shelf: KeptShelf, since: "_Since") -> Iterator[Came]:
    """What came of a document; one of which all was taken is kept as such."""
    if isinstance(document, Problem):
        yield document
    elif shelf.has_taken(document):
        since.unchanged += 1
    else:
        failed = False
        for came in intake.take(document):
            failed = failed or (isinstance(came, Problem) and came.line is None and not came.kept)
            yield came
        since.documents += 1
        if not failed:
            shelf.has_all_of(document)


class _Since:
    """What came since the last commit."""

    def __init__(self) -> None:
        self._begin()

    def _begin(self) -> None:
        self._records: list[Record] = []
        self._problems: list[Problem] = []
        self._seen_again = self._changed = 0
        self.documents = self.unchanged = 0

    def take(self, came: Came) -> None:
        """Count this in."""
        if isinstance(came, Record):
            self._records.append(came)
        elif isinstance(came, Problem):
            self._problems.append(came)
        elif isinstance(came, SeenAgain):
            self._seen_again += 1
            self._changed += came.changed

    def told(self) -> Kept:
        """What was kept; from here on it counts anew."""
        records, problems = tuple(self._records), tuple(self._problems)
        kept = Kept(records, problems, self._seen_again, self._changed, self.documents, self.unchanged)
        self._begin()
        return kept


class _Pace:
    """How often to commit: a second's work is lost at most, and committing takes little of the time."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._last = clock()
        self._wait = SHORTEST

    def is_due(self) -> bool:
        return self._clock() - self._last >= self._wait

    def commit(self, shelf: KeptShelf) -> None:
        began = self._clock()
        shelf.commit()
        self._last = self._clock()
        self._wait = max(SHORTEST, 10 * (self._last - began))
