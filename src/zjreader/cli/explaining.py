"""`explain`: how a query was understood, as a tree, and how many articles each part matches where sources are named."""

from collections.abc import Callable

from zjreader.cli.process import LoadReport, Process
from zjreader.cli.selection import documents, sources_of
from zjreader.commands import Command
from zjreader.errors import ExitCode
from zjreader.query.circumstances import Search
from zjreader.query.explaining import as_json, as_lines, explain
from zjreader.query.learnt import Learnt
from zjreader.query.match import matching
from zjreader.query.tree import All, Term
from zjreader.reader import Reader


def run_explain(command: Command, process: Process) -> int:
    """Print the explanation, with numbers of articles: of the sources that are named, else of the library."""
    parsed = command.parsed
    sources = sources_of(command, process)
    report = LoadReport(process, len(sources))
    reader = Reader.open(process.paths, documents(sources, process) if sources else None, process.now)
    for problem in reader.problems:
        report.add(problem)
    reader.meant(parsed.query)  # a saved query that cannot be asked is an error here too
    count = _counting(command, reader) if sources or len(reader.corpus) else None
    part = explain(All(parsed.query.terms), process.now().date(), count, reader.views.saved)
    if command.format == "json":
        process.write([as_json(parsed, part) + "\n"])
    else:
        process.write(f"{line}\n" for line in as_lines(parsed, part))
    return report.close(found=True, strict=command.strict) if sources else ExitCode.FOUND


def _counting(command: Command, reader: Reader) -> Callable[[Term], int]:
    search = Search(command.query, reader.corpus, reader.states, reader.circumstances, Learnt())
    return lambda term: len(matching(term, search, reader.corpus.everything))
