"""What is counted of an answer: values of its fields and when its articles appeared, each once the list is painted.

Authors follow when keys rest. Columns that were never asked for are put together between keys, a piece at a time.
"""

from collections.abc import Callable, Iterator
from functools import partial

from textual.content import Content
from textual.timer import Timer

from zjreader.messages import _
from zjreader.query.results import Results
from zjreader.query.timeline import COLUMNS, timeline
from zjreader.text.clean import clean_line
from zjreader.tui.answering import AnsweringScreen
from zjreader.tui.facets import Facet
from zjreader.tui.opening import Opening
from zjreader.tui.scopes import COUNTED
from zjreader.tui.tally import Known, count_authors, tally

_BETWEEN_PIECES = 0.005
"""Seconds that are left to keys and to painting."""


class CountingScreen(AnsweringScreen):
    """Panes in which answers are counted."""

    def __init__(self, opening: Opening) -> None:
        super().__init__(opening)
        self._counting: Timer | None = None
        self._authors = Facet(clean_line(_("author")), ())

    def tell(self, results: Results) -> None:
        """Say what is to be said of an answer, once it is listed and all of it is known."""
        raise NotImplementedError

    def count(self) -> None:
        """The counts, of all that is known, once that is everything."""
        says = _("filter") if self._answer.whole else _("filter · still looking")
        self.filter_pane.border_title = Content(clean_line(says))
        if self._counting:
            self._counting.stop()
        if self._answer.whole:
            self.tell(self._answer.known)
            self._show_counts()
            self._gather(self.reader.corpus.gathered(*COLUMNS), self._show_timeline)

    def _gather(self, columns: Iterator[None], then: Callable[[], None]) -> None:
        """Have columns put together, where they never were, with time for keys between their pieces."""
        try:
            next(columns)
        except StopIteration:
            then()
        else:
            self._counting = self.set_timer(_BETWEEN_PIECES, partial(self._gather, columns, then))

    def _show_timeline(self) -> None:
        self.filter_pane.time_bars.show(partial(timeline, self.reader.corpus, self.listed.hits))
        authors = partial(self._gather, self.reader.corpus.gathered("author"), self._count_authors)
        if rest := self.opening.rest:
            self._counting = self.set_timer(rest, authors)
        else:
            authors()

    def _count_authors(self) -> None:
        """Authors are as many as articles may be: they follow when keys rest, as the article does."""
        self._authors = count_authors(self._known, self.narrowing)
        self._show_counts()

    def _show_counts(self) -> None:
        inside = {scope.name: self.inside(scope) for scope in COUNTED}
        facets = tally(self._known, inside, self._authors, scope=self.scope, narrowing=self.narrowing)
        self.filter_pane.counts.show(facets)

    @property
    def _known(self) -> Known:
        return Known(self.reader.corpus, self.reader.states, self._answer.known, self._entered)
