"""OPML: lists of subscriptions in folders, well-formed or not; broken XML is read as far as its tags go.

A list is known by its outlines. An outline with an address is a subscription; any other is a folder, whose name is a
part of the section of what lies in it (OPML 2.0, “subscription lists”).
"""

import re
from collections.abc import Iterator
from typing import Final

from zjreader.parse.listed import BETWEEN, Listed
from zjreader.parse.tags import Tag, tags
from zjreader.text.clean import Clean
from zjreader.text.secrets import masked

_OUTLINE: Final = re.compile(r"<(?:opml|outline)[\s/>]", re.IGNORECASE)


def looks_like(text: str) -> bool:
    """Whether it says that it is such a list, or there is any outline in it."""
    return _OUTLINE.search(text) is not None


def listed(text: str) -> Iterator[Listed]:
    """The subscriptions in their order."""
    folders: list[Clean] = []
    for tag in tags(text):
        if tag.name != "outline":
            continue
        if not tag.opens:
            del folders[-1:]
            continue
        address, name = _address(tag), _name(tag)
        if address:
            yield Listed(address, tag.line, None if name in {address, masked(address)} else name, _section(folders))
        if not tag.alone:
            folders.append(Clean("") if address or not name else name)


def _address(outline: Tag) -> Clean | None:
    """The feed's address, else the page's; that of a folder is none of a subscription."""
    given = outline.attributes.get
    return given("xmlurl") or (given("url") or given("htmlurl") if outline.alone else None) or None


def _name(outline: Tag) -> Clean | None:
    return outline.attributes.get("title") or outline.attributes.get("text") or None


def _section(folders: list[Clean]) -> Clean | None:
    return Clean(BETWEEN.join(filter(None, folders))) or None
