"""Tar archives, compressed or not: members in the archive's order, in one passage through it.

Each member is kept while its document lives, so that it can be read again without going through the archive again.
"""

from collections.abc import Iterator
from datetime import datetime, tzinfo
from tarfile import TarError, TarFile, TarInfo
from tarfile import open as open_tar
from typing import BinaryIO, cast

from zjreader.article import Document, Problem
from zjreader.messages import _
from zjreader.sources.inflated import damaged
from zjreader.sources.members import is_hidden, member, passed_over
from zjreader.sources.spool import kept


def members(document: Document, stream: BinaryIO, zone: tzinfo | None) -> Iterator[Document | Problem]:
    """The documents of the tar archive that a stream holds; raises `OSError` where it cannot be read any further."""
    try:
        with open_tar(fileobj=stream, mode="r|", encoding="utf-8", errors="surrogateescape") as archive:
            for info in archive:
                name = _name(info)
                if not info.isdir() and not is_hidden(name):
                    yield _member(document, archive, info, name, zone)
    except (TarError, EOFError, ValueError) as error:
        raise damaged() from error


def _member(document: Document, archive: TarFile, info: TarInfo, name: str, zone: tzinfo | None) -> Document | Problem:
    content = archive.extractfile(info) if info.isreg() and not info.issparse() else None
    if content is None:
        return passed_over(document, name, _("not a regular file, passed over"))
    return member(document, name, kept(cast("BinaryIO", content)), _written(info, zone))


def _written(info: TarInfo, zone: tzinfo | None) -> datetime | None:
    try:
        return datetime.fromtimestamp(info.mtime, zone).astimezone(zone)
    except (ValueError, OverflowError, OSError):
        return None


def _name(info: TarInfo) -> str:
    try:
        info.name.encode()
    except UnicodeEncodeError:
        return info.name.encode("utf-8", "surrogateescape").decode("gb18030", "replace")
    return info.name
