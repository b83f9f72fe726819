"""The screen's command line, `:`. What a line means, `screen_commands` says; it is done here as its key would do it."""

from collections.abc import Sequence

from textual.suggester import SuggestFromList

from zjreader.commands import Command, read_action
from zjreader.screen_commands import completions, read_screen_command
from zjreader.text.clean import Clean, clean_line
from zjreader.tui.arranged import ARRANGEMENTS
from zjreader.tui.asking import AnswerLine, LineScreen
from zjreader.tui.history import History
from zjreader.tui.opening import Opening
from zjreader.tui.sending import SendingScreen

_ACTIONS = {
    "quit": "back_or_quit",
    "undo": "undo",
    "help": "help",
    "sources": "sources",
    "update": "update",
    "fetch": "full_text",
}
"""The commands that are a key's act and nothing more."""


class CommandingScreen(SendingScreen):
    """A screen with a command line."""

    def __init__(self, opening: Opening) -> None:
        super().__init__(opening)
        self._commands = History()

    def action_command(self) -> None:
        """Ask for a command."""
        known = SuggestFromList(completions(self.reader.marks.label_names, self.reader.views.saved))
        line = AnswerLine("", known, self._commands)
        self.app.push_screen(LineScreen(":", line, lambda typed: typed and read_screen_command(typed)), self._obey)

    async def _obey(self, line: Clean | None) -> None:
        if not line:
            return
        self._commands = self._commands.remembered(line)
        command = read_screen_command(line)
        if command.name in _ACTIONS:
            await self.app.run_action(f"screen.{_ACTIONS[command.name]}")
        else:
            self._do(command)

    def _do(self, command: Command) -> None:
        operand = clean_line(" ".join(command.words))
        match command.name:
            case "write" if operand:
                self.save_as(operand)
            case "write":
                self.action_save()
            case "pipe" if operand:
                self.pipe_to(operand)
            case "pipe":
                self.action_pipe()
            case "mark":
                self.mark(read_action(command.action), self.meant)
            case "sort":
                self.sort_by(next(each for each in ARRANGEMENTS if each.order == command.sort))
            case "view":
                self.choose_view(operand)
            case "views":
                self._do_views(command.words)
            case _:
                self.filter_pane.query_line.value = operand

    def _do_views(self, words: Sequence[str]) -> None:
        match [clean_line(word) for word in words]:
            case [_set, name, text]:
                self.save_view(name, text)
            case [_remove, name]:
                self.remove_view(name)
            case _:
                self.enter("counts")
