"""Pieces of a shard, as arrays: made of records, read back from a shard, joined, and laid out as a file's sections.

A piece covers consecutive positions; pieces that are joined follow each other. Everything in it but the postings lies
one article after the other, so that joining is putting side by side.
"""

import json
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import NamedTuple, get_args

import numpy as np
from numpy.typing import NDArray

from zjreader.article import Record
from zjreader.corpus.building.folded import Indices, Units, folded
from zjreader.corpus.building.postings import Postings, joined, packed, postings, unpacked
from zjreader.corpus.building.triples import triples
from zjreader.corpus.columns import Field, valued
from zjreader.corpus.containers import BLOCK
from zjreader.corpus.entries import packed as packed_entry
from zjreader.corpus.entries import text_of
from zjreader.corpus.shard import CHANGED, COLUMN, LOWS, SEVERAL, Shard

Ids = NDArray[np.uint64]

_FORMS = {"texts": np.uint16, "differences": np.uint8, "entries": np.uint8}


class Strings(NamedTuple):
    """Strings one after the other, in as many arrays as they came in, and where each ends, counted through all."""

    contents: tuple[NDArray[np.unsignedinteger], ...]
    ends: Indices

    @property
    def size(self) -> int:
        """Numbers in all of the arrays."""
        return int(self.ends[-1]) if len(self.ends) else 0


class Valued(NamedTuple):
    """A column: its values, and, under their numbers, who bears them."""

    values: list[str]
    bearers: Postings


class Piece(NamedTuple):
    """What a shard tells of some articles; ids ascend, each with the low half of its article's position."""

    lows: Units
    strings: dict[str, Strings]
    firsts: Ids
    standings: Indices
    ids: Ids
    bearers: Units
    grams: Postings
    columns: dict[str, Valued]


def piece_of(records: Sequence[Record], positions: Sequence[int]) -> Piece:
    """The piece of these records, which stand at these ascending positions of one block."""
    made = folded([text_of(record) for record in records])
    lows = (np.array(positions) % BLOCK).astype(np.uint16)
    borne = [(int(each, 16), low) for record, low in zip(records, lows.tolist(), strict=True) for each in record.ids]
    borne.sort()
    held: dict[str, Mapping[str, list[int]]] = {field: valued(field, records) for field in get_args(Field)}
    held[SEVERAL] = {SEVERAL: [place for place, record in enumerate(records) if len(record.ids) > 1]}
    held[CHANGED] = {CHANGED: [place for place, record in enumerate(records) if record.versions > 1]}
    return Piece(
        lows,
        {
            "texts": Strings((made.units,), made.ends),
            "differences": _strings(made.differences),
            "entries": _strings([packed_entry(record) for record in records]),
        },
        np.array([int(record.ids[0], 16) for record in records], np.uint64),
        np.array([record.standing for record in records], np.int64),
        np.array([identity for identity, _low in borne], np.uint64),
        np.array([low for _identity, low in borne], np.uint16),
        postings(made.units, made.ends, lows),
        {name: _valued(values, lows) for name, values in held.items()},
    )


def piece_from(shard: Shard) -> Piece:
    """The piece that a shard was made of; one of consecutive positions, articles since replaced among them."""
    sections = shard.sections
    names = [*get_args(Field), SEVERAL, CHANGED]
    return Piece(
        np.arange(shard.part.first % BLOCK, shard.part.first % BLOCK + shard.part.articles).astype(np.uint16),
        {
            name: Strings(
                (np.asarray(sections.section(name)).view(form),),
                np.asarray(sections.section(f"{name}.ends", "I")).astype(np.int64),
            )
            for name, form in _FORMS.items()
        },
        np.asarray(sections.section("firsts", "Q")),
        np.asarray(sections.section("standings", "q")),
        np.asarray(sections.section("ids", "Q")),
        np.asarray(sections.section("bearers", "H")),
        unpacked(np.asarray(sections.section("grams", "I")), shard.containers("postings")),
        {name: _valued_in(shard, name) for name in names},
    )


def joined_pieces(pieces: Sequence[Piece]) -> Piece:
    """One piece of several that follow each other."""
    ids = np.concatenate([piece.ids for piece in pieces])
    ascending = np.argsort(ids, kind="stable")
    return Piece(
        np.concatenate([piece.lows for piece in pieces]),
        {name: _beside([piece.strings[name] for piece in pieces]) for name in _FORMS},
        np.concatenate([piece.firsts for piece in pieces]),
        np.concatenate([piece.standings for piece in pieces]),
        ids[ascending],
        np.concatenate([piece.bearers for piece in pieces])[ascending],
        joined([piece.grams for piece in pieces]),
        {name: _joined_values([piece.columns[name] for piece in pieces]) for name in pieces[0].columns},
    )


def sections_of(piece: Piece) -> dict[str, Sequence[memoryview]]:
    """The sections of the shard's file, each in as many pieces as it lies in."""
    grams, texts = packed(piece.grams), piece.strings["texts"]
    long = triples(texts.contents, texts.ends, piece.lows, piece.grams)
    triple = packed(long)
    sections = {
        LOWS: _bytes_of(piece.lows),
        "firsts": _bytes_of(piece.firsts),
        "standings": _bytes_of(piece.standings),
        "ids": _bytes_of(piece.ids),
        "bearers": _bytes_of(piece.bearers),
        "grams": _bytes_of(piece.grams.keys),
        "postings.ends": _bytes_of(grams.ends),
        "postings": _bytes_of(grams.units),
        "triples": _bytes_of(long.keys),
        "triple postings.ends": _bytes_of(triple.ends),
        "triple postings": _bytes_of(triple.units),
    }
    for name, strings in piece.strings.items():
        sections |= {name: _bytes_of(*strings.contents), f"{name}.ends": _bytes_of(strings.ends.astype(np.uint32))}
    for field, (values, bearers) in piece.columns.items():
        name, column = COLUMN + field, packed(bearers)
        told = json.dumps(values, ensure_ascii=False).encode("utf-8", "surrogatepass")
        sections |= {f"{name}.values": [memoryview(told)]}
        sections |= {f"{name}.ends": _bytes_of(column.ends), name: _bytes_of(column.units)}
    return sections


def _bytes_of(*arrays: NDArray[np.integer]) -> Sequence[memoryview]:
    return [np.ascontiguousarray(array).view(np.uint8).data for array in arrays]


def _strings(strings: Sequence[bytes]) -> Strings:
    ends = np.cumsum(np.fromiter(map(len, strings), np.int64, len(strings)))
    return Strings((np.frombuffer(b"".join(strings), np.uint8),), ends)


def _beside(parts: Sequence[Strings]) -> Strings:
    shifts = np.cumsum([0, *(part.size for part in parts[:-1])])
    ends = np.concatenate([part.ends + shift for part, shift in zip(parts, shifts, strict=True)])
    return Strings(tuple(each for part in parts for each in part.contents), ends)


def _valued(held: Mapping[str, Sequence[int]], lows: Units) -> Valued:
    borne = {value: places for value, places in held.items() if places}
    keys = np.arange(len(borne), dtype=np.uint32)
    counts = np.fromiter(map(len, borne.values()), np.int64, len(borne))
    return Valued(list(borne), Postings(keys, counts, lows[np.fromiter(chain.from_iterable(borne.values()), np.int64)]))


def _valued_in(shard: Shard, name: str) -> Valued:
    values = json.loads(shard.sections.section(f"{COLUMN}{name}.values").tobytes())
    return Valued(values, unpacked(np.arange(len(values), dtype=np.uint32), shard.containers(COLUMN + name)))


def _joined_values(parts: Sequence[Valued]) -> Valued:
    """Values in the order in which they first come, over all parts."""
    numbers: dict[str, int] = {}
    for part in parts:
        for value in part.values:
            numbers.setdefault(value, len(numbers))
    keyed = [
        part.bearers._replace(keys=np.array([numbers[value] for value in part.values], np.uint32)) for part in parts
    ]
    return Valued(list(numbers), joined(keyed))
