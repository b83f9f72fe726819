"""Questions and answers: what is asked, in which scope, order and narrowing, and the list that answers.

An answer is a message with the question in it; one whose question is no longer the one that is asked is dropped. The
last good answer stays while a query cannot be read.
"""

from functools import partial

from textual import on
from textual.content import Content
from textual.message import Message
from textual.timer import Timer

from zjreader.article import Headline
from zjreader.corpus.positions import NONE, Positions
from zjreader.errors import QueryError
from zjreader.messages import _
from zjreader.query.fields import Sort
from zjreader.query.language import read_query
from zjreader.query.results import Results
from zjreader.query.spans import find_spans
from zjreader.query.views import understood
from zjreader.reader import Reader
from zjreader.text.clean import Clean, clean_line
from zjreader.tui.answer import Answer
from zjreader.tui.arranged import ARRANGEMENTS, Arranged, Arrangement, next_arrangement
from zjreader.tui.facet_counts import FacetCounts
from zjreader.tui.filter_pane import FilterPane
from zjreader.tui.list_dates import day_name, shown_date
from zjreader.tui.marking import MarkingScreen
from zjreader.tui.narrowing import Narrowed, Narrowing, narrowed, toggled
from zjreader.tui.offering import offered
from zjreader.tui.opening import Opening
from zjreader.tui.rows import STRETCH, Listing
from zjreader.tui.scopes import ALL, LATELY, SCOPES, Scope, changeable

_PATIENCE = 0.03
"""Seconds of looking at texts before the first rows are shown, should they not fill a screen yet."""

_BETWEEN_SLICES = 0.005
"""Seconds that are left to keys and to painting."""


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
        self._entered = Results(self.asked, 0, NONE)
        self._answer = Answer(self._entered, self.reader.orders, "published")
        self._still = self._stays = NONE
        self._goal: int | None = None
        self._listed_of = 0
        self._going: Timer | None = None

    @on(FilterPane.Asked)
    def _read_query(self, event: FilterPane.Asked) -> None:
        self.call_after_refresh(self._offer, event.text)
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

    def _offer(self, text: str) -> None:
        """What the query may become, for whoever types it."""
        typing = self.pane == "filter" and text == self.filter_pane.query_line.value
        self.filter_pane.offer(offered(self.reader, text, self._listed_now) if typing else ())

    def _listed_now(self, hits: Positions) -> Positions:
        return narrowed(self.reader.corpus, self.reader.states, hits & self.inside(self.scope), self.narrowing)

    def read_on(self, reader: Reader, title: Clean) -> None:
        """Ask another reader from now on, under another title; what was chosen may not be there any more."""
        self.take_reader(reader)
        self._source = title
        self.chosen, self.narrowing = NONE, ()
        self.ask()

    def take_reader(self, reader: Reader) -> None:
        """Let this one answer from now on."""
        self.reader = reader

    def ask(self, keep: int | None = None, stays: Positions = NONE) -> None:
        """Ask, with the cursor on the article `keep` if the answer holds it; for `stays` see `Answered`."""
        self.post_message(self.Answered(self.reader.search(self.asked), keep, stays))

    @on(Answered)
    def _take(self, event: Answered) -> None:
        if event.results.query != self.asked:
            return
        self._answer = Answer(event.results, self.reader.orders, self._order)
        self._answer.go_on(STRETCH, _PATIENCE)
        self._goal, self._stays = event.keep, event.stays
        self._list()
        row = None if event.keep is None else self.listed.row(event.keep)
        self.headlines.show(self._listing(), row or 0)
        self._look_on_later()

    def _list(self) -> None:
        """List what is known of the answer, in the scope as it is now."""
        self._listed_of = len(self._answer.known.hits)
        fits = self.inside(self.scope)
        self._entered = self._answer.known.among(fits | self._stays)
        self.listed = self._arranged(
            narrowed(self.reader.corpus, self.reader.states, self._entered.hits, self.narrowing)
        )
        self._still = self.listed.hits & fits
        self._count()

    def count(self) -> None:
        """Count what is known of the answer, once it is painted."""
        raise NotImplementedError

    def _look_on_later(self) -> None:
        """Find the rest of the answer out, a slice at a time, with time for keys between them."""
        if self._going:
            self._going.stop()
        self._going = None if self._answer.whole else self.set_timer(_BETWEEN_SLICES, self._look_on)

    def _look_on(self) -> None:
        self._answer.go_on(0, 0)
        known, listed = len(self._answer.known.hits), self._listed_of
        if self._answer.whole or (known > listed and (listed < STRETCH or known > 2 * listed)):
            self._list_more()
        self._look_on_later()

    def _list_more(self) -> None:
        """More is known: the cursor stays on its article, or goes to the one that it was to be on."""
        headline = self.headlines.selected
        self._list()
        here = headline.position if headline else None
        if self._goal is not None and self._goal in self.listed.hits and not self.headlines.cursor:
            here = self._goal
        row = None if here is None else self.listed.row(here)
        self.headlines.extend(self._listing(), row or 0)

    def settle_answer(self) -> None:
        """Find out what is left of the answer: what is done next is done to all of it."""
        if not self._answer.whole:
            self._answer.finish()
            self._list_more()

    @property
    def _order(self) -> Sort:
        """The order of the list: as asked for, else as chosen."""
        asked = self.asked.order
        return asked if self.asked.sort or asked == "relevance" else self.arrangement.order

    def _arranged(self, hits: Positions) -> Arranged:
        if self.scope == LATELY:
            read = tuple(position for position in self.reader.orders.lately if position in hits)
            return Arranged(self.reader.orders, Positions(read), sequence=read)
        order, best = self._order, self._entered.best
        if order == "relevance":
            return Arranged(self.reader.orders, hits, sequence=None if best is None else tuple(hits.only(best)))
        return Arranged(self.reader.orders, hits, order)

    def _count(self) -> None:
        """Counts and the list's title, of the answer as it stands and the marks as they are."""
        self.call_after_refresh(self.count)
        more = "" if self._answer.whole else "+"
        shown = f"{len(self.listed.hits)}{more}/{len(self.reader.corpus)}"
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
            partial(_headlines, self.reader, self.listed),
            partial(find_spans, self.asked, segments=self.reader.segments),
            lambda position: position in self._still,
            clean_line(_why_nothing(self._answer, self.reader)),
            lambda headline: shown_date(headline, now),
            lambda headline: day_name(headline, now) if by_day else Clean(""),
            lambda position: position in self.chosen,
        )

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


def _why_nothing(answer: Answer, reader: Reader) -> str:
    if not answer.whole:
        return _("still looking")
    return _("no article matches") if len(reader.corpus) else _("no articles")


def _headlines(reader: Reader, listed: Arranged, start: int, stop: int) -> tuple[Headline, ...]:
    return tuple(reader.headline(position) for position in listed.window(start, stop))
