"""Scopes: all, unread, starred, lately read. What stands under one is taken when it is entered; marks only dim rows."""

from typing import NamedTuple

from zjreader.messages import later
from zjreader.query.language import Query
from zjreader.query.tree import All, Any, Dated, Held, Is, Not, Term


class Scope(NamedTuple):
    """A choice of articles by their state; `says` is the message that names it."""

    name: str
    says: str
    query: Query


LATELY = Scope("lately", later("lately read"), Query((Is("read"),)))
ALL = Scope("all", later("all"), Query())
SCOPES = {
    scope.name: scope
    for scope in (
        ALL,
        Scope("unread", later("unread"), Query((Is("unread"),))),
        Scope("starred", later("starred"), Query((Is("starred"),))),
        LATELY,
    )
}

COUNTED = tuple(scope for scope in SCOPES.values() if scope != LATELY)
"""Those that are states, and so can be counted at each key."""


def changeable(query: Query) -> Query:
    """What marks can make true or false of an article: the query without the terms that they cannot."""
    return Query(tuple(term for term in query.terms if _of_marks(term)), folded=query.folded)


def _of_marks(term: Term) -> bool:
    match term:
        case All(terms) | Any(terms):
            return any(map(_of_marks, terms))
        case Not(inner):
            return _of_marks(inner)
        case _:
            return isinstance(term, Is) or (isinstance(term, Held | Dated) and term.field in {"label", "read"})
