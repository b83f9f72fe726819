"""`doctor page SOURCE`: how a page or a feed was read, and with `--report DIR` what whoever improves that needs of it.

The report holds the page, and what came of it, under names of ours: no path, no setting, nothing else of its sender's.
"""

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple

from zjreader import __version__
from zjreader.article import Article, Document, Moment, Problem
from zjreader.cli.aligned import print_rows
from zjreader.cli.process import Process
from zjreader.cli.selection import documents
from zjreader.commands import Command
from zjreader.errors import ExitCode, UnreadableError, UnsavedError, UsageError
from zjreader.formats.fields import Value, to_json
from zjreader.messages import _, _n, later
from zjreader.parse import worker
from zjreader.parse.answer import Answer
from zjreader.parse.question import Kind
from zjreader.text.clean import Clean, clean_line

_OPENING: Final = 60
"""Characters of a line by which it is told apart."""

_ENDINGS: Final[dict[Kind, str]] = {"html": "html", "mhtml": "mhtml", "feed": "xml"}
_PATH: Final = re.compile(rb"file:/{1,3}[^\s\"'<>)]*")
"""Where a saved page says on whose disk its pictures lie."""


_LINES: Final = {
    "title": later("taken for the title"),
    "text": later("taken for text"),
    "above": later("left out above"),
    "between": later("left out within"),
    "behind": later("left out behind"),
    "site": later("left out, the front of a site"),
    "search": later("left out, a search of its words"),
    "place": later("left out, in the place of a menu"),
    "words": later("left out, words of a site"),
    "length": later("left out, too short or too long"),
    "menu": later("left out, among a menu's links"),
}


class _Examined(NamedTuple):
    """A page and what came of it."""

    kind: Kind
    data: bytes
    answer: Answer


def run_page(command: Command, process: Process) -> int:
    """Show how the page was read; raises UnreadableError, UsageError, and UnsavedError for its report."""
    examined = _examined(_document(command.words[1:], process))
    print_rows(process, map(_row, _told(examined)))
    if command.report is not None:
        _write(Path(command.report), examined)
        process.say(_("the page and how it was read are in {folder}").format(folder=command.report))
    return ExitCode.FOUND if examined.answer.readings else ExitCode.NOTHING


def _document(sources: tuple[str, ...], process: Process) -> Document:
    if len(sources) != 1:
        raise UsageError(_("needs one page"), "doctor page")
    came = list(islice(documents(sources, process), 2))
    for each in came:
        if isinstance(each, Problem):
            raise UnreadableError(each.what, each.about)
    if len(came) != 1:
        raise UsageError(_("holds several documents; name one page"), sources[0])
    return came[0]  # type: ignore[return-value]  # no problem, as was just seen


def _examined(document: Document) -> _Examined:
    """The page without what its place says of it: its folder is its owner's."""
    try:
        kind, data, answer = worker.examined(document._replace(section=None))
    except UnreadableError as error:
        raise UnreadableError(error.what, worker.name_of(document)) from error
    except OSError as error:
        raise UnreadableError(error.strerror or str(error), worker.name_of(document)) from error
    return _Examined(kind, data, answer)


def _told(examined: _Examined) -> Iterator[tuple[str, object]]:
    answer = examined.answer
    yield _("read as"), _kind(examined)
    yield from ((_("problem"), problem) for problem in answer.problems)
    if len(answer.readings) == 1:
        yield from _article(answer.readings[0].article)
        if not answer.taken:
            yield from ((_("text"), _opening(block.text)) for block in answer.readings[0].article.blocks)
    else:
        yield from ((_("teaser"), _headline(reading.article)) for reading in answer.readings)
    yield from ((_("feed"), address) for address in answer.feeds)
    yield from ((_(_LINES[taken.what]), _opening(taken.text)) for taken in answer.taken)


def _kind(examined: _Examined) -> str:
    if not examined.answer.readings:
        return examined.kind
    read_as = examined.answer.readings[0].read_as
    encoding = _("{encoding}, assumed") if read_as.assumed else "{encoding}"
    stray = _n("{count} stray byte replaced", "{count} stray bytes replaced", read_as.replaced)
    return " · ".join([examined.kind, encoding.format(encoding=read_as.encoding), *[stray] * bool(read_as.replaced)])


def _article(article: Article) -> Iterator[tuple[str, object]]:
    """What a page was taken to say, and what it was taken not to say."""
    yield _("title"), article.title
    yield _("published"), article.published and _moment(article.published)
    yield _("publisher"), article.publisher
    yield _("authors"), "、".join(article.authors)
    yield _("editor"), article.editor
    yield _("place"), article.place
    yield _("section"), article.section
    yield _("link"), article.url
    yield _("length"), article.length


def _moment(moment: Moment) -> str:
    return _("{moment}, inferred").format(moment=moment.text) if moment.inferred else moment.text


def _headline(article: Article) -> str:
    said = (
        article.published and _moment(article.published),
        article.title,
        article.summary and _opening(article.summary),
        article.url,
    )
    return " · ".join(each for each in said if each)


def _opening(text: Clean) -> str:
    return text if len(text) <= _OPENING else f"{text[:_OPENING]}…"


def _row(told: tuple[str, object]) -> tuple[Clean, Clean]:
    name, value = told
    return clean_line(name), clean_line(str(value or "–"))


def _write(folder: Path, examined: _Examined) -> None:
    """The page as it came but for paths of its owner's, and how it was read, into a folder that holds nothing yet."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise UnsavedError(_("is not empty"), str(folder))
        (folder / f"page.{_ENDINGS[examined.kind]}").write_bytes(_PATH.sub(b"file:", examined.data))
        (folder / "reading.json").write_text(_report(examined), "utf-8")
    except OSError as error:
        raise UnsavedError(error.strerror or str(error), str(folder)) from error


def _report(examined: _Examined) -> str:
    answer = examined.answer
    return to_json(
        {
            "zjreader": __version__,
            "kind": examined.kind,
            "articles": [_object(reading.article) for reading in answer.readings],
            "read_as": [reading.read_as._asdict() for reading in answer.readings[:1]],
            "problems": answer.problems,
            "feeds": answer.feeds,
            "taken": [taken._asdict() for taken in answer.taken],
        }
    )


def _object(article: Article) -> dict[str, Value]:
    moment = article.published
    blocks = [block._asdict() for block in article.blocks]
    return {**article._asdict(), "published": moment and moment._asdict(), "blocks": blocks}
