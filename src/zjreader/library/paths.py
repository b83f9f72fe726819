"""Where zjreader keeps what: pure, nothing is made.

`ZJREADER_HOME` puts everything under one folder; `ZJREADER_STATE`, else the setting `state_dir`, moves the part that is
worth syncing. Else the system's places, with `XDG_*` honoured on macOS too; a relative one is ignored, as the XDG
specification asks. What is bound to this device (`local`) never lies in the state folder: a synced device name would be
two devices' name.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

APP = "zjreader"


class Paths(NamedTuple):
    """Settings · journals and word lists, worth syncing · this device's own facts · the library · what can go."""

    config: Path
    state: Path
    local: Path
    data: Path
    cache: Path

    @property
    def library(self) -> Path:
        """The file of the articles that were added for good."""
        return self.data / "library.db"

    @property
    def image(self) -> Path:
        """The folder of what the library is searched by: made from it, and made again where it is missing."""
        return self.cache / "image"


def find(environ: Mapping[str, str], state_dir: str | None = None) -> Paths:
    """The folders that the environment asks for, else the setting `state_dir`; none of them need exist."""
    home = environ.get("ZJREADER_HOME")
    paths = under(Path(home)) if home else _of_the_system(environ)
    state = environ.get("ZJREADER_STATE") or _at_home(state_dir or "", environ)
    return paths._replace(state=Path(os.path.abspath(state))) if state else paths  # noqa: PTH100 -- `..` folded too


def under(home: Path) -> Paths:
    """The folders of a home that holds everything."""
    absolute = Path(os.path.abspath(home))  # noqa: PTH100 -- as above
    return Paths(*(absolute / name for name in Paths._fields))


def _at_home(folder: str, environ: Mapping[str, str]) -> str:
    """A folder with its `~` spelt out."""
    first, slash, rest = folder.partition("/")
    return environ.get("HOME", first) + slash + rest if first == "~" else folder


def _of_the_system(environ: Mapping[str, str]) -> Paths:
    data, state = _system("data", environ), _system("state", environ)
    if state == data:  # macOS has one folder for both
        state = data / "state"
    return Paths(_system("config", environ), state, data / "local", data, _system("cache", environ))


def _system(kind: str, environ: Mapping[str, str]) -> Path:
    named = Path(environ.get(f"XDG_{kind.upper()}_HOME", ""))
    if named.is_absolute():
        return named / APP
    import platformdirs  # 31 ms, and not needed where the environment names the folders

    folders = {
        "config": platformdirs.user_config_path,
        "state": platformdirs.user_state_path,
        "data": platformdirs.user_data_path,
        "cache": platformdirs.user_cache_path,
    }
    return folders[kind](APP, appauthor=False)
