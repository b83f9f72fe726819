"""Saved queries inside queries: each stands for what it asks, as if that stood in its place in brackets.

A name that is none, a query that cannot be read any more and one that asks for itself are errors, each at its place and
before anything is searched: no circle is ever followed.
"""

from collections.abc import Mapping

from zjreader.errors import QueryError
from zjreader.messages import _
from zjreader.query.fields import nearest
from zjreader.query.language import Parsed, Query, read_query
from zjreader.query.tree import All, Any, Not, Term, View, all_of, any_of, denied
from zjreader.text.clean import Clean

DEEPEST = 8
"""How deep saved queries may stand in one another: beyond it nobody knows what they ask."""

Views = Mapping[Clean, Clean]
"""What each saved query asks, as it was typed, by name."""


class _WrongViewError(Exception):
    """A saved query that cannot be asked: the name under which it was asked for, and why."""

    def __init__(self, name: Clean, what: str) -> None:
        super().__init__(what)
        self.name = name
        self.what = what


def understood(text: str, parsed: Parsed, views: Views) -> Query:
    """What a query asks that was read from a text: without saved queries, what they ask being in their places.

    One that stands beside the other terms brings its order, number and folding, of which the query's own win; inside
    others only an order may be left aside. Raises QueryError at the place of one that cannot be asked.
    """
    try:
        return _unfolded(parsed.query, views, ())
    except _WrongViewError as error:
        position = next(position for position, name in parsed.views if name == error.name)
        raise QueryError(error.what, text, position) from error


def unfolded(query: Query, views: Views) -> Query:
    """The same for a query by itself; the places of errors are in its canonical text."""
    if not query.asks_view:
        return query
    text = str(query)
    return understood(text, read_query(text), views)


def _unfolded(query: Query, views: Views, within: tuple[Clean, ...]) -> Query:
    meant = Query()
    for term in query.terms:
        beside = _asked(term.name, views, within) if isinstance(term, View) else Query((_inside(term, views, within),))
        meant = meant.both(beside)
    return meant.both(query._replace(terms=()))


def _inside(term: Term, views: Views, within: tuple[Clean, ...]) -> Term:
    match term:
        case All(terms):
            return All(all_of(_inside(each, views, within) for each in terms))
        case Any(terms):
            return any_of(_inside(each, views, within) for each in terms)
        case Not(inner):
            return denied(_inside(inner, views, within))
        case View(name):
            asked = _asked(name, views, within)
            if asked.limit is not None or not asked.folded:
                what = _("the saved query “{name}” has limit: or fold:off and stands only beside other terms")
                raise _WrongViewError(name, what.format(name=name))
            return asked.terms[0] if len(asked.terms) == 1 else All(asked.terms)
        case _:
            return term


def _asked(name: Clean, views: Views, within: tuple[Clean, ...]) -> Query:
    """What a saved query asks that stands within these others."""
    if name not in views:
        raise _WrongViewError(name, no_view(name, views))
    if name in within:
        raise _WrongViewError(name, _("the saved query “{name}” asks for itself").format(name=name))
    if len(within) == DEEPEST:
        what = _("saved queries stand at most {count} deep in one another")
        raise _WrongViewError(name, what.format(count=DEEPEST))
    try:
        return _unfolded(Query.parse(views[name]), views, (*within, name))
    except QueryError as error:
        what = _("the saved query “{name}” cannot be read: {why}")
        raise _WrongViewError(name, what.format(name=name, why=error.what)) from error
    except _WrongViewError as error:
        raise _WrongViewError(name, error.what) from error


def no_view(name: Clean, views: Views) -> str:
    """The sentence about a name that no saved query has, with the nearest."""
    what = _("no saved query is called “{name}”").format(name=name)
    near = nearest(name, tuple(views))
    return _("{note}; nearest: {nearest}").format(note=what, nearest=near) if near else what
