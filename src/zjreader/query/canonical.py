"""A query's terms -> the text that reads as them: a blank between terms, OR between alternatives, quotes where needed.

Names of fields stay as they were asked for, since 媒体:… may be text; words stay as typed, dates in their own words.
"""

from collections.abc import Iterable

from zjreader.errors import QueryError
from zjreader.query import signs
from zjreader.query.grammar import read_sentence
from zjreader.query.tree import (
    About,
    All,
    Any,
    Dated,
    Held,
    Is,
    Leaf,
    Length,
    Not,
    Pattern,
    Term,
    Text,
    View,
    Whole,
    Word,
)
from zjreader.text.clean import Clean

_PAIRED = frozenset("".join((*signs.QUOTES, *signs.QUOTES.values(), signs.OPENING, signs.CLOSING, signs.BARS, "\\")))
"""Signs that mean something to what stands around a word."""


def printed(terms: Iterable[Term]) -> str:
    """The canonical text of terms that must all hold."""
    parts = tuple(terms)
    if len(parts) == 1:
        return print_term(parts[0])
    return " ".join(f"({print_term(part)})" if isinstance(part, Any) else print_term(part) for part in parts)


def print_term(term: Term) -> str:
    """The canonical text of one term, as it stands alone."""
    match term:
        case Any(terms):
            return " OR ".join(printed(part.terms) if isinstance(part, All) else print_term(part) for part in terms)
        case All(terms):
            return printed(terms)
        case Not(inner):
            return _denied(inner)
        case _:
            return _leaf(term)


def _leaf(leaf: Leaf) -> str:  # noqa: PLR0911 -- one line a kind of term
    match leaf:
        case Word() | Whole() | Pattern():
            return _text("", leaf)
        case Held(_field, name, text):
            return _text(f"{name}:", text, leaf)
        case Dated(field, days):
            return _value(field, str(days or "none"))
        case Length(low, high):
            return f"length:{_numbers(low, high)}"
        case Is(state):
            return f"is:{state}"
        case About(text):
            return _text("about:", Word(text), leaf)
        case View(name):
            return _text("view:", Word(name), leaf)
        case _:
            return f"py:{leaf.letters}"


def _denied(term: Term) -> str:
    text = print_term(term)
    if isinstance(term, All | Any | Not):
        return f"-({text})"
    return f"-{_quoted(text)}" if isinstance(term, Word) and text[0] in "0123456789" + signs.DENYING else f"-{text}"


def _value(field: str, text: str) -> str:
    return f"{field}:{text}" if text.isascii() or not set(text) & set(signs.BLANKS) else f"{field}:{_quoted(text)}"


def _text(before: str, text: Text, term: Term | None = None) -> str:
    """A text behind what asks for it, bare where that reads as the same."""
    match text:
        case Pattern(source):
            return f"{before}/{source}/"
        case Whole(word):
            sign = f"{before}="
        case _:
            sign, word = before, text.text
    bare = sign + word
    return bare if _reads_as(bare, word, term or text) else sign + _quoted(word)


def _reads_as(bare: str, word: str, term: Term) -> bool:
    """Whether a bare text reads as this term, whatever stands around it."""
    if set(word) & _PAIRED or bare in signs.OPERATORS or word[0] in signs.SLASHES:
        return False
    try:
        return repr(read_sentence(Clean(bare)).terms) == repr((term,))
    except QueryError:
        return False


def _quoted(text: str) -> str:
    opening = next((mark for mark, partner in signs.QUOTES.items() if partner not in text and "\\" not in text), None)
    if opening:
        return opening + text + signs.QUOTES[opening]
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _numbers(low: int | None, high: int | None) -> str:
    if low is None:
        return f"<{(high or 0) + 1}"
    return f">={low}" if high is None else str(low) if low == high else f"{low}..{high}"
