"""JSON Feed 1.0 and 1.1 (jsonfeed.org) -> what it says.

Values of another type than the format names are passed over one by one. Of a feed that breaks off, the items before
the break are read.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from zjreader.parse.feed_values import NOTHING, Channel, Entry, Passage
from zjreader.parse.json_values import decoded

_ITEMS = re.compile(r'"items"\s*:\s*\[')
_FILLING = re.compile(r"[\s,]*")
_DECODER = json.JSONDecoder(strict=False)


def read(text: str) -> Channel | None:
    """The feed in a JSON text; None where there is none."""
    said = _whole(text)
    if torn := said is None:
        said = _before_the_break(text)
    if not isinstance(said, dict):
        return None
    items = [item for item in _values(said.get("items")) if isinstance(item, dict)]
    return Channel(
        title=Passage(_text(said, "title")),
        address=_text(said, "feed_url"),
        home=_text(said, "home_page_url"),
        entries=tuple(_entry(item, _names(said)) for item in items),
        failed=len(_values(said.get("items"))) - len(items),
        torn=torn,
    )


def _whole(text: str) -> Any:
    """The value of a JSON text; None where it is no such text."""
    try:
        return decoded(text.encode("utf-8", "replace")).value
    except (ValueError, RecursionError):
        return None


def _before_the_break(text: str) -> Mapping[str, Any] | None:
    """What stands before the items, and the items that are whole."""
    begin = _ITEMS.search(text)
    if not begin:
        return None
    try:
        said = json.loads(text[: begin.end()] + "]}", strict=False)
    except (ValueError, RecursionError):
        return None
    return {**said, "items": list(_whole_items(text, begin.end()))}


def _whole_items(text: str, start: int) -> Iterator[Any]:
    while True:
        filling = _FILLING.match(text, start)
        try:
            item, start = _DECODER.raw_decode(text, filling.end() if filling else start)
        except (ValueError, RecursionError):
            return
        yield item


def _entry(item: Mapping[str, Any], feed_authors: tuple[str, ...]) -> Entry:
    guid, link = _text(item, "id"), _text(item, "url")
    html = _text(item, "content_html")
    return Entry(
        title=Passage(_text(item, "title")),
        content=Passage(html, html=True) if html else Passage(_text(item, "content_text")),
        description=Passage(summary) if (summary := _text(item, "summary")) else NOTHING,
        link=link or (guid if guid.startswith(("http://", "https://")) else ""),
        guid=guid,
        dates=(_text(item, "date_published"), _text(item, "date_modified")),
        authors=_names(item) or feed_authors,
        tags=tuple(tag for tag in _values(item.get("tags")) if isinstance(tag, str)),
    )


def _names(said: Mapping[str, Any]) -> tuple[str, ...]:
    """The names of `authors` (1.1) or of `author` (1.0)."""
    authors = [*_values(said.get("authors")), said.get("author")]
    return tuple(name for author in authors if isinstance(author, dict) and (name := _text(author, "name")))


def _values(said: Any) -> list[Any]:
    return said if isinstance(said, list) else []


def _text(said: Mapping[str, Any], name: str) -> str:
    """A value as text; an id may be a number, which readers shall take for its digits."""
    value = said.get(name)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) else ""
