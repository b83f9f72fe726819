"""A bug of ours becomes one line and a report: which calls led to which kind of error, and none of the user's texts."""

import os
import traceback
from pathlib import Path

from zjreader import __version__
from zjreader.cli.process import Process
from zjreader.errors import ExitCode
from zjreader.library.durable import make_folder
from zjreader.messages import _
from zjreader.text.clean import clean


def report(error: Exception, process: Process) -> ExitCode:
    """Write the report beside this device's facts, readable by its owner alone, and say where it is."""
    folder = process.paths.local
    path = folder / f"bug-{process.now():%Y%m%d-%H%M%S}.txt"
    try:
        make_folder(folder)
        _write(path, _text(error))
    except OSError:
        process.say(_("a bug in zjreader: {error}; no report could be written").format(error=_kind(error)))
    else:
        process.say(_("a bug in zjreader: {error}; a report is in {path}").format(error=_kind(error), path=path))
    return ExitCode.BUG


def _kind(error: Exception) -> str:
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} ({Path(last.filename).name}:{last.lineno})"


def _text(error: Exception) -> str:
    """The calls that led to the error, without their values, which may hold articles and addresses."""
    calls = (
        f"{Path(call.filename).name}:{call.lineno} {call.name}" for call in traceback.extract_tb(error.__traceback__)
    )
    return clean("\n".join((f"zjreader {__version__}", type(error).__name__, *calls, "")))


def _write(path: Path, text: str) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
