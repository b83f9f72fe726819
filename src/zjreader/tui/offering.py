"""What a query that is being typed may become, by what its beginning finds."""

from collections.abc import Callable, Mapping
from functools import partial

from zjreader.corpus.positions import Positions
from zjreader.errors import QueryError
from zjreader.query.completing import Completion, begun, completions
from zjreader.query.counts import COUNTED, axis
from zjreader.query.language import Query
from zjreader.reader import Reader
from zjreader.tui.answer import Answer

PATIENCE = 0.02
"""Seconds in which what stands before a field's name must be found out for its values to have numbers."""


def offered(reader: Reader, text: str, listed: Callable[[Positions], Positions]) -> tuple[Completion, ...]:
    """The completions of a query's last word; `listed` gives those of some hits that would be in the list."""
    last = begun(text)
    return completions(last, partial(_borne, reader, last.before, listed)) if last else ()


def _borne(
    reader: Reader, before: str, listed: Callable[[Positions], Positions], field: str
) -> Mapping[str, int | None]:
    """A field's values; with their numbers, if what stands before its name is found out in time."""
    if field == "view":
        return dict.fromkeys(reader.circumstances.views)
    if field not in COUNTED:
        return {}
    values = axis(field, reader.corpus, reader.states).values
    try:
        found = reader.search(Query.parse(before))
    except QueryError:
        return {}
    answer = Answer(found, reader.orders, "published")
    answer.go_on(len(reader.corpus) + 1, PATIENCE)
    if not answer.whole:
        return dict.fromkeys(values)
    hits = listed(answer.known.hits)
    return {value: number for value, held in values.items() if (number := held.shares(hits))}
