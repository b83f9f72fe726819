"""Records of ours that come back: `zjreader/1` taken as it stands, so that what was piped out is the same article.

Everything is taken but origin, added, read_as, versions and the states read, starred, labels. A record is still foreign
text and may have been edited: a value of another kind than its key promises counts as absent.
"""

import re
from collections.abc import Mapping
from typing import Any, Final, NamedTuple, get_args

from zjreader.article import Article, Block, BlockKind, Kind, Moment
from zjreader.parse.columns import first_sentence, paragraphs, to_json
from zjreader.parse.json_values import decoded
from zjreader.text.clean import Clean
from zjreader.text.dates import read_iso

SCHEMA: Final = "zjreader/1"

_LISTS: Final = frozenset({"authors", "correspondents", "tags", "labels"})
_JSON: Final = frozenset({"blocks", "extra", "inferred", "length"})
_ID: Final = re.compile("[a-f][0-9a-f]{15}")
_BLOCK_KINDS: Final[Mapping[str, BlockKind]] = {kind: kind for kind in get_args(BlockKind)}
_MOST_LENGTH: Final = 1 << 31


class OwnRecord(NamedTuple):
    """An article and the id it already has."""

    article: Article
    id: Clean | None


def is_ours(row: Mapping[Any, Any]) -> bool:
    """Whether the row says that it is such a record."""
    return bool(row.get("schema") == SCHEMA)


def from_cells(row: Mapping[str, str]) -> dict[str, Any]:
    """The values that a record had before CSV made texts of them: empty was null, lists were joined with `;`."""
    return {name: _from_cell(name, cell) for name, cell in row.items()}


def _from_cell(name: str, cell: str) -> Any:
    if name in _LISTS:
        return cell.split(";") if cell else []
    if name not in _JSON:
        return cell or None
    try:
        return decoded(cell.encode("utf-8", "replace")).value
    except (ValueError, RecursionError):
        return None


def to_article(row: Mapping[Clean, Any]) -> OwnRecord | None:
    """The article of a record of clean values; None where it has neither title nor text."""
    blocks = _blocks(row)
    summary = _text(row, "summary")
    title = _line(row, "title") or first_sentence(blocks[0].text if blocks else summary or "")
    if not title:
        return None
    article = Article(
        kind=_kind(row, blocks),
        title=title,
        summary=summary,
        section=_line(row, "section"),
        publisher=_line(row, "publisher"),
        place=_line(row, "place"),
        authors=_lines(row, "authors"),
        correspondents=_lines(row, "correspondents"),
        editor=_line(row, "editor"),
        published=_published(row),
        url=_line(row, "url"),
        tags=_lines(row, "tags"),
        blocks=blocks,
        key=_line(row, "key"),
        extra=_extra(row),
        stated_length=_stated_length(row),
    )
    named = _line(row, "id")
    return OwnRecord(article, named if named and _ID.fullmatch(named) else None)


def _given(row: Mapping[Clean, Any], name: str) -> Any:
    return row.get(Clean(name))


def _kind(row: Mapping[Clean, Any], blocks: tuple[Block, ...]) -> Kind:
    said = _given(row, "kind")
    return "teaser" if not blocks and said != "full" else "full"


def _text(row: Mapping[Clean, Any], name: str) -> Clean | None:
    value = _given(row, name)
    return Clean(value) if isinstance(value, str) and value else None


def _line(row: Mapping[Clean, Any], name: str) -> Clean | None:
    return Clean(" ".join((_text(row, name) or "").split())) or None


def _lines(row: Mapping[Clean, Any], name: str) -> tuple[Clean, ...]:
    value = _given(row, name)
    texts = value if isinstance(value, list) else []
    lines = (" ".join(text.split()) for text in texts if isinstance(text, str))
    return tuple(Clean(line) for line in lines if line)


def _published(row: Mapping[Clean, Any]) -> Moment | None:
    moment = read_iso(_line(row, "published") or "")
    return moment and moment._replace(inferred=_given(row, "inferred") is True)


def _blocks(row: Mapping[Clean, Any]) -> tuple[Block, ...]:
    """The blocks, one a line whatever a hand has edited into them; the body's paragraphs where they are missing."""
    given = _given(row, "blocks")
    if not isinstance(given, list):
        return paragraphs(_text(row, "body") or "")
    return tuple(
        Block(_BLOCK_KINDS.get(_line(block, "kind") or "", "paragraph"), Clean(line))
        for block in given
        if isinstance(block, dict)
        for line in (_text(block, "text") or "").split("\n")
        if line.strip()
    )


def _extra(row: Mapping[Clean, Any]) -> tuple[tuple[Clean, Clean], ...]:
    extra = _given(row, "extra")
    return tuple((name, to_json(value)) for name, value in extra.items()) if isinstance(extra, dict) else ()


def _stated_length(row: Mapping[Clean, Any]) -> int | None:
    """The length as the record says it: it may have come without the texts that would tell it."""
    length = _given(row, "length")
    if not isinstance(length, int) or isinstance(length, bool):
        return None
    return length if 0 <= length < _MOST_LENGTH else None
