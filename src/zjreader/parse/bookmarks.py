"""A browser's bookmark file: links in nested lists, each list under its heading (Netscape bookmark file format).

The browser's own places, like its toolbar, are no sections. A live bookmark is its feed.
"""

import re
from collections.abc import Iterator
from typing import Final

from zjreader.parse.listed import BETWEEN, Listed
from zjreader.parse.tags import Tag, tags
from zjreader.text.clean import Clean

_LINK: Final = re.compile(r"<a\s[^<>]*href", re.IGNORECASE)
_PLACES: Final = ("personal_toolbar_folder", "unfiled_bookmarks_folder")


def looks_like(text: str) -> bool:
    """Whether there is any link in it."""
    return _LINK.search(text) is not None


def listed(text: str) -> Iterator[Listed]:
    """The bookmarks in their order."""
    folders: list[Clean] = []
    heading = Clean("")
    for tag in tags(text):
        match tag.name, tag.opens:
            case "h3", True:
                heading = Clean("") if any(place in tag.attributes for place in _PLACES) else tag.text
            case "dl", True:
                folders.append(heading)
                heading = Clean("")
            case "dl", False:
                del folders[-1:]
            case "a", True:
                yield from _bookmark(tag, Clean(BETWEEN.join(filter(None, folders))))


def _bookmark(link: Tag, section: Clean) -> Iterator[Listed]:
    address = link.attributes.get("feedurl") or link.attributes.get("href")
    if address:
        yield Listed(address, link.line, link.text or None, section or None)
