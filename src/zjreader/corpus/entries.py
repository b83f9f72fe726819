"""A record without its texts, as the bytes that an image keeps of it, and a record again of these and of the texts.

Title, summary and blocks lie in one text, of which an entry knows the lengths, in signs. The first id and the standing,
which lie in columns of their own, are handed back in. JSON, because nothing in the standard library is read faster.
"""

import json
from itertools import accumulate
from typing import Any, NamedTuple

from zjreader.article import Article, Block, BlockKind, Headline, Kind, Moment, ReadAs, Record
from zjreader.text.clean import Clean

OPENING = 120
"""Characters of its text that a headline carries."""

_LETTERS: dict[BlockKind, str] = {
    "heading": "h", "paragraph": "p", "item": "i", "quote": "q", "note": "n", "caption": "c",
}  # fmt: skip
_KINDS = {letter: kind for kind, letter in _LETTERS.items()}
_written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_read = json.JSONDecoder().raw_decode


class Row(NamedTuple):
    """What a headline shows of an entry; `first` is how long the first block is."""

    title: int
    summary: int | None
    first: int
    kind: Kind
    section: Clean | None
    publisher: Clean | None
    published: list[Any] | None

    @property
    def moment(self) -> Moment | None:
        """When it was published."""
        return Moment(*self.published) if self.published else None

    @property
    def signs(self) -> int:
        """Signs from the text's beginning that a headline is made of, or a few more."""
        return self.title + 2 + OPENING


class Entry(NamedTuple):
    """A record read back, but for its texts, of which it has the lengths; `apart` are further fields of the article."""

    row: Row
    apart: list[Any]
    blocks: str
    lengths: list[int]
    length: int
    further_ids: tuple[Clean, ...]
    origin: Clean
    added: Clean
    read_as: ReadAs
    versions: int
    path: str | None
    changed_at: int

    @property
    def before_body(self) -> int:
        """Signs before the first block: title, summary and their line ends."""
        return self.row.title + (self.row.summary or 0) + 2


def text_of(record: Record) -> str:
    """Title, summary and body as one text; line ends keep a word from being found across two of them."""
    article = record.article
    return "\n".join((article.title, article.summary or "", article.body))


def packed(record: Record) -> bytes:
    """What is kept of a record beside its text: first what a headline shows, then all else."""
    article = record.article
    summary = None if article.summary is None else len(article.summary)
    first = len(article.blocks[0].text) if article.blocks else 0
    row = (len(article.title), summary, first, article.kind, article.section, article.publisher, article.published)
    blocks = "".join([_LETTERS[kind] for kind, _text in article.blocks])
    lengths = [len(text) for _kind, text in article.blocks]
    apart = (*article[5:9], *article[10:12], *article[13:])  # place … editor, address, tags, key … stated length
    said = (
        record.ids[1:],
        record.origin,
        record.added,
        record.read_as,
        record.versions,
        record.path,
        record.changed_at,
    )
    return _written((row, apart, blocks, lengths, article.length, *said)).encode("utf-8", "surrogatepass")


def unpacked(kept: bytes) -> Entry:
    """What was kept; raises ValueError, TypeError or IndexError where the bytes are damaged."""
    told, _end = _read(kept.decode("utf-8", "surrogatepass"))
    row, apart, blocks, lengths, length, further, origin, added, read_as, *said = told
    return Entry(Row(*row), apart, blocks, lengths, length, tuple(further), origin, added, ReadAs(*read_as), *said)


def row_of(kept: bytes) -> Row:
    """The beginning of what was kept, at a third of the cost; raises as `unpacked` does."""
    row, _end = _read(kept.decode("utf-8", "surrogatepass"), 1)
    return Row(*row)


def record_of(entry: Entry, text: str, identity: Clean, standing: int) -> Record:
    """The record whole, given its text."""
    starts = accumulate(entry.lengths, lambda start, length: start + length + 1, initial=entry.before_body)
    blocks = tuple(
        Block(_KINDS[letter], Clean(text[start : start + length]))
        for letter, length, start in zip(entry.blocks, entry.lengths, starts, strict=False)
    )
    return _record(entry, _article(entry, text, blocks, entry.apart[-1]), identity, standing)


def outline_of(entry: Entry, text: str, identity: Clean, standing: int) -> Record:
    """The record without blocks but with its length, given a beginning of the text: `before_body` signs of it."""
    return _record(entry, _article(entry, text, (), entry.length), identity, standing)


def _record(entry: Entry, article: Article, identity: Clean, standing: int) -> Record:
    told = (entry.versions, entry.path, entry.changed_at)
    ids = (identity, *entry.further_ids)
    return Record(article, ids, entry.origin, entry.added, entry.read_as, standing, *told)


def _article(entry: Entry, text: str, blocks: tuple[Block, ...], stated_length: int | None) -> Article:
    title, summary, _first, kind, section, publisher, _published = entry.row
    place, authors, correspondents, editor, url, tags, key, guid, extra, _own = entry.apart
    return Article(
        kind,
        Clean(text[:title]),
        None if summary is None else Clean(text[title + 1 : title + 1 + summary]),
        section,
        publisher,
        place,
        tuple(authors),
        tuple(correspondents),
        editor,
        entry.row.moment,
        url,
        tuple(tags),
        blocks,
        key,
        guid and tuple(guid),
        tuple(map(tuple, extra)),
        stated_length,
    )


def headline_of(row: Row, position: int, text: str, identity: Clean, standing: int) -> Headline:
    """The row of the list, given a beginning of the text: `row.signs` of it."""
    start = row.title + (1 if row.summary else 2)
    opening = Clean(text[start : start + min(row.summary or row.first, OPENING)])
    title = Clean(text[: row.title])
    return Headline(
        position, identity, title, row.kind, row.section, row.publisher, row.moment, opening, standing=standing
    )


def headline_of_record(record: Record, position: int) -> Headline:
    """The same of a whole record."""
    article = record.article
    opening = article.summary or (article.blocks[0].text if article.blocks else "")
    return Headline(
        position,
        record.ids[0],
        article.title,
        article.kind,
        article.section,
        article.publisher,
        article.published,
        Clean(opening[:OPENING]),
        standing=record.standing,
    )
