"""The screen: on the sources that were named, else on the guide; where stdout is no terminal, the list instead."""

import os

from zjreader.cli import listing
from zjreader.cli.process import LoadReport, Process
from zjreader.cli.selection import documents
from zjreader.commands import Command
from zjreader.errors import UsageError
from zjreader.guide import pages
from zjreader.messages import _
from zjreader.query.language import Query
from zjreader.reader import Reader
from zjreader.sources.files import STANDARD_INPUT, is_source


def run(command: Command, process: Process) -> int:
    """Open the screen; gives the code that it ends with."""
    for word in command.sources:
        if not is_source(word):
            raise UsageError(_("no such file; to look for the word: zjreader -q {word}").format(word=word), word)
    if not process.stdout.isatty():
        return listing.run_list(command, process)
    query = command.query
    report = LoadReport(process, len(command.sources))
    sources = documents(command.sources, process) if command.sources else pages.documents()
    reader = Reader.open(process.paths, sources, process.now)
    for problem in reader.problems:
        report.add(problem)
    if command.sources and not len(reader.corpus):
        return report.close(found=False, strict=False)
    if STANDARD_INPUT in command.sources:
        _read_keys_from_terminal()
    return _shown(reader, query, ", ".join(command.sources) or _("guide"))


def _shown(reader: Reader, query: Query, title: str) -> int:
    from zjreader.tui.start import run_screen

    return run_screen(reader, query, title)


def _read_keys_from_terminal() -> None:
    """Standard input was articles; what comes now is keys."""
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError as error:
        raise UsageError(_("needs a terminal; “zjreader list --from -” does not"), STANDARD_INPUT) from error
    os.dup2(terminal, 0)
    os.close(terminal)
