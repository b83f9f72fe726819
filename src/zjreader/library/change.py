"""Whether the library has changed since somebody last looked, told without opening it: SQLite's own change counter."""

from pathlib import Path

_AT, _BYTES = 24, 4


def counter(path: Path) -> int:
    """A number that every change makes another, 0 where there is no library (sqlite.org/fileformat2.html, 1.3.8).

    Never to be asked while this process has the library open: closing the file would let go of SQLite's locks on it.
    """
    try:
        with path.open("rb") as file:
            file.seek(_AT)
            return int.from_bytes(file.read(_BYTES))
    except FileNotFoundError:
        return 0
