"""Which articles a command is about: the sources that it names, and a reader on them."""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from zjreader.article import Document, Problem
from zjreader.cli.process import LoadReport, Process
from zjreader.commands import Command
from zjreader.errors import MissingError, UnreadableError, ZjreaderError
from zjreader.messages import _
from zjreader.query.language import Query
from zjreader.query.loosening import loosened
from zjreader.query.results import Results
from zjreader.reader import Reader
from zjreader.sources import files, named


def sources_of(command: Command, process: Process) -> tuple[str, ...]:
    """The sources named by `--from` and in `--files-from`; none means the library.

    Raises UsageError for a word that is the address of nothing that is read.
    """
    listed = () if command.files_from is None else names_in(command.files_from, process)
    return tuple(map(named.meant, (*command.sources, *listed)))


def names_in(path: str, process: Process) -> Iterator[str]:
    """The names that a file holds, or standard input: one a line, or ended by NUL where it holds one."""
    try:
        data = process.stdin.read() if path == files.STANDARD_INPUT else Path(path).read_bytes()
    except OSError as error:
        raise UnreadableError(error.strerror or str(error), path) from error
    separator = b"\0" if b"\0" in data else b"\n"
    yield from (os.fsdecode(name.rstrip(b"\r")) for name in data.split(separator) if name.strip())


def opened(sources: Sequence[str], process: Process, report: LoadReport) -> Reader:
    """A reader on these sources, on the library where none is named; what is wrong with them is told.

    Raises MissingError where the library holds nothing.
    """
    reader = Reader.open(process.paths, documents(sources, process) if sources else None, process.now)
    for problem in reader.problems:
        report.add(problem)
    if not sources and not len(reader.corpus):
        raise MissingError(_("the library is empty; --from SOURCE reads just that, “zjreader guide” tells more"))
    return reader


def found(reader: Reader, identities: Iterable[str], process: Process) -> Iterator[int]:
    """Where the articles with these ids stand; an id that names none, or several, is told and passed over."""
    for identity in identities:
        try:
            yield reader.read(identity)
        except ZjreaderError as error:
            process.fail(error)


def documents(sources: Sequence[str], process: Process) -> Iterator[Document | Problem]:
    """The documents of all these sources, in their order."""
    return named.documents(sources, process.around)


def query_of(command: Command, process: Process) -> Query:
    """The query of a command; what is to be said of how it was read is said."""
    for note in command.parsed.notes:
        process.say(note.says)
    return command.query


def said_of(results: Results, process: Process) -> Results:
    """The results; what is to be said of them, found out if it is not known yet, is said."""
    if not results.told:
        results.hits  # noqa: B018 -- settles them
    for sentence in results.said:
        process.say(sentence)
    return results


def offer_of(query: Query, process: Process) -> None:
    """Nothing was found: where a loose question may find more, it is offered."""
    if offer := loosened(query):
        process.say(_("nothing has all of it; to ask loosely: {query}").format(query=offer))
