"""The image: the corpus as files, mapped into memory and asked where they lie, so that it opens at once at any size.

Promises the answers of `store.Corpus` over the same records. Immutable: a new generation lies beside the old one, whose
files stay readable for whoever has them open. Raises ImageError where it is absent, damaged or of another version.
"""

import re
from collections.abc import Collection as Many
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Self

from zjreader.article import Headline, Record
from zjreader.corpus.collection import Candidates, Collection
from zjreader.corpus.columns import Column, Order
from zjreader.corpus.grams import sought
from zjreader.corpus.manifest import Manifest, read
from zjreader.corpus.ordering import Ordered, Ordering, in_arrival
from zjreader.corpus.positions import NONE, Positions
from zjreader.corpus.sections import Sections, damaged
from zjreader.corpus.shard import CHANGED, SEVERAL, Shard, needle
from zjreader.corpus.shards import Shards
from zjreader.corpus.store import SHORTEST_PREFIX
from zjreader.corpus.uniting import uniting
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
        self.shards = Shards.open(folder, manifest.shards, manifest.overlays)
        self._spanning = Sections(folder / manifest.orders.name, manifest.orders.size)
        self._orderings: dict[Order, Ordering] = {"none": in_arrival(manifest.size)}
        self._columns: dict[str, Column] = {}
        self._uniting: dict[str, Iterator[None]] = {}
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
        shards = [shard.part.name for shard in self.shards.every if not shard.is_whole()]
        orders = self.manifest.orders
        return (*shards, *([] if self._spanning.is_whole(orders.checksum) else [orders.name]))

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

    def since(self, before: Collection) -> Positions:
        """The articles of all files that an earlier generation did not have."""
        known = {shard.part for shard in before.shards.every} if isinstance(before, Image) else frozenset()
        new = (shard.everything for shard in self.shards.every if shard.part not in known)
        return Positions.union(new) & self.everything

    def __len__(self) -> int:
        """How many articles."""
        return len(self.everything)

    def __getitem__(self, position: int) -> Record:
        """The record at a position."""
        return self.shards.at(position)[position]

    def headline(self, position: int) -> Headline:
        """The row of the list for an article, without its state."""
        return self.shards.at(position).headline(position)

    def outline(self, position: int) -> Record:
        """The record without its blocks, at half the cost; it says how long they are."""
        return self.shards.at(position).outline(position)

    def ids(self, position: int) -> tuple[Clean, ...]:
        """All ids of an article, the one shown first."""
        shard = self.shards.at(position)
        further = shard.entry(position).further_ids if position in self._joined else ()
        return (shard.identity(position), *further)

    def changed_at(self, position: int) -> int:
        """When an article's text became another one; only those with earlier versions can tell."""
        return self.shards.at(position).entry(position).changed_at if position in self.changed else 0

    def column(self, field: str) -> Column:
        """A field's values with their articles, put together from the shards when first asked for."""
        for _piece in self.gathered(field):
            pass
        return self._columns[field]

    def gathered(self, *fields: str) -> Iterator[None]:
        """Columns put together a piece at a time; whoever stops goes on there the next time."""
        for field in fields:
            if field not in self._columns:
                united = self._uniting.setdefault(field, self._unite(field))
                for _piece in united:  # `yield from` would close it with us
                    yield

    def _unite(self, field: str) -> Iterator[None]:
        try:
            united = yield from uniting(shard.column(field) for shard in self.shards.every)
            if len(self) < self.manifest.size:
                united = {value: left for value, held in united.items() if (left := held & self.everything)}
            self._columns[field] = Column(united)
        finally:
            del self._uniting[field]

    def candidates(self, key: str, among: Positions) -> Candidates:
        """Which of these articles may hold a squeezed search key, as far as can be told without looking at texts."""
        asked = sought(memoryview(needle(key)).cast("H"))
        found = [shard.candidates(asked, among) for shard in self.shards.every]
        return Candidates(Positions.union(each.positions for each in found), all(each.exact for each in found))

    def holding(self, key: str, among: Positions) -> Positions:
        """Which of these articles hold a squeezed search key in title, summary or body."""
        wanted = needle(key)
        asked = sought(memoryview(wanted).cast("H"))
        return Positions.union(_held(shard, wanted, shard.candidates(asked, among)) for shard in self.shards.every)

    def holds(self, key: str, position: int) -> bool:
        """Whether an article does."""
        return self.shards.at(position).holds(needle(key), position)

    def position(self, identity: str) -> int | None:
        """Where the article with this id stands; None where there is none."""
        return max(_beginning(self, identity), default=None) if len(identity) == _ID else None

    def beginning(self, prefix: str) -> Positions:
        """The articles with an id that begins so; none for a prefix that is too short to name one."""
        return NONE if len(prefix) < SHORTEST_PREFIX else Positions(_beginning(self, prefix))

    def bearers(self, identities: Iterable[Clean]) -> Iterator[tuple[Clean, int]]:
        """Those of these ids that articles bear, each with its article."""
        asked = {int(each, 16): each for each in identities if len(each) == _ID and _DIGITS.fullmatch(each)}
        borne = (pair for shard in self.shards.every for pair in _borne(shard, asked))
        return ((asked[number], position) for number, position in borne if position in self.everything)

    def ordering(self, order: Order) -> Ordering:
        """All of the articles in an order."""
        if order not in self._orderings:
            made = Ordering(self._spanning.section(order, "I"), self._spanning.section(f"{order}.ranks", "I"))
            if (len(made.sequence), len(made.ranks)) != (len(self), self.manifest.size):
                raise damaged(self.manifest.orders.name)
            self._orderings[order] = made
        return self._orderings[order]

    def sequence(self, order: Order) -> Sequence[int]:
        """All positions in an order, for the next generation: raises ImageError where the file is not as written."""
        if not self._spanning.is_whole(self.manifest.orders.checksum):
            raise damaged(self.manifest.orders.name)
        return self.ordering(order).sequence

    @cached_property
    def _joined(self) -> Positions:
        return self.column(SEVERAL).having(SEVERAL)


def _held(shard: Shard, key: bytes, candidates: Candidates) -> Positions:
    return candidates.positions if candidates.exact else Positions(shard.verified(key, candidates.positions))


def usable(folder: Path) -> Image | None:
    """The newest generation; None where there is none that can be read."""
    try:
        return Image.open(folder)
    except ImageError:
        return None


def _beginning(image: Image, prefix: str) -> Positions:
    if len(prefix) > _ID or not _DIGITS.fullmatch(prefix):
        return NONE
    least, most = int(prefix.ljust(_ID, "0"), 16), int(prefix.ljust(_ID, "f"), 16)
    return Positions(each for shard in image.shards.every for each in shard.bearing(least, most)) & image.everything


def _borne(shard: Shard, identities: Many[int]) -> Iterator[tuple[int, int]]:
    if len(identities) * _MANY > shard.part.articles:
        return shard.bearers(identities)
    return ((identity, position) for identity in identities for position in shard.bearing(identity, identity))
