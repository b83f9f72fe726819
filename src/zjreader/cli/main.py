"""Words in, exit code out: reads the command line, runs the command, and turns whatever goes wrong into one line."""

import os
import sys
from collections.abc import Callable, Sequence

from zjreader.cli.process import Process, this_process, with_settings
from zjreader.commands import Command, read_command
from zjreader.errors import ExitCode, UsageError, ZjreaderError
from zjreader.messages import _
from zjreader.options import HELP, SCREEN


def main(words: Sequence[str] | None = None, process: Process | None = None) -> int:
    """Run zjreader on these words (the process's own, without the program's name); gives the exit code."""
    process = process or this_process()
    try:
        command = read_command(sys.argv[1:] if words is None else words)
        process = with_settings(process)
        return RUN[command.name](command, process)
    except ZjreaderError as error:
        return process.fail(error)
    except BrokenPipeError:
        _forget_stdout()
        return ExitCode.CLOSED_PIPE
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except OSError as error:
        process.say(_("output could not be written: {why}").format(why=error.strerror or error))
        _forget_stdout()
        return ExitCode.UNSAVED
    except Exception as error:  # noqa: BLE001 -- the edge: a bug becomes one line and a report
        from zjreader.cli.bug import report

        return report(error, process)


def _screen(command: Command, process: Process) -> int:
    from zjreader.cli import screen

    return screen.run(command, process)


def _help(command: Command, process: Process) -> int:
    from zjreader.cli import usage

    return usage.run(command, process)


def _list(command: Command, process: Process) -> int:
    from zjreader.cli import listing

    return listing.run_list(command, process)


def _guide(command: Command, process: Process) -> int:
    from zjreader.cli import listing

    return listing.run_guide(command, process)


def _count(command: Command, process: Process) -> int:
    from zjreader.cli import counting

    return counting.run_count(command, process)


def _explain(command: Command, process: Process) -> int:
    from zjreader.cli import explaining

    return explaining.run_explain(command, process)


def _mark(command: Command, process: Process) -> int:
    from zjreader.cli import marking

    return marking.run_mark(command, process)


def _undo(command: Command, process: Process) -> int:
    from zjreader.cli import marking

    return marking.run_undo(command, process)


def _config(command: Command, process: Process) -> int:
    from zjreader.cli import configuring

    return configuring.run_config(command, process)


def _add(command: Command, process: Process) -> int:
    from zjreader.cli import adding

    return adding.run_add(command, process)


def _update(command: Command, process: Process) -> int:
    from zjreader.cli import adding

    return adding.run_update(command, process)


def _fetch(command: Command, process: Process) -> int:
    from zjreader.cli import fetching

    return fetching.run_fetch(command, process)


def _sources(command: Command, process: Process) -> int:
    from zjreader.cli import subscribing

    return subscribing.run_sources(command, process)


def _remove(command: Command, process: Process) -> int:
    from zjreader.cli import subscribing

    return subscribing.run_remove(command, process)


def _import(command: Command, process: Process) -> int:
    from zjreader.cli import exchanging

    return exchanging.run_import(command, process)


def _export(command: Command, process: Process) -> int:
    from zjreader.cli import exchanging

    return exchanging.run_export(command, process)


def _views(command: Command, process: Process) -> int:
    from zjreader.cli import viewing

    return viewing.run_views(command, process)


def _doctor(command: Command, process: Process) -> int:
    from zjreader.cli import doctoring, examining

    if not command.words:
        return doctoring.run_doctor(command, process)
    if command.words[0] != "page":
        raise UsageError(_("is none of {names}").format(names="page"), command.words[0])
    return examining.run_page(command, process)


def _show(command: Command, process: Process) -> int:
    if not command.diff:
        from zjreader.cli import listing

        return listing.run_show(command, process)
    from zjreader.cli import comparing

    return comparing.run_diff(command, process)


def _forget_stdout() -> None:
    """Leave nothing for the interpreter to flush into a pipe that is closed, or onto a disk that is full."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    os.close(null)


RUN: dict[str, Callable[[Command, Process], int]] = {
    SCREEN: _screen,
    HELP: _help,
    "list": _list,
    "show": _show,
    "count": _count,
    "explain": _explain,
    "add": _add,
    "update": _update,
    "fetch": _fetch,
    "sources": _sources,
    "remove": _remove,
    "import": _import,
    "export": _export,
    "doctor": _doctor,
    "guide": _guide,
    "mark": _mark,
    "undo": _undo,
    "views": _views,
    "config": _config,
}
