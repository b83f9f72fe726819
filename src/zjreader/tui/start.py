"""The way to the screen. What Textual reads from the environment is set before Textual is imported.

Promises the terminal as it was, whatever happens: an exit code, or the error that the caller tells in one line.
"""

import gc
import os
from collections.abc import Callable
from functools import partial

from zjreader.clipboard import copy_by_program
from zjreader.library.resume import Resume
from zjreader.tui.ambiguous import terminal_name
from zjreader.tui.opening import Opening

FRAMES = "120"
"""Frames a second at most; Textual's own 60 make a key wait for a frame and a half (research: performance §4)."""


def run_screen(opening: Opening, keep: Callable[[Resume], None] | None = None) -> int:
    """Show the screen until the reader leaves it; gives the exit code, 128 + n after signal n.

    `keep` is told where the reader left off. Texts are copied by this system's own programs. Raises UnsavedError if
    marks could not be saved even now, and whatever bug ended the screen, both with the terminal restored.
    """
    os.environ.setdefault("TEXTUAL_FPS", FRAMES)
    if not os.environ.get("NO_COLOR", "-"):
        del os.environ["NO_COLOR"]  # empty is not set (no-color.org); Textual would obey it
    gc.disable()
    from zjreader.tui.app import ZjreaderApp  # 300 ms, and only for the screen

    outside = opening.outside._replace(copy=partial(copy_by_program, environ=os.environ))
    app = ZjreaderApp(opening._replace(outside=outside), terminal_name(os.environ), _collect_from_now_on)
    try:
        app.run()
    finally:
        gc.enable()
        app.browse.let_go()  # a bug may have ended the screen without a word to it
    if keep:
        keep(app.browse.left_off._replace(widths=app.widths))
    if app.crash:
        raise app.crash
    opening.reader.journal.save()
    app.browse.reader.keep_states()
    return app.return_code or 0


def _collect_from_now_on() -> None:
    """Look for garbage among what comes after the first list: what is there by then stays to the end.

    A hundred thousand objects would be looked through three times on the way to it, and then whenever as many keys had
    made enough new ones: each time 50 ms, for which a key would wait.
    """
    gc.freeze()
    gc.enable()
