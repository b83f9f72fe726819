"""The image grows beside the library: what a process of its own does while another one adds.

Promises what `upkeep` does, the image that was or a later one, and leaves to it whatever was not to be done alongside.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path

from zjreader.article import UNKNOWN, Record
from zjreader.corpus.building import build
from zjreader.corpus.image import usable
from zjreader.errors import ZjreaderError
from zjreader.library.change import counter
from zjreader.library.library import Library
from zjreader.library.paths import Paths
from zjreader.upkeep import MOST_REWRITTEN, writing_image

AT_ONCE = 512
"""Articles read at once: while they are, who adds cannot commit."""


def main(folders: Sequence[str], commits: Iterable[object]) -> None:
    """Grow the image of the home with these folders; what goes wrong is told by who brings it up afterwards."""
    with suppress(ZjreaderError):
        grow(Paths(*map(Path, folders)), commits)


def grow(paths: Paths, commits: Iterable[object], most_rewritten: int = MOST_REWRITTEN) -> None:
    """Write what the image lacks; `commits` yields whenever another process has committed, and ends when it has added.

    Until then the image stands as it was. Raises LockedError at once where another writes it, UnsavedError and
    UnreadableError.
    """
    with writing_image(paths, 0, beside_writer=True):
        image = usable(paths.image)
        growth = _Growth(image.manifest.size, image.manifest.change) if image else _Growth(0, 0)
        with Library.reading(paths) as library:
            records = growth.records(library, commits)
            if image:
                build.append(paths.image, records, image.counter, change=growth.since, removed=growth.gone)
            else:
                build.rebuild(paths.image, records, 0, removed=growth.gone)
        _settle(paths, growth, most_rewritten)


def _settle(paths: Paths, growth: "_Growth", most: int) -> None:
    """Write what was changed after it had been read, unless it is too much or has not come to an end."""
    stands = counter(paths.library)
    with Library.reading(paths) as library:
        last, changed = library.last_change(), library.changed_since(growth.since)
        behind = [position for position, change in changed if not growth.holds(position, change)]
        if len(behind) > most or max(behind, default=-1) >= growth.end:
            return
        standing = dict(library.at(behind))
    replaced = {position: record for position, record in standing.items() if record}
    build.rewrite(paths.image, replaced, standing.keys() - replaced.keys(), stands, change=last)


class _Growth:
    """What an image gets that held articles up to a position, and their changes up to one."""

    def __init__(self, first: int, since: int) -> None:
        self._first = first
        self._changes = array("q")
        self.since = since
        self.gone: set[int] = set()

    @property
    def end(self) -> int:
        return self._first + len(self._changes)

    def records(self, library: Library, commits: Iterable[object]) -> Iterator[Record]:
        """A record for every position, as they come; `gone` are, in the end, those where nothing stands."""
        for _commit in chain([None], commits, [None]):
            while arrived := library.arrived(self.end, AT_ONCE):
                for change, record in arrived:
                    if record is None:
                        self.gone.add(self.end)
                    self._changes.append(change)
                    yield record or UNKNOWN

    def holds(self, position: int, change: int) -> bool:
        """Whether an article was taken as this change left it."""
        return self._first <= position < self.end and self._changes[position - self._first] == change
