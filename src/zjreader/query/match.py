"""Query × corpus × states -> the set of articles that match, exactly.

Sets come first, then what postings tell of the words, and texts are looked at last, only among what is left, and only
when somebody asks for what they alone can tell: the first rows of a list take a few of them, the whole set all.
"""

from collections.abc import Iterator
from typing import NamedTuple

from zjreader.corpus.collection import Collection
from zjreader.corpus.columns import Order
from zjreader.corpus.positions import NONE, Positions
from zjreader.query.language import Is, Not, Query, Term, Word
from zjreader.text.clean import Clean


class States(NamedTuple):
    """Which articles are in which state, as sets; what the reader did to them, without saying when.

    `labels` has each label that any article bears, with those that do, by name.
    """

    read: Positions = NONE
    starred: Positions = NONE
    changed: Positions = NONE
    labels: tuple[tuple[Clean, Positions], ...] = ()


class _Pending(NamedTuple):
    """Words that are still to be looked for in the texts, each with whether it must be found or must not."""

    corpus: Collection
    words: tuple[tuple[Word, bool], ...]

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
    """What a query hit in one generation of the corpus: a set, without order and text.

    A screen that has moved on to another query or generation drops it. It stands for one answer however it is asked;
    `settled` says whether the whole set is known already, or found out when `hits` are first asked for.
    """

    __slots__ = ("_hits", "_pending", "generation", "query")

    def __init__(self, query: Query, generation: int, hits: Positions, pending: _Pending | None = None) -> None:
        """`hits` are exact, but for what is `pending`."""
        self.query = query
        self.generation = generation
        self._hits = hits
        self._pending = pending

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
        return Results(self.query, self.generation, self.hits & hits)

    def ordered(self, corpus: Collection, order: Order, *, reverse: bool = False) -> Iterator[int]:
        """The hits in an order; of the texts no more are looked at than those of the hits that are taken."""
        possible = corpus.ordered(self._hits, order, reverse=reverse)
        return filter(self._pending.holds, possible) if self._pending else possible


def search(query: Query, corpus: Collection, states: States) -> Results:
    """The articles for which every term of the query holds, as far as sets tell; the rest is settled when asked for."""
    hits, pending = corpus.everything, []
    for term in query.terms:
        inner, wanted = _plain(term)
        if isinstance(inner, Is):
            found, exact = hits & _in_state(inner.state, corpus, states), True
        else:
            found, exact = corpus.candidates(inner.key, hits)
        if isinstance(inner, Word) and not exact:
            pending.append((inner, wanted))
        if wanted:
            hits = found
        elif exact:
            hits = hits - found
    return Results(query, corpus.generation, hits, _Pending(corpus, tuple(pending)) if pending else None)


def match(query: Query, corpus: Collection, states: States) -> Positions:
    """The articles for which every term of the query holds."""
    return search(query, corpus, states).hits


def _plain(term: Term) -> tuple[Word | Is, bool]:
    """What a term is about, and whether it must hold."""
    wanted = True
    while isinstance(term, Not):
        term, wanted = term.term, not wanted
    return term, wanted


def _in_state(state: str, corpus: Collection, states: States) -> Positions:
    if state in {"full", "teaser"}:
        return corpus.column("kind").having(state)
    if state == "unread":
        return corpus.everything - states.read
    return {"read": states.read, "starred": states.starred, "changed": states.changed}[state]
