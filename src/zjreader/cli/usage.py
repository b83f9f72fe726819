"""`--help`: made from the table of options, aligned by cells and set like any Chinese text, at most 80 cells wide."""

from collections.abc import Iterator

from zjreader.cli.process import Process
from zjreader.commands import Command
from zjreader.errors import ExitCode
from zjreader.messages import _
from zjreader.options import GRAMMARS, SCREEN, Option
from zjreader.text.line_breaks import break_lines, prepare
from zjreader.text.width import fit

_LEFT = 26
"""Cells for the names of commands and options, a blank after them included."""

_RIGHT = 80 - 2 - _LEFT


def run(command: Command, process: Process) -> int:
    """Print the help of a command; of the screen, that of zjreader as a whole."""
    process.write(line.rstrip() + "\n" for line in _page(command.words[0]))
    return ExitCode.FOUND


def _page(name: str) -> Iterator[str]:
    grammar = GRAMMARS[name]
    called = "zjreader" if name == SCREEN else f"zjreader {name}"
    words = " ".join(filter(None, (called, grammar.operands, _("[OPTION ...]"))))
    yield _("usage: {command}").format(command=words)
    yield _(grammar.help)
    if name == SCREEN:
        yield ""
        for command, other in GRAMMARS.items():
            if command != SCREEN:
                yield from _entry(f"zjreader {command}", _(other.help))
    yield ""
    for option in grammar.options:
        yield from _entry(_flags(option), _(option.help))
        if "|" in option.value:
            yield from _entry("", option.value.replace("|", " "))


def _entry(left: str, right: str) -> Iterator[str]:
    for start, stop in break_lines(prepare(right), _RIGHT):
        yield f"  {fit(left, _LEFT)}{right[start:stop]}"
        left = ""


def _flags(option: Option) -> str:
    value = f" {option.value}" if option.value and "|" not in option.value else ""
    return f"{f'-{option.short}, ' if option.short else '    '}--{option.name}{value}"
