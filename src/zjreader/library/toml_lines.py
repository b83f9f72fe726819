"""TOML in which every value knows its line and a line that cannot be read costs only itself.

`tomllib` gives no lines and stops at the first error; so keys are looked for as people write them, one a line, and
what it stopped at is left out for the next attempt.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

MOST_BROKEN = 20
"""Attempts at a file; one with more broken lines than this is no TOML."""

_PLACE = re.compile(r"\(at line ([0-9]+), column [0-9]+\)")
_HEADER = re.compile(r"\s*\[+([^\]]*)\]")
_KEY = re.compile(r"""\s*((?:[^\s="'#]|"[^"]*"|'[^']*')(?:[^="'#]|"[^"]*"|'[^']*')*)=""")
_DRESS = re.compile(r"""["'\s]""")


class Value(NamedTuple):
    """A value under its whole dotted name; no line where it stands within another."""

    key: str
    value: Any
    line: int | None


def read(text: str) -> tuple[tuple[Value, ...], tuple[int, ...]]:
    """The values in the order of their lines, and the lines that cannot be read.

    Where dots are both written within quotes and without, `"a.b"` comes behind `a.b`.
    """
    tables, broken = _parsed(text.replace("\r\n", "\n").split("\n"))
    lines = dict(_keys(text.split("\n")))
    values = [Value(key, value, _line(lines, key)) for key, value in _leaves(tables)]
    values.sort(key=lambda value: (value.line or 0, value.key))
    return tuple(values), tuple(sorted(set(broken)))


def _parsed(lines: list[str]) -> tuple[dict[str, Any], list[int]]:
    import tomllib

    broken: list[int] = []
    while len(broken) <= MOST_BROKEN:
        try:
            return tomllib.loads("\n".join(lines)), broken
        except (ValueError, RecursionError) as error:  # TOMLDecodeError, and an integer of 5,000 digits
            first, last = _stretch(lines, str(error))
            broken.append(last)
            lines = [*lines[: first - 1], *[""] * (last - first + 1), *lines[last:]]
    return {}, broken


def _stretch(lines: list[str], said: str) -> tuple[int, int]:
    """The first and the last line of what cannot be read; of a text without an end, the line that begins it."""
    place = _PLACE.search(said)
    last = int(place[1]) if place else len(lines)
    first = _statement(lines[:last])
    return first, last if place else first


def _statement(lines: list[str]) -> int:
    """The line, from 1, on which the statement begins that makes these lines unreadable."""
    import tomllib

    for count in range(len(lines) - 1, 0, -1):
        try:
            tomllib.loads("\n".join(lines[:count]))
        except (ValueError, RecursionError):
            continue
        return count + 1
    return 1


def _leaves(tables: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Every value that is no table, what lies deeper first."""
    left, found = [("", tables)], []
    while left:
        prefix, table = left.pop()
        for name, value in table.items():
            if isinstance(value, dict):
                left.append((f"{prefix}{name}.", value))
            else:
                found.append((prefix + name, value))
    yield from reversed(found)


def _keys(lines: list[str]) -> Iterator[tuple[str, int]]:
    section = ""
    for number, line in enumerate(lines, 1):
        if header := _HEADER.match(line):
            section = _DRESS.sub("", header[1]) + "."
        elif key := _KEY.match(line):
            yield section + _DRESS.sub("", key[1]), number


def _line(lines: dict[str, int], key: str) -> int | None:
    """Where a key stands, or the inline table around it."""
    while key not in lines and "." in key:
        key = key.rpartition(".")[0]
    return lines.get(key)
