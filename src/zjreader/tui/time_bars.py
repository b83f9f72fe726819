"""The timeline of the filter pane: a bar for each period, and below them the first date and the last.

In it the cursor stands on a bar, whose date and number are said; which one was chosen, others hear.
"""

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.strip import Strip

from zjreader.query.timeline import Period, Timeline
from zjreader.text.clean import Clean, clean_line
from zjreader.text.width import cells
from zjreader.tui.key import bindings
from zjreader.tui.keys import DATING, MOVING
from zjreader.tui.painted import SELECTED, LinePainted, Piece, Pieces

BLOCKS = "▁▂▃▄▅▆▇█"
"""Heights of a bar, of one cell where the terminal draws signs of ambiguous width in one."""

DOTS = "⣀⣤⣶⣿"
"""The same in signs that are narrow everywhere."""

WIDEST = 3
"""Cells of a bar: few wide ones would look like a wall."""


class TimeBars(LinePainted, can_focus=True):
    """When what is listed appeared."""

    FOCUS_ON_CLICK = False
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(MOVING, DATING)]

    class Chosen(Message):
        """Only this period, as `date:` asks for it, shall be listed; None for all of the time."""

        def __init__(self, asked: str | None) -> None:
            super().__init__()
            self.asked = asked

    def __init__(self) -> None:
        super().__init__()
        self.timeline = Timeline()
        self.cursor = 0
        self._made: Callable[[int], Timeline] = lambda _room: Timeline()

    @property
    def selected(self) -> Period | None:
        """The period under the cursor; None where there is none."""
        periods = self.timeline.periods
        return periods[self.cursor] if periods else None

    def show(self, made: Callable[[int], Timeline]) -> None:
        """Show the timeline that is made for so many bars; the cursor stays at its time."""
        before, self._made = self.selected, made
        self.timeline = made(max(1, self.size.width)) if self.size.width else Timeline()
        periods = self.timeline.periods
        same = (number for number, each in enumerate(periods) if before and before.first <= each.last)
        self._place(next(same, len(periods) - 1))
        self.refresh()

    def lay_out(self) -> None:
        """As many bars as now fit."""
        self.show(self._made)

    def watch_has_focus(self, has_focus: bool) -> None:
        """The cursor is seen by whoever is in here."""
        super().watch_has_focus(has_focus)
        self.refresh()

    def action_move(self, periods: int) -> None:
        """Some periods later, or earlier."""
        self._place(self.cursor + periods)

    def action_first(self) -> None:
        """To the first period."""
        self._place(0)

    def action_last(self) -> None:
        """To the last period."""
        self._place(len(self.timeline.periods) - 1)

    def action_half(self, halves: int) -> None:
        """Half of the bars further, or back."""
        self._place(self.cursor + halves * max(1, len(self.timeline.periods) // 2))

    def action_page(self, pages: int) -> None:
        """To the end, or the beginning."""
        self._place(self.cursor + pages * len(self.timeline.periods))

    def action_choose(self) -> None:
        """Only the period under the cursor."""
        if self.selected:
            self.post_message(self.Chosen(self.selected.asked))

    def action_whole(self) -> None:
        """All of the time again."""
        self.post_message(self.Chosen(None))

    def on_click(self, event: events.Click) -> None:
        """A click on a bar chooses its period."""
        event.stop()
        bar = event.x // bar_width(self.timeline, self.size.width)
        if bar < len(self.timeline.periods):
            self._place(bar)
            self.action_choose()

    def line_at(self, y: int) -> Strip:
        """The bars, or what they are."""
        cursor = self.cursor if self.has_focus else None
        draw = bars if y == 0 else dates
        pieces = draw(self.timeline, self.size.width, cursor, self.ambiguous)
        return self.strip(pieces, lambda: pieces)

    def _place(self, period: int) -> None:
        self.cursor = max(0, min(period, len(self.timeline.periods) - 1))
        self.refresh()


def bar_width(timeline: Timeline, width: int) -> int:
    """The cells of a bar."""
    return max(1, min(WIDEST, width // max(1, len(timeline.periods))))


def bars(timeline: Timeline, width: int, cursor: int | None, ambiguous: int = 1) -> Pieces:
    """A bar for each period, as high as its share of the fullest; none is without height but an empty one."""
    signs = DOTS if ambiguous > 1 else BLOCKS
    fullest = max((period.articles for period in timeline.periods), default=0)
    wide = bar_width(timeline, width)
    heights = (-(-period.articles * len(signs) // fullest) if fullest else 0 for period in timeline.periods)
    return tuple(
        Piece(Clean((signs[height - 1] if height else " ") * wide), SELECTED if number == cursor else "sign")
        for number, height in enumerate(heights)
    )


def dates(timeline: Timeline, width: int, cursor: int | None, ambiguous: int = 1) -> Pieces:
    """The first date and the last, or the cursor's with its number."""
    if not timeline.periods:
        return ()
    if cursor is not None:
        period = timeline.periods[cursor]
        return (Piece(clean_line(period.asked), "strong"), Piece(Clean(f" {period.articles}"), "muted"))
    first, last = clean_line(timeline.periods[0].first), clean_line(timeline.periods[-1].last)
    drawn = min(width, bar_width(timeline, width) * len(timeline.periods))
    blank = max(1, drawn - cells(first, ambiguous) - cells(last, ambiguous))
    together = first if first == last else Clean(first + " " * blank + last)
    return (Piece(together, "muted"),)
