"""A key as the table has it: its id, so that settings can move it, what it does, and where its foot line shows it.

What a key does is kept as an English message and translated where it is shown, because bindings are made when a class
is.
"""

import unicodedata
from collections.abc import Iterable
from string import ascii_letters
from typing import Literal, NamedTuple

from textual.binding import Binding
from textual.keys import KEY_NAME_REPLACEMENTS

Pane = Literal["filter", "counts", "timeline", "list", "article"]


class Key(NamedTuple):
    """What one act is called, which keys do it (Textual's names), what it does in a word and in a sentence.

    At the foot of the screen it is shown in `panes`.
    """

    id: str
    keys: str
    action: str
    says: str
    tells: str
    panes: tuple[Pane, ...] = ()

    @property
    def shown(self) -> tuple[str, ...]:
        """The keys as printed on a keyboard, the first the one to remember."""
        return tuple(_PRINTED.get(key, key.replace("+", "-")) for key in self.keys.split(","))


def name_of(character: str) -> str:
    """What Textual calls the key of a printable character: `/` is slash, `J` is J."""
    if character.isalnum():
        return character
    name = unicodedata.name(character).lower().replace(" ", "_").replace("-", "_")
    return KEY_NAME_REPLACEMENTS.get(name, name)


SIGNS = {name_of(sign): sign for sign in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"}
"""The keys that print a sign, by Textual's names."""

_PRINTED = SIGNS | {"escape": "esc", "pagedown": "pgdn", "pageup": "pgup"}

TAKEN = (*ascii_letters, "escape", "enter", "space", "up", "down")
"""The keys that can be waited for."""


def taken() -> list[Binding]:
    """The keys that reach the screen as themselves while it waits for one; at other times these do nothing."""
    return [Binding(key, f"screen.taken('{key}')", show=False) for key in TAKEN]


def bindings(*groups: Iterable[Key]) -> list[Binding]:
    """The keys as Textual wants them; `q` and the like never act while a text is being typed."""
    return [
        Binding(key.keys, key.action, key.says, show=False, tooltip=key.tells, id=key.id)
        for group in groups
        for key in group
    ]
