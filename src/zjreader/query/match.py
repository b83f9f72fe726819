"""Query × corpus × states -> the set of articles that match, exactly, and what is to be said of it.

Terms are tried in the order of their cost, each only among what is left: sets, then what postings tell of the words.
What records and texts alone can tell waits in the results until somebody asks for it.
"""

from datetime import datetime
from functools import partial

from zjreader.corpus.collection import Collection
from zjreader.corpus.positions import NONE, Positions
from zjreader.query.bounds import bound
from zjreader.query.choosing import chosen
from zjreader.query.circumstances import Circumstances, Search, States
from zjreader.query.cost import in_order
from zjreader.query.in_fields import in_field
from zjreader.query.in_texts import about, anywhere, by_initials, is_initials
from zjreader.query.language import Query
from zjreader.query.learnt import Learnt
from zjreader.query.pending import Pending
from zjreader.query.results import Results
from zjreader.query.times import in_milliseconds, on_the_clock, published
from zjreader.query.tree import (
    About,
    All,
    Any,
    Dated,
    Held,
    Initials,
    Is,
    Leaf,
    Length,
    Not,
    Term,
    View,
    Word,
)
from zjreader.query.views import unfolded


def match(query: Query, corpus: Collection, states: States, here: Circumstances) -> Results:
    """The articles for which every term of the query holds, the first of them in its order, if it has a limit.

    The query of the results is what its saved queries unfold to. Raises QueryError for one that cannot be asked.
    """
    query = unfolded(query, here.views)
    search = Search(query, corpus, states, here, Learnt())
    hits, pending = _narrowed(search)
    said = partial(getattr, search.learnt, "sentences")
    return Results(query, corpus.generation, hits, pending, said=said, choosing=chosen(search, pending))


def matching(term: Term, search: Search, among: Positions) -> Positions:
    """Those of some articles for which a term holds."""
    match term:
        case All(terms):
            for each in in_order(terms):
                among = matching(each, search, among)
            return among
        case Any(terms):
            hits = NONE
            for each in in_order(terms):
                hits = hits | matching(each, search, among - hits)
            return hits
        case Not(inner):
            return among - matching(inner, search, among)
        case _:
            return _meeting(term, search, among)


def _narrowed(search: Search) -> tuple[Positions, Pending]:
    """What may match, and what only texts and records can tell of it."""
    hits = search.corpus.everything
    words: list[tuple[Word, bool]] = []
    rest: list[Term] = []
    for term in in_order(search.query.terms):
        hits, exact = bound(term, search, hits, matching)
        inner, wanted = (term.term, False) if isinstance(term, Not) else (term, True)
        if isinstance(inner, Word) and search.query.folded and not is_initials(search, inner):
            words += [] if exact else [(inner, wanted)]
        elif not exact:
            rest.append(term)
    return hits, Pending(search, matching, tuple(words), tuple(rest))


def _meeting(leaf: Leaf, search: Search, among: Positions) -> Positions:  # noqa: PLR0911 -- one line a kind of term
    match leaf:
        case Held():
            return in_field(search, leaf, among)
        case Dated(field, _):
            return _dated(leaf, field, search, among)
        case Length(low, high):
            return search.where(among, lambda record: _within(record.article.length, low, high))
        case Is(state):
            return among & _in_state(state, search)
        case About():
            return about(search, leaf, among)
        case Initials(letters):
            return by_initials(search, letters, among)
        case View():
            return matching(All(unfolded(Query((leaf,)), search.here.views).terms), search, among)
        case _:
            return anywhere(search, leaf, among)


def _within(number: int, low: int | None, high: int | None) -> bool:
    return (low is None or low <= number) and (high is None or number <= high)


def _dated(term: Dated, field: str, search: Search, among: Positions) -> Positions:
    now = search.here.now
    if field == "date":
        return among & published(term.days, search.corpus, now)
    if field == "added":

        def added(position: int) -> datetime:
            return datetime.fromisoformat(search.corpus.outline(position).added)

        return Positions(on_the_clock(term.days, among, added, now))
    if term.days is None:
        return among - search.states.read
    return among & search.states.reads.within(*in_milliseconds(term.days, now))


def _in_state(state: str, search: Search) -> Positions:
    states = search.states
    if state in {"full", "teaser"}:
        return search.corpus.column("kind").having(state)
    if state == "unread":
        return search.corpus.everything - states.read
    return {"read": states.read, "starred": states.starred, "changed": states.changed}[state]
