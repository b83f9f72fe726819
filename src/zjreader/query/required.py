"""The text that every match of a regular expression must hold: what postings can tell of it before a text is looked at.

Only what stands plainly in the expression is believed: signs without case, outside of every bracket, not repeatable
to nothing, and nowhere a `|` beside them. Whatever is not understood leaves nothing.
"""

import re

from zjreader.text.fold import fold, squeeze

_PIECE = re.compile(
    r"(?P<escape>\\.)|(?P<set>\[\^?\]?(?:\\.|[^\]\\])*\])|(?P<open>\()|(?P<close>\))|(?P<or>\|)"
    r"|(?P<repeat>\{[^}]*\}?|[*?+])|(?P<other>[.^$\[\]}])|(?P<plain>.)",
    re.DOTALL,
)
_STRANGE = re.compile(r"\(\?[a-zA-Z0-9-]|\[:")
"""Flags, names and classes by name, which change what stands around them or end otherwise than their like."""

_SIMPLE = frozenset("dDwWsSbBAZ")
"""Letters whose escapes stand for themselves alone; behind others more is part of them."""


def required(source: str) -> str:
    """The longest squeezed search key that is in every text in which the expression is found; empty where none is."""
    if _STRANGE.search(source):
        return ""
    runs, depth = [""], 0
    for piece in _PIECE.finditer(source):
        kind, text = piece.lastgroup, piece[0]
        if kind == "escape" and text[1].isalnum() and text[1] not in _SIMPLE:
            return ""
        depth += (kind == "open") - (kind == "close")
        if depth:
            runs.append("")
            continue
        if kind == "or":
            return ""
        sign = text[-1] if kind == "plain" or (kind == "escape" and not text[1].isalnum()) else ""
        if kind == "repeat":
            runs[-1] = runs[-1] if text == "+" else runs[-1][:-1]
        if sign and _is_caseless(sign):
            runs[-1] += sign
        else:
            runs.append("")
    return max((squeeze(fold(run.strip())) for run in runs), key=len)


def _is_caseless(sign: str) -> bool:
    return sign.lower() == sign.upper() and fold(sign).lower() == fold(sign).upper()
