"""Saved queries: what a person asks again and again, by a name, in the journals of all devices.

Kept is what was typed, so that 今天 is the day on which it is asked. What could not be asked is not kept.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from zjreader.corpus.positions import Positions
from zjreader.errors import MissingError, QueryError, UsageError
from zjreader.library.journal import Journal
from zjreader.library.journal_lines import Entry
from zjreader.library.marks import VIEW, Marks
from zjreader.library.paths import Paths
from zjreader.messages import _
from zjreader.query.language import Query, read_query
from zjreader.query.tree import View
from zjreader.query.views import no_view, understood, unfolded
from zjreader.states import views_of
from zjreader.text.clean import Clean, clean_line


class Views:
    """The saved queries, and the pen for them."""

    def __init__(
        self,
        saved: Callable[[], Iterable[tuple[Clean, Clean]]],
        write: Callable[[Sequence[Entry]], object],
    ) -> None:
        """`saved` gives names and texts as they are now; `write` keeps a batch, or raises UnsavedError."""
        self._saved = saved
        self._write = write

    @property
    def saved(self) -> dict[Clean, Clean]:
        """What each asks, by name, in the order of the names."""
        return dict(self._saved())

    def set(self, name: str, text: str) -> None:
        """Save a query under a name, in place of another that had it. Raises what `check` does, and UnsavedError."""
        called, asked = self.check(name, text)
        if self.saved.get(called) != asked:
            self._write([Entry(VIEW, asked, name=called)])

    def check(self, name: str, text: str) -> tuple[Clean, Clean]:
        """Name and query as they would be saved.

        Raises UsageError without a name or a query, QueryError for one that cannot be asked, itself among what it asks.
        """
        called, asked = clean_line(name), clean_line(text)
        if not called:
            raise UsageError(_("a saved query needs a name"))
        if not asked:
            raise UsageError(_("needs a query"), called)
        understood(asked, read_query(asked), {**self.saved, called: asked})
        return called, asked

    def remove(self, name: str) -> None:
        """Save a query no longer. Raises MissingError where none is called so, UnsavedError."""
        known, called = self.saved, clean_line(name)
        if called not in known:
            raise MissingError(no_view(called, known))
        self._write([Entry(VIEW, None, name=called)])


class ViewCount(NamedTuple):
    """How many articles a saved query finds, and how many of them are unread; or why it cannot be asked."""

    name: Clean
    text: Clean
    unread: int = 0
    articles: int = 0
    trouble: Clean | None = None


def counted(
    saved: Iterable[tuple[Clean, Clean]], read: Positions, search: Callable[[Query], Positions]
) -> Iterator[ViewCount]:
    """The counts of these saved queries, with the articles that are read, by what a search finds."""
    for name, text in saved:
        try:
            hits = search(Query((View(name),)))
        except QueryError as error:
            yield ViewCount(name, text, trouble=error.what)
        else:
            yield ViewCount(name, text, len(hits - read), len(hits))


def meant(query: Query, paths: Paths, now: Callable[[], datetime]) -> Query:
    """A query as `Reader.meant` has it, where there is no reader. Raises QueryError."""
    if not query.asks_view:
        return query
    return unfolded(query, dict(views_of(Marks().plus(Journal.open(paths, now).records))))
