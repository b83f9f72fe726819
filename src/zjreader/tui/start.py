"""The way to the screen. What Textual reads from the environment is set before Textual is imported.

Promises the terminal as it was, whatever happens: an exit code, or the error that the caller tells in one line.
"""

import os
from collections.abc import Callable, Sequence
from functools import partial

from zjreader.clipboard import copy_by_program
from zjreader.library.resume import NOWHERE, Resume
from zjreader.library.settings import DEFAULTS, Settings
from zjreader.query.language import Query
from zjreader.reader import Reader
from zjreader.text.clean import Clean
from zjreader.tui.ambiguous import terminal_name
from zjreader.tui.outside import Outside

FRAMES = "120"
"""Frames a second at most; Textual's own 60 make a key wait for a frame and a half (research: performance §4)."""


def run_screen(
    reader: Reader,
    query: Query,
    title: str,
    settings: Settings = DEFAULTS,
    resume: Resume = NOWHERE,
    *,
    keep: Callable[[Resume], None] | None = None,
    run: Callable[[Sequence[str]], object] | None = None,
    open_link: Callable[[Clean], None] | None = None,
) -> int:
    """Show the screen until the reader leaves it; gives the exit code, 128 + n after signal n.

    `title` says what is read, `query` what stands in the query line, `resume` where the reader left off; `keep` is told
    where that is in the end; `run` starts a program, `open_link` gives a link to a browser. Raises UnsavedError if
    marks could not be saved even now, and whatever bug ended the screen, both with the terminal restored.
    """
    os.environ.setdefault("TEXTUAL_FPS", FRAMES)
    if not os.environ.get("NO_COLOR", "-"):
        del os.environ["NO_COLOR"]  # empty is not set (no-color.org); Textual would obey it
    from zjreader.tui.app import ZjreaderApp  # 300 ms, and only for the screen

    outside = Outside(open_link, partial(copy_by_program, environ=os.environ))
    terminal = terminal_name(os.environ)
    app = ZjreaderApp(reader, query, title, settings, resume, outside=outside, run=run, terminal=terminal)
    app.run()
    if keep:
        keep(app.browse.left_off._replace(widths=app.widths))
    if app.crash:
        raise app.crash
    reader.journal.save()
    return app.return_code or 0
