"""Values chosen among the counts: they narrow what a query finds, beside the query and not in it.

One value a field, because choosing another is a change of mind; what is left to choose in a field is counted among what
the other fields leave.
"""

from typing import NamedTuple

from zjreader.corpus.collection import Collection
from zjreader.corpus.columns import Field
from zjreader.corpus.positions import Positions
from zjreader.text.clean import Clean


class Narrowed(NamedTuple):
    """Only articles that bear this value in this field."""

    field: Field
    value: Clean


Narrowing = tuple[Narrowed, ...]


def toggled(narrowing: Narrowing, choice: Narrowed) -> Narrowing:
    """With the choice in place of another one of its field; without it, where it stood already."""
    others = without(narrowing, choice.field)
    return others if choice in narrowing else (*others, choice)


def without(narrowing: Narrowing, field: Field) -> Narrowing:
    """What the other fields are narrowed to."""
    return tuple(each for each in narrowing if each.field != field)


def narrowed(corpus: Collection, hits: Positions, narrowing: Narrowing) -> Positions:
    """Those of the hits that bear every value chosen."""
    for field, value in narrowing:
        hits = hits & corpus.column(field).having(value)
    return hits
