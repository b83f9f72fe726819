"""The load report as JSON lines: one object a problem, keys in this order, UTF-8 never escaped to ASCII."""

from zjreader.article import Problem
from zjreader.formats.fields import to_json
from zjreader.text.clean import Clean
from zjreader.text.secrets import masked


def report_line(problem: Problem, source: Clean) -> str:
    """The line on something that a source brought; `encoding` is what was assumed, null where nothing had to be."""
    row = {
        "source": masked(source),
        "path": problem.about,
        "line": problem.line,
        "what": problem.what,
        "encoding": problem.encoding,
        "kept": problem.kept,
        "skipped": problem.skipped,
    }
    return to_json(row) + "\n"
