"""The lines of a column page -> one unit an article: its title, its credits and the lines of its text.

A unit is first a title-like line with what stands below it; units whose title is only a heading then join the one
before them. An editor's line ends an article, and so does a date below its text.
"""

import re
from collections.abc import Iterable, Sequence

from zjreader.parse.blocks import points_from
from zjreader.parse.page_lines import PageLine, crumb
from zjreader.text.byline import read_dateline
from zjreader.text.clean import Clean
from zjreader.text.credits import Credits, merged

_LABEL = re.compile("[\u4e00-\u9fff]{2,6}(?:频道|新闻|栏目)?")
_LINK = re.compile(
    r"(?:\s*[\[【(（<《]\s*(?:>>)?\s*(?:查看|阅读|点击)?(?:详细|详情|全文|更多)\s*[>»]*\s*[\]】)）>》]|\s*(?:阅读|查看|展开|点击)(?:全文|原文|详情|更多|查看)"
    r"|(?<=[.…])\s*(?:详细|详情|全文|更多))[>»›]*\s*$"
)
_LINK_REACH = 24
_SENTENCE_ENDS = "。！？!?；;：:”’」』）)】》"
_WHOLE = 300
"""Characters of a complete text in one paragraph that no list page shows as an opening; those seen have up to 210."""
_LONGEST_HEADING, _HEADING_OF_TITLE = 22, 0.75
_SHORTEST_TITLE, _TITLE_OF_TITLE, _TITLE_OF_HEADINGS = 20, 0.8, 1.3
_SHORT_OPENING, _OPENING_OF_TITLE = 40, 1.5


class Unit:
    """An article as it is gathered.

    `credited` where credits stood above its text; `ended` once its end was seen, `edited` if by its editor's line.
    """

    __slots__ = ("credited", "credits", "edited", "ended", "head", "lines", "section")

    def __init__(self, head: Clean, section: Clean | None, credit: Credits) -> None:
        self.head = head
        self.section = section
        self.credits = credit
        self.credited = any(credit)
        self.lines: list[PageLine] = []
        self.ended = False
        self.edited = False


def units_of(lines: Sequence[PageLine]) -> list[Unit]:
    """A unit for each title-like line; text before the first one is its own title."""
    units: list[Unit] = []
    section, pending, leading = None, Credits(), _credits_lead(lines)
    at = 0
    while at < len(lines):
        line, unit = lines[at], units[-1] if units else None
        points = points_from(lines, at) if unit and unit.lines and line.shape == "short" else 0
        if line.credits:
            if unit and not leading:
                _credit(unit, line.text, line.credits)
            else:
                pending = line.credits if leading else pending
        elif line.shape == "crumbs" or _is_label(lines, at, points):
            section = crumb(line.text) or line.text
        elif unit is None or (line.shape == "short" and not points and not _is_opening(unit, lines, at)):
            units.append(Unit(line.text, section, pending))
            pending = Credits()
            if line.shape != "short":
                units[-1].lines.append(line)
        else:
            unit.lines += lines[at : at + max(points, 1)]
        at += max(points, 1)
    return units


def joined(units: Iterable[Unit]) -> list[Unit]:
    """The units of articles: those that begin with a heading are taken into the one before."""
    articles: list[Unit] = []
    listing = False
    for unit in units:
        if articles and not _begins(unit, articles[-1], listing=listing):
            _take_in(articles[-1], unit)
        else:
            listing = bool(articles) and is_teaser(articles[-1])
            articles.append(unit)
    return articles


def is_teaser(unit: Unit) -> bool:
    """Whether there is a title with nothing, or with one paragraph such as list pages show."""
    if unit.edited or len(unit.lines) > 1:
        return False
    return not unit.lines or len(unit.lines[0].text) < _WHOLE or is_cut_off(unit.lines[0].text)


def is_credited(unit: Unit) -> bool:
    """Whether credits or a dateline say where it comes from."""
    return unit.credited or any(line.shape == "text" and read_dateline(line.text, None) for line in unit.lines[:1])


def is_cut_off(text: Clean) -> bool:
    """Whether a text stops amid a sentence, as the opening on a list page does."""
    return without_link(text) != text or text.endswith("...") or text[-1:] not in _SENTENCE_ENDS


def without_link(text: Clean) -> Clean:
    """An opening without the link to its article ([详细], 阅读全文); a closing … stays."""
    found = _LINK.search(text, max(0, len(text) - _LINK_REACH))
    return Clean(text[: found.start()]) if found else text


def _credits_lead(lines: Sequence[PageLine]) -> bool:
    """Whether the page puts each date above its title, not below."""
    shapes = [line.shape for line in lines if line.shape != "crumbs"]
    first = next((at for at, line in enumerate(lines) if line.credits), None)
    if first is None or shapes.count("credits") <= 1 or shapes[-1] == "credits":
        return False
    return all(_is_label(lines, at, 0) or lines[at].shape == "crumbs" for at in range(first))


def _is_label(lines: Sequence[PageLine], at: int, points: int) -> bool:
    """Whether a line names a section: one word, and a title below it, with or without a date between."""
    if points or lines[at].shape != "short" or not _LABEL.fullmatch(lines[at].text):
        return False
    below = next((line for line in lines[at + 1 : at + 3] if not line.credits), None)
    return below is not None and below.shape in {"short", "crumbs"}


def _is_opening(unit: Unit, lines: Sequence[PageLine], at: int) -> bool:
    """Whether a title-like line is the short cut-off opening below a title much shorter than it."""
    text, behind = lines[at].text, lines[at + 1].shape if at + 1 < len(lines) else None
    long = len(text) >= _SHORT_OPENING and len(text) >= _OPENING_OF_TITLE * len(unit.head)
    return long and not unit.lines and behind != "text"


def _credit(unit: Unit, text: Clean, credit: Credits) -> None:
    if not unit.lines:
        unit.credited = True
    else:
        unit.edited = unit.edited or credit.editor is not None
        unit.ended = unit.ended or unit.edited or credit.published is not None
    unit.credits = merged(unit.credits, credit)
    if credit.more and len(unit.lines) > 1:
        unit.lines.append(PageLine(text, "note"))


def _begins(unit: Unit, article: Unit, *, listing: bool) -> bool:
    """Whether a unit is an article of its own, not the next part of the one before it."""
    if article.ended or is_credited(unit):
        return True
    if unit.head.startswith("—"):
        return False
    if len(unit.lines) == 1 and is_cut_off(unit.lines[0].text):
        return True
    if not article.lines:
        return not article.credited
    if is_teaser(article):
        return _follows_teaser(unit, article, listing=listing)
    return bool(unit.lines) and _is_another_title(unit.head, article)


def _follows_teaser(unit: Unit, article: Unit, *, listing: bool) -> bool:
    if is_cut_off(article.lines[0].text):
        return True
    if is_credited(article):
        return False
    return listing or len(unit.head) > min(_LONGEST_HEADING, _HEADING_OF_TITLE * len(article.head))


def _is_another_title(head: str, article: Unit) -> bool:
    """Whether a title-like line is too long to be a heading among this article's."""
    headings = [len(line.text) for line in article.lines if line.shape == "short"]
    least = max(_SHORTEST_TITLE, _TITLE_OF_TITLE * len(article.head), _TITLE_OF_HEADINGS * max(headings, default=0))
    return len(head) >= least


def _take_in(article: Unit, part: Unit) -> None:
    article.lines.append(PageLine(part.head, "short"))
    article.lines += part.lines
    article.credits = merged(article.credits, part.credits)
    article.ended, article.edited = part.ended, part.edited
