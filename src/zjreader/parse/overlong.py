"""A feed's bytes -> the same with every text in it cut off that is longer than any article: the entries around it stay.

Cut in front of a tag or a reference, so that neither these nor characters of two bytes are torn, in any encoding that
holds ASCII as itself.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from zjreader.article import Span

LONGEST: Final = 1 << 20
"""Bytes of a text: a book of 350,000 characters; those of feeds seen have up to 300,000."""

_HEAD: Final = 64
_FILLING: Final = b"\xef\xbb\xbf \t\r\n"
_ELEMENT: Final = re.compile(
    rb"<((?:[a-z][\w.-]*:)?(?:content|description|summary|encoded))(?=[\s>])[^<>]*+(?<!/)>", re.IGNORECASE
)
_IN_STRING: Final = rb'(?:[^"\\]++|\\(?:[^u]|u[0-9a-fA-F]{4}))*+'
_VALUE: Final = re.compile(rb'"(?:content_html|content_text|summary)"\s*:\s*"(' + _IN_STRING + rb")", re.DOTALL)
_STRING: Final = re.compile(_IN_STRING, re.DOTALL)
_BEGINS, _ENDS = b"<![CDATA[", b"]]>"


class Shortened(NamedTuple):
    """What is left, and how many texts were cut off."""

    data: bytes
    texts: int


def shortened(data: bytes) -> Shortened:
    """The feed, XML or JSON, with no text longer than `LONGEST`."""
    is_json = data[:_HEAD].lstrip(_FILLING).startswith(b"{")
    pieces: list[bytes] = []
    copied = 0
    for text in _values(data) if is_json else _elements(data):
        if text.stop - text.start > LONGEST:
            pieces += [data[copied : text.start], _string(data, text.start) if is_json else _markup(data, text.start)]
            copied = text.stop
    return Shortened(b"".join([*pieces, data[copied:]]), len(pieces) // 2)


def _values(data: bytes) -> Iterator[Span]:
    return (Span(*found.span(1)) for found in _VALUE.finditer(data))


def _elements(data: bytes) -> Iterator[Span]:
    """Where texts stand; that of an element which is never closed goes on to the end."""
    stop = 0
    while found := _ELEMENT.search(data, stop):
        end = data.find(b"</" + found[1], found.end())
        stop = len(data) if end < 0 else end
        yield Span(found.end(), stop)


def _string(data: bytes, start: int) -> bytes:
    """The beginning of a string of JSON, its last escape whole."""
    found = _STRING.match(data, start, start + LONGEST)
    assert found, "a string may be of no length"
    return _before_a_tag(found[0])


def _markup(data: bytes, start: int) -> bytes:
    """The beginning of what is in an element, closed where it is one long section of characters."""
    kept = _before_a_tag(data[start : start + LONGEST])
    return kept + _ENDS if kept.count(_BEGINS) > kept.count(_ENDS) else kept


def _before_a_tag(text: bytes) -> bytes:
    at = max(text.rfind(b"<"), text.rfind(b"&"))
    return text[:at] if at > LONGEST // 2 else text
