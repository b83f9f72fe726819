"""`count`: numbers instead of articles, as tab-separated lines."""

from collections.abc import Iterator, Sequence

from zjreader.cli.process import LoadReport, Process
from zjreader.cli.selection import offer_of, opened, query_of, said_of, sources_of
from zjreader.commands import Command
from zjreader.corpus.positions import Positions
from zjreader.errors import UsageError
from zjreader.formats.tsv import line
from zjreader.messages import _
from zjreader.query.counts import Count, axis, tabulated
from zjreader.reader import Reader
from zjreader.views import counted


def run_count(command: Command, process: Process) -> int:
    """Print how many articles the query asks for, or how many by each value of some fields."""
    if command.views and command.by:
        raise UsageError(_("goes with no --by"), "count --views")
    query = query_of(command, process)
    sources = sources_of(command, process)
    report = LoadReport(process, len(sources))
    reader = opened(sources, process, report)
    hits = said_of(reader.search(query), process).hits
    if not hits:
        offer_of(query, process)
    if command.views:
        return report.close(found=_count_views(command, process, reader, hits), strict=command.strict)
    axes = [axis(name, reader.corpus, reader.states) for name in command.by]
    process.write(_lines(command.by, tabulated(hits, axes, zero=command.zero), header=command.header))
    return report.close(found=bool(hits), strict=command.strict)


def _count_views(command: Command, process: Process, reader: Reader, hits: Positions) -> bool:
    """Print how many of these articles each saved query finds unread; tells whether there was any."""
    saved = reader.views.saved.items()
    counts = list(counted(saved, reader.states.read, lambda query: reader.search(query).hits & hits))
    for count in counts:
        if count.trouble:
            process.say(f"view:{count.name}: {count.trouble}")
    if command.header:
        process.write([line(("view", "unread"))])
    process.write(line((count.name, str(count.unread))) for count in counts if not count.trouble)
    return any(count.unread for count in counts)


def _lines(names: Sequence[str], table: Iterator[Count], *, header: bool) -> Iterator[str]:
    if header:
        yield line((*names, "count"))
    for values, articles in table:
        yield line((*values, str(articles)))
