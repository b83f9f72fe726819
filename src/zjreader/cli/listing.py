"""`list`, `show` and `guide`: articles to stdout, in any format, from the sources that were named."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice

from zjreader.article import UNKNOWN, UNTOUCHED, Document, Problem, Record, Span, State
from zjreader.cli.layout import layout_of
from zjreader.cli.process import LoadReport, Process
from zjreader.cli.selection import documents, found, offer_of, opened, query_of, said_of, sources_of
from zjreader.commands import Command
from zjreader.errors import ExitCode, UsageError
from zjreader.formats import cite, csv, html, identifiers, json, markdown, table, template, text, tsv
from zjreader.formats.row import Format, Match, Row
from zjreader.guide import pages
from zjreader.holdings import versions
from zjreader.library.word_lists import segmenter_in
from zjreader.messages import _
from zjreader.query.language import Query
from zjreader.query.spans import Part, find_spans
from zjreader.reader import Reader, stream
from zjreader.versions import version
from zjreader.views import meant

FORMATS: dict[str, Format] = {
    "table": table.table,
    "tsv": tsv.tsv,
    "jsonl": json.jsonl,
    "json": json.json,
    "csv": csv.csv,
    "md": markdown.markdown,
    "html": html.html,
    "text": text.text,
    "cite": cite.cite,
    "ids": identifiers.ids,
    "urls": identifiers.urls,
    "paths": identifiers.paths,
}


_Finder = Callable[[str, Part], Iterable[Span]]
"""Where a query matches in a text of an article."""


def run_list(command: Command, process: Process) -> int:
    """Print what the query asks for."""
    sources, query = sources_of(command, process), query_of(command, process)
    report = LoadReport(process, len(sources))
    if sources and _streams(command, query):
        return _listed(
            command, process, _streamed(command, process, documents(sources, process), report, query), report
        )
    return _listed(command, process, _ordered(command, query, opened(sources, process, report), process), report)


def run_guide(command: Command, process: Process) -> int:
    """Print the built-in guide, in its own order unless another is asked for."""
    report, query = LoadReport(process, 1), query_of(command, process)
    if _streams(command, query):
        return _listed(command, process, _streamed(command, process, pages.documents(), report, query), report)
    reader = Reader.open(process.paths, pages.documents(), process.now)
    return _listed(command, process, _ordered(command, query, reader, process), report)


def _streams(command: Command, query: Query) -> bool:
    """Whether articles leave as they are read."""
    return query.order == "none" and not command.reverse


def run_show(command: Command, process: Process) -> int:
    """Print the articles with these ids, set for reading unless another format is asked for."""
    if not command.words:
        raise UsageError(_("needs the ids of articles"), command.name)
    sources = sources_of(command, process)
    report = LoadReport(process, len(sources))
    reader = opened(sources, process, report)
    positions = list(found(reader, command.words, process))
    find = _finder(Query(), process)
    rows = (_row(_of_version(reader.corpus[p], command, process), reader.state(p), command, find) for p in positions)
    _print(command._replace(format=command.format or "text"), process, rows)
    ending = report.close(found=bool(positions), strict=command.strict)
    return ending or (ExitCode.FOUND if len(positions) == len(command.words) else ExitCode.NOTHING)


def _of_version(record: Record, command: Command, process: Process) -> Record:
    """The record as it was in the version that is asked for; sources that are only read have had no other."""
    if command.version is None:
        return record
    if command.sources or command.files_from:
        raise UsageError(_("only the library keeps earlier versions"), "show --version")
    return version(versions(process.paths, record.ids[0]), command.version)


def _listed(command: Command, process: Process, rows: Iterator[Row], report: LoadReport) -> ExitCode:
    counted = _Counted(islice(rows, command.offset, None if command.limit is None else command.offset + command.limit))
    if command.quiet:
        next(counted, None)
    elif command.counting:
        process.write([f"{sum(1 for _row in counted)}\n"])
    else:
        _print(command, process, counted)
    return report.close(found=counted.any, strict=command.strict)


class _Counted(Iterator[Row]):
    """Rows that remember whether there was any."""

    def __init__(self, rows: Iterator[Row]) -> None:
        self._rows = rows
        self.any = False

    def __next__(self) -> Row:
        row = next(self._rows)
        self.any = True
        return row


def _ordered(command: Command, query: Query, reader: Reader, process: Process) -> Iterator[Row]:
    results = said_of(reader.search(query), process)
    if command.limit is None and results.told:
        results.hits  # noqa: B018 -- looked for in all texts at once, words cost a third
    row = _rows(command, reader, _finder(results.query, process))
    found = False
    for position in results.ordered(reader.orders, results.query.order, reverse=command.reverse):
        found = True
        yield row(position)
    if not found:
        offer_of(query, process)


def _rows(command: Command, reader: Reader, find: _Finder) -> Callable[[int], Row]:
    """What gives as much of an article as is printed of it."""
    corpus = reader.corpus
    if command.format == "ids" and command.template is None:
        return lambda position: Row(UNKNOWN._replace(ids=corpus.ids(position)), UNTOUCHED)
    read = corpus.__getitem__ if _needs_texts(command) else corpus.outline
    return lambda position: _row(read(position), reader.state(position), command, find)


def _needs_texts(command: Command) -> bool:
    """Whether what is printed needs more of an article than its outline."""
    fields = " ".join((*(command.fields or ()), command.template or ""))
    asked = command.full or command.matches or "body" in fields or "blocks" in fields
    return asked or command.format in {"md", "html", "text"}


def _streamed(
    command: Command, process: Process, documents: Iterable[Document | Problem], report: LoadReport, query: Query
) -> Iterator[Row]:
    """A limit in the query is of all rows, not of each document's."""
    query = meant(query, process.paths, process.now)
    arriving = stream(documents, query._replace(limit=None), process.paths, process.now)
    return islice(_kept(arriving, command, report, _finder(query, process)), query.most)


def _kept(
    arriving: Iterable[tuple[Record, State] | Problem], command: Command, report: LoadReport, find: _Finder
) -> Iterator[Row]:
    for came in arriving:
        if isinstance(came, Problem):
            report.add(came)
        else:
            yield _row(*came, command, find)


def _row(record: Record, state: State, command: Command, find: _Finder) -> Row:
    return Row(
        record, UNTOUCHED if command.stateless else state, tuple(_matches(record, find)) if command.matches else ()
    )


def _finder(query: Query, process: Process) -> _Finder:
    return partial(find_spans, query, segments=segmenter_in(process.paths.state))


def _matches(record: Record, find: _Finder) -> Iterator[Match]:
    article = record.article
    yield from (Match("title", span) for span in find(article.title, "title"))
    yield from (Match("summary", span) for span in find(article.summary or "", "summary"))
    yield from (Match("body", span) for span in find(article.body, "body"))


def _print(command: Command, process: Process, rows: Iterator[Row]) -> None:
    layout = layout_of(command, process)
    if command.template is not None:
        return process.write(template.template(rows, layout))
    default = "table" if process.stdout.isatty() else "tsv"
    return process.write(FORMATS[command.format or default](rows, layout))
