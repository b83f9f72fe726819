"""Articles by the time at which something was done to them: an order that no column has, because it changes.

Promises the newest first, those of one moment as they arrived. It is kept by position, so that one article more or less
costs the copying of two arrays (some milliseconds for a million), and not a look at all the others.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from zjreader.corpus.ordering import STEPS, nearer_end
from zjreader.corpus.positions import Positions

NEVER = -1
"""Stands in the place of a time."""

Packed = bytes | memoryview

_FEW = 512
"""So many articles are put in their places one by one; of more, all are sorted."""


class Timed(NamedTuple):
    """`times` in Unix milliseconds by position, up to the last that has one; `sequence` has those that do, in order.

    Both are arrays, or mapped ones.
    """

    times: Sequence[int]
    sequence: Sequence[int]

    @classmethod
    def of(cls, times: Mapping[int, int]) -> "Timed":
        """These articles with these times."""
        by_position = array("q", [NEVER]) * (max(times, default=-1) + 1)
        for position, time in times.items():
            by_position[position] = time
        return cls(by_position, array("I", sorted(sorted(times), key=by_position.__getitem__, reverse=True)))

    @classmethod
    def from_bytes(cls, times: Packed, sequence: Packed) -> "Timed":
        """What `to_bytes` packed on this machine; raises TypeError for what is not of that form."""
        return cls(memoryview(times).cast("q"), memoryview(sequence).cast("I"))

    def to_bytes(self) -> tuple[bytes, bytes]:
        """Times and sequence, as this machine has numbers."""
        return _copied("q", self.times).tobytes(), _copied("I", self.sequence).tobytes()

    def at(self, position: int) -> int | None:
        """When it was done to an article; None where it was not."""
        time = self.times[position] if position < len(self.times) else NEVER
        return None if time == NEVER else time

    def within(self, first: int, last: int) -> Positions:
        """The articles with a time from the first to the last."""
        start = bisect_left(self.sequence, -last, key=lambda position: -self.times[position])
        stop = bisect_right(self.sequence, -first, key=lambda position: -self.times[position])
        return Positions(self.sequence[start:stop])

    def brought_up(self, touched: Mapping[int, int | None]) -> "Timed":
        """The same with other times for these articles, None for those that have none any more."""
        others = {position: time for position, time in touched.items() if self.at(position) != time}
        if len(others) > _FEW:
            times = ((position, others.get(position, self.at(position))) for position in {*self.sequence, *others})
            return Timed.of({position: time for position, time in times if time is not None})
        if not others:
            return self
        made = Timed(_copied("q", self.times), _copied("I", self.sequence))
        for position, time in others.items():
            made._put(position, time)
        return made

    def walked(self, hits: Positions, *, reverse: bool = False) -> Iterator[int]:
        """Those of the hits that have a time, in this order; all of them must have one."""
        steps, size = STEPS * len(hits), len(self.sequence)
        yield from hits.only(islice(reversed(self.sequence) if reverse else self.sequence, steps))
        if steps < size:
            passed = Positions(self.sequence[size - steps :] if reverse else self.sequence[:steps])
            left = sorted(hits - passed, key=self.times.__getitem__, reverse=True)
            yield from reversed(left) if reverse else left

    def window(self, hits: Positions, start: int, stop: int, *, reverse: bool = False) -> list[int]:
        """The hits `start` up to `stop` in this order."""
        return nearer_end(self.sequence, self.walked, hits, start, stop, reverse=reverse)

    def rank(self, hits: Positions, position: int) -> int:
        """The place of one of the hits among them."""
        return sum(1 for _hit in hits.only(islice(self.sequence, self._place(position))))

    def _place(self, position: int) -> int:
        return bisect_left(self.sequence, self._key(position), key=self._key)

    def _key(self, position: int) -> tuple[int, int]:
        return -self.times[position], position

    def _put(self, position: int, time: int | None) -> None:
        """Give an article another time, in arrays that nobody has seen yet."""
        times, sequence = self.times, self.sequence
        assert isinstance(times, array) and isinstance(sequence, array)  # noqa: PT018 -- one fact
        if self.at(position) is not None:
            del sequence[self._place(position)]
        times.extend([NEVER] * (position + 1 - len(times)))
        times[position] = NEVER if time is None else time
        if time is not None:
            sequence.insert(self._place(position), position)
        while times and times[-1] == NEVER:
            times.pop()


def _copied(form: str, numbers: Sequence[int]) -> "array[int]":
    made = array(form)
    made.frombytes(memoryview(numbers).cast("B"))  # type: ignore[arg-type]  # an array or a view of one
    return made


NOTHING_TIMED = Timed.of({})
