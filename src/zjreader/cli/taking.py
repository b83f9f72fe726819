"""What `add`, `update` and `fetch` have in common: they keep what comes, tell it as they go, and bring the index up."""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from zjreader.adding import Kept
from zjreader.cli.process import LoadReport, Process
from zjreader.cli.progress import Progress
from zjreader.commands import Command
from zjreader.errors import ExitCode, UnsavedError
from zjreader.formats.load_report import report_line
from zjreader.grower import Grower
from zjreader.harvest import Awaited, Ended, Fact, Took, harvest
from zjreader.keeping import Given, Keeper
from zjreader.library.journal import Journal
from zjreader.messages import _
from zjreader.text.clean import Clean
from zjreader.upkeep import bring_up

_RARELY = (100_000, 50, 100)
"""New objects after which the young ones are looked through, and how often older ones are (`gc.set_threshold`)."""


class Taking:
    """One run into the library."""

    def __init__(self, command: Command, process: Process, progress: Progress) -> None:
        self._command = command
        self._process = process
        self._progress = progress
        self._report = LoadReport(process, progress.sources)
        self._keeper = Keeper(process.paths, Journal.open(process.paths, process.now))

    def run(self, given: Iterable[Given], ids: Iterable[Clean] = ()) -> ExitCode:
        """Take these sources in, then the texts of these teasers, and of new ones where a source is to give them."""
        process = self._process
        metered = (source._replace(documents=self._progress.over(source.documents)) for source in given)
        try:
            with (
                _collecting_rarely(),
                _report_lines(self._command.report) as write,
                Grower(process.paths) as grower,
                closing(harvest(metered, ids, self._keeper, process.around)) as facts,
            ):
                for fact in facts:
                    self._tell(fact, write)
                    if isinstance(fact, Took):
                        grower.committed(len(fact.kept.records))
                self._progress.index()
            bring_up(process.paths)
        except KeyboardInterrupt:
            self._progress.clear()
            said = _("stopped; {said}, which is kept, and the same command goes on from here")
            process.say(said.format(said=self._progress.said))
            return ExitCode.INTERRUPTED
        self._progress.clear()
        process.say(self._progress.said)
        return self._report.close(found=self._progress.found, strict=self._command.strict)

    def _tell(self, fact: Fact, write: Callable[[str], object]) -> None:
        match fact:
            case Took(source, kept):
                self._report_all(kept, source, write)
                self._progress.tell(kept)
            case Ended(unchanged=True):
                self._progress.pass_over()
            case Ended(failed=failed):
                self._progress.end_source(failed=failed)
            case Awaited(count):
                self._progress.begin_texts(count)
            case _:
                self._report_all(fact.kept, None, write)
                self._progress.tell_texts(fact.kept)

    def _report_all(self, kept: Kept, source: Clean | None, write: Callable[[str], object]) -> None:
        for problem in kept.problems:
            self._progress.clear()
            self._report.add(problem)
            write(report_line(problem, source or problem.about))


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
