"""The walk: every key of the table in an order in which one leads to the next, and what is seen after each.

Expects three panes in English, nothing marked yet, and ten articles or more, whose titles are given in the list's
order.
"""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from tests.tmux import Sight

# ruff: noqa: ARG005 -- not every sight is told by titles

SIZE = (120, 36)
_LIST, _PAGE = 26, 64
"""The columns in which list and page begin."""

_SHOWN = 8
"""Characters of a title by which it is known; the first line of a page holds more of them."""

Titles = Sequence[str]


class Seen(Protocol):
    """Whether what is awaited is seen."""

    def __call__(self, sight: Sight, titles: Titles) -> object: ...


class Step(NamedTuple):
    """A key of an act, what is seen once it has acted, and what is typed after it that belongs to no act."""

    act: str
    key: str
    seen: Seen
    typed: str = ""


def _close(text: str) -> str:
    return "".join(text.split())


def _is_shown(sight: Sight, title: str) -> bool:
    return _close("".join(sight.between(_PAGE)[1:4])).startswith(_close(title)[:_SHOWN])


def on(row: int) -> Seen:
    """The page shows the article in this row from its beginning."""
    return lambda sight, titles: _is_shown(sight, titles[row])


def _elsewhere(sight: Sight, titles: Titles) -> bool:
    return not _is_shown(sight, titles[0]) and any(_is_shown(sight, title) for title in titles)


def has(*texts: str) -> Seen:
    """One of these texts is seen."""
    return lambda sight, titles: any(text in sight for text in texts)


def has_no(text: str) -> Seen:
    """This text is not seen."""
    return lambda sight, titles: text not in sight


def heads(*texts: str) -> Seen:
    """The list's frame bears all of these texts."""
    return lambda sight, titles: all(text in sight.between(_LIST, _PAGE)[0] for text in texts)


def unread_but(count: int) -> Seen:
    """So many articles are read."""
    return lambda sight, titles: f"unread {len(titles) - count}" in _counted(sight)


def starred(count: int) -> Seen:
    """So many articles have a star."""
    return lambda sight, titles: f"starred {count}" in _counted(sight)


def _counted(sight: Sight) -> list[str]:
    return [" ".join(line.split()) for line in sight.between(0, _LIST)]


def _finds(sight: Sight, titles: Titles) -> bool:
    return "/" in sight.between(_PAGE)[0]


def _finds_no_more(sight: Sight, titles: Titles) -> bool:
    return not _finds(sight, titles)


_in_list, _in_page = has("enter open "), has("space page ")
_in_query, _in_counts, _in_timeline = has("enter to the list"), has("enter choose"), has("enter only then")
_in_help = has("Moving")

WALK = (
    Step("move.down", "j", on(1)),
    Step("move.down", "down", on(2)),
    Step("move.up", "k", on(1)),
    Step("move.up", "up", on(0)),
    Step("move.last", "G", on(-1)),
    Step("move.first", "g", on(0)),
    Step("move.last", "end", on(-1)),
    Step("move.first", "home", on(0)),
    Step("move.half_down", "ctrl+d", _elsewhere),
    Step("move.half_up", "ctrl+u", on(0)),
    Step("move.page_down", "space", _elsewhere),
    Step("move.page_up", "pageup", on(0)),
    Step("move.page_down", "pagedown", _elsewhere),
    Step("move.first", "g", on(0)),
    # marks
    Step("mark.read", "m", unread_but(1)),
    Step("mark.undo", "u", unread_but(0)),
    Step("mark.star", "s", starred(1)),
    Step("mark.label", "t", has("label:"), "稍后"),
    Step("list.open", "enter", has("label 稍后 given: 1 article")),
    Step("mark.label", "t", has("label:"), "稍"),
    Step("ask.complete", "tab", has("label: 稍后")),
    Step("ask.give_up", "escape", has_no("label:")),
    Step("list.choose", "x", heads("1 chosen")),
    Step("list.choose", "x", lambda sight, titles: not heads("chosen")(sight, titles)),
    Step("list.sort", "S", has("sorted: by title")),
    Step("list.sort", "S", has("sorted: by publisher")),
    Step("list.sort", "S", has("sorted: by reading")),
    Step("list.sort", "S", has("sorted: by date")),
    Step("move.first", "g", on(0)),
    Step("move.down", "j", on(1)),
    Step("mark.above", "left_square_bracket", has("marked read: 1 article")),
    Step("mark.undo", "u", has("undone: marked read: 1 article")),
    Step("mark.below", "right_square_bracket", has("marked read:")),
    Step("mark.undo", "u", has("undone: marked read:")),
    Step("mark.all", "A", has("read?  y yes  n no"), "n"),
    # scopes
    Step("scope.unread", "2", heads("unread")),
    Step("scope.starred", "3", heads("1/", "starred")),
    Step("scope.lately", "0", heads("lately read")),
    Step("scope.all", "1", heads("all")),
    # the query line
    Step("query.enter", "slash", _in_query, "zjreader"),
    Step("query.done", "enter", _in_list),
    Step("pane.leave", "escape", lambda sight, titles: "zjreader" not in sight.between(_LIST, _PAGE)[0]),
    Step("query.enter", "slash", _in_query),
    Step("query.earlier", "up", heads("zjreader")),
    Step("query.later", "down", has("words to find")),
    Step("query.later", "down", _in_list),
    Step("query.enter", "slash", _in_query, "sectio"),
    Step("query.complete", "right", has("section:")),
    Step("pane.leave", "escape", _in_list),
    Step("pane.leave", "escape", lambda sight, titles: "section:" not in sight),
    Step("query.enter", "slash", _in_query, "zjreader 没有的词"),
    Step("query.loosen", "ctrl+o", heads("about:")),
    Step("query.done", "enter", _in_list),
    Step("pane.leave", "escape", lambda sight, titles: not heads("about:")(sight, titles)),
    # saved queries
    Step("query.enter", "slash", _in_query, "zjreader"),
    Step("query.done", "enter", _in_list),
    Step("view.save", "V", has("as:"), "自己"),
    Step("list.open", "enter", has("saved as 自己: zjreader")),
    Step("pane.leave", "escape", lambda sight, titles: "zjreader" not in sight.between(_LIST, _PAGE)[0]),
    Step("command", "colon", has(":"), "view 自己"),
    Step("list.open", "enter", heads("view:自己")),
    Step("command", "colon", has(":"), "view 自己"),
    Step("list.open", "enter", lambda sight, titles: not heads("view:")(sight, titles)),
    Step("pane.next", "tab", _in_page),
    Step("pane.next", "tab", _in_query),
    Step("pane.next", "tab", _in_counts, "jjj"),
    Step("view.remove", "d", has("remove the saved query 自己"), "n"),
    Step("view.remove", "delete", has("remove the saved query 自己"), "y"),
    Step("move.first", "g", _in_counts),
    Step("pane.leave", "escape", _in_list),
    # the counts
    Step("pane.next", "tab", _in_page),
    Step("pane.next", "tab", _in_query),
    Step("pane.next", "tab", _in_counts),
    Step("pane.previous", "shift+tab", _in_query),
    Step("pane.next", "tab", _in_counts, "j"),
    Step("counts.choose", "enter", heads("unread")),
    Step("counts.choose", "l", heads("all")),
    Step("counts.choose", "right", heads("unread")),
    Step("counts.choose", "enter", heads("all")),
    # the timeline
    Step("pane.next", "tab", _in_timeline),
    Step("timeline.later", "l", _in_timeline),
    Step("timeline.later", "right", _in_timeline),
    Step("timeline.earlier", "h", _in_timeline),
    Step("timeline.earlier", "left", _in_timeline),
    Step("timeline.choose", "enter", heads("date:")),
    Step("timeline.whole", "backspace", lambda sight, titles: not heads("date:")(sight, titles)),
    Step("pane.leave", "escape", _in_list),
    Step("move.first", "g", on(0)),
    # the article
    Step("list.open", "enter", _in_page),
    Step("pane.back", "h", _in_list),
    Step("list.open", "l", _in_page),
    Step("pane.back", "left", _in_list),
    Step("list.open", "right", _in_page),
    Step("article.next", "J", on(1)),
    Step("article.previous", "K", on(0)),
    Step("unread.next", "n", _elsewhere),
    Step("unread.next", "n", _elsewhere),
    Step("pane.back", "h", _in_list),
    Step("scope.unread", "2", heads("unread")),
    Step("scope.all", "1", heads("all")),
    Step("move.last", "G", on(-1)),
    Step("unread.previous", "N", on(-2)),
    Step("move.first", "g", on(0)),
    Step("list.open", "enter", _in_page),
    Step("query.enter", "slash", has("find in the article"), "的"),
    Step("find.done", "enter", _finds),
    Step("query.enter", "slash", _finds, "，"),
    Step("find.done", "down", _in_page),
    Step("query.enter", "slash", _in_page, "一"),
    Step("find.abandon", "escape", _finds_no_more),
    Step("link.open", "o", has("opened: ", "this article has no link")),
    Step("link.pick", "semicolon", has("type the letters of a link", "no link in sight")),
    Step("pane.leave", "escape", has("space page ", "enter open ")),
    Step("list.open", "enter", _in_page),
    Step("copy", "y", has("copy: y link"), "t"),
    Step("copy.choose", "v", has("more or fewer paragraphs"), "y"),
    Step("page.alone", "z", lambda sight, titles: "starred" not in sight),
    Step("page.alone", "z", starred(1)),
    Step("page.shorter", "minus", has("lines of")),
    Step("page.longer", "plus", has("lines of 40 Hanzi")),
    Step("pane.back", "h", _in_list),
    Step("article.versions", "D", has("only the library keeps", "only one version")),
    Step("article.full_text", "f", has("no teaser here", "only the library has sources")),
    Step("sources.update", "R", has("nothing to update", "only the library has sources")),
    # what leaves the screen
    Step("articles.pipe", "vertical_line", has("pipe ")),
    Step("ask.give_up", "escape", has_no("pipe ")),
    Step("articles.save", "w", has("save ")),
    Step("ask.give_up", "escape", has_no("save ")),
    # the command line
    Step("command", "colon", has(":"), "sort title"),
    Step("list.open", "enter", has("sorted: by title")),
    Step("command", "colon", has(":"), "sort published"),
    Step("list.open", "enter", has("sorted: by date")),
    Step("command", "colon", has(":")),
    Step("ask.earlier", "up", has("sort published")),
    Step("ask.earlier", "up", has("sort title")),
    Step("ask.later", "down", has("sort published")),
    Step("ask.give_up", "escape", has_no("sort published")),
    Step("move.first", "g", on(0)),
    # laid over
    Step("palette", "ctrl+p", has("Commands")),
    Step("palette.down", "down", has("Commands")),
    Step("palette.down", "ctrl+n", has("Commands")),
    Step("palette.up", "up", has("Commands")),
    Step("palette.up", "ctrl+p", has("Commands")),
    Step("palette.close", "escape", has_no("Commands")),
    Step("help", "question_mark", _in_help),
    Step("help.close", "escape", _in_list),
    Step("help", "question_mark", _in_help),
    Step("help.close", "q", _in_list),
    Step("help", "question_mark", _in_help),
    Step("help.close", "h", _in_list),
    Step("help", "question_mark", _in_help),
    Step("help.close", "question_mark", _in_list),
    Step("quit", "q", has("")),
)
"""From the first screen to the shell."""

VERSIONS_WALK = (
    Step("article.versions", "D", has("老桥{+明日+}通行")),
    Step("move.last", "G", has("老桥[-恢复-]{+明日+}通行")),
    Step("versions.open", "enter", has("[-恢复-]")),
    Step("versions.back", "q", has("[-恢复-]")),
    Step("versions.back", "escape", has_no("[-恢复-]")),
    Step("quit", "q", has("")),
)
"""Through the three versions of an article that is alone in the library; 恢复 stood in its first title."""

SOURCES_WALK = (
    Step("sources", "a", has("Sources · 1 source")),
    Step("source.problems", "p", has("no source; a adds one")),
    Step("source.problems", "p", has("1 full text")),
    Step("source.rename", "r", has("name:"), "老桥"),
    Step("list.open", "enter", has("name=老桥")),
    Step("source.set", "e", has("set:"), "tz=+08:00"),
    Step("list.open", "enter", has("tz=+08:00")),
    Step("source.update", "R", has("nothing new")),
    Step("source.add", "a", has("add:")),
    Step("ask.give_up", "escape", has_no("add:")),
    Step("source.remove", "delete", has("read 老桥 no longer?"), "n"),
    Step("source.remove", "d", has("read 老桥 no longer?"), "y"),
    Step("source.close", "q", has_no("Sources ·")),
    Step("sources", "a", has("no source; a adds one")),
    Step("source.close", "escape", has_no("Sources ·")),
    Step("quit", "q", has("")),
)
"""Through the sources of a library that reads from one, until it reads from none."""
