"""Where the reader left off on this device; may be deleted at any time.

One file for all sets of sources. Refuses to say a word: what cannot be read counts as nothing, and a place that could
not be kept is no reason to stop whoever is leaving.
"""

import json
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from zjreader.errors import LockedError
from zjreader.library.durable import lock, make_folder, replace
from zjreader.text.clean import Clean, clean_line

Value = TypeVar("Value")

NAME = "resume.json"
MOST_SCREENS = 50
MOST_POSITIONS = 500
MOST_HISTORY = 100
MOST_WIDTHS = 50
WAIT = 0.5
"""Seconds to wait for another screen that is closing, too."""


class Resume(NamedTuple):
    """What a screen goes on with: for the library, or for one set of sources, named by `about`.

    `article` is the id under the cursor; `positions` are character offsets at the top of the page, by article, newest
    last; `history` holds queries, newest last; `widths` the ambiguous width found on a terminal, by the terminal's
    name. These three are the same for all sets of sources.
    """

    about: Clean = Clean("")
    query: Clean = Clean("")
    scope: Clean = Clean("all")
    article: Clean | None = None
    positions: tuple[tuple[Clean, int], ...] = ()
    history: tuple[Clean, ...] = ()
    widths: tuple[tuple[Clean, int], ...] = ()


NOWHERE = Resume()


class _Kept(NamedTuple):
    """What the file holds: a line per set of sources, and what they share; the newest last in each."""

    screens: dict[Clean, tuple[Clean, Clean, Clean | None]]
    positions: dict[Clean, int]
    history: dict[Clean, None]
    widths: dict[Clean, int]


def load(folder: Path, about: Clean) -> Resume:
    """Where the reader left these sources; nowhere, if that is not known."""
    kept = _kept(folder / NAME)
    query, scope, article = kept.screens.get(about, (NOWHERE.query, NOWHERE.scope, NOWHERE.article))
    return Resume(about, query, scope, article, _pairs(kept.positions), tuple(kept.history), _pairs(kept.widths))


def save(folder: Path, resume: Resume) -> None:
    """Keep where the reader is, beside what other screens kept."""
    with suppress(OSError, LockedError):
        make_folder(folder)
        with lock(folder / f"{NAME}.lock", WAIT):
            replace(folder / NAME, _written(_kept(folder / NAME), resume))


def _written(kept: _Kept, resume: Resume) -> bytes:
    place = (resume.query, resume.scope, resume.article)
    new = _Kept(
        _newest(kept.screens, [(resume.about, place)], MOST_SCREENS),
        _newest(kept.positions, resume.positions, MOST_POSITIONS),
        _newest(kept.history, [(query, None) for query in resume.history], MOST_HISTORY),
        _newest(kept.widths, resume.widths, MOST_WIDTHS),
    )
    return json.dumps(new._asdict(), ensure_ascii=False).encode()


def _newest(old: dict[Clean, Value], new: Iterable[tuple[Clean, Value]], most: int) -> dict[Clean, Value]:
    """Both, what is new behind what is old, the oldest forgotten."""
    both = dict(old)
    for name, value in new:
        both.pop(name, None)
        both[name] = value
    return dict(list(both.items())[-most:])


def _kept(path: Path) -> _Kept:
    """What a file holds that is of our form; it may be damaged, or another version's."""
    try:
        found = json.loads(path.read_bytes())
        return _Kept(
            {
                clean_line(about): (clean_line(query), clean_line(scope), article and clean_line(article))
                for about, (query, scope, article) in found["screens"].items()
            },
            _numbers(found["positions"]),
            dict.fromkeys(clean_line(query) for query in found["history"]),
            _numbers(found["widths"]),
        )
    except (OSError, ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError):
        return _Kept({}, {}, {}, {})


def _numbers(found: Any) -> dict[Clean, int]:
    return {clean_line(name): max(0, int(value)) for name, value in found.items()}


def _pairs(found: dict[Clean, int]) -> tuple[tuple[Clean, int], ...]:
    return tuple(found.items())
