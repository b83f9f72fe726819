"""The lines of a page's article -> those of its text, those above and behind it, and what stands between them.

Above the text are title and byline, behind it the editor's name, what else there is to read and who owns it; a line is
taken for such only where it has that form, and what ends a text ends it only where little text follows.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from zjreader.parse.line_roles import (
    SENTENCE,
    announces,
    ends,
    is_about,
    is_caption,
    is_dated_by,
    is_text,
    is_title,
    leads_away,
    offers_more,
    opens,
)
from zjreader.parse.markup import Element, Line
from zjreader.parse.page_boxes import around, is_beside, is_notice, is_summary, opens_comments, weight
from zjreader.parse.page_lines import PageLine, shaped
from zjreader.text.fold import fold

_MOST_BEHIND = 0.5
"""Of the weight of the text above it, what may stand behind a line that ends the text."""

_MOST_ABOVE = 0.3
"""Of the weight of a box, what may stand above the title in it."""

_FEWEST_ENTRIES, _LONGEST_TIME = 3, 8
_TIMED = re.compile("(?:上午|下午|晚上)? ?[0-2]?[0-9][:：][0-5][0-9]")
_RULE = re.compile(r"[-=_*·—－＝*﹣\s]{3,}")
"""A rule drawn with signs; a site puts its own words below one."""

_SUMMARY = re.compile("[\\[【]?(?:内容)?(?:摘要|提要|导读|核心提示|简介)")


class Body(NamedTuple):
    """The lines of an article's box: its text, and what stands above, behind and between it."""

    text: tuple[Line, ...]
    above: tuple[Line, ...]
    behind: tuple[Line, ...]
    between: tuple[Line, ...]


def body(box: Element, lines: Sequence[Line], title: str, *, headed: bool) -> Body:
    """What the lines inside the box are; `title` is the article's, and stands above the box where that is `headed`."""
    own = set(box.iter())
    boxes = own.union(*(lead.iter() for lead in _leads(box, own, lines)))
    inside = [line for line in lines if line.box in boxes]
    beside = _beside(box, inside)
    kept = [line for line in inside if line.box not in beside]
    shapes = [shaped(line.text, None) for line in kept]
    top = 0 if headed else _title_at(kept, fold(title))
    start = _start(kept, shapes, fold(title), top)
    stop = _stop(kept, shapes, start)
    links = {id(line) for line, next_line in pairwise(kept) if announces(line, next_line)}
    shaped_lines = list(zip(kept, shapes, strict=True))[start:stop]
    text = [line for line, shape in shaped_lines if is_text(line, shape) and id(line) not in links]
    above = [at for at in range(top, start) if is_caption(kept[at], shapes[at])]
    first = [kept[at] for at in above if not is_title(fold(kept[at].text), fold(title))]
    chosen = set(map(id, (*first, *text) if text else ()))
    over = [line for line in kept[:start] if id(line) not in chosen]
    between = [line for line in kept[start:stop] if id(line) not in chosen]
    aside = [line for line in inside if line.box in beside]
    return Body((*first, *text) if text else (), tuple(over), tuple(kept[stop:]), (*between, *aside))


def _leads(box: Element, own: set[Element], lines: Sequence[Line]) -> Sequence[Element]:
    """The boxes of the same form just above the text's own, where a site parts a text in two (`upper`, `lower`).

    Above the timed entries of a live report its introduction has another form than they have.
    """
    live = _is_live(own, lines)
    before = box.itersiblings(*[] if live else [box.tag], preceding=True)
    above = [each for each in before if not is_beside(each) and (live or not is_summary(each))]
    over = set[Element]().union(*(each.iter() for each in above))
    leading = {line.box for line in lines if line.box in over and _leads_on(line)}
    return [each for each in above if not leading.isdisjoint(each.iter())]


def _is_live(own: set[Element], lines: Sequence[Line]) -> bool:
    """Whether a box holds the entries of a live report, each with its time; `own` is all that is in it."""
    short = (line for line in lines if len(line.text) <= _LONGEST_TIME and line.box in own)
    return sum(_TIMED.fullmatch(line.text) is not None for line in short) >= _FEWEST_ENTRIES


def _leads_on(line: Line) -> bool:
    return (
        weight(line) >= SENTENCE and line.text.rstrip("”’」』").endswith("。") and not _SUMMARY.match(fold(line.text))
    )


def _beside(box: Element, inside: Sequence[Line]) -> set[Element]:
    """The boxes of lines that stand beside the text by their names; one that holds half of it is the text."""
    held: dict[Element, float] = {}
    for line in inside:
        for element in around(line.box, box):
            held[element] = held.get(element, 0) + weight(line)
    half = sum(map(weight, inside)) / 2
    headed = _headed(box, inside)
    named = {
        element
        for element, heavy in held.items()
        if heavy <= half and (element.tag == "form" or element in headed or is_beside(element))
    }
    return {line.box for line in inside if any(element in named for element in around(line.box, box))}


def _headed(box: Element, inside: Sequence[Line]) -> set[Element]:
    """The boxes that begin with what ends a text, and go on: what a site offers amid the text."""
    first: dict[Element, Line] = {}
    for line in inside:
        for element in around(line.box, box):
            first.setdefault(element, line)
    offers = {id(line) for line in inside if offers_more(line)}
    return {element for element, line in first.items() if id(line) in offers and element is not line.box}


def _start(kept: Sequence[Line], shapes: Sequence[PageLine], title: str, start: int) -> int:
    """Where the text begins: behind the last line above the first running text that is title or byline.

    Where nothing runs, it begins with the first caption; it is looked for from line `start` on.
    """
    opening = (at for at in range(start, len(kept)) if opens(kept[at], shapes[at]))
    runs = next(opening, None)
    if runs is not None and is_caption(kept[runs], shapes[runs]):
        runs = next((at for at in opening if not is_caption(kept[at], shapes[at])), runs)
    for at in range(start, len(kept) if runs is None else runs):
        line, shape = kept[at], shapes[at]
        if is_title(fold(line.text), title) or is_about(line, shape) or shape.shape == "crumbs":
            start = at + 1
    if runs is not None:
        return start
    sentences = (at for at, line in enumerate(kept[:start]) if "。" in line.text and weight(line) >= SENTENCE)
    return start if any(map(weight, kept[start:])) else next(sentences, start)


def _title_at(kept: Sequence[Line], title: str) -> int:
    """Where the title stands, if little text stands above it; else where the lines begin."""
    most, above = _MOST_ABOVE * sum(map(weight, kept)), 0.0
    for at, line in enumerate(kept):
        if above > most or is_title(fold(line.text), title):
            return at if above <= most else 0
        above += weight(line)
    return 0


def _stop(kept: Sequence[Line], shapes: Sequence[PageLine], start: int) -> int:
    """Where the text ends: at what ends texts, if little text stands behind it, and before what is no text."""
    total = sum(map(weight, kept[start:]))
    above, stop = 0.0, len(kept)
    for at in range(start, len(kept)):
        little = total - above <= _MOST_BEHIND * above
        over = ends(kept[at], shapes[at]) or (_RULE.fullmatch(kept[at].text) and any(map(is_notice, kept[at:])))
        if above and ((little and over) or opens_comments(kept[at])):
            stop = at
            break
        above += weight(kept[at])
    while stop > start and (leads_away(kept[stop - 1]) or is_about(kept[stop - 1], shapes[stop - 1])):
        if stop - 1 > start and is_dated_by(kept[stop - 1], kept[stop - 2], shapes[stop - 2]):
            break
        stop -= 1
    return stop
