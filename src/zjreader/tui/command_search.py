"""Commands found by what is typed: Chinese, pinyin initials and English, letters in their order but not side by side.

A character of a name is matched by itself or by an initial of its pinyin, so 下yp finds 下一篇 too. What stands side by
side comes before what is scattered, a command's name before its sentence.
"""

from collections.abc import Iterable
from typing import NamedTuple

from zjreader.messages import _, in_chinese
from zjreader.text.fold import fold
from zjreader.text.pinyin import initials
from zjreader.tui.key import Key

MOST_SCATTERED = 2
"""Characters passed over for each that matches; beyond that, a long sentence would match anything."""


class Rank(NamedTuple):
    """How well something matches: less is better, field by field."""

    scattered: bool
    name: int
    passed_over: int
    start: int


def find(typed: str, keys: Iterable[Key]) -> tuple[Key, ...]:
    """The commands that match, the best first; all of them, in their order, where nothing is typed."""
    wanted = "".join(fold(typed).split())
    ranked = [(rank, key) for key in keys if (rank := _rank(wanted, key))]
    return tuple(key for _rank, key in sorted(ranked, key=lambda pair: pair[0]))


def _rank(wanted: str, key: Key) -> Rank | None:
    names = (_(key.says), in_chinese(key.says), key.says, key.id, _(key.tells), in_chinese(key.tells), key.tells)
    ranks = [rank for number, name in enumerate(names) if (rank := _match(wanted, name, number))]
    return min(ranks, default=None)


def _match(wanted: str, name: str, number: int) -> Rank | None:
    """The closest run of the name's characters that spells what is wanted."""
    spelled = [character + initials(character) for character in fold(name)]
    ranks = []
    for start in range(len(spelled)):
        stop = _spelled_from(wanted, spelled, start)
        passed_over = stop - start - len(wanted)
        if stop and passed_over <= MOST_SCATTERED * len(wanted):
            ranks.append(Rank(passed_over > 0, number, passed_over, start))
    return min(ranks, default=None)


def _spelled_from(wanted: str, spelled: list[str], start: int) -> int:
    """Where the run that begins here ends; 0 where none does."""
    at = start
    for number, character in enumerate(wanted):
        while at < len(spelled) and number and character not in spelled[at]:
            at += 1
        if at == len(spelled) or character not in spelled[at]:
            return 0
        at += 1
    return max(at, 1)
