"""Tables -> articles: rows of whatever form, our own records and other people's.

Takes the rows as they come and holds one at a time. Refuses row by row: what cannot be read becomes a problem with its
line, and the next one is read.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from zjreader.article import Article, Problem, ReadAs, Reading
from zjreader.messages import _
from zjreader.parse import columns, own_record
from zjreader.parse.columns import Context
from zjreader.parse.rows import Remark, Row
from zjreader.text.clean import Clean, clean_line, cleaned, passes


class _Known(NamedTuple):
    """An article and, for a record of ours, the id it already has."""

    article: Article
    id: Clean | None


def read(rows: Iterable[Row | Remark], about: Clean, context: Context, read_as: ReadAs) -> Iterator[Reading | Problem]:
    """The articles and problems of a table, in its order; `about` names the document in problems."""
    for row in rows:
        if isinstance(row, Remark):
            yield Problem(about, clean_line(row.what), row.line, kept=int(row.kept), skipped=int(not row.kept))
        else:
            yield _read_one(row, about, context, read_as)


def links(rows: Iterable[Row | Remark], context: Context) -> Iterator[tuple[str, str]]:
    """The link and the title of each row that bears a link, as `read` gives them; hardly another value is looked at."""
    for row in rows:
        if isinstance(row, Row) and (found := _linked(row.values, context)):
            yield found


def _linked(values: Mapping[str, Any], context: Context) -> tuple[str, str] | None:
    names = tuple(values)
    clean = _clean_names(names)
    wanted = columns.linking(clean, context.told)
    if not wanted:
        return None
    try:
        few = {column: _clean_value(values[names[clean.index(column)]])[0] for column in wanted}
        found = columns.link_and_title(few, context)
        if found or not any(few.values()):
            return found
        known = _known(_clean_row(dict(values))[0], context)
    except (ValueError, RecursionError):
        return None
    return (known.article.url, known.article.title) if known and known.article.url else None


def _read_one(row: Row, about: Clean, context: Context, read_as: ReadAs) -> Reading | Problem:
    try:
        values, removed = _clean_row(row.values)
        known = _known(values, context)
    except (ValueError, RecursionError):
        return Problem(about, clean_line(_("not valid JSON, skipped")), row.line, skipped=1)
    if known is None:
        return Problem(about, clean_line(_("a record without title and text, skipped")), row.line, skipped=1)
    if row.replaced or removed:
        read_as = read_as._replace(replaced=read_as.replaced + row.replaced, removed=read_as.removed + removed)
    return Reading(known.article, read_as, row.line, known.id)


def _known(row: Mapping[Clean, Any], context: Context) -> _Known | None:
    if own_record.is_ours(row):
        own = own_record.to_article(row)
        return own and _Known(own.article, own.id)
    article = columns.to_article(row, context)
    return article and _Known(article, None)


def _clean_row(row: Mapping[str, Any]) -> tuple[dict[Clean, Any], int]:
    """The row with names and values clean, and the number of characters removed from its values."""
    parts: dict[Clean, Any] = {}
    removed = 0
    for name, value in zip(_clean_names(tuple(row)), row.values(), strict=True):
        if isinstance(value, str) and passes(value):
            parts[name] = value
        else:
            parts[name], lost = _clean_value(value)
            removed += lost
    return parts, removed


@lru_cache(maxsize=256)
def _clean_names(names: tuple[str, ...]) -> tuple[Clean, ...]:
    return tuple(map(clean_line, names))


def _clean_value(value: Any) -> tuple[Any, int]:
    """The value with all its strings clean, and the number of characters removed from them."""
    if isinstance(value, str):
        return cleaned(value)
    if isinstance(value, list):
        parts = [_clean_value(item) for item in value]
        return [part for part, _removed in parts], sum([removed for _part, removed in parts])
    if isinstance(value, dict):
        return _clean_row(value)
    return value, 0
