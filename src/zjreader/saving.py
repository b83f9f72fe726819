"""Articles in a file of the reader's own, in the format that the name's ending asks for.

Promises the whole file or none. Refuses a name without a known ending: a guess would be found out too late. Unlike what
the library keeps, the file may be read by whomever the person's umask lets, and a link to it stays one.
"""

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

from zjreader.errors import UnsavedError, UsageError
from zjreader.formats import csv, html, json, markdown, text, tsv
from zjreader.formats.row import Format
from zjreader.library.disk import SYSTEM
from zjreader.messages import _

FORMATS: Final[dict[str, Format]] = {
    ".jsonl": json.jsonl,
    ".json": json.json,
    ".csv": csv.csv,
    ".tsv": tsv.tsv,
    ".md": markdown.markdown,
    ".html": html.html,
    ".txt": text.text,
}


def format_of(path: Path) -> Format:
    """The format that a file's name asks for; raises UsageError, which names the endings there are."""
    found = FORMATS.get(path.suffix.lower())
    if not found:
        raise UsageError(_("the name ends in none of {endings}").format(endings=" ".join(FORMATS)), path.name)
    return found


def save(path: Path, chunks: Iterable[str | bytes]) -> None:
    """Put a text into a file, in the place of one that is there: old or new, never half; raises UnsavedError."""
    path = path.resolve()
    new = path.with_name(f".zjreader-{os.urandom(4).hex()}.new")
    try:
        try:
            _write(new, chunks)
            with suppress(FileNotFoundError):
                new.chmod(stat.S_IMODE(path.stat().st_mode))
            new.replace(path)
        finally:
            new.unlink(missing_ok=True)
        SYSTEM.sync_folder(path.parent)
    except OSError as error:
        raise UnsavedError(_("not saved: {why}").format(why=error.strerror or error), path.name) from error


def _write(new: Path, chunks: Iterable[str | bytes]) -> None:
    with new.open("xb") as file:
        for chunk in chunks:
            file.write(chunk.encode("utf-8", "surrogateescape") if isinstance(chunk, str) else chunk)
        file.flush()
        os.fsync(file.fileno())
