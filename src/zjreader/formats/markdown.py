"""Markdown (CommonMark): one document, a heading an article.

Foreign text is text: every sign in it that CommonMark or GitHub's dialect could take for markup is escaped, also where
only the beginning of a line makes it one.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from zjreader.article import Article, Block
from zjreader.formats.credits import credit_line, editor_line, web_address
from zjreader.formats.fields import grouped
from zjreader.formats.row import Layout, Row
from zjreader.text.clean import clean_line

_INLINE: Final = re.compile(r"([\\`*_\[\]<>&~|$^])")
_OPENING: Final = re.compile(r"^(\d{0,9})([-+#=.)])")
_FORMS: Final = {"heading": "{level}# {}", "paragraph": "{}", "quote": "> {}", "note": "*{}*", "caption": "*{}*"}


def markdown(rows: Iterable[Row], layout: Layout) -> Iterator[str]:
    """The articles under their titles, these under the headings of their groups; a blank line between, or NUL after."""
    between = ""
    for heading, members in grouped(rows, layout):
        if heading is not None:
            yield f"{between}# {escaped(heading)}\n"
            between = "\n"
        level = "#" if heading is None else "##"
        for row in members:
            yield between + _document(row.record.article, level, layout)
            between = "\0" if layout.null else "\n"
    yield between.strip("\n")


def escaped(text: str) -> str:
    """One line of Markdown that shows the text and nothing else."""
    return _OPENING.sub(r"\1\\\2", _INLINE.sub(r"\\\1", clean_line(text)))


def _document(article: Article, level: str, layout: Layout) -> str:
    url = web_address(article)
    editor = editor_line(article)
    paragraphs = [
        f"{level} {escaped(article.title)}",
        escaped(credit_line(article, layout.zone)),
        *([escaped(article.summary or "")] if article.kind == "teaser" else _blocks(article.blocks, level)),
        escaped(editor) if editor else "",
        f"<{_destination(url)}>" if url else "",
    ]
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph) + "\n"


def _blocks(blocks: Sequence[Block], level: str) -> Iterator[str]:
    for kind, run in groupby(blocks, key=lambda block: block.kind):
        texts = [escaped(block.text) for block in run]
        if kind == "item":
            yield "\n".join(f"- {text}" for text in texts)
        else:
            yield from (_FORMS[kind].format(text, level=level) for text in texts)


def _destination(url: str) -> str:
    return re.sub(r"[\s<>]", lambda sign: f"%{ord(sign[0]):02X}", url)
