"""Terms of queries, said shortly."""

from zjreader.query.days import Day, Days
from zjreader.query.tree import (
    Any,
    Dated,
    Held,
    Not,
    Word,
)
from zjreader.text.clean import Clean


def word(text: str) -> Word:
    return Word(Clean(text))


def no(text: str) -> Not:
    return Not(word(text))


def held(field: str, name: str, text: str) -> Held:
    return Held(field, name, word(text))


def either(*texts: str) -> Any:
    return Any(tuple(map(word, texts)))


def dated(low: str | None, high: str | None = None, *, field: str = "date", strict: bool = False) -> Dated:
    return Dated(field, Days(Day(low) if low else None, Day(high) if high else None, strict))


def on(words: str) -> Dated:
    return dated(words, words)
