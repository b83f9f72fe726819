"""The desktop's clipboard, by the program that the desktop has for it.

Programs get the text on their standard input and are started by argument vector, never through a shell.
"""

import shutil
import subprocess
from collections.abc import Mapping
from typing import Final

from zjreader.text.clean import Clean

_PROGRAMS: Final = (
    ("WAYLAND_DISPLAY", ("wl-copy",)),
    ("DISPLAY", ("xclip", "-selection", "clipboard")),
    (None, ("pbcopy",)),
)
"""Each with the variable without which it has no clipboard to write to."""

_PATIENCE: Final = 2.0
"""Seconds for a program to take the text; they all go on in the background."""


def clipboard_program(environ: Mapping[str, str]) -> tuple[str, ...] | None:
    """The argument vector of the first program that is installed and has a desktop to work on."""
    for variable, (name, *options) in _PROGRAMS:
        path = shutil.which(name, path=environ.get("PATH"))
        if path and (variable is None or environ.get(variable)):
            return (path, *options)
    return None


def copy_by_program(text: Clean, environ: Mapping[str, str]) -> Clean | None:
    """Copy a text; gives the program's name, or None where there is none or it failed."""
    command = clipboard_program(environ)
    if not command:
        return None
    try:
        subprocess.run(
            command,
            input=text.encode(),
            env=environ,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return Clean(command[0].rpartition("/")[2])
