"""Whether what is kept is as it was written: journals, library and image, each read to its end.

Damage is told, never hidden and never made worse: journals and library are left as they are, the image is built anew,
for all of it comes from the library.
"""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from zjreader.corpus.image import Image
from zjreader.corpus.manifest import NAME
from zjreader.errors import ImageError, UnreadableError
from zjreader.library.change import counter
from zjreader.library.journal import Journal
from zjreader.library.library import Library
from zjreader.library.paths import Paths
from zjreader.messages import _
from zjreader.text.clean import Clean, clean_line
from zjreader.upkeep import bring_up

_LOOKED_THROUGH = "whole"
"""The file that names the generation which was found whole."""


class Damage(NamedTuple):
    """What is wrong with a file; `mended` says that nothing is left to be done about it."""

    about: Clean
    what: Clean
    mended: bool = False


def remedy() -> str:
    """What helps where a library is damaged."""
    return _(
        "to save what can be saved: move the file away and add the sources again, marks are kept elsewhere and stay; "
        "“sqlite3 FILE .recover” writes out what can still be read"
    )


def of_journals(journal: Journal) -> tuple[Damage, ...]:
    """What of the journals could not be read; the rest of them counts."""
    return tuple(Damage(problem.about, problem.what) for problem in journal.problems)


def of_library(paths: Paths) -> tuple[Damage, ...]:
    """What is damaged of the library; nothing where there is none yet."""
    if not counter(paths.library):
        return ()
    try:
        with Library.reading(paths) as library:
            found = library.damage()
    except UnreadableError as error:
        found = (error.what,)
    return tuple(Damage(clean_line(str(paths.library)), what) for what in found)


def of_image(paths: Paths) -> tuple[Damage, ...]:
    """What was damaged of the image, which is built anew then, out of a library that is whole. Raises UnsavedError."""
    found = tuple(_damaged(paths.image))
    if found:
        bring_up(paths, anew=True)
    return found


def of_image_once(paths: Paths) -> tuple[Damage, ...]:
    """The same, of a generation that was never looked through before; nothing of one that was whole then."""
    with suppress(OSError, ImageError, ValueError):
        if (paths.image / _LOOKED_THROUGH).read_text() == str(Image.open(paths.image).generation):
            return ()
    found = of_image(paths)
    with suppress(OSError, ImageError):
        (paths.image / _LOOKED_THROUGH).write_text(str(Image.open(paths.image).generation))
    return found


def _damaged(folder: Path) -> Iterator[Damage]:
    if not (folder / NAME).exists():
        return
    try:
        names = Image.open(folder).verify()
    except ImageError as error:
        names = (error.about,)
    for name in names:
        what = _("was damaged; the index was built anew")
        yield Damage(clean_line(name), clean_line(what), mended=True)
