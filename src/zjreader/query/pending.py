"""What of a query only texts and records can tell, and how it is found out: whole, in an order, or in slices.

Whether any article bears a value, on which hangs how it is read, is decided before the first slice; what a slice then
tells of its articles stays true.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from zjreader.corpus.positions import NONE, Positions
from zjreader.query.bounds import Matching, bound
from zjreader.query.circumstances import Search
from zjreader.query.in_fields import deciding
from zjreader.query.slices import in_slices
from zjreader.query.tree import All, Any, Held, Not, Term, Word


class Pending(NamedTuple):
    """Words to be looked for, each with whether it must be found or must not, and other terms, the cheapest first."""

    search: Search
    matching: Matching
    words: tuple[tuple[Word, bool], ...] = ()
    rest: tuple[Term, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is left to be found out."""
        return bool(self.words or self.rest)

    def settled(self, hits: Positions) -> Positions:
        """Those of the hits for which everything is as it must be."""
        for word, wanted in self.words:
            held = self.search.corpus.holding(word.key, hits)
            hits = held if wanted else hits - held
        for term in self.rest:
            hits = self.matching(term, self.search, hits)
        return hits

    def only(self, ordered: Iterable[int]) -> Iterator[int]:
        """The same of articles in an order; no more of them are looked at than those that are taken, or a slice."""
        if not self.rest:
            return filter(self._has_its_words, ordered)
        slices = in_slices(ordered, lambda some: self.settled(Positions(some)).only(some))
        return (hit for hits in slices for hit in hits)

    def decided(self, clock: Callable[[], float]) -> Iterator[None]:
        """Find out, in slices, how all terms are read."""
        for term in self.rest:
            for leaf in _in_fields(term):
                yield from deciding(self.search, leaf, clock)

    def found(
        self, hits: Positions, ordered: Callable[[Positions], Iterable[int]], clock: Callable[[], float]
    ) -> Iterator[Positions]:
        """What is left of the hits, found out in slices, in an order: after each all that is known by then."""
        if not self:
            yield hits
            return
        yield from (NONE for _slice in self.decided(clock))
        known, left = NONE, bound(All(self.rest), self.search, hits, self.matching).positions
        for each in in_slices(ordered(left), lambda some: self.settled(Positions(some)), clock):
            known = known | each
            yield known

    def _has_its_words(self, position: int) -> bool:
        return all(self.search.corpus.holds(word.key, position) == wanted for word, wanted in self.words)


def _in_fields(term: Term) -> Iterator[Held]:
    match term:
        case All(terms) | Any(terms):
            for each in terms:
                yield from _in_fields(each)
        case Not(inner):
            yield from _in_fields(inner)
        case Held():
            yield term
        case _:
            pass
