"""An answer that is still being found out: its first hits are shown while texts are looked at for the others."""

from collections.abc import Callable
from time import monotonic

from zjreader.corpus.positions import NONE, Positions
from zjreader.query.fields import Sort
from zjreader.query.orders import Orders
from zjreader.query.results import Results


class Answer:
    """What is known of some results, the first hits in an order first; used up by whoever shows it."""

    def __init__(self, results: Results, orders: Orders, order: Sort) -> None:
        """Looks at nothing yet."""
        self._results = results
        self._slices = results.slices(orders, order)
        self.known = results if results.settled else self._so_far(NONE)

    @property
    def whole(self) -> bool:
        """Whether `known` is all."""
        return self.known is self._results

    def go_on(self, enough: int, seconds: float, clock: Callable[[], float] = monotonic) -> None:
        """Look further until as many hits are known, or the time is up, or nothing is left to be looked at."""
        until = clock() + seconds
        while not self.whole:
            hits = next(self._slices, None)
            self.known = self._results if hits is None else self._so_far(hits)
            if len(self.known.hits) >= enough or clock() >= until:
                return

    def finish(self) -> None:
        """Look at all that is left at once."""
        self._slices.close()
        self._results.hits  # noqa: B018 -- settles them
        self.known = self._results

    def _so_far(self, hits: Positions) -> Results:
        return Results(self._results.query, self._results.generation, hits, said=lambda: self._results.said)
