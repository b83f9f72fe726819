"""The query language: text -> `Query`, a frozen value, or an error with its place.

Pasted headlines are queries: whatever is no operator where it stands is a sign of a word. A query prints back to a
canonical text that reads as the same query. Nothing is ignored silently: what was understood otherwise than it may have
been meant is said in notes.
"""

from collections.abc import Iterable
from typing import NamedTuple

from zjreader.query.canonical import printed
from zjreader.query.fields import SORTS, Sort
from zjreader.query.grammar import NamedView, Note, read_sentence
from zjreader.query.tree import About, Term, Word, has_view, leaves
from zjreader.text.clean import clean_line
from zjreader.text.fold import fold, squeeze

MOST_BEST = 200
"""How many articles answer a loose question, unless a limit is given (CONTRACT §3)."""


class Query(NamedTuple):
    """What the reader asks: terms that must all hold. Without terms it asks for everything.

    `sort` and `limit` are asked for in the query itself; without `folded`, texts are compared as they are written.
    """

    terms: tuple[Term, ...] = ()
    sort: Sort | None = None
    limit: int | None = None
    folded: bool = True

    @classmethod
    def parse(cls, text: str) -> "Query":
        """Read a query; raises QueryError with the place of what cannot be read."""
        return read_query(text).query

    @classmethod
    def literal(cls, words: Iterable[str]) -> "Query":
        """The query for these texts, each taken as it stands."""
        cleaned = [clean_line(word) for word in words]
        return cls(tuple(Word(word) for word in cleaned if squeeze(fold(word)).strip()))

    def __eq__(self, other: object) -> bool:
        """Whether both ask the same; as mere tuples =词 and 词, or -(a b) and -(a OR b), would be equal."""
        return isinstance(other, Query) and repr(self) == repr(other)

    def __ne__(self, other: object) -> bool:
        """Whether they do not."""
        return not self == other

    def __hash__(self) -> int:
        """By what is asked."""
        return hash(repr(self))

    def __str__(self) -> str:
        """The canonical text."""
        return " ".join(filter(None, (printed(self.terms), *self._options())))

    def both(self, other: "Query") -> "Query":
        """What holds for this query and for the other, whose order and number win."""
        limit = self.limit if other.limit is None else other.limit
        return Query(self.terms + other.terms, other.sort or self.sort, limit, self.folded and other.folded)

    @property
    def order(self) -> Sort:
        """The order that is asked for: a loose question asks for the best first."""
        return self.sort or ("relevance" if self._loose else "published")

    @property
    def most(self) -> int | None:
        """How many articles are asked for at most; None for all."""
        return MOST_BEST if self.limit is None and self._loose else self.limit

    @property
    def question(self) -> str:
        """What the best answers are judged by, where such are asked for: loose questions, words where there is none."""
        asked = self._loose or (self.words if self.order == "relevance" else ())
        return " ".join(leaf.text for leaf in asked)

    @property
    def _loose(self) -> tuple[About, ...]:
        return tuple(term for term in self.terms if isinstance(term, About))

    @property
    def words(self) -> tuple[Word, ...]:
        """The words that a hit may hold anywhere."""
        return tuple(leaf for leaf in leaves(self.terms) if isinstance(leaf, Word))

    @property
    def asks_view(self) -> bool:
        """Whether a saved query is asked for."""
        return any(map(has_view, self.terms))

    def _options(self) -> Iterable[str]:
        if self.sort:
            yield f"sort:{self.sort}"
        if self.limit is not None:
            yield f"limit:{self.limit}"
        if not self.folded:
            yield "fold:off"


class Parsed(NamedTuple):
    """A query as it was read, what is to be said of that, and where it asks for saved queries."""

    query: Query
    notes: tuple[Note, ...] = ()
    views: tuple[NamedView, ...] = ()

    def both(self, other: "Parsed") -> "Parsed":
        """What holds for both, and what is to be said of both."""
        return Parsed(self.query.both(other.query), self.notes + other.notes, self.views + other.views)


def read_query(text: str) -> Parsed:
    """Read a query; the places of notes and views are in its one-line form. Raises QueryError."""
    sentence = read_sentence(clean_line(text))
    asked = {option.name: option.value for option in sentence.options}
    limit = int(asked["limit"]) if "limit" in asked else None
    sort = next((each for each in SORTS if each == asked.get("sort")), None)
    query = Query(sentence.terms, sort, limit, folded=asked.get("fold") != "off")
    return Parsed(query, sentence.notes, sentence.views)
