"""How a browser would show an element: in a box of its own, inside a line, or not at all.

Told by its name and its own attributes, never by a style sheet, which a saved page often lacks. Refuses one belief: the
page and the body of an article (`rich_media_content`), which scripts make visible, are shown whatever their style says.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple

from zjreader.article import BlockKind

Attribute = Callable[[str], str | None]
"""Gives an element's attribute by its name, None where it has none."""

_BOX_TAGS = """
address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer
form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th
thead tr ul
"""
BOXES = frozenset(_BOX_TAGS.split())
"""Elements that begin and end a line (HTML, §15.3)."""

_UNSHOWN_TAGS = """
applet audio button canvas datalist embed frameset head iframe input link map marquee math meta meter noframes noscript
object optgroup option progress rp rt script select style svg template textarea title video
"""
_UNSHOWN = frozenset(_UNSHOWN_TAGS.split())
"""Elements whose text is no text of the page: programs, styles, controls, what stands in for pictures, and readings."""

_SWITCHED_OFF = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:;|!|$)"
    r"|text-indent\s*:\s*-[0-9]{3,}|(?:left|top)\s*:\s*-[0-9]{3,}",
    re.IGNORECASE,
)
_LIFTED = re.compile(r"(?<![\w-])rich_media_content(?![\w-])")
_CAPTION = re.compile(
    r"(?:img|image|pic|picture|photo|figure)[_-]?(?:title|intro|desc|info|text|note|message|cap|alt|tip|explain)"
    r"|(?<![a-z])caption|(?<![a-z])tu(?:zhu|shuo)(?![a-z])",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"(?<![\w-])(?:figure|picture|photo|pic)(?:[-_]?(?:box|wrap|wrapper|container|holder))?(?![\w-])")
_LONGEST_NAMES, _LONGEST_STYLE = 300, 2000
"""Characters of an element's classes and of its style that are looked at."""

_KINDS: Mapping[str, BlockKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    "li": "item",
    "dd": "item",
    "blockquote": "quote",
    "figcaption": "caption",
    "caption": "caption",
    "aside": "note",
}


def shown(tag: str, attribute: Attribute) -> bool:
    """Whether the element, were all around it shown, shows its text."""
    if tag in _UNSHOWN or attribute("hidden") is not None:
        return tag == "body"
    if attribute("fallback") is not None or attribute("placeholder") is not None:  # AMP: until something else is there
        return False
    if tag not in BOXES and attribute("aria-hidden") == "true":
        return False
    style = attribute("style")
    return (
        not style
        or tag == "body"
        or not _SWITCHED_OFF.search(style[:_LONGEST_STYLE])
        or _LIFTED.search((attribute("class") or "")[:_LONGEST_NAMES]) is not None
    )


def is_figure(tag: str, attribute: Attribute) -> bool:
    """Whether the element may hold a picture and what tells of it."""
    return tag == "figure" or _said(attribute("class") or "").figure


def kind_of(tag: str, attribute: Attribute) -> BlockKind | None:
    """What the text inside the element is; None where the element does not say."""
    if kind := _KINDS.get(tag):
        return kind
    return "caption" if _said(attribute("class") or "").caption else None


class _Said(NamedTuple):
    """What the classes of an element say of it."""

    figure: bool
    caption: bool


@lru_cache(maxsize=1024)
def _said(classes: str) -> _Said:
    names = classes[:_LONGEST_NAMES]
    return _Said(_FIGURE.search(names) is not None, _CAPTION.search(names) is not None)
