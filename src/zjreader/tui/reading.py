"""Reading one article on the screen: where each was left, words found in it, the width of its lines, reading mode.

Knows articles by their ids and nothing of where they come from.
"""

from textual import on
from textual.content import Content

from zjreader.article import Article
from zjreader.library.settings import Settings
from zjreader.messages import _
from zjreader.page_style import measure_of, style_of
from zjreader.query.language import Query
from zjreader.query.tree import Word
from zjreader.text.clean import Clean, clean_line
from zjreader.text.typeset import LEAST_MEASURE, MOST_MEASURE
from zjreader.tui.article_page import ArticlePage
from zjreader.tui.find_line import FindLine
from zjreader.tui.key import Pane
from zjreader.tui.opening import Opening
from zjreader.tui.overlay import draw_all_with
from zjreader.tui.viewing import ViewingScreen

MOST_POSITIONS = 500
"""Articles whose places are remembered."""

_STEP = 2
"""Hanzi by which the measure changes: one on either side."""


class ReadingScreen(ViewingScreen):
    """Panes of which one is read in."""

    def __init__(self, opening: Opening) -> None:
        super().__init__(opening)
        self._left_at = dict(opening.resume.positions)
        self._read_id: Clean | None = None

    def on_mount(self) -> None:
        """Set the page as the reader wishes, and let it tell words apart as the reader does."""
        self.page.segments = self.reader.segments
        self.set_with(self.settings)

    def set_with(self, settings: Settings) -> None:
        """Draw and set as these settings want it, once there are panes; what was at the page's top stays there."""
        self.settings = settings
        style = style_of(settings)
        draw_all_with(self, style.ambiguous)
        for page in self.query(ArticlePage):
            page.set_in(measure_of(settings), style)

    @property
    def positions(self) -> tuple[tuple[Clean, int], ...]:
        """Where each article was left, newest last, for `Resume`; the beginning is not remembered."""
        return tuple(self._left_at.items())[-MOST_POSITIONS:]

    def show_article(self, name: Clean | None, article: Article | None, query: Query) -> None:
        """Show an article, known by this id, where it was left; one that is shown already stays as it is."""
        if name == self._read_id and article == self.page.article:
            article = self.page.article
        self._remember()
        self._read_id = name
        self.page.show(article, query, self._left_at.get(name, 0) if name else 0)

    def _remember(self) -> None:
        if self._read_id and self.page.length:
            self._left_at.pop(self._read_id, None)
            if offset := self.page.reached:
                self._left_at[self._read_id] = offset

    @on(ArticlePage.Turned)
    def _tell_progress(self) -> None:
        self._remember()
        page = self.page
        found = f"{(page.match or 0) + (page.match is not None)}/{len(page.matches)}" if page.finding else ""
        seen = f"{page.progress} %" if page.length > page.size.height else ""
        self.article_pane.border_title = Content(clean_line(" · ".join(part for part in (seen, found) if part)))

    # finding

    def action_query(self) -> None:
        """To the query line or, from the article, to the line that finds in it."""
        if self.pane == "article":
            self.find_line.open()
        else:
            super().action_query()

    @on(FindLine.Asked)
    def _find(self, event: FindLine.Asked) -> None:
        text = clean_line(event.text)
        self.page.find(Query((Word(text),) if text else ()))
        self.page.step_to_match(1)

    @on(FindLine.Left)
    def _leave_find(self, event: FindLine.Left) -> None:
        if not event.kept:
            self.page.find(Query())
        elif self.page.finding and not self.page.matches:
            self.say(_("not found in this article"))
        self.enter("article")

    # the page as it is set

    def action_alone(self) -> None:
        """Reading mode: the article and nothing else, or everything again."""
        self.enter("article")
        self.toggle_class("alone")

    def action_measure(self, step: int) -> None:
        """Longer lines, or shorter ones."""
        measure = max(LEAST_MEASURE // 2, min(self.settings.measure + step * _STEP, MOST_MEASURE // 2))
        self.set_with(self.settings._replace(measure=measure))
        self.say(_("lines of {count} Hanzi").format(count=measure))

    def settle_in(self, pane: Pane) -> None:
        """Into a pane; only the article is read alone."""
        super().settle_in(pane)
        if pane != "article":
            self.remove_class("alone")
