"""The saved queries as the filter pane counts them: how many articles each finds unread, whatever else is asked.

What a saved query finds is looked for again only where it can have become another.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from zjreader.corpus.collection import Collection
from zjreader.corpus.positions import Positions
from zjreader.messages import _
from zjreader.query.circumstances import States
from zjreader.query.language import Query
from zjreader.reader import Reader
from zjreader.text.clean import clean_line
from zjreader.tui.facets import Count, Facet
from zjreader.tui.scopes import changeable
from zjreader.tui.viewed import Viewed, is_viewed
from zjreader.views import ViewCount


class _Found(NamedTuple):
    """What a query found, and in what it did; states where marks can change that."""

    hits: Positions
    corpus: Collection
    today: date
    states: States | None


class ViewHits:
    """What saved queries find, remembered by what they mean."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._found: dict[str, _Found] = {}

    def hits(self, query: Query) -> Positions:
        """What a query finds. Raises QueryError."""
        reader, meant = self._reader, self._reader.meant(query)
        states = reader.states if changeable(meant).terms else None
        today, known = reader.now().date(), self._found.get(str(meant))
        if known and known.corpus is reader.corpus and known.today == today and known.states is states:
            return known.hits
        hits = reader.search(meant).hits
        self._found[str(meant)] = _Found(hits, reader.corpus, today, states)
        return hits


def views_facet(counts: Iterable[ViewCount], asked: Query) -> Facet:
    """The saved queries by name; those that the query asks for are marked as chosen."""
    choices = ((Viewed(count.name), count.unread) for count in counts)
    values = tuple(Count(each.name, unread, is_viewed(asked, each), each) for each, unread in choices)
    return Facet(clean_line(_("saved, unread")), values)
