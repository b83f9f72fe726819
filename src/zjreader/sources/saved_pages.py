"""Pages as browsers save them: which folders hold only their pictures and frames, which files are parts of one page.

Told by names alone; whether files that are named as parts belong together, their texts tell (`page_parts`).
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from zjreader.article import Document

_COMPANION: Final = re.compile(r"(?P<page>.+)[._](?:files|文件)")
"""页面_files and 页面.files, beside 页面.html."""

_ENDINGS: Final = (".html", ".htm", ".xhtml", ".shtml")
_PART: Final = re.compile(
    r"(?P<stem>.+?)(?:[_-](?:p|page|part|第)?(?P<number>[0-9]{1,2})页?)?(?P<ending>\.(?:s?html?|xhtml|mht(?:ml)?))",
    re.IGNORECASE | re.DOTALL,
)
_ALONE: Final = -1
"""The number of a part without one, which is the first: page.html before page_2.html, or before page_1.html."""

_FIRSTS: Final = (_ALONE, 0, 1)
_SECONDS: Final = (1, 2)


def is_companion(folder: str, names: Collection[str]) -> bool:
    """Whether a folder holds what belongs to a page among the files beside it."""
    found = _COMPANION.fullmatch(folder)
    return found is not None and any(found["page"] + ending in names for ending in _ENDINGS)


def in_parts(paths: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Each path, with those named as the further parts of its page, in the order of the first parts."""
    groups: dict[object, dict[int, str]] = defaultdict(dict)
    for path in paths:
        if found := _PART.fullmatch(path):
            groups[found["stem"], found["ending"]][int(found["number"] or _ALONE)] = path
    whole = {}
    for group in groups.values():
        numbers = sorted(group)
        if len(numbers) > 1 and _follow(numbers):
            whole.update({group[number]: tuple(group[each] for each in numbers) for number in numbers})
    for path in paths:
        parts = whole.get(path, (path,))
        if path == parts[0]:
            yield parts


def _follow(numbers: Sequence[int]) -> bool:
    """Whether parts with these numbers are the first ones of a page, and none is missing between them."""
    first, second, last = numbers[0], numbers[1], numbers[-1]
    from_second = first in _FIRSTS and (second in _SECONDS if first == _ALONE else second == first + 1)
    return from_second and list(numbers[1:]) == list(range(second, last + 1))


def as_one(parts: Sequence[Document]) -> Document:
    """The document of a page in these parts; it has changed when one of them has."""
    first, *further = parts
    stamps = [part.stamp for part in parts]
    stamp = None if None in stamps else " ".join(map(str, stamps))
    return first._replace(parts=tuple(further), stamp=stamp)
