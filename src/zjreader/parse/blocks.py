"""The lines of one article's text -> blocks: headings, paragraphs, points, notes, captions.

Points are told by what they are: clauses that end with ； up to the one that closes them, lines numbered alike, and
lines that a colon announces and that open alike or bear labels (创新赋能：…). Never by the words of one page.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import takewhile

from zjreader.article import Block, BlockKind
from zjreader.parse.page_lines import PageLine, Shape
from zjreader.text.fold import fold

_COUNT = "[一二三四五六七八九十]{1,3}"
_NUMBERINGS = tuple(
    re.compile(form)
    for form in (
        f"{_COUNT}是",
        f"{_COUNT}要",
        f"第{_COUNT}(?:[,、:]|是)",
        f"其{_COUNT}[,、:]",
        f"{_COUNT}、",
        rf"\({_COUNT}\)",
        r"[0-9]{1,2}(?:[、)]|\.(?![0-9]))",
        r"\([0-9]{1,2}\)",
        "[①-⑳]",
        "[●•·■◆▪★○]",
        "[-*–] ",
        "——(?=.{4})",
    )
)
_NUMBERED = re.compile(r"[一二三四五六七八九十第其(0-9①-⑳●•·■◆▪★○*–—-]")
"""What every numbering begins with."""

_LABEL = re.compile('([^,。;:!?“”"]{2,12}):(?=.)')
_HEAD = 24
"""Characters of a line in which its number, label or opening words stand."""
_OPENING = 2
_FEWEST_UNANNOUNCED = 3
_MOST_POINTS = 60
_MUCH_LONGER = 3
_KINDS: dict[Shape, BlockKind] = {"short": "heading", "note": "note", "caption": "caption"}


def to_blocks(lines: Sequence[PageLine]) -> tuple[Block, ...]:
    """The blocks of the lines below a title, none left out; title-like lines are headings unless they are points."""
    blocks: list[Block] = []
    while len(blocks) < len(lines):
        at = len(blocks)
        points = points_from(lines, at)
        blocks += [Block("item", line.text) for line in lines[at : at + points]]
        if not points:
            blocks.append(Block(_KINDS.get(lines[at].shape, "paragraph"), lines[at].text))
    return tuple(blocks)


def points_from(lines: Sequence[PageLine], start: int) -> int:
    """How many lines from `start` are the points of one list; 0 where none begins there, never 1."""
    shape, announced = lines[start].shape, start > 0 and lines[start - 1].text[-1] in ":："
    if not announced and not _may_be_point(lines[start]):
        return 0
    run = list(takewhile(lambda line: line.shape == shape, lines[start : start + _MOST_POINTS]))
    lengths = [_alike(run, _numbering)]
    if shape == "short":
        behind = lines[start + len(run)].shape if start + len(run) < len(lines) else None
        lengths.append(_announced(run, behind) if announced else 0)
    elif shape == "text":
        lengths += [_clauses(run), _labelled(run, announced=announced), _alike(run, _opening) if announced else 0]
    return max(length if length > 1 else 0 for length in lengths)


def _may_be_point(line: PageLine) -> bool:
    """Whether a line that nothing announces bears a sign of a point: most lines are done with here."""
    return line.text[-1] in ";；" or _numbering(line) is not None or _label(line) is not None


def _alike(run: Sequence[PageLine], mark: Callable[[PageLine], object]) -> int:
    """How many lines from the first bear the same mark."""
    first = mark(run[0])
    return len(list(takewhile(lambda line: mark(line) == first, run))) if first is not None else 0


@lru_cache(maxsize=_MOST_POINTS)
def _head(line: PageLine) -> str:
    return fold(line.text[:_HEAD])


def _numbering(line: PageLine) -> int | None:
    head = _head(line)
    if not _NUMBERED.match(head):
        return None
    return next((order for order, form in enumerate(_NUMBERINGS) if form.match(head)), None)


def _opening(line: PageLine) -> str:
    return line.text[:_OPENING]


def _label(line: PageLine) -> str | None:
    return found[1] if (found := _LABEL.match(_head(line))) else None


def _clauses(run: Sequence[PageLine]) -> int:
    """Lines that end with ； and the one that closes them, unless it is a paragraph of another size."""
    open_ended = len(list(takewhile(lambda line: line.text[-1] in ";；", run)))
    if not 0 < open_ended < len(run):
        return open_ended
    longest = max(len(line.text) for line in run[:open_ended])
    closing = run[open_ended].text
    marks = [mark for mark in (_label, _numbering) if _alike(run[:open_ended], mark) == open_ended > 1]
    closes = closing[-1] in "。.！!" and len(closing) <= _MUCH_LONGER * longest
    return open_ended + (closes and all(mark(run[open_ended]) is not None for mark in marks))


def _labelled(run: Sequence[PageLine], *, announced: bool) -> int:
    """Lines with a label each, no two the same (speakers come again); without announcement of the same length."""
    labels: dict[str, int] = {}
    for line in run:
        label = _label(line)
        if label is None or label in labels:
            break
        labels[label] = len(label)
    parallel = len(labels) >= _FEWEST_UNANNOUNCED and len(set(labels.values())) == 1
    return len(labels) if announced or parallel else 0


def _announced(run: Sequence[PageLine], behind: Shape | None) -> int:
    """Title-like lines under a colon; the last is the heading of the text behind it, if it is unlike the others."""
    if len(run) > 1 and behind == "text" and abs(len(run[-1].text) - len(run[-2].text)) > _OPENING:
        return len(run) - 1
    return len(run)
