"""What a field's value asks for: days, numbers, states, ids, names, options; or the sentence that says why not.

A value is read folded where it is a word of the language (來源 is 来源), and kept as typed where it is text.
"""

from typing import NamedTuple

from zjreader.messages import _
from zjreader.query.days import UNDATED, Days, read_day
from zjreader.query.fields import KINDS, SORTS, STATES, Named, nearest
from zjreader.query.tree import About, Dated, Held, Initials, Is, Length, Term, Text, View, Word
from zjreader.text.clean import Clean
from zjreader.text.fold import fold

SHORTEST_ID = 4
"""Digits of an id from which on it may stand for the whole."""

_MOST_DIGITS = 15
_RANGES = ("..", "~")


class Option(NamedTuple):
    """What is asked of the whole answer: `sort`, `limit` or `fold`, and its value."""

    name: str
    value: str


Value = Term | Option | str
"""What is asked for, or the sentence that says why it cannot be read."""


class _Range(NamedTuple):
    """A range as it is written: two ends, one of which may be empty, or one with a sign of comparison."""

    low: str
    high: str
    strict: bool = False


def read_value(named: Named, text: Text) -> Value:  # noqa: PLR0911 -- one line a kind of value
    """What a text asks for as the value of a field."""
    field, reads = named.field.name, named.field.reads
    if reads == "text":
        return Held(field, named.name, text)
    if not isinstance(text, Word):
        return _("{name}: takes neither =word nor /expression/").format(name=named.name)
    match reads:
        case "days":
            return _dated(field, text.text)
        case "number":
            return _length(text.text)
        case "state":
            return _state(field, text.text)
        case "id":
            return _id(text)
        case "option":
            return _option(field, fold(text.text))
        case "initials":
            return _initials(text.text)
        case "about":
            return About(text.text)
        case _:
            return View(text.text)


def _dated(field: str, text: str) -> Value:
    if fold(text) in UNDATED:
        return Dated(field, None)
    low, high, strict = _range(text)
    first, last = (read_day(low) if low else None), (read_day(high) if high else None)
    wrong = low if low and not first else high if high and not last else ""
    if wrong or not (first or last):
        what = _("“{text}” is no date; expected such as 2026-03-05, 3月5日, 上周, 近3天, 7d, none or 2026-01..2026-03")
        return what.format(text=wrong or text)
    return Dated(field, Days(first, last, strict))


def _length(text: str) -> Value:
    low, high, strict = _range(text)
    numbers = [int(end) if end.isdecimal() and len(end) <= _MOST_DIGITS else None for end in (low, high)]
    if numbers == [None, None] or any(end and number is None for end, number in zip((low, high), numbers, strict=True)):
        return _("“{text}” is no number; expected such as 800, >800 or 500..1000").format(text=text)
    first, last = numbers
    if strict:
        return Length(None if first is None else first + 1, None if last is None else last - 1)
    return Length(first, last)


def _range(text: str) -> _Range:
    """The ends of a range in its folded form; a single value is both of them."""
    folded = fold(text).replace("。。", "..")
    for sign in (">=", "<=", ">", "<"):
        if folded.startswith(sign):
            end = folded.removeprefix(sign).strip()
            strict = len(sign) == 1
            return _Range(end, "", strict) if sign[0] == ">" else _Range("", end, strict)
    for sign in _RANGES:
        low, found, high = folded.partition(sign)
        if found:
            return _Range(low.strip(), high.strip())
    return _Range(folded, folded)


def _state(field: str, text: str) -> Value:
    states = KINDS if field == "kind" else STATES
    value = fold(text)
    if value in states:
        return Is(states[value])
    what = _("{field}: knows {states}, not “{value}”; nearest: {nearest}")
    names = tuple(dict.fromkeys(states.values()))
    near = nearest(value, tuple(states)) or names[0]
    return what.format(field=field, states=" ".join(names), value=text, nearest=near)


def _id(text: Word) -> Value:
    prefix = fold(text.text)
    if len(prefix) < SHORTEST_ID or set(prefix) - set("0123456789abcdef"):
        return _("“{text}” is no id; expected at least {count} of its digits").format(text=text.text, count=SHORTEST_ID)
    return Held("id", "id", Word(Clean(prefix)))


def _option(name: str, value: str) -> Value:
    if name == "limit":
        whole = value.isdecimal() and len(value) <= _MOST_DIGITS
        return Option(name, str(int(value))) if whole else _("“{text}” is no whole number").format(text=value)
    known = SORTS if name == "sort" else ("off", "on")
    if value in known:
        return Option(name, value)
    what = _("{name}: knows {known}, not “{value}”; nearest: {nearest}")
    return what.format(name=name, known=" ".join(known), value=value, nearest=nearest(value, known) or known[0])


def _initials(text: str) -> Value:
    letters = fold(text)
    if letters.isascii() and letters.isalpha():
        return Initials(Clean(letters))
    return _("py: takes the first letters of pinyin, such as py:gxb for 工信部")
