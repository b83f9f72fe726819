"""The commands of the screen's `:` -> the same `Command` that the shell's command line becomes.

A name, then everything else as one operand: a command to pipe to keeps its own options. What only a shell can do is
refused by name.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from zjreader.commands import Command, read_action
from zjreader.errors import UsageError
from zjreader.launch import vector_of
from zjreader.messages import _
from zjreader.options import ACTIONS, GRAMMARS, nearest
from zjreader.query.language import Query
from zjreader.saving import format_of
from zjreader.text.clean import Clean

ORDERS: Final = ("published", "title", "publisher")
"""What the list is sorted by."""

_SHORT: Final = {"q": "quit", "w": "write", "|": "pipe", "/": "list", "u": "undo", "h": "help"}
_SIGNS: Final = ("|", "/")
"""Names that need no blank behind them."""


def read_screen_command(text: str) -> Command:
    """The command that a line asks for; raises UsageError, for a query that cannot be read QueryError."""
    text = text.strip()
    head, _blank, rest = (text[0], "", text[1:]) if text.startswith(_SIGNS) else text.partition(" ")
    name = _SHORT.get(head, head)
    if name in _READERS:
        return _READERS[name](name, rest.strip())
    if name in GRAMMARS:
        raise UsageError(_("is for the shell; here there are {names}").format(names=" ".join(_READERS)), head)
    raise UsageError(_("no such command") + nearest(head, list(_READERS)), head)


def completions(labels: Iterable[Clean]) -> Iterator[str]:
    """Lines that can be meant, the likelier first; `labels` are those that were given before."""
    yield from _READERS
    yield from (f"mark {action}" for action in ACTIONS if ":" not in action)
    yield from (f"mark {act}:{label}" for label in labels for act in ("label", "unlabel"))
    yield from (f"sort {order}" for order in ORDERS)


def _alone(name: str, rest: str) -> Command:
    if rest:
        raise UsageError(_("takes no words"), name)
    return Command(name)


def _write(name: str, rest: str) -> Command:
    if rest:
        format_of(Path(rest))
    return Command(name, (rest,) if rest else ())


def _pipe(name: str, rest: str) -> Command:
    if rest:
        vector_of(rest)
    return Command(name, (rest,) if rest else ())


def _mark(name: str, rest: str) -> Command:
    if not rest:
        raise UsageError(_("needs one of {names}").format(names=" ".join(ACTIONS)), name)
    read_action(rest)
    return Command(name, action=rest)


def _sort(name: str, rest: str) -> Command:
    order = next((each for each in ORDERS if each == rest), None)
    if order is None:
        raise UsageError(_("needs one of {names}").format(names=" ".join(ORDERS)), name)
    return Command(name, sort=order)


def _list(name: str, rest: str) -> Command:
    Query.parse(rest)
    return Command(name, (rest,) if rest else ())


_READERS: Final[dict[str, Callable[[str, str], Command]]] = {
    "quit": _alone,
    "write": _write,
    "pipe": _pipe,
    "list": _list,
    "mark": _mark,
    "undo": _alone,
    "sort": _sort,
    "help": _alone,
}
