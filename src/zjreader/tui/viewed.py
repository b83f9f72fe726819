"""A saved query chosen among the counts: it stands in the query line, where it is seen, joined with words and given up.

One at a time, because choosing another is a change of mind.
"""

from typing import NamedTuple

from zjreader.query.language import Query
from zjreader.query.tree import View
from zjreader.text.clean import Clean


class Viewed(NamedTuple):
    """What the saved query of this name finds."""

    name: Clean


def is_viewed(query: Query, choice: Viewed) -> bool:
    """Whether the query asks for it, beside whatever else."""
    return View(choice.name) in query.terms


def toggled_view(query: Query, choice: Viewed) -> Query:
    """The query with this saved query in the place of another; without it, where it stood already."""
    others = tuple(term for term in query.terms if not isinstance(term, View))
    return query._replace(terms=others if is_viewed(query, choice) else (*others, View(choice.name)))
