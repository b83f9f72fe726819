"""`config`: the settings shown, changed and opened in an editor."""

from zjreader import launch
from zjreader.cli.process import Process, settings_path, told
from zjreader.commands import Command
from zjreader.errors import ExitCode, UnsavedError, UsageError
from zjreader.library import settings_file
from zjreader.library.durable import make_folder, replace
from zjreader.messages import _
from zjreader.options import nearest

_ACTS = {"get": ("KEY",), "set": ("KEY", "VALUE"), "edit": (), "path": ()}


def run_config(command: Command, process: Process) -> int:
    """Show all settings, or do what the first word says."""
    if not command.words:
        process.write([settings_file.document(process.settings)])
        return ExitCode.FOUND
    act, *words = command.words
    if act not in _ACTS:
        raise UsageError(_("is none of {names}").format(names=" ".join(_ACTS)) + nearest(act, list(_ACTS)), act)
    if len(words) != len(_ACTS[act]):
        raise UsageError(_("usage: {command}").format(command=" ".join((act, *_ACTS[act]))), f"config {act}")
    if act == "get":
        return _get(words[0], process)
    if act == "set":
        return _set(words[0], words[1], process)
    if act == "edit":
        return _edit(process)
    process.write([f"{settings_path(process)}\n"])
    return ExitCode.FOUND


def _get(key: str, process: Process) -> ExitCode:
    value = settings_file.get_value(process.settings, key)
    if value is None:
        return ExitCode.NOTHING
    process.write([f"{value}\n"])
    return ExitCode.FOUND


def _set(key: str, value: str, process: Process) -> ExitCode:
    path = settings_path(process)
    try:
        settings_file.set_value(path, key, value)
    except OSError as error:
        raise _unsaved(error, process) from error
    return ExitCode.FOUND


def _edit(process: Process) -> ExitCode:
    """Open the file, made with all settings explained if there is none, and say what is wrong with it afterwards."""
    path = settings_path(process)
    try:
        if not path.exists():
            make_folder(path.parent)
            replace(path, settings_file.document(template=True).encode())
    except OSError as error:
        raise _unsaved(error, process) from error
    if code := launch.edit(path, process.environ):
        raise UsageError(_("the editor ended with code {code}").format(code=code), str(path))
    _settings, problems = settings_file.load(path)
    for problem in problems:
        process.say(told(problem))
    return ExitCode.USAGE if problems else ExitCode.FOUND


def _unsaved(error: OSError, process: Process) -> UnsavedError:
    return UnsavedError(_("not saved: {why}").format(why=error.strerror or error), str(settings_path(process)))
