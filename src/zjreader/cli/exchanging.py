"""`import` and `export`: what other programs know of a reader and are told, and what goes to another machine.

`all` is a zip of three plain files, each of which another command writes, too: `list --full --jsonl`, `export marks`,
`export opml`. Paths, earlier versions and what was said of sources but for name and section stay behind.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import BinaryIO

from zjreader.article import Document, Problem
from zjreader.cli.carried import (
    articles,
    as_opml,
    holding_secrets,
    marks,
    take_articles,
    take_marks,
    take_sources,
    web_sources,
)
from zjreader.cli.process import LoadReport, Process
from zjreader.commands import Command
from zjreader.errors import ExitCode, UnreadableError, UsageError
from zjreader.formats.zipped import zipped
from zjreader.messages import _, _n
from zjreader.options import nearest
from zjreader.saving import save
from zjreader.sources.files import STANDARD_INPUT, documents
from zjreader.text.clean import clean_line
from zjreader.upkeep import bring_up

_KINDS = ("opml", "marks", "all")
_ARTICLES, _MARKS, _SOURCES = "articles.jsonl", "marks.jsonl", "sources.opml"


def run_import(command: Command, process: Process) -> int:
    """Take in what a file holds; what in it cannot be taken is told."""
    kind, path = _operands(command)
    report = LoadReport(process, 1)
    if kind == "all":
        said = _take_all(path, process, report)
    else:
        with _opened(path, process) as file:
            said = _take(kind, file, path, process, report)
    if kind != "marks":
        bring_up(process.paths)
    process.say(said)
    return report.close(found=True, strict=command.strict)


def _take(kind: str, file: BinaryIO, path: str, process: Process, report: LoadReport) -> str:
    about = clean_line(path)
    if kind == "opml":
        return take_sources(file.read(), about, process, report)
    return take_marks(file, about, process, report)


def _take_all(path: str, process: Process, report: LoadReport) -> str:
    """Marks first: joins among them are then known to the articles."""
    members: dict[str | None, Document] = {}
    for came in documents(path, process.around):
        if isinstance(came, Problem):
            report.add(came)
        else:
            members[came.member] = came
    said = []
    for kind, name in (("marks", _MARKS), ("opml", _SOURCES)):
        if name in members:
            with members[name].open() as file:
                said.append(_take(kind, file, path, process, report))
    if _ARTICLES in members:
        said.insert(0, take_articles(members[_ARTICLES], process, report))
    if not said:
        raise UnreadableError(_("was not written by “export all”"), path)
    return _(", ").join(said)


def run_export(command: Command, process: Process) -> int:
    """Write what other programs, or other machines, can take."""
    kind, path = _operands(command)
    if kind == "marks":
        lines = marks(process)
        _write(path, (line.encode() for line in lines), process)
        return ExitCode.FOUND if lines else ExitCode.NOTHING
    sources, left = web_sources(process)
    if kind == "opml":
        _write(path, (chunk.encode() for chunk in as_opml(sources)), process)
    else:
        opml = as_opml(sources) if sources else ()
        members = ((_ARTICLES, articles(process)), (_MARKS, marks(process)), (_SOURCES, opml))
        _write(path, zipped(members, process.now()), process)
    if left:
        told = _n("{count} source has no web address", "{count} sources have no web address", left)
        process.say(_("{what}, left out").format(what=told))
    if secret := holding_secrets(sources):
        process.say(
            _n(
                "{count} address holds a password or token: show the file to nobody",
                "{count} addresses hold passwords or tokens: show the file to nobody",
                secret,
            )
        )
    return ExitCode.FOUND if sources or kind == "all" else ExitCode.NOTHING


def _operands(command: Command) -> tuple[str, str]:
    """What is in the file, and the file."""
    kind, *names = command.words or ("",)
    if kind and kind not in _KINDS:
        raise UsageError(_("is none of {names}").format(names=" ".join(_KINDS)) + nearest(kind, _KINDS), kind)
    if len(names) != 1:
        raise UsageError(
            _("usage: {command}").format(command=f"{command.name} {'|'.join(_KINDS)} FILE|-"), command.name
        )
    return kind, names[0]


@contextmanager
def _opened(path: str, process: Process) -> Iterator[BinaryIO]:
    """The file, or standard input, which stays open."""
    try:
        with nullcontext(process.stdin) if path == STANDARD_INPUT else Path(path).open("rb") as file:
            yield file
    except OSError as error:
        raise UnreadableError(error.strerror or str(error), path) from error


def _write(path: str, chunks: Iterable[bytes], process: Process) -> None:
    """To a file, the whole or nothing of it, or to stdout."""
    if path != STANDARD_INPUT:
        save(Path(path), chunks)
        return
    process.stdout.writelines(chunks)
    process.stdout.flush()
