"""What the filter pane counts: states among what was found, sections and publishers among what is listed."""

from collections.abc import Mapping

from zjreader.corpus.columns import Field
from zjreader.corpus.positions import Positions
from zjreader.corpus.store import Corpus
from zjreader.messages import _, later
from zjreader.query.counts import counts
from zjreader.query.match import Results
from zjreader.text.clean import clean_line
from zjreader.tui.facets import Count, Facet
from zjreader.tui.scopes import SCOPES, Scope

_FIELDS: tuple[tuple[Field, str], ...] = (("section", later("section")), ("publisher", later("publisher")))


def tally(
    corpus: Corpus, found: Results, listed: Results, inside: Mapping[str, Positions], scope: Scope
) -> tuple[Facet, ...]:
    """The facets of an answer; `inside` has the articles of each scope by its name, `scope` is the one entered."""
    states = tuple(
        Count(clean_line(_(each.says)), found.hits.shares(inside[each.name]), each == scope) for each in SCOPES.values()
    )
    return (Facet(clean_line(_("state")), states), *(_facet(corpus, listed, field, says) for field, says in _FIELDS))


def unread_step(corpus: Corpus, unread: Positions, position: int, step: int) -> int | None:
    """The next (1) or previous (-1) of the unread articles as one stands on a position; None past either end."""
    around = unread | Positions((position,))
    goal = (corpus.rank(around, "published", position) or 0) + step
    found = corpus.window(around, "published", goal, goal + 1) if goal >= 0 else []
    return found[0] if found else None


def _facet(corpus: Corpus, listed: Results, field: Field, says: str) -> Facet:
    counted = counts(corpus, listed, field).items()
    return Facet(clean_line(_(says)), tuple(Count(clean_line(value), number) for value, number in counted))
