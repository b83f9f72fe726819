"""The screen: filter, list and article, and what passes between them.

It is the end of a chain, each link a screen that can one thing more: panes, hands, marks, answers, reading, handing on,
sending, commands, growing, renewing, sources, comparing. Here the page follows the list, and one moves from article to
article and out. Widgets say what happened, handlers decide, values go back down.
"""

from contextlib import ExitStack
from typing import ClassVar

from textual import events, on
from textual.binding import BindingType
from textual.timer import Timer

from zjreader.corpus.positions import NONE, Positions
from zjreader.library.resume import Resume
from zjreader.messages import _, _n
from zjreader.text.clean import clean_line
from zjreader.tui.comparing import ComparingScreen
from zjreader.tui.headline_list import HeadlineList
from zjreader.tui.key import bindings
from zjreader.tui.keys import ACTING, READING
from zjreader.tui.opening import Opening
from zjreader.tui.page import Page
from zjreader.tui.scopes import SCOPES
from zjreader.tui.themes import problems_of


class BrowseScreen(ComparingScreen):
    """Three panes on one reader."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(READING, ACTING)]

    def __init__(self, opening: Opening) -> None:
        super().__init__(opening)
        self._article = opening.resume.article
        self._resting: Timer | None = None
        self._unpainted = ExitStack()

    def on_mount(self) -> None:
        """Show what the reader was opened with, and what went wrong with it."""
        self._unpainted.enter_context(self.app.batch_update())
        left = self.reader.corpus.position(self.opening.resume.article or "")
        self.ask(left, NONE if left is None else Positions((left,)))  # read meanwhile, it is unread no more
        self.say(_("{key} shows all keys").format(key=self.keymap.first("help")), "muted")
        if problems := (*self.keymap.problems, *problems_of(self.settings.theme), *self.reader.problems):
            count = _n("{count} problem while reading", "{count} problems while reading", len(problems))
            first = problems[0]
            said = _("{problems}; the first: {about}: {what}")
            self.say(said.format(problems=count, about=first.about, what=first.what))

    @on(ComparingScreen.Answered)
    def _begin(self) -> None:
        """Nothing is painted before there is a list: frames without one would only make it wait."""
        self._unpainted.close()

    @property
    def left_off(self) -> Resume:
        """Where the next start goes on; known still when the screen is gone."""
        return self.opening.resume._replace(
            query=clean_line(str(self.typed)),
            scope=clean_line(self.scope.name),
            article=self._article,
            positions=self.positions,
            history=self.history,
        )

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
        if self.opening.rest and event.headline:
            self._resting = self.set_timer(self.opening.rest, self.show_selected)
        else:
            self.show_selected()

    def _rest_no_more(self) -> None:
        if self._resting:
            self._resting.stop()

    def show_selected(self) -> None:
        """Let the page follow the cursor at once."""
        self._rest_no_more()
        headline = self.headlines.selected
        article = self.reader.corpus[headline.position].article if headline else None
        self.show_article(headline.id if headline else None, article, self.asked)

    @on(HeadlineList.Opened)
    def _open(self) -> None:
        """Opened means read."""
        self.show_selected()
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

    def action_onward(self, step: int) -> None:
        """In the article to the next match, or the previous one, and past the last to an unread article."""
        if not (self.pane == "article" and self.page.step_to_match(step)):
            self.action_unread(step)

    def action_unread(self, step: int) -> None:
        """To the next unread article, or the previous one; where an article is being read, it is opened."""
        headline = self.headlines.selected
        unread = self.inside(SCOPES["unread"])
        goal = self.listed.neighbour(headline.position, step, unread) if headline else None
        if goal is None:
            self.say(_("nothing more unread here"))
            return
        self.headlines.go(self.listed.row(goal) or 0)
        if self.pane == "article":
            self._open()

    # the way around

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
            self.narrow(())
        else:
            self.enter("list")
