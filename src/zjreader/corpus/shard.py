"""A shard: consecutive positions of an image in one immutable file, asked without reading more of it than is told.

Positions are whole ones, those of the corpus. A shard never crosses a multiple of 65,536 (`corpus.containers`). What is
damaged raises ImageError, or gives wrong answers until `Image.verify` finds it; nothing worse.
"""

import json
import re
import struct
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import wraps
from operator import itemgetter
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from zjreader.article import Headline, Record
from zjreader.corpus.collection import Candidates
from zjreader.corpus.containers import BLOCK, Containers, found
from zjreader.corpus.differences import CODEC, UNIT, restored
from zjreader.corpus.entries import Entry, headline_of, outline_of, record_of, row_of, unpacked
from zjreader.corpus.grams import COMMON, PAIR, Sought
from zjreader.corpus.manifest import Part
from zjreader.corpus.positions import NONE, Positions
from zjreader.corpus.sections import Sections, damaged
from zjreader.text.clean import Clean

COLUMN = "column."
"""What the names of a column's sections begin with."""

SEVERAL, CHANGED = "several ids", "earlier versions"
"""Columns beside those of the fields: articles of which there is more to say than their rows hold."""

LOWS = "lows"
"""The section of an overlay that has the low halves of its articles' positions."""

_DAMAGE = (ValueError, TypeError, IndexError, KeyError, OverflowError, struct.error)
_Asked = ParamSpec("_Asked")
_Told = TypeVar("_Told")


def _undamaged(
    question: "Callable[Concatenate[Shard, _Asked], _Told]",
) -> "Callable[Concatenate[Shard, _Asked], _Told]":
    """The same question, with ImageError for whatever reading damaged bytes may raise."""

    def asked(shard: "Shard", /, *words: _Asked.args, **named: _Asked.kwargs) -> _Told:
        try:
            return question(shard, *words, **named)
        except _DAMAGE as error:
            raise damaged(shard.part.name) from error

    return wraps(question)(asked)


class Shard:
    """The articles from position `first` on, as many as the part has, but for those that another shard replaces."""

    def __init__(self, folder: Path, part: Part, replaced: Positions = NONE) -> None:
        """Opens the file; raises ImageError where it is not as the manifest says, FileNotFoundError for none."""
        self.part = part
        self.sections = Sections(folder / part.name, part.size)
        self._numbers = self._standing()
        self.everything = Positions(self._numbers) - replaced
        self._stale = len(self.everything) < part.articles
        self._high = part.first // BLOCK
        self._texts = self._of_texts("texts")
        self._differences = self._of_texts("differences")
        self._entries = self._of_texts("entries")
        self._ids = self.sections.section("ids", "Q")
        self._bearers = self.sections.section("bearers", "H")
        self._firsts = self.sections.section("firsts", "Q")
        self._standings = self.sections.section("standings", "q")
        self._grams = self.sections.section("grams", "I")
        self._postings = self.containers("postings")
        self._triples = self.sections.section("triples", "Q")
        self._triple_postings = self.containers("triple postings")

    def is_whole(self) -> bool:
        """Whether the file, all of which is read for this, is as it was written."""
        return self.sections.is_whole(self.part.checksum)

    def containers(self, name: str) -> Containers:
        """A section of sets."""
        ends, units = self.sections.section(f"{name}.ends", "I"), self.sections.section(name, "H")
        return Containers(ends, units, self._high)

    def column(self, field: str) -> Iterator[tuple[str, list[int] | Positions]]:
        """A field's values with their articles, few or many, in the order in which the values first came."""
        try:
            values = json.loads(self.sections.section(f"{COLUMN}{field}.values").tobytes())
            for value, held in zip(values, self.containers(f"{COLUMN}{field}").each(), strict=True):
                yield value, self._left(held) if self._stale else held
        except _DAMAGE as error:
            raise damaged(self.part.name) from error

    @_undamaged
    def candidates(self, key: Sought, among: Positions) -> Candidates:
        """Which of these articles hold every gram of a key, the rarest asked first, triples in the place of pairs."""
        pairs = {gram: found(self._grams, gram) for gram in key.grams}
        common = {gram for gram, number in pairs.items() if number is not None and self._is_common(number)}
        triples = [triple for triple in key.triples if {triple.first, triple.last} <= common]
        implied = {pair for triple in triples for pair in (triple.first, triple.last)}
        asked = [(self._postings, number) for pair, number in pairs.items() if pair not in implied]
        asked += [(self._triple_postings, found(self._triples, triple.gram)) for triple in triples]
        told = [(postings.count(number), postings, number) for postings, number in asked if number is not None]
        if len(told) < len(asked):
            return Candidates(NONE, exact=True)
        left = among & self.everything
        for _count, postings, number in sorted(told, key=itemgetter(0)):
            left = left & postings.positions(number)
        return Candidates(left, exact=not key.units or (len(asked) == 1 and key.units <= PAIR + len(triples)))

    def holds(self, key: bytes, position: int) -> bool:
        """Whether an article holds a key, given as it lies in the texts; an odd place is no match."""
        return _stands_in(self._key(self._numbers.index(position)), key)

    def verified(self, key: bytes, positions: Iterable[int]) -> Iterator[int]:
        """Those of the articles that hold a key: what `holds` says, without what asking it a thousand times costs."""
        (texts, ends), number_of = self._texts, self._numbers.index
        search = re.compile(re.escape(key)).search
        for position in positions:
            number = number_of(position)
            start, stop = UNIT * ends[number - 1] if number else 0, UNIT * (ends[number] - 1)
            match = search(texts, start, stop)
            while match and match.start() % UNIT:
                match = search(texts, match.start() + 1, stop)
            if match:
                yield position

    @_undamaged
    def __getitem__(self, position: int) -> Record:
        """The record at a position."""
        number = self._numbers.index(position)
        entry = unpacked(self._entry(number))
        return record_of(entry, self._text(number), self.identity(position), self._standings[number])

    @_undamaged
    def headline(self, position: int) -> Headline:
        """The row of the list for an article, made of the beginning of its text."""
        number = self._numbers.index(position)
        row = row_of(self._entry(number))
        text = self._text(number, row.signs)
        return headline_of(row, position, text, self.identity(position), self._standings[number])

    @_undamaged
    def outline(self, position: int) -> Record:
        """The record without its blocks, at half the cost; it says how long they are."""
        number = self._numbers.index(position)
        entry = unpacked(self._entry(number))
        text = self._text(number, entry.before_body)
        return outline_of(entry, text, self.identity(position), self._standings[number])

    @_undamaged
    def entry(self, position: int) -> Entry:
        """The record without its texts."""
        return unpacked(self._entry(self._numbers.index(position)))

    @_undamaged
    def identity(self, position: int) -> Clean:
        """The id shown of an article."""
        return Clean(f"{self._firsts[self._numbers.index(position)]:016x}")

    def bearing(self, least: int, most: int) -> Iterator[int]:
        """The articles with an id from `least` to `most`."""
        start, stop = bisect_left(self._ids, least), bisect_right(self._ids, most)
        return self.everything.only(self._high * BLOCK + low for low in self._bearers[start:stop])

    def bearers(self, identities: Collection[int]) -> Iterator[tuple[int, int]]:
        """Those of many ids that articles bear, each with its article, by one walk over all of the shard's."""
        first = self._high * BLOCK
        pairs = ((identity, first + low) for identity, low in zip(self._ids, self._bearers, strict=False))
        return (pair for pair in pairs if pair[0] in identities and pair[1] in self.everything)

    def _standing(self) -> Sequence[int]:
        """The positions of the articles, as they follow each other in the file."""
        return range(self.part.first, self.part.first + self.part.articles)

    def _left(self, held: list[int] | Positions) -> list[int] | Positions:
        return held & self.everything if isinstance(held, Positions) else list(self.everything.only(held))

    def _is_common(self, pair: int) -> bool:
        return self._postings.count(pair) * COMMON > self.part.articles

    def _of_texts(self, name: str) -> tuple[memoryview, memoryview]:
        pieces, ends = self.sections.section(name), self.sections.section(f"{name}.ends", "I")
        if len(ends) != self.part.articles:
            raise damaged(self.part.name)
        return pieces, ends

    def _key(self, number: int, units: int | None = None) -> bytes:
        texts, ends = self._texts
        start, stop = ends[number - 1] if number else 0, ends[number] - 1
        return texts[UNIT * start : UNIT * (stop if units is None else min(stop, start + units))].tobytes()

    def _entry(self, number: int) -> bytes:
        return _piece(self._entries, number)

    def _text(self, number: int, signs: int | None = None) -> str:
        """The text, or as many signs from its beginning, or more."""
        # Every sign is one unit or two of them, and blanks that the key has not only make the beginning longer.
        units = signs and UNIT * signs
        return restored(self._key(number, units), _piece(self._differences, number))


class Overlay(Shard):
    """Articles that replace those of the same positions, all of one block, in the shards in which these arrived."""

    def _standing(self) -> Sequence[int]:
        lows = self.sections.section(LOWS, "H").tolist()
        if lows != sorted(set(lows)) or len(lows) != self.part.articles:
            raise damaged(self.part.name)
        return [self.part.first // BLOCK * BLOCK + low for low in lows]


def _stands_in(text: bytes, key: bytes) -> bool:
    at = text.find(key)
    while at % UNIT and at > 0:
        at = text.find(key, at + 1)
    return at >= 0


def needle(key: str) -> bytes:
    """A search key as it lies in the texts."""
    return key.encode(CODEC, "surrogatepass")


def _piece(section: tuple[memoryview, memoryview], number: int) -> bytes:
    pieces, ends = section
    return pieces[ends[number - 1] if number else 0 : ends[number]].tobytes()
