"""Sets of articles as they lie in a file: each the payload of one roaring container, made a set when asked for.

All positions of a shard share their high 16 bits, so that a set needs only the low ones: at most 4096 values ascending,
or, for more, their number less one and a map of 65,536 bits. The header that roaring's portable format wants before
them is put there on reading (https://github.com/RoaringBitmap/RoaringFormatSpec). Damage gives an error or a wrong
set, never worse: pyroaring looks a container over before it takes it.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from zjreader.corpus.positions import Positions

BLOCK = 1 << 16
"""Positions that share their high 16 bits; no shard crosses a multiple of it."""

MOST_LISTED = 4096
"""Members up to which a container lists them."""

FEW = 64
"""Members up to which putting lists together costs less than uniting sets."""


class Containers(NamedTuple):
    """Where each ends (format `I`, counted in units), the units (format `H`), and the high 16 bits of all members."""

    ends: memoryview
    units: memoryview
    high: int

    def count(self, number: int) -> int:
        """How many members a container has."""
        start, stop = self._bounds(number)
        return stop - start if stop - start <= MOST_LISTED else self.units[start] + 1

    def positions(self, number: int) -> Positions:
        """The set in a container; raises ValueError or struct.error where it is damaged."""
        start, stop = self._bounds(number)
        mapped = stop - start > MOST_LISTED
        return Positions.of_container(self.high, self.count(number), self.units[start + mapped : stop])

    def each(self) -> Iterator[list[int] | Positions]:
        """Every set in turn, those of few members as lists; raises as `positions` does."""
        start, full = 0, (self.high * BLOCK).__or__
        for number, stop in enumerate(self.ends):
            yield list(map(full, self.units[start:stop])) if stop - start <= FEW else self.positions(number)
            start = stop

    def _bounds(self, number: int) -> tuple[int, int]:
        return self.ends[number - 1] if number else 0, self.ends[number]


def found(keys: Sequence[int], key: int) -> int | None:
    """Where a key stands among ascending ones; None where it does not."""
    number = bisect_left(keys, key)
    return number if number < len(keys) and keys[number] == key else None
