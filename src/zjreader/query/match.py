"""Query × corpus × states -> the set of articles that match, exactly.

Terms are tried in the order of their cost: sets first, then texts, and those only among what is left.
"""

from typing import NamedTuple

from zjreader.corpus.positions import NONE, Positions
from zjreader.corpus.store import Corpus
from zjreader.query.language import Is, Not, Query, Term, Word
from zjreader.text.clean import Clean


class States(NamedTuple):
    """Which articles are in which state, as sets; what the reader did to them, without saying when.

    `labels` has each label that any article bears, with those that do, by name.
    """

    read: Positions = NONE
    starred: Positions = NONE
    changed: Positions = NONE
    labels: tuple[tuple[Clean, Positions], ...] = ()


class Results(NamedTuple):
    """What a query hit in one generation of the corpus: a set, without order and text.

    A screen that has moved on to another query or generation drops it.
    """

    query: Query
    generation: int
    hits: Positions
    settled: bool = True


def match(query: Query, corpus: Corpus, states: States) -> Positions:
    """The articles for which every term of the query holds."""
    hits = corpus.everything
    for term in sorted(query.terms, key=_cost):
        hits = _matching(term, corpus, states, hits)
    return hits


def _cost(term: Term) -> int:
    match term:
        case Not(inner):
            return _cost(inner)
        case Is():
            return 0
        case _:
            return 1


def _matching(term: Term, corpus: Corpus, states: States, among: Positions) -> Positions:
    match term:
        case Not(inner):
            return among - _matching(inner, corpus, states, among)
        case Word():
            return corpus.holding(term.key, among)
        case _:
            return among & _in_state(term.state, corpus, states)


def _in_state(state: str, corpus: Corpus, states: States) -> Positions:
    if state in {"full", "teaser"}:
        return corpus.column("kind").having(state)
    if state == "unread":
        return corpus.everything - states.read
    return {"read": states.read, "starred": states.starred, "changed": states.changed}[state]
