"""Rows of the list: what a `Listing` says of headlines, asked for in stretches and kept while they are near.

A key asks for nothing until the cursor leaves a stretch, and for one stretch then, whatever the length of the list.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from zjreader.article import Headline, Span
from zjreader.text.clean import Clean

STRETCH = 60
"""Rows asked for at once; a title that recurs in its stretch is told apart by the opening of the text."""

_KEPT = 8


class Listing(NamedTuple):
    """What the list shows.

    `window(start, stop)` gives the headlines of these rows, `spans` the matches in a title, `fits` whether an article
    still belongs here (a row that no longer does stays, dimmed); `empty` is said where there is no row. `date` says
    when a headline appeared, `day` the day that it stands under, empty where the order is not by day; `chosen` whether
    an article was chosen.
    """

    length: int
    window: Callable[[int, int], Sequence[Headline]]
    spans: Callable[[Clean], tuple[Span, ...]]
    fits: Callable[[int], bool]
    empty: Clean
    date: Callable[[Headline], Clean] = lambda headline: headline.published.text if headline.published else Clean("")
    day: Callable[[Headline], Clean] = lambda _headline: Clean("")
    chosen: Callable[[int], bool] = lambda _position: False


NOTHING = Listing(0, lambda _start, _stop: (), lambda _title: (), lambda _position: True, Clean(""))


class Row(NamedTuple):
    """A headline as the list shows it; `recurs` where others near it have the same title."""

    headline: Headline
    date: Clean
    day: Clean = Clean("")
    chosen: bool = False
    recurs: bool = False


class Rows:
    """The rows of one listing, by number."""

    def __init__(self, listing: Listing) -> None:
        """Asks for nothing yet."""
        self._listing = listing
        self._stretches: dict[int, Sequence[Row]] = {}

    def __getitem__(self, number: int) -> Row:
        """A row, asked for with those around it."""
        stretch, place = divmod(number, STRETCH)
        if stretch not in self._stretches:
            if len(self._stretches) >= _KEPT:
                self._stretches.clear()
            self._stretches[stretch] = self._ask(stretch * STRETCH)
        return self._stretches[stretch][place]

    def begins_day(self, number: int) -> bool:
        """Whether a row stands under another day than the row above it; the first row does not."""
        return number > 0 and self[number].day != self[number - 1].day

    def _ask(self, start: int) -> Sequence[Row]:
        listing = self._listing
        headlines = listing.window(start, start + STRETCH)
        titles = Counter(headline.title for headline in headlines)
        return [
            Row(
                each,
                listing.date(each),
                listing.day(each),
                listing.chosen(each.position),
                recurs=titles[each.title] > 1,
            )
            for each in headlines
        ]
