"""Pasted text told from keys where the terminal does not mark it: its reads are marked as another terminal would have.

A relay stands between the terminal and Textual's reader of keys, because only there it is seen what one read brought.
It changes nothing but that: a paste is put between the marks of bracketed paste and ends when the line falls quiet.
"""

import os
import select
from threading import Event, Thread, get_ident
from typing import Any

from textual.drivers.linux_driver import LinuxDriver

from zjreader.tui.ime import is_pasted

BEGIN, END = b"\x1b[200~", b"\x1b[201~"
"""The marks of bracketed paste (xterm, ctlseqs)."""

QUIET = 0.05
"""Seconds after which a paste is over; a long one comes in several reads, one right after the other."""

_READ = 1 << 12
_WAIT = 0.1
"""Seconds between two looks at whether the program is ending."""


class Marking:
    """Puts marks around pastes that have none, read by read."""

    def __init__(self) -> None:
        self.is_open = False
        self._in_marked = False
        self._tail = b""

    def take(self, read: bytes) -> bytes:
        """What is to be passed on for this read."""
        before = self.quiet() if self.is_open and b"\x1b" in read else b""
        was_marked = self._in_marked
        self._look_for_marks(read)
        if was_marked or self.is_open or not is_pasted(read.decode("utf-8", "ignore")):
            return before + read
        self.is_open = True
        return before + BEGIN + read

    def quiet(self) -> bytes:
        """What is to be passed on when nothing more comes at once."""
        closing = END if self.is_open else b""
        self.is_open = False
        return closing

    def _look_for_marks(self, read: bytes) -> None:
        seen = self._tail + read
        begin, end = seen.rfind(BEGIN), seen.rfind(END)
        if begin != end:
            self._in_marked = begin > end
        self._tail = seen[1 - len(BEGIN) :]


class MarkingDriver(LinuxDriver):
    """Textual's driver for terminals, whose thread that reads keys reads them from the relay."""

    def __init__(self, *given: Any, **named: Any) -> None:
        self._relays: dict[int, int] = {}
        super().__init__(*given, **named)

    @property
    def fileno(self) -> int:
        """The terminal; for the thread that reads keys, the end of the relay."""
        return self._relays.get(get_ident(), self._terminal)

    @fileno.setter
    def fileno(self, number: int) -> None:
        self._terminal = number

    def run_input_thread(self) -> None:
        """Read keys from the relay until the program ends."""
        receiving, sending = os.pipe()
        relaying = Thread(target=relay, args=(self._terminal, sending, self.exit_event), name="relay")
        relaying.start()
        self._relays[get_ident()] = receiving
        try:
            super().run_input_thread()
        finally:
            del self._relays[get_ident()]
            relaying.join()
            os.close(receiving)
            os.close(sending)


def relay(terminal: int, sending: int, ended: Event) -> None:
    """Pass on what the terminal sends, marked, until the program ends or the terminal is gone."""
    marking = Marking()
    while not ended.is_set():
        if not select.select([terminal], [], [], QUIET if marking.is_open else _WAIT)[0]:
            _send(marking.quiet(), sending, ended)
            continue
        try:
            read = os.read(terminal, _READ)
        except OSError:  # hung up; the signal that says so ends the program
            read = b""
        if not read:
            return
        _send(marking.take(read), sending, ended)


def _send(data: bytes, sending: int, ended: Event) -> None:
    while data and not ended.is_set():
        if select.select([], [sending], [], _WAIT)[1]:
            data = data[os.write(sending, data[: select.PIPE_BUF]) :]
