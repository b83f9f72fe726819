"""Which articles hold a text in title, summary and body, or in one of them: by characters, whole words, expressions.

The corpus says where the characters stand; only what it cannot tell is asked of the texts themselves. A word of Latin
letters that stands nowhere is tried as pinyin initials, and that is said.
"""

from collections.abc import Callable

from zjreader.article import Record
from zjreader.corpus.positions import NONE, Positions
from zjreader.messages import _
from zjreader.query.circumstances import Search
from zjreader.query.initials import initials_pattern
from zjreader.query.required import required
from zjreader.query.tree import About, Pattern, Text, Whole, Word
from zjreader.query.whole_words import whole_places
from zjreader.text.fold import fold, squeeze

Texts = Callable[[Record], tuple[str, ...]]
"""The texts of an article that are looked at."""

_FEWEST_LETTERS = 2


def all_texts(record: Record) -> tuple[str, ...]:
    """Title, summary and body."""
    return record.article.title, record.article.summary or "", record.article.body


def title_alone(record: Record) -> tuple[str, ...]:
    """The title."""
    return (record.article.title,)


def body_alone(record: Record) -> tuple[str, ...]:
    """The body; a teaser has none."""
    return (record.article.body,)


def anywhere(search: Search, text: Text, among: Positions) -> Positions:
    """Those of some articles that hold a text."""
    if not isinstance(text, Word) or not is_initials(search, text):
        return in_texts(search, text, all_texts, among)
    found = by_initials(search, text.key, among)
    if found:
        search.learnt.said.append(
            _("“{text}” stands in no article and was read as pinyin initials").format(text=text.text)
        )
    return found


def is_initials(search: Search, word: Word) -> bool:
    """Whether a word is letters that stand nowhere; texts are looked at no further than to the first that holds it."""
    letters = len(word.text) >= _FEWEST_LETTERS and word.text.isascii() and word.text.isalpha()
    if not letters or not search.here.complete:
        return False
    known = search.learnt.initials
    if word.text not in known:
        found, exact = search.corpus.candidates(word.key, search.corpus.everything)
        known[word.text] = not (found if exact else any(search.corpus.holds(word.key, each) for each in found))
    return known[word.text]


def in_texts(search: Search, text: Text, texts: Texts, among: Positions) -> Positions:
    """Those of some articles of which one of these texts holds what is asked for."""
    if isinstance(text, Pattern):
        among = search.corpus.candidates(required(text.source), among).positions
        return matching_expression(search, text, texts, among, whole=texts is not title_alone)
    among = search.corpus.holding(text.key, among)
    if isinstance(text, Whole):
        segments = search.here.segments
        among = _where_any(search, among, texts, lambda each: any(whole_places(text.key, each, segments)))
    elif texts is not all_texts:
        among = _where_any(search, among, texts, lambda each: text.key in squeeze(fold(each)))
    return among if search.query.folded else _where_any(search, among, texts, lambda each: text.text in each)


def matching_expression(
    search: Search, text: Pattern, texts: Texts, among: Positions, *, whole: bool = False
) -> Positions:
    """Those of some articles of which an expression is found in one of these texts in time.

    `whole` where the texts are made of blocks.
    """
    expression = search.learnt.expression(text.source, folded=search.query.folded)
    return search.where(among, lambda record: expression.holds(texts(record)), whole=whole)


def by_initials(search: Search, letters: str, among: Positions) -> Positions:
    """Those of some articles whose title has Hanzi side by side that are read with these letters."""
    pattern = initials_pattern(letters)
    return search.where(among, lambda record: bool(pattern.search(fold(record.article.title))))


def about(search: Search, term: About, among: Positions) -> Positions:
    """Those of some articles that hold any word of the question with two characters or more, else any word."""
    hits = NONE
    for word in weighty(search, term):
        hits = hits | search.corpus.holding(word, among - hits)
    return hits


def weighty(search: Search, term: About) -> list[str]:
    """The words of a question of which an article must hold any."""
    words = [word.strip() for word in search.here.segments(squeeze(fold(term.text)))]
    return [word for word in words if len(word) > 1] or [word for word in words if word]


def _where_any(search: Search, among: Positions, texts: Texts, holds: Callable[[str], bool]) -> Positions:
    return search.where(among, lambda record: any(map(holds, texts(record))), whole=texts is not title_alone)
