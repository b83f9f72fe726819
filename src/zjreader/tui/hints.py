"""Links by letters: the addresses on the lines that are shown, each with the letters that open it.

Only http and https are links. A label lies over the first characters of its address, so that no line is set anew.
"""

import re
from collections.abc import Sequence
from itertools import islice, product
from typing import NamedTuple
from urllib.parse import urlsplit

from zjreader.text.clean import Clean, clean_line
from zjreader.text.typeset import Line

LETTERS = "fjdkslaghrueiwoqptyvnmcbxz"
"""The letters of labels, those under the fingers first."""

_ADDRESS = re.compile(r"https?://[!-~]*[A-Za-z0-9/_=#%~+-]", re.IGNORECASE)


class Hint(NamedTuple):
    """A label, the link it opens, and where on the page it is drawn: the line, and characters before it in `shown`."""

    label: Clean
    link: Clean
    line: int
    at: int


def hints_on(lines: Sequence[Line], first: int, count: int) -> tuple[Hint, ...]:
    """The links that begin on `count` lines from the `first` on, from top to bottom."""
    seen = [
        (Clean(found[0]), number, line.shown_at(found.start()))
        for number, line in enumerate(lines[first : first + count], first)
        for found in _ADDRESS.finditer(line.text)
        if line.span.start <= found.start() < line.span.stop
    ]
    return tuple(Hint(label, *each) for label, each in zip(labels(len(seen)), seen, strict=True))


def labels(count: int) -> tuple[Clean, ...]:
    """So many labels, none the beginning of another, all as short as that allows."""
    size = 1
    while len(LETTERS) ** size < count:
        size += 1
    return tuple(Clean("".join(letters)) for letters in islice(product(LETTERS, repeat=size), count))


def typed_out(hints: Sequence[Hint], typed: str) -> tuple[Hint, ...]:
    """The hints that are still meant after these letters."""
    return tuple(hint for hint in hints if hint.label.startswith(typed))


def shown_host(link: Clean) -> Clean | None:
    r"""The machine that a browser would ask, plainly: no user before it, no look-alike letters (punycode), no port.

    A backslash ends the host as it does in browsers, so `https://a.example\@b.example` is a.example.
    """
    try:
        host = urlsplit(link.replace("\\", "/")).hostname or ""
        return clean_line(host if host.isascii() else host.encode("idna").decode("ascii")) or None
    except ValueError:  # UnicodeError is one of them: no browser would find this host either
        return None
