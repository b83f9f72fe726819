"""Documents -> readings and problems: detects the format, decodes, and hands the text to the parser that reads it.

Promises that no document raises: what cannot be read becomes a `Problem`, and what was read before it stays read.
"""

from collections.abc import Iterator

from zjreader.article import Document, Problem, ReadAs, Reading
from zjreader.messages import _, _n
from zjreader.parse import board_posts, column_page, field_lines, markdown, plain_text, table
from zjreader.parse.columns import Context
from zjreader.parse.detect import FIRST, Format, detect
from zjreader.text.charset import decode
from zjreader.text.clean import Clean, clean_line, cleaned

_TELLING = (field_lines, board_posts, markdown, column_page)
"""The parsers of texts that show what they are, the surest first; any other text is `plain_text`'s."""


def read(document: Document) -> Iterator[Reading | Problem]:
    """The articles of a document, one by one, and what could not be read of it."""
    try:
        yield from _read(document)
    except OSError as error:
        yield unreadable(document, error.strerror or str(error))


def is_table(document: Document) -> bool:
    """Whether a document holds records, which may bear links of their own."""
    try:
        with document.open() as stream:
            return detect(stream.read(FIRST)) == "json_lines"
    except OSError:
        return False


def unreadable(document: Document, what: str) -> Problem:
    """The problem of a document of which nothing could be read."""
    return Problem(name_of(document), clean_line(what), skipped=1, unreadable=document.path in {None, document.source})


def name_of(document: Document) -> Clean:
    """How a document is called to the user: its path from where they are, else its source."""
    return clean_line(document.path or document.source)


def _read(document: Document) -> Iterator[Reading | Problem]:
    with document.open() as stream:
        kind = detect(first := stream.read(FIRST))
        if kind == "text":
            yield from _read_text(document, first + stream.read())
        elif kind == "empty":
            yield _empty(document)
        elif kind != "json_lines":
            yield unreadable(document, _refusal(kind))
    if kind == "json_lines":
        with document.open() as stream:
            yield from table.read(stream, name_of(document), Context(document.base))


def _read_text(document: Document, data: bytes) -> Iterator[Reading | Problem]:
    decoded = decode(data)
    text, removed = cleaned(decoded.text)
    parser = next((parser for parser in _TELLING if parser.looks_like(text)), plain_text)
    articles = parser.read(text, document.base, document.section)
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
        "binary": _("not a text"),
        "html": _("web pages cannot be read yet"),
        "feed": _("feeds cannot be read yet"),
    }[kind]
