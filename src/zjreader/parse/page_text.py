"""A page's bytes -> its characters, whatever it declares: a mark, what bytes show, what was declared, what is likely.

A page that declares GB2312 and is UTF-8, or the reverse, is read right: bytes that are UTF-8 are so by no accident, and
a declared encoding counts only where the bytes are of it. Any bytes are of an encoding of one byte a character, the
default of many servers: it counts where they do not read as Chinese.
"""

import re

from zjreader.parse.asked import Asked
from zjreader.text.charset import Decoded, decode, shows_chinese

MOST_BYTES = 8 << 20
"""Bytes of a page that are looked at; saved pages of news with all their scripts have half a megabyte."""

_HEAD = 1 << 12
"""Bytes within which a page declares its encoding; browsers look at a quarter of them (HTML, §13.2.3.2)."""

_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_ALL_BYTES = bytes(range(256))


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
        told = decode(data, name) if name else read
        if not told.assumed and not (_is_one_byte(told.encoding) and shows_chinese(data)):
            return told
    return read


def _is_one_byte(encoding: str) -> bool:
    return len(_ALL_BYTES.decode(encoding, "replace")) == len(_ALL_BYTES)
