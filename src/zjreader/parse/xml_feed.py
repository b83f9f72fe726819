"""RSS 0.9x to 2.0, Atom, RDF and what calls itself so -> what it says. The only room with feedparser.

Runs behind the wall alone: feedparser may hang and fail on what it is given. It gets bytes in a stream, never a text
that it could take for a file or an address; dates are left as they are written. Where one entry makes it fail, or
swallows the next, each is parsed alone.
"""

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from zjreader.article import Span
from zjreader.parse.feed_values import NOTHING, Channel, Entry, Passage

_Said = dict[str, Any]
"""A dictionary of feedparser's. It answers for keys that it does not hold, and warns of it; `dict.get` does not."""

_HEADERS = {"content-type": "application/xml; charset=utf-8"}
_TAG = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<(?P<ends>/)?(?:[a-z][\w.-]*:)?(?P<entry>item|entry)(?=[\s>])[^<>]*>",
    re.IGNORECASE | re.DOTALL,
)
_TEXTS = frozenset({"text/plain", "text/html", "application/xhtml+xml"})


def read(text: str) -> Channel:
    """The feed in an XML text without declarations; its links are as relative as they are written."""
    found = list(_entries_in(text))
    channel = _at_once(text)
    return channel if channel and len(channel.entries) >= len(found) else _one_by_one(text, found)


def _one_by_one(text: str, found: Sequence[Span]) -> Channel:
    """The feed, each of its entries parsed as if it were the only one."""
    head, end = (text[: found[0].start], text[found[-1].stop :]) if found else (text, "")
    channel = _at_once(head + end) or Channel()
    read_alone = [_at_once(head + text[span.start : span.stop] + end) for span in found]
    entries = tuple(entry for each in read_alone if each for entry in each.entries)
    return channel._replace(entries=entries, failed=sum(not (each and each.entries) for each in read_alone))


def _entries_in(text: str) -> Iterator[Span]:
    """Where the entries stand; what begins inside of one is its own."""
    begin = None
    for tag in _TAG.finditer(text):
        if tag["ends"] and begin is not None:
            yield Span(begin, tag.end())
            begin = None
        elif tag["entry"] and not tag["ends"] and begin is None:
            begin = tag.start()


def _at_once(text: str) -> Channel | None:
    """The feed in one piece; None where feedparser fails on it, in whatever way."""
    try:
        return _channel(_parsed(text))
    except MemoryError:  # the process has grown as far as it may
        raise
    except Exception:  # noqa: BLE001 - here is the edge of feedparser, which raises what it likes
        return None


def _parsed(text: str) -> _Said:
    import feedparser

    parsed: _Said = feedparser.parse(
        BytesIO(text.encode("utf-8", "replace")),
        response_headers=_HEADERS,  # without an address, which guids would be taken as relative to
        resolve_relative_uris=False,
        sanitize_html=False,
    )
    return parsed


def _channel(parsed: _Said) -> Channel:
    feed = parsed["feed"]
    is_atom = str(parsed.get("version")).startswith("atom")
    entries = [_entry(entry) for entry in parsed["entries"]]
    return Channel(
        title=_passage(feed, "title"),
        address=next((_said(link, "href") for link in _list(feed, "links") if _said(link, "rel") == "self"), ""),
        home=_said(feed, "link"),
        entries=tuple(_of_atom(entry, _authors(feed)) if is_atom else _of_rss(entry) for entry in entries),
    )


def _of_atom(entry: Entry, authors: tuple[str, ...]) -> Entry:
    """An entry of Atom, whose authors are the feed's where it names none (RFC 4287, §4.2.1)."""
    return entry._replace(authors=entry.authors or authors)


def _of_rss(entry: Entry) -> Entry:
    """An entry of RSS, where a title may hold markup without a word about it."""
    return entry._replace(title=entry.title._replace(html=True))


def _entry(said: _Said) -> Entry:
    content, description = _content(_list(said, "content")), _passage(said, "summary")
    tags = [_said(tag, "label") or _said(tag, "term") for tag in _list(said, "tags")]
    return Entry(
        title=_passage(said, "title"),
        content=content,
        description=NOTHING if description.text == content.text else description,
        link=_said(said, "feedburner_origlink") or _said(said, "link"),
        guid=_said(said, "id"),
        dates=tuple(_said(said, name) for name in ("published", "created", "updated")),
        authors=_authors(said),
        tags=tuple(filter(None, tags)),
        publisher=_said(_mapping(said, "source"), "title") or _said(said, "publisher"),
    )


def _content(contents: Sequence[_Said]) -> Passage:
    """The longest of what is given as the entry's text."""
    texts = [_typed(content) for content in contents if _said(content, "type") in _TEXTS]
    return max(texts, key=lambda passage: len(passage.text), default=NOTHING)


def _passage(said: _Said, name: str) -> Passage:
    return _typed(_mapping(said, f"{name}_detail")) if f"{name}_detail" in said else Passage(_said(said, name))


def _typed(said: _Said) -> Passage:
    return Passage(_said(said, "value"), html=_said(said, "type") != "text/plain")


def _authors(said: _Said) -> tuple[str, ...]:
    names = [_said(author, "name") for author in _list(said, "authors")] or [_said(said, "author")]
    return tuple(filter(None, names))


def _said(said: _Said, name: str) -> str:
    value = dict.get(said, name)
    return value if isinstance(value, str) else ""


def _mapping(said: _Said, name: str) -> _Said:
    value = dict.get(said, name)
    return value if isinstance(value, dict) else {}


def _list(said: _Said, name: str) -> list[_Said]:
    value = dict.get(said, name)
    return value if isinstance(value, list) else []
