"""What the filter pane counts: states among what was found, sections, publishers and months among what is listed."""

from collections.abc import Mapping

from zjreader.corpus.collection import Collection
from zjreader.corpus.columns import Field
from zjreader.corpus.positions import Positions
from zjreader.messages import _, later
from zjreader.query.counts import counts
from zjreader.query.results import Results
from zjreader.text.clean import clean_line
from zjreader.tui.facets import Count, Facet
from zjreader.tui.narrowing import Narrowed, Narrowing, narrowed, without
from zjreader.tui.scopes import COUNTED, Scope

_FIELDS: tuple[tuple[Field, str], ...] = (
    ("section", later("section")),
    ("publisher", later("publisher")),
    ("month", later("month")),
)


def tally(
    corpus: Collection,
    found: Results,
    entered: Results,
    inside: Mapping[str, Positions],
    *,
    scope: Scope,
    narrowing: Narrowing,
) -> tuple[Facet, ...]:
    """The facets of an answer; `entered` is what of it was in the scope as that was entered.

    `inside` has the articles of each scope by its name. What a field is narrowed to does not hide its other values.
    """
    hits = narrowed(corpus, found.hits, narrowing)
    states = tuple(
        Count(clean_line(_(each.says)), hits.shares(inside[each.name]), each == scope, each) for each in COUNTED
    )
    return (
        Facet(clean_line(_("state")), states),
        *(_facet(corpus, entered, field, says, narrowing) for field, says in _FIELDS),
    )


def _facet(corpus: Collection, entered: Results, field: Field, says: str, narrowing: Narrowing) -> Facet:
    left = entered.among(narrowed(corpus, entered.hits, without(narrowing, field)))
    counted = counts(corpus, left, field)
    values = sorted(counted, reverse=True) if field == "month" else counted  # the newest months, not the fullest
    choices = (Narrowed(field, clean_line(value)) for value in values)
    return Facet(
        clean_line(_(says)),
        tuple(Count(choice.value, counted[choice.value], choice in narrowing, choice) for choice in choices),
    )
