"""The screen: filter, list and article, and what passes between them.

It alone asks the reader. Widgets say what happened, handlers here decide, values go back down. An answer is a message
with the question in it; one whose question is no longer the one that is asked is dropped. The last good answer stays
while a query cannot be read.
"""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.timer import Timer

from zjreader.article import Span, State
from zjreader.corpus.positions import NONE, Positions
from zjreader.errors import QueryError, UnsavedError
from zjreader.library.marks import READ, STARRED, Action
from zjreader.messages import _, _n
from zjreader.query.language import Query
from zjreader.query.match import Results
from zjreader.query.spans import find_spans
from zjreader.reader import Reader
from zjreader.text.clean import Clean, clean_line
from zjreader.tui.filter_pane import FilterPane
from zjreader.tui.headline_list import HeadlineList, Listing
from zjreader.tui.keys import ACTING, bindings
from zjreader.tui.page import Page
from zjreader.tui.panes import PanesScreen
from zjreader.tui.scopes import ALL, SCOPES, Scope, changeable
from zjreader.tui.tally import tally, unread_step

REST = 0.06
"""Seconds without a key after which the article follows the cursor; CONTRACT §5 allows 0.15."""


class BrowseScreen(PanesScreen):
    """Three panes on one reader."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(ACTING)]

    class Answered(Message):
        """What was found for a query; `keep` is the article on which the cursor shall stay, if it is there."""

        def __init__(self, results: Results, keep: int | None = None) -> None:
            super().__init__()
            self.results = results
            self.keep = keep

    def __init__(self, reader: Reader, query: Query, title: str, rest: float = REST) -> None:
        """`title` says what is being read; `rest` is a time in seconds."""
        super().__init__(clean_line(str(query)))
        self.reader = reader
        self.asked = query
        self.scope = ALL
        self._source = clean_line(title)
        self._rest = rest
        self._resting: Timer | None = None
        self._found = self._listed = Results(query, 0, NONE)
        self._still: Positions = NONE

    def on_mount(self) -> None:
        """Show what the reader was opened with, and what went wrong with it."""
        self._ask()
        self.say(_("? shows all keys"), "muted")
        if problems := self.reader.problems:
            count = _n("{count} problem while reading", "{count} problems while reading", len(problems))
            first = problems[0]
            said = _("{problems}; the first: {about}: {what}")
            self.say(said.format(problems=count, about=first.about, what=first.what))

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
        self._listed = self._found._replace(hits=self._found.hits & self._inside(self.scope))
        self._still = self._listed.hits
        rank = None if event.keep is None else self.reader.corpus.rank(self._listed.hits, "published", event.keep)
        self.headlines.show(self._listing(), rank or 0)
        self._count()

    def _count(self) -> None:
        """Counts and the list's title, of the answer as it stands and the marks as they are."""
        inside = {scope.name: self._inside(scope) for scope in SCOPES.values()}
        facets = tally(self.reader.corpus, self._found, self._listed, inside, self.scope)
        self.filter_pane.counts.show(facets)
        shown = f"{len(self._listed.hits)}/{len(self.reader.corpus)}"
        parts = (shown, _(self.scope.says), str(self.asked), self._source)
        self.list_pane.border_title = Content(clean_line(" · ".join(part for part in parts if part)))

    def _inside(self, scope: Scope) -> Positions:
        return self.reader.search(scope.query).hits

    def _listing(self) -> Listing:
        return Listing(
            len(self._listed.hits),
            partial(self.reader.window, self._listed),
            self._spans,
            lambda position: position in self._still,
            clean_line(_("no article matches") if len(self.reader.corpus) else _("no articles")),
        )

    def _spans(self, title: Clean) -> tuple[Span, ...]:
        return find_spans(self.asked, title)

    # reading

    @on(HeadlineList.Highlighted)
    def _follow(self, event: HeadlineList.Highlighted) -> None:
        """The article follows when keys rest: setting one at each key would make the list wait."""
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
        self._mark(lambda _state: Action(READ, value=True), said=False)

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
        unread = self._listed.hits & self._inside(SCOPES["unread"])
        goal = unread_step(self.reader.corpus, unread, headline.position, step) if headline else None
        if goal is None:
            self.say(_("nothing more unread here"))
            return
        self.headlines.go(self.reader.corpus.rank(self._listed.hits, "published", goal) or 0)
        if self.pane == "article":
            self._open()

    # marks

    def action_toggle_read(self) -> None:
        """Mark read what is unread, and the other way round."""
        self._mark(lambda state: Action(READ, value=not state.read))

    def action_toggle_star(self) -> None:
        """Give a star, or take it away."""
        self._mark(lambda state: Action(STARRED, value=not state.starred))

    def _mark(self, act_on: Callable[[State], Action], *, said: bool = True) -> None:
        """Do to the article under the cursor what its state asks for."""
        headline = self.headlines.selected
        if not headline:
            return
        try:
            marked = self.reader.mark(act_on(headline.state), [headline.position])
        except UnsavedError as error:
            self.say(error.what, "error")
        else:
            act = next(self.reader.acts(), None) if said and marked.changed else None
            if act:
                self.say(act.said)
        self._renew()

    def action_undo(self) -> None:
        """Take back the last mark and say which it was."""
        try:
            act = self.reader.undo()
        except UnsavedError as error:
            self.say(error.what, "error")
        else:
            self.say(_("undone: {what}").format(what=act.said) if act else _("nothing to undo"))
        self._renew()

    def _renew(self) -> None:
        """Marks have changed: states are shown as they are, what fits no more is dimmed, nothing moves."""
        self._still = self._listed.hits & self._inside(self.scope) & self.reader.search(changeable(self.asked)).hits
        self.headlines.renew()
        self._count()

    # the way around

    def action_scope(self, name: str) -> None:
        """Enter a scope, with the cursor on the same article if it is there."""
        self.scope = SCOPES[name]
        headline = self.headlines.selected
        self._ask(headline.position if headline else None)

    def action_back_or_quit(self) -> None:
        """Back, and from the list out."""
        if self.pane == "list":
            self.app.exit()
        self.enter("list")

    def action_leave(self) -> None:
        """Leave the pane; in the list, clear the filter."""
        if self.pane == "list":
            self.filter_pane.clear()
        self.enter("list")
