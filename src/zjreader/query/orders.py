"""Every order that can be asked for: the corpus' own, and that in which articles were read.

By reading, those that are read stand newest first, by the time at which they were; the others follow by date.
"""

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from zjreader.corpus.collection import Collection
from zjreader.corpus.columns import Order
from zjreader.corpus.positions import Positions
from zjreader.query.circumstances import States
from zjreader.query.fields import Sort

LATELY = 500
"""How many articles can be looked back on as lately read."""


class Orders(NamedTuple):
    """Articles and their states. What was to be judged, `relevance`, stands by date where nobody has judged it."""

    corpus: Collection
    states: States

    @property
    def lately(self) -> tuple[int, ...]:
        """The articles that were read last, newest first; at most `LATELY`."""
        return tuple(self.states.reads.sequence[:LATELY])

    def ordered(self, hits: Positions, order: Sort, *, reverse: bool = False) -> Iterator[int]:
        """The hits in an order, the first ones as soon as they are found."""
        if order != "read":
            return self.corpus.ordered(hits, _kept(order), reverse=reverse)
        read, others = self._parted(hits)
        halves = (
            self.states.reads.walked(read, reverse=reverse),
            self.corpus.ordered(others, "published", reverse=reverse),
        )
        return chain(*(reversed(halves) if reverse else halves))

    def window(self, hits: Positions, order: Sort, start: int, stop: int, *, reverse: bool = False) -> list[int]:
        """The hits `start` up to `stop` in an order."""
        if order != "read":
            return self.corpus.window(hits, _kept(order), start, stop, reverse=reverse)
        read, others = self._parted(hits)
        first = len(others) if reverse else len(read)
        ahead, behind = (min(start, first), min(stop, first)), (max(0, start - first), max(0, stop - first))
        of_read, of_others = (behind, ahead) if reverse else (ahead, behind)
        halves = (
            self.states.reads.window(read, *of_read, reverse=reverse),
            self.corpus.window(others, "published", *of_others, reverse=reverse),
        )
        return list(chain(*(reversed(halves) if reverse else halves)))

    def rank(self, hits: Positions, order: Sort, position: int) -> int | None:
        """The place of an article among the hits in an order; None if it is not one of them."""
        if order != "read":
            return self.corpus.rank(hits, _kept(order), position)
        read, others = self._parted(hits)
        if position in read:
            return self.states.reads.rank(read, position)
        place = self.corpus.rank(others, "published", position)
        return None if place is None else len(read) + place

    def _parted(self, hits: Positions) -> tuple[Positions, Positions]:
        return hits & self.states.read, hits - self.states.read


def _kept(order: Sort) -> Order:
    return "published" if order == "relevance" or order == "read" else order  # noqa: PLR1714 -- mypy reads this one
