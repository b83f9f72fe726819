"""The orders over all articles of an image: sorted whole at first, and what is new put in its place afterwards.

An order ends where the next generation begins from, so adding ten articles to a million looks at some twenty others
for each of the ten and reads no more.
"""

from collections.abc import Callable, Sequence
from itertools import chain
from typing import Any, get_args

import numpy as np
from numpy.typing import NDArray

from zjreader.corpus.columns import SORTED_BY, Order, Sortable

Places = NDArray[np.uint32]

KEPT: tuple[Order, ...] = tuple(order for order in get_args(Order) if order != "none")
"""The orders that lie in a file; that of arrival is the order of the positions."""


def with_added(ordered: Places, added: Sequence[int], order: Order, told: Callable[[int], Sortable]) -> Places:
    """An order with more articles in it; `told` gives what any of them is sorted by."""
    sorted_by = SORTED_BY[order]

    def key(position: int) -> tuple[Any, ...]:
        return (*sorted_by(told(position)), position)

    if len(added) * len(ordered).bit_length() >= len(ordered):
        arrived = sorted(chain(ordered.tolist(), added))
        return np.array(sorted(arrived, key=lambda position: sorted_by(told(position))), np.uint32)
    new = sorted(added, key=key)
    return np.insert(ordered, [_place(ordered, key(position), key) for position in new], new)


def ranks(ordered: Places, size: int) -> Places:
    """For each of so many positions its place in the order; 0 for those that have none there."""
    placed = np.zeros(size, np.uint32)
    placed[ordered] = np.arange(len(ordered), dtype=np.uint32)
    return placed


def _place(ordered: Places, wanted: tuple[Any, ...], key: Callable[[int], tuple[Any, ...]]) -> int:
    low, high = 0, len(ordered)
    while low < high:
        middle = (low + high) // 2
        if key(int(ordered[middle])) < wanted:
            low = middle + 1
        else:
            high = middle
    return low
