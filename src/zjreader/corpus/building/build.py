"""Articles -> the next generation of an image, beside the one that is read meanwhile.

Promises that the image is the old or the new one, whatever happens in between: files are written under names of their
own, and the manifest that names them takes the old one's place by one renaming. Whoever calls holds the library's lock;
an image that cannot be read is built anew with `rebuild`.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice, takewhile
from pathlib import Path
from sys import intern
from typing import NamedTuple

import numpy as np

from zjreader.article import Record
from zjreader.corpus.building.orders import KEPT, Places, ranks, with_added
from zjreader.corpus.building.pieces import Piece, joined_pieces, piece_from, piece_of, sections_of
from zjreader.corpus.columns import Order, Sortable, sortable
from zjreader.corpus.containers import BLOCK
from zjreader.corpus.image import Image
from zjreader.corpus.manifest import NAME, Manifest, Part, written
from zjreader.corpus.positions import NONE, Positions
from zjreader.corpus.sections import checksum, damaged, file_of
from zjreader.corpus.shard import Overlay, Shard
from zjreader.corpus.shards import Shards
from zjreader.corpus.shelf import SYSTEM, Shelf
from zjreader.errors import ImageError

AT_ONCE = 512
"""Records whose postings are made at once (`building.postings`)."""

MOST_UNITS = 1 << 24
"""Units of text above which a shard is full: all of it lies in memory while it is made, in ten times as many bytes."""

MOST_BYTES = 1 << 27
"""Bytes of files that are not merged any more, for the same reason."""

MOST_OVERLAID = 1024
"""Articles above which an overlay is written anew less cheaply than the shards that it lies over."""

GROWTH = 8
"""How many shards of one size make one of the next."""

Plain = tuple[int, str, str, str]
"""A `Sortable` of many: plain tuples of plain values are soon left alone by the garbage collector."""

_SHARD, _OVERLAY, _ORDERS = "shard-", "overlay-", "orders-"
_NUMBERED = re.compile(f"(?:{_SHARD}|{_OVERLAY}|{_ORDERS})([0-9a-f]{{8}})")
_SIZES = tuple(GROWTH**power for power in range(1, 6))


class _Base(NamedTuple):
    """What a generation starts from."""

    folder: Path
    shelf: Shelf
    generation: int
    shards: Shards = Shards((), {})
    orders: Mapping[Order, Places] = {}
    removed: Positions = NONE


class _Held(NamedTuple):
    """How far a generation follows the library: its change counter, and its last change to any article."""

    counter: int
    change: int


def rebuild(
    folder: Path,
    records: Iterable[Record],
    counter: int,
    *,
    change: int = 0,
    removed: Collection[int] = (),
    shelf: Shelf = SYSTEM,
) -> None:
    """An image of just these records; `counter` and `change` say how far it follows the library.

    `removed` is asked once the records have been taken: at these positions stands nothing. Raises OSError where it
    cannot be written, as `append` and `rewrite` do.
    """
    try:
        generation = Image.open(folder).generation
    except ImageError:
        generation = 0
    base = _Base(folder, shelf, _unused(shelf.names(folder), generation))
    known: dict[int, Plain] = {}
    shards = Shards(tuple(_shards(base, _noted(records, 0, known))), {})
    _finish(base._replace(removed=Positions(removed)), shards, _Held(counter, change), known)


def append(
    folder: Path,
    records: Iterable[Record],
    counter: int,
    *,
    change: int = 0,
    removed: Collection[int] = (),
    shelf: Shelf = SYSTEM,
) -> None:
    """The image with these records after its own; `removed` as in `rebuild`.

    Raises ImageError where there is no image, or a damaged one.
    """
    base = _base(folder, shelf)
    known: dict[int, Plain] = {}
    arrived = (*base.shards.arrived, *_shards(base, _noted(records, base.shards.end, known)))
    shards = base.shards._replace(arrived=_merged(base, arrived))
    _finish(base._replace(removed=base.removed | Positions(removed)), shards, _Held(counter, change), known)


def rewrite(
    folder: Path,
    replaced: Mapping[int, Record],
    removed: Iterable[int],
    counter: int,
    *,
    change: int = 0,
    shelf: Shelf = SYSTEM,
) -> None:
    """The image with other records at some positions and none at others; every other article keeps its position.

    Writes them as overlays, at some 100 µs for each article that a block's overlay has had so far, and the shards below
    anew where these have become many. Raises ImageError where there is no image, or a damaged one.
    """
    base = _base(folder, shelf)
    shards, held = base.shards, _Held(counter, change)
    for block in sorted({position // BLOCK for position in replaced}):
        shards = _overlaid(base, shards, block, replaced)
    _finish(base._replace(removed=base.removed | Positions(removed)), shards, held, {}, frozenset(replaced))


def _base(folder: Path, shelf: Shelf) -> _Base:
    image = Image.open(folder)
    orders = {order: np.array(image.sequence(order), np.uint32) for order in KEPT}
    generation = _unused(shelf.names(folder), image.generation)
    removed = Positions(range(image.manifest.size)) - image.everything
    return _Base(folder, shelf, generation, image.shards, orders, removed)


def _unused(names: Iterable[str], generation: int) -> int:
    """The next generation that no file bears the name of, not even one left by a writer that was killed."""
    taken = [int(found[1], 16) for name in names if (found := _NUMBERED.match(name))]
    return max([generation, *taken]) + 1


def _noted(records: Iterable[Record], first: int, known: dict[int, Plain]) -> Iterator[Record]:
    """The records, and, as they pass, what the orders will ask of each."""
    for position, record in enumerate(records, first):
        standing, title, publisher, added = sortable(record)
        known[position] = standing, title, publisher, added
        yield record


def _shards(base: _Base, records: Iterable[Record]) -> Iterator[Shard]:
    """Shards of new records, written as they fill."""
    arriving, end = iter(records), base.shards.end
    while shard := _filled(base, arriving, end):
        end += shard.part.articles
        yield shard


def _filled(base: _Base, arriving: Iterator[Record], first: int) -> Shard | None:
    pieces = list(_filling(arriving, first))
    return _written(base, first, pieces) if pieces else None


def _filling(records: Iterator[Record], first: int) -> Iterator[Piece]:
    """The pieces of one shard, up to the next multiple of `BLOCK` or as much text as a shard shall hold."""
    end, units = first, 0
    while units < MOST_UNITS and (end == first or end % BLOCK):
        taken = list(islice(records, min(AT_ONCE, BLOCK - end % BLOCK)))
        if not taken:
            return
        piece = piece_of(taken, range(end, end + len(taken)))
        end, units = end + len(taken), units + piece.strings["texts"].size
        yield piece


def _merged(base: _Base, shards: Sequence[Shard]) -> tuple[Shard, ...]:
    """With the last shards of one block made one, while there are as many of about one size as make the next."""
    left = list(shards)
    while (many := _alike(left)) >= GROWTH:
        merging = left[-many:]
        left[-many:] = [_written(base, merging[0].part.first, [piece_from(_whole(shard)) for shard in merging])]
    return tuple(left)


def _alike(shards: Sequence[Shard]) -> int:
    """How many of the last shards make one of the next size: all of one block, none larger, together not too large."""
    block = [shard.part for shard in reversed(shards) if shard.part.first // BLOCK == shards[-1].part.first // BLOCK]
    for size in _SIZES:
        many = sum(1 for _part in takewhile(size.__gt__, (part.articles for part in block)))
        if many >= GROWTH and sum(part.size for part in block[:many]) < MOST_BYTES:
            return many
    return 0


def _overlaid(base: _Base, shards: Shards, block: int, replaced: Mapping[int, Record]) -> Shards:
    """With what is replaced in a block as its overlay, or, where that is much, in the shards themselves."""
    overlay, over = shards.overlays.get(block), dict(shards.overlays)
    before = {position: overlay[position] for position in _whole(overlay).everything} if overlay else {}
    now = before | {position: record for position, record in replaced.items() if position // BLOCK == block}
    if len(now) <= MOST_OVERLAID:
        positions = sorted(now)
        part = _put_piece(base, _OVERLAY, positions[0], piece_of([now[position] for position in positions], positions))
        return shards._replace(overlays=over | {block: Overlay(base.folder, part)})
    over.pop(block, None)
    arrived = (_replaced(base, shard, now) if shard.part.first // BLOCK == block else shard for shard in shards.arrived)
    return Shards(tuple(arrived), over)


def _replaced(base: _Base, shard: Shard, replaced: Mapping[int, Record]) -> Shard:
    """A shard with other records at some of its positions; itself where it has none of them."""
    positions = range(shard.part.first, shard.part.first + shard.part.articles)
    if not any(position in positions for position in replaced):
        return shard
    pieces, read = [], _whole(shard)
    for start in range(0, len(positions), AT_ONCE):
        taken = positions[start : start + AT_ONCE]
        pieces.append(piece_of([replaced.get(position) or read[position] for position in taken], taken))
    return _written(base, shard.part.first, pieces)


def _whole(shard: Shard) -> Shard:
    """A shard that can be copied from: what is damaged shall not get a checksum that says it is not."""
    if not shard.is_whole():
        raise damaged(shard.part.name)
    return shard


def _written(base: _Base, first: int, pieces: Sequence[Piece]) -> Shard:
    piece = pieces[0] if len(pieces) == 1 else joined_pieces(pieces)
    return Shard(base.folder, _put_piece(base, _SHARD, first, piece))


def _put_piece(base: _Base, kind: str, first: int, piece: Piece) -> Part:
    articles = len(piece.firsts)
    part = _put(base, f"{kind}{base.generation:08x}-{first:08x}-{articles:05x}", sections_of(piece))
    return part._replace(first=first, articles=articles)


def _put(base: _Base, name: str, sections: Mapping[str, Sequence[memoryview]]) -> Part:
    contents = file_of(sections)
    base.shelf.make(base.folder / name, contents)
    return Part(name, sum(memoryview(piece).nbytes for piece in contents), checksum(contents))


def _finish(
    base: _Base, shards: Shards, held: _Held, known: Mapping[int, Plain], changed: Collection[int] = ()
) -> None:
    """The orders, then the manifest in the place of the old one, then the end of what no generation needs."""
    part = _put(base, f"{_ORDERS}{base.generation:08x}", _spanning(base, shards, known, changed))
    manifest = Manifest(base.generation, held.counter, *shards.parts(), part, held.change)
    new = base.folder / f"{NAME}.new"
    base.shelf.make(new, [written(manifest)])
    base.shelf.rename(new, base.folder / NAME)
    for name in base.shelf.names(base.folder):
        if _NUMBERED.match(name) and name not in manifest.names:
            base.shelf.remove(base.folder / name)


def _spanning(
    base: _Base, shards: Shards, known: Mapping[int, Plain], changed: Collection[int]
) -> dict[str, Sequence[memoryview]]:
    """What spans the shards; the orders lose removed articles, and changed ones get their new places."""
    moved = Positions(changed) - base.removed
    gone = np.fromiter(base.removed | moved, np.uint32)
    arrived = Positions(range(base.shards.end, shards.end)) - base.removed

    @cache
    def read(position: int) -> Sortable:
        found = sortable(shards.at(position).outline(position))
        return found._replace(publisher=intern(found.publisher), added=intern(found.added))

    def told(position: int) -> Sortable:
        return Sortable(*known[position]) if position in known else read(position)

    sections: dict[str, Places] = {"removed": np.fromiter(base.removed, np.uint32, len(base.removed))}
    for order in KEPT:
        before = base.orders.get(order, np.empty(0, np.uint32))
        kept = before[~np.isin(before, gone)]
        sections[order] = with_added(kept, [*moved, *arrived], order, told)
        sections[f"{order}.ranks"] = ranks(sections[order], shards.end)
    return {name: [section.view(np.uint8).data] for name, section in sections.items()}
