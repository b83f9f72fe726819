"""How wide a terminal draws “ ” … — · and the like (UAX #11, class A): what to ask it, what to make of the answer.

Neither locale nor font tells; the terminal is asked in a place that the first frame covers, and nobody waits for it.
Until it has answered, what it answered last time holds, by its name and version; else 1, as most terminals draw.
"""

from collections.abc import Mapping
from typing import Literal

from zjreader.text.clean import Clean, clean_line

Width = Literal["1", "2"]
"""Cells, as the settings write them."""
Widths = tuple[tuple[Clean, int], ...]

QUESTION = "\x1b[2;1H“\x1b[6n\x1b[H"
"""“ at the beginning of the second line, then the cursor's place (ECMA-48, DSR 6).

Not in the first: `ESC [ 1 ; 2 R` is also what shift+F3 sends.
"""

UNNAMED = Clean("")
"""A terminal that does not say what it is."""

_MOST_REMEMBERED = 20


def terminal_name(environ: Mapping[str, str]) -> Clean:
    """The terminal with its version, as far as it tells."""
    asked = environ.get
    name = asked("TERM_PROGRAM") or asked("TERM") or ""
    version = asked("TERM_PROGRAM_VERSION") or asked("VTE_VERSION") or ""
    return clean_line(f"{name} {version}".strip())


def width_at_start(setting: Literal["auto", "1", "2"], terminal: Clean, widths: Widths) -> Width:
    """What to draw the first frame with: as set, else as remembered, else 1."""
    if setting != "auto":
        return setting
    return "2" if (terminal, 2) in widths else "1"


def answered(x: int, y: int) -> Width | None:
    """The width that a cursor at this place (counted from 0) tells; None if it is no answer to the question."""
    if (x, y) == (1, 1):
        return "1"
    return "2" if (x, y) == (2, 1) else None


def remembered(widths: Widths, terminal: Clean, width: Width) -> Widths:
    """What is known of terminals, and now of this one too; the newest last, the oldest forgotten."""
    others = tuple(known for known in widths if known[0] != terminal)
    return (*others, (terminal, int(width)))[-_MOST_REMEMBERED:]
