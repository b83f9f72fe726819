"""The signs of the query language: which characters part, quote, bracket, deny and choose, and where.

Full-width signs act as their ASCII forms where an operator may stand. Whatever stands elsewhere, or lacks its partner,
is a sign of a word, because pasted text is full of them. Positions count characters; `end` bounds what is looked at.
"""

from typing import NamedTuple

BLANKS = " \t\n\u3000，、；"
COLONS = ":："
BARS = "|｜"
DENYING = "-!－！"
WHOLE = "=＝"
OPENING = "(（"
CLOSING = ")）"
SLASHES = "/／"
QUOTES = {'"': '"', "“": "”", "「": "」", "『": "』"}
NOT_WORDS = ("NOT", "非")
AND_WORDS = ("AND", "且")
OR_WORDS = ("OR", "或")
_ENCLOSING = SLASHES + "".join(QUOTES)
_BEFORE_ENCLOSED = COLONS + DENYING + WHOLE + CLOSING + "".join(QUOTES.values())
OPERATORS = frozenset({*NOT_WORDS, *AND_WORDS, *OR_WORDS})


class Enclosed(NamedTuple):
    """What stands between two signs, and where the closing one ends."""

    text: str
    stop: int


def skip_blanks(text: str, at: int, end: int) -> int:
    """The first place from `at` on that is no blank; `end` where there is none."""
    while at < end and text[at] in BLANKS:
        at += 1
    return at


def word_end(text: str, at: int, end: int) -> int:
    """Where the bare word that begins at `at` ends: before a blank, or before a bar that chooses."""
    stop = at + 1
    while stop < end and text[stop] not in BLANKS and not is_bar(text, stop, end):
        stop += 1
    return stop


def is_bar(text: str, at: int, end: int) -> bool:
    """Whether a bar chooses between words: something other than a bar stands on both sides of it."""
    if text[at] not in BARS or text[at - 1] in BARS:
        return False
    after = skip_blanks(text, at + 1, end)
    return after < end and text[after] not in BARS


def operator(text: str, at: int, end: int, words: tuple[str, ...]) -> int:
    """Where an operator that stands alone, with something after it, ends; 0 for none."""
    word = next((word for word in words if text.startswith(word, at)), "")
    stop = at + len(word)
    if not word or stop >= end or text[stop] not in BLANKS + OPENING or not _begins(text, at, CLOSING):
        return 0
    return stop if skip_blanks(text, stop, end) < end else 0


def denials(text: str, at: int, end: int) -> int:
    """How many signs of denial a word begins with: none behind a quotation, and none before nothing or a number."""
    stop = at
    while stop < end and text[stop] in DENYING:
        stop += 1
    denied = text[stop:end][:1]
    return stop - at if _begins(text, at) and denied and denied not in BLANKS and not denied.isdigit() else 0


def quotation(text: str, at: int, end: int) -> Enclosed | None:
    """The text between quotes; None where there is no pair. Between straight quotes a backslash keeps a quote."""
    partner = QUOTES.get(text[at])
    stop = at + 1
    inside = ""
    while partner and stop < end:
        if text[stop] == partner:
            return Enclosed(inside, stop + 1)
        if partner == '"' and text[stop] == "\\" and text[stop + 1 : stop + 2] in {'"', "\\"}:
            stop += 1
        inside += text[stop]
        stop += 1
    return None


def slashed(text: str, at: int, end: int) -> Enclosed | None:
    """The regular expression between slashes, which hold no blank at its ends; None where there is no such pair.

    The closing slash ends a word; behind a backslash it is a slash of the expression.
    """
    if text[at] not in SLASHES or text[at + 1 : at + 2] in {"", *BLANKS}:
        return None
    stop = at + 1
    while stop < end:
        closes = text[stop] in SLASHES and stop > at + 1 and text[stop - 1] not in BLANKS
        if closes and (stop + 1 == end or text[stop + 1] in BLANKS + CLOSING + BARS):
            return Enclosed(text[at + 1 : stop], stop + 1)
        stop += 2 if text[stop] == "\\" else 1
    return None


def partners(text: str) -> dict[int, int]:
    """Each opening bracket's place with its partner's, outside quotations and regular expressions."""
    pairs: dict[int, int] = {}
    open_: list[int] = []
    at = 0
    while at < len(text):
        starts = text[at] in _ENCLOSING and _begins(text, at, _BEFORE_ENCLOSED)
        if starts and (enclosed := quotation(text, at, len(text)) or slashed(text, at, len(text))):
            at = enclosed.stop
            continue
        if text[at] in OPENING:
            open_.append(at)
        elif text[at] in CLOSING and open_:
            pairs[open_.pop()] = at
        at += 1
    return pairs


def _begins(text: str, at: int, also: str = "") -> bool:
    """Whether what stands here begins something: it follows a blank, an opening bracket, a bar or nothing."""
    return at == 0 or text[at - 1] in BLANKS + OPENING + BARS + also
