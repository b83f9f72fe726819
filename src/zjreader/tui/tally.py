"""What the filter pane counts: states among what was found, values of fields among what is listed."""

from collections.abc import Mapping
from heapq import nlargest
from typing import NamedTuple

from zjreader.corpus.collection import Collection
from zjreader.corpus.positions import Positions
from zjreader.messages import _, later
from zjreader.query.circumstances import States
from zjreader.query.counts import axis
from zjreader.query.results import Results
from zjreader.text.clean import clean_line
from zjreader.tui.facets import Count, Facet
from zjreader.tui.narrowing import Narrowable, Narrowed, Narrowing, narrowed, without
from zjreader.tui.scopes import COUNTED, Scope

MOST = 500
"""Values of a field that can be chosen; who wants another one types it."""

_FIELDS: tuple[tuple[Narrowable, str], ...] = (
    ("section", later("section")),
    ("publisher", later("publisher")),
    ("label", later("label")),
    ("month", later("month")),
)


class Known(NamedTuple):
    """An answer; `entered` is what of it was in the scope as that was entered."""

    corpus: Collection
    states: States
    found: Results
    entered: Results

    def left(self, narrowing: Narrowing, *, entered: bool = True) -> Positions:
        """What of it bears the values chosen."""
        hits = (self.entered if entered else self.found).hits
        return narrowed(self.corpus, self.states, hits, narrowing)


def tally(
    known: Known, inside: Mapping[str, Positions], authors: Facet, *, scope: Scope, narrowing: Narrowing
) -> tuple[Facet, ...]:
    """The facets of an answer; what a field is narrowed to does not hide its other values.

    `inside` has the articles of each scope by its name; `authors` are counted apart, for they are so many.
    """
    hits = known.left(narrowing, entered=False)
    states = tuple(
        Count(clean_line(_(each.says)), hits.shares(inside[each.name]), each == scope, each) for each in COUNTED
    )
    section, publisher, *others = (_facet(known, field, says, narrowing) for field, says in _FIELDS)
    return Facet(clean_line(_("state")), states), section, publisher, authors, *others


def count_authors(known: Known, narrowing: Narrowing) -> Facet:
    """The authors of an answer: of a large library some ten milliseconds, and ten times that when first asked for."""
    return _facet(known, "author", later("author"), narrowing)


def _facet(known: Known, field: Narrowable, says: str, narrowing: Narrowing) -> Facet:
    left = known.left(without(narrowing, field))
    counted = {value: held.shares(left) for value, held in axis(field, known.corpus, known.states).values.items()}
    borne = (value for value, number in counted.items() if number)
    # the newest months, not the fullest
    values = nlargest(MOST, borne, key=None if field == "month" else counted.__getitem__)
    choices = (Narrowed(field, clean_line(value)) for value in values)
    return Facet(
        clean_line(_(says)),
        tuple(Count(choice.value, counted[choice.value], choice in narrowing, choice) for choice in choices),
    )
