"""Which keys are in force: the table, a profile over it, and what a person moved by the names of the acts.

Promises that no two acts of one place share a key. A wish that cannot be met becomes a `Problem` and the rest holds.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from textual.keys import Keys

from zjreader.article import Problem
from zjreader.messages import _
from zjreader.text.clean import Clean, clean_line
from zjreader.tui.key import SIGNS, Key, name_of
from zjreader.tui.keys import PLACES

Moved = Mapping[str, str]
"""Keys by the ids of the acts that they have been given to, as Textual writes them."""

NEWSBOAT: Moved = {
    "move.first": "home",
    "move.last": "end",
    "move.page_up": "b,pageup",
    "list.open": "enter",
    "pane.back": "h,left",
    "unread.previous": "p",
    "query.enter": "slash,F",
    "pane.leave": "escape,ctrl+f",
    "mark.read": "N",
}
"""newsboat's own keys for acts that both have; `q`, `n`, `J`, `K`, `?`, space and tab are the same anyway."""

PROFILES: Mapping[str, Moved] = {"vim": {}, "newsboat": NEWSBOAT}

_ACTS = {key.id: key for place in PLACES for key in place}
_NAMED = {key.value for key in Keys if not key.value.startswith("<")}
_HELD = {"ctrl", "alt", "shift", "super"}


class Keymap(NamedTuple):
    """The acts that have other keys than the table gives them, and what could not be done."""

    moved: Moved
    problems: tuple[Problem, ...] = ()

    def of(self, keys: Iterable[Key]) -> tuple[Key, ...]:
        """These acts with the keys that are in force."""
        return tuple(key._replace(keys=self.moved.get(key.id, key.keys)) for key in keys)

    def first(self, act: str) -> str:
        """The key to remember for an act, as it is printed."""
        return self.of([_ACTS[act]])[0].shown[0]

    def hint(self, *acts: str) -> Clean:
        """The keys to remember for these acts with what they do in a word, for the edge of a frame.

        Blanks part them: a dot is two cells wide in some terminals.
        """
        return Clean("  ".join(clean_line(f"{self.first(act)} {_(_ACTS[act].says)}") for act in acts))


AS_WRITTEN = Keymap({})


def keymap(profile: Literal["vim", "newsboat"], moved: Iterable[tuple[Clean, Clean]]) -> Keymap:
    """The profile's keys, then the wishes `(act, keys)`, all of them at once; keys are parted by blanks or commas."""
    wishes: dict[str, str] = {}
    problems: list[Problem] = []
    for act, keys in moved:
        unknown = [key for key in _parted(keys) if not _is_key(key)]
        if act not in _ACTS:
            problems.append(_problem(act, _("no act has this name")))
        elif unknown or not _parted(keys):
            problems.append(_problem(act, _("no such key: {key}").format(key=" ".join(unknown))))
        else:
            wishes[act] = ",".join(map(_named, _parted(keys)))
    while clash := next(_clashes(PROFILES[profile], wishes), None):
        wish, other, key = clash
        del wishes[wish]
        problems.append(_problem(wish, _("{key} is already the key of {other}").format(key=key, other=other)))
    return Keymap({**PROFILES[profile], **wishes}, tuple(problems))


def _clashes(profile: Moved, wishes: Moved) -> Iterator[tuple[str, str, str]]:
    """Wishes that want a key which another act of the same place has: the newest wish, the other act, the key."""
    order = [*_ACTS, *wishes]
    force = Keymap({**profile, **wishes})
    for place in PLACES:
        owners: dict[str, Key] = {}
        for act in sorted(force.of(place), key=lambda act: max(at for at, each in enumerate(order) if each == act.id)):
            for key in act.keys.split(","):
                if act.id in wishes and key in owners:
                    yield act.id, owners[key].id, act._replace(keys=key).shown[0]
                owners.setdefault(key, act)


def _parted(keys: str) -> list[str]:
    return [keys] if keys == "," else keys.replace(",", " ").split()


def _named(key: str) -> str:
    """The key under Textual's name; people may write signs as they are printed."""
    *held, last = key.rsplit("+", 1) if len(key) > 1 else [key]
    return "+".join([*held, name_of(last) if len(last) == 1 else last])


def _is_key(key: str) -> bool:
    name = _named(key)
    *held, last = name.split("+")
    plain = last in SIGNS or (len(last) == 1 and last.isascii() and last.isalnum())
    return name in _NAMED or (_HELD.issuperset(held) and (last in _NAMED or plain))


def _problem(act: str, what: str) -> Problem:
    return Problem(clean_line(f"keys.{act}"), clean_line(what))
