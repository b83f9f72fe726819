"""Programs in a real terminal, tmux, which tells what a person in front of it would see."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from tests.processes import unmeasured
from zjreader.text.clean import Clean
from zjreader.text.width import cut
from zjreader.tui.key import SIGNS

PATIENCE = 30.0
"""Seconds in which what is awaited must be seen; machines are noisy."""

_BEGINNING = 'echo $$ > "$0.pid"; exec "$@"'
_TELLING = f"""sh -c '{_BEGINNING}' "$0" "$@"; echo $? >"$0\""""
"""Runs a program and writes down its process and its exit code, of which tmux does not always hear."""

_NAMES = {"backspace": "BSpace", "pagedown": "NPage", "pageup": "PPage", "shift+tab": "BTab"}


class Sight(tuple[str, ...]):
    """The lines of a terminal."""

    __slots__ = ()

    def between(self, left: int, right: int | None = None) -> tuple[str, ...]:
        """What stands from one column to another, in cells."""
        cuts = (line[len(cut(Clean(line), left)) :] for line in self)
        return tuple(line if right is None else cut(Clean(line), right - left) for line in cuts)

    def __contains__(self, text: object) -> bool:
        return str(text) in "\n".join(self)


class Tmux:
    """One program in one window of a server of its own."""

    def __init__(self, socket: Path, command: Sequence[str], environ: Mapping[str, str], size: tuple[int, int]) -> None:
        self._socket = socket
        given = {name: value for name, value in unmeasured().items() if name not in {"COLUMNS", "LINES"}}
        self._environ = {**given, "LC_ALL": "C.UTF-8", "ZJREADER_LANG": "en", **environ}
        width, height = map(str, size)
        self._code = socket.with_suffix(".code")
        self._tmux("new-session", "-d", "-x", width, "-y", height, "sh", "-c", _TELLING, str(self._code), *command)
        self._tmux("set-option", "-g", "remain-on-exit", "on")

    def press(self, *keys: str) -> None:
        """Press keys, by Textual's names."""
        for key in keys:
            named = _NAMES.get(key, key.replace("ctrl+", "C-").title() if len(key) > 1 else key)
            literal = SIGNS.get(key, key if len(key) == 1 else "")
            self._tmux("send-keys", *(("-l", literal.replace(";", "\\;")) if literal else (named,)))

    def type(self, text: str) -> None:
        """Type a text, in one read."""
        self._tmux("send-keys", "-l", text)

    def paste(self, text: str, *, marked: bool) -> None:
        """Paste a text, between marks if the program has asked for them."""
        self._tmux("load-buffer", "-", given=text)
        self._tmux("paste-buffer", *(("-p",) if marked else ()))

    def resize(self, width: int, height: int) -> None:
        """Make the window another size."""
        self._tmux("resize-window", "-x", str(width), "-y", str(height))

    @property
    def sight(self) -> Sight:
        """What is seen now."""
        return Sight(self._tmux("capture-pane", "-p").splitlines())

    def kill(self, number: signal.Signals) -> None:
        """End the program by a signal."""
        os.kill(int(self._code.with_suffix(".code.pid").read_text()), number)
        self.end()

    def until(self, seen: Callable[[Sight], object], awaited: str = "") -> Sight:
        """What is seen once this is true of it; `awaited` says it in words."""
        deadline = time.monotonic() + PATIENCE
        while not seen(sight := self.sight) and time.monotonic() < deadline:
            pass
        assert seen(sight), "\n".join((awaited, *sight))
        return sight

    def end(self) -> int:
        """The exit code, once there is one."""
        deadline = time.monotonic() + PATIENCE
        while not (self._code.exists() and self._code.read_text()):
            assert time.monotonic() < deadline, "the program goes on"
        return int(self._code.read_text())

    def close(self) -> None:
        """End the server, and with it what runs in it."""
        self._tmux("kill-server")

    def _tmux(self, *words: str, given: str = "") -> str:
        command = ["tmux", "-u", "-f", os.devnull, "-S", str(self._socket), *words]
        environ = self._environ
        done = subprocess.run(command, input=given, capture_output=True, text=True, env=environ, check=True)
        return done.stdout


def needed() -> None:
    """Skip where there is no tmux, and say so."""
    if not shutil.which("tmux"):
        pytest.skip("no tmux on this machine: the walk in a real terminal is not taken")
