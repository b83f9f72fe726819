"""A text whose lines were broken at a fixed width -> its paragraphs, one a line.

A text is taken for wrapped when most of its lines are equally wide and stop amid a sentence; any other text stays as it
is. Widths are cells, counted as two for every character outside ASCII: exact enough to see a wall.
"""

import re
from collections import Counter

_FEWEST = 4
_NARROWEST, _WIDEST = 32, 200
_FULL_SHARE = 0.5
_AMID_SHARE = 0.6
_SLACK = 3
_SENTENCE_ENDS = "。！？!?：:；;”’」』）)】.…"
_LATIN = re.compile("[a-zA-Z0-9,.;]$")


def unwrapped(text: str) -> list[str]:
    """The lines, blank ones too; of a wrapped text its paragraphs."""
    lines = [line.rstrip() for line in text.split("\n")]
    wall = _wall(lines)
    if wall is None:
        return lines
    margin = Counter(_indent(line) for line in lines if line).most_common(1)[0][0]
    paragraphs: list[list[str]] = []
    open_ended = False
    for line in lines:
        if open_ended and line and _indent(line) <= margin:
            paragraphs[-1].append(line.strip())
        else:
            paragraphs.append([line.strip()])
        open_ended = _cells(line) >= wall - _SLACK
    return [_join(parts) for parts in paragraphs]


def _wall(lines: list[str]) -> int | None:
    """The width at which the lines were broken, in cells; None where they were not."""
    widths = Counter(_cells(line) for line in lines if line)
    wall, _ = max(widths.items(), key=lambda found: (found[1], found[0]), default=(0, 0))
    full = [line for line in lines if abs(_cells(line) - wall) <= _SLACK]
    amid = sum(1 for line in full if line[-1:] not in _SENTENCE_ENDS)
    if not _NARROWEST <= wall <= _WIDEST or len(full) < max(_FEWEST, _FULL_SHARE * widths.total()):
        return None
    return wall if amid >= _AMID_SHARE * len(full) else None


def _cells(line: str) -> int:
    """The width of a line, its indent with it."""
    return len(line) if line.isascii() else (len(line) + len(line.encode("utf-8", "replace"))) // 2


def _indent(line: str) -> int:
    return _cells(line[: len(line) - len(line.lstrip())])


def _join(parts: list[str]) -> str:
    """The parts of a paragraph, with a blank only between Latin words."""
    pieces: list[str] = []
    for part in parts:
        latin = pieces and part[:1].isascii() and part[:1].isalnum() and _LATIN.search(pieces[-1][-1:])
        pieces += [" ", part] if latin else [part]
    return "".join(pieces)
