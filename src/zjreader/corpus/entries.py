"""A record without its texts, as the bytes that an image keeps of it, and a record again of these and of the texts.

Title, summary and blocks lie in one text, of which an entry knows the lengths, in signs. The first id and the standing,
which lie in columns of their own, are handed back in. JSON, because nothing in the standard library is read faster.
"""

import json
from itertools import accumulate
from typing import NamedTuple

from zjreader.article import Article, Block, BlockKind, Headline, Kind, Moment, ReadAs, Record
from zjreader.text.clean import Clean

OPENING = 120
"""Characters of its text that a headline carries."""

_LETTERS: dict[BlockKind, str] = {
    "heading": "h", "paragraph": "p", "item": "i", "quote": "q", "note": "n", "caption": "c",
}  # fmt: skip
_KINDS = {letter: kind for kind, letter in _LETTERS.items()}
_written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Entry(NamedTuple):
    """A record read back, but for its texts: the article has none, only how long they are."""

    article: Article
    title: int
    summary: int | None
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
        return self.title + (self.summary or 0) + 2


def text_of(record: Record) -> str:
    """Title, summary and body as one text; line ends keep a word from being found across two of them."""
    article = record.article
    return "\n".join((article.title, article.summary or "", article.body))


def packed(record: Record) -> bytes:
    """What is kept of a record beside its text: a line of what a headline shows, then all else."""
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
    kept = f"{_written(row)}\n{_written((apart, blocks, lengths, article.length, *said))}"
    return kept.encode("utf-8", "surrogatepass")


def unpacked(kept: bytes) -> Entry:
    """What was kept; raises ValueError, TypeError or IndexError where the bytes are damaged."""
    row, rest = kept.split(b"\n")
    title, summary, _first, kind, section, publisher, published = json.loads(row)
    apart, blocks, lengths, length, further, origin, added, read_as, versions, path, changed_at = json.loads(rest)
    place, authors, correspondents, editor, url, tags, key, guid, extra, own = apart
    article = Article(
        kind,
        Clean(""),
        None,
        section,
        publisher,
        place,
        tuple(authors),
        tuple(correspondents),
        editor,
        published and Moment(*published),
        url,
        tuple(tags),
        (),
        key,
        guid and tuple(guid),
        tuple(map(tuple, extra)),
        own,
    )
    told = (tuple(further), origin, added, ReadAs(*read_as), versions, path, changed_at)
    return Entry(article, title, summary, blocks, lengths, length, *told)


class Row(NamedTuple):
    """What a headline shows of an entry; `first` is how long the first block is."""

    title: int
    summary: int | None
    first: int
    kind: Kind
    section: Clean | None
    publisher: Clean | None
    published: Moment | None

    @property
    def signs(self) -> int:
        """Signs from the text's beginning that a headline is made of, or a few more."""
        return self.title + 2 + OPENING


def row_of(kept: bytes) -> Row:
    """The beginning of what was kept, at a third of the cost; raises as `unpacked` does."""
    row = Row(*json.loads(kept[: kept.index(b"\n")]))
    return row._replace(published=Moment(*row.published)) if row.published else row


def record_of(entry: Entry, text: str, identity: Clean, standing: int) -> Record:
    """The record whole, given its text."""
    starts = accumulate(entry.lengths, lambda start, length: start + length + 1, initial=entry.before_body)
    blocks = tuple(
        Block(_KINDS[letter], Clean(text[start : start + length]))
        for letter, length, start in zip(entry.blocks, entry.lengths, starts, strict=False)
    )
    article = entry.article._replace(title=Clean(text[: entry.title]), summary=_summary(entry, text), blocks=blocks)
    ids = (identity, *entry.further_ids)
    told = (entry.versions, entry.path, entry.changed_at)
    return Record(article, ids, entry.origin, entry.added, entry.read_as, standing, *told)


def outline_of(entry: Entry, text: str, identity: Clean, standing: int) -> Record:
    """The record without blocks but with its length, given a beginning of the text: `before_body` signs of it."""
    article = entry.article._replace(stated_length=entry.length)
    return record_of(entry._replace(article=article, blocks="", lengths=[]), text, identity, standing)


def headline_of(row: Row, position: int, text: str, identity: Clean, standing: int) -> Headline:
    """The row of the list, given a beginning of the text: `row.signs` of it."""
    start = row.title + (1 if row.summary else 2)
    opening = Clean(text[start : start + min(row.summary or row.first, OPENING)])
    title = Clean(text[: row.title])
    return Headline(
        position, identity, title, row.kind, row.section, row.publisher, row.published, opening, standing=standing
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


def _summary(entry: Entry, text: str) -> Clean | None:
    if entry.summary is None:
        return None
    return Clean(text[entry.title + 1 : entry.title + 1 + entry.summary])
