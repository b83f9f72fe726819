"""What comes back through the wall: the articles of a page or a feed, and how it was read."""

from typing import Literal, NamedTuple

from zjreader.article import Reading
from zjreader.text.clean import Clean


class Taken(NamedTuple):
    """What a line of a page was taken for; `above`, `between` and `behind` the text it was left out."""

    what: Literal["title", "credits", "text", "above", "behind", "between"]
    text: Clean


class Answer(NamedTuple):
    """What a page or a feed came to.

    `problems` are sentences of the load report, `feeds` the addresses of the feeds that a page announces.
    """

    readings: tuple[Reading, ...] = ()
    problems: tuple[Clean, ...] = ()
    taken: tuple[Taken, ...] = ()
    feeds: tuple[Clean, ...] = ()
