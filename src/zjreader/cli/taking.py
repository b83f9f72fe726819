"""What `add`, `update` and `fetch` have in common: they keep what comes, tell it as they go, and bring the index up."""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from zjreader.adding import Kept
from zjreader.cli.process import LoadReport, Process
from zjreader.cli.progress import Progress
from zjreader.commands import Command
from zjreader.errors import ExitCode, UnsavedError
from zjreader.formats.load_report import report_line
from zjreader.full_texts import teasers, texts
from zjreader.grower import Grower
from zjreader.keeping import Given, Keeper
from zjreader.library.journal import Journal
from zjreader.library.library import Library
from zjreader.messages import _
from zjreader.text.clean import Clean
from zjreader.upkeep import bring_up

_RARELY = (100_000, 50, 100)
"""New objects after which the young ones are looked through, and how often older ones are (`gc.set_threshold`)."""

_TOGETHER = 20
"""Full texts that are kept in one go: the library is held while they are written, not while they are waited for."""


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
        try:
            with _collecting_rarely(), _report_lines(self._command.report) as write:
                with Grower(self._process.paths) as grower:
                    self._complete([*ids, *self._taken(given, write, grower)], write)
                    self._progress.index()
                bring_up(self._process.paths)
        except KeyboardInterrupt:
            self._progress.clear()
            said = _("stopped; {said}, which is kept, and the same command goes on from here")
            self._process.say(said.format(said=self._progress.said))
            return ExitCode.INTERRUPTED
        self._progress.clear()
        self._process.say(self._progress.said)
        return self._report.close(found=self._progress.found, strict=self._command.strict)

    def _taken(self, given: Iterable[Given], write: Callable[[str], object], grower: Grower) -> Iterator[Clean]:
        """Take the sources in; gives the ids of the new teasers whose texts are wanted."""
        unchanged = []
        try:
            for source in given:
                if source.unchanged:
                    unchanged.append(source)
                    self._progress.pass_over()
                else:
                    yield from self._take(source, write, grower)
        finally:
            if unchanged:
                self._keeper.pass_over(unchanged)

    def _take(self, source: Given, write: Callable[[str], object], grower: Grower) -> Iterator[Clean]:
        """Keep what a source holds; gives ids as `_taken` does."""
        failed = False
        for kept in self._keeper.keep(source._replace(documents=self._progress.over(source.documents))):
            self._tell(kept, source.address, write)
            failed = failed or any(problem.unreadable for problem in kept.problems)
            self._progress.tell(kept)
            grower.committed(len(kept.records))
            if source.settings.full_text:
                yield from (record.ids[0] for record in kept.records if record.article.kind == "teaser")
        self._progress.end_source(failed=failed)

    def _complete(self, ids: Iterable[Clean], write: Callable[[str], object]) -> None:
        """Get the texts of these teasers from their links, and keep each that is one."""
        wanted = list(ids)
        if not wanted:
            return
        with Library.reading(self._process.paths) as library:
            waiting = list(teasers(library, wanted))
        self._progress.begin_texts(len(waiting))
        coming = texts(waiting, self._process.around)
        while some := list(islice(coming, _TOGETHER)):
            for kept in self._keeper.complete(some):
                self._tell(kept, None, write)
                self._progress.tell_texts(kept)

    def _tell(self, kept: Kept, source: Clean | None, write: Callable[[str], object]) -> None:
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
