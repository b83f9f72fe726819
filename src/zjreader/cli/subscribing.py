"""`sources` and `remove`: what the library reads from, what is said of it, and what it shall read no longer."""

import shlex
from collections.abc import Iterable, Sequence

from zjreader.cli.aligned import print_rows
from zjreader.cli.process import Process
from zjreader.commands import Command
from zjreader.errors import ExitCode, MissingError, UsageError
from zjreader.keeping import Keeper
from zjreader.library.journal import Journal
from zjreader.messages import _, _n
from zjreader.options import nearest
from zjreader.sources import named
from zjreader.sources.settings import words_of
from zjreader.subscriptions import Subscription, subscriptions
from zjreader.text.clean import Clean, clean_line
from zjreader.text.secrets import masked
from zjreader.upkeep import bring_up

_SET = "set"
_YES = frozenset({"y", "yes", "是"})


def run_sources(command: Command, process: Process) -> int:
    """List the sources, or those with a problem; `set` says something else of one."""
    journal = Journal.open(process.paths, process.now)
    if command.words:
        return _set(command.words, Keeper(process.paths, journal), process)
    listed = [each for each in subscriptions(process.paths, journal) if each.problem or not command.troubled]
    print_rows(process, map(_row, listed), tuple(map(clean_line, _names())) if listed else ())
    return ExitCode.FOUND if listed else ExitCode.NOTHING


def run_remove(command: Command, process: Process) -> int:
    """Read a source no longer; with `--purge` delete what it alone brought, too, when that is wanted."""
    if len(command.words) != 1:
        raise UsageError(_("usage: {command}").format(command="remove SOURCE [--purge [--yes]]"), command.name)
    journal = Journal.open(process.paths, process.now)
    keeper, address = Keeper(process.paths, journal), address_of(command.words[0], process, journal)
    count = keeper.purgeable(address) if command.purge else 0
    if count and not (command.yes or _agreed(count, address, process)):
        return ExitCode.NOTHING
    try:
        keeper.remove(address)
    except MissingError:
        if not count:
            raise
    if command.purge:
        count = keeper.purge(address)
        process.say(_n("{count} article deleted", "{count} articles deleted", count))
    bring_up(process.paths)
    return ExitCode.FOUND


def address_of(word: str, process: Process, journal: Journal) -> Clean:
    """The address of a source as a person names it: by its address, whole or as it is shown, its path, or its name.

    A name that a person gave goes before the one that a source has of itself; of what several are called none is meant.
    """
    shown = clean_line(word)
    listed = subscriptions(process.paths, journal)
    meant = [each for each in listed if shown in {each.source.address, masked(each.source.address)}]
    if not meant and not named.is_source(word):
        meant = [each for each in listed if each.settings.name == shown]
        meant = meant or [each for each in listed if each.title == shown]
    return meant[0].source.address if len(meant) == 1 else named.address_of(word)


def _set(words: Sequence[str], keeper: Keeper, process: Process) -> ExitCode:
    act, *rest = words
    if act != _SET:
        raise UsageError(_("is none of {names}").format(names=_SET) + nearest(act, [_SET]), act)
    source, *said = rest or [""]
    if not said:
        raise UsageError(_("usage: {command}").format(command="sources set SOURCE KEY=VALUE …"), "sources set")
    keeper.tell(address_of(source, process, Journal.open(process.paths, process.now)), said)
    return ExitCode.FOUND


def _names() -> Iterable[str]:
    return (
        _("source"),
        _("name"),
        _("articles"),
        _("full texts"),
        _("last read"),
        _("problem"),
        _("device"),
        _("settings"),
    )


def _row(listed: Subscription) -> tuple[Clean, ...]:
    source, settings = listed.source, listed.settings
    said = shlex.join(words_of(settings._replace(name=None)))
    counts = clean_line(str(listed.articles)), clean_line(str(listed.full))
    read_at, problem = source.read_at or Clean(""), listed.problem or Clean("")
    told = read_at, problem, listed.device or Clean(""), clean_line(said)
    return masked(source.address), listed.name or Clean(""), *counts, *told


def _agreed(count: int, address: Clean, process: Process) -> bool:
    """Whether the person at the terminal says yes to the number; raises UsageError where nobody can be asked."""
    if not (process.stdin.isatty() and process.stderr.isatty()):
        raise UsageError(_("deletes articles, and there is no terminal to ask on: --yes says so"), "remove --purge")
    question = _n("delete {count} article of {{source}}?", "delete {count} articles of {{source}}?", count)
    process.stderr.write(f"{question.format(source=masked(address))} [y/N] ".encode())
    process.stderr.flush()
    return process.stdin.readline().decode("utf-8", "replace").strip().lower() in _YES
