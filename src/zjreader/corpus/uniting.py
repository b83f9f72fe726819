"""A field's column out of those of the shards, in pieces: between two of them whoever waits can do something else.

All of it at once takes 130 ms where a hundred thousand articles have 25,000 authors.
"""

from collections.abc import Generator, Iterable, Iterator
from itertools import islice
from typing import TypeVar

from zjreader.corpus.positions import Positions

PIECE = 1024
"""Values of a piece, which is then done in some milliseconds."""

_Each = TypeVar("_Each")


def uniting(
    columns: Iterable[Iterable[tuple[str, list[int] | Positions]]],
) -> Generator[None, None, dict[str, Positions]]:
    """Yields after each piece and returns the values with all their articles, those without any left out."""
    few, many = dict[str, list[int]](), dict[str, list[Positions]]()
    for values in columns:
        for piece in _pieces(values):
            for value, held in piece:
                listed = few.setdefault(value, [])
                if isinstance(held, Positions):
                    many.setdefault(value, []).append(held)
                else:
                    listed += held
            yield
    united = dict[str, Positions]()
    for some in _pieces(few.items()):
        for value, listed in some:
            articles = Positions(listed)
            if value in many:
                articles = Positions.union((articles, *many[value]))
            if articles:
                united[value] = articles
        yield
    return united


def _pieces(values: Iterable[_Each]) -> Iterator[list[_Each]]:
    left = iter(values)
    while piece := list(islice(left, PIECE)):
        yield piece
