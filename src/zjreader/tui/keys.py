"""The table of keys, in one place: bindings, help and the line at the foot of the screen are made from it.

Names are those of CONTRACT §4.
"""

from zjreader.messages import later
from zjreader.tui.key import Key, Pane

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
        "enter",
        "done",
        later("to the list"),
        later("From the query line to the list; the filter stays"),
        ("filter",),
    ),
    Key("query.complete", "right", "complete", later("complete"), later("At the end, take what is offered first")),
    Key("query.earlier", "up", "recall(-1)", later("earlier"), later("Earlier query"), ("filter",)),
    Key("query.later", "down", "recall(1)", later("later"), later("Later query; from the newest, to the list")),
)
CHOOSING = (
    Key(
        "counts.choose",
        "enter,l,right",
        "choose",
        later("choose"),
        later("Show only what bears this value; once more, everything again"),
        ("counts",),
    ),
    Key(
        "view.remove",
        "d,delete",
        "remove",
        later("remove"),
        later("Remove the saved query under the cursor, after asking"),
        ("counts",),
    ),
)
DATING = (
    Key("timeline.later", "l,right", "move(1)", later("later period"), later("To the next bar of the timeline")),
    Key("timeline.earlier", "h,left", "move(-1)", later("earlier period"), later("To the bar before")),
    Key("timeline.choose", "enter", "choose", later("only then"), later("Ask only for this bar's time"), ("timeline",)),
    Key("timeline.whole", "backspace", "whole", later("all of the time"), later("Ask for any time"), ("timeline",)),
)
READING = (
    Key(
        "link.open", "o", "open_link", later("open link"), later("Open the article's link in the browser"), ("article",)
    ),
    Key("link.pick", "semicolon", "pick_link", later("pick a link"), later("Open a link in sight by its letters")),
    Key(
        "copy",
        "y",
        "copy",
        later("copy"),
        later("Copy; then y the link, t the title, c a citation, p the paragraph, a all"),
        ("article",),
    ),
    Key(
        "copy.choose",
        "v",
        "choose_paragraphs",
        later("choose paragraphs"),
        later("Choose paragraphs with j and k; y copies them"),
    ),
    Key("page.alone", "z", "alone", later("reading mode"), later("The article alone, or all panes again")),
    Key("page.longer", "plus", "measure(1)", later("longer lines"), later("Longer lines, up to 40 Hanzi")),
    Key("page.shorter", "minus", "measure(-1)", later("shorter lines"), later("Shorter lines, down to 20 Hanzi")),
)
SEEKING = (
    Key(
        "find.done", "enter,down", "done", later("to the text"), later("Back to the text; what was found stays marked")
    ),
    Key("find.abandon", "escape", "abandon", later("leave"), later("Back to the text; nothing stays marked")),
)
ACTING = (
    Key("pane.back", "h,left", "back", later("back"), later("From the article back to the list"), ("article",)),
    Key("article.next", "J", "article(1)", later("next article"), later("Open the next article"), ("article",)),
    Key("article.previous", "K", "article(-1)", later("previous article"), later("Open the previous article")),
    Key(
        "unread.next",
        "n",
        "onward(1)",
        later("next unread"),
        later("To the next unread article; in the article, to the next match first"),
        ("list",),
    ),
    Key(
        "unread.previous",
        "N",
        "onward(-1)",
        later("previous unread"),
        later("To the previous unread article; in the article, to the previous match first"),
    ),
    Key(
        "query.enter",
        "slash",
        "query",
        later("filter"),
        later("To the query line: the list follows each key; in the article, find in it"),
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
    Key("mark.label", "t", "label", later("label"), later("Give a label, or take it away: asks for its name")),
    Key("mark.above", "left_square_bracket", "read_above", later("read above"), later("Mark read what stands above")),
    Key("mark.below", "right_square_bracket", "read_below", later("read below"), later("Mark read what stands below")),
    Key("mark.all", "A", "read_all", later("all read"), later("Mark read all that is listed, after asking")),
    Key(
        "articles.pipe",
        "vertical_line",
        "pipe",
        later("pipe"),
        later("Give the chosen articles, else all that are listed, to a command as JSON lines"),
    ),
    Key(
        "articles.save",
        "w",
        "save",
        later("save"),
        later("Save the chosen articles, else all that are listed, to a file"),
    ),
    Key(
        "article.versions",
        "D",
        "versions",
        later("versions"),
        later("Show the versions of the article, and what changed between them"),
    ),
    Key(
        "article.full_text",
        "f",
        "full_text",
        later("full text"),
        later("Get the full text of the teaser, or of the chosen ones, from its link"),
    ),
    Key("sources.update", "R", "update", later("update"), later("Read the sources again, while you go on reading")),
    Key("sources", "a", "sources", later("the sources"), later("What the library reads from: add, change, remove")),
    Key("list.choose", "x", "choose", later("choose"), later("Choose the article: acts are for the chosen ones")),
    Key("list.sort", "S", "sort", later("sort"), later("List by date, by title, by publisher or as it was read")),
    Key("view.save", "V", "save_view", later("save the query"), later("Save the query under a name, among the counts")),
    Key(
        "query.loosen",
        "ctrl+o",
        "loosen",
        later("ask loosely"),
        later("Where nothing has all words of the query: ask for articles about them"),
    ),
    Key("mark.undo", "u", "undo", later("undo"), later("Take back the last mark, also after a restart"), ("list",)),
    Key("scope.all", "1", "scope('all')", later("all"), later("Show all articles")),
    Key("scope.unread", "2", "scope('unread')", later("unread"), later("Show only what is unread")),
    Key("scope.starred", "3", "scope('starred')", later("starred"), later("Show only what has a star")),
    Key("scope.lately", "0", "scope('lately')", later("lately read"), later("Show what was read lately, newest first")),
    Key("pane.next", "tab", "pane(1)", later("next pane"), later("To the next pane"), ("filter", "counts", "timeline")),
    Key("pane.previous", "shift+tab", "pane(-1)", later("previous pane"), later("To the previous pane")),
    Key(
        "pane.leave",
        "escape",
        "leave",
        later("leave"),
        later(
            "Leave the pane; in the list, drop the choice, then clear the filter; in the counts, what was chosen there"
        ),
        ("filter", "counts", "timeline"),
    ),
    Key(
        "palette",
        "ctrl+p",
        "palette",
        later("commands"),
        later("Find a command by its name, in Chinese, by pinyin initials or in English"),
    ),
    Key("command", "colon", "command", later("command line"), later("Type a command: q, w FILE, | PROGRAM and others")),
    Key("help", "question_mark", "help", later("help"), later("Show all keys"), ("list", "article")),
    Key("quit", "q", "back_or_quit", later("quit"), later("Back; from the list, quit"), ("list", "article")),
)
COMPARING = (
    Key("versions.open", "enter", "open", later("difference"), later("Into what changed since the chosen version")),
    Key(
        "versions.back", "escape,q", "back", later("back"), later("Back to the versions, and from there to the article")
    ),
)
SUBSCRIBING = (
    Key("source.add", "a", "add", later("add"), later("Add a source: an address, a file or a folder")),
    Key("source.rename", "r", "rename", later("rename"), later("Give the source another name")),
    Key("source.set", "e", "set", later("set"), later("Say something else of the source, like every=1h section=财经")),
    Key("source.remove", "d,delete", "remove", later("remove"), later("Read the source no longer, after asking")),
    Key("source.update", "R", "update", later("update"), later("Read this source again")),
    Key("source.problems", "p", "problems", later("problems"), later("Only the sources with a problem, or all again")),
    Key("source.close", "escape,q", "dismiss", later("close"), later("Close the sources")),
)
CLOSING = (Key("help.close", "escape,q,question_mark,h", "dismiss", later("close"), later("Close the help")),)
ASKING = (
    Key("ask.complete", "tab", "complete", later("complete"), later("Take what is suggested")),
    Key("ask.earlier", "up", "recall(-1)", later("earlier"), later("Earlier answer")),
    Key("ask.later", "down", "recall(1)", later("later"), later("Later answer")),
    Key("ask.give_up", "escape", "give_up", later("give up"), later("Give no answer")),
)

FINDING = (
    Key("palette.down", "down,ctrl+n", "choose(1)", later("down"), later("Next command")),
    Key("palette.up", "up,ctrl+p", "choose(-1)", later("up"), later("Previous command")),
    Key("palette.close", "escape", "dismiss", later("close"), later("Close the commands")),
)

GROUPS = (
    (later("Moving"), MOVING),
    (later("List"), OPENING),
    (later("Query line"), QUERYING),
    (later("Counts"), CHOOSING),
    (later("Timeline"), DATING),
    (later("Everywhere"), ACTING),
    (later("Article"), READING),
    (later("Find in the article"), SEEKING),
    (later("Versions"), COMPARING),
    (later("Sources"), SUBSCRIBING),
)
"""The table as help shows it."""

HERE: dict[Pane, tuple[Key, ...]] = {
    "filter": (*QUERYING, *ACTING),
    "counts": (*MOVING, *CHOOSING, *ACTING),
    "timeline": (*MOVING, *DATING, *(key for key in ACTING if key.id != "pane.back")),
    "list": (*MOVING, *OPENING, *READING, *ACTING),
    "article": (*MOVING, *READING, *ACTING),
}
"""What acts in a pane."""

PLACES = (*HERE.values(), (*MOVING, *CLOSING), (*MOVING, *COMPARING), (*MOVING, *SUBSCRIBING), FINDING, ASKING, SEEKING)
"""Acts that are in force together: no two of them can have one key."""
