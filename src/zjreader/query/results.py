"""What a query hit: a set that need not be known whole before its first rows are shown.

Sets and postings have narrowed it as far as they tell; texts are looked at only for what somebody asks for: the first
rows of a list take a few of them, the whole set all.
"""

from collections.abc import Iterator
from typing import NamedTuple

from zjreader.corpus.collection import Collection
from zjreader.corpus.positions import Positions
from zjreader.query.fields import Sort
from zjreader.query.language import Query
from zjreader.query.tree import Word


class Pending(NamedTuple):
    """Words that are still to be looked for in the texts, each with whether it must be found or must not."""

    corpus: Collection
    words: tuple[tuple[Word, bool], ...] = ()

    def settled(self, hits: Positions) -> Positions:
        """Those of the hits for which all words are as they must be."""
        for word, wanted in self.words:
            held = self.corpus.holding(word.key, hits)
            hits = held if wanted else hits - held
        return hits

    def holds(self, position: int) -> bool:
        """Whether all words are as they must be in one article."""
        return all(self.corpus.holds(word.key, position) == wanted for word, wanted in self.words)


class Results:
    """What a query hit in one generation of the corpus: a set, without order and text; `said` are sentences about it.

    A screen that has moved on to another query or generation drops it. It stands for one answer however it is asked;
    `settled` says whether the whole set is known already, or found out when `hits` are first asked for.
    """

    __slots__ = ("_hits", "_pending", "best", "generation", "query", "said")

    def __init__(
        self,
        query: Query,
        generation: int,
        hits: Positions,
        pending: Pending | None = None,
        *,
        said: tuple[str, ...] = (),
        best: tuple[int, ...] | None = None,
    ) -> None:
        """`hits` are exact, but for what is `pending`; `best` has them all, best first, where that was asked for."""
        self.query = query
        self.generation = generation
        self.said = said
        self.best = best
        self._hits = hits
        self._pending = pending if pending and pending.words else None

    @property
    def settled(self) -> bool:
        """Whether `hits` costs nothing."""
        return self._pending is None

    @property
    def hits(self) -> Positions:
        """Every article that matches."""
        if self._pending:
            self._hits, self._pending = self._pending.settled(self._hits), None
        return self._hits

    @property
    def possible(self) -> Positions:
        """The hits, and, while this is not settled, perhaps some others: for a count that is shown at once."""
        return self._hits

    def among(self, hits: Positions) -> "Results":
        """The same query's results, of which only these are left."""
        left = self.hits & hits
        best = None if self.best is None else tuple(left.only(self.best))
        return Results(self.query, self.generation, left, said=self.said, best=best)

    def arranged(self, best: tuple[int, ...]) -> "Results":
        """The same query's results, of which only these are left, in this order."""
        return Results(self.query, self.generation, Positions(best), said=self.said, best=best)

    def ordered(self, corpus: Collection, order: Sort, *, reverse: bool = False) -> Iterator[int]:
        """The hits in an order; of the texts no more are looked at than those of the hits that are taken.

        By relevance they are as they were found best; where nothing was asked for that could be, by date.
        """
        if order == "relevance":
            if self.best is not None:
                return iter(self.best[::-1] if reverse else self.best)
            order = "published"
        possible = corpus.ordered(self._hits, order, reverse=reverse)
        return filter(self._pending.holds, possible) if self._pending else possible
