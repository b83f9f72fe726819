"""Whether a value of a table is HTML, as dumps of content systems hold it, or a text that means its signs themselves.

Decided by what only markup has: a text may hold `a<b`, `<规划>` or the name of a tag. Cheap, for every text of a table
is looked at; the markup itself is read behind the wall.
"""

import re
from typing import Final

_BOX: Final = "p|div|section|article|table|ul|ol|li|h[1-6]|blockquote|figure|pre|center"
_BLOCK: Final = rf"{_BOX}|tbody|tr|td|br|hr"
_INLINE: Final = "a|b|i|u|em|strong|span|font|small|sub|sup"
_TAG: Final = rf"</?(?:{_BLOCK}|{_INLINE}|img|video|iframe|script|style)(?:\s[^<>]*)?/?>"
_FILLING: Final = r"(?:[\s\u3000]|&nbsp;|&e[mn]sp;)*"
_MARKUP: Final = re.compile(
    rf"""\A{_FILLING}{_TAG}.*</[a-z]                                        # begins and ends elements
    |\A{_FILLING}<(?:img|br|hr|p|div)(?:\s[^<>]*)?/?>                       # begins as a body does
    |<[a-z][a-z0-9]*\s[^<>]*\b(?:href|src|style|class|align|color)\s*=     # an element with what elements have
    |<({_INLINE})>[^<>]*</\1>                                              # a word set apart
    |<(?:{_BLOCK})\s*/?>.*</?(?:{_BLOCK})\s*/?>                            # two ends of lines
    |(?<=[。！？…”」）；：])\s*<(?:br|p)\s*/?>                             # one, where a line ends
    """,
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_REFERENCE: Final = re.compile(
    r"&(?:nbsp|ensp|emsp|[lr][ds]quo|[mn]dash|hellip|middot|quot|amp|lt|gt|#[0-9]{2,6}|#x[0-9a-f]{2,5});", re.IGNORECASE
)
_BOXES: Final = re.compile(rf"<(?:{_BOX})\b", re.IGNORECASE)


def is_markup(value: str) -> bool:
    """Whether a text is HTML, or was, until something took its tags out and left the references."""
    return ("<" in value and _MARKUP.search(value) is not None) or (
        "&" in value and _REFERENCE.search(value) is not None
    )


def whole_markup(value: str) -> str:
    """A text of which `is_markup` holds, as HTML has it: its signs that are no tags, its ends of lines."""
    if not _MARKUP.search(value):
        value = value.replace("<", "&lt;")
    return laid_out(value)


def laid_out(markup: str) -> str:
    """HTML in which the ends of its own lines make paragraphs where no element does."""
    return markup if _BOXES.search(markup) else markup.replace("\n", "<br>")
