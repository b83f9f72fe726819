"""The tree of a query: frozen terms that an article meets or does not.

Leaves ask one thing each; `All`, `Any` and `Not` join them. A tree as it is read is flat where it can be: no All within
All, no Any within Any, no Not of a Not, none of them around one term alone.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, Union

from zjreader.query.days import Days
from zjreader.text.clean import Clean
from zjreader.text.fold import fold, squeeze


class Word(NamedTuple):
    """A text that title, summary or body must hold, compared by the search key."""

    text: Clean

    @property
    def key(self) -> str:
        """What is looked for: the squeezed search key."""
        return squeeze(fold(self.text))


class Whole(NamedTuple):
    """A text that must stand there as a word, or as several whole words; a field's value must be all of it."""

    text: Clean

    @property
    def key(self) -> str:
        """What is looked for: the squeezed search key."""
        return squeeze(fold(self.text))


class Pattern(NamedTuple):
    """A regular expression that title, summary or body must hold."""

    source: Clean


Text = Word | Whole | Pattern
"""What a text can be asked to hold."""


class Held(NamedTuple):
    """A text in one field. `field` is its English name, `name` the one by which it was asked for, both folded."""

    field: str
    name: str
    text: Text


class Dated(NamedTuple):
    """A time of the article: `field` is date, added or read; without days it asks for what has none."""

    field: str
    days: Days | None


class Length(NamedTuple):
    """From `low` to `high` characters without white space, both allowed; None is no bound."""

    low: int | None
    high: int | None


class Is(NamedTuple):
    """A state or kind that the article must have, by its English name."""

    state: str


class About(NamedTuple):
    """The loose question: any weighty word of the text."""

    text: Clean


class Initials(NamedTuple):
    """Small letters with which the pinyin of Hanzi side by side in the title begins."""

    letters: Clean


class View(NamedTuple):
    """A saved query by its name."""

    name: Clean


class Not(NamedTuple):
    """What must not hold."""

    term: "Term"


class All(NamedTuple):
    """Terms that must all hold."""

    terms: tuple["Term", ...]


class Any(NamedTuple):
    """Terms of which one must hold."""

    terms: tuple["Term", ...]


Leaf = Word | Whole | Pattern | Held | Dated | Length | Is | About | Initials | View
Term = Union[Leaf, Not, All, Any]  # noqa: UP007 -- `|` cannot name what is defined by itself


def all_of(terms: Iterable[Term]) -> tuple[Term, ...]:
    """These terms side by side, without an All among them."""
    return tuple(part for term in terms for part in (term.terms if isinstance(term, All) else (term,)))


def any_of(terms: Iterable[Term]) -> Term:
    """One of these terms, of which there is at least one."""
    flat = tuple(part for term in terms for part in (term.terms if isinstance(term, Any) else (term,)))
    return flat[0] if len(flat) == 1 else Any(flat)


def denied(term: Term) -> Term:
    """What holds where the term does not."""
    return term.term if isinstance(term, Not) else Not(term)


def leaves(terms: Iterable[Term]) -> Iterator[Leaf]:
    """The leaves that an article which meets the terms may meet: none under a Not."""
    for term in terms:
        match term:
            case All(inner) | Any(inner):
                yield from leaves(inner)
            case Not():
                pass
            case _:
                yield term


def has_view(term: Term) -> bool:
    """Whether a term asks for a saved query, denied or not."""
    match term:
        case All(terms) | Any(terms):
            return any(map(has_view, terms))
        case Not(inner):
            return has_view(inner)
        case _:
            return isinstance(term, View)
