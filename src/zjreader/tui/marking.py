"""Acts on marks: what is chosen, what is marked, when an article counts as read, and how it is taken back.

Nothing counts as read that was not: opened by the reader, or shown for a while after the reader moved the cursor there
(CONTRACT §4). What the first screen shows without a key is not. An act is for the chosen articles, else for the one
under the cursor.
"""

from functools import partial

from textual import on
from textual.timer import Timer

from zjreader.corpus.positions import NONE, Positions
from zjreader.errors import UnsavedError
from zjreader.library.marks import LABEL, READ, STARRED, Action
from zjreader.messages import _, _n
from zjreader.text.clean import Clean, clean_line
from zjreader.tui.arranged import Arranged
from zjreader.tui.asking import LabelLine, LineScreen, YesNoScreen
from zjreader.tui.hands import HandsScreen
from zjreader.tui.opening import Opening
from zjreader.tui.page import Page


class MarkingScreen(HandsScreen):
    """Panes in which articles are chosen and marked."""

    def __init__(self, opening: Opening) -> None:
        super().__init__(opening)
        self.listed = Arranged(self.reader.orders)
        self.chosen = NONE
        self.dwelling: Timer | None = None

    def renew(self) -> None:
        """Show marks and choice as they are; nothing moves."""
        raise NotImplementedError

    def settle_answer(self) -> None:
        """See to it that all that is to be listed is."""
        raise NotImplementedError

    # choosing

    def action_choose(self) -> None:
        """Choose the article under the cursor, or choose it no longer."""
        here = self._under_cursor()
        self.chosen = self.chosen - here if here & self.chosen else self.chosen | here
        self.renew()

    def drop_choice(self) -> bool:
        """Choose nothing; tells whether anything was chosen."""
        dropped, self.chosen = bool(self.chosen), NONE
        if dropped:
            self.renew()
        return dropped

    def _under_cursor(self) -> Positions:
        headline = self.headlines.selected
        return Positions((headline.position,)) if headline else NONE

    @property
    def meant(self) -> Positions:
        """What an act is for: the chosen articles, else the one under the cursor."""
        return self.chosen or self._under_cursor()

    # read by reading

    def note_move(self, *, moved: bool) -> None:
        """The cursor stands on another article: count its time, if it was the reader who moved."""
        self._count_no_more()
        if not moved or self.settings.mark_read != "dwell":
            return
        if self.settings.dwell:
            self.dwelling = self.set_timer(self.settings.dwell, self._note_dwelt)
        else:
            self._note_dwelt()

    def note_opened(self) -> None:
        """The article under the cursor was opened."""
        if self.settings.mark_read == "end":
            self.call_after_refresh(self._note_end)
        elif self.settings.mark_read != "never":
            self._note_read()

    def _note_dwelt(self) -> None:
        if self.page.is_on_screen:
            self._note_read()

    @on(Page.Turned)
    def _note_end(self) -> None:
        """The end of what is open has been seen, also where it needed no turning of pages."""
        if self.settings.mark_read == "end" and self.pane == "article" and self.page.at_end:
            self._note_read()

    def _note_read(self) -> None:
        self.mark(Action(READ, value=True), self._under_cursor(), said=False)

    def _count_no_more(self) -> None:
        if self.dwelling:
            self.dwelling.stop()
        self.dwelling = None

    # marks

    def mark(self, action: Action, positions: Positions, *, said: bool = True) -> None:
        """Make an action true of these articles and say so."""
        self._count_no_more()
        if not positions:
            return
        try:
            marked = self.reader.mark(action, positions)
        except UnsavedError as error:
            self.say(error.what, "error")
        else:
            act = next(self.reader.acts(), None) if said and marked.changed else None
            if act:
                self.say(act.said)
        self.renew()

    def action_toggle_read(self) -> None:
        """Mark read if one of them is unread, else unread."""
        meant = self.meant
        self.mark(Action(READ, value=bool(meant - self.reader.states.read)), meant)

    def action_toggle_star(self) -> None:
        """Give a star if one of them has none, else take it away."""
        meant = self.meant
        self.mark(Action(STARRED, value=bool(meant - self.reader.states.starred)), meant)

    def action_read_above(self) -> None:
        """Mark read what stands above the cursor."""
        self._mark_rows_read(0, self.headlines.cursor)

    def action_read_below(self) -> None:
        """Mark read what stands below the cursor."""
        self.settle_answer()
        self._mark_rows_read(self.headlines.cursor + 1, len(self.listed.hits))

    def _mark_rows_read(self, start: int, stop: int) -> None:
        self.mark(Action(READ, value=True), Positions(self.listed.window(start, stop)))

    def action_read_all(self) -> None:
        """Mark read all that is listed, if the reader says yes to the number."""
        self.settle_answer()
        unread = self.listed.hits - self.reader.states.read
        if not unread:
            self.say(_("nothing more unread here"))
            return
        question = _n("mark {count} article read?", "mark {count} articles read?", len(unread))
        self.app.push_screen(YesNoScreen(question), partial(self._mark_all_read, unread))

    def _mark_all_read(self, unread: Positions, yes: bool | None) -> None:
        if yes:
            self.mark(Action(READ, value=True), unread)

    def action_label(self) -> None:
        """Ask for a label and give it, or take it away where all have it."""
        if meant := self.meant:
            self.app.push_screen(
                LineScreen(_("label:"), LabelLine(self.reader.marks.label_names)), partial(self._label, meant)
            )

    def _label(self, meant: Positions, typed: Clean | None) -> None:
        if name := clean_line(typed or ""):
            without = any(name not in self.reader.state(each).labels for each in meant)
            self.mark(Action(LABEL, without, name), meant)

    def action_undo(self) -> None:
        """Take back the last act and say which it was."""
        self._count_no_more()
        try:
            act = self.reader.undo()
        except UnsavedError as error:
            self.say(error.what, "error")
        else:
            self.say(_("undone: {what}").format(what=act.said) if act else _("nothing to undo"))
        self.renew()
