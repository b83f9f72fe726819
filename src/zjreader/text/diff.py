"""What changed between two texts, sentence by sentence: taken out, put in, changed and where in the sentence.

Promises that either text can be made from the other and the changes, and time little more than linear: sentences are
paired by being equal, as many as stand in one order in both texts (patience diff), then by likeness. A sentence that
only moved is taken out in one place and put in in another.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from zjreader.article import Article, Span
from zjreader.text.clean import Clean

ALIKE = 0.4
"""Share of common pairs of characters (Dice) from which on two sentences are one that was changed."""

_TELLING = 8
"""Sentences that a pair of characters may stand in and still tell which of them is meant."""

_SHORTEST_COMMON = 2
"""Characters or words in a row that count as kept between two changes; a 的 alone joins nothing."""

_SENTENCE = re.compile("[^。！？!?…；;]*+(?:[。！？!?…；;]++[”’」』）》)\\s]*+|\\Z)")
_SIGN = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[零〇一二两三四五六七八九十百千万亿]+|[A-Za-z]+|.", re.DOTALL)
_Pairs = list[tuple[int, int]]


class Edit(NamedTuple):
    """Characters of the sentence as it was that others, as it is, take the place of; either may be none."""

    taken: Span
    put: Span


class Change(NamedTuple):
    """A sentence before and after; None where there was none, or is none any more. Equal ones have no edits."""

    before: Clean | None
    after: Clean | None
    edits: tuple[Edit, ...] = ()


class Difference(NamedTuple):
    """What became of an article's title, and of its text."""

    title: tuple[Change, ...]
    text: tuple[Change, ...]

    @property
    def anything(self) -> bool:
        """Whether any words are others; where none is, a version differs in the kinds or bounds of its paragraphs."""
        return any(change.before != change.after for change in (*self.title, *self.text))


def difference(before: Article, after: Article) -> Difference:
    """What became of an article; of a teaser, of its opening. A title is one sentence, whatever stands in it."""
    return Difference(_compared([before.title], [after.title]), diff(_paragraphs(before), _paragraphs(after)))


def diff(before: Iterable[Clean], after: Iterable[Clean]) -> tuple[Change, ...]:
    """The sentences of these paragraphs in the order in which they stand: what went before what came in its place."""
    old, new = ([each for text in texts for each in sentences(text)] for texts in (before, after))
    return _compared(old, new)


def sentences(text: Clean) -> list[Clean]:
    """A paragraph cut behind the signs that end a sentence or a half of one; joined they are the paragraph."""
    return [Clean(sentence) for sentence in _SENTENCE.findall(text) if sentence]


def _paragraphs(article: Article) -> tuple[Clean, ...]:
    return tuple(block.text for block in article.blocks) or ((article.summary,) if article.summary else ())


def _compared(old: Sequence[Clean], new: Sequence[Clean]) -> tuple[Change, ...]:
    changes: list[Change] = []
    for (old_start, new_start), (old_stop, new_stop) in _stretches(_equal(old, new), len(old), len(new)):
        changes += _between(old[old_start:old_stop], new[new_start:new_stop])
        changes += [Change(each, each) for each in old[old_stop : old_stop + 1]]
    return tuple(changes)


def _between(old: Sequence[Clean], new: Sequence[Clean]) -> Iterator[Change]:
    """What lies between equal sentences: the ones that are alike changed, all others taken out or put in."""
    for (old_start, new_start), (old_stop, new_stop) in _stretches(_alike(old, new), len(old), len(new)):
        yield from (Change(each, None) for each in old[old_start:old_stop])
        yield from (Change(None, each) for each in new[new_start:new_stop])
        if old_stop < len(old):
            yield Change(old[old_stop], new[new_stop], tuple(_edits(old[old_stop], new[new_stop])))


def _stretches(pairs: _Pairs, old: int, new: int) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The stretches between pairs, each up to a pair, the last up to the ends: where they start, where they stop."""
    starts = [(0, 0), *((before + 1, after + 1) for before, after in pairs)]
    return zip(starts, [*pairs, (old, new)], strict=True)


def _equal(old: Sequence[Hashable], new: Sequence[Hashable]) -> _Pairs:
    """Places of equal things, ascending on both sides: the n-th of one kind with the n-th, then what touches a pair."""
    places = {each: place for place, each in enumerate(_numbered(new))}
    met = [(place, places[each]) for place, each in enumerate(_numbered(old)) if each in places]
    pairs: _Pairs = []
    for (old_start, new_start), (old_stop, new_stop) in _stretches(_ascending(met), len(old), len(new)):
        pairs += _touching(old, new, range(old_start, old_stop), range(new_start, new_stop))
        pairs += [(old_stop, new_stop)]
    return pairs[:-1]


def _numbered(things: Iterable[Hashable]) -> Iterator[tuple[Hashable, int]]:
    """Each with how often it came before."""
    seen: Counter[Hashable] = Counter()
    for each in things:
        yield each, seen[each]
        seen[each] += 1


def _touching(old: Sequence[Hashable], new: Sequence[Hashable], before: range, after: range) -> _Pairs:
    """Equal things at the beginnings of two stretches, and at their ends."""
    room = min(len(before), len(after))
    first = next((n for n in range(room) if old[before[n]] != new[after[n]]), room)
    last = next((n for n in range(room - first) if old[before[-1 - n]] != new[after[-1 - n]]), room - first)
    at_end = zip(before[len(before) - last :], after[len(after) - last :], strict=True)
    return [*zip(before[:first], after[:first], strict=True), *at_end]


def _ascending(pairs: _Pairs) -> _Pairs:
    """The longest choice of pairs, given by their first number, whose second numbers ascend, too (patience sorting)."""
    tops: list[int] = []
    piles: list[int] = []
    below: list[int | None] = []
    for number, (_first, second) in enumerate(pairs):
        pile = bisect_left(tops, second)
        tops[pile : pile + 1] = [second]
        piles[pile : pile + 1] = [number]
        below.append(piles[pile - 1] if pile else None)
    chosen: _Pairs = []
    at = piles[-1] if piles else None
    while at is not None:
        chosen.append(pairs[at])
        at = below[at]
    return chosen[::-1]


def _alike(old: Sequence[Clean], new: Sequence[Clean]) -> _Pairs:
    """Places of sentences that are alike, ascending on both sides; candidates share a pair of characters few have."""
    old_pairs, new_pairs = list(map(_character_pairs, old)), list(map(_character_pairs, new))
    bearing: dict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(new_pairs):
        for pair in each:
            bearing[pair].append(place)
    met: _Pairs = []
    for place, each in enumerate(old_pairs):
        votes = Counter(n for pair in each for n in bearing.get(pair, ()) if len(bearing[pair]) <= _TELLING)
        likest = max(votes, key=lambda n: (_likeness(each, new_pairs[n], votes[n]), -abs(n - place)), default=None)
        if likest is not None and _likeness(each, new_pairs[likest]) >= ALIKE:
            met.append((place, likest))
    return _ascending(met)


def _likeness(one: frozenset[str], other: frozenset[str], shared: int | None = None) -> float:
    """Dice's coefficient, from the number of shared pairs where it is known."""
    return 2 * (len(one & other) if shared is None else shared) / (len(one) + len(other))


def _character_pairs(sentence: str) -> frozenset[str]:
    return frozenset(map("".join, pairwise(sentence))) or frozenset(sentence)


def _edits(before: Clean, after: Clean) -> Iterator[Edit]:
    """Where two sentences differ, numbers and words of letters whole; what is kept between can be seen."""
    old, new = _signs(before), _signs(after)
    equal = _equal([before[slice(*each)] for each in old], [after[slice(*each)] for each in new])
    for (old_start, new_start), (old_stop, new_stop) in _stretches(
        _visible(equal, len(old), len(new)), len(old), len(new)
    ):
        edit = Edit(_covered(old, old_start, old_stop), _covered(new, new_start, new_stop))
        if edit.taken.start < edit.taken.stop or edit.put.start < edit.put.stop:
            yield edit


def _signs(sentence: Clean) -> list[Span]:
    return [Span(*sign.span()) for sign in _SIGN.finditer(sentence)]


def _covered(signs: Sequence[Span], start: int, stop: int) -> Span:
    """The characters of some signs; of none, the place between two."""
    begin = signs[start].start if start < len(signs) else signs[-1].stop
    return Span(begin, signs[stop - 1].stop if start < stop else begin)


def _visible(pairs: _Pairs, old: int, new: int) -> _Pairs:
    """The pairs without runs too short to be seen between two changes."""
    runs = groupby(enumerate(pairs), key=lambda each: (each[1][0] - each[0], each[1][1] - each[0]))
    kept = ([pair for _number, pair in run] for _key, run in runs)
    ends = {(0, 0), (old - 1, new - 1)}
    return [pair for run in kept if len(run) >= _SHORTEST_COMMON or ends.intersection(run) for pair in run]
