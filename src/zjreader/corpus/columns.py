"""Columns of the corpus: for each field its values, each with the set of articles that bear it; and the orders.

A column answers "which articles" and "how many of these" by set algebra; an order is an array of positions, made once
and applied only to the window that is asked for.
"""

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Literal, NamedTuple, get_args

from zjreader.article import Record
from zjreader.corpus.positions import NONE, Positions

Field = Literal["section", "publisher", "place", "author", "editor", "kind", "day", "month", "year"]
FIELDS: tuple[Field, ...] = get_args(Field)
Order = Literal["published", "title", "publisher", "added", "none"]


class Sortable(NamedTuple):
    """What the orders know of a record."""

    standing: int
    title: str
    publisher: str
    added: str


class Column(NamedTuple):
    """One field's values, each with its articles; values in the order in which they first came."""

    values: dict[str, Positions]

    def having(self, value: str) -> Positions:
        """The articles that bear this value; none for a value that nothing bears."""
        return self.values.get(value, NONE)

    def counts(self, among: Positions) -> dict[str, int]:
        """How many of these articles bear each value, the commonest first, without the values that none bears."""
        counted = {value: held.shares(among) for value, held in self.values.items()}
        return dict(sorted(((v, n) for v, n in counted.items() if n), key=lambda pair: -pair[1]))


def columns(records: Sequence[Record]) -> dict[Field, Column]:
    """Every column over these records, whose positions are their places in the sequence."""
    return {
        field: Column({value: Positions(held) for value, held in valued(field, records).items()})
        for field in get_args(Field)
    }


def valued(field: Field, records: Iterable[Record]) -> dict[str, list[int]]:
    """A field's values in the order in which they first come, each with the places of the records that bear it."""
    values, held = _VALUES[field], defaultdict[str, list[int]](list)
    for place, record in enumerate(records):
        for value in values(record):
            if value:
                bearers = held[value]
                if not bearers or bearers[-1] != place:
                    bearers.append(place)
    return dict(held)


def sortable(record: Record) -> Sortable:
    """What the orders know of it."""
    return Sortable(record.standing, record.article.title, record.article.publisher or "", record.added)


def orders(records: Sequence[Record]) -> dict[Order, "array[int]"]:
    """Every order as an array of positions: newest first, by title, by publisher, as added, as read."""
    return {order: array("I", _sorted(records, order)) for order in SORTED_BY}


def _sorted(records: Sequence[Record], order: Order) -> list[int]:
    sorted_by = SORTED_BY[order]
    return sorted(range(len(records)), key=lambda at: (*sorted_by(sortable(records[at])), at))


def _day(record: Record) -> str | None:
    moment = record.article.published
    return moment.day if moment else None


def _month(record: Record) -> str | None:
    moment = record.article.published
    return (moment.day or moment.text)[:7] if moment and moment.precision != "year" else None


def _year(record: Record) -> str | None:
    moment = record.article.published
    return (moment.day or moment.text)[:4] if moment else None


_VALUES: dict[Field, Callable[[Record], Iterable[str | None]]] = {
    "section": lambda record: (record.article.section or "").split(";"),
    "publisher": lambda record: [record.article.publisher],
    "place": lambda record: [record.article.place],
    "author": lambda record: record.article.authors + record.article.correspondents,
    "editor": lambda record: [record.article.editor],
    "kind": lambda record: [record.article.kind],
    "day": lambda record: [_day(record)],
    "month": lambda record: [_month(record)],
    "year": lambda record: [_year(record)],
}
SORTED_BY: dict[Order, Callable[[Sortable], tuple[object, ...]]] = {
    "published": lambda one: (-one.standing,),
    "title": lambda one: (one.title,),
    "publisher": lambda one: (one.publisher, -one.standing),
    "added": lambda one: (one.added,),
    "none": lambda _: (),
}
"""What an article is sorted by in each order; where this is equal, the one that came first stands first."""
