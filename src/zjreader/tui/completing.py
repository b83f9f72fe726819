"""What an answer that is being typed is likely to become: a file's name, or one of a few lines."""

import asyncio
import os
from pathlib import Path

from textual.suggester import Suggester

from zjreader.text.clean import clean_line


class FileNames(Suggester):
    """Completes names of files and folders; a folder is read off the loop, for it may lie on a network."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """The first name that goes on so."""
        return await asyncio.to_thread(completed_path, value)


def completed_path(typed: str) -> str | None:
    """The first name, in order, that begins as typed, with `/` behind a folder's; None where none does.

    Names that a gate would change are never suggested: they could not be typed back.
    """
    folder, slash, begun = typed.rpartition("/")
    if not begun:
        return None
    try:
        with os.scandir(Path(folder + slash or ".").expanduser()) as entries:
            names = sorted(entry.name + "/" * entry.is_dir() for entry in entries if entry.name.startswith(begun))
    except (OSError, RuntimeError):  # no such folder · no such person's home
        return None
    return next((folder + slash + name for name in names if clean_line(name) == name), None)
