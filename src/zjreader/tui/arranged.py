"""What is listed, in the order in which it is listed: one that can be asked for, or one that was found out."""

from typing import NamedTuple

from zjreader.corpus.positions import NONE, Positions
from zjreader.messages import later
from zjreader.query.fields import Sort
from zjreader.query.orders import Orders


class Arrangement(NamedTuple):
    """An order that can be chosen; `says` is the message that names it."""

    order: Sort
    says: str


ARRANGEMENTS = (
    Arrangement("published", later("by date")),
    Arrangement("title", later("by title")),
    Arrangement("publisher", later("by publisher")),
    Arrangement("read", later("by reading")),
)
"""The orders as one key goes through them."""


def next_arrangement(present: Arrangement) -> Arrangement:
    """The one after this, the first after the last."""
    return ARRANGEMENTS[(ARRANGEMENTS.index(present) + 1) % len(ARRANGEMENTS)]


class Arranged(NamedTuple):
    """Articles in an order of `orders`; `sequence`, where there is one, names them in one that nobody else can tell."""

    orders: Orders
    hits: Positions = NONE
    order: Sort = "published"
    sequence: tuple[int, ...] | None = None

    def window(self, start: int, stop: int) -> list[int]:
        """The articles in these rows."""
        if self.sequence is not None:
            return list(self.sequence[start:stop])
        return self.orders.window(self.hits, self.order, start, stop)

    def row(self, position: int) -> int | None:
        """The row in which an article stands; None where it is not listed."""
        if self.sequence is not None:
            return self.sequence.index(position) if position in self.hits else None
        return self.orders.rank(self.hits, self.order, position)

    def among(self, positions: Positions) -> "Arranged":
        """Those of them that are among these, in the same order."""
        kept = self.sequence and tuple(each for each in self.sequence if each in positions)
        return self._replace(hits=self.hits & positions, sequence=kept)

    def neighbour(self, position: int, step: int, wanted: Positions) -> int | None:
        """The next (1) or previous (-1) wanted article as one stands on a listed one; None past either end."""
        around = self.among(wanted | Positions((position,)))
        goal = (around.row(position) or 0) + step
        found = around.window(goal, goal + 1) if goal >= 0 else []
        return found[0] if found else None
