"""Titles by the letters with which the pinyin of their Hanzi begins: gxb finds 工信部.

Hanzi that are read in several ways stand under each of their letters; those that are too rare to be in the table of
`text/pinyin.py` under none.
"""

import re
from functools import cache

from zjreader.text.fold import fold
from zjreader.text.pinyin import initials

_HANZI = range(0x4E00, 0xA000)


def initials_pattern(letters: str) -> re.Pattern[str]:
    """The pattern of Hanzi side by side, in a folded text, that are read with these small letters."""
    return re.compile("".join(f"[{_read_with()[letter]}]" if letter in _read_with() else "(?!)" for letter in letters))


@cache
def _read_with() -> dict[str, str]:
    """Each letter's Hanzi, in the form that folding leaves."""
    found: dict[str, list[str]] = {}
    for sign in map(chr, _HANZI):
        if fold(sign) == sign:
            for letter in initials(sign):
                found.setdefault(letter, []).append(sign)
    return {letter: "".join(signs) for letter, signs in found.items()}
