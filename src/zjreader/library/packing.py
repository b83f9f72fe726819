"""Records as the library keeps them: JSON without names, compressed by zstd with a dictionary of the library's own.

A dictionary is trained once, from the first articles: without one, a text of a thousand characters takes half as much
again. Promises that what was packed is the same when unpacked, by whichever dictionary; the caller keeps its number.
"""

import os
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

import msgspec
import zstandard

from zjreader.article import Record
from zjreader.errors import UnreadableError
from zjreader.messages import _

ENOUGH = 4_000
"""Articles from which on a dictionary pays; that many are looked at."""

_LEVEL = 3
_DICTIONARY_BYTES = 256 << 10
_SEGMENT, _STEP = 1024, 8  # trains in a fifth of the time that searching for the best takes, for one part in a hundred

_BYTES = "\0"
"""Begins a path that is no text; its bytes follow, each as the character of that number. No path holds a NUL."""

_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(Record)


class Packed(NamedTuple):
    """A record's bytes, and the number of the dictionary that they need."""

    dictionary: int | None
    data: bytes


class Packing:
    """The dictionaries of one library."""

    def __init__(self, dictionaries: Mapping[int, bytes]) -> None:
        """By number; the last one packs, each unpacks what it has packed."""
        self.newest: int | None = None
        self._compress = zstandard.ZstdCompressor(_LEVEL).compress
        self._decompress: dict[int | None, Callable[[bytes], bytes]] = {
            None: zstandard.ZstdDecompressor().decompress,
        }
        for number, data in sorted(dictionaries.items()):
            self.use(number, data)

    def use(self, number: int, dictionary: bytes) -> None:
        """Pack by this dictionary from now on."""
        trained = zstandard.ZstdCompressionDict(dictionary)
        self.newest = number
        self._compress = zstandard.ZstdCompressor(_LEVEL, dict_data=trained, write_dict_id=False).compress
        self._decompress[number] = zstandard.ZstdDecompressor(dict_data=trained).decompress

    def pack(self, record: Record) -> Packed:
        """The record in bytes, by the newest dictionary."""
        return Packed(self.newest, self._compress(_encoded(record)))

    def unpack(self, dictionary: int | None, data: bytes) -> Record:
        """The record that was packed. Raises UnreadableError where its bytes are not those that were written."""
        try:
            record = _DECODER.decode(self._decompress[dictionary](data))
        except (zstandard.ZstdError, msgspec.MsgspecError, UnicodeDecodeError, KeyError) as error:
            what = _("an article of the library is damaged; “zjreader doctor --verify” tells more")
            raise UnreadableError(what) from error
        if record.path and record.path.startswith(_BYTES):
            return record._replace(path=os.fsdecode(record.path.removeprefix(_BYTES).encode("latin-1")))
        return record


def trained(records: Iterable[Record]) -> bytes:
    """A dictionary for texts like these, of which there are at least some dozens."""
    samples: list[bytes | bytearray | memoryview] = [_encoded(record) for record in records]
    made = zstandard.train_dictionary(_DICTIONARY_BYTES, samples, k=_SEGMENT, d=_STEP, level=_LEVEL)
    return made.as_bytes()


def _encoded(record: Record) -> bytes:
    try:
        return _ENCODER.encode(record)
    except UnicodeEncodeError:  # an odd name of a file; all else is Clean
        return _ENCODER.encode(record._replace(path=_BYTES + os.fsencode(record.path or "").decode("latin-1")))
