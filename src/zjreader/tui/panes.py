"""The layout: filter, list and article, two lines at the foot, and how one gets from pane to pane.

Which panes stand beside one another is the style sheet's affair, by the classes that the breakpoints set (three
from 120 columns, two from 80, else one) and by `filtering`, `counting` and `reading`, the pane that one is in.
"""

from typing import ClassVar

from textual import events, getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Horizontal
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget

from zjreader.messages import _
from zjreader.text.clean import Clean, clean_line
from zjreader.tui.article_page import ArticlePage
from zjreader.tui.bars import KeyLine, StatusLine
from zjreader.tui.filter_pane import FilterPane, QueryLine
from zjreader.tui.find_line import FindLine
from zjreader.tui.headline_list import HeadlineList
from zjreader.tui.history import History
from zjreader.tui.key import Pane, taken
from zjreader.tui.keymap import AS_WRITTEN, Keymap
from zjreader.tui.one_cell import OneCell
from zjreader.tui.painted import Piece

_ORDER: tuple[Pane, ...] = ("filter", "counts", "timeline", "list", "article")


class Panes(Container):
    """Filter above the other two, or beside them where there is room for three."""

    BINDINGS: ClassVar[list[BindingType]] = [*taken()]


class ListPane(Container, OneCell):
    """The frame of the list."""


class ArticlePane(Container, OneCell):
    """The frame of the article."""


class PanesScreen(Screen[None]):
    """Three panes, one of which the reader is in."""

    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-one"), (80, "-two"), (120, "-three")]  # noqa: RUF012 -- as Textual types it
    VERTICAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-low"), (16, "-high")]  # noqa: RUF012 -- as above

    filter_pane = getters.query_one(FilterPane)
    list_pane = getters.query_one(ListPane)
    headlines = getters.query_one(HeadlineList)
    article_pane = getters.query_one(ArticlePane)
    page = getters.query_one(ArticlePage)
    find_line = getters.query_one(FindLine)
    status = getters.query_one(StatusLine)
    key_line = getters.query_one(KeyLine)

    class Queried(Message):
        """The query line was left, with these queries in its history."""

        def __init__(self, history: tuple[Clean, ...]) -> None:
            super().__init__()
            self.history = history

    def __init__(self, text: Clean, keymap: Keymap = AS_WRITTEN, history: tuple[Clean, ...] = ()) -> None:
        """`text` is what the query line begins with, `keymap` the keys in force, `history` earlier queries."""
        super().__init__()
        self.keymap = keymap
        self.pane: Pane = "list"
        self._text = text
        self.history = history

    def compose(self) -> ComposeResult:
        """The panes, and the two lines at the foot; the room is known by now, and is nothing new to Textual later."""
        for breakpoints, room in zip(
            (self.HORIZONTAL_BREAKPOINTS, self.VERTICAL_BREAKPOINTS), self.app.size, strict=True
        ):
            self.add_class(reached(breakpoints or [], room))
        with Panes():
            yield FilterPane(self._text, self.history)
            with Horizontal():
                with ListPane():
                    yield HeadlineList()
                with ArticlePane():
                    yield ArticlePage()
                    yield FindLine()
        yield StatusLine()
        yield KeyLine(self.keymap)

    def on_mount(self) -> None:
        """One begins in the list."""
        self.filter_pane.border_title = Content(clean_line(_("filter")))
        self.enter("list")

    @property
    def is_first(self) -> bool:
        """Whether no other screen lies under this one."""
        return self.app.screen_stack[0] is self

    def say(self, sentence: str, look: str = "plain") -> None:
        """Show a sentence in the status line."""
        self.status.show(Piece(clean_line(sentence), look))

    def enter(self, pane: Pane) -> None:
        """Go into a pane, which is shown where it was not."""
        self.settle_in(pane)
        self.set_focus(self._widget_of(pane))

    def action_query(self) -> None:
        """To the query line."""
        self.enter("filter")

    def action_back(self) -> None:
        """From the article to the list."""
        if self.pane == "article":
            self.enter("list")

    def action_pane(self, step: int) -> None:
        """To the next pane, or the previous one."""
        self.enter(_ORDER[(_ORDER.index(self.pane) + step) % len(_ORDER)])

    def action_help(self) -> None:
        """Show all keys."""
        from zjreader.tui.help import HelpScreen

        self.app.push_screen(HelpScreen(self.keymap))

    @on(QueryLine.Done)
    def _to_list(self) -> None:
        self.enter("list")

    @on(events.DescendantFocus)
    def _arrive(self, event: events.DescendantFocus) -> None:
        """A click leads into a pane too; the line that finds belongs to the one it is in."""
        self.settle_in(next((pane for pane in _ORDER if self._widget_of(pane) is event.widget), "article"))

    @on(events.DescendantBlur)
    def _depart(self, event: events.DescendantBlur) -> None:
        """Earlier queries outlast their line: they are asked for when no widget is left."""
        if isinstance(event.widget, QueryLine):
            self.history = event.widget.history.queries
            self.post_message(self.Queried(self.history))

    def recall(self, history: tuple[Clean, ...]) -> None:
        """Offer these queries; they may have been asked on another screen."""
        self.history = history
        for line in self.query(QueryLine):
            line.history = History(history)

    def settle_in(self, pane: Pane) -> None:
        """Be in a pane, wherever the focus comes from."""
        self.pane = pane
        self.set_class(pane in {"filter", "counts", "timeline"}, "filtering")
        self.set_class(pane == "counts", "counting")
        self.set_class(pane == "timeline", "dating")
        self.set_class(pane == "article", "reading")
        self.key_line.show_keys(pane)

    def _widget_of(self, pane: Pane) -> Widget:
        return {
            "filter": self.filter_pane.query_line,
            "counts": self.filter_pane.counts,
            "timeline": self.filter_pane.time_bars,
            "list": self.headlines,
            "article": self.page,
        }[pane]


def reached(breakpoints: list[tuple[int, str]], room: int) -> str:
    """The class that the widest breakpoint within so many cells sets."""
    return max((least, name) for least, name in breakpoints if least <= room)[1]
