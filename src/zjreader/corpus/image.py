"""The image: the corpus as files, mapped into memory and asked where they lie, so that it opens at once at any size.

Promises the answers of `store.Corpus` over the same records. Immutable: a new generation lies beside the old one, whose
files stay readable for whoever has them open. Raises ImageError where it is absent, damaged or of another version.
"""

import re
from bisect import bisect_right
from collections.abc import Collection as Many
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Self

from zjreader.article import Headline, Record
from zjreader.corpus.collection import Candidates
from zjreader.corpus.columns import Column, Order
from zjreader.corpus.grams import EXACT, grams
from zjreader.corpus.manifest import Manifest, read
from zjreader.corpus.ordering import Ordered, Ordering, in_arrival
from zjreader.corpus.positions import NONE, Positions
from zjreader.corpus.sections import Sections, damaged
from zjreader.corpus.shard import CHANGED, SEVERAL, Shard, needle
from zjreader.corpus.store import SHORTEST_PREFIX
from zjreader.errors import ImageError
from zjreader.messages import _
from zjreader.text.clean import Clean

_DIGITS = re.compile("[0-9a-f]*")
_ID = 16
_ATTEMPTS = 8
_MANY = 64
"""One in so many ids of a shard asked for, a walk over all of them costs less than looking each up."""


class Image(Ordered):
    """One generation, frozen."""

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        """Opens every file of a generation; raises FileNotFoundError where a later one has taken its place."""
        self.manifest = manifest
        self.shards = tuple(Shard(folder, part) for part in manifest.shards)
        self._firsts = [part.first for part in manifest.shards]
        self._spanning = Sections(folder / manifest.orders.name, manifest.orders.size)
        self._orderings: dict[Order, Ordering] = {"none": in_arrival(manifest.size)}
        self._columns: dict[str, Column] = {}
        removed = self._spanning.section("removed", "I")
        self.everything = Positions(range(manifest.size)) - (Positions(removed) if len(removed) else NONE)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The newest generation; whatever is written meanwhile, all of it is of one."""
        for _attempt in range(_ATTEMPTS):
            manifest = read(folder)
            try:
                return cls(folder, manifest)
            except FileNotFoundError:
                continue
        raise ImageError(_("its files are gone; the index has to be built again"), str(folder))

    def verify(self) -> tuple[str, ...]:
        """The names of the files that are not as they were written; reads all of them."""
        shards = [shard.part.name for shard in self.shards if not shard.is_whole()]
        return (*shards, *([] if self._orders_are_whole() else [self.manifest.orders.name]))

    @property
    def generation(self) -> int:
        """The number of the generation: each writing of the image makes the next one."""
        return self.manifest.generation

    @property
    def counter(self) -> int:
        """The change counter of the library that this image holds."""
        return self.manifest.counter

    @cached_property
    def changed(self) -> Positions:
        """The articles with earlier versions."""
        return self.column(CHANGED).having(CHANGED)

    def __len__(self) -> int:
        """How many articles."""
        return len(self.everything)

    def __getitem__(self, position: int) -> Record:
        """The record at a position."""
        return self._at(position)[position]

    def headline(self, position: int) -> Headline:
        """The row of the list for an article, without its state."""
        return self._at(position).headline(position)

    def outline(self, position: int) -> Record:
        """The record without its blocks, at half the cost; it says how long they are."""
        return self._at(position).outline(position)

    def ids(self, position: int) -> tuple[Clean, ...]:
        """All ids of an article, the one shown first."""
        shard = self._at(position)
        further = shard.entry(position).further_ids if position in self._joined else ()
        return (shard.identity(position), *further)

    def changed_at(self, position: int) -> int:
        """When an article's text became another one; only those with earlier versions can tell."""
        return self._at(position).entry(position).changed_at if position in self.changed else 0

    def column(self, field: str) -> Column:
        """A field's values with their articles, put together from the shards when first asked for."""
        if field not in self._columns:
            held: dict[str, list[Positions]] = {}
            for shard in self.shards:
                for value, positions in shard.column(field).items():
                    held.setdefault(value, []).append(positions)
            united = {value: Positions.union(sets) & self.everything for value, sets in held.items()}
            self._columns[field] = Column({value: positions for value, positions in united.items() if len(positions)})
        return self._columns[field]

    def candidates(self, key: str, among: Positions) -> Candidates:
        """Which of these articles may hold a squeezed search key, as far as can be told without looking at texts."""
        units = memoryview(needle(key)).cast("H")
        held = grams(units)
        found = Positions.union(shard.holding_all(held, among) for shard in self.shards) if held else among
        return Candidates(found, exact=not key or (len(held) == 1 and len(units) <= EXACT))

    def holding(self, key: str, among: Positions) -> Positions:
        """Which of these articles hold a squeezed search key in title, summary or body."""
        found, exact = self.candidates(key, among)
        if exact:
            return found
        sought = needle(key)
        return Positions(
            position for shard in self.shards for position in shard.verified(sought, found & shard.everything)
        )

    def holds(self, key: str, position: int) -> bool:
        """Whether an article does."""
        return self._at(position).holds(needle(key), position)

    def position(self, identity: str) -> int | None:
        """Where the article with this id stands; None where there is none."""
        return max(self._bearing(identity), default=None) if len(identity) == _ID else None

    def beginning(self, prefix: str) -> Positions:
        """The articles with an id that begins so; none for a prefix that is too short to name one."""
        return NONE if len(prefix) < SHORTEST_PREFIX else Positions(self._bearing(prefix))

    def bearing(self, identities: Iterable[str]) -> Positions:
        """The articles that bear any of these ids."""
        asked = {int(each, 16) for each in identities if len(each) == _ID and _DIGITS.fullmatch(each)}
        return Positions(position for shard in self.shards for position in _borne(shard, asked)) & self.everything

    def ordering(self, order: Order) -> Ordering:
        """All of the articles in an order."""
        if order not in self._orderings:
            made = Ordering(self._spanning.section(order, "I"), self._spanning.section(f"{order}.ranks", "I"))
            if not len(made.sequence) == len(made.ranks) == self.manifest.size:
                raise damaged(self.manifest.orders.name)
            self._orderings[order] = made
        return self._orderings[order]

    def sequence(self, order: Order) -> Sequence[int]:
        """All positions in an order, for the next generation: raises ImageError where the file is not as written."""
        if not self._orders_are_whole():
            raise damaged(self.manifest.orders.name)
        return self.ordering(order).sequence

    def _orders_are_whole(self) -> bool:
        return self._spanning.is_whole(self.manifest.orders.checksum)

    @cached_property
    def _joined(self) -> Positions:
        return self.column(SEVERAL).having(SEVERAL)

    def _at(self, position: int) -> Shard:
        return self.shards[bisect_right(self._firsts, position) - 1]

    def _bearing(self, prefix: str) -> Positions:
        if len(prefix) > _ID or not _DIGITS.fullmatch(prefix):
            return NONE
        least, most = int(prefix.ljust(_ID, "0"), 16), int(prefix.ljust(_ID, "f"), 16)
        return Positions(each for shard in self.shards for each in shard.bearing(least, most)) & self.everything


def usable(folder: Path) -> Image | None:
    """The newest generation; None where there is none that can be read."""
    try:
        return Image.open(folder)
    except ImageError:
        return None


def _borne(shard: Shard, identities: Many[int]) -> Iterator[int]:
    if len(identities) * _MANY > shard.part.articles:
        return shard.bearing_any(identities)
    return (position for identity in identities for position in shard.bearing(identity, identity))
