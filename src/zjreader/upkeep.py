"""The image follows the library: what came is appended, what changed is written anew, what is unusable is built again.

Promises an image of all that is committed, or the one that was. Written under a lock of its own, by one at a time.
"""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from zjreader.article import UNKNOWN, Record
from zjreader.corpus.image import usable
from zjreader.errors import UnsavedError
from zjreader.library.change import counter
from zjreader.library.durable import lock, make_folder
from zjreader.library.library import LOCK_WAIT, Change, Library
from zjreader.library.paths import Paths
from zjreader.library.turn import turn

MOST_REWRITTEN = 10_000
"""Changed articles from which on building all of the image again costs less than their shards."""


def bring_up(
    paths: Paths, lock_wait: float = LOCK_WAIT, most_rewritten: int = MOST_REWRITTEN, *, anew: bool = False
) -> None:
    """Write what the image lacks, or all of it anew, whole or not at all.

    Raises LockedError, UnsavedError and UnreadableError.
    """
    with writing_image(paths, lock_wait, beside_writer=False):
        stands, image = counter(paths.library), usable(paths.image)
        if anew or image is None or image.counter != stands:
            with Library.reading(paths) as library:
                _follow(paths.image, library, stands, most_rewritten, anew=anew)


@contextmanager
def writing_image(paths: Paths, lock_wait: float, *, beside_writer: bool) -> Iterator[None]:
    """Write the image alone, be it beside somebody who writes the library. Raises LockedError and UnsavedError."""
    try:
        with ExitStack() as held:
            make_folder(paths.image)
            if not beside_writer:
                held.enter_context(turn(paths, lock_wait))
            held.enter_context(lock(paths.library.with_name("image.lock"), lock_wait))
            yield
    except OSError as error:
        raise UnsavedError(error.strerror or str(error), str(paths.image)) from error


class _Behind(NamedTuple):
    """What of an image is behind: other records at its positions, none at others, and the changes after its end."""

    replaced: dict[int, Record]
    removed: set[int]
    arriving: Iterator[Change]


def _follow(folder: Path, library: Library, stands: int, most: int, *, anew: bool) -> None:
    from zjreader.corpus.building import build  # numpy

    image, change = None if anew else usable(folder), library.last_change()
    behind = _behind(library.since(image.manifest.change), image.manifest.size, most) if image else None
    if image is None or behind is None:
        gone: set[int] = set()
        build.rebuild(folder, _arriving(library.since(0), gone), stands, change=change, removed=gone)
        return
    if behind.replaced or behind.removed:
        build.rewrite(folder, behind.replaced, behind.removed, image.counter, change=image.manifest.change)
    gone = set()
    build.append(folder, _arriving(behind.arriving, gone), stands, change=change, removed=gone)


def _behind(changes: Iterator[Change], size: int, most: int) -> _Behind | None:
    """What an image of this size lacks; None where building it again costs less."""
    replaced: dict[int, Record] = {}
    removed: set[int] = set()
    for change in changes:
        if change.position >= size:
            return _Behind(replaced, removed, chain([change], changes))
        if change.record is None:
            removed.add(change.position)
        else:
            replaced[change.position] = change.record
        if len(replaced) > most:
            return None
    return _Behind(replaced, removed, iter(()))


def _arriving(changes: Iterable[Change], gone: set[int]) -> Iterator[Record]:
    """A record for every position, and, as they pass, those where nothing stands."""
    for position, record in changes:
        if record is None:
            gone.add(position)
        yield record or UNKNOWN


def records(paths: Paths) -> list[Record]:
    """Every article of the library, read from it."""
    with Library.reading(paths) as library:
        return [record for _position, record in library.since(0) if record]
