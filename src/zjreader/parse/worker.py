"""Documents -> readings and problems: detects the format, decodes, and hands the text to the parser that reads it.

Promises that no document raises: what cannot be read becomes a `Problem`, and what was read before it stays read.
"""

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from zjreader.article import Document, Problem, ReadAs, Reading
from zjreader.messages import _, _n
from zjreader.parse import board_posts, column_page, delimited, field_lines, json_rows, markdown, plain_text, table
from zjreader.parse.columns import Context
from zjreader.parse.delimited import Dialect
from zjreader.parse.detect import ARCHIVES, FIRST, Format, detect
from zjreader.parse.recoding import characters, encoding_of, in_utf_8, text_of
from zjreader.parse.rows import Remark, Row
from zjreader.text.clean import Clean, clean_line, cleaned
from zjreader.text.dates import CHINA
from zjreader.text.zones import zone_named


class _Table(NamedTuple):
    """How the rows of a document are read: as JSON, unless it is delimited."""

    read_as: ReadAs
    dialect: Dialect | None = None


_TELLING = (field_lines, board_posts, markdown, column_page)
"""The parsers of texts that show what they are, the surest first; any other text is `plain_text`'s."""


def read(document: Document) -> Iterator[Reading | Problem]:
    """The articles of a document, one by one, and what could not be read of it."""
    try:
        yield from _read(document)
    except OSError as error:
        yield unreadable(document, error.strerror or str(error))


def links(document: Document) -> Iterator[tuple[str, str]]:
    """The links and titles of a document that holds records; none of any other, and of one that cannot be read."""
    try:
        with document.open() as stream:
            found = _table_in(document, detect(first := stream.read(FIRST)), first, stream)
        if found:
            with document.open() as stream:
                yield from table.links(_rows(found, document, stream, lazily=True), _context(document))
    except OSError:
        return


def unreadable(document: Document, what: str) -> Problem:
    """The problem of a document of which nothing could be read."""
    named = document.path in {None, document.source} and document.member is None
    return Problem(name_of(document), clean_line(what), skipped=1, unreadable=named)


def name_of(document: Document) -> Clean:
    """How a document is called to the user: its path from where they are, else its source; then a member's own."""
    name = document.path or document.source
    return clean_line(f"{name}/{document.member}" if document.member else name)


def _read(document: Document) -> Iterator[Reading | Problem]:
    with document.open() as stream:
        kind = detect(first := stream.read(FIRST))
        found = _table_in(document, kind, first, stream)
        rest = stream.read() if kind == "text" and not found else b""
    if found:
        with document.open() as stream:
            rows = _rows(found, document, stream)
            yield from table.read(rows, name_of(document), _context(document), found.read_as)
    elif kind == "text":
        yield from _read_text(document, first + rest)
    elif kind == "empty":
        yield _empty(document)
    else:
        yield unreadable(document, _refusal(kind))


def _table_in(document: Document, kind: Format, first: bytes, stream: BinaryIO) -> _Table | None:
    """How the records of a document are read that begins so; None where it holds none. May read on in the stream."""
    said = document.settings.encoding
    if kind == "json_lines":
        return _Table(encoding_of(first, stream, said))
    if kind != "text":
        return None
    beginning = text_of(first, said).text
    if detect(beginning.encode("utf-8", "replace")) == "json_lines":
        return _Table(encoding_of(first, stream, said))
    lines = beginning[: beginning.rfind("\n") + 1] if len(first) == FIRST else beginning
    dialect = delimited.dialect_of(lines, document.settings.columns)
    return dialect and _Table(encoding_of(first, stream, said), dialect)


def _rows(found: _Table, document: Document, stream: BinaryIO, *, lazily: bool = False) -> Iterator[Row | Remark]:
    encoding, told = found.read_as.encoding, document.settings.columns
    if found.dialect:
        return delimited.rows(characters(stream, encoding), found.dialect)
    read = json_rows.lazy_rows if lazily else json_rows.rows
    return read(in_utf_8(stream, encoding), told)


def _context(document: Document) -> Context:
    said = document.settings
    zone = zone_named(said.zone) if said.zone else None
    return Context(document.base, zone or CHINA, said.columns, said.section)


def _read_text(document: Document, data: bytes) -> Iterator[Reading | Problem]:
    decoded = text_of(data, document.settings.encoding)
    text, removed = cleaned(decoded.text)
    parser = next((parser for parser in _TELLING if parser.looks_like(text)), plain_text)
    articles = parser.read(text, document.base, document.settings.section or document.section)
    read_as = ReadAs(decoded.encoding, decoded.assumed, decoded.replaced, removed)
    yield from (Reading(article, read_as) for article in articles)
    if not articles:
        yield _empty(document)
    elif decoded.replaced:
        what = _n("{count} stray byte replaced", "{count} stray bytes replaced", decoded.replaced)
        yield Problem(name_of(document), clean_line(what), encoding=decoded.encoding, kept=len(articles))


def _empty(document: Document) -> Problem:
    return Problem(name_of(document), clean_line(_("nothing to read in it")))


def _refusal(kind: Format) -> str:
    return {
        "html": _("web pages cannot be read yet"),
        "feed": _("feeds cannot be read yet"),
    }.get(kind) or (_("an archive inside an archive, not opened") if kind in ARCHIVES else _("not a text"))
