"""Zip archives: members in the archive's order, read where they lie, as often as needed.

Names that are not said to be UTF-8 are read as UTF-8 all the same or, failing that, as GB18030: Windows writes them so.
"""

import struct
from collections.abc import Iterator
from datetime import datetime, tzinfo
from functools import partial
from io import SEEK_END, BufferedReader
from typing import BinaryIO, Final, cast
from zipfile import BadZipFile, ZipExtFile, ZipFile, ZipInfo

from zjreader.article import Document, Problem
from zjreader.messages import _
from zjreader.sources.inflated import FREE, MOST_RATIO, Guarded, damaged, swells
from zjreader.sources.members import is_hidden, member, passed_over

_ENCRYPTED, _IN_UTF_8 = 0x1, 0x800
_DAMAGES: Final = (BadZipFile, RuntimeError, ValueError, OverflowError, struct.error)
"""What `zipfile` raises for files that are none, for methods that it lacks, and for numbers that lead astray."""

_NO_TIME: Final = 1980
"""The year of members that tell no time."""


def members(document: Document, zone: tzinfo | None) -> Iterator[Document | Problem]:
    """The documents in a zip archive; times are `zone`'s. Raises `OSError` where it cannot be read any further."""
    with document.open() as stream:
        room = FREE + MOST_RATIO * stream.seek(0, SEEK_END)
    try:
        archive = ZipFile(document.path or document.open())
    except _DAMAGES as error:
        raise damaged() from error
    for info in archive.infolist():
        name = _name(info)
        if info.is_dir() or is_hidden(name):
            continue
        if info.flag_bits & _ENCRYPTED:
            yield passed_over(document, name, _("encrypted, passed over"))
        elif info.file_size > FREE + MOST_RATIO * info.compress_size:
            yield passed_over(document, name, str(swells()))
        else:
            room -= info.file_size
            if room < 0:
                raise swells()
            yield member(document, name, partial(_opened, archive, info), _written(info, zone))


def _opened(archive: ZipFile, info: ZipInfo) -> BinaryIO:
    try:
        return cast("BinaryIO", BufferedReader(Guarded(cast("ZipExtFile", archive.open(info)))))
    except _DAMAGES as error:
        raise damaged() from error


def _name(info: ZipInfo) -> str:
    if info.flag_bits & _IN_UTF_8:
        return info.filename
    data = info.orig_filename.partition("\0")[0].encode("cp437")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("gb18030", "replace")


def _written(info: ZipInfo, zone: tzinfo | None) -> datetime | None:
    try:
        written = datetime(*info.date_time, tzinfo=zone)
    except ValueError:
        return None
    return written.astimezone(zone) if written.year > _NO_TIME else None
