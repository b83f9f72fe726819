"""Documents -> readings and problems: detects the format, decodes, and hands the text to the parser that reads it.

Texts and tables are read here, pages and feeds behind the wall (`child`). Promises that no document raises: what cannot
be read becomes a `Problem`, and what was read before it stays read.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import BinaryIO, Literal, NamedTuple

from zjreader.article import Block, Document, Problem, ReadAs, Reading
from zjreader.errors import UnreadableError
from zjreader.messages import _, _n
from zjreader.parse import (
    board_posts,
    column_page,
    delimited,
    field_lines,
    json_rows,
    markdown,
    plain_text,
    table,
    xml_rows,
)
from zjreader.parse.answer import Answer
from zjreader.parse.asked import UNTOLD, Asked
from zjreader.parse.columns import Context, Told, paragraphs
from zjreader.parse.delimited import Dialect
from zjreader.parse.detect import ARCHIVES, FIRST, Format, detect
from zjreader.parse.markup_signs import whole_markup
from zjreader.parse.question import MOST_OF_A_FEED, Kind
from zjreader.parse.recoding import characters, encoding_of, in_utf_8, text_of
from zjreader.parse.rows import Remark, Row
from zjreader.text.clean import Clean, clean_line, cleaned
from zjreader.text.dates import CHINA
from zjreader.text.zones import zone_named

_MARKED_UP: Mapping[Format, Kind] = {"html": "html", "mhtml": "mhtml", "feed": "feed"}
"""What is read behind the wall."""

MOST_BYTES = 15 << 20
"""Bytes of the largest page or feed that is read; of a page saved with its pictures only so many are looked at."""


class _Table(NamedTuple):
    """How the rows of a document are read: as JSON, unless it is XML or delimited."""

    read_as: ReadAs
    dialect: Dialect | None = None
    xml: bool = False


_TELLING = (field_lines, board_posts, markdown, column_page)
"""The parsers of texts that show what they are, the surest first; any other text is `plain_text`'s."""

_text_of = lru_cache(maxsize=1)(text_of)
"""Most texts are no longer than what is looked at first to see whether they are tables."""


def read(document: Document) -> Iterator[Reading | Problem]:
    """The articles of a document, one by one, and what could not be read of it."""
    try:
        yield from _read(document)
    except OSError as error:
        yield unreadable(document, error.strerror or str(error))


def links(document: Document) -> Iterator[tuple[str, str]]:
    """The links and titles of a document that holds records or entries; none of any other, or that cannot be read."""
    try:
        with document.open() as stream:
            kind = detect(first := stream.read(FIRST))
            found = _table_in(document, kind, first, stream)
        if found:
            with document.open() as stream:
                yield from table.links(_rows(found, document, stream, lazily=True), _context(document))
        elif kind == "feed":
            articles = (reading.article for reading in _answer(document, kind, _bytes(document, kind)).readings)
            yield from ((article.url, article.title) for article in articles if article.url)
    except (OSError, UnreadableError):
        return


def feeds(document: Document) -> tuple[Clean, ...]:
    """The addresses of the feeds that a page announces; none of what is no page, or cannot be read."""
    try:
        with document.open() as stream:
            is_page = detect(stream.read(FIRST)) == "html"
        return _answer(document, "html", _bytes(document, "html")).feeds if is_page else ()
    except (OSError, UnreadableError):
        return ()


def title(document: Document) -> Clean | None:
    """What a feed or a page calls itself; None of what is neither, does not say, or cannot be read."""
    try:
        _kind, _data, answer = examined(document)
    except (OSError, UnreadableError):
        return None
    return answer.title


def is_whole_source(document: Document) -> bool:
    """Whether the document is all of what was named as a source: a file, an address, standard input."""
    return document.path in {None, document.source} and document.member is None


def unreadable(document: Document, what: str) -> Problem:
    """The problem of a document of which nothing could be read."""
    return Problem(name_of(document), clean_line(what), skipped=1, unreadable=is_whole_source(document))


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
    elif marked_up := _MARKED_UP.get(kind):
        yield from _read_marked_up(document, marked_up)
    elif kind == "empty":
        yield _empty(document)
    else:
        yield unreadable(document, _refusal(kind))


def examined(document: Document) -> tuple[Kind, bytes, Answer]:
    """What kind of page or feed a document is, its bytes, and what it comes to behind the wall.

    Raises UnreadableError where it is neither or cannot be read, and OSError where it cannot be opened.
    """
    with document.open() as stream:
        kind = _MARKED_UP.get(detect(stream.read(FIRST)))
    if kind is None:
        raise UnreadableError(_("is neither a page nor a feed"))
    data = _bytes(document, kind)
    return kind, data, _answer(document, kind, data)


def _bytes(document: Document, kind: Kind) -> bytes:
    """As much of a document as is looked at; a feed is a list, of which a part is better than nothing."""
    with document.open() as stream:
        if kind == "feed":
            return stream.read(MOST_OF_A_FEED + 1)
        data = stream.read(MOST_BYTES + (kind != "mhtml"))
    if len(data) > MOST_BYTES:
        raise UnreadableError(_("larger than {size} MB, not read").format(size=MOST_BYTES >> 20))
    return data


def _answer(document: Document, kind: Kind, data: bytes) -> Answer:
    """What a page or a feed comes to; a feed is of the section that it names itself, whatever folder it lies in."""
    from zjreader.parse.child import child

    said = document.settings
    section = said.section or (document.section if kind != "feed" else None)
    asked = Asked(document.url, document.base, said.zone, section, said.encoding, document.charset, said.select)
    return _answered(child().ask, kind, data, asked)


@lru_cache(maxsize=1)
def _answered(ask: Callable[[Kind, bytes, Asked], Answer], kind: Kind, data: bytes, asked: Asked) -> Answer:
    """Kept for whoever reads a document of which the links were asked for just now."""
    return ask(kind, data, asked)


def _read_marked_up(document: Document, kind: Kind) -> Iterator[Reading | Problem]:
    try:
        came = _answer(document, kind, _bytes(document, kind))
    except UnreadableError as error:
        yield unreadable(document, error.what)
        return
    yield from came.readings
    kept = len(came.readings)
    yield from (
        Problem(name_of(document), what, kept=kept) if kept else unreadable(document, what) for what in came.problems
    )
    if kept:
        yield from _stray_bytes(document, came.readings[0].read_as, kept)
    elif not came.problems:
        yield _empty(document)


def _table_in(document: Document, kind: Format, first: bytes, stream: BinaryIO) -> _Table | None:
    """How the records of a document are read that begins so; None where it holds none. May read on in the stream."""
    said = document.settings.encoding
    if kind in {"json_lines", "xml_rows"}:
        return _Table(encoding_of(first, stream, said), xml=kind == "xml_rows")
    if kind != "text":
        return None
    form = _form_of(first, said, document.settings.columns)
    return _Table(encoding_of(first, stream, said), form if isinstance(form, Dialect) else None) if form else None


@lru_cache(maxsize=1)
def _form_of(first: bytes, said: Clean | None, told: Told) -> Dialect | Literal["json_lines"] | None:
    """The form of the table that text begins with; kept, as what is told of links is asked first, and then the rest."""
    beginning = _text_of(first, said).text
    if detect(beginning.encode("utf-8", "replace")) == "json_lines":
        return "json_lines"
    lines = beginning[: beginning.rfind("\n") + 1] if len(first) == FIRST else beginning
    return delimited.dialect_of(lines, told)


def _rows(found: _Table, document: Document, stream: BinaryIO, *, lazily: bool = False) -> Iterator[Row | Remark]:
    encoding, told = found.read_as.encoding, document.settings.columns
    if found.xml:
        return xml_rows.rows(characters(stream, encoding))
    if found.dialect:
        return delimited.rows(characters(stream, encoding), found.dialect)
    read = json_rows.lazy_rows if lazily else json_rows.rows
    return read(in_utf_8(stream, encoding), told)


def _context(document: Document) -> Context:
    said = document.settings
    zone = zone_named(said.zone) if said.zone else None
    return Context(document.base, zone or CHINA, said.columns, said.section, _shown)


def _shown(cell: str) -> tuple[Block, ...]:
    """What HTML in a cell shows; as it stands where reading it had to be given up, for its record is not to be lost."""
    from zjreader.parse.child import child

    try:
        return child().ask("cell", whole_markup(cell).encode("utf-8", "replace"), UNTOLD).blocks
    except UnreadableError:
        return paragraphs(cell)


def _read_text(document: Document, data: bytes) -> Iterator[Reading | Problem]:
    decoded = _text_of(data, document.settings.encoding)
    text, removed = cleaned(decoded.text)
    parser = next((parser for parser in _TELLING if parser.looks_like(text)), plain_text)
    articles = parser.read(text, document.base, document.settings.section or document.section)
    read_as = ReadAs(decoded.encoding, decoded.assumed, decoded.replaced, removed)
    yield from (Reading(article, read_as) for article in articles)
    if not articles:
        yield _empty(document)
    else:
        yield from _stray_bytes(document, read_as, len(articles))


def _stray_bytes(document: Document, read_as: ReadAs, kept: int) -> Iterator[Problem]:
    if count := read_as.replaced:
        what = _n("{count} stray byte replaced", "{count} stray bytes replaced", count)
        yield Problem(name_of(document), clean_line(what), encoding=read_as.encoding, kept=kept)


def _empty(document: Document) -> Problem:
    return Problem(name_of(document), clean_line(_("nothing to read in it")))


def _refusal(kind: Format) -> str:
    return _("an archive inside an archive, not opened") if kind in ARCHIVES else _("not a text")
