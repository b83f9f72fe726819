"""Textual's driver for Linux and macOS, which asks the terminal one question as it takes it over.

The answer comes as the event `CursorPosition`. Asked before the first frame, so that this covers what was drawn for it;
not asked from the background, where nothing may be written.
"""

import os

from zjreader.tui.ambiguous import QUESTION
from zjreader.tui.paste_marks import MarkingDriver


class AskingDriver(MarkingDriver):
    """Asks how wide “ is drawn."""

    def start_application_mode(self) -> None:
        """Take the terminal over, and ask."""
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual left it untyped
        if os.isatty(self.fileno) and os.tcgetpgrp(self.fileno) == os.getpgrp():
            self.write(QUESTION)
            self.flush()
