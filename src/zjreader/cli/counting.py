"""`count`: numbers instead of articles, as tab-separated lines."""

from collections.abc import Iterator, Sequence

from zjreader.cli.process import LoadReport, Process
from zjreader.cli.selection import opened, query_of, said_of, sources_of
from zjreader.commands import Command
from zjreader.formats.tsv import line
from zjreader.query.counts import Count, axis, tabulated


def run_count(command: Command, process: Process) -> int:
    """Print how many articles the query asks for, or how many by each value of some fields."""
    query = query_of(command, process)
    sources = sources_of(command, process)
    report = LoadReport(process, len(sources))
    reader = opened(sources, process, report)
    hits = said_of(reader.search(query), process).hits
    axes = [axis(name, reader.corpus, reader.states) for name in command.by]
    process.write(_lines(command.by, tabulated(hits, axes, zero=command.zero), header=command.header))
    return report.close(found=bool(hits), strict=command.strict)


def _lines(names: Sequence[str], table: Iterator[Count], *, header: bool) -> Iterator[str]:
    if header:
        yield line((*names, "count"))
    for values, articles in table:
        yield line((*values, str(articles)))
