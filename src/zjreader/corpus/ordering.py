"""An order of all articles, and what is asked of it: a window of some hits, or the place of one among them.

Whether the order is walked or the hits are ranked is decided by what it costs: first the order is walked for as many
steps as ranking all hits would take, which finds the first of many hits at once, then what is left is ranked.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple, Protocol

from zjreader.corpus.columns import Order
from zjreader.corpus.positions import Positions

STEPS = 2
"""Steps of a walk that cost what ranking one hit does (measured: 60 to 90 ns and 180 ns)."""


class Ordering(NamedTuple):
    """Positions in order, and for each position its place there; no hit is without one."""

    sequence: Sequence[int]
    ranks: Sequence[int]

    def walked(self, hits: Positions, *, reverse: bool = False) -> Iterator[int]:
        """The hits in this order, the first ones as soon as they are found."""
        steps, size = STEPS * len(hits), len(self.sequence)
        yield from hits.only(islice(reversed(self.sequence) if reverse else self.sequence, steps))
        if steps < size:
            ranks = self.ranks
            left = [hit for hit in hits if (size - 1 - ranks[hit] if reverse else ranks[hit]) >= steps]
            yield from sorted(left, key=ranks.__getitem__, reverse=reverse)

    def window(self, hits: Positions, start: int, stop: int, *, reverse: bool = False) -> list[int]:
        """The hits `start` up to `stop` in this order, found from the nearer end."""
        return nearer_end(self.sequence, self.walked, hits, start, stop, reverse=reverse)

    def rank(self, hits: Positions, position: int) -> int | None:
        """The place of a position among the hits; None if it is not one of them."""
        if position not in hits:
            return None
        own = self.ranks[position]
        if own < len(hits):
            return sum(1 for _hit in hits.only(islice(self.sequence, own)))
        return sum(map(own.__gt__, map(self.ranks.__getitem__, hits)))


class Ordered(ABC):
    """Articles that stand in several orders, and the questions about these."""

    @abstractmethod
    def ordering(self, order: Order) -> Ordering:
        """All of the articles in an order."""

    def ordered(self, hits: Positions, order: Order, *, reverse: bool = False) -> Iterator[int]:
        """The hits in an order, the first ones as soon as they are found."""
        return self.ordering(order).walked(hits, reverse=reverse)

    def window(self, hits: Positions, order: Order, start: int, stop: int, *, reverse: bool = False) -> list[int]:
        """The positions `start` up to `stop` of the hits, in an order."""
        return self.ordering(order).window(hits, start, stop, reverse=reverse)

    def rank(self, hits: Positions, order: Order, position: int) -> int | None:
        """The place of a position among the hits in an order; None if it is not one of them."""
        return self.ordering(order).rank(hits, position)


class Walked(Protocol):
    """Gives the hits in an order, the first ones as soon as they are found."""

    def __call__(self, hits: Positions, *, reverse: bool = False) -> Iterator[int]:
        """The hits, the last one first if reversed."""


def nearer_end(
    sequence: Sequence[int], walked: Walked, hits: Positions, start: int, stop: int, *, reverse: bool = False
) -> list[int]:
    """The hits `start` up to `stop` in the order of a sequence that holds them all, walked from the nearer end."""
    start, stop = min(start, len(hits)), min(stop, len(hits))
    if len(hits) == len(sequence):
        ends = (len(hits) - stop, len(hits) - start) if reverse else (start, stop)
        return list(sequence[slice(*ends)])[:: -1 if reverse else 1]
    if start + stop > len(hits):
        mirrored = walked(hits, reverse=not reverse)
        return list(islice(mirrored, len(hits) - stop, len(hits) - start))[::-1]
    return list(islice(walked(hits, reverse=reverse), start, stop))


def in_arrival(size: int) -> Ordering:
    """The order in which articles came, which is that of their positions."""
    return Ordering(range(size), range(size))
