"""`add` and `update`: sources into the library, told as it goes on stderr."""

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from zjreader.article import Document, Problem, SourceSettings
from zjreader.cli.process import LoadReport, Process
from zjreader.cli.progress import Progress
from zjreader.cli.selection import sources_of
from zjreader.commands import Command
from zjreader.errors import ExitCode, MissingError, UnsavedError, UsageError
from zjreader.formats.load_report import report_line
from zjreader.formats.row import Layout, Row
from zjreader.formats.tsv import tsv
from zjreader.keeping import Given, Keeper, read_back
from zjreader.library.journal import Journal
from zjreader.library.library import Library
from zjreader.library.source_rows import KeptSource
from zjreader.messages import _
from zjreader.query.language import Query
from zjreader.reader import stream
from zjreader.sources import files
from zjreader.sources.settings import parsed
from zjreader.text.clean import Clean, clean_line
from zjreader.upkeep import bring_up

_RARELY = (100_000, 50, 100)
"""New objects after which the young ones are looked through, and how often older ones are (`gc.set_threshold`)."""

_SHOWN = 10
"""Articles that a dry run shows."""


def run_add(command: Command, process: Process) -> int:
    """Put sources into the library."""
    sources = sources_of(command, process)
    if not sources:
        raise UsageError(_("needs a source: file, folder, archive or -"), command.name)
    settings = parsed(command.settings)
    given = [_given(source, settings, process) for source in sources]
    if command.dry_run:
        return _shown(given, process)
    progress = _progress(sources, process)
    progress.announce()
    return _kept(given, command, process, progress)


def run_update(command: Command, process: Process) -> int:
    """Read the library's sources again, or these of them: what has not changed is passed over."""
    journal = Journal.open(process.paths, process.now)
    with Library.reading(process.paths) as library:
        known = {each.source.address: each.source for each in library.sources if each.source.device == journal.device}
    asked = [clean_line(os.path.abspath(word)) for word in command.words]  # noqa: PTH100 -- globs too
    asked = asked or [each for each in known if _is_lasting(each)]
    for address in asked:
        if address not in known:
            raise MissingError(_("the library does not read from this"), address)
    return _kept([_again(known[address], process) for address in asked], command, process, _progress(asked, process))


def _progress(sources: Sequence[str], process: Process) -> Progress:
    """The line for these sources, whose bytes are summed up where there is somebody to see them pass."""
    return Progress(process, sum(map(files.size, sources)) if process.stderr.isatty() else 0)


def _given(source: str, settings: SourceSettings, process: Process) -> Given:
    if source == files.STANDARD_INPUT:
        address = clean_line(_("standard input {when}").format(when=f"{process.now():%Y-%m-%d %H:%M:%S}"))
        return Given(address, settings, files.documents(source, process.around, settings))
    path = os.path.abspath(source)  # noqa: PTH100 -- globs too
    address = clean_line(path)
    if address != path:
        process.say(_("{source}: has a name that cannot be kept; update will not find it").format(source=address))
    return Given(address, settings, files.documents(path, process.around, settings))


def _again(source: KeptSource, process: Process) -> Given:
    settings = read_back(source.settings)
    return Given(source.address, settings, files.documents(source.address, process.around, settings))


def _is_lasting(address: Clean) -> bool:
    """Whether a source can be read again: standard input and pasted texts are named so, files by their path."""
    return address.startswith("/")


def _kept(given: Sequence[Given], command: Command, process: Process, progress: Progress) -> ExitCode:
    report = LoadReport(process, len(given))
    try:
        with _collecting_rarely():
            _take_in(given, command, process, report, progress)
    except KeyboardInterrupt:
        progress.clear()
        process.say(
            _("stopped; {said}, which is kept, and the same command goes on from here").format(said=progress.said)
        )
        return ExitCode.INTERRUPTED
    progress.clear()
    process.say(progress.said)
    return report.close(found=progress.found, strict=command.strict)


def _take_in(
    given: Sequence[Given], command: Command, process: Process, report: LoadReport, progress: Progress
) -> None:
    keeper = Keeper(process.paths, Journal.open(process.paths, process.now))
    with _report_lines(command.report) as write:
        for source in given:
            for kept in keeper.keep(source._replace(documents=progress.over(source.documents))):
                for problem in kept.problems:
                    progress.clear()
                    report.add(problem)
                    write(report_line(problem, source.address))
                progress.tell(kept)
    progress.index()
    bring_up(process.paths)


@contextmanager
def _collecting_rarely() -> Iterator[None]:
    """Look for circles of objects rarely: articles make none, and looking takes a sixth of the time."""
    before = gc.get_threshold()
    gc.set_threshold(*_RARELY)
    try:
        yield
    finally:
        gc.set_threshold(*before)


@contextmanager
def _report_lines(path: str | None) -> Iterator[Callable[[str], object]]:
    """Writes lines to a file; without one, nowhere."""
    if path is None:
        yield str
        return
    try:
        with Path(path).open("w", encoding="utf-8") as file:
            yield file.write
    except OSError as error:
        raise UnsavedError(error.strerror or str(error), path) from error


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
