"""Which articles hold which grams: made from keys by sorting, joined from the postings of several shards, and packed.

A posting is the ascending low halves of its articles' positions. Packed, it lies as it would in a roaring bitmap:
up to 4096 values as they are, more as a map of 65,536 bits behind its number of members (`corpus.containers`).
"""

from collections.abc import Sequence
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from zjreader.corpus.building.folded import Indices, Units
from zjreader.corpus.containers import BLOCK, MOST_LISTED, Containers
from zjreader.corpus.grams import WITHOUT_GRAMS

Keys = NDArray[np.uint32]
Grams = NDArray[np.unsignedinteger]
Number = TypeVar("Number", bound=np.integer)

_HIGH = 16


class Postings(NamedTuple):
    """Ascending keys, the number of each one's articles, and all articles' low halves, key by key."""

    keys: Grams
    counts: Indices
    members: Units


class Packed(NamedTuple):
    """Postings as they lie in a file: where each container ends, counted in units of 16 bits, and the containers."""

    ends: Keys
    units: Units


def postings(units: Units, ends: Indices, lows: Units) -> Postings:
    """The postings of one and of two units of the keys that end there; `lows` are their positions' low halves.

    Costs least for some 2,000 articles at a time: arrays above 32 MB are memory that the system gives anew each time.
    """
    owners = np.repeat(lows, _sizes(ends))
    told = np.logical_and.reduce([units != unit for unit in WITHOUT_GRAMS])
    single = distinct(_shifted(units.astype(np.uint32), owners)[told]).astype(np.uint64)
    double = distinct(_shifted(units[:-1].astype(np.uint64), units[1:], owners[:-1])[told[:-1] & told[1:]])
    made = sorted_out(np.concatenate((single, double)))
    return made._replace(keys=made.keys.astype(np.uint32))


def sorted_out(ascending: NDArray[np.uint64]) -> Postings:
    """Postings, given as ascending numbers: each a key with a member in its 16 bits below."""
    keys = ascending >> np.uint64(_HIGH)
    firsts = np.flatnonzero(_new(keys))
    return Postings(keys[firsts], np.diff(firsts, append=len(keys)), ascending.astype(np.uint16))


def distinct(values: NDArray[Number]) -> NDArray[Number]:
    """The values ascending, each once; sorts the array itself."""
    values.sort()
    return values[_new(values)]


def joined(parts: Sequence[Postings]) -> Postings:
    """The postings of all these together, whose positions ascend from part to part."""
    keys = distinct(np.concatenate([part.keys for part in parts]))
    slots = [np.searchsorted(keys, part.keys) for part in parts]
    counts = np.zeros(len(keys), np.int64)
    for slot, part in zip(slots, parts, strict=True):
        counts[slot] += part.counts
    free = np.cumsum(counts) - counts
    members = np.empty(int(counts.sum()), np.uint16)
    for slot, part in zip(slots, parts, strict=True):
        shift = free[slot] - (np.cumsum(part.counts) - part.counts)
        members[np.repeat(shift, part.counts) + np.arange(len(part.members))] = part.members
        free[slot] += part.counts
    return Postings(keys, counts, members)


def packed(made: Postings) -> Packed:
    """The form in which they lie in a file."""
    sizes = np.where(made.counts > MOST_LISTED, 1 + BLOCK // 16, made.counts)
    units = np.empty(int(sizes.sum()), np.uint16)
    ends, stops = np.cumsum(sizes), np.cumsum(made.counts)
    large = np.flatnonzero(made.counts > MOST_LISTED)
    listed = np.repeat(made.counts <= MOST_LISTED, made.counts)
    units[np.repeat(made.counts <= MOST_LISTED, sizes)] = made.members[listed]
    for number in large.tolist():
        bits = np.zeros(BLOCK, np.bool_)
        bits[made.members[stops[number] - made.counts[number] : stops[number]]] = True
        end = int(ends[number])
        units[end - BLOCK // 16 - 1] = made.counts[number] - 1
        units[end - BLOCK // 16 : end] = np.packbits(bits, bitorder="little").view(np.uint16)
    return Packed(ends.astype(np.uint32), units)


def unpacked(keys: Grams, containers: Containers) -> Postings:
    """What was packed, under these keys."""
    ends, units = np.asarray(containers.ends).astype(np.int64), np.asarray(containers.units)
    sizes = _sizes(ends)
    large = np.flatnonzero(sizes > MOST_LISTED).tolist()
    starts = (ends - sizes).tolist()
    lists, done = [], 0
    for number in large:
        lists.append(units[done : starts[number]])
        done = int(ends[number])
        bits = np.unpackbits(units[starts[number] + 1 : done].view(np.uint8), bitorder="little")
        lists.append(np.flatnonzero(bits).astype(np.uint16))
    counts = sizes.copy()
    counts[large] = units[[starts[number] for number in large]].astype(np.int64) + 1
    return Postings(keys, counts, np.concatenate([*lists, units[done:]]))


def _shifted(high: NDArray[Number], *lows: Units) -> NDArray[Number]:
    """Numbers with others behind them, 16 bits each; in place, since fresh memory costs more than the arithmetic."""
    for low in lows:
        high <<= _HIGH
        high |= low
    return high


def _sizes(ends: Indices) -> Indices:
    return ends - np.concatenate(([0], ends[:-1]))[: len(ends)]


def _new(ascending: NDArray[Number]) -> NDArray[np.bool_]:
    """Which of them differ from the one before."""
    return np.concatenate(([True], ascending[1:] != ascending[:-1]))[: len(ascending)]
