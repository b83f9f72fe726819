"""What can be told of a term by sets and postings alone: which articles may meet it, none that does left out."""

from collections.abc import Callable

from zjreader.corpus.collection import Candidates
from zjreader.corpus.positions import Positions
from zjreader.query.circumstances import Search
from zjreader.query.cost import SETS, cost, in_order
from zjreader.query.in_texts import is_initials, weighty
from zjreader.query.required import required
from zjreader.query.tree import About, All, Any, Held, Not, Pattern, Term, View, Whole, Word

Matching = Callable[[Term, Search, Positions], Positions]
"""What tells those of some articles for which a term holds."""


def bound(  # noqa: PLR0911 -- one line a kind of term
    term: Term, search: Search, among: Positions, matching: Matching
) -> Candidates:
    """Those of some articles that may meet a term; exact where all do. Sets are asked by `matching`."""
    match term:
        case All(terms):
            exact = True
            for each in in_order(terms):
                among, told = bound(each, search, among, matching)
                exact = exact and told
            return Candidates(among, exact)
        case Any(terms):
            found = [bound(each, search, among, matching) for each in terms]
            return Candidates(Positions.union(each.positions for each in found), all(each.exact for each in found))
        case Not(inner):
            denied, exact = bound(inner, search, among, matching)
            return Candidates(among - denied if exact else among, exact)
        case Word() if not is_initials(search, term):
            found_in, exact = search.corpus.candidates(term.key, among)
            return Candidates(found_in, exact and search.query.folded)
        case About():
            held = [search.corpus.candidates(word, among) for word in weighty(search, term)]
            return Candidates(Positions.union(each.positions for each in held), all(each.exact for each in held))
        case _ if cost(term) == SETS or isinstance(term, View):
            return Candidates(matching(term, search, among), exact=True)
        case _:
            return Candidates(_holding_its_signs(term, search, among), exact=False)


def _holding_its_signs(term: Term, search: Search, among: Positions) -> Positions:
    """Those of some articles that have, side by side, the signs which a text of theirs must hold."""
    match term:
        case Pattern(source) | Held("title" | "body", _, Pattern(source)):
            key = required(source)
        case Whole() as text:
            key = text.key
        case Held("title" | "body", _, Whole() as text):
            key = text.key
        case Held("title" | "body", _, Word() as text) if not search.here.complete or search.learnt.borne.get(term):
            key = text.key
        case _:
            key = ""
    return search.corpus.candidates(key, among).positions
