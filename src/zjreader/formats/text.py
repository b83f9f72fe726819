"""Whole articles typeset for reading: title, credits, the text in lines of the layout's width, editor, link.

The link stands whole on a line of its own, so that it can be opened and copied; no other line is too wide.
"""

from collections.abc import Iterable, Iterator

from zjreader.article import Article
from zjreader.formats.credits import credit_line, editor_line
from zjreader.formats.row import Layout, Row
from zjreader.text.clean import clean_line
from zjreader.text.typeset import measure_in, plain_lines


def text(rows: Iterable[Row], layout: Layout) -> Iterator[str]:
    """The articles, between two of them two blank lines, or NUL after each."""
    between = ""
    for row in rows:
        yield between
        yield from (line + "\n" for line in _lines(row.record.article, layout))
        if layout.null:
            yield layout.end
        else:
            between = "\n\n"


def _lines(article: Article, layout: Layout) -> Iterator[str]:
    credit, editor = credit_line(article, layout.zone), editor_line(article)
    yield from plain_lines(
        article,
        measure_in(layout.width, layout.measure),
        layout.style,
        head=[("byline", credit)] if credit else [],
        tail=[("editor", editor)] if editor else [],
    )
    if article.url:
        yield ""
        yield clean_line(article.url)
