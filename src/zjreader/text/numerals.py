"""Chinese and Arabic numerals of dates and clocks -> whole numbers.

Reads 三十一, 廿五 and rows of digits such as 二〇二六; what is beyond dates (百, 万, fractions) is no numeral here.
Texts are taken folded (`text/fold.py`).
"""

_DIGITS = {sign: value for value, signs in enumerate(("〇零○", *"一二三四五六七八九")) for sign in signs} | {"两": 2}
_TENS = {"十": 10, "廿": 20, "卅": 30}

NUMERAL = "(?:[0-9]{1,2}|[〇零○一二两三四五六七八九十廿卅]{1,4})"
"""The pattern of a number below 100."""

DIGIT = "[0-9〇零○一二三四五六七八九]"
"""The pattern of one digit of a year."""


def number(text: str) -> int:
    """The value of what `NUMERAL`, or a row of `DIGIT`, has matched."""
    if not any(sign in _TENS for sign in text):
        return int("".join(str(_DIGITS.get(sign, sign)) for sign in text))
    total = 0
    for sign in text:
        total = max(total, 1) * 10 if sign == "十" else total + (_TENS.get(sign) or _DIGITS[sign])
    return total
