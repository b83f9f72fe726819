"""A text pasted into the list: the document it is, and what was recognised in it, in one sentence."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import partial
from io import BytesIO

from zjreader.article import Article, Document
from zjreader.messages import _, _n
from zjreader.text.clean import Clean, clean_line

MOST_NAMED = 3
"""Sections that are named; that there are more is shown."""


def document(text: str, when: datetime) -> Document:
    """A pasted text as a document and a source of the time at which it was pasted, which names it."""
    name = clean_line(_("pasted {when}").format(when=f"{when:%Y-%m-%d %H:%M:%S}"))
    return Document(name, name, partial(BytesIO, text.encode("utf-8", "replace")), when)


def recognised(articles: Sequence[Article]) -> Clean:
    """How many articles there are, of which kinds and of which sections."""
    full = sum(article.kind == "full" for article in articles)
    kinds = [
        _n("{count} full", "{count} full", full) if full else "",
        _n("{count} teaser", "{count} teasers", len(articles) - full) if full < len(articles) else "",
    ]
    told = _n("{count} article: {{kinds}}", "{count} articles: {{kinds}}", len(articles))
    told = told.format(kinds=" ".join(filter(None, kinds)))
    sections = _sections(article.section for article in articles)
    return clean_line(_("{told}, section {sections}").format(told=told, sections=sections) if sections else told)


def _sections(named: Iterable[Clean | None]) -> str:
    sections = list(dict.fromkeys(section for section in named if section))
    if len(sections) > MOST_NAMED:
        sections = [*sections[:MOST_NAMED], clean_line("…")]
    return _(", ").join(sections)
