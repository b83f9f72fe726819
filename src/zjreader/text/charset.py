"""bytes -> str, and what was assumed: a byte order mark, else UTF-8, else whatever gives the most common characters.

Promises a text for any bytes: a stray byte is one replacement character, not another encoding. Refuses nothing; whether
bytes are text at all is `parse.detect`'s question.
"""

import codecs
from typing import NamedTuple

from zjreader.text.clean import Clean

_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)
_ASSUMED = (("gb18030", "gb18030"), ("big5", "big5hkscs"), ("utf-8", "utf-8"))
_JUDGED = 1 << 15
"""Bytes that the choice between encodings is made on."""

_MOST_STRAY = 0.02
"""Share of replacement characters up to which a text is UTF-8 with stray bytes, whatever it says."""

_COMMON = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形"
    "這為個國時來們對會發動後經過說學進電現實點業應開間長問無"
)


class Decoded(NamedTuple):
    """A text, the encoding it was read by, whether that was assumed, and how many bytes had no meaning in it."""

    text: str
    encoding: Clean
    assumed: bool
    replaced: int


def decode(data: bytes) -> Decoded:
    """The text of these bytes."""
    for mark, name, codec in _MARKS:
        if data.startswith(mark):
            return _read(data, name, codec, assumed=False)
    try:
        return Decoded(data.decode(), Clean("utf-8"), assumed=False, replaced=0)
    except UnicodeDecodeError:
        return _read(data, *_assume(data[:_JUDGED]), assumed=True)


def _assume(sample: bytes) -> tuple[str, str]:
    """The encoding that makes most of a sample's bytes common characters: name and codec."""
    as_utf8 = sample.decode("utf-8", "replace")
    if as_utf8.count("\ufffd") <= _MOST_STRAY * len(as_utf8) and not as_utf8.isascii():
        return "utf-8", "utf-8"
    return max(_ASSUMED, key=lambda pair: _familiar(sample, pair[1]))


def _familiar(sample: bytes, codec: str) -> tuple[float, int]:
    """The share of common characters, and the fewer replaced the better where there are none."""
    text = sample.decode(codec, "replace")
    return sum(map(text.count, _COMMON)) / max(1, len(text)), -text.count("\ufffd")


def _read(data: bytes, name: str, codec: str, *, assumed: bool) -> Decoded:
    text = data.decode(codec, "replace")
    return Decoded(text, Clean(name), assumed, text.count("\ufffd"))
