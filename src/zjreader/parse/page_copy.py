"""The visible text of a whole web page, line by line -> where its article stands among what the site put around it.

The article is the stretch with the most running text: menus, buttons and lists of titles cost more than they bring, and
nothing reaches over a line that offers other articles, asks for comments or closes the page. Its title is told by its
place above the text, the words that it shares with it and a date below it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from zjreader.parse.page_ends import advertises, closes, is_offer
from zjreader.parse.page_lines import PageLine, segmented
from zjreader.text.fold import fold

_FEWEST_BUTTONS = 2
_DIGIT = re.compile(r"\d")
_HANZI = re.compile("[\u3400-\u9fff]")
_EDITED = re.compile(r"\W*(?:本文)?(?:(?:责任|值班|网络)?编辑|责编)")
_DATE = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2} ?[-/.年] ?[0-9]{1,2} ?[-/.月] ?[0-9]{1,2}")
_MOST = 160
"""Characters that one line counts at most, so that no single line outweighs an article."""

_COSTS = {"short": 8, "furniture": 16, "crumbs": 40, "note": 4}
_MENU = 16
_SENTENCE_ENDS = re.compile("[。！？!?；;]")
_PAUSES = re.compile("[，,、：:…]")
_PIECES = re.compile(r"[\s|·/]+")
_LONGEST_CLAUSE, _SHORTEST_CLAUSE = 60, 8
_LONGEST_TEASER = 60
_REACH, _BELOW = 40, 5
"""Lines above a text among which its title is looked for, and those below a title within which its date stands."""

_FEWEST_HANZI, _LONGEST_TITLE = 4, 100
_FEWEST_OF_MENU = 4
_NO_TITLE = re.compile(
    "[0-9]{1,2}[:：][0-9]{2}(?![0-9a-zA-Z])|^(?:原创 |发布|发表|更新|微信号|功能介绍|用微信|原标题|责任编辑|编辑)"
)
_FEWEST_PAIRS = 16
"""A line with fewer pairs of characters has too few of them to tell by."""

_SHARED, _DATED, _FAR, _UPPER = 2.0, 1.5, 0.02, 0.75
"""What speaks for a title: all its words in the text, a date below it; a line of distance speaks against it. Of two
lines that follow each other the upper is the title already where it has this share of the lower one's."""

_TELLING = 3
"""A date speaks for a line that shares a third of its words with the text, and for others accordingly less."""

_TAIL = 8
"""Lines behind a text within which its editor is named."""


class Extent(NamedTuple):
    """Places of lines: the title's, that of the first running text, and the one behind the article's last line."""

    title: int
    text: int
    stop: int


def looks_like(lines: Sequence[PageLine]) -> bool:
    """Whether lines show a site's crumbs, buttons or offers; rows of numbers are a table's, words apart a corpus's."""
    shown = sum(line.shape == "crumbs" or _is_of_site(line) for line in lines)
    return shown >= _FEWEST_BUTTONS and not segmented(lines)


def extent(lines: Sequence[PageLine]) -> Extent:
    """Where the article stands; where there is no running text, all behind the first line like a title."""
    start, stop = _richest(lines)
    if start == stop:
        first = next((at for at, line in enumerate(lines) if _may_be_title(line)), 0)
        return Extent(first, min(first + 1, len(lines) - 1), len(lines))
    return Extent(_title(lines, start, stop), start, stop)


def tail(lines: Sequence[PageLine]) -> Iterator[PageLine]:
    """Of the lines behind a text, what is its own: captions and notes that follow at once, and who edited it."""
    beside = list(takewhile(_stands_beside, lines))
    yield from beside
    yield from [line for line in lines[len(beside) : _TAIL] if line.credits and line.credits.editor][:1]


def _stands_beside(line: PageLine) -> bool:
    """Whether a line directly behind a text is its own; a name with a date is who posts the next one."""
    if line.credits:
        return line.credits.published is None or line.credits.publisher is None
    return line.shape in {"caption", "note"} and not closes(line)


def is_dated(line: PageLine) -> bool:
    """Whether a line names the day of an article: in credits, or as a whole date in a line that is like a title."""
    if line.credits:
        return line.credits.published is not None
    return line.shape == "short" and _DATE.search(fold(line.text)) is not None


def _is_of_site(line: PageLine) -> bool:
    if line.shape != "furniture":
        return is_offer(line)
    return closes(line) or (_HANZI.search(line.text) is not None and _DIGIT.search(line.text) is None)


def _richest(lines: Sequence[PageLine]) -> tuple[int, int]:
    """The stretch with the most running text, as the places of its first line and behind its last one."""
    best, found, total, start = 0, (0, 0), 0, 0
    for at, line in enumerate(lines):
        weight = _weight(line)
        if total <= 0 < weight:
            start = at
        total = 0 if _ends(line) else max(0, total + weight)
        if total > best:
            best, found = total, (start, at + 1)
    return found


def _ends(line: PageLine) -> bool:
    """Whether no article goes on behind a line: the site's own, the editor's, or the date of what comes next."""
    if line.credits:
        return line.credits.published is not None or _EDITED.match(fold(line.text)) is not None
    return is_offer(line) or closes(line)


def _weight(line: PageLine) -> int:
    """What a line brings an article: characters of running text, or less than nothing."""
    text = line.text
    if line.shape != "text":
        return -_COSTS.get(line.shape, 0)
    if advertises(line) or (text.endswith(("...", "…")) and len(text) <= _LONGEST_TEASER):
        return -_MENU
    size = min(len(text), _MOST)
    if (2 * len(_SENTENCE_ENDS.findall(text)) + len(_PAUSES.findall(text))) * _LONGEST_CLAUSE >= len(text):
        return size
    pieces = _PIECES.split(text)
    return size // 2 if 1 < len(pieces) <= len(text) / _SHORTEST_CLAUSE else -_MENU


def _title(lines: Sequence[PageLine], start: int, stop: int) -> int:
    """Of the lines above the text the one that is most like its title; the text's first where there is none."""
    told = _pairs("".join(fold(line.text) for line in lines[start:stop]))
    best, found = 0.0, start
    for at in range(start - 1, max(0, start - _REACH) - 1, -1):
        if _may_be_title(lines[at]) and not _ends(lines[at]):
            dated = any(map(is_dated, lines[at + 1 : min(start, at + _BELOW)]))
            score = _likeness(fold(lines[at].text), told, dated=dated) - _FAR * (start - at)
            if score > best or (found == at + 1 and score > _UPPER * best):
                best, found = score, at
    return found


def _may_be_title(line: PageLine) -> bool:
    """Whether a line has the form of a title; a menu has several words, none of them long."""
    if line.shape not in {"short", "text"} or len(line.text) > _LONGEST_TITLE or "。" in line.text:
        return False
    pieces = _PIECES.split(line.text)
    if len(pieces) >= _FEWEST_OF_MENU and max(map(len, pieces)) < _SHORTEST_CLAUSE:
        return False
    return _NO_TITLE.search(line.text) is None and len(_HANZI.findall(line.text)) >= _FEWEST_HANZI


def _likeness(text: str, told: set[str], *, dated: bool) -> float:
    """How much a line is like the title of an article whose pairs of characters are told."""
    pairs = _pairs(text)
    shared = len(pairs & told) / max(_FEWEST_PAIRS, len(pairs))
    return _SHARED * shared + _DATED * dated * min(1.0, _TELLING * shared)


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}
