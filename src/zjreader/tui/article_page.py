"""The page of one article, set in lines of at most 40 Hanzi and centred where the pane is wider.

Its place is kept by character: whatever the pane's width becomes, and however often, the text that stood at the top
when the page was last turned stays there. What is found, hinted at and chosen lies over the lines and changes none.
"""

from functools import lru_cache, partial

from zjreader.article import Article, Span
from zjreader.query.language import Query
from zjreader.query.spans import find_spans
from zjreader.text.clean import Clean
from zjreader.text.typeset import BLANK, MOST_MEASURE, PRINT, Line, Style, measure_in
from zjreader.text.words import Segmenter
from zjreader.tui.article_lines import line_pieces, page_lines
from zjreader.tui.finding import Match, matches_in, next_match
from zjreader.tui.hints import Hint
from zjreader.tui.page import Page
from zjreader.tui.painted import Piece, Pieces, laid_over
from zjreader.tui.places import (
    Place,
    line_at,
    line_of,
    offset_at,
    paragraph_at,
    paragraph_of,
    paragraphs,
    percent,
    place_at,
)

_ABOVE = 3
"""Lines left above a match or paragraph that one is taken to."""


class ArticlePage(Page):
    """One article, or nothing."""

    def __init__(self, measure: int = MOST_MEASURE, style: Style = PRINT) -> None:
        """`measure` is the cells that lines are to have, where there is room; `segments`, once given, cuts words."""
        super().__init__()
        self.article: Article | None = None
        self.asked = self._marked = Query()
        self.lines: tuple[Line, ...] = ()
        self.measure = measure
        self.print_style = style
        self.segments: Segmenter | None = None
        self.match: int | None = None
        self._wanted = 0
        self._kept: Place | None = None
        self._matches: tuple[Match, ...] | None = None
        self.hints: tuple[Hint, ...] = ()
        self.chosen: Span | None = None

    @property
    def length(self) -> int:
        """How many lines the page has."""
        return len(self.lines)

    @property
    def place(self) -> Place | None:
        """The first character that is shown."""
        return place_at(self.lines, self.top)

    @property
    def reached(self) -> int:
        """The place as an offset, as it is remembered: characters of the text above it."""
        return offset_at(self.article, self.lines, self.top) if self.article else 0

    @property
    def paragraph(self) -> int:
        """The paragraph at the top."""
        return paragraph_at(self.lines, self.top)

    @property
    def paragraphs(self) -> tuple[Clean, ...]:
        """What can be chosen."""
        return paragraphs(self.article) if self.article else ()

    @property
    def progress(self) -> int:
        """Percent of the page that has been seen."""
        return percent(self.top, self.size.height, self.length)

    @property
    def finding(self) -> bool:
        """Whether a word is looked for here, apart from the filter's."""
        return self._marked is not self.asked

    @property
    def matches(self) -> tuple[Match, ...]:
        """What is found: the word that is looked for here, else the filter's."""
        if self._matches is None:
            self._matches = matches_in(self.lines, self._find)
        return self._matches

    def show(self, article: Article | None, query: Query, offset: int = 0) -> None:
        """Show an article from an offset on, or the same one where it stands, with the query's words marked."""
        same = article is self.article
        keep = same and self.finding
        self.article, self.asked = article, query
        self._marked = self._marked if keep else query
        if not keep:
            self.match = None
        self._set()
        if not same:
            self.top, self._kept = 0, None
            self.hints, self.chosen = (), None
            self.select_nothing()
            self.turn_to(line_at(article, self.lines, offset) if article else 0)
            self._wanted = offset
        self.post_message(self.Turned())

    def find(self, query: Query) -> None:
        """Mark these words; an empty query gives the marks back to the filter's."""
        self._marked = query if query.words else self.asked
        self.match = None
        self._set()
        self.post_message(self.Turned())

    def step_to_match(self, step: int) -> bool:
        """Go to the next match, or the previous one, from the current one if it is in sight; whether there is one."""
        current = self._current
        in_sight = current and self.top <= current.line < self.top + self.size.height
        goal = next_match(self.matches, self.match if in_sight else None, self.top, step)
        if goal is not None:
            self.match = goal
            self.bring(self.matches[goal].line)
            self.draw_anew()
            self.post_message(self.Turned())
        return goal is not None

    def bring(self, line: int) -> None:
        """Show a line, with some above it if the page has to be turned."""
        if not self.top <= line < self.top + self.size.height:
            self.turn_to(line - min(_ABOVE, self.size.height // 2))

    def point(self, hints: tuple[Hint, ...]) -> None:
        """Draw these hints over their links."""
        self.hints = hints
        self.draw_anew()

    def choose(self, chosen: Span | None) -> None:
        """Show these paragraphs as chosen."""
        self.chosen = chosen
        self.draw_anew()

    def set_in(self, measure: int, style: Style) -> None:
        """Set the page in lines of so many cells, and go on where it stood."""
        self.measure, self.print_style = measure, style
        self.on_resize()

    def turn_to(self, line: int) -> None:
        """Put a line at the top, and say that other lines are shown."""
        before = self.top
        super().turn_to(line)
        if self.top != before:
            self._kept, self._wanted = None, 0
            self.post_message(self.Turned())

    def on_resize(self) -> None:
        """Set the page anew and go on where it stood."""
        kept = self._kept or (self.place if self.top else None)
        self.hints = ()
        self.select_nothing()
        self._set()
        if kept:
            self.top = line_of(self.lines, kept)
        elif self.article:
            self.top = line_at(self.article, self.lines, self._wanted)
        self.turn_to(self.top)
        self._kept = kept
        self.post_message(self.Turned())

    def ground_of(self, line: int) -> str:
        """Chosen paragraphs stand on a ground of their own."""
        paragraph = paragraph_of(self.lines[line])
        return "resting" if self.chosen and paragraph in range(*self.chosen) else "plain"

    def pieces_at(self, line: int) -> Pieces:
        """A line with its margin."""
        set_line = self.lines[line]
        pieces = line_pieces(set_line, self._find, "found" if self.finding else "match")
        current = self._current_in(set_line)
        if current:
            pieces = laid_over(pieces, current.start, Piece(Clean(set_line.shown[slice(*current)]), "current"))
        for hint in self.hints:
            if hint.line == line:
                pieces = laid_over(pieces, hint.at, Piece(hint.label, "hint"))
        return (Piece(Clean(" " * self.margin)), *pieces)

    @property
    def margin(self) -> int:
        """Half of what the lines leave free."""
        return (self.size.width - measure_in(self.size.width, self.measure)) // 2

    def text_in(self, number: int) -> Line:
        """The page's own line."""
        return self.lines[number] if number < self.length else BLANK

    @property
    def _current(self) -> Match | None:
        """The match one stands on; none while the page has no room to be set in."""
        return None if self.match is None else next(iter(self.matches[self.match : self.match + 1]), None)

    def _current_in(self, line: Line) -> Span | None:
        """The characters of a drawn line that belong to the current match."""
        match = self._current
        first = self.lines[match.line] if match else line
        same_text = (first.role, first.block) == (line.role, line.block)
        return line.shown_span(match.span) if match and same_text else None

    def _set(self) -> None:
        room = self.size.width
        measure = measure_in(room, self.measure)
        self.lines = page_lines(self.article, measure, self.print_style) if self.article and room else ()
        self._find = lru_cache(maxsize=256)(partial(find_spans, self._marked, segments=self.segments))
        self._matches = None
        self.draw_anew()
