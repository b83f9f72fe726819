"""`fetch`: the full texts of teasers, from their links."""

from zjreader.cli.process import LoadReport, Process
from zjreader.cli.progress import Progress
from zjreader.cli.selection import opened, query_of, said_of
from zjreader.cli.taking import Taking
from zjreader.commands import Command
from zjreader.query.language import Query


def run_fetch(command: Command, process: Process) -> int:
    """Complete the teasers that the query asks for."""
    report = LoadReport(process, 0)
    reader = opened((), process, report)
    query = query_of(command, process)
    asked = Query.parse("is:teaser").both(query)
    results = said_of(reader.search(asked), process)
    ids = [reader.corpus.ids(position)[0] for position in results.ordered(reader.orders, asked.order)]
    return Taking(command, process, Progress(process, sources=0)).run((), ids)
