"""Values chosen among the counts: they narrow what a query finds, beside the query and not in it.

One value a field, because choosing another is a change of mind; what is left to choose in a field is counted among what
the other fields leave.
"""

from typing import Literal, NamedTuple

from zjreader.corpus.collection import Collection
from zjreader.corpus.positions import NONE, Positions
from zjreader.query.circumstances import States
from zjreader.query.counts import axis
from zjreader.text.clean import Clean

Narrowable = Literal["section", "publisher", "author", "month", "label"]
"""The fields whose values can be chosen."""


class Narrowed(NamedTuple):
    """Only articles that bear this value in this field."""

    field: Narrowable
    value: Clean


Narrowing = tuple[Narrowed, ...]


def toggled(narrowing: Narrowing, choice: Narrowed) -> Narrowing:
    """With the choice in place of another one of its field; without it, where it stood already."""
    others = without(narrowing, choice.field)
    return others if choice in narrowing else (*others, choice)


def without(narrowing: Narrowing, field: Narrowable) -> Narrowing:
    """What the other fields are narrowed to."""
    return tuple(each for each in narrowing if each.field != field)


def narrowed(corpus: Collection, states: States, hits: Positions, narrowing: Narrowing) -> Positions:
    """Those of the hits that bear every value chosen."""
    for field, value in narrowing:
        hits = hits & axis(field, corpus, states).values.get(value, NONE)
    return hits
