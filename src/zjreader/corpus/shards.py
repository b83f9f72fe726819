"""All shards of a generation: those in which articles arrived, and the overlays with what has replaced some of them.

One overlay a block is enough: a small one costs little to write again, and a large one becomes part of its block.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, Self

from zjreader.corpus.containers import BLOCK
from zjreader.corpus.manifest import Part
from zjreader.corpus.positions import NONE
from zjreader.corpus.shard import Overlay, Shard


class Shards(NamedTuple):
    """Shards by ascending positions, and overlays by their blocks."""

    arrived: tuple[Shard, ...]
    overlays: dict[int, Overlay]

    @classmethod
    def open(cls, folder: Path, arrived: Sequence[Part], overlays: Sequence[Part]) -> Self:
        """The files that a manifest names; raises ImageError or FileNotFoundError as `Shard` does."""
        over = {part.first // BLOCK: Overlay(folder, part) for part in overlays}
        replaced = {block: overlay.everything for block, overlay in over.items()}
        return cls(tuple(Shard(folder, part, replaced.get(part.first // BLOCK, NONE)) for part in arrived), over)

    @property
    def end(self) -> int:
        """How many positions there are."""
        return self.arrived[-1].part.first + self.arrived[-1].part.articles if self.arrived else 0

    @property
    def every(self) -> Iterator[Shard]:
        """All of them; each article is in one."""
        yield from self.arrived
        yield from self.overlays.values()

    def at(self, position: int) -> Shard:
        """The shard that has the article at a position."""
        overlay = self.overlays.get(position // BLOCK)
        if overlay and position in overlay.everything:
            return overlay
        return self.arrived[bisect_right(self.arrived, position, key=_first) - 1]

    def parts(self) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
        """What a manifest says of them."""
        return tuple(shard.part for shard in self.arrived), tuple(shard.part for shard in self.overlays.values())


def _first(shard: Shard) -> int:
    return shard.part.first
