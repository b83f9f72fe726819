"""Which articles answer a question best: by its words, its characters, and what stands near what, best first.

BM25 over words and over single characters (which bridge 国办 and 国务院办公厅), words that follow each other closely,
the longest piece shared with title and opening, words of the first sentence, words that the text writes in full; of
equals the newest. Postings choose the candidates, and only so many of them are read: beside what postings cost, an
answer costs the same in a library of any size.
"""

import re
from collections.abc import Generator, Iterable, Iterator, Sequence
from heapq import nlargest
from itertools import islice
from math import log
from typing import NamedTuple, TypeVar

from zjreader.corpus.collection import Collection
from zjreader.corpus.positions import NONE, Positions
from zjreader.text.fold import fold, squeeze
from zjreader.text.words import Segmenter

POOL, READ = 2_000, 50
"""How many candidates are weighed by postings, and how many of these, the best, are read."""

_LOOKED_AT, _WEIGHED = 256, 8_192
"""Articles of one step: texts that are looked at, and candidates that are weighed."""

SIGNS = 3_000
"""Signs of an article that are looked at."""

_K1, _B = 0.6, 0.75
_CHARACTERS, _PAIRS, _PIECES, _LEAD, _SHORTENED = 0.8, 0.45, 1.0, 0.15, 0.6
"""What these weigh beside words: as measured with headlines and keywords asked of bodies."""

_TITLE = 3
"""So many times a word in a title counts."""

_NEAR, _AHEAD, _OPENING = 16, 3, 200
_PART = re.compile(r"\w+")
_SENTENCE_END = re.compile("[。!?\n]")
_BETWEEN = ".{0,6}?"
"""What may stand between two characters of a word that is written in full: 国办 in 国务院办公厅."""
_LONGEST_SHORTENED = 5


Ranked = tuple[int, ...]
_Told = TypeVar("_Told")
Steps = Generator[None, None, _Told]
"""Work that rests now and then, and what it tells in the end."""


class _Unit(NamedTuple):
    """A word or a character of the question, what finding it is worth, and the articles that hold it."""

    text: str
    worth: float
    held: Positions


class _Seen(NamedTuple):
    """What is looked at of an article, under the search key."""

    position: int
    title: str
    lead: str
    text: str
    standing: int


def ranking(question: str, hits: Positions, corpus: Collection, segments: Segmenter, most: int) -> Steps[Ranked]:
    """At most so many of the hits, best first; those that are not read stand last, the newest of them first.

    It is found out in steps of some milliseconds, between which the caller may do something else.
    """
    key = squeeze(fold(question))
    words = yield from _units((word for word in dict.fromkeys(segments(key)) if _PART.search(word)), corpus)
    signs = yield from _units(dict.fromkeys("".join(word.text for word in words)), corpus)
    pieces = yield from _units(_pieces(words), corpus)
    seen: list[_Seen] = []
    for position in (yield from _candidates((*words, *pieces), hits)):
        seen.append(_seen(position, corpus))
        yield
    usual = sum(len(each.text) for each in seen) / max(1, len(seen))
    judged: list[tuple[float, int, int]] = []
    for each in seen:
        worth = _bm25(words, each, usual) + _CHARACTERS * _bm25(signs, each, usual)
        worth += _PAIRS * _following(words, each.text) + _PIECES * _shared(key, f"{each.title}\n{each.text[:_OPENING]}")
        worth += _LEAD * _leading(words, each) + _SHORTENED * _shortened(words, each.text)
        judged.append((worth, each.standing, -each.position))
        yield
    best = [-last for _worth, _standing, last in sorted(judged, reverse=True)]
    rest = corpus.window(hits - Positions(best), "published", 0, max(0, most - len(best)))
    return (*best[:most], *rest)


def _units(texts: Iterable[str], corpus: Collection) -> Steps[tuple[_Unit, ...]]:
    units: list[_Unit] = []
    for text in texts:
        held, exact = corpus.candidates(text, corpus.everything)
        if not exact:
            held = yield from _holding(text, held, corpus)
        units.append(_Unit(text, log(1 + (len(corpus) - len(held) + 0.5) / (len(held) + 0.5)), held))
        yield
    return tuple(units)


def _holding(text: str, candidates: Positions, corpus: Collection) -> Steps[Positions]:
    held = NONE
    for some in _portions(candidates, _LOOKED_AT):
        held = held | Positions(position for position in some if corpus.holds(text, position))
        yield
    return held


def _pieces(words: Iterable[_Unit]) -> Iterator[str]:
    """The neighbouring characters of longer words: who writes of the same thing may write it shorter."""
    long = [word.text for word in words if len(word.text) > 2]  # noqa: PLR2004 -- two characters are one piece
    return (word[at : at + 2] for word in long for at in range(len(word) - 1))


def _candidates(units: Sequence[_Unit], hits: Positions) -> Steps[list[int]]:
    """The hits that hold the most of the question by worth, among those that hold its rarest parts."""
    pool, worth = NONE, dict[int, float]()
    for unit in sorted(units, key=lambda unit: len(unit.held)):
        if len(pool) < POOL:
            pool = pool | (unit.held & hits)
        for some in _portions(unit.held & pool, _WEIGHED):
            for position in some:
                worth[position] = worth.get(position, 0.0) + unit.worth
            yield
    best: list[int] = []
    for some in _portions(worth, _WEIGHED):
        best = nlargest(READ, (*best, *some), key=lambda position: (worth[position], -position))
        yield
    return best


def _portions(positions: Iterable[int], size: int) -> Iterator[tuple[int, ...]]:
    left = iter(positions)
    while some := tuple(islice(left, size)):
        yield some


def _seen(position: int, corpus: Collection) -> _Seen:
    record = corpus[position]
    article = record.article
    text = squeeze(fold(f"{article.summary or ''}\n{article.body[:SIGNS]}")).lstrip()
    lead = _SENTENCE_END.split(text, maxsplit=1)[0]
    return _Seen(position, squeeze(fold(article.title)), lead, text, record.standing)


def _bm25(units: Iterable[_Unit], seen: _Seen, usual: float) -> float:
    long = _K1 * (1 - _B + _B * len(seen.text) / max(1.0, usual))
    total = 0.0
    for unit in units:
        times = seen.text.count(unit.text) + _TITLE * seen.title.count(unit.text)
        total += unit.worth * times * (_K1 + 1) / (times + long)
    return total


def _following(words: Sequence[_Unit], text: str) -> float:
    """Words that stand in the question's order close behind each other, the second time half as much and so on."""
    total = 0.0
    for at, first in enumerate(words):
        behind = [text[found.end() : found.end() + _NEAR] for found in re.finditer(re.escape(first.text), text)]
        for second in words[at + 1 : at + 1 + _AHEAD]:
            times = sum(second.text in near for near in behind)
            total += (first.worth + second.worth) / 2 * times / (times + 1)
    return total


def _leading(words: Iterable[_Unit], seen: _Seen) -> float:
    """Words that stand where news says what it is about."""
    return sum(word.worth for word in words if word.text in seen.lead or word.text in seen.title)


def _shortened(words: Iterable[_Unit], text: str) -> float:
    """Words that stand nowhere but whose characters stand in their order close behind each other."""
    total = 0.0
    for word in words:
        if 1 < len(word.text) <= _LONGEST_SHORTENED and word.text not in text:
            times = len(re.findall(_BETWEEN.join(map(re.escape, word.text)), text))
            total += word.worth * times / (times + 1)
    return total


def _shared(key: str, opening: str) -> int:
    """Signs of the longest piece of each part of the question that stands in the opening too."""
    return sum(_longest(part, opening) for part in _PART.findall(key))


def _longest(part: str, opening: str) -> int:
    longest = 0
    for start in range(len(part)):
        while start + longest < len(part) and part[start : start + longest + 1] in opening:
            longest += 1
    return longest
