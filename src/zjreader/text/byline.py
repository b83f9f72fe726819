"""The dateline with which Chinese news opens: publisher, day, place, 讯 or 电, and the writers.

Read are 某某报4月10日北京讯 (张三 李四), 新华社北京3月5日电（记者 …）, 本报讯（记者 … 通讯员 …）,
（中央社記者…台北5日電） and report lines (記者…／台北報導). A publisher is told by a rule, a short run without signs
before the day or 讯, not by a list; 本报 names none. Refuses what is only like it (喜讯, 发电, 据…消息): a wrong
publisher is worse than none.
"""

import re
from datetime import datetime
from functools import cache
from typing import NamedTuple

from zjreader.article import Moment
from zjreader.text.clean import Clean
from zjreader.text.dates import find_date
from zjreader.text.fold import fold
from zjreader.text.names import Writers, names_role, read_writers
from zjreader.text.numerals import DIGIT, NUMERAL
from zjreader.text.report_line import read_report

OPENING = 400
"""Characters of a paragraph within which its dateline, with all its writers, ends."""

_RUN = r"[^\s0-9,.。:;!?()\[\]【】《》“”\"'‘’〈〉「」『』、/|]"
_DAY = f"(?:(?:[12][0-9]{{3}}|[12一二]{DIGIT}{{3}}|民国[0-9]{{2,3}}) ?年 ?)?(?:{NUMERAL} ?月 ?)?{NUMERAL} ?[日号]"
_REPORTS = "(?:综合|外电)+报[道导]"
_KIND = "(?:(?:专|急|综合|外)?电讯?(?![力网商影视话子动价器池梯缆站厂报])|(?:快|专|综合)?讯(?![息问飞号])|消息)"
_MARK = f"(?P<mark>{_KIND})"
_END = r"(?P<end>[】〕\])]| *(?=[(:,]|题:)|\s|$)?"
_LED = r"\s*[\[【〔(]? ?(?P<cited>据)?"
CLOSING = 120
"""Characters from the end of a paragraph within which its writers sign it."""

_SIGNED = re.compile(r"[(\[【]([^()\[\]【】]{2,100}[^()\[\]【】摄图])[)\]】](?:\(完\))?\s*$")
_OUTLET = re.compile("[报网社刊](?!台)|联播|新闻|客户端|在线|之家|频道|融媒体?")
_STATION = re.compile("[^台]台(?=..)")
_OURS = re.compile("[本我](?:报|网|刊|台|社|站)")
_IN_WORD = re.compile("[通资喜短简音闻问审传腾捷][讯]|[发用供水核家来充国风停送输]电")
_PROSE = re.compile("获悉|表示|记者从|来自|发布|收到|关于")
_KNOWN_PLACE = re.compile(
    "(?:北京|上海|天津|重庆|台北|新北|桃园|台中|台南|高雄|新竹|基隆|花莲|香港|澳门"
    "|东京|首尔|纽约|华盛顿|伦敦|巴黎|柏林|莫斯科|日内瓦)$"
)
_OPENING_BRACKETS, _HOUSE = "[(【〔", re.compile("[报网社刊台]|联播|新闻|综合|外电")
_PLACE_LENGTHS = range(2, 9)
_NAME_LENGTH = 3


@cache
def _dated() -> re.Pattern[str]:
    return re.compile(
        f"{_LED}(?P<run>{_RUN}{{2,20}}?)(?:记者 ?(?P<writers>(?:{_RUN}|、){{2,30}}?))?"
        f" ?(?P<day>{_DAY})(?:凌晨|上午|中午|下午|晚)? ?(?P<place>(?!综合|外电){_RUN}{{2,8}}?)?"
        f" ?(?P<mark>{_REPORTS}|{_KIND}){_END}"
    )


@cache
def _undated() -> re.Pattern[str]:
    return re.compile(f"{_LED}(?P<run>{_RUN}{{2,16}}?) ?{_MARK}{_END}")


@cache
def _writers_behind() -> re.Pattern[str]:
    return re.compile(
        r" {0,3}(?:\((?!(?:责任)?编辑|责编|来源)(?P<list>[^()]{2,300})\)"
        r"|(?P<line>(?:本[报网刊台社])?记者 ?[^,。;:()!?]{2,40}?)(?=[,:。]|报道))"
    )


class Dateline(NamedTuple):
    """What an opening says of its article; the news itself begins at character `end` of the paragraph."""

    publisher: Clean | None
    place: Clean | None
    published: Moment | None
    authors: tuple[Clean, ...]
    correspondents: tuple[Clean, ...]
    end: int


def read_dateline(paragraph: str, base: datetime | None) -> Dateline | None:
    """The dateline that the paragraph opens with; `base` is what its day is measured against."""
    opening = paragraph[:OPENING]
    folded = fold(opening)
    found = _dated().match(folded) or _undated().match(folded)
    if not found or not _is_dateline(found):
        report = read_report(paragraph, base)
        return report and Dateline(report.publisher, report.place, report.published, report.authors, (), report.end)
    said = {name: opening[slice(*found.span(name))] if found[name] else "" for name in found.groupdict()}
    publisher, place = _publisher_and_place(said["run"], found["mark"])
    if _is_place_alone(found):
        publisher, place = None, Clean(said["run"])
    named, place_behind = _writer_and_place(said.get("writers", ""))
    after, end = _writers_after(opening, folded, found.end())
    return Dateline(
        publisher,
        Clean(said.get("place") or "") or place_behind or place,
        find_date(said.get("day", ""), base),
        named.authors + after.authors,
        after.correspondents,
        end,
    )


def read_signature(paragraph: str) -> Writers:
    """The writers whom the brackets that close a paragraph name, with a role: …。（记者 沈一鸣 通讯员 罗秀兰）."""
    closing = paragraph[-CLOSING:]
    found = _SIGNED.search(fold(closing))
    named = closing[slice(*found.span(1))] if found else ""
    writers = read_writers(named)
    return writers if writers.complete and names_role(named) else Writers((), (), complete=False)


def _is_dateline(found: re.Match[str]) -> bool:
    """Whether what has the form of a dateline is none of the words and sentences that have it too."""
    run, mark = found["run"], found["mark"]
    before = found.string[found.start("mark") - 1]
    if _PROSE.search(run) or _IN_WORD.fullmatch(before + mark):
        return False
    outlet = _OUTLET.search(run) is not None
    if mark == "消息":
        return outlet and not found["cited"]
    if "day" in found.groupdict():
        return True
    return "讯" in mark and (found["end"] is not None or outlet)


def _is_place_alone(found: re.Match[str]) -> bool:
    """Whether brackets name no more than where and when (河東5日訊), as papers abroad do."""
    led = found.string[: found.start("run")].strip()
    alone = "day" in found.groupdict() and led[-1:] in _OPENING_BRACKETS and not found["place"]
    return bool(led) and alone and not _HOUSE.search(found["run"])


def _publisher_and_place(run: str, mark: str) -> tuple[Clean | None, Clean | None]:
    """新华社北京 -> 新华社, 北京: after the last word that ends an outlet's name there may be a place."""
    folded = fold(run)
    ours = _OURS.match(folded)
    cuts = [found.end() for found in _OUTLET.finditer(folded)] or [found.end() for found in _STATION.finditer(folded)][
        :1
    ]
    if not cuts and not mark.endswith("讯") and (known := _KNOWN_PLACE.search(folded)):
        cuts = [known.start()]
    if cuts and cuts[-1] == len(run) and not ours:
        return Clean(run), None
    for cut in [ours.end()] if ours else reversed(cuts):
        if cut and len(run) - cut in _PLACE_LENGTHS:
            return None if ours else Clean(run[:cut]), Clean(run[cut:])
    return None if ours else Clean(run.strip()), None


def _writer_and_place(said: str) -> tuple[Writers, Clean | None]:
    """王小明台北 -> 王小明, 台北: the place by its name, else what follows a name of two or three characters."""
    *others, last = re.split("、", said)
    known = _KNOWN_PLACE.search(fold(last))
    cut = known.start() if known else min(_NAME_LENGTH, len(last) - 2) if len(last) > _NAME_LENGTH else len(last)
    return read_writers("、".join([*others, last[:cut]])), Clean(last[cut:]) if last[cut:] else None


def _writers_after(opening: str, folded: str, start: int) -> tuple[Writers, int]:
    """The writers named behind 讯 or 电, and where the news begins."""
    found = _writers_behind().match(folded, start)
    group = "list" if found and found["list"] else "line"
    writers = read_writers(opening[slice(*found.span(group))] if found else "")
    if found is None or not _names_writers(writers, found[0]):
        return Writers((), (), complete=False), start + _blank(opening, start)
    return writers, found.end() + _blank(opening, found.end())


def _names_writers(writers: Writers, said: str) -> bool:
    """Whether brackets name writers, by their role or as people; （新闻联播） is a programme."""
    if names_role(said):
        return True
    names = writers.authors + writers.correspondents
    return bool(names) and not any(_OUTLET.search(fold(name)) for name in names)


def _blank(text: str, start: int) -> int:
    return len(text) - start - len(text[start:].lstrip(" \u3000:："))
