"""What a command is given of the world, and what it says to it: data on stdout, narration on stderr, both in UTF-8.

Nothing is written but `Clean` text, or what a format made of it; file names with `-0` keep their own bytes.
"""

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, tzinfo
from pathlib import Path
from typing import BinaryIO, NamedTuple

from zjreader.article import Problem
from zjreader.errors import ExitCode, QueryError, ZjreaderError
from zjreader.library import paths, settings_file
from zjreader.library.settings import DEFAULTS, Settings
from zjreader.messages import _n
from zjreader.reader import local_now
from zjreader.sources.files import Surroundings
from zjreader.text.clean import Clean, clean_line
from zjreader.text.secrets import masked
from zjreader.text.width import cells

MOST_PROBLEMS = 20
"""Lines about parts of inputs, after which only the number of the others is told."""


class Process(NamedTuple):
    """Streams, environment and clock of a run, and what its person chose."""

    stdin: BinaryIO
    stdout: BinaryIO
    stderr: BinaryIO
    environ: Mapping[str, str]
    now: Callable[[], datetime]
    settings: Settings = DEFAULTS

    @property
    def paths(self) -> paths.Paths:
        """Where zjreader keeps what."""
        return paths.find(self.environ, self.settings.state_dir)

    @property
    def zone(self) -> tzinfo | None:
        """The time zone that was chosen; None is the system's, which `TZ` may name."""
        if self.settings.timezone is None or self.environ.get("TZ"):
            return None
        from zoneinfo import ZoneInfo

        return ZoneInfo(self.settings.timezone)

    @property
    def around(self) -> Surroundings:
        """What sources need of the process."""
        return Surroundings(self.stdin, self.now, self.zone, self.environ)

    def write(self, chunks: Iterable[str]) -> None:
        """Put data on stdout, piece by piece; raises OSError, BrokenPipeError among them."""
        for chunk in chunks:
            self.stdout.write(chunk.encode("utf-8", "surrogateescape"))
        self.stdout.flush()

    def say(self, sentence: str) -> None:
        """One line of narration on stderr, under the program's name and without secrets of addresses.

        A closed stderr is no reason to stop.
        """
        self._tell(f"zjreader: {masked(clean_line(sentence))}\n")

    def _tell(self, lines: str) -> None:
        try:
            self.stderr.write(lines.encode())
            self.stderr.flush()
        except OSError:
            return

    def fail(self, error: ZjreaderError) -> ExitCode:
        """Say an error, with a caret under its place in a query; gives the code to end with."""
        self.say(str(error))
        if isinstance(error, QueryError):
            self._tell(f"  {error.text}\n  {' ' * cells(error.text[: error.position])}^\n")
        return error.exit_code


def this_process() -> Process:
    """The process that we are; a stream that was closed before we started is the null device."""
    stdin, stdout, stderr = (
        stream.buffer if stream else open(os.devnull, "r+b")  # noqa: SIM115, PTH123 -- ends with the process
        for stream in (sys.stdin, sys.stdout, sys.stderr)
    )
    return Process(stdin, stdout, stderr, os.environ, local_now)


def settings_path(process: Process) -> Path:
    """The file of the settings, which need not exist."""
    return process.paths.config / settings_file.NAME


def with_settings(process: Process) -> Process:
    """The process as its person wants it; what is wrong in the file is said, and the rest of it counts."""
    settings, problems = settings_file.load(settings_path(process))
    for problem in problems:
        process.say(told(problem))
    process = process._replace(settings=settings)
    zone, now = process.zone, process.now
    return process._replace(now=lambda: now().astimezone(zone)) if zone else process


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
            self._process.say(told(problem))

    def close(self, *, found: bool, strict: bool) -> ExitCode:
        """Say how much was left unsaid; the code of a run that found something or not."""
        if self._problems > self._said:
            self._process.say(_n("{count} more problem", "{count} more problems", self._problems - self._said))
        if self._unreadable and len(self._unreadable) >= self._sources and not found:
            return ExitCode.UNREADABLE
        if self._unreadable or (strict and self._skipped):
            return ExitCode.USAGE
        return ExitCode.FOUND if found else ExitCode.NOTHING


def told(problem: Problem) -> str:
    """A problem as one line: where it is, and what it is."""
    about = f"{problem.about}:{problem.line}" if problem.line else problem.about
    return f"{about}: {problem.what}"
