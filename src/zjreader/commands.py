"""Words -> a frozen `Command`, for the shell's command line and for the screen's.

The first word chooses the command, and only that command's options are known. Operands and options may be mixed, an
option's value may begin with `-`, no option is abbreviated, `--` ends them. One walk over the words does this;
argparse refuses four of these forms and words its errors in English alone.
"""

import os
from collections.abc import Iterator, Sequence
from functools import reduce
from typing import Any, NamedTuple

from zjreader.errors import UsageError
from zjreader.library.marks import LABEL, PART, READ, STARRED, Action
from zjreader.messages import _
from zjreader.options import ACTIONS, GRAMMARS, HELP, SCREEN, Grammar, Option, nearest
from zjreader.query.fields import Sort
from zjreader.query.language import Parsed, Query, read_query
from zjreader.text.clean import clean_line

_PLAIN = {
    "read": Action(READ, value=True),
    "unread": Action(READ, value=False),
    "star": Action(STARRED, value=True),
    "unstar": Action(STARRED, value=False),
    "part": Action(PART, value=True),
}


class Command(NamedTuple):
    """What a command line asks for; each command heeds what means something to it."""

    name: str
    words: tuple[str, ...] = ()
    expressions: tuple[str, ...] = ()
    literal: bool = False
    sources: tuple[str, ...] = ()
    files_from: str | None = None
    format: str | None = None
    fields: tuple[str, ...] | None = None
    template: str | None = None
    null: bool = False
    full: bool = False
    matches: bool = False
    sort: Sort | None = None
    reverse: bool = False
    limit: int | None = None
    offset: int = 0
    counting: bool = False
    quiet: bool = False
    strict: bool = False
    group: str | None = None
    by: tuple[str, ...] = ()
    zero: bool = False
    views: bool = False
    settings: tuple[str, ...] = ()
    report: str | None = None
    stateless: bool = False
    color: str = "auto"
    width: int | None = None
    header: bool = False
    bom: bool = False
    safe: bool = False
    action: str = ""
    ids: str | None = None
    everything: bool = False
    dry_run: bool = False
    listing: bool = False
    troubled: bool = False
    purge: bool = False
    yes: bool = False
    version: int | None = None
    diff: bool = False
    verify: bool = False

    @property
    def query(self) -> Query:
        """The words and the expressions as one query, over which the options win; raises QueryError."""
        asked = self.parsed.query
        limit = asked.limit if self.limit is None else None
        return asked._replace(sort=self.sort or asked.sort, limit=limit)

    @property
    def parsed(self) -> Parsed:
        """The words and the expressions as they were read, with what is to be said of that; raises QueryError."""
        words, expressions = [_typed(word) for word in self.words], [_typed(text) for text in self.expressions]
        if self.literal:
            return Parsed(Query.literal([*words, *expressions]))
        first, *more = (read_query(text) for text in (" ".join(words), *expressions))
        return reduce(Parsed.both, more, first)

    @property
    def asks(self) -> bool:
        """Whether a query was given at all."""
        return bool(self.words or self.expressions)


def read_command(words: Sequence[str]) -> Command:
    """The command that these words, without the program's name, ask for; without a command's name, the screen."""
    name, rest = (words[0], words[1:]) if words and words[0] in GRAMMARS else (SCREEN, words)
    grammar = GRAMMARS[name]
    asked: dict[str, Any] = {}
    operands: list[str] = []
    for option, value in _walk(grammar, rest):
        if option is None:
            operands.append(value)
            continue
        if option.field == HELP:
            return Command(HELP, (name,))
        given = option.read(value) if option.read else option.constant
        asked[option.field] = (*asked.get(option.field, ()), given) if option.repeated else given
    return _with_operands(Command(name, **asked), grammar, operands)


def read_action(word: str) -> Action:
    """The action that a word names; raises UsageError with the nearest."""
    name, colon, label = word.partition(":")
    if name in {"label", "unlabel"} and colon and clean_line(label):
        return Action(LABEL, name == "label", clean_line(label))
    if word in _PLAIN:
        return _PLAIN[word]
    what = _("is none of {names}").format(names=" ".join(ACTIONS)) + nearest(word, ACTIONS)
    raise UsageError(what, word)


def _typed(word: str) -> str:
    """A word as it was typed, in UTF-8, also where the locale could not say so."""
    return os.fsencode(word).decode("utf-8", "replace")


def _with_operands(command: Command, grammar: Grammar, operands: list[str]) -> Command:
    if command.name == "mark":
        if not operands:
            raise UsageError(_("needs one of {names}").format(names=" ".join(ACTIONS)), command.name)
        command, operands = command._replace(action=operands[0]), operands[1:]
    if operands and not grammar.field:
        raise UsageError(_("takes no words"), command.name)
    filled: dict[str, Any] = {grammar.field: tuple(operands)} if operands else {}
    return command._replace(**filled)


def _walk(grammar: Grammar, words: Sequence[str]) -> Iterator[tuple[Option | None, str]]:
    """Each option with its value, and each operand with None, in their order."""
    long = {f"--{option.name}": option for option in grammar.options}
    short = {f"-{option.short}": option for option in grammar.options if option.short}
    left = iter(words)
    for word in left:
        if word == "--":
            yield from ((None, operand) for operand in left)
        elif word.startswith("--"):
            name, glued, value = word.partition("=")
            option = _known(name, long)
            yield option, _value(option, name, value if glued else None, left)
        elif word.startswith("-") and word != "-":
            yield from _cluster(word, short, left)
        else:
            yield None, word


def _cluster(word: str, short: dict[str, Option], left: Iterator[str]) -> Iterator[tuple[Option, str]]:
    """One-letter options written together; what follows one that takes a value is its value."""
    rest = word[1:]
    while rest:
        name, rest = f"-{rest[0]}", rest[1:]
        option = _known(name, short, word)
        if option.read:
            yield option, _value(option, name, rest or None, left)
            return
        yield option, ""


def _known(name: str, options: dict[str, Option], word: str = "") -> Option:
    if name in options:
        return options[name]
    if word and not word[1].isascii():
        raise UsageError(_("a word that begins with “-” is given as -e '{word}'").format(word=word), word)
    raise UsageError(_("no such option") + nearest(name, list(options)), word or name)


def _value(option: Option, name: str, glued: str | None, left: Iterator[str]) -> str:
    if option.read is None:
        if glued is not None:
            raise UsageError(_("takes no value"), name)
        return ""
    value = glued if glued is not None else next(left, None)
    if value is None:
        raise UsageError(_("needs a value"), name)
    return value
