"""The grams of a search key, which postings are kept for: single UTF-16 units, pairs, and triples of common pairs.

A key of one unit, or of two, is found by its posting alone; a longer one is held only by articles that hold all its
pairs. Where two pairs that follow each other are both common in a shard, their triple has a posting there too, since
the pairs alone would leave nearly every text to be looked at. Units, not signs, so that a gram is 16 bits for each.
"""

from itertools import pairwise
from typing import NamedTuple

WITHOUT_GRAMS = (0, 10)
"""Units that no gram is made of: nothing, and the end of a line, across which no word is found."""

PAIR = 2

COMMON = 16
"""A pair is common in a shard where more than one in so many of its articles holds it."""

_HIGH = 16


class Triple(NamedTuple):
    """Three units in a row, and the pairs that they are made of."""

    gram: int
    first: int
    last: int


class Sought(NamedTuple):
    """A key as what postings are asked for: grams of one or two units, triples of these, and how many units it has."""

    grams: tuple[int, ...]
    triples: tuple[Triple, ...]
    units: int


def sought(units: memoryview) -> Sought:
    """The grams that every article holds which holds this key, given as its units (format `H`)."""
    if len(units) == 1:
        return Sought(tuple(unit for unit in units if unit not in WITHOUT_GRAMS), (), 1)
    pairs = [None if set(pair) & set(WITHOUT_GRAMS) else pair[0] << _HIGH | pair[1] for pair in pairwise(units)]
    triples = (
        Triple(first << _HIGH | last & 0xFFFF, first, last)
        for first, last in pairwise(pairs)
        if first is not None and last is not None
    )
    told = (pair for pair in pairs if pair is not None)
    return Sought(tuple(dict.fromkeys(told)), tuple(dict.fromkeys(triples)), len(units))
