"""The corpus: every article in memory, as columns, orders and texts under one search key each.

Promises exact answers to substring questions and windows in any order. Built from records; knows nothing of marks,
which reach a search as sets, nor of where the records came from.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Self

from zjreader.article import Headline, Record
from zjreader.corpus.collection import Candidates, Collection
from zjreader.corpus.columns import Column, Field, Order, columns, orders
from zjreader.corpus.entries import headline_of_record, text_of
from zjreader.corpus.ordering import Ordered, Ordering
from zjreader.corpus.positions import NONE, Positions
from zjreader.text.clean import Clean
from zjreader.text.fold import fold, squeeze

SHORTEST_PREFIX = 4
"""Digits of an id from which on it may stand for the whole."""


class Corpus(Ordered):
    """Records by position; frozen once built."""

    generation = 0

    def __init__(self, records: Sequence[Record]) -> None:
        """Positions are places in the sequence: the order of arrival."""
        self._records = tuple(records)
        self._keys = [search_key(record) for record in self._records]
        self._columns = columns(self._records)
        self._orders = orders(self._records)
        self._orderings: dict[Order, Ordering] = {}
        self._by_id = {identity: position for position, record in enumerate(self._records) for identity in record.ids}
        self.everything = Positions(range(len(self._records)))

    @cached_property
    def changed(self) -> Positions:
        """The articles with earlier versions."""
        return Positions(position for position, record in enumerate(self._records) if record.versions > 1)

    def since(self, before: Collection) -> Positions:
        """The articles that are others than at their positions in an earlier state."""
        if not isinstance(before, Corpus):
            return self.everything
        known = len(before)
        return Positions(at for at, record in enumerate(self._records) if at >= known or before[at] != record)

    def __len__(self) -> int:
        """How many articles."""
        return len(self._records)

    def __getitem__(self, position: int) -> Record:
        """The record at a position."""
        return self._records[position]

    def headline(self, position: int) -> Headline:
        """The row of the list for an article, without its state."""
        return headline_of_record(self._records[position], position)

    def outline(self, position: int) -> Record:
        """The record; here it costs nothing whole."""
        return self._records[position]

    def ids(self, position: int) -> tuple[Clean, ...]:
        """All ids of an article, the one shown first."""
        return self._records[position].ids

    def changed_at(self, position: int) -> int:
        """When an article's text became another one."""
        return self._records[position].changed_at

    def column(self, field: Field) -> Column:
        """A field's values with their articles."""
        return self._columns[field]

    def gathered(self, *_fields: Field) -> Iterator[None]:
        """Nothing is left to be done: all columns were made with the corpus."""
        return iter(())

    def candidates(self, key: str, among: Positions) -> Candidates:
        """All of these articles: nothing can be told here without looking at texts."""
        return Candidates(among, exact=not key)

    def holding(self, key: str, among: Positions) -> Positions:
        """Which of these articles hold a squeezed search key in title, summary or body."""
        return Positions(position for position in among if key in self._keys[position])

    def holds(self, key: str, position: int) -> bool:
        """Whether an article does."""
        return key in self._keys[position]

    def position(self, identity: str) -> int | None:
        """Where the article with this id stands; None where there is none."""
        return self._by_id.get(Clean(identity))

    def beginning(self, prefix: str) -> Positions:
        """The articles with an id that begins so; none for a prefix that is too short to name one."""
        if len(prefix) < SHORTEST_PREFIX:
            return NONE
        return Positions(position for identity, position in self._by_id.items() if identity.startswith(prefix))

    def bearers(self, identities: Iterable[Clean]) -> Iterator[tuple[Clean, int]]:
        """Those of these ids that articles bear, each with its article."""
        return ((identity, self._by_id[identity]) for identity in identities if identity in self._by_id)

    def ordering(self, order: Order) -> Ordering:
        """All of the articles in an order."""
        if order not in self._orderings:
            ranks = array("I", bytes(4 * len(self)))
            for rank, position in enumerate(self._orders[order]):
                ranks[position] = rank
            self._orderings[order] = Ordering(self._orders[order], ranks)
        return self._orderings[order]

    @classmethod
    def empty(cls) -> Self:
        """A corpus without articles."""
        return cls(())


def search_key(record: Record) -> str:
    """Title, summary and body under one squeezed key."""
    return squeeze(fold(text_of(record)))
