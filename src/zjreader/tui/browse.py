"""The screen: filter, list and article, and what passes between them.

It alone asks the reader. Widgets say what happened, handlers here decide, values go back down. An answer is a message
with the question in it; one whose question is no longer the one that is asked is dropped. The last good answer stays
while a query cannot be read.
"""

from functools import partial
from typing import ClassVar

from textual import events, on
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.timer import Timer

from zjreader.article import Headline
from zjreader.corpus.positions import NONE, Positions
from zjreader.errors import QueryError
from zjreader.library.resume import NOWHERE, Resume
from zjreader.library.settings import DEFAULTS, Settings
from zjreader.messages import _, _n
from zjreader.query.language import Query
from zjreader.query.match import Results
from zjreader.query.spans import find_spans
from zjreader.reader import Reader
from zjreader.text.clean import Clean, clean_line
from zjreader.tui.arranged import ARRANGEMENTS, Arranged, next_arrangement
from zjreader.tui.facet_counts import FacetCounts
from zjreader.tui.filter_pane import FilterPane
from zjreader.tui.hands import Run
from zjreader.tui.headline_list import HeadlineList
from zjreader.tui.keys import ACTING, bindings
from zjreader.tui.list_dates import day_name, shown_date
from zjreader.tui.marking import MarkingScreen
from zjreader.tui.narrowing import Narrowed, Narrowing, narrowed, toggled
from zjreader.tui.page import Page
from zjreader.tui.rows import Listing
from zjreader.tui.scopes import ALL, COUNTED, LATELY, SCOPES, Scope, changeable
from zjreader.tui.tally import tally
from zjreader.tui.themes import problems_of

REST = 0.06
"""Seconds without a key after which the article follows the cursor; CONTRACT §5 allows 0.15."""


class BrowseScreen(MarkingScreen):
    """Three panes on one reader."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(ACTING)]

    class Answered(Message):
        """What was found for a query; `keep` is the article on which the cursor shall stay, if it is there."""

        def __init__(self, results: Results, keep: int | None = None) -> None:
            super().__init__()
            self.results = results
            self.keep = keep

    def __init__(
        self,
        reader: Reader,
        query: Query,
        title: str,
        settings: Settings = DEFAULTS,
        resume: Resume = NOWHERE,
        *,
        rest: float = REST,
        run: Run | None = None,
    ) -> None:
        """`title` says what is being read; `rest` is a time in seconds; `run` starts programs."""
        super().__init__(reader, clean_line(str(query)), settings, run, resume.history)
        self.asked = query
        self.arrangement = ARRANGEMENTS[0]
        self.scope = SCOPES.get(resume.scope, ALL)
        self._source = clean_line(title)
        self._resume = resume
        self._article = resume.article
        self._rest = rest
        self._resting: Timer | None = None
        self.narrowing: Narrowing = ()
        self._found = self._entered = Results(query, 0, NONE)
        self._still: Positions = NONE

    def on_mount(self) -> None:
        """Show what the reader was opened with, and what went wrong with it."""
        self._ask(self.reader.corpus.position(self._resume.article or ""))
        self.say(_("? shows all keys"), "muted")
        if problems := (*self.keymap.problems, *problems_of(self.settings.theme), *self.reader.problems):
            count = _n("{count} problem while reading", "{count} problems while reading", len(problems))
            first = problems[0]
            said = _("{problems}; the first: {about}: {what}")
            self.say(said.format(problems=count, about=first.about, what=first.what))

    @property
    def left_off(self) -> Resume:
        """Where the next start goes on; known still when the screen is gone."""
        return self._resume._replace(
            query=clean_line(str(self.asked)),
            scope=clean_line(self.scope.name),
            article=self._article,
            history=self.history,
        )

    # questions and answers

    @on(FilterPane.Asked)
    def _read_query(self, event: FilterPane.Asked) -> None:
        try:
            query = Query.parse(event.text)
        except QueryError as error:
            self.filter_pane.trouble.show(error)
            return
        self.filter_pane.trouble.show(None)
        if query != self.asked:
            self.asked = query
            self._ask()

    def _ask(self, keep: int | None = None) -> None:
        self.post_message(self.Answered(self.reader.search(self.asked), keep))

    @on(Answered)
    def _take(self, event: Answered) -> None:
        if event.results.query != self.asked:
            return
        self._found = event.results
        self._entered = self._found._replace(hits=self._found.hits & self._inside(self.scope))
        self.listed = self._arranged(narrowed(self.reader.corpus, self._entered.hits, self.narrowing))
        self._still = self.listed.hits
        row = None if event.keep is None else self.listed.row(event.keep)
        self.headlines.show(self._listing(), row or 0)
        self._count()

    def _arranged(self, hits: Positions) -> Arranged:
        if self.scope == LATELY:
            read = tuple(position for position in self.reader.lately_read if position in hits)
            return Arranged(self.reader.corpus, Positions(read), sequence=read)
        return Arranged(self.reader.corpus, hits, self.arrangement.order)

    def _count(self) -> None:
        """Counts and the list's title, of the answer as it stands and the marks as they are."""
        inside = {scope.name: self._inside(scope) for scope in COUNTED}
        facets = tally(
            self.reader.corpus, self._found, self._entered, inside, scope=self.scope, narrowing=self.narrowing
        )
        self.filter_pane.counts.show(facets)
        shown = f"{len(self.listed.hits)}/{len(self.reader.corpus)}"
        chosen = _("{count} chosen").format(count=len(self.chosen)) if self.chosen else ""
        order = _(self.arrangement.says) if self.listed.order != ARRANGEMENTS[0].order else ""
        values = " ".join(choice.value for choice in self.narrowing)
        parts = (shown, chosen, _(self.scope.says), order, values, str(self.asked), self._source)
        self.list_pane.border_title = Content(clean_line(" · ".join(part for part in parts if part)))

    def _inside(self, scope: Scope) -> Positions:
        return self.reader.search(scope.query).hits

    def _listing(self) -> Listing:
        now = self.reader.now()
        by_day = self.listed.order == "published" and self.scope != LATELY
        return Listing(
            len(self.listed.hits),
            partial(self._window, self.listed),
            partial(find_spans, self.asked),
            lambda position: position in self._still,
            clean_line(_("no article matches") if len(self.reader.corpus) else _("no articles")),
            lambda headline: shown_date(headline, now),
            lambda headline: day_name(headline, now) if by_day else Clean(""),
            lambda position: position in self.chosen,
        )

    def _window(self, listed: Arranged, start: int, stop: int) -> tuple[Headline, ...]:
        return tuple(self.reader.headline(position) for position in listed.window(start, stop))

    @on(events.ScreenResume)
    def _come_back(self) -> None:
        """What was marked on a screen over this one is true here too."""
        self.reader.take_up()
        self.renew()

    # reading

    @on(HeadlineList.Highlighted)
    def _follow(self, event: HeadlineList.Highlighted) -> None:
        """The article follows when keys rest: setting one at each key would make the list wait."""
        self._article = event.headline.id if event.headline else None
        self.note_move(moved=event.moved)
        self._rest_no_more()
        if self._rest and event.headline:
            self._resting = self.set_timer(self._rest, self._show)
        else:
            self._show()

    def _rest_no_more(self) -> None:
        if self._resting:
            self._resting.stop()

    def _show(self) -> None:
        self._rest_no_more()
        headline = self.headlines.selected
        self.page.show(self.reader.corpus[headline.position].article if headline else None, self.asked)

    @on(HeadlineList.Opened)
    def _open(self) -> None:
        """Opened means read."""
        self._show()
        self.enter("article")
        self.note_opened()

    @on(Page.Ended)
    def _go_on(self) -> None:
        self.action_unread(1)

    def action_article(self, step: int) -> None:
        """Open the next article, or the previous one."""
        before = self.headlines.cursor
        self.headlines.go(before + step)
        if self.headlines.cursor != before:
            self._open()

    def action_unread(self, step: int) -> None:
        """To the next unread article, or the previous one; where an article is being read, it is opened."""
        headline = self.headlines.selected
        unread = self._inside(SCOPES["unread"])
        goal = self.listed.neighbour(headline.position, step, unread) if headline else None
        if goal is None:
            self.say(_("nothing more unread here"))
            return
        self.headlines.go(self.listed.row(goal) or 0)
        if self.pane == "article":
            self._open()

    def renew(self) -> None:
        """Marks have changed: states are shown as they are, what fits no more is dimmed, nothing moves."""
        self._still = self.listed.hits & self._inside(self.scope) & self.reader.search(changeable(self.asked)).hits
        self.headlines.renew()
        self._count()

    # the way around

    def action_scope(self, name: str) -> None:
        """Enter a scope, with the cursor on the same article if it is there."""
        self.scope = SCOPES[name]
        headline = self.headlines.selected
        self._ask(headline.position if headline else None)

    def action_sort(self) -> None:
        """List in the next order, with the cursor on the same article."""
        if self.scope == LATELY:
            self.say(_("lately read is listed as it was read"))
            return
        self.arrangement = next_arrangement(self.arrangement)
        self.say(_("sorted: {order}").format(order=_(self.arrangement.says)))
        headline = self.headlines.selected
        self._ask(headline.position if headline else None)

    @on(FacetCounts.Chosen)
    def _choose(self, event: FacetCounts.Chosen) -> None:
        """Narrow to a value or enter a scope; what is chosen already is taken away."""
        match event.choice:
            case Narrowed() as choice:
                self._narrow(toggled(self.narrowing, choice))
            case scope:
                self.action_scope("all" if scope == self.scope else scope.name)

    def _narrow(self, narrowing: Narrowing) -> None:
        self.narrowing = narrowing
        headline = self.headlines.selected
        self._ask(headline.position if headline else None)

    def action_back_or_quit(self) -> None:
        """Back, and from the list out."""
        if self.pane != "list":
            self.enter("list")
        elif self.is_first:
            self.app.exit()
        else:
            self.dismiss()

    def action_leave(self) -> None:
        """Leave the pane; in the list, drop the choice, then clear the filter; in the counts, what was chosen there."""
        if self.pane == "list" and self.drop_choice():
            return
        if self.pane == "list":
            self.filter_pane.clear()
        if self.narrowing and self.pane in {"counts", "list"}:
            self._narrow(())
        else:
            self.enter("list")
