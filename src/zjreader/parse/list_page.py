"""A list page -> its headlines as teasers, each with its link and with the date and the opening beside it.

Found by themselves, or where a CSS selector points. Refuses to take a few stray links for a list.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from zjreader.article import Article
from zjreader.identity import canonical_link
from zjreader.parse import markup
from zjreader.parse.asked import Asked
from zjreader.parse.beside import beside
from zjreader.parse.dates_beside import Clock
from zjreader.parse.headlines import Headline, headline, headlines, title_of, weight
from zjreader.parse.markup import Page
from zjreader.parse.selectors import selected
from zjreader.text.clean import Clean, clean_line
from zjreader.text.dates import CHINA
from zjreader.text.zones import zone_named

_FEWEST: Final = 3
_SECTION_ENDS: Final = re.compile(r"[_|｜]|\s[-–—]\s?|(?<=[\u3400-\u9fff])[-–—]{1,2}(?=[\u3400-\u9fff])")


def read(page: Page, asked: Asked) -> tuple[Article, ...]:
    """The headlines of the page, in its order; none where these are fewer than make a list."""
    found = list(headlines(page, asked.url))
    return tuple(_teasers(page, found, asked)) if len(found) >= _FEWEST else ()


def read_selected(page: Page, asked: Asked, selector: str) -> tuple[Article, ...]:
    """The headlines that a CSS selector points at, be it at the links themselves or at what holds one each."""
    links = {link.element: link for link in markup.links(page.root, asked.url)}
    found: dict[str, Headline] = {}
    for element in selected(page.root, selector):
        inside = [links[each] for each in element.iter("a") if each in links]
        if inside and weight(title_of(best := max(inside, key=lambda link: weight(title_of(link))))):
            found.setdefault(canonical_link(best.url) or best.url, headline([best]))
    return tuple(_teasers(page, list(found.values()), asked))


def _teasers(page: Page, found: Sequence[Headline], asked: Asked) -> Iterator[Article]:
    zone = zone_named(asked.zone) if asked.zone else None
    section = asked.section or _section(page)
    for each, around in zip(found, beside(found, Clock(asked.base, zone or CHINA)), strict=True):
        said = around.credits
        yield Article(
            "teaser",
            each.title,
            around.opening,
            section,
            said.publisher,
            authors=said.authors,
            correspondents=said.correspondents,
            editor=said.editor,
            published=said.published,
            url=each.url,
        )


def _section(page: Page) -> Clean | None:
    """What the title of a list page begins with: 财经 of 财经_江城在线."""
    title = next(map(markup.text, page.root.iter("title")), "")
    return clean_line(_SECTION_ENDS.split(title, maxsplit=1)[0]) or None
