"""`show --diff`: what changed between two versions of an article of the library."""

from collections.abc import Iterator

from zjreader.article import Moment
from zjreader.cli.layout import layout_of
from zjreader.cli.process import LoadReport, Process
from zjreader.cli.selection import found, opened
from zjreader.commands import Command
from zjreader.errors import MissingError, UsageError
from zjreader.formats.credits import shown_time
from zjreader.formats.difference import difference_lines
from zjreader.formats.row import Layout
from zjreader.holdings import versions
from zjreader.messages import _
from zjreader.text.clean import Clean
from zjreader.versions import Compared, compared, since

_OPTION = "show --diff"


def run_diff(command: Command, process: Process) -> int:
    """Print what changed; an article of one version, or a number that none has, is told, and the others printed."""
    if command.sources or command.files_from:
        raise UsageError(_("only the library keeps earlier versions"), _OPTION)
    if command.format not in {None, "text"} or command.template is not None:
        raise UsageError(_("is for people to read; programs compare what --version N -f jsonl gives"), _OPTION)
    if not command.words:
        raise UsageError(_("needs the ids of articles"), _OPTION)
    report, layout = LoadReport(process, 0), layout_of(command, process)
    reader = opened((), process, report)
    printed = 0
    for position in found(reader, command.words, process):
        try:
            lines = _lines(reader.corpus.ids(position)[0], command, process, layout)
        except MissingError as error:
            process.fail(error)
            continue
        process.write(["\n\n"] if printed and not layout.null else [])
        process.write(lines)
        process.write([layout.end] if layout.null else [])
        printed += 1
    return report.close(found=printed == len(command.words), strict=command.strict)


def _lines(identity: Clean, command: Command, process: Process, layout: Layout) -> Iterator[str]:
    """The lines of one article; raises MissingError before the first of them."""
    kept = versions(process.paths, identity)
    found = compared(kept, command.version)
    return _under_heading(found, since(kept), layout)


def _under_heading(found: Compared, times: tuple[Clean, ...], layout: Layout) -> Iterator[str]:
    before, after = (
        _("version {number} ({when})").format(number=number, when=_shown(times[number - 1], layout))
        for number in (found.before, found.after)
    )
    yield f"{before} → {after}\n\n"
    yield from difference_lines(found.difference, layout)


def _shown(time: Clean, layout: Layout) -> Clean:
    return shown_time(Moment(time, "second", None), layout.zone)
