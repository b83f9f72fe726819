"""One family of errors: each knows its exit code, what it is about and its own sentence.

Raised where the fact is known, phrased there once through `messages`, shown at the edge. A problem that stops nothing
is no error but a `Problem`, a line of the load report (`article.py`).
"""

from enum import IntEnum
from typing import ClassVar

from zjreader.text.clean import Clean, clean_line


class ExitCode(IntEnum):
    """What a command ends with, as docs and man page promise it to scripts."""

    FOUND = 0
    NOTHING = 1
    USAGE = 2
    UNREADABLE = 3
    UNSAVED = 4
    LOCKED = 5
    BUG = 70
    INTERRUPTED = 130
    CLOSED_PIPE = 141


class ZjreaderError(Exception):
    """Something a user is told in one line: `NAME: what happened and what was kept`."""

    exit_code: ClassVar[ExitCode] = ExitCode.BUG

    def __init__(self, what: str, about: str = "") -> None:
        """`what` is a sentence in the reader's language, `about` the file, source or word it is about."""
        super().__init__(what)
        self.what: Clean = clean_line(what)
        self.about: Clean = clean_line(about)

    def __str__(self) -> str:
        """The line that is shown, without the program's name."""
        return f"{self.about}: {self.what}" if self.about else self.what


class UsageError(ZjreaderError):
    """The command line, a setting or an address is not of the promised form."""

    exit_code = ExitCode.USAGE


class QueryError(UsageError):
    """A query that cannot be read, with the place: `position` counts characters of `text`."""

    def __init__(self, what: str, text: str, position: int) -> None:
        """`position` lies inside `text`, or at its end."""
        super().__init__(what, text)
        self.text: Clean = clean_line(text)
        self.position: int = min(position, len(self.text))


class MissingError(ZjreaderError):
    """Nothing bears the id, or fits what was asked for."""

    exit_code = ExitCode.NOTHING


class UnreadableError(ZjreaderError):
    """A named input could not be opened or holds nothing that can be read."""

    exit_code = ExitCode.UNREADABLE


class PassingError(UnreadableError):
    """It may be readable another time: a network, or the server at its other end, fails now."""


class ImageError(UnreadableError):
    """The index of the library is absent, damaged or of another version: it has to be built again."""


class UnsavedError(ZjreaderError):
    """What the user asked to keep is not safely on disk."""

    exit_code = ExitCode.UNSAVED


class LockedError(UnsavedError):
    """Another zjreader held the lock for longer than we wait."""

    exit_code = ExitCode.LOCKED
