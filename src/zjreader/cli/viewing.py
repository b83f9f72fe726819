"""`views`: the saved queries, what each asks and how much it finds; `set` saves one, `remove` gives one up."""

from collections.abc import Sequence

from zjreader.cli.aligned import print_rows
from zjreader.cli.process import Process
from zjreader.commands import Command
from zjreader.errors import ExitCode, UsageError
from zjreader.messages import _
from zjreader.options import nearest
from zjreader.reader import Reader
from zjreader.text.clean import Clean, clean_line
from zjreader.views import ViewCount, counted

_SET, _REMOVE = "set", "remove"


def run_views(command: Command, process: Process) -> int:
    """List the saved queries, save one or give one up."""
    reader = Reader.open(process.paths, None, process.now)
    if command.words:
        _change(reader, command.words)
        return ExitCode.FOUND
    counts = list(counted(reader.views.saved.items(), reader.states.read, lambda query: reader.search(query).hits))
    names = (_("name"), _("query"), _("unread"), _("articles"), _("problem"))
    print_rows(process, map(_row, counts), tuple(map(clean_line, names)) if counts else ())
    return ExitCode.FOUND if counts else ExitCode.NOTHING


def _change(reader: Reader, words: Sequence[str]) -> None:
    match words:
        case ["set", name, query, *more]:
            reader.views.set(name, " ".join((query, *more)))
        case ["remove", name]:
            reader.views.remove(name)
        case ["set" | "remove", *_few_or_many]:
            usage = f"views {_SET} NAME QUERY | {_REMOVE} NAME"
            raise UsageError(_("usage: {command}").format(command=usage), f"views {words[0]}")
        case _:
            what = _("is none of {names}").format(names=f"{_SET} {_REMOVE}") + nearest(words[0], (_SET, _REMOVE))
            raise UsageError(what, words[0])


def _row(count: ViewCount) -> tuple[Clean, ...]:
    numbers = ("", "") if count.trouble else (str(count.unread), str(count.articles))
    return count.name, count.text, *map(clean_line, numbers), count.trouble or Clean("")
