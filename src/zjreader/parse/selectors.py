"""CSS selectors, as a person names the headlines of a list page: `.news-list h3 a`. The only room with cssselect."""

from collections.abc import Sequence
from typing import cast

from cssselect import HTMLTranslator, SelectorError

from zjreader.parse.markup import Element


def is_selector(text: str) -> bool:
    """Whether a text is a selector of elements."""
    return _path(text) is not None


def selected(root: Element, selector: str) -> Sequence[Element]:
    """The elements that the selector points at, in the page's order; none for what is no selector."""
    path = _path(selector)
    return cast("list[Element]", root.xpath(path)) if path else []


def _path(selector: str) -> str | None:
    try:
        return HTMLTranslator().css_to_xpath(selector)
    except SelectorError:
        return None
