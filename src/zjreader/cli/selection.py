"""Which articles a command is about: the sources that it names, and how an empty library is told."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from zjreader.article import Document, Problem
from zjreader.cli.process import Process
from zjreader.commands import Command
from zjreader.errors import ExitCode, UnreadableError
from zjreader.messages import _
from zjreader.sources import files


def sources_of(command: Command, process: Process) -> tuple[str, ...]:
    """The sources named by `--from` and in `--files-from`; none means the library."""
    if command.files_from is None:
        return command.sources
    return (*command.sources, *names_in(command.files_from, process))


def names_in(path: str, process: Process) -> Iterator[str]:
    """The names that a file holds, or standard input: one a line, or ended by NUL where it holds one."""
    try:
        data = process.stdin.read() if path == files.STANDARD_INPUT else Path(path).read_bytes()
    except OSError as error:
        raise UnreadableError(error.strerror or str(error), path) from error
    separator = b"\0" if b"\0" in data else b"\n"
    yield from (os.fsdecode(name.rstrip(b"\r")) for name in data.split(separator) if name.strip())


def documents(sources: Sequence[str], process: Process) -> Iterator[Document | Problem]:
    """The documents of all these sources, in their order."""
    for source in sources:
        yield from files.documents(source, process.around)


def said_empty(process: Process) -> ExitCode:
    """Tell that the library holds nothing, and how to read something all the same."""
    process.say(_("the library is empty; --from SOURCE reads just that, “zjreader guide” tells more"))
    return ExitCode.NOTHING
