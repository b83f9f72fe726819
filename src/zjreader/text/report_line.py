"""Who reports from where, as papers in Taiwan and some on the mainland say it: 記者王小明／台北報導.

Read are 〔記者王小明、林大同／台北報導〕, [江海報]記者王小明／台北即時報導, 王小明／東京5日電,
即時中心／王小明報導, 【某訊快報／王小明】 and 本报记者 王小明 北京报道, alone or at the opening of a paragraph.
Refuses desks (即時新聞／綜合報導), which are nobody's name, and prose (记者注意到相关报道).
"""

import re
from datetime import datetime
from functools import cache
from typing import Final, NamedTuple

from zjreader.article import Moment
from zjreader.text.clean import Clean
from zjreader.text.dates import find_date
from zjreader.text.fold import fold
from zjreader.text.names import has_surname, read_writers
from zjreader.text.numerals import NUMERAL

_HAN: Final = "[\u3400-\u9fff]"
_SLASH: Final = "[/|∕╱⁄]"
_ROLE: Final = "(?:本[报网刊台社])?(?:特派|驻外|首席|实习|摄影|资深|见习)*(?:记者|编译|特派员|通讯员)"
_NAME: Final = rf"{_HAN}{{2,4}}|[a-z][a-z.'-]{{1,20}}"
LONGEST: Final = 80
"""Characters within which a report line ends."""

_SIGN: Final = re.compile("[报報电電]")
"""One of these stands in every report line; to look for them is quicker than to look for the line."""

_HOW: Final = "即时|综合|现场|专题|外电|连线|独家|编译|整理|专访"
_REPORTS: Final = rf"(?:{_HOW})*报[道导]|(?:{NUMERAL} ?月 ?)?{NUMERAL} ?日(?:专|外)?电"
_DESK: Final = re.compile(".*(?:新闻|频道|中心|小组|组|编辑|部|综合|整理|即时|记者)")
_DAY: Final = re.compile("[日号]")
_BRACKETS: Final = "[(（【〔［"


@cache
def _line() -> re.Pattern[str]:
    return re.compile(
        rf"\s*[\[(【〔]? ?(?:(?P<outlet>[^\s\[\]()【】/]{{2,12}}?[报社网刊台闻]) ?{_SLASH}? ?)?[\])】〕]? ?[\[(【〔]? ?"
        rf"(?:(?P<desk>{_HAN}{{2,6}}?(?:中心|新闻|频道|组|部)) ?{_SLASH} ?)?(?P<role>{_ROLE})? ?:?"
        rf"(?P<names>(?:{_NAME})(?:[、, &](?:{_NAME})){{0,5}}?) ?(?P<slash>{_SLASH})? ?"
        rf"(?P<place>(?!{_HOW}){_HAN}{{2,5}}?)? ?(?P<reports>{_REPORTS})(?:[\])】〕]|$|(?=[ ,:。])) *:?"
    )


@cache
def _bracketed() -> re.Pattern[str]:
    return re.compile(
        rf"\s*[\[(【〔] ?(?P<outlet>{_HAN}{{2,8}}?[报社网刊])(?:{_HAN}{{2,4}}(?:中心|组|部))? ?{_SLASH} ?"
        rf"(?P<names>(?:{_NAME})(?:[、, ](?:{_NAME})){{0,5}}) ?[\])】〕] *"
    )


class Report(NamedTuple):
    """Who reports, from where and for whom; what it opens goes on at character `end`."""

    authors: tuple[Clean, ...]
    place: Clean | None
    publisher: Clean | None
    published: Moment | None
    end: int


def read_report(text: str, base: datetime | None) -> Report | None:
    """The report line that a text opens with; `base` is what its day is measured against."""
    found = _line().match(fold(text[:LONGEST])) if _SIGN.search(text, 0, LONGEST) else None
    if not found or not (found["role"] or found["slash"] or found["desk"]) or _DESK.fullmatch(found["names"]):
        return _read_bracketed(text)

    def said(group: str) -> Clean | None:
        return Clean(text[slice(*found.span(group))].strip()) if found[group] else None

    names = read_writers(said("names") or "")
    sure = found["role"] and found["slash"]
    if not (names.complete and names.authors and (sure or all(map(has_surname, names.authors)))):
        return None
    day = find_date((said("reports") or "")[:-1], base) if _DAY.search(found["reports"]) else None
    return Report(names.authors, said("place"), said("outlet"), day, found.end())


def _read_bracketed(text: str) -> Report | None:
    """The outlet and the writers in the brackets that open a text: 【某訊快報／王小明】."""
    found = _bracketed().match(fold(text[:LONGEST])) if text[:1] in _BRACKETS else None
    names = read_writers(text[slice(*found.span("names"))]) if found else None
    if not found or not names or not names.complete or not names.authors or not all(map(has_surname, names.authors)):
        return None
    return Report(names.authors, None, Clean(text[slice(*found.span("outlet"))]), None, found.end())
