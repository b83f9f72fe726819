"""The manifest of an image: the small file that names its shards in order; by its renaming a generation begins.

One line: the CRC-32 of what follows, a blank, JSON. An image of another form is no image: it is made again.
"""

import json
import sys
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from zjreader.corpus.sections import damaged
from zjreader.errors import ImageError
from zjreader.messages import _

FORM = f"1 {sys.byteorder}"
"""The version of the file form; numbers lie as the machine's memory has them."""

NAME = "manifest"


class Part(NamedTuple):
    """A file of the image, and, for a shard, which positions it covers."""

    name: str
    size: int
    checksum: int
    first: int = 0
    articles: int = 0


class Manifest(NamedTuple):
    """A generation of an image; `counter` is the change counter of the library that it holds.

    `change` is the number of the last change to any article that it holds. `overlays` are what replaces articles of the
    shards, one a block. `orders` is what spans the shards: the orders of all articles, and which of them were removed.
    """

    generation: int
    counter: int
    shards: tuple[Part, ...]
    overlays: tuple[Part, ...]
    orders: Part
    change: int = 0

    @property
    def size(self) -> int:
        """How many positions there are."""
        return self.shards[-1].first + self.shards[-1].articles if self.shards else 0

    @property
    def names(self) -> frozenset[str]:
        """The files that this generation is made of."""
        return frozenset((NAME, self.orders.name, *(part.name for part in (*self.shards, *self.overlays))))


def written(manifest: Manifest) -> bytes:
    """The contents of the file."""
    told = json.dumps((FORM, *manifest)).encode()
    return b"%08x %s\n" % (crc32(told), told)


def read(folder: Path) -> Manifest:
    """The manifest of an image; raises ImageError where there is none that this version can read."""
    try:
        sign, _blank, told = (folder / NAME).read_bytes().removesuffix(b"\n").partition(b" ")
    except OSError as error:
        raise ImageError(_("no index yet; it has to be built"), str(folder)) from error
    try:
        if int(sign, 16) != crc32(told):
            raise damaged(NAME)
        form, generation, counter, shards, overlays, orders, change = json.loads(told)
        if form != FORM:
            raise ImageError(_("the index is of another version; it has to be built again"), str(folder))
        arrived, over = (tuple(Part(*part) for part in parts) for parts in (shards, overlays))
        return Manifest(generation, counter, arrived, over, Part(*orders), change)
    except (ValueError, TypeError) as error:
        raise damaged(NAME) from error
