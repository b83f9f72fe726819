"""HTML: one page that stands alone, without scripts and without anything that is loaded from elsewhere.

Foreign text is escaped everywhere; only links of the web become links.
"""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby
from typing import Final

from zjreader.article import Article, Block
from zjreader.formats.credits import credit_line, editor_line, web_address
from zjreader.formats.fields import grouped
from zjreader.formats.row import Layout, Row

_HEAD: Final = """<!DOCTYPE html>
<html lang="zh">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="zjreader">
<title>zjreader</title>
<style>
body { max-width: 40em; margin: 2em auto; padding: 0 1em; line-height: 1.75; font-family: sans-serif; }
article + article { border-top: thin solid; margin-top: 3em; }
article p { text-indent: 2em; margin: 0; }
article p.credits, article p.editor, article p.link { text-indent: 0; margin: .5em 0; opacity: .7; }
article p.note, article p.caption { font-size: .9em; }
</style>
</head>
<body>
"""
_TAIL: Final = "</body>\n</html>\n"


def html(rows: Iterable[Row], layout: Layout) -> Iterator[str]:
    """The page; its articles under the headings of their groups."""
    yield _HEAD
    for heading, members in grouped(rows, layout):
        if heading is not None:
            yield f"<h1>{escape(heading)}</h1>\n"
        for row in members:
            yield _article(row, layout)
    yield _TAIL


def _article(row: Row, layout: Layout) -> str:
    article = row.record.article
    lines = [
        f'<article id="{escape(row.record.ids[0])}">',
        f"<h2>{escape(article.title)}</h2>",
        *_paragraph("credits", credit_line(article, layout.zone)),
        *(_paragraph("summary", article.summary) if article.kind == "teaser" else _blocks(article.blocks)),
        *_paragraph("editor", editor_line(article)),
        *_link(article),
        "</article>",
    ]
    return "\n".join(lines) + "\n"


def _paragraph(role: str, text: str | None) -> Iterator[str]:
    if text:
        yield f'<p class="{role}">{escape(text)}</p>'


def _link(article: Article) -> Iterator[str]:
    url = web_address(article)
    if url:
        yield f'<p class="link"><a href="{escape(url)}" rel="noreferrer">{escape(url)}</a></p>'


def _blocks(blocks: Sequence[Block]) -> Iterator[str]:
    for kind, run in groupby(blocks, key=lambda block: block.kind):
        texts = [escape(block.text) for block in run]
        if kind == "item":
            yield "<ul>\n" + "\n".join(f"<li>{text}</li>" for text in texts) + "\n</ul>"
        elif kind == "heading":
            yield from (f"<h3>{text}</h3>" for text in texts)
        elif kind == "quote":
            yield from (f"<blockquote>{text}</blockquote>" for text in texts)
        elif kind == "paragraph":
            yield from (f"<p>{text}</p>" for text in texts)
        else:
            yield from (f'<p class="{kind}">{text}</p>' for text in texts)
