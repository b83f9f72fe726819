"""The query language: text -> `Query`, a frozen value, or an error with its place.

Words side by side must all be found, `-词` and `!词` must not, quotes keep blanks and signs, `is:` asks for a state.
Pasted headlines are queries: whatever is no operator where it stands is a sign of a word. A query prints back to a
canonical text that reads as the same query. Nothing is ignored silently.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from zjreader.errors import QueryError
from zjreader.messages import _
from zjreader.text.clean import Clean, clean_line
from zjreader.text.fold import fold, squeeze

STATES = {
    "unread": "unread", "read": "read", "starred": "starred", "full": "full", "teaser": "teaser", "changed": "changed",
    "未读": "unread", "已读": "read", "收藏": "starred", "全文": "full", "导语": "teaser", "改稿": "changed",
}  # fmt: skip
_IS = ("is", "是")
_BLANKS = " \t\n\u3000，、；"
_NOT = "-!－！"
_NOT_WORDS = ("NOT", "非")
_AND_WORDS = ("AND", "且")
_COLONS = ":："
_QUOTES = {'"': '"', "“": "”", "「": "」", "『": "』"}


class Word(NamedTuple):
    """A text that title, summary or body must hold, compared by the search key."""

    text: Clean

    @property
    def key(self) -> str:
        """What is looked for: the squeezed search key."""
        return squeeze(fold(self.text))


class Is(NamedTuple):
    """A state or kind that the article must have, by its English name."""

    state: str


class Not(NamedTuple):
    """What must not hold."""

    term: "Word | Is | Not"


Term = Word | Is | Not


class Query(NamedTuple):
    """What the reader asks: terms that must all hold. Without terms it asks for everything."""

    terms: tuple[Term, ...] = ()

    @classmethod
    def parse(cls, text: str) -> "Query":
        """Read a query; raises QueryError with the place of what cannot be read."""
        return cls(tuple(_terms(clean_line(text))))

    @classmethod
    def literal(cls, words: Iterable[str]) -> "Query":
        """The query for these texts, each taken as it stands."""
        cleaned = [clean_line(word) for word in words]
        return cls(tuple(Word(word) for word in cleaned if squeeze(fold(word)).strip()))

    def __str__(self) -> str:
        """The canonical text."""
        return " ".join(map(_printed, self.terms))

    def both(self, other: "Query") -> "Query":
        """What holds for this query and for the other."""
        return Query(self.terms + other.terms)

    @property
    def words(self) -> tuple[Word, ...]:
        """The words that a hit holds: what can be highlighted in it."""
        return tuple(term for term in self.terms if isinstance(term, Word))


def _printed(term: Term) -> str:
    match term:
        case Not(inner):
            printed = _printed(inner)
            return f"-{_quoted(printed)}" if printed[0].isdigit() else f"-{printed}"
        case Is(state):
            return f"is:{state}"
        case _:
            return term.text if _reads_as_itself(term.text) else _quoted(term.text)


def _reads_as_itself(text: Clean) -> bool:
    """Whether a word needs no quotes, whatever follows it: an opening quote finds a partner there."""
    try:
        return text[0] not in _QUOTES and list(_terms(text)) == [Word(text)] and text not in {*_NOT_WORDS, *_AND_WORDS}
    except QueryError:
        return False


def _quoted(text: str) -> str:
    opening = next((mark for mark, partner in _QUOTES.items() if partner not in text and "\\" not in text), None)
    if opening:
        return opening + text + _QUOTES[opening]
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _terms(text: Clean) -> Iterator[Term]:
    at, denied, expected = 0, 0, False
    while (at := _skip_blanks(text, at)) < len(text):
        if (stop := _operator(text, at, _AND_WORDS)) and expected:
            at, expected = stop, False
            continue
        if stop := _operator(text, at, _NOT_WORDS):
            at, denied = stop, denied + 1
            continue
        signs = _denying_signs(text, at)
        at, denied = at + signs, denied + signs
        term, at = _primary(text, at)
        if term:
            yield _denied(term, denied)
        denied, expected = 0, True


def _denied(term: Term, times: int) -> Term:
    return Not(term) if times % 2 else term


def _skip_blanks(text: str, at: int) -> int:
    while at < len(text) and text[at] in _BLANKS:
        at += 1
    return at


def _operator(text: str, at: int, words: tuple[str, ...]) -> int:
    """Where an operator that stands alone, with something after it, ends; 0 for none."""
    stop = _word_end(text, at)
    return stop if text[at:stop] in words and _skip_blanks(text, stop) < len(text) else 0


def _denying_signs(text: str, at: int) -> int:
    """How many signs of denial a word begins with: none behind a quotation, and none before nothing or a number."""
    start = at
    while at < len(text) and text[at] in _NOT:
        at += 1
    denied = text[at : at + 1]
    begins = start == 0 or text[start - 1] in _BLANKS
    return at - start if begins and denied and denied not in _BLANKS and not denied.isdigit() else 0


def _primary(text: Clean, at: int) -> tuple[Term | None, int]:
    if quoted := _quotation(text, at):
        inside, stop = quoted
        return (Word(Clean(inside)) if squeeze(fold(inside)).strip() else None), stop
    stop = _word_end(text, at)
    return _state(text, at, stop) or Word(Clean(text[at:stop])), stop


def _quotation(text: str, at: int) -> tuple[str, int] | None:
    """The text between quotes and where the closing one ends; None where there is no pair."""
    partner = _QUOTES.get(text[at])
    stop = at + 1
    inside = ""
    while partner and stop < len(text):
        if text[stop] == partner:
            return inside, stop + 1
        if partner == '"' and text[stop] == "\\" and text[stop + 1 : stop + 2] in {'"', "\\"}:
            stop += 1
        inside += text[stop]
        stop += 1
    return None


def _word_end(text: str, at: int) -> int:
    stop = at
    while stop < len(text) and text[stop] not in _BLANKS:
        stop += 1
    return stop


def _state(text: Clean, at: int, stop: int) -> Is | None:
    """The state asked for by `is:…`; a Chinese `是：` that no state follows is text, as in a pasted headline."""
    word = text[at:stop]
    name = next(
        (name for name in _IS if fold(word).startswith(name) and word[len(name) : len(name) + 1] in {*_COLONS}), ""
    )
    value = fold(word[len(name) + 1 :])
    if not name or value in STATES:
        return Is(STATES[value]) if name else None
    if not name.isascii():
        return None
    raise _unknown_state(text, at + len(name) + 1, value)


def _unknown_state(text: Clean, position: int, value: str) -> QueryError:
    from difflib import get_close_matches

    nearest = get_close_matches(value, STATES, n=1) or ["unread"]
    states = " ".join(dict.fromkeys(STATES.values()))
    what = _("is: knows {states}, not “{value}”; nearest: {nearest}")
    return QueryError(what.format(states=states, value=value, nearest=nearest[0]), text, position)
