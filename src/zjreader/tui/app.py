"""The program around the screen: signals, the way out, and nothing of Textual's own that a reader would see."""

import asyncio
import io
import os
import signal
import threading
from collections.abc import Callable
from functools import partial
from typing import ClassVar

from rich.console import Console
from textual import events, on
from textual.timer import Timer
from textual.widgets import Input

from zjreader.library.resume import Resume
from zjreader.library.settings import DEFAULTS
from zjreader.messages import _
from zjreader.query.language import Query
from zjreader.text.clean import Clean
from zjreader.tui.ambiguous import UNNAMED, Widths, answered, remembered, width_at_start
from zjreader.tui.asking_driver import AskingDriver
from zjreader.tui.browse import BrowseScreen
from zjreader.tui.hands import HandsScreen
from zjreader.tui.ime import as_ascii, is_hanzi
from zjreader.tui.key import name_of
from zjreader.tui.opening import Opening
from zjreader.tui.overlay import draw_all_with
from zjreader.tui.paste_marks import MarkingDriver
from zjreader.tui.pictures import set_right
from zjreader.tui.source_list import SourcesScreen
from zjreader.tui.themes import THEMES
from zjreader.tui.type_ahead import TypeAheadApp

GRACE = 1.5
"""Seconds to leave in order after a signal; marks are on disk before they are shown, so none waits for it."""

_ENDING = (signal.SIGTERM, signal.SIGHUP)

_SIGNALLED = 128
"""What a shell adds to the number of a signal (POSIX, `exit`)."""


class ZjreaderApp(TypeAheadApp):
    """One screen on one reader; `return_code` is the exit code, `crash` what ended it if that was a bug."""

    TITLE = "zjreader"
    CSS_PATH = "zjreader.tcss"
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT: ClassVar[bool] = False
    AUTO_FOCUS = None

    def __init__(self, opening: Opening, terminal: Clean = UNNAMED, listed: Callable[[], None] = lambda: None) -> None:
        """`terminal` names what the screen is shown on; `listed` is called once, after the first list is painted."""
        settings, resume = opening.settings, opening.resume
        super().__init__(AskingDriver if settings.ambiguous_width == "auto" else MarkingDriver)
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = settings.theme if settings.theme in self.available_themes else DEFAULTS.theme
        self.animation_level = "none"
        self.error_console = Console(file=io.StringIO())  # a traceback holds texts that never passed the gate
        self.widths: Widths = resume.widths
        self._terminal = terminal
        self._quiet: Timer | None = None
        self._listed: Callable[[], None] | None = listed
        width = width_at_start(settings.ambiguous_width, terminal, resume.widths)
        known = settings._replace(ambiguous_width=width)
        self.browse = BrowseScreen(opening._replace(settings=known))
        self.set_keymap(self.browse.keymap.moved)
        self.crash: Exception | None = None

    def get_default_screen(self) -> BrowseScreen:
        """The only screen that lasts."""
        return self.browse

    def on_load(self) -> None:
        """From here on, before the terminal is taken over, the signals that end us give it back first."""
        loop = asyncio.get_running_loop()
        for number in _ENDING:
            signal.signal(number, lambda number, _frame: self._leave(loop, _SIGNALLED + number))

    def on_mount(self) -> None:
        """Who rests now may ask for a word next."""
        if after := self.browse.opening.words_after:
            self._quiet = self.set_timer(after, lambda: self.browse.reader.segments(""))

    def on_unmount(self) -> None:
        """What is left to do needs no order."""
        for number in _ENDING:
            signal.signal(number, signal.SIG_DFL)

    def _leave(self, loop: asyncio.AbstractEventLoop, code: int) -> None:
        """Leave in order, and in any case: Textual may wait for ever for a terminal that is gone, or takes nothing.

        Called by the interpreter, not by the loop, which such a terminal holds up.
        """
        last = threading.Timer(GRACE, os._exit, (code,))
        last.daemon = True
        last.start()
        loop.call_soon_threadsafe(partial(self.exit, return_code=code))

    @on(BrowseScreen.Answered)
    def _tell_listed(self) -> None:
        if self._listed:
            self.call_after_refresh(self._listed)
            self._listed = None

    async def take(self, event: events.Key | events.Paste) -> None:
        """Outside a line of text, what an input method sends is a key, or the beginning of a query."""
        if self._quiet:
            self._quiet.reset()
        if isinstance(event, events.Key) and not isinstance(self.focused, Input):
            event = self._meant(event)
        await super().take(event)

    def _meant(self, event: events.Key) -> events.Key:
        character = event.character or ""
        if is_hanzi(character) and isinstance(self.screen, HandsScreen):
            self.screen.begin_query()
        plain = as_ascii(character)
        return event if plain == character else events.Key(name_of(plain), plain)

    @on(HandsScreen.Brought)
    def _read_pasted(self, event: HandsScreen.Brought) -> None:
        """What was pasted lies over what was read before until one goes back."""
        here = self.browse
        queries = Resume(history=here.history)
        title = event.document.source
        opening = here.opening._replace(reader=event.reader, title=title, query=Query(), resume=queries)
        self.push_screen(BrowseScreen(opening._replace(settings=here.settings)))
        here.keep(event.document)

    @on(BrowseScreen.Kept)
    def _say_kept(self) -> None:
        self._say_everywhere(_("kept in the library"))

    @on(BrowseScreen.Mended)
    def _say_mended(self) -> None:
        self._say_everywhere(_("the index was damaged; it was built anew"), "error")

    @on(BrowseScreen.NotKept)
    def _say_unkept(self, event: BrowseScreen.NotKept) -> None:
        self._say_everywhere(event.why, "error")

    @on(SourcesScreen.Wanted)
    def _begin_errand(self, event: SourcesScreen.Wanted) -> None:
        self.browse.begin(event.errand)

    def _say_everywhere(self, sentence: str, look: str = "plain") -> None:
        """On whichever screen the reader is by now."""
        for screen in self.screen_stack:
            if isinstance(screen, BrowseScreen):
                screen.say(sentence, look)

    @on(BrowseScreen.Queried)
    def _share(self, event: BrowseScreen.Queried) -> None:
        """What was asked on one screen can be asked on each, and is kept with the first."""
        for screen in self.screen_stack:
            if isinstance(screen, BrowseScreen):
                screen.recall(event.history)

    def on_cursor_position(self, event: events.CursorPosition) -> None:
        """The terminal has told how wide it draws “; the page is set so, now and at the next start."""
        if width := answered(event.x, event.y):
            self.widths = remembered(self.widths, self._terminal, width)
            for screen in self.screen_stack:
                draw_all_with(screen, int(width))
            self.browse.set_with(self.browse.settings._replace(ambiguous_width=width))

    def action_help_quit(self) -> None:
        """Whoever presses ctrl+c wants to leave."""
        self.browse.say(_("{key} quits").format(key=self.browse.keymap.first("quit")))

    def export_screenshot(self, *, title: str | None = None, simplify: bool = False) -> str:
        """The screen as SVG, in which Chinese has its width."""
        return set_right(super().export_screenshot(title=title, simplify=simplify))

    def _handle_exception(self, error: Exception) -> None:
        """Keep the bug for whoever reports it; Textual has no public way to learn of one."""
        self.crash = self.crash or error
        super()._handle_exception(error)
