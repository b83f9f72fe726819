"""The tags of a small XML or HTML file, one after another, whatever is wrong around them.

Promises time linear in the text and no more than the text: no entity but HTML's own and characters by number is
replaced, so none can grow or open a file. Nothing is refused; what is no tag, and comments, are passed over.
"""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import NamedTuple

from zjreader.text.clean import Clean, clean_line

_TAG = re.compile(
    r"<!--(?:[^-]++|-(?!->))*+"
    r"""|<(?P<end>/?)(?P<name>[A-Za-z][\w:.-]*+)(?P<rest>(?:[^<>"']++|"[^"<]*+"|'[^'<]*+'|["'])*+)>(?P<text>[^<]*+)"""
)
_ATTRIBUTE = re.compile(r"""([^\s"'=/]++)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++))""")
_BARE = re.compile(r"&(?![A-Za-z][A-Za-z0-9]{1,31};|#[0-9]{1,7};|#[xX][0-9A-Fa-f]{1,6};)")
"""An ampersand that begins no reference: of an address that was written as it stands."""


class Tag(NamedTuple):
    """A tag under its name in small letters, and the text up to the next one; of an element, `opens` or not.

    One that is `alone` opens and closes in one.
    """

    name: str
    line: int
    opens: bool
    alone: bool
    attributes: Mapping[str, Clean]
    text: Clean


def tags(text: str) -> Iterator[Tag]:
    """The tags of a text in their order."""
    line, counted = 1, 0
    for found in _TAG.finditer(text):
        if not found["name"]:
            continue
        line += text.count("\n", counted, found.start())
        counted = found.start()
        rest = found["rest"]
        alone = rest.endswith("/") and not found["end"]
        yield Tag(found["name"].lower(), line, not found["end"], alone, _attributes(rest), _read(found["text"]))


def _attributes(text: str) -> dict[str, Clean]:
    """By name in small letters; of several of one name the first counts."""
    found: dict[str, Clean] = {}
    for name, *values in _ATTRIBUTE.findall(text):
        found.setdefault(name.lower(), _read("".join(values)))
    return found


def _read(text: str) -> Clean:
    return clean_line(unescape(_BARE.sub("&amp;", text)))
