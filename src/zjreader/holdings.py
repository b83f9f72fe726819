"""What the library holds, as it is asked: through its image, which opens at once, brought up first where it is behind.

Who finds a writer at work reads the image as it is; where there is none to read and none can be written, the articles
are read from the library itself and searched by scanning.
"""

from zjreader.article import Version
from zjreader.corpus.collection import Collection
from zjreader.corpus.image import Image, usable
from zjreader.corpus.store import Corpus
from zjreader.errors import ImageError, UnsavedError
from zjreader.library.change import counter
from zjreader.library.paths import Paths
from zjreader.text.clean import Clean


def holdings(paths: Paths) -> Collection:
    """The articles of the library; none where there is no library yet. Raises UnreadableError."""
    stands = counter(paths.library)
    if not stands:
        return Corpus(())
    image = usable(paths.image)
    if image and image.counter == stands:
        return image
    from zjreader import upkeep  # SQLite, and numpy where there is something to write

    try:
        upkeep.bring_up(paths, lock_wait=0)
        return Image.open(paths.image)
    except (UnsavedError, ImageError):
        return image or Corpus(upkeep.records(paths))


def versions(paths: Paths, identity: Clean) -> tuple[Version, ...]:
    """Every state of the text of the article that bears this id, oldest first. Raises MissingError."""
    from zjreader.library.library import Library  # as above

    with Library.reading(paths) as library:
        return library.versions_of(identity)
