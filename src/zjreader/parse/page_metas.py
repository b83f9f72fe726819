"""What a page says of itself in its head: its title, its meta elements, its linked data."""

from collections.abc import Mapping
from typing import Any

from zjreader.parse.linked_data import objects
from zjreader.parse.markup import Element, text
from zjreader.text.clean import Clean, clean_line


def title(root: Element) -> Clean:
    """What a page calls itself in its head; empty where it does not."""
    return next(map(text, root.iter("title")), Clean(""))


def metas(root: Element) -> Mapping[str, str]:
    """What the page's meta elements say, by name in lower case (name, property or itemprop); the first of a name."""
    said: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        content = clean_line(meta.get("content") or "")
        if name and content:
            said.setdefault(name, content)
    return said


def json_ld(root: Element) -> tuple[Mapping[str, Any], ...]:
    """The objects of the page's linked data, those inside lists and graphs too; what is no JSON is passed over."""
    found: list[Mapping[str, Any]] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            found += objects(script.text or "")
    return tuple(found)
