"""Saved queries on the screen: counted, chosen, saved and removed.

They are counted when keys rest, one after another: however many there are, no key waits for them.
"""

from collections.abc import Iterator
from functools import partial

from textual import on
from textual.suggester import SuggestFromList
from textual.timer import Timer

from zjreader.errors import ZjreaderError
from zjreader.messages import _
from zjreader.query.circumstances import States
from zjreader.query.language import Query
from zjreader.query.views import no_view
from zjreader.reader import Reader
from zjreader.text.clean import Clean, clean_line
from zjreader.text.width import cells, fit
from zjreader.tui.answering import AnsweringScreen
from zjreader.tui.asking import AnswerLine, LineScreen, YesNoScreen
from zjreader.tui.facet_counts import FacetCounts
from zjreader.tui.opening import Opening
from zjreader.tui.telling import TellingScreen
from zjreader.tui.viewed import Viewed, toggled_view
from zjreader.tui.views_tally import ViewHits, views_facet
from zjreader.views import ViewCount, counted

BETWEEN = 0.005
"""Seconds between the counts of two saved queries, in which a key is heard."""

SHOWN = 24
"""Cells of a query that a question names; behind it an answer still has room at 60 cells."""


class ViewingScreen(TellingScreen):
    """Panes in which queries are saved."""

    def __init__(self, opening: Opening) -> None:
        super().__init__(opening)
        self._view_hits = ViewHits(opening.reader)
        self._view_counts: tuple[ViewCount, ...] = ()
        self._due: Timer | None = None
        self._counted_in: States | None = None

    # counting

    def take_reader(self, reader: Reader) -> None:
        """The saved queries are asked of the other reader, too."""
        self._view_hits, self._counted_in = ViewHits(reader), None
        super().take_reader(reader)

    def renew(self) -> None:
        """Marks have changed, and so what is unread."""
        super().renew()
        self._count_views()

    @on(AnsweringScreen.Answered)
    def _show_chosen(self) -> None:
        self._show_views()
        self._count_views()

    def _count_views(self) -> None:
        """From the beginning, after a while without keys; only marks, and what is saved, make it another count."""
        states = self.reader.states
        if self._due:
            self._due.stop()
        elif self._counted_in is states:
            return
        self._counted_in = states
        counts = counted(states.views, states.read, self._view_hits.hits)
        if rest := self.opening.rest:
            self._due = self.set_timer(rest, partial(self._count_next, counts, ()))
        else:
            self._counted(tuple(counts))

    def _count_next(self, counts: Iterator[ViewCount], known: tuple[ViewCount, ...]) -> None:
        if count := next(counts, None):
            self._due = self.set_timer(BETWEEN, partial(self._count_next, counts, (*known, count)))
        else:
            self._counted(known)

    def _counted(self, counts: tuple[ViewCount, ...]) -> None:
        self._due, self._view_counts = None, counts
        self._show_views()

    def _show_views(self) -> None:
        self.filter_pane.counts.show_views(views_facet(self._view_counts, self.typed))

    # choosing

    @on(FacetCounts.Chosen)
    def _take_view(self, event: FacetCounts.Chosen) -> None:
        if isinstance(event.choice, Viewed):
            self.choose_view(event.choice.name)

    def choose_view(self, name: Clean) -> None:
        """Ask for a saved query beside what is asked, or for it no longer; one that is none is told in its place."""
        self.filter_pane.query_line.value = str(toggled_view(self.typed, Viewed(name)))

    # saving

    def action_save_view(self) -> None:
        """Ask for the name under which to save the query."""
        if self.typed == Query():
            self.say(_("nothing is asked that could be saved"))
            return
        text = clean_line(str(self.typed))
        line = AnswerLine("", SuggestFromList(self.reader.views.saved))
        check = partial(self._check_view, text)
        self.app.push_screen(
            LineScreen(_("save “{query}” as:").format(query=_short(text)), line, check), partial(self._save_named, text)
        )

    def _check_view(self, text: Clean, name: Clean) -> None:
        """Raises UsageError; no name at all is an answer, too."""
        if name:
            self.reader.views.check(name, text)

    def _save_named(self, text: Clean, name: Clean | None) -> None:
        """Save a query, if the reader wants it in the place of another of this name."""
        if name is None:
            return
        before = self.reader.views.saved.get(name)
        if before in {None, text}:
            self.save_view(name, text)
            return
        question = _("“{name}” asks {query} now; replace it?").format(name=name, query=_short(before))
        self.app.push_screen(YesNoScreen(question), lambda yes: self.save_view(name, text) if yes else None)

    def save_view(self, name: Clean, text: Clean) -> None:
        """Save a query under a name and say so; what it was is replaced."""
        try:
            self.reader.views.set(name, text)
        except ZjreaderError as error:
            self.say(error.what, "error")
        else:
            self.say(_("saved as {name}: {query}").format(name=name, query=text))
        self._ask_anew()

    @on(FacetCounts.Removed)
    def _ask_to_remove(self, event: FacetCounts.Removed) -> None:
        if isinstance(event.choice, Viewed):
            self.remove_view(event.choice.name)
        else:
            self.say(_("only a saved query can be removed"))

    def remove_view(self, name: Clean) -> None:
        """Save a query no longer, if the reader says yes to what it asks."""
        asked = self.reader.views.saved.get(name)
        if asked is None:
            self.say(no_view(name, self.reader.views.saved), "error")
            return
        question = _("remove the saved query {name}: {query}?").format(name=name, query=_short(asked))
        self.app.push_screen(YesNoScreen(question), lambda yes: self._remove(name) if yes else None)

    def _remove(self, name: Clean) -> None:
        try:
            self.reader.views.remove(name)
        except ZjreaderError as error:
            self.say(error.what, "error")
        else:
            self.say(_("no longer saved: {name}").format(name=name))
        self._ask_anew()

    def _ask_anew(self) -> None:
        """Saved queries have changed: what is asked may mean something else, or nothing any more."""
        self.filter_pane.ask_again()
        self._count_views()


def _short(text: Clean) -> Clean:
    return fit(text, min(cells(text), SHOWN))
