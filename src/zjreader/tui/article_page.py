"""The page of one article, set in lines of at most 40 Hanzi and centred where the pane is wider.

Its place is kept by character: whatever the pane's width becomes, the text that stood at the top stays there.
"""

from functools import lru_cache
from typing import NamedTuple

from zjreader.article import Article, Span
from zjreader.query.language import Query
from zjreader.query.spans import find_spans
from zjreader.text.clean import Clean
from zjreader.text.typeset import Line, Role, measure_in
from zjreader.tui.article_lines import line_pieces, page_lines
from zjreader.tui.page import Page
from zjreader.tui.painted import Piece, Pieces


class Place(NamedTuple):
    """A character of a page, independent of how the page is set."""

    role: Role
    block: int | None
    text: Clean
    offset: int


class ArticlePage(Page):
    """One article, or nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.article: Article | None = None
        self.asked = Query()
        self.lines: tuple[Line, ...] = ()

    @property
    def length(self) -> int:
        """How many lines the page has."""
        return len(self.lines)

    def show(self, article: Article | None, query: Query) -> None:
        """Show an article from its beginning, or the same one where it stands, with the query's words marked."""
        if article is not self.article:
            self.top = 0
        self.article, self.asked = article, query
        self._set()

    @property
    def place(self) -> Place | None:
        """The first character that is shown."""
        line = next((line for line in self.lines[self.top :] if line.role != "blank"), None)
        return Place(line.role, line.block, line.text, line.span.start) if line else None

    def on_resize(self) -> None:
        """Set the page anew and go on where it stood."""
        place = self.place if self.top else None
        self._set()
        if place:
            self.top = _line_of(self.lines, place)
        self.turn_to(self.top)

    def pieces_at(self, line: int) -> Pieces:
        """A line with its margin."""
        room = self.size.width
        margin = Clean(" " * ((room - measure_in(room)) // 2))
        return (Piece(margin), *line_pieces(self.lines[line], self._find))

    def _set(self) -> None:
        room = self.size.width
        self.lines = page_lines(self.article, room) if self.article and room else ()
        self._find = lru_cache(maxsize=256)(self._spans)
        self._strips.clear()
        self.refresh()

    def _spans(self, text: Clean) -> tuple[Span, ...]:
        return find_spans(self.asked, text)


def _line_of(lines: tuple[Line, ...], place: Place) -> int:
    """The line in which a place is now; the first line, should the page no longer hold it."""
    role, block, text, offset = place
    return max(
        (
            number
            for number, line in enumerate(lines)
            if (line.role, line.block, line.text) == (role, block, text) and line.span.start <= offset
        ),
        default=0,
    )
