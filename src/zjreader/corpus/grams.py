"""The grams of a search key: its single UTF-16 units and its pairs of units, which postings are kept for.

A key of one unit, or of two, is found by its posting alone; a longer one is held only by articles that hold all its
pairs. Units, not signs, so that a gram is 32 bits whatever the plane: one unit is the pair with nothing before it.
"""

from itertools import pairwise

WITHOUT_GRAMS = (0, 10)
"""Units that no gram is made of: nothing, and the end of a line, across which no word is found."""

EXACT = 2
"""Units of a key up to which the postings alone tell who holds it."""


def grams(units: memoryview) -> list[int]:
    """The grams that every article holds which holds this key, given as its units (format `H`)."""
    if len(units) == 1:
        return [unit for unit in units if unit not in WITHOUT_GRAMS]
    told = (pair for pair in pairwise(units) if not set(pair) & set(WITHOUT_GRAMS))
    return list(dict.fromkeys(first << 16 | second for first, second in told))
