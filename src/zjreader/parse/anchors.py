"""What an anchor is in a text: a link, which a site's furniture is made of, or something that is of the text itself.

Of the text are bookmarks that word processors leave in it and addresses that are shown in full; the sign beside a
heading that links to that heading is neither, and not shown.
"""

import re
from typing import Final

from zjreader.parse.display import Attribute

_ADDRESS: Final = re.compile(r"\s*(?:https?://|www\.|[\w.+-]+@)[\x21-\x7e]+\s*")
_PLACE_SIGNS: Final = frozenset({"#", "¶", "§", "🔗"})


def is_bookmark(attribute: Attribute) -> bool:
    """Whether an anchor is a place to be led to, and leads nowhere."""
    return attribute("href") is None and attribute("name") is not None


def marks_a_place(said: str | None, attribute: Attribute) -> bool:
    """Whether an anchor that says this is the sign beside a heading that links to the heading itself."""
    return (said or "").strip() in _PLACE_SIGNS and "#" in (attribute("href") or "")


def is_address(said: str) -> bool:
    """Whether a text is an address and nothing else."""
    return said.isascii() and _ADDRESS.fullmatch(said) is not None
