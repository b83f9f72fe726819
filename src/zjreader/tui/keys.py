"""The table of keys, in one place: bindings, help and the line at the foot of the screen are made from it.

Names are those of CONTRACT §4; each key has an id, so that settings can move it. What a key does is kept as an English
message and translated where it is shown, because bindings are made when a class is.
"""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from textual.binding import Binding

from zjreader.messages import later

Pane = Literal["filter", "list", "article"]


class Key(NamedTuple):
    """What one act is called, which keys do it (Textual's names), what it does in a word and in a sentence.

    At the foot of the screen it is shown in `panes`.
    """

    id: str
    keys: str
    action: str
    says: str
    tells: str
    panes: tuple[Pane, ...] = ()

    @property
    def shown(self) -> tuple[str, ...]:
        """The keys as printed on a keyboard, the first the one to remember."""
        return tuple(_PRINTED.get(key, key) for key in self.keys.split(","))


_PRINTED = {
    "slash": "/", "question_mark": "?", "escape": "esc", "pagedown": "pgdn", "pageup": "pgup", "shift+tab": "shift-tab",
    "ctrl+d": "ctrl-d", "ctrl+u": "ctrl-u", "ctrl+q": "ctrl-q",
}  # fmt: skip

MOVING = (
    Key("move.down", "j,down", "move(1)", later("down"), later("Next headline; in the article, next line")),
    Key("move.up", "k,up", "move(-1)", later("up"), later("Previous headline; in the article, previous line")),
    Key("move.first", "g,home", "first", later("first"), later("To the beginning")),
    Key("move.last", "G,end", "last", later("last"), later("To the end")),
    Key("move.half_down", "ctrl+d", "half(1)", later("half page down"), later("Half a page down")),
    Key("move.half_up", "ctrl+u", "half(-1)", later("half page up"), later("Half a page up")),
    Key(
        "move.page_down",
        "space,pagedown",
        "page(1)",
        later("page"),
        later("A page down; at the end of an article, the next unread one"),
        ("article",),
    ),
    Key("move.page_up", "pageup", "page(-1)", later("page up"), later("A page up")),
)
OPENING = (
    Key(
        "list.open",
        "enter,l,right",
        "open",
        later("open"),
        later("Open the article; opened means read"),
        ("list",),
    ),
)
QUERYING = (
    Key(
        "query.done",
        "enter,down",
        "done",
        later("to the list"),
        later("From the query line to the list; the filter stays"),
        ("filter",),
    ),
)
ACTING = (
    Key("pane.back", "h,left", "back", later("back"), later("From the article back to the list"), ("article",)),
    Key("article.next", "J", "article(1)", later("next article"), later("Open the next article"), ("article",)),
    Key("article.previous", "K", "article(-1)", later("previous article"), later("Open the previous article")),
    Key("unread.next", "n", "unread(1)", later("next unread"), later("To the next unread article"), ("list",)),
    Key("unread.previous", "N", "unread(-1)", later("previous unread"), later("To the previous unread article")),
    Key(
        "query.enter",
        "slash",
        "query",
        later("filter"),
        later("To the query line: the list follows each key"),
        ("list",),
    ),
    Key(
        "mark.read",
        "m",
        "toggle_read",
        later("read/unread"),
        later("Mark the article read, or unread again"),
        ("list", "article"),
    ),
    Key(
        "mark.star",
        "s",
        "toggle_star",
        later("star"),
        later("Give the article a star, or take it away"),
        ("list", "article"),
    ),
    Key("mark.undo", "u", "undo", later("undo"), later("Take back the last mark, also after a restart"), ("list",)),
    Key("scope.all", "1", "scope('all')", later("all"), later("Show all articles")),
    Key("scope.unread", "2", "scope('unread')", later("unread"), later("Show only what is unread")),
    Key("scope.starred", "3", "scope('starred')", later("starred"), later("Show only what has a star")),
    Key("pane.next", "tab", "pane(1)", later("next pane"), later("To the next pane")),
    Key("pane.previous", "shift+tab", "pane(-1)", later("previous pane"), later("To the previous pane")),
    Key(
        "pane.leave",
        "escape",
        "leave",
        later("leave"),
        later("Leave the pane; in the list, clear the filter"),
        ("filter",),
    ),
    Key("help", "question_mark", "help", later("help"), later("Show all keys"), ("list", "article")),
    Key("quit", "q", "back_or_quit", later("quit"), later("Back; from the list, quit"), ("list", "article")),
)
CLOSING = (Key("help.close", "escape,q,question_mark,h", "dismiss", later("close"), later("Close the help")),)

GROUPS = (
    (later("Moving"), MOVING),
    (later("List"), OPENING),
    (later("Query line"), QUERYING),
    (later("Everywhere"), ACTING),
)
"""The table as help shows it."""


def bindings(*groups: Iterable[Key]) -> list[Binding]:
    """The keys as Textual wants them; `q` and the like never act while a text is being typed."""
    return [
        Binding(key.keys, key.action, key.says, show=False, tooltip=key.tells, id=key.id)
        for group in groups
        for key in group
    ]
