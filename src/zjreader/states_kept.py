"""The sets that all marks make, times of reading and saved queries, kept beside the image: no start reads all marks.

They hold for one generation of the image and for journals in which nothing was written since. Anything else, damage
too, and the marks are read: the file can be deleted at any time. It is no record of anything (DESIGN, invariant 7).
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from zlib import crc32

from zjreader.corpus.collection import Collection
from zjreader.corpus.positions import Positions
from zjreader.corpus.timed import Timed
from zjreader.library.disk import Facts
from zjreader.library.durable import replace
from zjreader.query.circumstances import States
from zjreader.text.clean import Clean

NAME = "states"
_FORM = 3


def save(folder: Path, states: States, corpus: Collection, journals: Mapping[str, Facts]) -> None:
    """Keep the sets for this generation and these journals, as they were read; where that cannot be, nothing."""
    sets = [states.read, states.starred, *(borne for _name, borne in states.labels)]
    packed = [*(each.to_bytes() for each in sets), *states.reads.to_bytes()]
    ends = [sum(map(len, packed[:number])) for number in range(len(packed) + 1)]
    names = [name for name, _borne in states.labels]
    rest = b"".join(packed)
    head = json.dumps([crc32(rest), _held_for(corpus, journals), names, ends, states.views]).encode()
    with suppress(OSError):
        replace(folder / NAME, head + b"\n" + rest)


def load(folder: Path, corpus: Collection, journals: Mapping[str, Facts]) -> States | None:
    """The sets, if they still hold."""
    try:
        head, _newline, rest = (folder / NAME).read_bytes().partition(b"\n")
        sign, held_for, names, ends, views = json.loads(head)
        if sign != crc32(rest) or held_for != _held_for(corpus, journals):
            return None
        *sets, times, sequence = (memoryview(rest)[start:stop] for start, stop in pairwise(ends))
        read, starred, *borne = (Positions.from_bytes(each.tobytes()) for each in sets)
        labels = zip(map(Clean, names), borne, strict=True)
        saved = tuple((Clean(name), Clean(text)) for name, text in views)
        reads = Timed.from_bytes(times, sequence)
        return States(read, starred, corpus.changed, tuple(labels), saved, reads)
    except (OSError, ValueError, TypeError, LookupError):
        return None


def _held_for(corpus: Collection, journals: Mapping[str, Facts]) -> list[object]:
    return [_FORM, corpus.generation, len(corpus), [[name, *facts] for name, facts in sorted(journals.items())]]
