"""What a term costs to try: sets first, then characters, records, words, expressions.

The figures only order: each kind of term is about ten times dearer than the one before it.
"""

from collections.abc import Iterable

from zjreader.query.in_fields import COLUMNS
from zjreader.query.tree import All, Any, Dated, Held, Initials, Is, Length, Not, Pattern, Term, Word

_SETS = frozenset({*COLUMNS, "id", "label"})
SETS, CHARACTERS, RECORDS, WORDS, EXPRESSIONS = range(5)


def cost(term: Term) -> int:  # noqa: PLR0911 -- one line a kind of term
    """How dear a term is, from `SETS` to `EXPRESSIONS`; of several together the dearest counts."""
    match term:
        case All(terms) | Any(terms):
            return max(map(cost, terms), default=SETS)
        case Not(inner):
            return cost(inner)
        case Pattern() | Held(_, _, Pattern()):
            return EXPRESSIONS
        case Held(field, _, _) if field in _SETS:
            return SETS
        case Word() | Held("title" | "body", _, Word()):
            return CHARACTERS
        case Is() | Dated("date" | "read", _):
            return SETS
        case Dated() | Length() | Initials():
            return RECORDS
        case Held(field, _, _) if field not in {"title", "body"}:
            return RECORDS
        case _:
            return WORDS


def in_order(terms: Iterable[Term]) -> list[Term]:
    """The terms in the order in which they are tried: the cheapest first, equals as they were asked."""
    return sorted(terms, key=cost)
