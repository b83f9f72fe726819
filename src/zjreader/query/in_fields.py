"""Which articles bear a text in a field: by the corpus' columns where there are columns, else by their records.

A word is looked for inside a value, `=` asks for all of it, by the search key unless folding is off. A table's key is
asked for whole; an address is also found by its canonical form. What no article bears is tried as text, and that is
said: 媒体：运营商整改要动真格 is no question about a publisher.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping

from zjreader.article import Record
from zjreader.corpus.collection import bearing
from zjreader.corpus.columns import Field
from zjreader.corpus.positions import Positions
from zjreader.identity import canonical_link
from zjreader.messages import _
from zjreader.query.circumstances import Search
from zjreader.query.fields import COLUMN
from zjreader.query.in_texts import all_texts, body_alone, in_texts, matching_expression, title_alone
from zjreader.query.slices import in_slices
from zjreader.query.tree import Held, Pattern, Whole, Word
from zjreader.text.clean import Clean
from zjreader.text.fold import fold, squeeze

COLUMNS: Mapping[str, Field] = {
    "section": "section", "publisher": "publisher", "place": "place", "author": "author", "editor": "editor",
}  # fmt: skip
"""The fields of the language that the corpus keeps as columns."""

_TEXTS = {"title": title_alone, "body": body_alone}


def in_field(search: Search, term: Held, among: Positions) -> Positions:
    """Those of some articles that bear a text in a field."""
    word, borne = word_of(search, term), search.learnt.borne
    if word is None:
        return _bearing(search, term, among)
    if term not in borne:
        hits = _bearing(search, term, among)
        borne[term] = bool(hits or _bearing(search, term, search.corpus.everything - among))
        if borne[term]:
            return hits
    return _bearing(search, term, among) if borne[term] else _as_text(search, term, word, among)


def word_of(search: Search, term: Held) -> Word | None:
    """What is looked for as text where no article bears it; None in a term that always asks for its field."""
    asks = search.here.complete and term.field != "id"
    return term.text if asks and isinstance(term.text, Word) else None


def deciding(search: Search, term: Held, clock: Callable[[], float]) -> Iterator[None]:
    """Find out in slices, the newest articles first, how a term is read: in its field, or as text."""
    borne = search.learnt.borne
    word, among = word_of(search, term), search.corpus.everything
    if word is None or term in borne:
        return
    if term.field in _TEXTS:
        among = search.corpus.candidates(word.key, among).positions
    newest = search.corpus.ordered(among, "published")
    for hits in in_slices(newest, lambda some: _bearing(search, term, Positions(some)), clock):
        if hits:
            borne[term] = True
            return
        yield
    borne[term] = False


def _bearing(search: Search, term: Held, among: Positions) -> Positions:
    text = term.text
    if term.field in _TEXTS:
        return in_texts(search, text, _TEXTS[term.field], among)
    if isinstance(text, Pattern):
        return matching_expression(search, text, lambda record: tuple(_values(search, record, term.field)), among)
    if term.field == "id":
        position = search.corpus.position(text.text)
        return among & (search.corpus.beginning(text.text) if position is None else Positions([position]))
    asks = _asking(term.field, text, folded=search.query.folded)
    if term.field == "label":
        return among & Positions.union(held for name, held in search.states.labels if asks(name))
    if term.field in COLUMNS:
        values = search.corpus.column(COLUMNS[term.field]).values
        return among & Positions.union(held for value, held in values.items() if asks(value))
    return search.where(among, lambda record: any(map(asks, _values(search, record, term.field))))


def _asking(field: str, text: Word | Whole, *, folded: bool) -> Callable[[str], bool]:
    """Whether a value is what is asked for."""

    def seen(value: str) -> str:
        return squeeze(fold(value)) if folded else value

    wanted = seen(text.text)
    if isinstance(text, Whole) or field == "key":
        return lambda value: seen(value) == wanted
    link = canonical_link(text.text) if field == "url" else None
    return lambda value: wanted in seen(value) or (link is not None and canonical_link(value) == link)


def _values(search: Search, record: Record, field: str) -> Iterable[str]:
    """The values of a field that an article bears."""
    article = record.article
    match field:
        case "tag":
            return article.tags
        case "label":
            position = bearing(search.corpus, record.ids[:1])
            return [name for name, held in search.states.labels if held.shares(position)]
        case "author":
            return article.authors + article.correspondents
        case "origin":
            return (record.origin,)
        case _ if field.startswith(COLUMN):
            name = field.removeprefix(COLUMN)
            return (_shown(value) for column, value in article.extra if fold(column) == name)
        case _:
            one: dict[str, str | None] = {
                "section": article.section, "publisher": article.publisher, "place": article.place,
                "editor": article.editor, "url": article.url, "key": article.key,
            }  # fmt: skip
            return filter(None, (one[field],))


def _shown(value: str) -> str:
    """A value kept as JSON text, as it would be typed."""
    read = json.loads(value)
    return read if isinstance(read, str) else value


def _as_text(search: Search, term: Held, text: Word, among: Positions) -> Positions:
    words = text.text if term.field == "url" else Clean(f"{term.name}:{text.text}")
    says = _("no article has “{value}” as its {name}; “{words}” was looked for as text")
    search.learnt.said.append(says.format(value=text.text, name=term.name, words=words))
    return in_texts(search, Word(words), all_texts, among)
