"""A shard: consecutive positions of an image in one immutable file, asked without reading more of it than is told.

Positions are whole ones, those of the corpus. A shard never crosses a multiple of 65,536 (`corpus.containers`). What is
damaged raises ImageError, or gives wrong answers until `Image.verify` finds it; nothing worse.
"""

import json
import struct
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import wraps
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from zjreader.article import Headline, Record
from zjreader.corpus.containers import BLOCK, Containers, found
from zjreader.corpus.differences import CODEC, UNIT, restored
from zjreader.corpus.entries import Entry, headline_of, outline_of, record_of, row_of, unpacked
from zjreader.corpus.manifest import Part
from zjreader.corpus.positions import NONE, Positions
from zjreader.corpus.sections import Sections, damaged
from zjreader.text.clean import Clean

COLUMN = "column."
"""What the names of a column's sections begin with."""

SEVERAL, CHANGED = "several ids", "earlier versions"
"""Columns beside those of the fields: articles of which there is more to say than their rows hold."""

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
    """Articles `first` up to `first + count` of an image."""

    def __init__(self, folder: Path, part: Part) -> None:
        """Opens the file; raises ImageError where it is not as the manifest says, FileNotFoundError for none."""
        self.part = part
        self.sections = Sections(folder / part.name, part.size)
        self.everything = Positions(range(part.first, part.first + part.articles))
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

    def is_whole(self) -> bool:
        """Whether the file, all of which is read for this, is as it was written."""
        return self.sections.is_whole(self.part.checksum)

    def containers(self, name: str) -> Containers:
        """A section of sets."""
        ends, units = self.sections.section(f"{name}.ends", "I"), self.sections.section(name, "H")
        return Containers(ends, units, self._high)

    @_undamaged
    def column(self, field: str) -> dict[str, Positions]:
        """A field's values with their articles, in the order in which they first came."""
        values = json.loads(self.sections.section(f"{COLUMN}{field}.values").tobytes())
        sets = self.containers(f"{COLUMN}{field}")
        return {value: sets.positions(number) for number, value in enumerate(values)}

    @_undamaged
    def holding_all(self, grams: Iterable[int], among: Positions) -> Positions:
        """Which of these articles hold every one of the grams, the rarest asked first."""
        numbers = [found(self._grams, gram) for gram in grams]
        told = [number for number in numbers if number is not None]
        if len(told) < len(numbers):
            return NONE
        left = among & self.everything
        for number in sorted(told, key=self._postings.count):
            left = left & self._postings.positions(number)
        return left

    def holds(self, key: bytes, position: int) -> bool:
        """Whether an article holds a key, given as it lies in the texts; an odd place is no match."""
        return _stands_in(self._key(position - self.part.first), key)

    def verified(self, key: bytes, positions: Iterable[int]) -> Iterator[int]:
        """Those of the articles that hold a key: what `holds` says, without what asking it a thousand times costs."""
        (texts, ends), first = self._texts, self.part.first
        for position in positions:
            number = position - first
            start = ends[number - 1] if number else 0
            text = texts[UNIT * start : UNIT * (ends[number] - 1)].tobytes()
            if key in text and _stands_in(text, key):
                yield position

    @_undamaged
    def __getitem__(self, position: int) -> Record:
        """The record at a position."""
        number = position - self.part.first
        entry = unpacked(self._entry(number))
        return record_of(entry, self._text(number), self.identity(position), self._standings[number])

    @_undamaged
    def headline(self, position: int) -> Headline:
        """The row of the list for an article, made of the beginning of its text."""
        number = position - self.part.first
        row = row_of(self._entry(number))
        text = self._text(number, row.signs)
        return headline_of(row, position, text, self.identity(position), self._standings[number])

    @_undamaged
    def outline(self, position: int) -> Record:
        """The record without its blocks, at half the cost; it says how long they are."""
        number = position - self.part.first
        entry = unpacked(self._entry(number))
        text = self._text(number, entry.before_body)
        return outline_of(entry, text, self.identity(position), self._standings[number])

    @_undamaged
    def entry(self, position: int) -> Entry:
        """The record without its texts."""
        return unpacked(self._entry(position - self.part.first))

    @_undamaged
    def identity(self, position: int) -> Clean:
        """The id shown of an article."""
        return Clean(f"{self._firsts[position - self.part.first]:016x}")

    def bearing(self, least: int, most: int) -> Iterator[int]:
        """The articles with an id from `least` to `most`."""
        start, stop = bisect_left(self._ids, least), bisect_right(self._ids, most)
        return (self._high * BLOCK + low for low in self._bearers[start:stop])

    def bearing_any(self, identities: Collection[int]) -> Iterator[int]:
        """The articles with any of many ids, by one walk over all of the shard's."""
        pairs = zip(self._ids, self._bearers, strict=False)
        return (self._high * BLOCK + low for identity, low in pairs if identity in identities)

    def _of_texts(self, name: str) -> tuple[memoryview, memoryview]:
        pieces, ends = self.sections.section(name), self.sections.section(f"{name}.ends", "I")
        if len(ends) != self.part.articles:
            raise damaged(self.part.name)
        return pieces, ends

    def _key(self, number: int) -> bytes:
        texts, ends = self._texts
        start = ends[number - 1] if number else 0
        return texts[UNIT * start : UNIT * (ends[number] - 1)].tobytes()

    def _entry(self, number: int) -> bytes:
        return _piece(self._entries, number)

    def _text(self, number: int, signs: int | None = None) -> str:
        """The text, or as many signs from its beginning, or more."""
        # Every sign is one unit or two of them, and blanks that the key has not only make the beginning longer.
        return restored(self._key(number), _piece(self._differences, number), signs and UNIT * signs)


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
