"""A row -> the line or two lines that show it, and the thin line that names a day.

From 60 cells on a row is one line: signs, title, section, publisher, date in columns that yield by width. Below, two:
the title goes on under itself, and what it leaves free says publisher, section and date; most Chinese headlines fit no
line of 40 cells. Signs tell the state without colour: `+` unread, `*` starred, `x` chosen. They are ASCII because ●
and ★ are of ambiguous width; what is so in the texts counts `ambiguous` cells.
"""

from zjreader.article import Headline, Span
from zjreader.text.byline import read_dateline
from zjreader.text.clean import Clean
from zjreader.text.line_breaks import break_lines, prepare
from zjreader.text.typeset import Line
from zjreader.text.width import ELLIPSIS, cells, cut, fit
from zjreader.tui.painted import Piece, Pieces, marked
from zjreader.tui.rows import Row

ONE_LINE = 60
"""Cells from which on a row is one line (CONTRACT §4)."""

LONGEST_TITLE = 200
"""Characters of a title that are looked at; no row shows more, and a broken file may have a title of megabytes."""

_SIGNS, _GAP, _DATE, _PUBLISHER, _SECTION = 4, 2, 13, 16, 8
_WITH_PUBLISHER, _WITH_SECTION = 76, 96
_LEAST_TAIL = 6


def row_height(width: int) -> int:
    """Lines that a row takes in a list of this width, in cells."""
    return 1 if width >= ONE_LINE else 2


def title_of(headline: Headline) -> Clean:
    """As much of the title as a row can show."""
    return Clean(headline.title[:LONGEST_TITLE])


def day_line(day: Clean, width: int, ambiguous: int = 1) -> Pieces:
    """The thin line between two days, with the name of the one that begins."""
    name = Clean(f"{' ' * _SIGNS}{day} ")
    return (Piece(Clean(name + "─" * (width - cells(name, ambiguous))), "muted"),)


def headline_line(row: Row, width: int, spans: tuple[Span, ...], line: int, ambiguous: int = 1) -> Pieces:
    """A row's first (0) or second (1) line in `width` cells; `spans` are matches in the title."""
    if row_height(width) == 1:
        return _only(row, width, spans, ambiguous)
    title, look = title_of(row.headline), _look(row.headline)
    first, *rest = break_lines(prepare(title, ambiguous=ambiguous), width - _SIGNS) if title else (Span(0, 0),)
    if line == 0:
        shown = Clean(title[first.start : first.stop])
        return (*_signs(row), *marked(shown, _moved(spans, first.start), look))
    start = rest[0].start if rest else len(title)
    return _second(row, width - _SIGNS, Clean(title[start:]), _moved(spans, start), ambiguous)


def title_line(row: Row, width: int, line: int, ambiguous: int = 1) -> Line:
    """What a row's line shows of the title, all that can be selected there: neither signs nor columns nor opening."""
    title, room = title_of(row.headline), width - _SIGNS
    if row_height(width) == 1:
        return _shown_title(title, 0, room - cells(_columns(row, width, ambiguous), ambiguous), ambiguous)
    first, *rest = break_lines(prepare(title, ambiguous=ambiguous), room) if title else (Span(0, 0),)
    if line == 0:
        return Line("title", title, first, _SIGNS)
    start = rest[0].start if rest else len(title)
    return _shown_title(title, start, _room_beside_date(row, room, title[start:], ambiguous), ambiguous)


def _shown_title(title: Clean, start: int, room: int, ambiguous: int) -> Line:
    rest = title[start:]
    shown = rest if cells(rest, ambiguous) <= room else cut(rest, room - cells(ELLIPSIS, ambiguous), ambiguous)
    return Line("title", title, Span(start, start + len(shown)), _SIGNS)


def _only(row: Row, width: int, spans: tuple[Span, ...], ambiguous: int) -> Pieces:
    facts = _columns(row, width, ambiguous)
    words = _words(row, title_of(row.headline), width - _SIGNS - cells(facts, ambiguous), spans, ambiguous)
    return (*_signs(row), *words, Piece(facts, "muted"))


def _columns(row: Row, width: int, ambiguous: int) -> Clean:
    """Section, publisher and date, as many of them as leave the title its room."""
    headline = row.headline
    shown = [(row.date, _DATE)]
    if width >= _WITH_PUBLISHER:
        shown.insert(0, (headline.publisher or Clean(""), _PUBLISHER))
    if width >= _WITH_SECTION:
        shown.insert(0, (headline.section or Clean(""), _SECTION))
    return Clean("".join(" " * _GAP + fit(value[:room], room, ambiguous) for value, room in shown))


def _second(row: Row, room: int, rest: Clean, spans: tuple[Span, ...], ambiguous: int) -> Pieces:
    left = _room_beside_date(row, room, rest, ambiguous)
    if left == room and row.date:
        return (Piece(Clean(" " * _SIGNS)), *marked(rest, spans, _look(row.headline)))
    if rest or row.recurs:
        words = _words(row, rest, left, spans, ambiguous)
    else:
        facts = _joined(_facts(row.headline), _labels(row.headline))
        words = (Piece(fit(facts, left, ambiguous), "muted"),)
    return (Piece(Clean(" " * _SIGNS)), *words, Piece(Clean(" " * _GAP + row.date), "muted"))


def _room_beside_date(row: Row, room: int, rest: str, ambiguous: int) -> int:
    """Cells for the rest of a title; all of them where it needs them, if the line of the day says when, too."""
    left = room - (cells(row.date, ambiguous) + _GAP if row.date else 0)
    return room if row.day and left < cells(rest, ambiguous) <= room else left


def _words(row: Row, title: Clean, room: int, spans: tuple[Span, ...], ambiguous: int) -> Pieces:
    """The title in `room` cells and, where enough of them are left, what goes on after it."""
    opening = _news(row.headline.opening) if row.recurs else Clean("")
    tail = _joined(_labels(row.headline), opening)
    gap = _GAP if title else 0
    left = room - cells(title, ambiguous) - gap
    if not tail or left < _LEAST_TAIL:
        shown = fit(title, room, ambiguous)
        return marked(shown, _seen(spans, shown), _look(row.headline))
    words = marked(title, spans, _look(row.headline))
    return (*words, Piece(Clean(" " * gap + fit(tail, left, ambiguous)), "muted"))


def _news(opening: Clean) -> Clean:
    """An opening without its dateline, which is the same every day."""
    dateline = read_dateline(opening, None)
    return Clean(opening[dateline.end :].lstrip()) if dateline else opening


def _signs(row: Row) -> Pieces:
    state = row.headline.state
    signs = (" " if state.read else "+", "*" if state.starred else " ", "x" if row.chosen else " ")
    return (Piece(Clean("".join(signs) + " "), "sign"),)


def _look(headline: Headline) -> str:
    return "muted" if headline.state.read else "strong"


def _labels(headline: Headline) -> Clean:
    return Clean(" ".join(f"#{label}" for label in headline.state.labels))


def _facts(headline: Headline) -> Clean:
    return Clean(" · ".join(fact for fact in (headline.publisher, headline.section) if fact))


def _joined(*texts: Clean) -> Clean:
    return Clean((" " * _GAP).join(text for text in texts if text))


def _moved(spans: tuple[Span, ...], by: int) -> tuple[Span, ...]:
    return tuple(Span(max(0, start - by), stop - by) for start, stop in spans if stop > by)


def _seen(spans: tuple[Span, ...], shown: Clean) -> tuple[Span, ...]:
    """The matches that a text cut by `fit` still shows; its ellipsis belongs to none."""
    end = len(shown.rstrip())
    kept = end - 1 if shown[:end].endswith("…") else end
    return tuple(Span(start, min(stop, kept)) for start, stop in spans if start < kept)
