"""A page's bytes -> its characters, whatever it declares: a mark, what bytes show, what was declared, what is likely.

A page that declares GB2312 and is UTF-8, or the reverse, is read right: bytes that are UTF-8 are so by no accident, and
a declared encoding counts only where the bytes are of it. Names of one-byte encodings, the default of many servers,
count never: any bytes are of them.
"""

import codecs
import re

from zjreader.parse.asked import Asked
from zjreader.text.charset import Decoded, decode

MOST_BYTES = 8 << 20
"""Bytes of a page that are looked at; saved pages of news with all their scripts have half a megabyte."""

_HEAD = 1 << 12
"""Bytes within which a page declares its encoding; browsers look at a quarter of them (HTML, §13.2.3.2)."""

_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_ONE_BYTE = frozenset({"ascii", "iso8859-1", "cp1252"})


def text_of(data: bytes, asked: Asked) -> Decoded:
    """The characters of the first `MOST_BYTES`; what a person called the encoding goes before all but a mark."""
    data = data[:MOST_BYTES]
    if asked.encoding:
        return decode(data, asked.encoding)
    read = decode(data)
    if not read.assumed:
        return read
    found = _DECLARED.search(data[:_HEAD])
    for name in (asked.charset, found and found[1].decode("ascii")):
        told = decode(data, name) if name and _tells(name) else read
        if not told.assumed:
            return told
    return read


def _tells(name: str) -> bool:
    try:
        return codecs.lookup(name.strip()).name not in _ONE_BYTE
    except (LookupError, ValueError):
        return False
