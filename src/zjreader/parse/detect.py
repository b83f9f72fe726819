"""First bytes -> what a document is. Judged by content, never by name; imports no parser.

Whether decoded text is a column page or a single article is for the parsers to see; here text is text.
"""

import re
from typing import Literal

Format = Literal["empty", "binary", "json_lines", "html", "feed", "text"]

FIRST = 1 << 16
"""Bytes that are looked at."""

_WIDE = (b"\xff\xfe", b"\xfe\xff")
_CONTROLS = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROLS = 0.05
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF|opml)\b", re.IGNORECASE)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|div|article|section|p|a|h[1-6])\b[^<]*>", re.IGNORECASE)


def detect(first: bytes) -> Format:
    """What a document is that begins with these bytes (`FIRST` of them, or all)."""
    text = first.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not text:
        return "empty"
    if first.startswith(_WIDE):
        return "text"
    if len(_CONTROLS.findall(first)) > _MOST_CONTROLS * len(first):
        return "binary"
    if text.startswith((b"{", b"[")) and _opens_json(text):
        return "json_lines"
    return _markup(text) or "text"


def _opens_json(text: bytes) -> bool:
    """Whether an object or a list of objects begins here, not a text in brackets."""
    return re.match(rb'(?:\[\s*)*\{\s*(?:"|\})|\[\s*\[', text) is not None


def _markup(text: bytes) -> Format | None:
    if text.startswith(b"<?xml") or _FEED.match(text):
        return "html" if _HTML.search(text[:1024]) and not _FEED.search(text) else "feed"
    return "html" if text.startswith(b"<") and _HTML.search(text) else None
