"""Cells: how many columns of a terminal a text takes.

Promises the figures of `rich.cells`, because they must agree with what Textual paints; is the only room that asks it,
and asks only for characters outside those that Chinese news is written in, so that a list or a pipe seldom pays for
its import. `ambiguous` is what the terminal makes of “ ” … — · ℃ ① and the rest of Unicode's East Asian Width class A
(UAX #11): 1 cell, or 2 in some Chinese set-ups.
"""

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate, repeat
from typing import TypeVar, cast

ELLIPSIS = "…"

_AnyText = TypeVar("_AnyText", bound=str)
_ZWJ, _VS16 = "\u200d", "\ufe0f"
_NARROW = re.compile("[ -~·—‘’“”…]")
_WIDE = re.compile("[\u3000-\u3029\u4e00-\u9fff\uff01-\uff60]")
_BOXES = re.compile("[\u2500-\u259f]")
_STAND_INS = dict(zip("“”‘’…—–·×÷→←", "\"\"''~--.x/><", strict=True))


def cells(text: str, ambiguous: int = 1) -> int:
    """The width of a text in cells; white space other than blanks counts nothing."""
    return sum(advances(text, ambiguous))


def advances(text: str, ambiguous: int = 1) -> bytes:
    """The cells by which each character moves the cursor on.

    One number a character; 0 for what is drawn together with the character before it: marks, the rest of an emoji.
    """
    if _ZWJ in text or _VS16 in text:
        return _joined(text, ambiguous)
    return bytes(map(_advance, text, repeat(ambiguous)))


def cut(text: _AnyText, width: int, ambiguous: int = 1) -> _AnyText:
    """The longest beginning that is not wider than `width` cells; what is Clean stays Clean."""
    if 2 * len(text) <= width:
        return text
    edges = list(accumulate(advances(text, ambiguous)))
    return cast("_AnyText", text[: bisect_right(edges, width)])


def fit(text: _AnyText, width: int, ambiguous: int = 1) -> _AnyText:
    """The text in exactly `width` cells: cut, with … in the last of them, or filled up with blanks."""
    shown: str = text
    if cells(text, ambiguous) > width:
        mark = cut(ELLIPSIS, width, ambiguous)
        shown = cut(text, width - cells(mark, ambiguous), ambiguous) + mark
    return cast("_AnyText", shown + " " * (width - cells(shown, ambiguous)))


def one_cell(text: str) -> str:
    """The text with a sign of ASCII, always one cell wide, for each character that is one or two of them."""
    widths = zip(text, advances(text, 1), advances(text, 2), strict=True)
    return "".join(char if narrow == wide else _stand_in(char) for char, narrow, wide in widths)


def _stand_in(char: str) -> str:
    plain = unicodedata.normalize("NFKD", _STAND_INS.get(char, char))
    return plain if len(plain) == 1 and plain.isascii() else "?"


@lru_cache(maxsize=16384)
def _advance(char: str, ambiguous: int) -> int:
    width = _alone(char)
    if width == 1 and unicodedata.east_asian_width(char) == "A" and not _BOXES.match(char):
        return ambiguous  # boxes stay 1: the screen's own frames are made of them
    return width


def _alone(char: str) -> int:
    if _NARROW.match(char):
        return 1
    if _WIDE.match(char):
        return 2
    from rich.cells import cell_len

    return cell_len(char)


def _joined(text: str, ambiguous: int) -> bytes:
    """As rich measures it: a joiner hides the character after it, the emoji selector may widen the one before."""
    from rich.cells import cell_len

    widths = bytearray(len(text))
    base: int | None = None
    characters = enumerate(text)
    for place, char in characters:
        if char == _ZWJ:
            next(characters, None)
        elif char == _VS16:
            if base is not None:
                widths[base] = max(widths[base], cell_len(text[base] + _VS16))
            base = None
        elif width := _advance(char, ambiguous):
            widths[place], base = width, place
    return bytes(widths)
