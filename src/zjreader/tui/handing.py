"""What leaves the screen: links that are opened, texts that are copied, and the keys for which these acts wait.

While one waits, its keys come here and no other key acts. Nothing but http and https is ever opened.
"""

from collections.abc import Callable
from functools import partial

from textual import on

from zjreader.article import Span
from zjreader.errors import UsageError
from zjreader.formats.credits import web_address
from zjreader.messages import _, _n
from zjreader.text.clean import Clean
from zjreader.tui.copying import PARTS, PARTS_BY_KEY, Part
from zjreader.tui.hints import hints_on, shown_host, typed_out
from zjreader.tui.key import Pane
from zjreader.tui.opening import Opening
from zjreader.tui.places import lines_of
from zjreader.tui.reading import ReadingScreen
from zjreader.tui.selectable import Selectable

_STEPS = {"j": 1, "down": 1, "k": -1, "up": -1}
"""The keys that choose paragraphs, and how many more."""

Waiting = Callable[[str], bool]
"""Takes a key and says whether it goes on waiting for more."""


class HandingScreen(ReadingScreen):
    """A screen from which links are opened and texts copied."""

    def __init__(self, opening: Opening) -> None:
        super().__init__(opening)
        self._waiting: Waiting | None = None
        self._typed = ""

    def show_selected(self) -> None:
        """Let the page follow the cursor at once."""
        raise NotImplementedError

    # waiting for a key

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 -- Textual's
        """While a key is waited for it acts as such and no key as anything else."""
        return (action == "taken") == (self._waiting is not None)

    def action_taken(self, key: str) -> None:
        """The key that was waited for."""
        if self._waiting and not self._waiting(key):
            self._wait(None)

    def _wait(self, waiting: Waiting | None) -> None:
        self._waiting = waiting
        self.page.held = self.headlines.held = waiting is not None
        if not waiting:
            self._typed = ""
            self.page.point(())
            self.page.choose(None)

    def settle_in(self, pane: Pane) -> None:
        """Into a pane; what waited for a key in another waits no longer."""
        if pane != self.pane:
            self._wait(None)
        super().settle_in(pane)

    # links

    def action_open_link(self) -> None:
        """Open the article's own link."""
        self.show_selected()
        article = self.page.article
        link = web_address(article) if article else None
        if link:
            self._open_link(link)
        else:
            self.say(_("this article has no link"))

    def action_pick_link(self) -> None:
        """Give every link in sight letters that open it."""
        self.enter("article")
        page = self.page
        hints = hints_on(page.lines, page.top, page.size.height)
        if not hints:
            self.say(_("no link in sight"))
            return
        page.point(hints)
        self.say(_("type the letters of a link; esc: none"), "muted")
        self._wait(self._pick)

    def _pick(self, key: str) -> bool:
        self._typed += key
        left = typed_out(self.page.hints, self._typed)
        if left and left[0].label == self._typed:
            self._open_link(left[0].link)
            return False
        self.say("" if left else _("no link chosen"))
        self.page.point(left)
        return bool(left)

    def _open_link(self, link: Clean) -> None:
        host = shown_host(link)
        if not self.outside.open_link or not host:
            self.say(_("nothing here opens links"))
            return
        try:
            self.outside.open_link(link)
        except UsageError as error:
            self.say(str(error), "error")
        else:
            self.say(_("opened: {host}").format(host=host))

    # copies

    def action_copy(self) -> None:
        """Wait for the key that says what to copy."""
        self.show_selected()
        if self.page.article:
            keys = " · ".join(f"{part.key} {_(part.says)}" for part in PARTS)
            self.say(_("copy: {keys}").format(keys=keys), "muted")
            self._wait(self._copy_what)

    def _copy_what(self, key: str) -> bool:
        first = self.page.paragraph
        part = PARTS_BY_KEY.get(key)
        if part:
            self._copy(part, Span(first, first + 1))
        else:
            self.say(_("nothing copied"))
        return False

    def action_choose_paragraphs(self) -> None:
        """Choose paragraphs, from the one at the top on."""
        self.enter("article")
        page = self.page
        if page.paragraphs:
            self.say(_("j k: more or fewer paragraphs · y: copy · esc: none"), "muted")
            self._choose(page.paragraph, page.paragraph)

    def _choose(self, anchor: int, end: int) -> None:
        """Choose the paragraphs from one to another, and wait for keys that move the end."""
        page = self.page
        page.choose(_between(anchor, end))
        lines = lines_of(page.lines, end)
        if lines:
            page.bring(lines[-1] if end > anchor else lines[0])
        self._wait(partial(self._grow, anchor, end))

    def _grow(self, anchor: int, end: int, key: str) -> bool:
        if key in _STEPS:
            self._choose(anchor, max(0, min(end + _STEPS[key], len(self.page.paragraphs) - 1)))
        elif key == "y":
            self._copy(PARTS_BY_KEY["p"], _between(anchor, end))
        elif key == "escape":
            self.say("")
        return key not in {"y", "escape"}

    def _copy(self, part: Part, chosen: Span) -> None:
        """Copy by the terminal and by a program, and say what went which way."""
        article = self.page.article
        text = part.text(article, chosen) if article else None
        if not text:
            self.say(_("nothing to copy: no {what}").format(what=_(part.says)))
            return
        self._hand(text, _(part.says))

    @on(Selectable.Selected)
    def _copy_selected(self, event: Selectable.Selected) -> None:
        """What a drag has selected is copied when the button is let go, as in most terminals."""
        self._hand(event.text, _("selection"))

    def _hand(self, text: Clean, what: str) -> None:
        self.app.copy_to_clipboard(text)
        program = self.outside.copy(text)
        length = _n("{count} character", "{count} characters", len(text))
        routes = " + ".join(route for route in (program, _("the terminal (OSC 52)")) if route)
        self.say(_("copied by {routes}: {what}, {length}").format(routes=routes, what=what, length=length))


def _between(anchor: int, end: int) -> Span:
    """The paragraphs from one to another, both among them."""
    return Span(min(anchor, end), max(anchor, end) + 1)
