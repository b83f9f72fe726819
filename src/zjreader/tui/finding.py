"""What is found on a page: matches in reading order, and which of them comes next."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import NamedTuple

from zjreader.article import Span
from zjreader.text.clean import Clean
from zjreader.text.typeset import Line, Role

SEARCHED: frozenset[Role] = frozenset({"title", "paragraph", "heading", "item", "quote", "note", "caption"})
"""The lines in which words are looked for: what the source wrote, not what stands around it."""

Find = Callable[[Clean], tuple[Span, ...]]
"""Where, in a text, what is looked for stands."""


class Match(NamedTuple):
    """A match, and the line in which it begins."""

    line: int
    span: Span


def matches_in(lines: Sequence[Line], find: Find) -> tuple[Match, ...]:
    """All that `find` finds; each text is searched once, however many lines it fills."""
    matches: list[Match] = []
    for _text, group in groupby(enumerate(lines), key=lambda each: (each[1].role, each[1].block, id(each[1].text))):
        numbered = list(group)
        first, line = numbered[0]
        if line.role in SEARCHED:
            starts = [each.span.start for _number, each in numbered]
            found = find(line.text)
            matches += (Match(first + max(0, bisect_right(starts, span.start) - 1), span) for span in found)
    return tuple(matches)


def next_match(matches: Sequence[Match], current: int | None, top: int, step: int) -> int | None:
    """The match after (1) or before (-1) the current one; without one, the first from line `top` on, or before it."""
    before = sum(match.line < top for match in matches)
    goal = before - (step < 0) if current is None else current + step
    return goal if 0 <= goal < len(matches) else None
