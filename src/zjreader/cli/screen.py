"""The screen: on the sources that were named, else on the library, else on the guide; in a pipe the list instead."""

import hashlib
import os
from collections.abc import Sequence
from functools import partial

from zjreader import launch
from zjreader.article import UNSAID, Document
from zjreader.cli.process import LoadReport, Process
from zjreader.cli.selection import documents
from zjreader.commands import Command
from zjreader.corpus.collection import Collection
from zjreader.errors import QueryError, UsageError, ZjreaderError
from zjreader.guide import pages
from zjreader.holdings import holdings, versions
from zjreader.library.journal import Journal
from zjreader.library.paths import Paths
from zjreader.library.resume import NOWHERE, Resume, load, save
from zjreader.messages import _
from zjreader.query.language import Query
from zjreader.reader import Reader
from zjreader.sources.files import STANDARD_INPUT
from zjreader.sources.named import address_of, is_source
from zjreader.text.clean import Clean, clean_line
from zjreader.text.secrets import masked
from zjreader.tui.opening import Opening
from zjreader.tui.outside import Outside, Sources


def run(command: Command, process: Process) -> int:
    """Open the screen; gives the code that it ends with."""
    for word in command.sources:
        if not is_source(word):
            raise UsageError(_("no such file; to look for the word: zjreader -q {word}").format(word=word), word)
    if not process.stdout.isatty():
        from zjreader.cli import listing

        return listing.run_list(command, process)
    query = command.query
    report = LoadReport(process, len(command.sources))
    reader, title = _reader(command, process)
    for problem in reader.problems:
        report.add(problem)
    if command.sources and not len(reader.corpus):
        return report.close(found=False, strict=False)
    if STANDARD_INPUT in command.sources:
        _read_keys_from_terminal()
    resume = _left(command, process)
    if command.asks:
        reader.meant(query)
    else:
        query = _query_of(resume, reader)
    from zjreader.tui.start import run_screen

    outside = Outside(partial(launch.open_link, environ=process.environ), run=launch.run, pipe=launch.feed)
    if not command.sources:
        kept = partial(versions, process.paths)
        outside = outside._replace(
            keep=partial(_keep, process),
            check=partial(look_through, process.paths),
            versions=kept,
            sources=partial(_sources, process),
        )
    opening = Opening(reader, title, query, process.settings, resume, outside, lasting=title == _library())
    return run_screen(opening, partial(save, process.paths.local))


def _reader(command: Command, process: Process) -> tuple[Reader, Clean]:
    """Whom the screen asks and what that reads: these sources, else the library, else the guide."""
    if command.sources:
        named = Reader.open(process.paths, documents(command.sources, process), process.now)
        return named, masked(clean_line(", ".join(command.sources)))
    library = Reader.open(process.paths, None, process.now)
    if len(library.corpus):
        return library, _library()
    return Reader.open(process.paths, pages.documents(), process.now), clean_line(_("guide"))


def _library() -> Clean:
    """What the library is called where it is read."""
    return clean_line(_("library"))


def _keep(process: Process, document: Document) -> Collection:
    """Take a pasted text into the library; gives what the library then holds."""
    from zjreader.keeping import Given, Keeper  # SQLite, where something is pasted

    keeper = Keeper(process.paths, Journal.open(process.paths, process.now))
    for _kept in keeper.keep(Given(document.source, UNSAID, [document])):
        pass
    return holdings(process.paths)


def _sources(process: Process) -> Sources:
    """What can be done about the library's sources."""
    from zjreader.cli import errands  # SQLite and the parsers, once the reader reads

    return errands.sources(process)


def look_through(paths: Paths) -> Collection | None:
    """Look for damage in the image, once a generation; gives what the library holds where it had to be built anew."""
    from zjreader import health  # SQLite, and only once the reader reads

    try:
        return holdings(paths) if health.of_image_once(paths) else None
    except ZjreaderError:  # another one writes, or the disk is full: the next start looks again
        return None


def about(sources: Sequence[str]) -> Clean:
    """The name under which a place in these sources is kept: the same for the same files, wherever they are named."""
    places = (source if source == STANDARD_INPUT else address_of(source) for source in sources)
    return Clean(hashlib.sha256("\0".join(places).encode()).hexdigest()) if sources else NOWHERE.about


def _left(command: Command, process: Process) -> Resume:
    """Where these sources were left; what comes from a pipe, or is asked for now, is not what it was the last time."""
    resume = load(process.paths.local, about(command.sources))
    if command.asks or STANDARD_INPUT in command.sources:
        return resume._replace(query=NOWHERE.query, scope=NOWHERE.scope, article=NOWHERE.article)
    return resume


def _query_of(resume: Resume, reader: Reader) -> Query:
    """The query that stood in the query line; none, if it cannot be read any more."""
    try:
        query = Query.parse(resume.query)
        reader.meant(query)
    except QueryError:
        return Query()
    return query


def _read_keys_from_terminal() -> None:
    """Standard input was articles; what comes now is keys."""
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError as error:
        raise UsageError(_("needs a terminal; “zjreader list --from -” does not"), STANDARD_INPUT) from error
    os.dup2(terminal, 0)
    os.close(terminal)
