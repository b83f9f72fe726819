"""Archives -> their members as documents, one by one, never written anywhere under names of theirs.

Zip, tar and compressed files, told by content. A compressed file is what it holds, also inside an archive; an archive
inside an archive is a document that its reader refuses.
"""

from collections.abc import Callable, Iterator
from datetime import tzinfo
from functools import partial
from typing import BinaryIO, Final

from zjreader.article import Document, Problem
from zjreader.parse.detect import COMPRESSED, Format, packed
from zjreader.sources.members import passed_over

_BEGINNING: Final = 512
"""Bytes by which an archive is known."""


def unpacked(document: Document, zone: tzinfo | None) -> Iterator[Document | Problem]:
    """The document; of an archive its members, whose times without zone are `zone`'s (None: the system's).

    What could not be read of an archive is a problem behind the members that could.
    """
    kind = _kind(document.open)
    if kind in COMPRESSED:
        document = _inflated(document, kind)
        kind = "tar" if _kind(document.open) == "tar" else None
    if kind not in {"zip", "tar"}:
        yield document
        return
    try:
        for came in _members(document, kind, zone):
            yield _plain(came) if isinstance(came, Document) else came
    except OSError as error:
        yield passed_over(document, "", error.strerror or str(error))


def _members(document: Document, kind: Format, zone: tzinfo | None) -> Iterator[Document | Problem]:
    if kind == "zip":
        from zjreader.sources import zipped

        yield from zipped.members(document, zone)
    else:
        from zjreader.sources import tarred

        with document.open() as stream:
            yield from tarred.members(document, stream, zone)


def _plain(document: Document) -> Document:
    kind = _kind(document.open)
    return _inflated(document, kind) if kind in COMPRESSED else document


def _inflated(document: Document, kind: Format) -> Document:
    from zjreader.sources.inflated import inflated

    return document._replace(open=partial(inflated, kind, document.open))


def _kind(opener: Callable[[], BinaryIO]) -> Format | None:
    """The archive that a stream begins as; None also for what cannot be read, which its reader will tell."""
    try:
        with opener() as stream:
            return packed(stream.read(_BEGINNING))
    except OSError:
        return None
