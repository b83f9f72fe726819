"""Programs on pseudo-terminals of their own, as a person's terminal would run them."""

import fcntl
import os
import pty
import select
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from typing import IO

PATIENCE = 20.0
RESTORED = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l", b"\x1b[?1006l", b"\x1b[?2004l")
"""What a terminal must have been told last: main screen, cursor, no mouse, no marked pastes."""


class Terminal:
    """A running program and all that it has written; standard input may be something else than the terminal."""

    def __init__(self, command: Sequence[str], environ: Mapping[str, str], stdin: IO[bytes] | None = None) -> None:
        self.master, slave = pty.openpty()
        given = {**os.environ, "TERM": "xterm-256color", "ZJREADER_LANG": "en", "COLUMNS": "80", "LINES": "24"}
        self.process = subprocess.Popen(
            command,
            stdin=stdin or slave,
            stdout=slave,
            stderr=slave,
            env={**given, **environ},
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(1, termios.TIOCSCTTY, 0),  # noqa: PLW1509 -- these tests have no threads
        )
        os.close(slave)
        self.output = b""

    def until(self, seen: str) -> None:
        """Read until the program has written this."""
        deadline = time.monotonic() + PATIENCE
        while seen.encode() not in self.output and time.monotonic() < deadline:
            self._read()
        assert seen.encode() in self.output

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self.master, keys.encode())

    def end(self) -> int:
        """Read to the end; the exit code."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and self._read():
            pass
        return self.process.wait(PATIENCE)

    def close(self) -> None:
        """Hang up; a program that does not leave then is killed."""
        os.close(self.master)
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    @property
    def is_restored(self) -> bool:
        """Whether the terminal was given back as it was."""
        return all(sequence in self.output for sequence in RESTORED)

    @property
    def said_afterwards(self) -> bytes:
        """What was written after the screen was given back."""
        return self.output.rpartition(RESTORED[-1])[2]

    def _read(self) -> bool:
        if not select.select([self.master], [], [], 1.0)[0]:
            return self.process.poll() is None
        try:
            data = os.read(self.master, 1 << 16)
        except OSError:
            return False
        self.output += data
        return bool(data)
