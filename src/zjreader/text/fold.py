"""The search key: width, case and 繁/简 folded by one table, character for character.

Promises the same length as the text, so that offsets found in the key hold in the text: a character whose folded form
has another length stays itself. Folding twice changes nothing. Signs are not unified: “ is not ".
"""

import re
from functools import cache
from itertools import chain, pairwise

from zjreader.text.hanzi import SIMPLIFIED, TRADITIONAL

_FULL_WIDTH = range(0xFF01, 0xFF5F)
_FULL_TO_ASCII = 0xFEE0
_CASED = (range(0x41, 0x590), range(0x10A0, 0x1100), range(0x1C80, 0x2190), range(0x24B6, 0x24D0))
HAN = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
"""The characters between which a blank means nothing, as the inside of a regular expression's class."""

_GAP = r"[^\S\n]*"


def fold(text: str) -> str:
    """The search key of a text: as long as the text, the same for all its widths, cases and scripts."""
    return text.lower() if text.isascii() else text.translate(_table())


def squeeze(key: str) -> str:
    """A key without the blanks between two Hanzi, which copies of wrapped or spaced-out text are full of.

    Line ends stay: what stands in two paragraphs is no phrase.
    """
    return _blanks_between_hanzi().sub("", key)


def gapped(key: str) -> re.Pattern[str]:
    """The pattern that finds a squeezed key in a key that is not, passing over blanks between two Hanzi."""
    pieces = [re.escape(left) + (_GAP if _two_hanzi().match(left + right) else "") for left, right in pairwise(key)]
    return re.compile("".join([*pieces, re.escape(key[-1:])]))


@cache
def _blanks_between_hanzi() -> re.Pattern[str]:
    return re.compile(f"(?<=[{HAN}])[^\\S\n]+(?=[{HAN}])")


@cache
def _two_hanzi() -> re.Pattern[str]:
    return re.compile(f"[{HAN}]{{2}}")


@cache
def _table() -> dict[int, str]:
    table = {code: small for code in chain(*_CASED) if len(small := chr(code).lower()) == 1 and small != chr(code)}
    table |= {code: chr(code - _FULL_TO_ASCII).lower() for code in _FULL_WIDTH}
    table |= {ord(old): new for old, new in zip(TRADITIONAL, SIMPLIFIED, strict=True)}
    return table | {0x3000: " "}
