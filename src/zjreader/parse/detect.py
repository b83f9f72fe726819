"""First bytes -> what a document is. Judged by content, never by name; imports no parser.

Whether decoded text is a table, a column page or a single article is for the parsers to see; here text is text.
"""

import re
from typing import Literal

Format = Literal["empty", "binary", "gzip", "bzip2", "xz", "zip", "tar", "json_lines", "html", "feed", "text"]
COMPRESSED: frozenset[Format] = frozenset({"gzip", "bzip2", "xz"})
ARCHIVES: frozenset[Format] = COMPRESSED | {"zip", "tar"}

FIRST = 1 << 16
"""Bytes that are looked at."""

_WIDE = (b"\xff\xfe", b"\xfe\xff")
_CONTROLS = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROLS = 0.05
_PACKED: tuple[tuple[bytes, Format], ...] = (
    (b"\x1f\x8b\x08", "gzip"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"PK\x05\x06", "zip"),
    (b"PK\x03\x04", "zip"),
)
_BZIP2 = re.compile(rb"BZh[1-9](?:1AY&SY|\x17rE8P\x90)")
_OFFICE = re.compile(rb"PK\x03\x04.{26}(?:\[Content_Types\]\.xml|_rels/|mimetype|META-INF/)", re.DOTALL)
"""Texts of word processors, books and programs: zip files by their form alone (OPC, ODF, EPUB, JAR)."""

_RECORD = re.compile(rb'^[ \t\[,]*+\{\s*+"(?:[^"\\\n]++|\\.)*+"\s*+:', re.MULTILINE)
_BLOCK = 512
_CHECKSUM = slice(148, 156)
_HEAD = 1024
_JSON_FEED = re.compile(rb'^\{[^{\[]*"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org')
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF|opml)\b", re.IGNORECASE)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|div|article|section|p|a|h[1-6])\b[^<]*>", re.IGNORECASE)


def detect(first: bytes) -> Format:
    """What a document is that begins with these bytes (`FIRST` of them, or all)."""
    text = first.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not text:
        return "empty"
    if first.startswith(_WIDE):
        return "text"
    if archive := packed(first):
        return archive
    if len(_CONTROLS.findall(first)) > _MOST_CONTROLS * len(first):
        return "binary"
    if text.startswith((b"{", b"[")) and _opens_json(text):
        return "feed" if _JSON_FEED.search(text[:_HEAD]) else "json_lines"
    return _markup(text) or "text"


def packed(first: bytes) -> Format | None:
    """The archive or compressed file that begins with these bytes (512 are enough)."""
    if _BZIP2.match(first):
        return "bzip2"
    found = next((kind for sign, kind in _PACKED if first.startswith(sign)), "tar" if _is_tar(first) else None)
    return None if found == "zip" and _OFFICE.match(first) else found


def _is_tar(first: bytes) -> bool:
    """Whether the first block is a member's header, which the sum of its bytes tells (POSIX pax, ustar)."""
    block = first[:_BLOCK]
    digits = block[_CHECKSUM].strip(b" \0")
    if len(block) < _BLOCK or not digits.isdigit() or digits.strip(b"01234567"):
        return False
    return int(digits, 8) == sum(block) - sum(block[_CHECKSUM]) + 8 * ord(" ")


def _opens_json(text: bytes) -> bool:
    """Whether an object or a list of objects begins here, be the first of them damaged, not a text in brackets."""
    begins = re.match(rb'(?:\[\s*)*\{\s*(?:"|\})|\[\s*\[', text) is not None
    return begins or _RECORD.search(text) is not None


def _markup(text: bytes) -> Format | None:
    if text.startswith(b"<?xml") or _FEED.match(text):
        return "html" if _HTML.search(text[:_HEAD]) and not _FEED.search(text) else "feed"
    return "html" if text.startswith(b"<") and _HTML.search(text) else None
