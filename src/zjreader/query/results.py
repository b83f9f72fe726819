"""What a query hit: a set that need not be known whole before its first rows are shown.

Sets and postings have narrowed it as far as they tell; texts are looked at only for what somebody asks for: the first
rows of a list take a few of them, the whole set all, in one step or in slices with time between them.
"""

from collections.abc import Callable, Generator, Iterator
from functools import partial
from time import monotonic

from zjreader.corpus.positions import NONE, Positions
from zjreader.query.choosing import Choosing
from zjreader.query.fields import Sort
from zjreader.query.language import Query
from zjreader.query.orders import Orders
from zjreader.query.pending import Pending


class Results:
    """What a query hit in one generation of the corpus: a set, without order and text.

    A screen that has moved on to another query or generation drops it. It stands for one answer however it is asked;
    `settled` says whether the whole set is known already, or found out when `hits` are first asked for.
    """

    __slots__ = ("_besides", "_best", "_choosing", "_hits", "_pending", "_said", "generation", "query")

    def __init__(
        self,
        query: Query,
        generation: int,
        hits: Positions,
        pending: Pending | None = None,
        *,
        said: Callable[[], tuple[str, ...]] = tuple,
        best: tuple[int, ...] | None = None,
        choosing: Choosing | None = None,
    ) -> None:
        """`hits` are exact, but for what is `pending` and, where not all are asked for, has to be chosen from them.

        `best` has them all, best first, where that was asked for and is known. `said` gives the sentences about the
        answer, which may become more until it is settled.
        """
        self.query = query
        self.generation = generation
        self._said = said
        self._best = best
        self._hits = hits
        self._pending = pending or None
        self._choosing = choosing
        self._besides = NONE

    @property
    def settled(self) -> bool:
        """Whether `hits` costs nothing."""
        return not (self._pending or self._choosing)

    @property
    def told(self) -> bool:
        """Whether `said` is all that is to be said of the answer."""
        return self._pending is None or not self._pending.rest

    @property
    def said(self) -> tuple[str, ...]:
        """Sentences about what was answered otherwise than asked, as far as they are known."""
        return self._said()

    @property
    def hits(self) -> Positions:
        """Every article that matches, or that is chosen from those."""
        self._choose()
        if self._pending:
            self._hits, self._pending = self._pending.settled(self._hits), None
        return self._hits

    @property
    def best(self) -> tuple[int, ...] | None:
        """The hits, best first; None where nothing was asked that they could be judged by."""
        self._choose()
        return self._best

    @property
    def possible(self) -> Positions:
        """The hits, and, while this is not settled, perhaps some others: for a count that is shown at once."""
        return self._hits

    def among(self, hits: Positions) -> "Results":
        """The same query's results, of which only these are left."""
        left = self.hits & hits
        best = None if self.best is None else tuple(left.only(self.best))
        return Results(self.query, self.generation, left, said=self._said, best=best)

    def along_with(self, hits: Positions) -> "Results":
        """The same query's results and, besides, these, which were among them a while ago."""
        along = Results(self.query, self.generation, self._hits, self._pending, said=self._said, best=self._best)
        along._choosing, along._besides = self._choosing, hits
        if not self._choosing:
            along._hits = self._hits | hits
        return along

    def ordered(self, orders: Orders, order: Sort, *, reverse: bool = False) -> Iterator[int]:
        """The hits in an order; of the texts no more are looked at than those of the hits that are taken.

        By relevance they are as they were found best; where nothing was asked for that could be, by date.
        """
        self._choose()
        if order == "relevance" and self.best is not None:
            return iter(self.best[::-1] if reverse else self.best)
        possible = orders.ordered(self._hits, order, reverse=reverse)
        return self._pending.only(possible) if self._pending else possible

    def slices(
        self, orders: Orders, order: Sort, *, reverse: bool = False, clock: Callable[[], float] = monotonic
    ) -> Generator[Positions]:
        """Find the hits out in slices of a frame's length: after each those known so far, the first in the order first.

        Those that are chosen by another order are found in that one. After the last slice this is settled; nothing is
        given where it is already. `clock` gives seconds.
        """
        if self._choosing:
            yield from self._chosen(self._choosing, clock)
        elif self._pending:
            known = NONE
            for known in self._pending.found(self._hits, partial(orders.ordered, order=order, reverse=reverse), clock):
                yield known
            self._hits, self._pending = known, None

    def _choose(self) -> None:
        if self._choosing:
            for _slice in self._chosen(self._choosing, monotonic):
                pass

    def _chosen(self, choosing: Choosing, clock: Callable[[], float]) -> Generator[Positions]:
        chosen = yield from choosing(self._hits, clock)
        self._hits, self._pending, self._choosing = Positions(chosen) | self._besides, None, None
        if self.query.question:
            self._best = chosen
