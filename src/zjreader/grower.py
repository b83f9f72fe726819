"""A process that writes the image while this one adds, so that two processors share what takes half the time each.

Nothing hangs on it: where it cannot be started, ends too early or falls behind, bringing the image up does the rest.
"""

import os
import subprocess
import sys
from contextlib import suppress
from types import TracebackType
from typing import Final, Self

from zjreader.library.paths import Paths

WORTH: Final = 2_000
"""Articles from which on a process of its own costs less than it saves."""

_PROGRAM: Final = """
import gc, sys
gc.disable()
folders, sys.path[:] = sys.argv[2 : 2 + int(sys.argv[1])], sys.argv[2 + int(sys.argv[1]) :]
from zjreader.growth import main
main(folders, sys.stdin.buffer)
"""
"""Isolated, with our own places to import from, it finds what we find; articles make no circles to look for."""


class Grower:
    """The process, from the time when it pays; ends with the block that it is used in, and is waited for."""

    def __init__(self, paths: Paths, worth: int = WORTH) -> None:
        """Nothing is started before as many articles were committed as are `worth` it."""
        self._paths = paths
        self._lacking = worth
        self._process: subprocess.Popen[bytes] | None = None

    def committed(self, articles: int) -> None:
        """So many new articles can be read."""
        self._lacking -= articles
        if self._process and self._process.stdin:
            with suppress(BrokenPipeError):
                self._process.stdin.write(b"\n")
        elif self._lacking <= 0:
            with suppress(OSError):
                self._process = _started(self._paths)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._process is None:
            return
        if kind:
            self._process.kill()
        self._process.communicate()


def _started(paths: Paths) -> subprocess.Popen[bytes]:
    places = [place for place in sys.path if place]
    return subprocess.Popen(
        [sys.executable, "-I", "-c", _PROGRAM, str(len(paths)), *map(os.fspath, paths), *places],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        bufsize=0,
        start_new_session=True,
    )
