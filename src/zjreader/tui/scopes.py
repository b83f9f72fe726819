"""Scopes: all, unread, starred, lately read. What stands under one is taken when it is entered; marks only dim rows."""

from typing import NamedTuple

from zjreader.messages import later
from zjreader.query.language import Is, Not, Query, Term, Word


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
    """What marks can make true or false of an article: the query without the words, which they cannot."""
    return Query(tuple(term for term in query.terms if not _of_text(term)))


def _of_text(term: Term) -> bool:
    return _of_text(term.term) if isinstance(term, Not) else isinstance(term, Word)
