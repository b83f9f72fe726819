"""A headline -> the line or two lines of its row.

From 60 cells on a row is one line: signs, title, publisher, date in columns. Below, two: the title goes on under
itself, and what it leaves free says publisher and section; most Chinese headlines fit no line of 40 cells. Signs tell
the state without colour: `+` unread, `*` starred. They are ASCII because ● and ★ are one cell in some terminals and
two in others.
"""

from zjreader.article import Headline, Span
from zjreader.text.clean import Clean
from zjreader.text.line_breaks import break_lines, prepare
from zjreader.text.width import cells, fit
from zjreader.tui.painted import Piece, Pieces, marked

ONE_LINE = 60
"""Cells from which on a row is one line (CONTRACT §4)."""

LONGEST_TITLE = 200
"""Characters of a title that are looked at; no row shows more, and a broken file may have a title of megabytes."""

_SIGNS, _GAP, _DATE, _PUBLISHER = 3, 2, 10, 16
_WITH_PUBLISHER = 72


def row_height(width: int) -> int:
    """Lines that a row takes in a list of this width, in cells."""
    return 1 if width >= ONE_LINE else 2


def title_of(headline: Headline) -> Clean:
    """As much of the title as a row can show."""
    return Clean(headline.title[:LONGEST_TITLE])


def headline_line(headline: Headline, width: int, spans: tuple[Span, ...], line: int) -> Pieces:
    """A row's first (0) or second (1) line in `width` cells; `spans` are matches in the title."""
    if row_height(width) == 1:
        return _only(headline, width, spans)
    title = title_of(headline)
    first, *rest = break_lines(prepare(title), width - _SIGNS) if title else (Span(0, 0),)
    if line == 0:
        shown = Clean(title[first.start : first.stop])
        return (*_signs(headline), *marked(shown, _moved(spans, first.start), _look(headline)))
    start = rest[0].start if rest else len(title)
    return _second(headline, width - _SIGNS, Clean(title[start:]), _moved(spans, start))


def _only(headline: Headline, width: int, spans: tuple[Span, ...]) -> Pieces:
    facts = Clean(" " * _GAP + fit(_date(headline), _DATE))
    if width >= _WITH_PUBLISHER:
        publisher = Clean((headline.publisher or "")[:_PUBLISHER])
        facts = Clean(" " * _GAP + fit(publisher, _PUBLISHER) + facts)
    title = fit(title_of(headline), width - _SIGNS - cells(facts))
    return (*_signs(headline), *marked(title, _seen(spans, title), _look(headline)), Piece(facts, "muted"))


def _second(headline: Headline, room: int, rest: Clean, spans: tuple[Span, ...]) -> Pieces:
    date = _date(headline)
    left = room - (cells(date) + _GAP if date else 0)
    if rest:
        shown = fit(rest, left)
        words = marked(shown, _seen(spans, shown), _look(headline))
    else:
        words = (Piece(fit(_facts(headline), left), "muted"),)
    return (Piece(Clean(" " * _SIGNS)), *words, Piece(Clean(" " * _GAP + date), "muted"))


def _signs(headline: Headline) -> Pieces:
    read, starred = (" " if headline.state.read else "+"), ("*" if headline.state.starred else " ")
    return (Piece(Clean(f"{read}{starred} "), "sign"),)


def _look(headline: Headline) -> str:
    return "muted" if headline.state.read else "strong"


def _facts(headline: Headline) -> Clean:
    return Clean(" · ".join(fact for fact in (headline.publisher, headline.section) if fact))


def _date(headline: Headline) -> Clean:
    return Clean(headline.published.text[:_DATE]) if headline.published else Clean("")


def _moved(spans: tuple[Span, ...], by: int) -> tuple[Span, ...]:
    return tuple(Span(max(0, start - by), stop - by) for start, stop in spans if stop > by)


def _seen(spans: tuple[Span, ...], shown: Clean) -> tuple[Span, ...]:
    """The matches that a text cut by `fit` still shows; its ellipsis belongs to none."""
    end = len(shown.rstrip())
    kept = end - 1 if shown[:end].endswith("…") else end
    return tuple(Span(start, min(stop, kept)) for start, stop in spans if start < kept)
