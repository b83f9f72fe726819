"""What an input method sends, told apart: a sign meant as a key, a committed Hanzi, a text pasted without marks.

Pure rules of CONTRACT §4. Outside a line of text a Chinese keyboard's `、` or `？` stands where `/` or `?` does, and is
that key.
"""

import unicodedata

LEAST_PASTED = 20
"""Characters in one read from which on it can be a pasted text."""

LEAST_LETTERS = 5
"""Different letters of which no key repeat is made."""

_FULL_TO_ASCII = {0x3000: " "} | {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_SIGNS = _FULL_TO_ASCII | dict(zip(map(ord, "、。《》【】「」『』“”‘’·￥—…"), "/.<>[][]{}\"\"''`$_^", strict=True))


def as_ascii(character: str) -> str:
    """The character that the same key gives without an input method; others stay as they are."""
    return character.translate(_SIGNS)


def is_hanzi(character: str) -> bool:
    """Whether a character is a Hanzi, which no key has."""
    return len(character) == 1 and unicodedata.name(character, "").startswith("CJK UNIFIED")


def is_pasted(text: str) -> bool:
    """Whether what one read of the terminal brought is a pasted text: never for a key that repeats."""
    if len(text) < LEAST_PASTED or "\x1b" in text:
        return False
    letters = {character for character in text if character.isalpha()}
    return any(end in text for end in "\r\n") or len(letters) >= LEAST_LETTERS or any(map(is_hanzi, letters))
