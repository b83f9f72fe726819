"""Work on many articles, cut into slices of about one length in time, so that whoever waits can do something between.

A slice begins small and grows or shrinks by what the one before it took.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from time import monotonic
from typing import TypeVar

SLICE = 0.01
"""Seconds that a slice shall take: what a frame of the screen can spare."""

FIRST = 16
"""Articles of the first slice."""

_GROWTH = 2
_MOST = 65_536
_Told = TypeVar("_Told")


def in_slices(
    positions: Iterable[int], work: Callable[[tuple[int, ...]], _Told], clock: Callable[[], float] = monotonic
) -> Iterator[_Told]:
    """What the work tells of each slice of the positions, one slice after another; `clock` gives seconds."""
    left, size = iter(positions), FIRST
    while some := tuple(islice(left, size)):
        began = clock()
        told = work(some)
        took = max(clock() - began, SLICE / _GROWTH)
        size = max(1, min(_MOST, int(size * SLICE / took)))
        yield told
