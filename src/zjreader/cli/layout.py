"""How what is printed shall be laid out: by the options, else as the settings and the terminal want it."""

from zjreader.cli.process import Process
from zjreader.commands import Command
from zjreader.formats.fields import checked
from zjreader.formats.row import Layout
from zjreader.library.resume import NOWHERE, load
from zjreader.page_style import measure_of, style_of
from zjreader.tui.ambiguous import Width, terminal_name, width_at_start


def layout_of(command: Command, process: Process) -> Layout:
    """The layout that a command asks for."""
    group = checked(command.group) if command.group else None
    return Layout(
        fields=command.fields,
        full=command.full,
        matches=command.matches,
        header=command.header,
        bom=command.bom,
        safe=command.safe,
        null=command.null,
        color=_colored(command, process),
        width=command.width or _columns(process),
        measure=measure_of(process.settings),
        style=style_of(process.settings._replace(ambiguous_width=_ambiguous(process))),
        group=group,
        template=command.template or "",
        zone=process.zone,
    )


def _columns(process: Process) -> int:
    import shutil

    named = process.environ.get("COLUMNS", "")
    return int(named) if named.isdecimal() and int(named) else shutil.get_terminal_size().columns


def _ambiguous(process: Process) -> Width:
    """As set; else, on a terminal, as the screen found it to draw; else 1."""
    asked = process.settings.ambiguous_width
    known = load(process.paths.local, NOWHERE.about).widths if asked == "auto" and process.stdout.isatty() else ()
    return width_at_start(asked, terminal_name(process.environ), known)


def _colored(command: Command, process: Process) -> bool:
    """By option; else by NO_COLOR (where it says something), CLICOLOR_FORCE and FORCE_COLOR; else on a terminal."""
    if command.color != "auto":
        return command.color == "always"
    asked = process.environ.get
    if asked("NO_COLOR"):
        return False
    forced = any(asked(name, "0") not in {"", "0"} for name in ("CLICOLOR_FORCE", "FORCE_COLOR"))
    return forced or (process.stdout.isatty() and asked("TERM") != "dumb")
