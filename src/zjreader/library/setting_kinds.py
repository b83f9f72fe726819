"""What the value of a setting may be: taken from TOML or from a typed word, and told when it is something else.

Promises that what a kind gives, written as TOML, is taken as the same again.
"""

import shlex
from collections.abc import Callable
from typing import Any, NamedTuple

from zjreader.messages import _
from zjreader.text.clean import Clean, clean, clean_line


class Kind(NamedTuple):
    """`read` takes a TOML value and gives None for what does not fit `expected`; `typed` makes TOML of a word."""

    read: Callable[[Any], Any]
    expected: Callable[[], str]
    typed: Callable[[str], Any] = str


def one_of(*names: str) -> Kind:
    """One of these words."""

    def read(value: Any) -> str | None:
        return str(value) if str(value) in names else None

    return Kind(read, lambda: _("is none of {names}").format(names=" ".join(names)))


def number(least: int, most: int, *, whole: bool) -> Kind:
    """A number within these bounds, both included."""

    def read(value: Any) -> float | None:
        if isinstance(value, bool) or not isinstance(value, int if whole else int | float):
            return None
        return (int(value) if whole else float(value)) if least <= value <= most else None

    def expected() -> str:
        what = (
            _("is not a whole number from {least} to {most}") if whole else _("is not a number from {least} to {most}")
        )
        return what.format(least=least, most=most)

    return Kind(read, expected, _number)


def _number(word: str) -> Any:
    for made in (int, float):
        try:
            return made(word)
        except ValueError:
            continue
    return word


def _switch(value: Any) -> bool | None:
    return value if isinstance(value, bool) else None


def _text(value: Any) -> Clean | None:
    return (clean_line(value) or None) if isinstance(value, str) else None


def _vector(value: Any) -> tuple[Clean, ...] | None:
    try:
        words = shlex.split(value) if isinstance(value, str) else value
    except ValueError:  # a quotation mark without its partner
        return None
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        return None
    return tuple(clean(word) for word in words)


def _zone(value: Any) -> Clean | None:
    from zoneinfo import ZoneInfo

    name = _text(value)
    try:
        return Clean(ZoneInfo(name).key) if name else None
    except (KeyError, ValueError, OSError):  # unknown · a path · a folder of zones
        return None


def _folder(value: Any) -> Clean | None:
    path = _text(value)
    return path if path and (path == "~" or path.startswith(("/", "~/"))) else None


SWITCH = Kind(
    _switch, lambda: _("is neither true nor false"), lambda word: {"true": True, "false": False}.get(word, word)
)
TEXT = Kind(_text, lambda: _("is not a text in quotes"))
VECTOR = Kind(_vector, lambda: _("is not a program and its arguments, as a list of texts"))
ZONE = Kind(_zone, lambda: _("is not a time zone, like Asia/Shanghai"))
FOLDER = Kind(_folder, lambda: _("is not a path that begins with / or ~/"))
