"""A wish to stop: whoever waits for the network hears of it, in whichever thread it was wished."""

from collections.abc import Callable


class Stop:
    """Wished once; whoever hears of it may be told twice."""

    def __init__(self) -> None:
        """Nothing is wished yet."""
        self.wished = False
        self._hearing: list[Callable[[], object]] = []

    def wish(self) -> None:
        """Let everybody who hears know."""
        self.wished = True
        for call in tuple(self._hearing):
            call()

    def hear(self, call: Callable[[], object]) -> None:
        """Call this when stopping is wished, at once where it is already."""
        self._hearing.append(call)
        if self.wished:
            call()
