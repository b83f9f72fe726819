"""bytes -> str, and what was assumed: a mark, what was declared, UTF-8, else what gives the most common characters.

Promises a text for any bytes: a stray byte is one replacement character, not another encoding. Refuses nothing; whether
bytes are text at all is `parse.detect`'s question. GB18030 reads nearly any Big5 without error, so that errors tell
little between the two and the characters decide.
"""

import codecs
import re
from contextlib import suppress
from functools import cache
from itertools import islice
from typing import NamedTuple

from zjreader.text.clean import Clean
from zjreader.text.hanzi import SIMPLIFIED, TRADITIONAL

_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)
_NARROW = (("utf-8", "utf-8"), ("gb18030", "gb18030"), ("big5", "big5hkscs"))
_WIDE = (("utf-16", "utf-16-le"), ("utf-16", "utf-16-be"))
_WIDENED = (
    dict.fromkeys(("gb2312", "gbk"), _NARROW[1])
    | dict.fromkeys(("big5", "big5hkscs", "cp950"), _NARROW[2])
    | dict.fromkeys(("ascii", "iso8859-1"), ("windows-1252", "cp1252"))
)
"""What is called by the name of a narrow set is written in its superset (WHATWG Encoding, §4.2)."""

NO_CHARSETS = frozenset({"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7"})
"""Python's codecs of text that are no encodings of documents."""

_ASCII = bytes(range(128))
_JUDGED = 1 << 10
"""Bytes that the choice between encodings is made on."""

_FEWEST_UTF8 = 12
"""Bytes beyond ASCII that are UTF-8 by no accident: the beginning of one GB18030 text in a million is."""

_SURE = 0.25
"""Share of common characters in `_JUDGED` bytes that tells at once: right readings show .3 to .9, wrong ones .1."""

_FEWEST_COMMON = 3
"""Common characters that a text of another script does not show by accident, be it a word long or a feed."""

_RUN = re.compile(rb"[\x80-\xff]+[\x40-\x7e]?")
"""Bytes beyond ASCII, with the one behind them that may be the second half of a character."""

_WIDE_SHARE = 0.25
"""Share of common characters and ASCII that UTF-16 must show; of any other text's bytes it shows a twentieth."""

_COMMON = (
    "，。、：；？！“”《》（）的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道"
    "行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此"
    "已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世"
    "位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做"
    "接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类"
    "求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运笔图近农企京记者据悉今年昨日报道发表会议委员部门工程项目投资"
    "服务发展改革经济社会文化教育科技市民记本讯电影片价格技术亿元百千六七八九省县村镇城街店车站航"
)


class Decoded(NamedTuple):
    """A text, the encoding it was read by, whether that was assumed, and how many bytes had no meaning in it."""

    text: str
    encoding: Clean
    assumed: bool
    replaced: int


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of these bytes; `declared` is what a setting or a header calls their encoding, held to if it can be."""
    for mark, name, codec in _MARKS:
        if data.startswith(mark):
            return _read(data, name, codec, assumed=False)
    if declared and (told := _as_declared(data, declared)):
        return told
    if b"\0" in data[:_JUDGED] and (wide := _wide(data)):
        return _read(data, *wide, assumed=True)
    try:
        return Decoded(data.decode(), Clean("utf-8"), assumed=False, replaced=0)
    except UnicodeDecodeError as error:
        return _read(data, *_assume(data, error.start), assumed=True)


def shows_chinese(data: bytes) -> bool:
    """Whether bytes that are not UTF-8 read as Chinese, whatever they are called.

    Declared is often what a server calls everything. Texts in Latin, Cyrillic, Greek, Hebrew, Arabic or Thai show a
    tenth of common characters, or one and two by accident.
    """
    sample = b"\n".join(run[0] for run in islice(_RUN.finditer(data), _JUDGED))[:_JUDGED]
    for _name, codec in _NARROW[1:]:
        text = sample.decode(codec, "replace")
        common = sum(map(_common().__contains__, text)) - text.count("\ufffd")
        if common >= _FEWEST_COMMON and common >= _SURE * (len(text) - len(text.encode("ascii", "ignore"))):
            return True
    return False


def _as_declared(data: bytes, declared: str) -> Decoded | None:
    """The text as it was declared; None where that is no encoding or the bytes are not of it."""
    try:
        own = codecs.lookup(declared.strip()).name
    except (LookupError, ValueError):
        return None
    for name, codec in (_WIDENED.get(own, (own, own)), (own, own)):
        with suppress(LookupError, ValueError):
            if codec not in NO_CHARSETS:
                return Decoded(data.decode(codec), Clean(name), assumed=False, replaced=0)
    return None


def _assume(data: bytes, fails: int) -> tuple[str, str]:
    """The encoding, name and codec, of bytes that are UTF-8 up to where it `fails`."""
    if len(data[max(0, fails - _JUDGED) : fails].translate(None, _ASCII)) >= _FEWEST_UTF8:
        return _NARROW[0]
    line = data.rfind(b"\n", 0, fails) + 1
    # Sampled from the start of a line, where no character is cut in half; a long line is ASCII up to here.
    start = line if fails - line < _JUDGED else fails
    sample = data[start : start + _JUDGED]
    if len(sample) == _JUDGED and _familiar(sample, "gb18030")[0] >= _SURE:
        return _NARROW[1]
    return _wide(data) or max(_NARROW, key=lambda pair: _familiar(sample, pair[1]))


def _wide(data: bytes) -> tuple[str, str] | None:
    """UTF-16, name and codec, if the beginning reads as such."""
    sample = data[:_JUDGED]
    share, pair = max((_share(sample.decode(pair[1], "replace")), pair) for pair in _WIDE)
    return pair if share >= _WIDE_SHARE else None


def _share(text: str) -> float:
    """The share of common characters and ASCII without NUL."""
    ascii_characters = len(text.encode("ascii", "ignore").translate(None, b"\0"))
    return (ascii_characters + sum(map(_common().__contains__, text))) / max(1, len(text))


def _familiar(sample: bytes, codec: str) -> tuple[float, int]:
    """The share of common characters beyond ASCII; where there are none, the fewer replaced the better."""
    text = sample.decode(codec, "replace")
    beyond = len(text) - len(text.encode("ascii", "ignore"))
    replaced = text.count("\ufffd")
    return (sum(map(_common().__contains__, text)) - replaced) / max(1, beyond), -replaced


@cache
def _common() -> frozenset[str]:
    """The common characters in both scripts."""
    return frozenset(_COMMON).union(old for old, new in zip(TRADITIONAL, SIMPLIFIED, strict=True) if new in _COMMON)


def _read(data: bytes, name: str, codec: str, *, assumed: bool) -> Decoded:
    text = data.decode(codec, "replace")
    return Decoded(text, Clean(name), assumed, text.count("\ufffd"))
