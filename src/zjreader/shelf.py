"""What intake remembers of the articles it has met, behind one door: in memory here, in the library elsewhere.

Positions are the order of arrival. What was joined into another keeps its position, and is found at the other's.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Protocol

from zjreader.article import Record
from zjreader.merging import joined
from zjreader.text.clean import Clean


class Shelf(Protocol):
    """The records that came in, found by their signs (`signs`)."""

    def find(self, signs: Iterable[int]) -> Mapping[int, Sequence[int]]:
        """By sign, the positions of those known by it, in the order of arrival, each once; nothing for the others."""

    def record(self, position: int) -> Record:
        """What stands at a position."""

    def append(self, record: Record, source: Clean, /) -> int:
        """The position of a new record, which this source brought."""

    def replace(self, position: int, record: Record) -> None:
        """Let another record stand there; one with more versions makes the one before an earlier version."""

    def seen_in(self, position: int, source: Clean, /) -> None:
        """What stands there was seen in this source, too."""

    def take_into(self, position: int, other: int) -> None:
        """Let what stands at `position` be found at `other` from now on."""

    def keep_part(self, position: int, record: Record, source: Clean, /) -> None:
        """What stands there was joined from this record, too: whoever keeps it can part them again."""

    def remember(self, position: int, signs: Iterable[int]) -> None:
        """Let what stands there be found by these signs, too."""

    def shared(self, source: Clean) -> AbstractSet[str]:
        """The canonical links that articles of different titles bear in this source: they identify none."""

    def share(self, source: Clean, links: AbstractSet[str]) -> None:
        """Keep that these links are shared in this source, for ever."""


def unite(shelf: Shelf, kept: int, pointing: int) -> None:
    """Let two articles that stand by themselves be one from now on, where the first stands, with the text of `kept`."""
    first, second = sorted((kept, pointing))
    record = joined(shelf.record(kept), shelf.record(pointing), shelf.record(first))
    shelf.take_into(second, first)
    shelf.replace(first, record)


class BareShelf:
    """A shelf in memory, for what is read and not kept."""

    def __init__(self) -> None:
        self._records: list[Record] = []
        self._moved: dict[int, int] = {}
        self._signs: dict[int, list[int]] = {}
        self._shared: dict[Clean, set[str]] = {}

    def __iter__(self) -> Iterator[Record]:
        """What stands, in the order of arrival."""
        return (record for position, record in enumerate(self._records) if position not in self._moved)

    def find(self, signs: Iterable[int]) -> Mapping[int, Sequence[int]]:
        """By sign, the positions of those known by it."""
        met = {sign: self._signs[sign] for sign in signs if sign in self._signs}
        return {sign: sorted(set(map(self._place, positions))) for sign, positions in met.items()}

    def record(self, position: int) -> Record:
        """What stands at a position."""
        return self._records[position]

    def append(self, record: Record, _source: Clean) -> int:
        """The position of a new record."""
        self._records.append(record)
        return len(self._records) - 1

    def replace(self, position: int, record: Record) -> None:
        """Let another record stand there; earlier versions are not kept."""
        self._records[position] = record

    def seen_in(self, position: int, _source: Clean) -> None:
        """Nobody asks a shelf in memory for the sources of an article."""

    def take_into(self, position: int, other: int) -> None:
        """Let what stands at `position` be found at `other` from now on."""
        self._moved[position] = other

    def keep_part(self, position: int, _record: Record, _source: Clean) -> None:
        """What is read anew each time needs no parting."""

    def remember(self, position: int, signs: Iterable[int]) -> None:
        """Let what stands there be found by these signs, too."""
        for sign in signs:
            if position not in (met := self._signs.setdefault(sign, [])):
                met.append(position)

    def shared(self, source: Clean) -> AbstractSet[str]:
        """The links that identify none in this source."""
        return self._shared.get(source, frozenset())

    def share(self, source: Clean, links: AbstractSet[str]) -> None:
        """Keep that these links are shared in this source."""
        self._shared.setdefault(source, set()).update(links)

    def _place(self, position: int) -> int:
        while position in self._moved:
            position = self._moved[position]
        return position
