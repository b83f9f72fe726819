"""Where a Chinese line may end: tokens that stay whole, marks that may not begin or end a line (避头尾).

Promises lines as spans of the text, none wider than asked, in time linear in the text. The rules are level "GB-style"
of CLREQ (W3C, Requirements for Chinese Text Layout, "Prohibition rules for line start and line end"), or none; words,
numbers and dashes stay whole in both. What does not fit is pushed to the next line, never squeezed or stretched.
"""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from typing import Literal, NamedTuple

from zjreader.article import Span
from zjreader.text.width import advances

Level = Literal["gb", "none"]

NOT_AT_START = "，、。．；：？！）】》〉」』”’〕〗］｝｠｡｣､»›·•‧・～〜%％‰℃°)]},.;:!?‼⁇⁈⁉—"
NOT_AT_END = "（【《〈「『“‘〔〖［｛｟｢«‹￥¥＄$€£￡№＃#([{/／"
LONGEST_TITLE = 10
"""Characters between 《 and 》 up to which a title is kept in one line."""

_NEVER, _INSIDE, _LOATH, _FREE = range(4)
"""May a line begin here? Only if nothing fits; where a long word must be cut; if much room were lost else; gladly."""

_BLANK = " \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
_ALONE = (
    r"\u1100-\u11ff\u2460-\u24ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff66-\uffdf\U0001f100-\U000323af"
)
_LETTER = rf"[^\W_{_ALONE}]"
_DIGIT = r"[0-9０-９]"
_PART = rf"(?:{_LETTER}|[\u0300-\u036f\u0483-\u0489\u0590-\u10ff\u1200-\u1aff\u1dc0-\u1dff_])"
_JOINT = (
    rf"(?:(?<={_DIGIT})(?:,(?={_DIGIT}{{3}}(?!{_DIGIT}))|[.:/．：／](?={_DIGIT}))"
    rf"|(?<=[0-9０-９%％‰℃°])[-–—－~～](?=[-+−]?{_DIGIT})[-+−]?"
    r"|[-‐‑.'’@&+·°′″](?=\w)|\$(?=[0-9])|/(?=[A-Za-z0-9]{1,4}(?![A-Za-z0-9])))"
)
_HYPHEN = rf"(?<=[\u4e00-\u9fff])-(?={_DIGIT}+(?!{_DIGIT}|[.．%％‰℃°度至到~～]))"
"""Of a name (轰-6, 伊尔-76); with a decimal, a percentage or a temperature behind it, it is a minus."""
_WORD = rf"(?:(?!{_HYPHEN})[-+−±－＋](?={_DIGIT}))?{_PART}(?:{_PART}|[%％‰℃°]*{_JOINT})*+(?:[%％‰℃°℉′″]++|\+{{1,2}})?"
_URL = r"(?:https?://|www\.)[!-~]*[A-Za-z0-9/_=#%~+-]"
_PAIR = r"(?:—{2,}|…+|⋯+|\.{3,}|-{2,}|[\U0001f1e6-\U0001f1ff]{2})"


@cache
def _token() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<url>{_URL})|(?P<pair>{_PAIR})|(?P<word>{_WORD})|(?P<blank>[{_BLANK}]+)"
        rf"|(?P<both>[\"'\xa0\u2007\u202f]|{_HYPHEN})"
        rf"|(?P<close>[{re.escape(NOT_AT_START)}]|[-‐–](?!{_DIGIT}))"
        rf"|(?P<open>[{re.escape(NOT_AT_END)}][{_BLANK}]*)"
    )


_INK = re.compile(f"[^{_BLANK}]")
_URL_JOINT = re.compile(r"(?<=[^:/])[/?&-](?![/?&-])")

_UNITS = (
    "[个個]百分[点點]|[个個]基[点點]|百分[点點]|平方公里|平方千米|[平立]方公尺|[平立]方米|千瓦[时時]|人民[币幣]|[美欧歐日港]元|英[镑鎊]"
    "|公里|千米|厘米|毫米|公尺|公分|公斤|千克|公[顷頃]|小[时時]|分[钟鐘]|人次"
    "|[元吨噸米克亩畝岁歲年月日时時分秒天周週倍户戶人家个個项項件次届屆名位度辆輛架艘台臺套所座条條种種款期章页頁]"
)
_ABROAD = (
    "阿埃艾安奥巴贝本比彼宾波博伯布查策茨达戴丹道德登迪蒂丁顿杜多厄恩尔法费菲芬弗夫福冈戈哥格根古瓜圭果哈海汉豪赫亨洪胡怀惠霍基吉加"
    "杰金卡凯坎康考科克肯库拉莱赖兰朗劳雷里莉利连廖列林琳留龙卢鲁路伦罗洛马玛迈麦曼梅门蒙米密敏莫默姆穆纳娜南内尼妮涅努诺欧帕潘佩蓬"
    "皮平普奇齐钦乔切琼让热日荣瑞萨塞赛桑瑟森沙莎舍什施史舒斯丝苏索塔泰坦汤特提蒂托瓦娃万旺威韦维温文沃乌武西希夏谢辛欣休雪逊雅亚扬"
    "耶叶伊英尤约泽扎詹珍芝朱兹佐奧貝賓達頓爾費岡漢懷傑凱庫萊賴蘭勞連龍盧魯倫羅馬瑪邁麥門納內諾歐齊欽喬瓊讓熱榮薩賽絲蘇湯萬韋維溫烏"
    "謝遜亞揚葉約澤紮茲"
)
"""What foreign names are mostly written with, Simplified and Traditional; for one missing here, a name may be split."""


@cache
def _loathed() -> re.Pattern[str]:
    return re.compile(
        rf"(?<=[0-9０-９])[多余餘]?(?:[十百千万萬亿億]+[多余餘]?(?:{_UNITS})?|(?:{_UNITS}))"
        rf"|《(?P<title>[^《》]{{1,{LONGEST_TITLE}}}》)"
        rf"|(?<![{_ABROAD}])[{_ABROAD}](?P<name>[{_ABROAD}]{{0,7}}(?:[·•‧・][{_ABROAD}]{{1,8}}){{1,4}})"
    )


_HAN = "\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af"


@cache
def _meeting() -> re.Pattern[str]:
    """Where Han and Latin or digits meet, a quarter em apart in print (CLREQ). A number keeps close to its unit."""
    return re.compile(
        rf"(?<=[{_HAN}])(?=[A-Za-zÀ-ÖØ-öø-ɏͰ-ӿ])"
        rf"|(?<=[{_HAN}])(?<!第)(?<![0-9][年月日号时時点點分秒万萬亿億千百十])(?=[0-9])"
        rf"|(?<=[A-Za-zÀ-ÖØ-öø-ɏͰ-ӿ%℃])(?=[{_HAN}])"
        rf"|(?<=[0-9])(?=[{_HAN}])(?![多余餘]?(?:[十百千万萬亿億号點点]|{_UNITS}))"
    )


class Setting(NamedTuple):
    """A text ready to be broken at any width: for each place, the cells up to it and whether a line may begin there.

    Before the characters in `gaps` a cell is left free, which counts as theirs; at the beginning of a line it is not.
    """

    text: str
    edges: "array[int]"
    places: bytearray
    gaps: tuple[int, ...] = ()

    def edge(self, start: int) -> int:
        """The cells up to a line that begins with this character."""
        return self.edges[start] + bisect_right(self.gaps, start) - bisect_left(self.gaps, start)

    def gaps_in(self, line: Span) -> tuple[int, ...]:
        """The characters of a line before which a cell is left free."""
        return self.gaps[bisect_right(self.gaps, line.start) : bisect_left(self.gaps, line.stop)]

    def rank(self, lines: tuple[Span, ...]) -> int:
        """How good the worst beginning of a line is, the first line's apart; greater is better."""
        return min((self.places[line.start] for line in lines[1:]), default=_FREE)


def prepare(text: str, level: Level = "gb", ambiguous: int = 1, *, gaps: bool = False) -> Setting:
    """The text with its widths measured and its tokens found; `ambiguous` as in `width.cells`.

    With `gaps` a cell is left free wherever Han and Latin meet inside a line.
    """
    drawn = text.replace("\t", " ").replace("\n", " ")
    widths = bytearray(advances(drawn, ambiguous))
    places = _places(drawn, level)
    _keep_whole_characters(widths, places)
    met = tuple(found.start() for found in _meeting().finditer(drawn)) if gaps else ()
    for place in met:
        widths[place] += 1
    return Setting(drawn, array("L", accumulate(widths, initial=0)), places, met)


def break_lines(setting: Setting, first: int, rest: int | None = None) -> Iterator[Span]:
    """The lines, the first at most `first` cells wide and the others `rest` (as the first, if not given).

    The blanks at a line's end, and those before the first, belong to no line; every other character to exactly one.
    Wider than asked is only a line of one character that is.
    """
    room = first
    start = _after_blanks(setting.text, 0)
    while start < len(setting.text):
        stop = _line_end(setting, start, room)
        seen = setting.text[start:stop].rstrip(_BLANK)
        yield Span(start, start + len(seen))
        start, room = _after_blanks(setting.text, stop), first if rest is None else rest


def _after_blanks(text: str, place: int) -> int:
    ink = _INK.search(text, place)
    return ink.start() if ink else len(text)


def _line_end(setting: Setting, start: int, room: int) -> int:
    text, edges, places, _gaps = setting
    left = setting.edge(start)
    full = bisect_right(edges, max(left + room, edges[start + 1]), lo=start) - 1
    last = _after_blanks(text, full)
    if last == len(text):
        return last
    free = places.rfind(_FREE, start + 1, last + 1)
    loath = places.rfind(_LOATH, max(free, start) + 1, last + 1)
    if loath >= 0 and (free < 0 or 2 * (edges[free] - left) < room):
        return loath
    if free >= 0:
        return free
    inside = places.rfind(_INSIDE, start + 1, last + 1)
    return inside if inside >= 0 else full


def _places(text: str, level: Level) -> bytearray:
    places = bytearray([_FREE]) * (len(text) + 1)
    for found in _loathed().finditer(text):
        begin = found.start("title") if found["title"] else found.start("name") if found["name"] else found.start()
        places[begin : found.end()] = bytes([_LOATH]) * (found.end() - begin)
    for token in _token().finditer(text):
        _mark(places, token, level)
    return places


def _mark(places: bytearray, token: re.Match[str], level: Level) -> None:
    start, stop = token.span()
    match token.lastgroup:
        case "word" | "pair":
            places[start + 1 : stop] = bytes([_INSIDE]) * (stop - start - 1)
        case "url":
            places[start + 1 : stop] = bytes([_INSIDE]) * (stop - start - 1)
            for joint in _URL_JOINT.finditer(token.string, start, stop - 1):
                places[joint.end()] = _LOATH
        case "blank":
            places[start:stop] = bytes(stop - start)
        case "close" if level == "gb":
            places[start] = _NEVER
        case "open" if level == "gb":
            places[start + 1 : stop + 1] = bytes(stop - start)
        case "both" if level == "gb":
            places[stop] = _NEVER
            if start and token.string[start - 1] not in _BLANK:
                places[start] = _NEVER


def _keep_whole_characters(widths: bytes | bytearray, places: bytearray) -> None:
    place = widths.find(0)
    while place >= 0:
        places[place] = _NEVER
        place = widths.find(0, place + 1)
