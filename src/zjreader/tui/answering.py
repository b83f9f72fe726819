"""Questions and answers: what is asked, in which scope, order and narrowing, and the list that answers.

An answer is a message with the question in it; one whose question is no longer the one that is asked is dropped. The
last good answer stays while a query cannot be read.
"""

from functools import partial

from textual import on
from textual.content import Content
from textual.message import Message

from zjreader.article import Headline
from zjreader.corpus.positions import NONE, Positions
from zjreader.errors import QueryError
from zjreader.messages import _
from zjreader.query.language import read_query
from zjreader.query.results import Results
from zjreader.query.spans import find_spans
from zjreader.query.views import understood
from zjreader.reader import Reader
from zjreader.text.clean import Clean, clean_line
from zjreader.tui.arranged import ARRANGEMENTS, Arranged, Arrangement, next_arrangement
from zjreader.tui.facet_counts import FacetCounts
from zjreader.tui.filter_pane import FilterPane
from zjreader.tui.list_dates import day_name, shown_date
from zjreader.tui.marking import MarkingScreen
from zjreader.tui.narrowing import Narrowed, Narrowing, narrowed, toggled
from zjreader.tui.opening import Opening
from zjreader.tui.rows import Listing
from zjreader.tui.scopes import ALL, COUNTED, LATELY, SCOPES, Scope, changeable
from zjreader.tui.tally import tally


class AnsweringScreen(MarkingScreen):
    """Panes in which one asks."""

    class Answered(Message):
        """What was found for a query; `keep` is the article on which the cursor shall stay, if it is there.

        `stays` are listed, if they were found, though they may fit the scope no more.
        """

        def __init__(self, results: Results, keep: int | None = None, stays: Positions = NONE) -> None:
            super().__init__()
            self.results = results
            self.keep = keep
            self.stays = stays

    def __init__(self, opening: Opening) -> None:
        super().__init__(opening)
        self.typed, self.asked = opening.query, self.reader.meant(opening.query)
        self.notes = read_query(str(opening.query)).notes
        self.arrangement = ARRANGEMENTS[0]
        self.scope = SCOPES.get(opening.resume.scope, ALL)
        self.narrowing: Narrowing = ()
        self._source = opening.title
        self._found = self._entered = Results(self.asked, 0, NONE)
        self._still: Positions = NONE

    @on(FilterPane.Asked)
    def _read_query(self, event: FilterPane.Asked) -> None:
        try:
            parsed = read_query(event.text)
            meant = understood(clean_line(event.text), parsed, self.reader.views.saved)
        except QueryError as error:
            self.filter_pane.show_trouble(error)
            return
        self.filter_pane.show_trouble(None)
        self.notes = parsed.notes
        if (parsed.query, meant) != (self.typed, self.asked):
            self.typed, self.asked = parsed.query, meant
            self.ask()

    def read_on(self, reader: Reader, title: Clean) -> None:
        """Ask another reader from now on, under another title; what was chosen may not be there any more."""
        self.reader, self._source = reader, title
        self.chosen, self.narrowing = NONE, ()
        self.ask()

    def ask(self, keep: int | None = None, stays: Positions = NONE) -> None:
        """Ask, with the cursor on the article `keep` if the answer holds it; for `stays` see `Answered`."""
        self.post_message(self.Answered(self.reader.search(self.asked), keep, stays))

    @on(Answered)
    def _take(self, event: Answered) -> None:
        if event.results.query != self.asked:
            return
        self._found = event.results
        fits = self.inside(self.scope)
        self._entered = self._found.among(fits | event.stays)
        self.listed = self._arranged(narrowed(self.reader.corpus, self._entered.hits, self.narrowing))
        self._still = self.listed.hits & fits
        row = None if event.keep is None else self.listed.row(event.keep)
        self.headlines.show(self._listing(), row or 0)
        self._count()
        self.tell(self._found)

    def tell(self, results: Results) -> None:
        """Say what is to be said of an answer, once it is listed and all of it is known."""
        raise NotImplementedError

    def _arranged(self, hits: Positions) -> Arranged:
        if self.scope == LATELY:
            read = tuple(position for position in self.reader.lately_read if position in hits)
            return Arranged(self.reader.corpus, Positions(read), sequence=read)
        asked, best = self.asked.order, self._entered.best
        order = asked if self.asked.sort or asked == "relevance" else self.arrangement.order
        if order == "relevance":
            return Arranged(self.reader.corpus, hits, sequence=None if best is None else tuple(hits.only(best)))
        return Arranged(self.reader.corpus, hits, order)

    def _count(self) -> None:
        """Counts and the list's title, of the answer as it stands and the marks as they are."""
        inside = {scope.name: self.inside(scope) for scope in COUNTED}
        facets = tally(
            self.reader.corpus, self._found, self._entered, inside, scope=self.scope, narrowing=self.narrowing
        )
        self.filter_pane.counts.show(facets)
        shown = f"{len(self.listed.hits)}/{len(self.reader.corpus)}"
        chosen = _("{count} chosen").format(count=len(self.chosen)) if self.chosen else ""
        order = _(self.arrangement.says) if not self.asked.sort and self.listed.order != ARRANGEMENTS[0].order else ""
        values = " ".join(choice.value for choice in self.narrowing)
        parts = (shown, chosen, _(self.scope.says), order, values, str(self.typed), self._source)
        self.list_pane.border_title = Content(clean_line(" · ".join(part for part in parts if part)))

    def inside(self, scope: Scope) -> Positions:
        """The articles of a scope, as the marks are now."""
        return self.reader.search(scope.query).hits

    def _listing(self) -> Listing:
        now = self.reader.now()
        by_day = self.listed.order == "published" and self.listed.sequence is None
        return Listing(
            len(self.listed.hits),
            partial(self._window, self.listed),
            partial(find_spans, self.asked, segments=self.reader.segments),
            lambda position: position in self._still,
            clean_line(_("no article matches") if len(self.reader.corpus) else _("no articles")),
            lambda headline: shown_date(headline, now),
            lambda headline: day_name(headline, now) if by_day else Clean(""),
            lambda position: position in self.chosen,
        )

    def _window(self, listed: Arranged, start: int, stop: int) -> tuple[Headline, ...]:
        return tuple(self.reader.headline(position) for position in listed.window(start, stop))

    def renew(self) -> None:
        """Marks have changed: states are shown as they are, what fits no more is dimmed, nothing moves."""
        self._still = self.listed.hits & self.inside(self.scope) & self.reader.search(changeable(self.asked)).hits
        self.headlines.renew()
        self._count()

    def action_scope(self, name: str) -> None:
        """Enter a scope, with the cursor on the same article if it is there."""
        self.scope = SCOPES[name]
        headline = self.headlines.selected
        self.ask(headline.position if headline else None)

    def action_sort(self) -> None:
        """List in the next order, with the cursor on the same article."""
        if self.scope == LATELY:
            self.say(_("lately read is listed as it was read"))
            return
        self.sort_by(next_arrangement(self.arrangement))

    def sort_by(self, arrangement: Arrangement) -> None:
        """List in an order, with the cursor on the same article."""
        self.arrangement = arrangement
        self.say(_("sorted: {order}").format(order=_(self.arrangement.says)))
        headline = self.headlines.selected
        self.ask(headline.position if headline else None)

    @on(FacetCounts.Chosen)
    def _narrow_to(self, event: FacetCounts.Chosen) -> None:
        """Narrow to a value or enter a scope; what is chosen already is taken away."""
        match event.choice:
            case Narrowed() as choice:
                self.narrow(toggled(self.narrowing, choice))
            case Scope() as scope:
                self.action_scope("all" if scope == self.scope else scope.name)

    def narrow(self, narrowing: Narrowing) -> None:
        """Show only what bears these values, with the cursor on the same article."""
        self.narrowing = narrowing
        headline = self.headlines.selected
        self.ask(headline.position if headline else None)
