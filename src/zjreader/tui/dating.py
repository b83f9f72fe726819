"""A time in the query line: put there, put in the place of another, taken away; whatever else stands there stays."""

import re

from zjreader.errors import QueryError
from zjreader.query.fields import FIELDS
from zjreader.query.language import Query
from zjreader.query.tree import Any
from zjreader.text.clean import Clean, clean_line

_NAMES = "|".join(("date", *FIELDS["date"][1]))
_TIME = re.compile(rf"(?<!\S)(?:{_NAMES})[:：][0-9.-]+(?!\S) ?")


def dated(text: str, name: str, asked: str | None) -> Clean:
    """The query with this time, under this name of the field, as its only plain one; without `asked`, with none.

    What stood there is put in brackets where the time would otherwise bind to its last alternative alone.
    """
    rest = _TIME.sub("", text).strip()
    if asked is None:
        return clean_line(rest)
    return clean_line(f"{f'({rest})' if _alternatives(rest) else rest} {name}:{asked}".strip())


def _alternatives(text: str) -> bool:
    """Whether a query is several of which one must hold, without a bracket around all of them."""
    terms = _terms(text)
    alone = len(terms) == 1 and isinstance(terms[0], Any)
    return alone and not (text.startswith("(") and text.endswith(")") and _terms(text[1:-1]) == terms)


def _terms(text: str) -> tuple[object, ...]:
    try:
        return Query.parse(text).terms
    except QueryError:
        return ()
