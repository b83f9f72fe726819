"""Which articles hold which triples of common pairs: found in the texts once it is known which pairs are common.

A shard is gone through in batches that stay near the processor. A table of scattered pairs lets nearly only common ones
through; the few others that it takes for common are dropped when the triples are counted.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from zjreader.corpus.building.folded import Indices, Units
from zjreader.corpus.building.postings import Keys, Postings, distinct, sorted_out
from zjreader.corpus.grams import COMMON

AT_ONCE = 512
"""Articles gone through at once."""

_HIGH = 16
_SCATTERING, _KEPT_BITS = np.uint32(0x9E3779B1), 20


def triples(texts: Sequence[Units], ends: Indices, lows: Units, pairs: Postings) -> Postings:
    """The postings of triples of these texts, given in arrays of whole ones, whose other postings are `pairs`."""
    common = pairs.keys[(pairs.counts * COMMON > len(ends)) & (pairs.keys >> _HIGH > 0)]
    table = np.zeros(1 << _KEPT_BITS, np.bool_)
    table[_scattered(common)] = True
    found, first, before = [np.empty(0, np.uint64)], 0, 0
    for units in texts:
        last = int(np.searchsorted(ends, before + len(units), "right"))
        for start in range(first, last, AT_ONCE):
            stop = min(start + AT_ONCE, last)
            begin, end = int(ends[start - 1]) if start else 0, int(ends[stop - 1])
            owners = np.repeat(lows[start:stop], np.diff(ends[start:stop], prepend=begin))
            found.append(_likely(units[begin - before : end - before], owners, table))
        first, before = last, before + len(units)
    return _of_common(sorted_out(distinct(np.concatenate(found))), common)


def _likely(units: Units, owners: Units, table: NDArray[np.bool_]) -> NDArray[np.uint64]:
    """Triples that the table lets through, each with its owner behind it, once."""
    pairs = units[:-1].astype(np.uint32)
    pairs <<= _HIGH
    pairs |= units[1:]
    passed = table[_scattered(pairs)]
    at = np.flatnonzero(passed[:-1] & passed[1:])
    made = pairs[at].astype(np.uint64)
    for low in (units[at + 2], owners[at]):
        made <<= np.uint64(_HIGH)
        made |= low
    return distinct(made)


def _scattered(pairs: Keys) -> Keys:
    return (pairs * _SCATTERING) >> np.uint32(32 - _KEPT_BITS)


def _of_common(made: Postings, common: Keys) -> Postings:
    kept = np.isin((made.keys >> _HIGH).astype(np.uint32), common) & np.isin(made.keys.astype(np.uint32), common)
    return Postings(made.keys[kept], made.counts[kept], made.members[np.repeat(kept, made.counts)])
