"""The corpus: every article in memory, as columns, orders and texts under one search key each.

Promises exact answers to substring questions and windows in any order. Built from records; knows nothing of marks,
which reach a search as sets, nor of where the records came from.
"""

from array import array
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Self

from zjreader.article import Record
from zjreader.corpus.columns import Column, Field, Order, columns, orders
from zjreader.corpus.positions import NONE, Positions
from zjreader.text.clean import Clean
from zjreader.text.fold import fold, squeeze

SHORTEST_PREFIX = 4
"""Digits of an id from which on it may stand for the whole."""

_FEW = 16


class Corpus:
    """Records by position; frozen once built."""

    def __init__(self, records: Sequence[Record]) -> None:
        """Positions are places in the sequence: the order of arrival."""
        self._records = tuple(records)
        self._keys = [search_key(record) for record in self._records]
        self._columns = columns(self._records)
        self._orders = orders(self._records)
        self._ranks: dict[Order, array[int]] = {}
        self._by_id = {identity: position for position, record in enumerate(self._records) for identity in record.ids}
        self.everything = Positions(range(len(self._records)))

    def __len__(self) -> int:
        """How many articles."""
        return len(self._records)

    def __getitem__(self, position: int) -> Record:
        """The record at a position."""
        return self._records[position]

    def column(self, field: Field) -> Column:
        """A field's values with their articles."""
        return self._columns[field]

    def holding(self, key: str, among: Positions) -> Positions:
        """Which of these articles hold a squeezed search key in title, summary or body."""
        return Positions(position for position in among if key in self._keys[position])

    def position(self, identity: str) -> int | None:
        """Where the article with this id stands; None where there is none."""
        return self._by_id.get(Clean(identity))

    def beginning(self, prefix: str) -> Positions:
        """The articles with an id that begins so; none for a prefix that is too short to name one."""
        if len(prefix) < SHORTEST_PREFIX:
            return NONE
        return Positions(position for identity, position in self._by_id.items() if identity.startswith(prefix))

    def bearing(self, identities: Iterable[str]) -> Positions:
        """The articles that bear any of these ids."""
        known = (self._by_id.get(Clean(identity)) for identity in identities)
        return Positions(position for position in known if position is not None)

    def window(self, hits: Positions, order: Order, start: int, stop: int, *, reverse: bool = False) -> list[int]:
        """The positions `start` up to `stop` of the hits, in an order."""
        if len(hits) * _FEW < len(self):
            ranks = self._ranked(order)
            return sorted(hits, key=ranks.__getitem__, reverse=reverse)[start:stop]
        ordered = self._orders[order]
        return _slice((p for p in (reversed(ordered) if reverse else ordered) if p in hits), start, stop)

    def rank(self, hits: Positions, order: Order, position: int) -> int | None:
        """The place of a position among the hits in an order; None if it is not one of them."""
        if position not in hits:
            return None
        ranks = self._ranked(order)
        own = ranks[position]
        return sum(ranks[hit] < own for hit in hits)

    def _ranked(self, order: Order) -> "array[int]":
        if order not in self._ranks:
            ranks = array("I", bytes(4 * len(self)))
            for rank, position in enumerate(self._orders[order]):
                ranks[position] = rank
            self._ranks[order] = ranks
        return self._ranks[order]

    @classmethod
    def empty(cls) -> Self:
        """A corpus without articles."""
        return cls(())


def search_key(record: Record) -> str:
    """Title, summary and body under one squeezed key; line ends keep a word from being found across two of them."""
    article = record.article
    return squeeze(fold("\n".join((article.title, article.summary or "", article.body))))


def _slice(positions: Iterable[int], start: int, stop: int) -> list[int]:
    return list(islice(positions, start, stop))
