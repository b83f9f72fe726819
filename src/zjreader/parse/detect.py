"""First bytes -> what a document is. Judged by content, never by name; imports no parser.

Whether decoded text is a table, a column page or a single article is for the parsers to see; here text is text.
"""

import codecs
import re
from typing import Literal

Format = Literal[
    "empty", "binary", "gzip", "bzip2", "xz", "zip", "tar", "json_lines", "xml_rows", "html", "mhtml", "feed", "text"
]
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
_JSON_FEED = re.compile(rb'"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org')
_WIDE_MARKUP = (
    (b"<\0\0\0", "utf-32-le"),
    (b"\0\0\0<", "utf-32-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
_PROLOGUE = re.compile(
    rb"(?:\s++|<!--(?:(?!-->).)*+(?:-->|\Z)|<\?(?!xml\s)[^>]*+>|(?P<xml><\?xml\s[^>]*+>))*+", re.DOTALL
)
"""What may stand above the first tag: comments, instructions, the declaration of XML (XML 1.0, 2.8)."""

_DOCTYPE = re.compile(rb"<!doctype\s+(?P<root>[\w:]+)", re.IGNORECASE)
_TAG = re.compile(rb"<(?P<root>[a-z][\w:.-]*+)(?=[\s/>])", re.IGNORECASE)
_FEEDS = frozenset({b"rss", b"feed", b"rdf", b"opml", b"channel"})
_PAGE = frozenset({b"html", b"head", b"body", b"meta", b"link", b"title", b"base", b"script", b"style", b"frameset"})
_PIECE = frozenset(
    (
        b"article section main header nav div p span a table ul ol h1 h2 h3 h4 h5 h6 center font img iframe b br hr"
    ).split()
)
"""What a part of a page begins with."""

_XML_RECORD = re.compile(rb"<[a-z_][\w.-]*+(?:\s[^<>]*+)?>\s*+(?=<[a-z_][\w.-]*+>[^<]*+<[/!])", re.IGNORECASE)
_XML_TITLE = re.compile(rb"<(?:news|content|article)?(?:title|headline)>", re.IGNORECASE)
"""An element whose first child has no elements, and what one of those that hold news is called."""

_HTML = re.compile(rb"<(?:html|head|body|meta|div|article|section|p|a|h[1-6])\b[^<]*>", re.IGNORECASE)
_MIME_HEAD = re.compile(rb"[\w-]+:[^\0]*?\r?\n\r?\n")
_MIME = (
    re.compile(rb"^mime-version:", re.IGNORECASE | re.MULTILINE),
    re.compile(rb"^content-type:\s*(?:multipart/related|text/html)\b", re.IGNORECASE | re.MULTILINE),
)
"""What the head of a page says that a browser saved with its pictures as one file (MHTML, RFC 2557)."""


def detect(first: bytes) -> Format:
    """What a document is that begins with these bytes (`FIRST` of them, or all)."""
    text = first.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not text:
        return "empty"
    if codec := _wide_codec(first):
        found = _marked_up(first.decode(codec, "replace").encode())
        if found or first.startswith(_WIDE):
            return found or "text"
    if archive := packed(first):
        return archive
    if len(_CONTROLS.findall(first)) > _MOST_CONTROLS * len(first):
        return "binary"
    if text.startswith((b"{", b"[")) and _opens_json(text):
        return "feed" if _JSON_FEED.search(text) else "json_lines"
    return _marked_up(text) or ("mhtml" if _is_saved_page(text[: 4 * _HEAD]) else "text")


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


def _wide_codec(first: bytes) -> str | None:
    """The codec of a text that begins with a mark of UTF-16 or UTF-32, or with a tag in them."""
    if first.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "utf-32"
    if first.startswith(_WIDE):
        return "utf-16"
    return next((codec for tag, codec in _WIDE_MARKUP if first.startswith(tag)), None)


def _marked_up(text: bytes) -> Format | None:
    """Whether the first tag below any prologue is a page's, a part's of one, or a feed's; other XML passes for one."""
    prologue = _PROLOGUE.match(text.lstrip(b"\xef\xbb\xbf"))
    assert prologue is not None, "it may be empty"
    rest = prologue.string[prologue.end() :]
    found = _DOCTYPE.match(rest) or _TAG.match(rest)
    if found is None:
        return "html" if prologue[0].lstrip().startswith(b"<") and not rest else None
    root = found["root"].lower()
    if root.rpartition(b":")[2] in _FEEDS:
        return "feed"
    if root not in _PAGE | _PIECE and _holds_records(rest[:_HEAD]):
        return "xml_rows"
    if root in _PAGE | _PIECE or _HTML.search(rest[:_HEAD]):
        return "html"
    return "feed" if prologue["xml"] else None


def _holds_records(text: bytes) -> bool:
    return _XML_RECORD.search(text) is not None and _XML_TITLE.search(text) is not None


def _is_saved_page(text: bytes) -> bool:
    head = _MIME_HEAD.match(text)
    return head is not None and all(field.search(head[0]) for field in _MIME)
