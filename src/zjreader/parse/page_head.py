"""The lines between a title and its text -> the credits, whichever way the site broke them up.

A label whose value stands in the next line, a date in three lines and the name of an account beside it are put together
again. Every other line is left; `is_own` tells those of the article from a site's buttons (关注, 小 中 大).
"""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from zjreader.parse.composed import credited
from zjreader.parse.page_copy import is_dated
from zjreader.parse.page_ends import advertises, closes, is_offer
from zjreader.parse.page_lines import PageLine, shaped
from zjreader.text.clean import Clean
from zjreader.text.credits import Credits, merged
from zjreader.text.dates import find_date
from zjreader.text.fold import fold
from zjreader.text.names import has_surname

_LABEL: Final = re.compile(
    "(?:(?:文章|信息|稿件)?来源|作者|记者|撰?文|撰稿|采写|(?:责任)?编辑|责编|(?:发布|发表|更新)(?:时间|日期)?"
    "|出版|时间|日期) ?:"
)
_YEAR: Final = re.compile("(?:19|20)[0-9]{2}年?")
_OF_DATE: Final = re.compile(
    "(?:(?:19|20)[0-9]{2}[-/.年])?[0-9]{1,2}[-/.月][0-9]{1,2}日?|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?"
)
_ACCOUNT: Final = re.compile(r"[\w·]{2,16}")
_NO_ACCOUNT: Final = re.compile("原创|关注|订阅|正文|.*[号签]|[0-9]+|.*(?:字体|阅读|评论|编辑|来源|记者|作者).*")
_HANDLE: Final = re.compile("微信号(?: |:|$)")
_ORIGINAL: Final = re.compile("原创 +")
_OF_ACCOUNT: Final = re.compile("微信号|功能介绍|原创 ")
_OUTLET: Final = re.compile(".+(?:[报网社刊台]|新闻|客户端|在线|频道|融媒体?)")
_LONGEST_PERSON: Final = 3
_SHORTEST_SUBTITLE: Final = 10


def read_head(title: Clean, lines: Sequence[PageLine], base: datetime | None) -> tuple[Credits, list[PageLine]]:
    """What the lines credit, and those that say more; `base` is what their dates are measured against."""
    whole = list(_rejoined(lines, base))
    credit, rest = credited(Credits(), whole)
    if not credit.published:
        credit = credit._replace(published=next((find_date(line.text, base) for line in rest if is_dated(line)), None))
    if credit.publisher or credit.authors:
        return credit, rest
    name = _account(title, whole)
    if name is None:
        return credit, rest
    return merged(credit, _named(whole, name)), [line for line in rest if line.text != name]


def is_own(line: PageLine) -> bool:
    """Whether a line between title and text is the article's, not one of the buttons that stand there."""
    if line.shape not in {"short", "caption", "note", "text"} or advertises(line) or is_offer(line) or closes(line):
        return False
    return line.shape != "short" or not (len(line.text) < _SHORTEST_SUBTITLE or is_dated(line) or _names_account(line))


def _names_account(line: PageLine) -> bool:
    return _OF_ACCOUNT.match(fold(line.text)) is not None


def _rejoined(lines: Sequence[PageLine], base: datetime | None) -> Iterator[PageLine]:
    """The lines, those that are pieces of one line of credits put together."""
    at = 0
    while at < len(lines):
        stop = at + 1
        while stop < len(lines) and _goes_on(fold(lines[stop - 1].text), fold(lines[stop].text)):
            stop += 1
        joined = shaped(_join([line.text for line in lines[at:stop]]), base) if stop > at + 1 else lines[at]
        yield joined if joined.credits else lines[at]
        at = stop if joined.credits else at + 1


def _goes_on(piece: str, following: str) -> bool:
    """Whether a line is the next piece of credits: the value of a label, or more of a date."""
    if _LABEL.fullmatch(piece):
        return _LABEL.match(following) is None
    return bool((_YEAR.fullmatch(piece) or _OF_DATE.fullmatch(piece)) and _OF_DATE.fullmatch(following))


def _join(pieces: Sequence[Clean]) -> Clean:
    if len(pieces) > 1 and _YEAR.fullmatch(pieces[0]):
        return Clean(f"{pieces[0].rstrip('年')}/{' '.join(pieces[1:])}")
    return Clean(" ".join(pieces))


def _account(title: Clean, lines: Sequence[PageLine]) -> Clean | None:
    """The name that stands alone beside the date, or above the handle of an account."""
    marks = [at for at, line in enumerate(lines) if is_dated(line) or _HANDLE.match(fold(line.text))]
    beside = [lines[at] for mark in marks for at in (mark - 1, mark + 1) if 0 <= at < len(lines)]
    return next((line.text for line in beside if line.shape == "short" and _may_be_account(line.text, title)), None)


def _may_be_account(name: str, title: str) -> bool:
    return name not in title and _ACCOUNT.fullmatch(name) is not None and not _NO_ACCOUNT.fullmatch(fold(name))


def _named(lines: Sequence[PageLine], name: Clean) -> Credits:
    """A person writes, an outlet publishes, any other account does both; 原创 林溪 江海观察 names its writer first."""
    if _OUTLET.fullmatch(fold(name)):
        return Credits(publisher=name)
    if len(name) <= _LONGEST_PERSON and has_surname(name):
        return Credits(authors=(name,))
    for line in lines:
        found = _ORIGINAL.match(line.text)
        if found and line.text.endswith(f" {name}") and (writer := line.text[found.end() : -len(name)].strip()):
            return Credits(publisher=name, authors=(Clean(writer),))
    return Credits(publisher=name, authors=(name,))
