"""Files, folders, globs, archives and standard input -> documents, one by one, held by nobody.

Folders are read recursively, in the order of their names. Refused, with a problem each: what does not exist, and in a
folder links, devices and pipes; a pipe named itself is read. Passed over without a word are hidden files in a folder,
and what a browser saved beside a page.
"""

import os
import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, tzinfo
from functools import partial
from types import MappingProxyType
from typing import BinaryIO, NamedTuple

from zjreader.article import UNSAID, Document, Problem, SourceSettings
from zjreader.messages import _
from zjreader.sources.archives import unpacked
from zjreader.sources.class_folders import section_of
from zjreader.sources.saved_pages import as_one, in_parts, is_companion
from zjreader.sources.settings import applied
from zjreader.sources.sizes import size_of
from zjreader.sources.spool import kept
from zjreader.sources.stop import Stop
from zjreader.text.clean import clean_line

STANDARD_INPUT = "-"


class Surroundings(NamedTuple):
    """What sources need of the process: standard input, clock, time zone (None: the system's), and its environment.

    `stop`, where there is one, ends a round before its time.
    """

    stdin: BinaryIO
    now: Callable[[], datetime]
    zone: tzinfo | None = None
    environ: Mapping[str, str] = MappingProxyType({})
    stop: Stop | None = None


def is_source(word: str) -> bool:
    """Whether a bare word on the command line names something that can be read."""
    return word == STANDARD_INPUT or os.path.lexists(word) or bool(_globbed(word))


def size(source: str) -> int:
    """The bytes of one source as the user named it, by asking for sizes alone; 0 where that cannot be told."""
    return sum(map(size_of, [source] if os.path.lexists(source) else _globbed(source)))


def documents(source: str, around: Surroundings, settings: SourceSettings = UNSAID) -> Iterator[Document | Problem]:
    """The documents of one source as the user named it, with what was said of it."""
    for came in _documents(source, around):
        yield applied(came, settings) if isinstance(came, Document) else came


def _documents(source: str, around: Surroundings) -> Iterator[Document | Problem]:
    if source == STANDARD_INPUT:
        yield from unpacked(_once(STANDARD_INPUT, around.stdin, around), around.zone)
    elif os.path.lexists(source):
        yield from _named(source, around)
    elif paths := _globbed(source):
        for parts in in_parts(paths):
            yield from _whole([_named(path, around) for path in parts])
    else:
        yield Problem(clean_line(source), clean_line(_("no such file or folder")), unreadable=True)


def _globbed(pattern: str) -> list[str]:
    if not any(sign in pattern for sign in "*?["):
        return []
    from glob import glob

    return sorted(glob(pattern, recursive=True))  # noqa: PTH207 -- paths stay as the user's shell would write them


def _once(name: str, stream: BinaryIO, around: Surroundings) -> Document:
    return Document(clean_line(name), clean_line(name), kept(stream), around.now())


def _named(path: str, around: Surroundings) -> Iterator[Document | Problem]:
    if os.path.isdir(path):  # noqa: PTH112 -- bytes of odd names stay as they are
        yield from _folder(path, around)
    elif stat.S_ISFIFO(_mode(path, follow_symlinks=True)):
        with _open(path) as pipe:
            document = _once(path, pipe, around)
        yield from unpacked(document, around.zone)
    else:
        yield from _file(path, os.path.basename(path), path, around)  # noqa: PTH119


def _folder(root: str, around: Surroundings) -> Iterator[Document | Problem]:
    """Regular files below a folder; no link is followed, so no loop is entered."""
    failed: list[OSError] = []
    anything = False
    for folder, subfolders, names in os.walk(root, onerror=failed.append):
        subfolders[:] = sorted(
            name for name in subfolders if not name.startswith(".") and not is_companion(name, names)
        )
        shown = [name for name in names if not name.startswith(".")]
        links = [name for name in subfolders if os.path.islink(os.path.join(folder, name))]  # noqa: PTH114, PTH118
        for parts in in_parts(sorted(shown + links)):
            anything = True
            yield from _whole([_in_folder(root, folder, name, around) for name in parts])
    for error in failed:
        what = clean_line(error.strerror or str(error))
        yield Problem(clean_line(error.filename), what, skipped=1, unreadable=error.filename == root)
    if not anything and not failed:
        yield Problem(clean_line(root), clean_line(_("nothing to read in it")))


def _whole(parts: Sequence[Iterator[Document | Problem]]) -> Iterator[Document | Problem]:
    """What came of one path, or of the parts of a page as one document."""
    if len(parts) == 1:
        yield from parts[0]
        return
    came = [each for part in parts for each in part]
    yield from (each for each in came if isinstance(each, Problem))
    if documents := [each for each in came if isinstance(each, Document)]:
        yield as_one(documents)


def _in_folder(root: str, folder: str, name: str, around: Surroundings) -> Iterator[Document | Problem]:
    path = os.path.join(folder, name)  # noqa: PTH118
    if stat.S_ISREG(_mode(path, follow_symlinks=False)):
        yield from _file(path, os.path.relpath(path, root), root, around)
    else:
        yield Problem(clean_line(path), clean_line(_("not a regular file, passed over")), skipped=1)


def _mode(path: str, *, follow_symlinks: bool) -> int:
    try:
        return os.stat(path, follow_symlinks=follow_symlinks).st_mode  # noqa: PTH116
    except OSError:
        return 0


def _file(path: str, inside: str, source: str, around: Surroundings) -> Iterator[Document | Problem]:
    document = Document(
        clean_line(inside),
        clean_line(source),
        partial(_open, path),
        _modified(path, around),
        path,
        section_of(inside),
        stamp=_stamp(path),
    )
    yield from unpacked(document, around.zone)


def _open(path: str) -> BinaryIO:
    return open(path, "rb")  # noqa: PTH123 -- closed by whoever reads it


def _stamp(path: str) -> str | None:
    try:
        found = os.stat(path)  # noqa: PTH116
    except OSError:
        return None
    return f"{found.st_size}:{found.st_mtime_ns}"


def _modified(path: str, around: Surroundings) -> datetime:
    try:
        return datetime.fromtimestamp(os.stat(path).st_mtime, around.zone).astimezone(around.zone)  # noqa: PTH116
    except (OSError, ValueError, OverflowError):
        return around.now()
