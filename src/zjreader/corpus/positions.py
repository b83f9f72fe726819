"""A set of articles: their positions in the corpus, which are the order of arrival. The only user of pyroaring.

Frozen: every operation gives a new set. Intersections, unions, differences and counts cost what roaring bitmaps cost,
about 10 µs for a million articles.
"""

import struct
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import Self

from pyroaring import FrozenBitMap

_PORTABLE = struct.Struct("<IIHHI")
_WITHOUT_RUNS, _PAYLOAD = 12346, 16


class Positions:
    """A frozen set of whole numbers from 0 below 2**32, iterated in ascending order."""

    __slots__ = ("_bits",)

    def __init__(self, positions: Iterable[int] = ()) -> None:
        """The set of these positions; a `range` costs no time."""
        self._bits = FrozenBitMap(positions)

    @classmethod
    def of_container(cls, high: int, count: int, payload: memoryview) -> "Positions":
        """The set that one container of roaring's portable format holds; raises ValueError if it is not of that form.

        `high` are the upper 16 bits of all `count` members.
        """
        head = _PORTABLE.pack(_WITHOUT_RUNS, 1, high, count - 1, _PAYLOAD)
        return _wrap(FrozenBitMap.deserialize(head + payload.tobytes()))

    @classmethod
    def from_bytes(cls, data: bytes) -> "Positions":
        """The set that `to_bytes` packed; raises ValueError for what is not of that form."""
        return _wrap(FrozenBitMap.deserialize(data))

    def to_bytes(self) -> bytes:
        """The set in roaring's portable format."""
        return self._bits.serialize()

    @staticmethod
    def union(sets: "Iterable[Positions]") -> "Positions":
        """What is in any of these."""
        return _wrap(FrozenBitMap.union(FrozenBitMap(), *map(_BITS, sets)))

    def __and__(self, other: Self) -> "Positions":
        """What is in both."""
        return _wrap(self._bits & other._bits)

    def __or__(self, other: Self) -> "Positions":
        """What is in either."""
        return _wrap(self._bits | other._bits)

    def __sub__(self, other: Self) -> "Positions":
        """What is here and not there."""
        return _wrap(self._bits - other._bits)

    def __len__(self) -> int:
        """How many."""
        return len(self._bits)

    def __contains__(self, position: int) -> bool:
        """Whether this position is one of them."""
        return position in self._bits

    def __iter__(self) -> Iterator[int]:
        """In ascending order: as the articles arrived."""
        return iter(self._bits)

    def __eq__(self, other: object) -> bool:
        """Whether both hold the same positions."""
        return isinstance(other, Positions) and self._bits == other._bits

    def __hash__(self) -> int:
        """By what it holds."""
        return hash(self._bits)

    def __repr__(self) -> str:
        """At most a few of them, for a failing test's message."""
        shown = ", ".join(map(str, self._bits[:8]))
        return f"Positions({len(self)}: {shown}{', …' if len(self) > 8 else ''})"  # noqa: PLR2004

    def only(self, positions: Iterable[int]) -> Iterator[int]:
        """Those of these positions that are in the set, in their own order."""
        return filter(self._bits.__contains__, positions)

    def shares(self, other: Self) -> int:
        """How many are in both, without making the set."""
        return self._bits.intersection_cardinality(other._bits)


_BITS = attrgetter("_bits")
NONE = Positions()


def _wrap(bits: FrozenBitMap) -> Positions:
    made = Positions.__new__(Positions)
    object.__setattr__(made, "_bits", bits)
    return made
