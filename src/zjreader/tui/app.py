"""The program around the screen: signals, the way out, and nothing of Textual's own that a reader would see."""

import asyncio
import io
import os
import signal
import threading
from typing import ClassVar

from rich.console import Console
from textual.app import App

from zjreader.messages import _
from zjreader.query.language import Query
from zjreader.reader import Reader
from zjreader.tui.browse import REST, BrowseScreen

GRACE = 1.5
"""Seconds to leave in order after a signal; marks are on disk before they are shown, so none waits for it."""

_SIGNALLED = 128
"""What a shell adds to the number of a signal (POSIX, `exit`)."""


class ZjreaderApp(App[None]):
    """One screen on one reader; `return_code` is the exit code, `crash` what ended it if that was a bug."""

    TITLE = "zjreader"
    CSS_PATH = "zjreader.tcss"
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT: ClassVar[bool] = False
    AUTO_FOCUS = None

    def __init__(self, reader: Reader, query: Query, title: str, rest: float = REST) -> None:
        super().__init__()
        self.animation_level = "none"
        self.error_console = Console(file=io.StringIO())  # a traceback holds texts that never passed the gate
        self.browse = BrowseScreen(reader, query, title, rest)
        self.crash: Exception | None = None

    def get_default_screen(self) -> BrowseScreen:
        """The only screen that lasts."""
        return self.browse

    def on_load(self) -> None:
        """From here on, before the terminal is taken over, the signals that end us give it back first."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, self._leave, _SIGNALLED + number)

    def _leave(self, code: int) -> None:
        """Leave in order, and in any case: Textual may wait for ever for a terminal that is gone."""
        last = threading.Timer(GRACE, os._exit, (code,))
        last.daemon = True
        last.start()
        self.exit(return_code=code)

    def action_help_quit(self) -> None:
        """Whoever presses ctrl+c wants to leave."""
        self.browse.say(_("q quits"))

    def _handle_exception(self, error: Exception) -> None:
        """Keep the bug for whoever reports it; Textual has no public way to learn of one."""
        self.crash = self.crash or error
        super()._handle_exception(error)
