"""The gate: foreign text becomes `Clean` here, once, and sinks accept nothing else.

Promises NFC without control, bidi and invisible characters: an article can neither command a terminal nor hide text in
it. Removes and never pictures, because what is shown is also searched, copied and piped. Refuses nothing: every string
has a clean form. The list of characters is that of Unicode's general categories Cc, Cf and Cs with the exceptions named
below, and the fillers that draw nothing.
"""

import re
import unicodedata
from typing import NamedTuple, NewType

Clean = NewType("Clean", str)

MOST_MARKS = 8
"""Combining marks kept on one base character; Vietnamese and Pali need three, "zalgo" text uses dozens."""

_ZWNJ, _ZWJ, _REPLACEMENT = "\u200c", "\u200d", "\ufffd"
_JOINED = (
    "\u0600-\u06ff\u0750-\u077f\u0870-\u08ff"  # Arabic
    "\u0900-\u0dff"  # the scripts of India
    "\u1780-\u17ff"  # Khmer
    "\u1800-\u18af"  # Mongolian
    "\u2190-\u21ff\u2300-\u2328\u232b-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff"  # emoji and what joins them
)
_INVISIBLE = (
    "\0-\x08\x0b-\x1f\x7f-\x84\x86-\x9f"  # C0 without tab and newline, DEL, C1 without NEL
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e"
    "\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0d\ufeff\uffa0\ufff0-\ufffb"
    "\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2"  # signs that format the numbers after them
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e0fff"
)
_FOUL = re.compile(
    f"[{_INVISIBLE}]|[{_ZWNJ}{_ZWJ}](?![{_JOINED}])|(?<![{_JOINED}])[{_ZWNJ}{_ZWJ}]",
)
_ORDINARY = re.compile(
    "[\t\n -~\xb0\xb7\xd7\u2010-\u2027\u2030-\u203b\u2103\u2460-\u2473\u25a0-\u25cf"
    "\u3000-\u3029\u3041-\u3096\u30a1-\u30fe\u4e00-\u9fff\uff01-\uff5e\uffe5]*+"
)
"""Most news consists of these alone: visible, in NFC in any order, none of them a mark on another."""
_LINE_END = re.compile("\r\n?|[\x85\u2028\u2029]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_SUSPECT = re.compile(f"[{_INVISIBLE}\r\x85\u2028\u2029\ud800-\udfff{_ZWNJ}{_ZWJ}]")
_COMBINING = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
_MARKS = re.compile(f"[{_COMBINING}]{{{MOST_MARKS + 1},}}")
_BLANKS = re.compile(r"\s+")


class Cleaned(NamedTuple):
    """Text that passed the gate, and how many characters did not."""

    text: Clean
    removed: int


def passes(text: str) -> bool:
    """Whether a text is clean as it stands, told at a glance; what does not pass may be clean all the same."""
    return _ORDINARY.fullmatch(text) is not None


def cleaned(text: str) -> Cleaned:
    """The clean form and the number of characters removed; line ends become newlines, lone surrogates U+FFFD."""
    if passes(text):
        return Cleaned(Clean(text), 0)
    removed = 0
    if _SUSPECT.search(text):
        text = _SURROGATE.sub(_REPLACEMENT, _LINE_END.sub("\n", text))
        text, removed = _remove(text)
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    text, crowded = _uncrowded(text)
    return Cleaned(Clean(text), removed + crowded)


def clean(text: str) -> Clean:
    """The clean form of a text of any number of lines."""
    return cleaned(text).text


def clean_line(text: str) -> Clean:
    """The clean form of a title, a name, a path: on one line, runs of white space one blank, none at the ends."""
    return Clean(_BLANKS.sub(" ", clean(text)).strip())


def _remove(text: str) -> tuple[str, int]:
    kept = _FOUL.sub("", text)
    while len(again := _FOUL.sub("", kept)) < len(kept):
        kept = again
    return kept, len(text) - len(kept)


def _uncrowded(text: str) -> tuple[str, int]:
    if text.isascii() or not _MARKS.search(text):
        return text, 0
    kept = _MARKS.sub(lambda run: run[0][:MOST_MARKS], text)
    return kept, len(text) - len(kept)
