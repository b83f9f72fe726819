"""What hands bring to the screen besides keys: commands by name, an input method, a text pasted in.

Programs are run by whoever was handed in; here it is only known when.
"""

from contextlib import suppress

from textual import events
from textual.message import Message

from zjreader.article import Document
from zjreader.errors import UsageError
from zjreader.messages import _
from zjreader.reader import Reader
from zjreader.text.clean import clean_line
from zjreader.tui.asking import YesNoScreen
from zjreader.tui.key import Key, Pane
from zjreader.tui.keymap import keymap
from zjreader.tui.keys import HERE
from zjreader.tui.opening import Opening
from zjreader.tui.panes import PanesScreen
from zjreader.tui.pasted import document, recognised


class HandsScreen(PanesScreen):
    """Panes on a reader, and the ways into it."""

    def __init__(self, opening: Opening) -> None:
        settings = opening.settings
        keys = keymap(settings.profile, settings.keys)
        super().__init__(clean_line(str(opening.query)), keys, opening.resume.history)
        self.opening = opening
        self.reader = opening.reader
        self.settings = settings
        self.outside = opening.outside
        self._typing = False

    class Brought(Message):
        """Articles were pasted in, and it was said that they shall be read."""

        def __init__(self, reader: Reader, document: Document) -> None:
            super().__init__()
            self.reader = reader
            self.document = document

    # input methods

    def begin_query(self) -> None:
        """To the query line, behind what stands in it: what is typed next goes there."""
        self.enter("filter")
        self.filter_pane.query_line.action_end()

    def settle_in(self, pane: Pane) -> None:
        """Into a pane; the programs that turn an input method on and off hear of it."""
        super().settle_in(pane)
        try:
            self._hear(typing=pane == "filter")
        except UsageError as error:
            self.say(str(error), "error")

    def on_mount(self) -> None:
        """Whatever else has the terminal for a while is not the query line."""
        self.app.app_suspend_signal.subscribe(self, lambda _app: self.let_go(), immediate=True)
        self.app.app_resume_signal.subscribe(self, lambda _app: self.settle_in(self.pane))

    def on_unmount(self) -> None:
        """The screen is gone, in order or not."""
        self.let_go()

    def let_go(self) -> None:
        """Leave an input method as it is outside the query line; there is nobody left to tell if that fails."""
        with suppress(UsageError):
            self._hear(typing=False)

    def _hear(self, *, typing: bool) -> None:
        """Run the program for the beginning or the end of typing, if it is one; raises UsageError."""
        began, self._typing = self._typing, typing
        program = self.settings.ime_enter if typing else self.settings.ime_leave
        if began != typing and program and self.outside.run:
            self.outside.run(program)

    # pastes

    def on_paste(self, event: events.Paste) -> None:
        """A text pasted into the list is offered to be read, if there are articles in it."""
        event.stop()
        pasted = document(event.text, self.reader.journal.now)
        reader = self.reader.beside([pasted])
        articles = [reader.corpus[position].article for position in reader.corpus.everything]
        if not articles:
            self.say(_("no article in what was pasted"))
            return
        told = recognised(articles)

        def answered(yes: bool | None) -> None:
            if yes:
                self.post_message(self.Brought(reader, pasted))

        question = _("{what}: read and keep it?") if self.outside.keep else _("{what}: read it?")
        self.app.push_screen(YesNoScreen(question.format(what=told)), answered)

    # commands

    def action_palette(self) -> None:
        """Find a command by its name; from the query line, one of the list's."""
        if self.pane == "filter":
            self.enter("list")
        from zjreader.tui.palette import PaletteScreen

        self.app.push_screen(PaletteScreen(self.keymap.of(HERE[self.pane])), self._run)

    async def _run(self, chosen: Key | None) -> None:
        """Do what the command's key would do."""
        for active in self.active_bindings.values():
            if chosen and active.binding.id == chosen.id:
                await self.app.run_action(active.binding.action, active.node)
                return
