"""What changed between two versions of an article, for a terminal or a pipe; with colours where they are asked for."""

from collections.abc import Iterator
from typing import Final

from zjreader.formats.row import Layout
from zjreader.text.diff import Difference
from zjreader.text.redline import Look, Run, redline
from zjreader.text.typeset import measure_in

_PLAIN: Final = "\x1b[0m"
_COLORS: Final[dict[Look, str]] = {
    "strong": "\x1b[1m",
    "muted": "\x1b[2m",
    "taken": "\x1b[31m",
    "put": "\x1b[32m",
}


def difference_lines(difference: Difference, layout: Layout) -> Iterator[str]:
    """The lines, each with its end, as wide as a page is set in this layout."""
    for line in redline(difference, measure_in(layout.width, layout.measure), layout.style):
        yield "".join(_colored(run) if layout.color else run.text for run in line).rstrip() + "\n"


def _colored(run: Run) -> str:
    color = _COLORS.get(run.look)
    return f"{color}{run.text}{_PLAIN}" if color else run.text
