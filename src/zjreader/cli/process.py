"""What a command is given of the world, and what it says to it: data on stdout, narration on stderr, both in UTF-8.

Nothing is written but `Clean` text, or what a format made of it; file names with `-0` keep their own bytes.
"""

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import BinaryIO, NamedTuple

from zjreader.article import Problem
from zjreader.errors import ExitCode, ZjreaderError
from zjreader.library import paths
from zjreader.messages import _n
from zjreader.reader import local_now
from zjreader.sources.files import Surroundings
from zjreader.text.clean import Clean, clean_line

MOST_PROBLEMS = 20
"""Lines about parts of inputs, after which only the number of the others is told."""


class Process(NamedTuple):
    """Streams, environment and clock of a run."""

    stdin: BinaryIO
    stdout: BinaryIO
    stderr: BinaryIO
    environ: Mapping[str, str]
    now: Callable[[], datetime]

    @property
    def paths(self) -> paths.Paths:
        """Where zjreader keeps what."""
        return paths.find(self.environ)

    @property
    def around(self) -> Surroundings:
        """What sources need of the process."""
        return Surroundings(self.stdin, self.now)

    def write(self, chunks: Iterable[str]) -> None:
        """Put data on stdout, piece by piece; raises OSError, BrokenPipeError among them."""
        for chunk in chunks:
            self.stdout.write(chunk.encode("utf-8", "surrogateescape"))
        self.stdout.flush()

    def say(self, sentence: str) -> None:
        """One line of narration on stderr, under the program's name; a closed stderr is no reason to stop."""
        try:
            self.stderr.write(f"zjreader: {clean_line(sentence)}\n".encode())
            self.stderr.flush()
        except OSError:
            return

    def fail(self, error: ZjreaderError) -> ExitCode:
        """Say an error; gives the code to end with."""
        self.say(str(error))
        return error.exit_code


def this_process() -> Process:
    """The process that we are; a stream that was closed before we started is the null device."""
    stdin, stdout, stderr = (
        stream.buffer if stream else open(os.devnull, "r+b")  # noqa: SIM115, PTH123 -- ends with the process
        for stream in (sys.stdin, sys.stdout, sys.stderr)
    )
    return Process(stdin, stdout, stderr, os.environ, local_now)


class LoadReport:
    """What reading the sources brought to light, said as it comes, and the exit code that follows from it."""

    def __init__(self, process: Process, sources: int) -> None:
        """`sources` is how many inputs were named."""
        self._process = process
        self._sources = sources
        self._unreadable: set[Clean] = set()
        self._said = self._problems = 0
        self._skipped = False

    def add(self, problem: Problem) -> None:
        """Say a problem, unless many were said already."""
        self._problems += 1
        self._skipped = self._skipped or bool(problem.skipped)
        if problem.unreadable:
            self._unreadable.add(problem.about)
        if problem.unreadable or self._said < MOST_PROBLEMS:
            self._said += 1
            self._process.say(_told(problem))

    def close(self, *, found: bool, strict: bool) -> ExitCode:
        """Say how much was left unsaid; the code of a run that found something or not."""
        if self._problems > self._said:
            self._process.say(_n("{count} more problem", "{count} more problems", self._problems - self._said))
        if self._unreadable and len(self._unreadable) >= self._sources and not found:
            return ExitCode.UNREADABLE
        if self._unreadable or (strict and self._skipped):
            return ExitCode.USAGE
        return ExitCode.FOUND if found else ExitCode.NOTHING


def _told(problem: Problem) -> str:
    about = f"{problem.about}:{problem.line}" if problem.line else problem.about
    return f"{about}: {problem.what}"
