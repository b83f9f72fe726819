"""A text whose lines were broken at a fixed width -> its paragraphs, one a line.

A text is taken for wrapped when most of its lines are equally wide and stop amid a sentence; any other text stays as it
is. Widths are cells, counted as two for every character outside ASCII: exact enough to see a wall.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

_FEWEST = 4
_NARROWEST, _WIDEST = 32, 200
_FULL_SHARE = 0.5
_AMID_SHARE = 0.6
_FEWEST_OF_MANY, _FEW_SHARE = 12, 0.2
_WIDER_TO_FULL = 20
_TOGETHER = 0.4
_SLACK = 3
_SENTENCE_ENDS = "。！？!?：:；;”’」』）)】.…"
_LATIN = re.compile("[a-zA-Z0-9,.;]$")


def unwrapped(text: str) -> list[str]:
    """The lines, blank ones too; of a wrapped text its paragraphs."""
    lines = [line.rstrip() for line in text.split("\n")]
    widths = _widths(lines)
    wall = _wall(lines, widths)
    if wall is None:
        return lines
    indents = [_indent(line) for line in lines]
    margin = Counter(indent for indent, line in zip(indents, lines, strict=True) if line).most_common(1)[0][0]
    paragraphs: list[list[str]] = []
    open_ended = False
    for line, width, indent in zip(lines, widths, indents, strict=True):
        if open_ended and line and indent <= margin:
            paragraphs[-1].append(line.strip())
        else:
            paragraphs.append([line.strip()])
        open_ended = width >= wall - _SLACK
    return [join_lines(parts) for parts in paragraphs]


def join_lines(parts: Sequence[str]) -> str:
    """The lines of a paragraph as one, with a blank only between Latin words."""
    if len(parts) == 1:
        return parts[0]
    pieces: list[str] = []
    for part in parts:
        latin = pieces and part[:1].isascii() and part[:1].isalnum() and _LATIN.search(pieces[-1][-1:])
        pieces += [" ", part] if latin else [part]
    return "".join(pieces)


def _wall(lines: list[str], widths: list[int]) -> int | None:
    """The width at which the lines were broken, in cells; None where they were not."""
    common = Counter(widths)
    shown = common.total() - common.pop(0, 0)
    wall, _ = max(common.items(), key=lambda found: (found[1], found[0]), default=(0, 0))
    if not _NARROWEST <= wall <= _WIDEST:
        return None
    is_full = [abs(width - wall) <= _SLACK for width in widths]
    full = [line for line, fills in zip(lines, is_full, strict=True) if fills]
    if len(full) < max(_FEWEST, _FULL_SHARE * shown) and not _is_wall(wall, widths, is_full, shown):
        return None
    amid = sum(1 for line in full if line[-1] not in _SENTENCE_ENDS)
    return wall if amid >= _AMID_SHARE * len(full) else None


def _is_wall(wall: int, widths: list[int], is_full: list[bool], shown: int) -> bool:
    """Whether fewer lines than most show a wall: hardly a line is wider, and those that reach it stand together."""
    wider = sum(1 for width in widths if width > wall + _SLACK)
    together = sum(1 for above, below in pairwise(is_full) if above and below)
    full = sum(is_full)
    return full >= max(_FEWEST_OF_MANY, _FEW_SHARE * shown, _WIDER_TO_FULL * wider) and together >= _TOGETHER * full


def _widths(lines: list[str]) -> list[int]:
    """The width of each line, its indent with it: half of its characters and its bytes, of which Hanzi have three."""
    encoded = "\n".join(lines).encode("utf-8", "replace").split(b"\n")
    return [(len(line) + len(data)) // 2 for line, data in zip(lines, encoded, strict=True)]


def _indent(line: str) -> int:
    blank = line[: len(line) - len(line.lstrip())]
    return len(blank) if blank.isascii() else _widths([blank])[0]
