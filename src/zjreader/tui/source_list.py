"""What the library reads from, over the screen: how each source is doing, and what can be done about it.

What is to be done is a message; whoever opened the list does it in the background and shows what became of it.
"""

from collections.abc import Sequence
from datetime import tzinfo
from functools import partial
from typing import ClassVar

from textual import events, getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.strip import Strip

from zjreader.launch import vector_of
from zjreader.messages import _, _n
from zjreader.text.clean import Clean, clean_line
from zjreader.text.width import cells, cut, fit
from zjreader.tui.asking import AnswerLine, LineScreen, YesNoScreen
from zjreader.tui.completing import FileNames
from zjreader.tui.key import bindings
from zjreader.tui.keymap import AS_WRITTEN, Keymap
from zjreader.tui.keys import MOVING, SUBSCRIBING
from zjreader.tui.outside import Act, Errand, Listed
from zjreader.tui.overlay import OverScreen
from zjreader.tui.painted import LinePainted, Piece, Pieces
from zjreader.tui.tidings import troubles

_COUNT, _TIME = 8, 18
"""Cells of the columns of articles and of the last reading."""

_TOLD = ("source.add", "source.rename", "source.set", "source.remove", "source.problems", "source.close")
"""The acts whose keys the frame tells."""

_WRONG = Clean("! ")

_NOTHING_SAID = (Piece(Clean("")),) * 3
"""Of no source."""

_LEAST_NAME = 12
"""Cells of a name below which the last reading is not shown."""


class SourceList(LinePainted, can_focus=True):
    """Sources, one of them chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(MOVING)]

    class Chosen(Message):
        """Another source is chosen."""

    def __init__(self, zone: tzinfo | None, adding: str) -> None:
        """Times are shown in `zone`; `adding` is the key to be pressed where there is no source yet."""
        super().__init__()
        self._adding = adding
        self.sources: tuple[Listed, ...] = ()
        self.row = 0
        self._zone = zone

    @property
    def chosen(self) -> Listed | None:
        """The source under the cursor."""
        return self.sources[self.row] if self.sources else None

    def show(self, sources: Sequence[Listed]) -> None:
        """Show these; the cursor stays on its source, if that is still there."""
        before = self.chosen
        self.sources = tuple(sources)
        rows = [row for row, each in enumerate(sources) if before and each.address == before.address]
        self.draw_anew()
        self.go(rows[0] if rows else self.row)

    def line_at(self, y: int) -> Strip:
        """The source `y` lines below the top; the chosen one is always shown."""
        row = y + self._above
        if row >= len(self.sources):
            said = clean_line("" if row or self.sources else _("no source; {key} adds one").format(key=self._adding))
            return self.strip(said, lambda: (Piece(said, "muted"),))
        ground = "plain" if row != self.row else "cursor" if self.has_focus else "resting"
        drawn = partial(source_line, self.sources[row], self.size.width, self._zone, self.ambiguous)
        return self.strip(self.sources[row], drawn, ground)

    def go(self, row: int) -> None:
        """Choose another row, or the nearest there is."""
        self.row = max(0, min(row, len(self.sources) - 1))
        self.refresh()
        self.post_message(self.Chosen())

    def action_move(self, rows: int) -> None:
        """Some rows down, or up."""
        self.go(self.row + rows)

    def action_first(self) -> None:
        """To the first."""
        self.go(0)

    def action_last(self) -> None:
        """To the last."""
        self.go(len(self.sources))

    def action_half(self, halves: int) -> None:
        """Half of what is shown down, or up."""
        self.go(self.row + halves * max(1, self.size.height // 2))

    def action_page(self, pages: int) -> None:
        """All of what is shown down, or up."""
        self.go(self.row + pages * max(1, self.size.height))

    def on_click(self, event: events.Click) -> None:
        """A click chooses."""
        self.go(event.y + self._above)

    @property
    def _above(self) -> int:
        return max(0, self.row - self.size.height + 1)


class SourceLines(LinePainted):
    """What is to be said of the chosen source, and below it what was just done."""

    def __init__(self) -> None:
        super().__init__()
        self._of_source: tuple[Piece, ...] = _NOTHING_SAID
        self._done = Piece(Clean(""))

    def show(self, source: Listed | None) -> None:
        """Say it of this one."""
        self._of_source = source_lines(source) if source else _NOTHING_SAID
        self.draw_anew()

    def tell(self, done: Piece) -> None:
        """Say what was done."""
        self._done = done
        self.draw_anew()

    def line_at(self, y: int) -> Strip:
        """One of the lines."""
        text, look = (*self._of_source, self._done)[y]
        return self.strip((text, look), lambda: (Piece(cut(text, self.size.width, self.ambiguous), look),))


class SourcesScreen(OverScreen[None]):
    """The list above, what is to be said of the chosen source below it."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(SUBSCRIBING)]
    AUTO_FOCUS = "SourceList"

    sources = getters.query_one(SourceList)
    lines = getters.query_one(SourceLines)

    class Wanted(Message):
        """Something is to be done about a source."""

        def __init__(self, errand: Errand) -> None:
            super().__init__()
            self.errand = errand

    def __init__(self, listed: Sequence[Listed], zone: tzinfo | None, keymap: Keymap = AS_WRITTEN) -> None:
        """Times are shown in `zone`, and the keys that are in force."""
        super().__init__()
        self._keymap = keymap
        self._listed = tuple(listed)
        self._zone = zone
        self._troubled = False

    def compose(self) -> ComposeResult:
        """A frame with both."""
        with Vertical() as frame:
            frame.border_subtitle = Content(self._keymap.hint(*_TOLD))
            yield SourceList(self._zone, self._keymap.first("source.add"))
            yield SourceLines()

    def on_mount(self) -> None:
        """Show what was known when it was opened."""
        self.show(self._listed)

    def show(self, listed: Sequence[Listed]) -> None:
        """Show how they stand by now."""
        self._listed = tuple(listed)
        self.sources.show([each for each in listed if each.problem or not self._troubled])
        count = _n("{count} source", "{count} sources", len(self._listed))
        troubled = f" · ! {troubles(listed)}" if troubles(listed) else ""
        self.query_one(Vertical).border_title = Content(clean_line(f"{_('Sources')} · {count}{troubled}"))

    def tell(self, sentence: str, look: str) -> None:
        """Say what was done about a source."""
        self.lines.tell(Piece(clean_line(sentence), look))

    def on_source_list_chosen(self) -> None:
        """What is said below follows the list."""
        self.lines.show(self.sources.chosen)

    def action_problems(self) -> None:
        """Only the sources with a problem, or all of them again."""
        self._troubled = not self._troubled
        self.show(self._listed)

    def action_add(self) -> None:
        """Ask for a source."""
        line = AnswerLine(_("address, file or folder"), FileNames())
        self.app.push_screen(LineScreen(_("add:"), line), self._add)

    def _add(self, word: Clean | None) -> None:
        if word:
            self._want("add", word)

    def action_update(self) -> None:
        """Read the chosen source again."""
        if source := self._own:
            self._want("update", source.address)

    def action_rename(self) -> None:
        """Ask for another name; none takes the name away."""
        if source := self._own:
            line = AnswerLine(source.name or "")
            wanted = partial(self._rename, source)
            self.app.push_screen(LineScreen(_("name:"), line), wanted)

    def _rename(self, source: Listed, name: Clean | None) -> None:
        if name:
            self._want("set", source.address, clean_line(f"name={name}"))

    def action_set(self) -> None:
        """Ask for what is to be said of the chosen source."""
        if source := self._own:
            line = AnswerLine(" ".join(source.said) or "section=财经 every=1h")
            checked = LineScreen(_("set:"), line, lambda words: words and vector_of(words))
            self.app.push_screen(checked, partial(self._set, source))

    def _set(self, source: Listed, typed: Clean | None) -> None:
        if typed:
            self._want("set", source.address, *map(clean_line, vector_of(typed)))

    def action_remove(self) -> None:
        """Read the chosen source no longer, if the reader says yes."""
        if source := self._own:
            question = _("read {source} no longer? Its articles stay.").format(source=source.name or source.shown)
            wanted = partial(self._remove, source)
            self.app.push_screen(YesNoScreen(question), wanted)

    def _remove(self, source: Listed, yes: bool | None) -> None:
        if yes:
            self._want("remove", source.address)

    @property
    def _own(self) -> Listed | None:
        """The chosen source, if it is this device's own; others are told where they are read."""
        chosen = self.sources.chosen
        return chosen if chosen and not chosen.device else None

    def _want(self, act: Act, name: Clean, *words: Clean) -> None:
        self.post_message(self.Wanted(Errand(act, (name,), words)))


def source_line(source: Listed, width: int, zone: tzinfo | None, ambiguous: int = 1) -> Pieces:
    """A source in `width` cells: a sign where something is wrong, its name, how many articles it brought, when read."""
    when = f"{source.read_at.astimezone(zone):%Y-%m-%d %H:%M}" if source.read_at else ""
    columns = f"{source.articles:>{_COUNT}}"
    if width - _COUNT - _TIME > _LEAST_NAME:
        columns += f"{when:>{_TIME}}"
    name = fit(source.name or source.shown, max(0, width - cells(_WRONG) - cells(columns)), ambiguous)
    sign = Piece(_WRONG, "error") if source.problem else Piece(Clean(" " * cells(_WRONG)))
    return sign, Piece(name, "muted" if source.device else "plain"), Piece(Clean(columns), "muted")


def source_lines(source: Listed) -> tuple[Piece, ...]:
    """What there is to say of a source: its address, what is wrong with it or whose it is, what was said of it."""
    whose = _("read on the device {device}").format(device=source.device) if source.device else ""
    wrong = Piece(source.problem, "error") if source.problem else Piece(clean_line(whose), "muted")
    full = _n("{count} full text", "{count} full texts", source.full)
    return Piece(source.shown), wrong, Piece(clean_line(" · ".join((full, *source.said))), "muted")
