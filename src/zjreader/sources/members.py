"""What lies in an archive, as documents: named and dated by the archive, cleaned, and never a path on this machine."""

import posixpath
from collections.abc import Callable
from datetime import datetime
from typing import BinaryIO, Final

from zjreader.article import Document, Problem
from zjreader.sources.class_folders import section_of
from zjreader.text.clean import clean_line

_LITTER: Final = "__MACOSX"
"""The folder in which one system's archiver keeps what its own file system knew."""


def is_hidden(name: str) -> bool:
    """Whether a member is passed over without a word, as hidden files in a folder are."""
    return any(part == _LITTER or (part.startswith(".") and part.strip(".")) for part in name.split("/"))


def member(archive: Document, name: str, opener: Callable[[], BinaryIO], written: datetime | None) -> Document:
    """The document of a member; its folder is its section, and its own time, if it tells one, dates undated news."""
    address = posixpath.normpath(name)
    alone = archive.path in {None, archive.source}
    return archive._replace(
        address=clean_line(address if alone else f"{archive.address}/{address}"),
        open=opener,
        base=written or archive.base,
        section=section_of(address) or archive.section,
        member=clean_line(address),
    )


def passed_over(archive: Document, name: str, what: str) -> Problem:
    """The line of the load report on a member that is not read; without a name on the rest of the archive."""
    about = "/".join(part for part in (archive.path or archive.source, name) if part)
    return Problem(clean_line(about), clean_line(what), skipped=1)
