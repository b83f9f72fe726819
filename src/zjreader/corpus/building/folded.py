"""Many texts at once -> their search keys, as arrays of UTF-16 units, and what restores the texts from them.

Promises exactly `squeeze(fold(text))` for every text and a difference that `corpus.differences.restored` undoes. As
arrays, because folding sign by sign would cost more than all the rest of an image.
"""

import re
import struct
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from zjreader.corpus.differences import CODEC, UNIT
from zjreader.text.fold import HAN, fold

Units = NDArray[np.uint16]
Indices = NDArray[np.int64]

_UNITS = 0x10000
_FARTHEST = 255
_NEWLINE = "\n"
_HANZI = re.compile(f"[{HAN}]")
_LEADING, _TRAILING, _PAST = 0xD800, 0xDC00, 0xE000


class Folded(NamedTuple):
    """Search keys, each with a newline after it; where each of them ends, newline included; and the differences."""

    units: Units
    ends: Indices
    differences: list[bytes]


class _Tables(NamedTuple):
    """What each UTF-16 unit folds to, and which are blanks and which Hanzi."""

    folded: Units
    blank: NDArray[np.bool_]
    hanzi: NDArray[np.bool_]


def folded(texts: Sequence[str]) -> Folded:
    """The search keys of these texts, and for each the bytes that make the text of the key again."""
    encoded = [text.encode(CODEC, "surrogatepass") for text in texts]
    units = np.frombuffer(_NEWLINE.encode(CODEC).join([*encoded, b""]), np.uint16)
    ends = np.cumsum(np.fromiter(map(len, encoded), np.int64, len(encoded)) // UNIT + 1)
    key = _tables().folded[units]
    dropped = _blanks_between_hanzi(key)
    changed = np.setdiff1d(np.flatnonzero(key != units), dropped, assume_unique=True)
    kept, ends = np.delete(key, dropped), ends - np.searchsorted(dropped, ends)
    differences = _differences(
        (dropped - np.arange(len(dropped)), units[dropped]),
        _stepwise(changed - np.searchsorted(dropped, changed), units[changed], kept, ends),
        ends,
    )
    return Folded(kept, ends, list(differences))


@cache
def _tables() -> _Tables:
    signs = [chr(code) for code in range(_UNITS)]
    blank = np.array([sign.isspace() and sign != _NEWLINE for sign in signs])
    hanzi = np.array([bool(_HANZI.match(sign)) for sign in signs])
    units = b"".join(sign.encode(CODEC, "surrogatepass") for sign in fold("".join(signs)))
    return _Tables(np.frombuffer(units, np.uint16), blank, hanzi)


def _blanks_between_hanzi(key: Units) -> Indices:
    """Where the blanks stand that a squeezed key has not: whole runs with a Hanzi on either side."""
    blanks = np.flatnonzero(_tables().blank[key])
    breaks = np.flatnonzero(np.diff(blanks) > 1) + 1
    starts = blanks[np.concatenate(([0], breaks))] if len(blanks) else blanks
    stops = blanks[np.concatenate((breaks - 1, [-1]))] + 1 if len(blanks) else blanks
    between = (starts > 0) & _hanzi_at(key, starts - 1, -1) & _hanzi_at(key, stops, 1)
    runs = zip(starts[between], stops[between], strict=True)
    return np.concatenate([np.arange(0), *(np.arange(start, stop) for start, stop in runs)])


def _hanzi_at(key: Units, places: Indices, away: int) -> NDArray[np.bool_]:
    """Whether a Hanzi stands there; one of two units has its other half at a step `away`."""
    hanzi = _tables().hanzi[key[places]]
    for number in np.flatnonzero((key[places] >= _LEADING) & (key[places] < _PAST)):
        first = int(places[number]) + min(0, away)
        sign = key[first : first + 2].tobytes().decode(CODEC, "replace")
        hanzi[number] = bool(_HANZI.fullmatch(sign))
    return hanzi


def _stepwise(
    places: Indices, originals: Units, kept: Units, ends: Indices
) -> tuple[Indices, NDArray[np.uint8], Units]:
    """Changed units as steps of at most 255 from the text's beginning or the one before, units between as they are."""
    starts = np.concatenate(([0], ends[:-1]))
    within = places - starts[np.searchsorted(ends, places, "right")]
    gaps = np.minimum(within, np.diff(places, prepend=0)) if len(places) else places
    fillers = np.maximum(gaps - 1, 0) // _FARTHEST
    last = np.cumsum(fillers + 1) - 1
    steps = np.full(int(last[-1]) + 1 if len(last) else 0, _FARTHEST, np.uint8)
    steps[last] = gaps - _FARTHEST * fillers
    number = np.arange(len(steps)) - np.repeat(last - fillers, fillers + 1) + 1
    stepped = np.repeat(places - gaps, fillers + 1) + _FARTHEST * number
    stepped[last] = places
    units = kept[stepped]
    units[last] = originals
    return stepped, steps, units


def _differences(
    dropped: tuple[Indices, Units], changed: tuple[Indices, NDArray[np.uint8], Units], ends: Indices
) -> Iterator[bytes]:
    places, steps, originals = changed
    before, blanks = dropped
    starts = np.concatenate(([0], ends))
    gone, left = np.searchsorted(before, starts).tolist(), np.searchsorted(places, starts).tolist()
    inside = (before - np.repeat(starts[:-1], np.diff(gone))).astype(np.uint32).tobytes()
    blank, step, original = blanks.tobytes(), steps.tobytes(), originals.tobytes()
    for text in range(len(ends)):
        first, last, begin, end = gone[text], gone[text + 1], left[text], left[text + 1]
        if first == last and begin == end:
            yield b""
            continue
        was = inside[4 * first : 4 * last] + blank[UNIT * first : UNIT * last]
        yield struct.pack("<I", last - first) + was + step[begin:end] + original[UNIT * begin : UNIT * end]
