"""What the end of a query that is being typed may become: the name of a field, or a value that articles bear.

Found by its beginning in Chinese or English, by pinyin initials, a value also by its inside. Only offered: what is not
taken changes nothing.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from zjreader.query.canonical import print_term
from zjreader.query.fields import FIELDS, KINDS, SORTS, STATES, Named, field_named
from zjreader.query.tree import Held, View, Word
from zjreader.text.clean import Clean, clean_line
from zjreader.text.fold import fold
from zjreader.text.pinyin import initials

MOST = 8
"""Completions that are offered."""

_LAST = re.compile(r"(?:^|(?<=[\s(（]))[-!－！]?(?P<word>[^\s()（）]+)$")
_DAYS = ("今天", "昨天", "近3天", "本周", "上周", "本月", "上月", "今年", "去年", "无日期")
_OPTIONS = {"sort": SORTS, "fold": ("off",)}
_FEWEST_INITIALS = 2

Values = Callable[[str], Mapping[str, int | None]]
"""What gives a field's values, each with how many articles bear it, where that is known."""


class Completion(NamedTuple):
    """What is offered, how many articles bear it, and what the query is with it."""

    shown: Clean
    articles: int | None
    query: Clean


class Begun(NamedTuple):
    """The last word of a query: what stands before it, and the field whose value it is or None."""

    before: str
    field: Named | None
    text: str


def begun(query: str) -> Begun | None:
    """The word that is being typed; None where none is."""
    word = _LAST.search(query)
    if not word:
        return None
    before, text = query[: word.start("word")], word["word"]
    name, colon, value = text.replace("：", ":", 1).partition(":")
    field = field_named(fold(name)) if colon else None
    return Begun(before, field, value if field else text)


def completions(last: Begun, values: Values) -> tuple[Completion, ...]:
    """What a word may become: met by its beginning, then by initials, then by its inside, the commonest first."""
    offered = _of_names(last) if last.field is None else _of_values(last, last.field, values)
    return tuple(each for _rank, each in sorted(offered, key=lambda pair: pair[0])[:MOST])


def _of_names(last: Begun) -> Iterator[tuple[tuple[int, int], Completion]]:
    wanted = fold(last.text)
    for order, (field, (_reads, others)) in enumerate(FIELDS.items()):
        ranks = [(rank, name) for name in (*others, field) if (rank := _rank(wanted, name)) is not None]
        rank, name = min(ranks, default=(_INSIDE, ""))
        if rank < _INSIDE:
            yield (rank, order), Completion(clean_line(f"{name}:"), None, clean_line(f"{last.before}{name}:"))


def _of_values(last: Begun, named: Named, values: Values) -> Iterator[tuple[tuple[int, int], Completion]]:
    wanted = fold(last.text)
    for value, articles in _known(named, values).items():
        rank = _rank(wanted, value)
        if rank is not None and value != last.text:
            query = clean_line(last.before + _printed(named, clean_line(value)))
            yield (rank, -(articles or 0)), Completion(clean_line(value), articles, query)


def _known(named: Named, values: Values) -> Mapping[str, int | None]:
    match named.field.reads:
        case "days":
            return dict.fromkeys(_DAYS)
        case "state":
            words = KINDS if named.field.name == "kind" else STATES
            return dict.fromkeys(word for word in words if word.isascii() == named.name.isascii())
        case "option":
            return dict.fromkeys(_OPTIONS.get(named.field.name, ()))
        case _:
            return values(named.field.name)


def _printed(named: Named, value: Clean) -> str:
    if named.field.reads == "text":
        return print_term(Held(named.field.name, named.name, Word(value)))
    return print_term(View(value)) if named.field.reads == "view" else f"{named.name}:{value}"


_BEGINNING, _INITIALS, _INSIDE = range(3)


def _rank(wanted: str, name: str) -> int | None:
    """How a name is met by what is typed; None where it is not."""
    key = fold(name)
    if key.startswith(wanted):
        return _BEGINNING
    if len(wanted) >= _FEWEST_INITIALS and wanted.isascii() and _read_so(wanted, key):
        return _INITIALS
    return _INSIDE if wanted in key else None


def _read_so(letters: str, name: str) -> bool:
    return len(letters) <= len(name) and all(
        letter in initials(sign) for letter, sign in zip(letters, name, strict=False)
    )
