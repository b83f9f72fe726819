"""What comes back through the wall: the articles of a page or a feed, and how it was read."""

from typing import Literal, NamedTuple

from zjreader.article import Block, Reading
from zjreader.text.clean import Clean


class Taken(NamedTuple):
    """What a line or a link of a page was taken for.

    Lines above, between and behind the text of an article were left out, and so were, among the headlines of a list,
    links to a site's first page or to a search of their words, in the place of a menu, with the words of a site, too
    short or too long, among the short ones of a menu.
    """

    what: Literal[
        "title", "credits", "text", "above", "behind", "between", "site", "search", "place", "words", "length", "menu"
    ]
    text: Clean


class Answer(NamedTuple):
    """What a page or a feed came to.

    `problems` are sentences of the load report, `feeds` the addresses of the feeds that a page announces. `title` is
    what a feed, or a list page, calls itself; of an article's page it is the article's. `blocks` are those of a cell.
    """

    readings: tuple[Reading, ...] = ()
    problems: tuple[Clean, ...] = ()
    taken: tuple[Taken, ...] = ()
    feeds: tuple[Clean, ...] = ()
    title: Clean | None = None
    blocks: tuple[Block, ...] = ()
