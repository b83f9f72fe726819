"""`mark` and `undo`: what a person does to articles, from the shell."""

from collections.abc import Iterable
from datetime import datetime, tzinfo

from zjreader.cli.process import LoadReport, Process
from zjreader.cli.selection import names_in, offer_of, opened, query_of, said_of, sources_of
from zjreader.commands import Command, read_action
from zjreader.corpus.positions import Positions
from zjreader.errors import ExitCode, UsageError
from zjreader.library.marks import Action
from zjreader.messages import _, _n
from zjreader.reader import Reader

_LAST_MS = 253_000_000_000_000
"""In the year 9987, the last safe one in any zone."""


def run_mark(command: Command, process: Process) -> int:
    """Mark what was asked for; says how many articles that changed."""
    action = read_action(command.action)
    if not (command.asks or command.ids or command.everything):
        raise UsageError(_("needs a query, --ids FILE or --all"), f"mark {command.action}")
    query = query_of(command, process)
    sources = sources_of(command, process)
    report = LoadReport(process, len(sources))
    reader = opened(sources, process, report)
    hits = said_of(reader.search(query), process).hits
    if not hits:
        offer_of(query, process)
    if command.ids:
        hits &= Positions(reader.read(identity) for identity in names_in(command.ids, process))
    process.say(_marked(reader, action, hits, dry_run=command.dry_run))
    return report.close(found=bool(len(hits)), strict=command.strict)


def run_undo(command: Command, process: Process) -> int:
    """Take back this device's newest act, or list what could be taken back."""
    reader = Reader.open(process.paths, (), process.now)
    if command.listing:
        acts = list(reader.acts())
        process.write(f"{_time(act.ms, process.zone)}\t{act.said}\n" for act in acts)
        return ExitCode.FOUND if acts else ExitCode.NOTHING
    act = reader.undo()
    if act is None:
        process.say(_("nothing to take back"))
        return ExitCode.NOTHING
    process.write([_("taken back: {what}").format(what=act.said) + "\n"])
    return ExitCode.FOUND


def _time(ms: int, zone: tzinfo | None) -> str:
    """A journal's time; a synced journal is a foreign file, whose times may lie beyond the calendar."""
    ms = min(ms, _LAST_MS)
    return datetime.fromtimestamp(ms / 1000).astimezone(zone).isoformat(" ", "minutes")


def _marked(reader: Reader, action: Action, hits: Iterable[int], *, dry_run: bool) -> str:
    if dry_run:
        changed = sum(len(entry.ids) for entry in reader.planned(action, hits))
        return _n("{count} article would change", "{count} articles would change", changed)
    changed = reader.mark(action, hits).changed
    reader.keep_states()
    return _n("{count} article changed", "{count} articles changed", changed)
