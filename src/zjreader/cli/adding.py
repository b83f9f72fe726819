"""`add` and `update`: sources into the library, told as it goes on stderr."""

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from zjreader.article import Document, Problem, SourceSettings
from zjreader.cli.process import LoadReport, Process
from zjreader.cli.progress import Progress
from zjreader.cli.selection import sources_of
from zjreader.cli.subscribing import address_of
from zjreader.cli.taking import Taking
from zjreader.commands import Command
from zjreader.errors import ExitCode, UsageError
from zjreader.formats.row import Layout, Row
from zjreader.formats.tsv import tsv
from zjreader.keeping import Given
from zjreader.library.journal import Journal
from zjreader.library.library import Library
from zjreader.messages import _
from zjreader.parse import worker
from zjreader.query.language import Query
from zjreader.reader import stream
from zjreader.rounds import due, given, given_again
from zjreader.sources import files
from zjreader.sources.addresses import is_address
from zjreader.sources.files import Surroundings
from zjreader.sources.request import typed
from zjreader.sources.settings import parsed
from zjreader.text.clean import Clean, clean_line
from zjreader.text.secrets import masked

_SHOWN = 10
"""Articles that a dry run shows."""


def run_add(command: Command, process: Process) -> int:
    """Put sources into the library."""
    sources = sources_of(command, process)
    if not sources:
        raise UsageError(_("needs a source: file, folder, archive, address or -"), command.name)
    given = given_of(sources, command.settings, process, process.around)
    if command.dry_run:
        return _shown(given, process)
    progress = _progress(sources, process)
    progress.announce()
    return Taking(command, process, progress).run(given)


def run_update(command: Command, process: Process) -> int:
    """Read the library's sources again, or these of them: what has not changed is passed over."""
    journal = Journal.open(process.paths, process.now)
    asked = [address_of(word, process, journal) for word in command.words]
    with Library.reading(process.paths) as library:
        found = due(library, journal.device, process.now(), asked)
    progress = _progress([request.address for request in found.wanted], process)
    progress.leave_alone(found.waiting)
    return Taking(command, process, progress).run(given_again(found.wanted, process.around))


def _progress(sources: Sequence[str], process: Process) -> Progress:
    """The line for these sources, whose bytes are summed up where there is somebody to see them pass."""
    return Progress(process, sum(map(files.size, sources)) if process.stderr.isatty() else 0, len(sources))


def given_of(sources: Sequence[str], said: Iterable[str], process: Process, around: Surroundings) -> Iterator[Given]:
    """What these sources hold, of which this is said: files in their order, then addresses as they answer.

    Raises UsageError for words that say nothing.
    """
    return _given(sources, parsed(said), process, around)


def _given(sources: Sequence[str], settings: SourceSettings, process: Process, around: Surroundings) -> Iterator[Given]:
    asked = [typed(clean_line(source), settings) for source in sources if is_address(source)]
    for source in sources:
        if not is_address(source):
            path = source if source == files.STANDARD_INPUT else os.path.abspath(source)  # noqa: PTH100 -- globs too
            yield Given(_address(path, process), settings, files.documents(path, around, settings))
    for answered in given(asked, around):
        yield answered._replace(documents=_with_offers(answered.documents))


def _with_offers(documents: Iterable[Document | Problem]) -> Iterator[Document | Problem]:
    """The same documents, and behind a page that announces feeds a line that names them: one of them can be added."""
    for came in documents:
        yield came
        if isinstance(came, Document) and (feeds := worker.feeds(came)):
            what = _("announces feeds, which can be added: {feeds}").format(feeds=" ".join(feeds))
            yield Problem(masked(came.source), clean_line(what), kept=1)


def _address(path: str, process: Process) -> Clean:
    """The address of a file by its whole path; of standard input, what it is called."""
    if path == files.STANDARD_INPUT:
        return clean_line(_("standard input {when}").format(when=f"{process.now():%Y-%m-%d %H:%M:%S}"))
    address = clean_line(path)
    if address != path:
        process.say(_("{source}: has a name that cannot be kept; update will not find it").format(source=address))
    return address


def _shown(given: Iterable[Given], process: Process) -> ExitCode:
    """The first articles that these sources would give."""
    report = LoadReport(process, 1)
    documents = (document for source in given for document in source.documents)
    rows = islice(_rows(documents, process, report), _SHOWN)
    process.write(tsv(rows, Layout()))
    return report.close(found=True, strict=False)


def _rows(documents: Iterable[Document | Problem], process: Process, report: LoadReport) -> Iterator[Row]:
    for came in stream(documents, Query(), process.paths, process.now):
        if isinstance(came, Problem):
            report.add(came)
        else:
            yield Row(*came)
