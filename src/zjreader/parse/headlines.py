"""What links of a list page say: the title of the article that they lead to, without rank, date, bullet and opening.

Links of one address, its picture's among them, are one headline.
"""

import re
from collections.abc import Sequence
from itertools import islice
from typing import Final, NamedTuple

from zjreader.parse import markup
from zjreader.parse.list_furniture import is_words_of_a_site
from zjreader.parse.markup import Element, Link
from zjreader.text.clean import Clean, clean_line

SHORTEST: Final = 5
"""Characters of Chinese, or words of another language, of the shortest title."""

LONGEST: Final = 120

_PIECE: Final = re.compile("[\u3400-\u9fff]|[^\\W\u3400-\u9fff]+")
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_TITLES: Final = re.compile(r"(?<![a-z])(?:title|tit|headline|subject|biaoti|bt)(?![a-z])", re.IGNORECASE)
_BULLETS: Final = re.compile(r"^[\s·•●▪■◆▶►→>|*]+|[\s|]+$")
_RANK: Final = re.compile("[0-9]{1,2}")
_DATE: Final = re.compile(r"[\[(【]?[0-9]{1,4}[/.:年月-][0-9/.:年月日 -]{1,15}[\])】]?")
"""What stands in an element of its own at an end of a link and is no part of its title."""


class Headline(NamedTuple):
    """A headline: where it leads, what it says, its link, and all links of the page to the same address."""

    url: Clean
    title: Clean
    link: Element
    links: tuple[Element, ...]


def weight(text: str) -> int:
    """Characters of Chinese and words of other languages."""
    return len(_PIECE.findall(text))


def headline(links: Sequence[Link]) -> Headline:
    """What links of one address come to."""
    titles = [(link, title_of(link)) for link in links]
    likely = [(link, title) for link, title in titles if weight(title) >= SHORTEST and not is_words_of_a_site(title)]
    link, title = min(likely or titles, key=lambda each: _unlike_a_title(*each))
    return Headline(link.url, title, link.element, tuple(each.element for each in links))


def title_of(link: Link) -> Clean:
    """What a link says of its article, without rank, date and opening; what is cut off, its `title` completes."""
    said = link.text if not len(link.element) else _said(link)
    for margin in link.element.iterdescendants():
        shown = clean_line(margin.text or "")
        if _DATE.fullmatch(shown):
            said = clean_line(said.removeprefix(shown).removesuffix(shown))
        elif _RANK.fullmatch(shown):
            said = clean_line(said.removeprefix(shown))
    said = clean_line(_BULLETS.sub("", said))
    whole = clean_line(link.element.get("title") or "")
    beginning = said.rstrip(".…")
    return whole if len(beginning) < len(said) and beginning and whole.startswith(beginning) else said


def _said(link: Link) -> Clean:
    """The part of a link that is marked as a title, else its first line that says something."""
    marked = next(filter(_is_title, link.element.iterdescendants()), None)
    if marked is not None and weight(text := markup.text(marked)) >= SHORTEST:
        return text
    return _first_line(link.element) or link.text


def _first_line(element: Element) -> Clean | None:
    lines = [line.text for line in markup.lines(element)]
    return next((line for line in lines if weight(line) >= SHORTEST and not _DATE.fullmatch(line)), None)


def _is_title(element: Element) -> bool:
    """Whether an element is marked as a title, and is not what holds one: `title-wrap`."""
    return _is_marked_as_title(element) and not any(map(_is_marked_as_title, element.iterdescendants()))


def _is_marked_as_title(element: Element) -> bool:
    return element.tag in _HEADINGS or _TITLES.search(element.get("class") or "") is not None


def _unlike_a_title(link: Link, title: Clean) -> tuple[bool, bool]:
    """What orders the links of one address: those in a heading before others, openings behind titles."""
    return "。" in title or len(title) > LONGEST, not is_in_heading(link.element)


def is_in_heading(link: Element) -> bool:
    """Whether a link is, or stands in, a heading or what is marked as a title."""
    return any(map(_is_marked_as_title, [link, *islice(link.iterancestors(), 2)]))
