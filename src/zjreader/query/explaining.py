"""How a query was understood: its tree as lines for people and as JSON for programs.

Each part is told with its canonical text, what it means here and now, its place in the order of trying, and, where
articles were given, how many of them it matches by itself.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from zjreader.messages import _, _n, later
from zjreader.query.canonical import print_term
from zjreader.query.cost import cost
from zjreader.query.language import Parsed
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
    Pattern,
    Term,
    View,
    Whole,
    Word,
)
from zjreader.text.clean import Clean

NO_VIEWS: Mapping[Clean, Clean] = {}
_MEANINGS = {
    Whole: later("as whole words in title, summary or body"),
    Pattern: later("a regular expression for title, summary or body"),
    About: later("a loose question: any of its words"),
    Initials: later("first letters of pinyin in the title"),
    View: later("a saved query"),
}


class Part(NamedTuple):
    """A term of a query: its kind, canonical text, meaning, cost and parts, and how many articles match."""

    kind: str
    text: str
    means: str
    cost: int
    parts: tuple["Part", ...] = ()
    articles: int | None = None


def explain(
    term: Term, today: date, count: Callable[[Term], int] | None = None, views: Mapping[Clean, Clean] = NO_VIEWS
) -> Part:
    """What a term was understood as; `count` says how many articles it matches by itself, `views` what is saved."""
    match term:
        case All(terms):
            kind, means, inner = "and", _("all of these"), terms
        case Any(terms):
            kind, means, inner = "or", _("one of these"), terms
        case Not(denied):
            kind, means, inner = "not", _("not this"), (denied,)
        case _:
            kind, means, inner = type(term).__name__.lower(), _meaning(term, today, views), ()
    parts = tuple(explain(each, today, count, views) for each in inner)
    return Part(kind, print_term(term), means, cost(term), parts, count(term) if count else None)


def as_lines(parsed: Parsed, part: Part) -> Iterator[str]:
    """The explanation for people: canonical text, tree, options, and what is to be said."""
    query = parsed.query
    yield str(query)
    yield from _branch(part, 1)
    if query.sort:
        yield _("sorted: {order}").format(order=query.sort)
    if query.limit is not None:
        yield _n("at most {count} article", "at most {count} articles", query.limit)
    if not query.folded:
        yield _("texts are compared as they are written")
    yield from (note.says for note in parsed.notes)


def as_json(parsed: Parsed, part: Part) -> str:
    """The explanation for programs, as one object on one line."""
    query = parsed.query
    told = {
        "schema": "zjreader/explain/1",
        "query": str(query),
        "tree": _object(part),
        "sort": query.sort,
        "limit": query.limit,
        "fold": query.folded,
        "notes": [note._asdict() for note in parsed.notes],
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def _object(part: Part) -> dict[str, object]:
    return {**part._asdict(), "parts": [_object(each) for each in part.parts]}


def _branch(part: Part, depth: int) -> Iterator[str]:
    text = part.means if part.parts else f"{part.text}  {part.means}"
    matched = "" if part.articles is None else _n("  {count} article", "  {count} articles", part.articles)
    yield f"{'  ' * depth}[{part.cost}] {text}{matched}"
    for each in part.parts:
        yield from _branch(each, depth + 1)


def _meaning(leaf: Leaf, today: date, views: Mapping[Clean, Clean]) -> str:  # noqa: PLR0911 -- one line a kind of term
    """What a leaf asks for, in a sentence."""
    match leaf:
        case Word():
            return _("in title, summary or body, as “{key}”").format(key=leaf.key)
        case Held(field, _name, _text):
            return _("in the field {field}").format(field=field)
        case Dated(_field, days):
            return " – ".join(days.bounds(today)) if days else _("without a date")
        case Length(low, high):
            shown = "…" if high is None else high
            return _("from {low} to {high} characters").format(low=low or 0, high=shown)
        case Is(state):
            return _("articles that are {state}").format(state=state)
        case View(name) if name in views:
            return _("a saved query: {query}").format(query=views[name])
        case _:
            return _(_MEANINGS[type(leaf)])
