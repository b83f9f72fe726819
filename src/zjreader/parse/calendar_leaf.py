"""A day that a page shows as a calendar's leaf does, in two lines: 05 over 2026-03, 2026 over 03/05.

Only lines that hold nothing but the year, the month and the day between them are one; a style sheet sets the one large.
"""

import re
from typing import Final

from zjreader.article import Moment
from zjreader.text.dates import find_date
from zjreader.text.fold import fold

_LEAF: Final = re.compile("[0-9]{1,4}[0-9 年月日./-]{1,12}")
_NUMBER: Final = re.compile("[0-9]+")
_YEAR: Final = re.compile("20[0-9]{2}")
_IN_ORDER: Final = ((0, 1, 2), (1, 2, 0), (2, 0, 1))
"""Which of the three numbers are year, month and day, by where the year stands."""


def day_on_a_leaf(first: str, second: str) -> Moment | None:
    """The day that two lines show between them; None where one of them holds it alone, or anything else."""
    shown = fold(f"{first} {second}")
    numbers = _NUMBER.findall(shown) if _LEAF.fullmatch(shown) else []
    year = next((at for at, number in enumerate(numbers) if _YEAR.fullmatch(number)), None)
    if len(numbers) != len(_IN_ORDER) or year is None:
        return None
    return find_date("-".join(numbers[at] for at in _IN_ORDER[year]), None)
