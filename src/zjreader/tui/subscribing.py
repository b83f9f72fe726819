"""A screen on which one looks after one's sources: the list over it asks, and here it is done."""

from textual import on

from zjreader.messages import _
from zjreader.tui.renewing import RenewingScreen
from zjreader.tui.source_list import SourcesScreen


class SubscribingScreen(RenewingScreen):
    """A screen with a list of its sources."""

    def action_sources(self) -> None:
        """Show what the library reads from."""
        if not (self.outside.sources and self.is_first):
            self.say(_("only the library has sources"))
            return
        self.app.push_screen(SourcesScreen(self.listed_sources, self.reader.now().tzinfo, self.keymap))
        self.see_sources()

    def say(self, sentence: str, look: str = "plain") -> None:
        """Say it where the reader is, too."""
        super().say(sentence, look)
        for screen in self._lists:
            screen.tell(sentence, look)

    @on(RenewingScreen.Stood)
    def _show_sources(self, event: RenewingScreen.Stood) -> None:
        for screen in self._lists:
            screen.show(event.listed)

    @property
    def _lists(self) -> list[SourcesScreen]:
        """The list, where it is open."""
        return [screen for screen in self.app.screen_stack if isinstance(screen, SourcesScreen)]
