"""What is chosen from all that matches, found out in slices: the first so many in an order, or the best.

Of the first no more is looked at than it takes to find them. The best are judged once all that matches is known, since
one of them may be found last; until then nothing is told.
"""

from collections.abc import Callable, Generator
from functools import partial
from typing import TypeVar

from zjreader.corpus.positions import NONE, Positions
from zjreader.query.circumstances import Search
from zjreader.query.orders import Orders
from zjreader.query.pending import Pending
from zjreader.query.rank import Steps, ranking
from zjreader.query.slices import SLICE

Choosing = Callable[[Positions, Callable[[], float]], Generator[Positions, None, tuple[int, ...]]]
"""Of possible hits gives those that are known to be chosen after each slice, and all in their order in the end."""

_Told = TypeVar("_Told")


def chosen(search: Search, pending: Pending) -> Choosing | None:
    """How a query chooses; None where all that matches is asked for."""
    if search.query.question:
        return partial(_best, search, pending)
    return None if search.query.most is None else partial(_first, search, pending, search.query.most)


def _first(
    search: Search, pending: Pending, most: int, hits: Positions, clock: Callable[[], float]
) -> Generator[Positions, None, tuple[int, ...]]:
    orders, order, known = Orders(search.corpus, search.states), search.query.order, NONE
    for known in pending.found(hits, partial(orders.ordered, order=order), clock):
        if len(known) >= most:
            break
        yield known
    return tuple(orders.window(known, order, 0, most))


def _best(
    search: Search, pending: Pending, hits: Positions, clock: Callable[[], float]
) -> Generator[Positions, None, tuple[int, ...]]:
    matching, newest_first = NONE, partial(search.corpus.ordered, order="published")
    for known in pending.found(hits, newest_first, clock):
        matching = known
        if pending:
            yield NONE
    most = len(matching) if search.query.most is None else search.query.most
    steps = ranking(search.query.question, matching, search.corpus, search.here.segments, most)
    return (yield from _resting(steps, clock))


def _resting(steps: Steps[_Told], clock: Callable[[], float]) -> Generator[Positions, None, _Told]:
    """Work in small steps, resting whenever they took a slice; nothing is known before the end."""
    began = clock()
    while True:
        try:
            next(steps)
        except StopIteration as over:
            return over.value  # type: ignore[no-any-return]  # what a generator tells in the end
        if clock() - began >= SLICE:
            yield NONE
            began = clock()
