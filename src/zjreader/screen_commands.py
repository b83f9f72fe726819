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
from zjreader.query.signs import quotation
from zjreader.saving import format_of
from zjreader.text.clean import Clean

ORDERS: Final = ("published", "title", "publisher", "read")
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


def completions(labels: Iterable[Clean], views: Iterable[Clean] = ()) -> Iterator[str]:
    """Lines that can be meant, the likelier first; `labels` are those that were given before, `views` saved queries."""
    yield from _READERS
    yield from (f"mark {action}" for action in ACTIONS if ":" not in action)
    yield from (f"mark {act}:{label}" for label in labels for act in ("label", "unlabel"))
    yield from (f"sort {order}" for order in ORDERS)
    yield from (f"{act} {name}" for name in views for act in ("view", "views remove"))


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


def _view(name: str, rest: str) -> Command:
    if not rest:
        raise UsageError(_("needs the name of a saved query"), name)
    return Command(name, (rest,))


def _views(name: str, rest: str) -> Command:
    """Nothing, `set NAME QUERY` or `remove NAME`; a name with blanks stands in quotes before a query."""
    act, _blank, operand = rest.partition(" ")
    operand = operand.strip()
    if not act:
        return Command(name)
    if act == "remove" and operand:
        return Command(name, (act, operand))
    quoted = quotation(operand, 0, len(operand)) if operand else None
    called, query = (quoted.text, operand[quoted.stop :]) if quoted else operand.partition(" ")[::2]
    if act != "set" or not query.strip():
        raise UsageError(_("usage: {command}").format(command="views [set NAME QUERY | remove NAME]"), name)
    return Command(name, (act, called, query.strip()))


_READERS: Final[dict[str, Callable[[str, str], Command]]] = {
    "quit": _alone,
    "write": _write,
    "pipe": _pipe,
    "list": _list,
    "mark": _mark,
    "undo": _alone,
    "sort": _sort,
    "view": _view,
    "views": _views,
    "sources": _alone,
    "update": _alone,
    "fetch": _alone,
    "help": _alone,
}
