"""A list page -> its headlines as teasers, each with its link and with the date and the opening beside it.

Found by themselves, or where a CSS selector points. Refuses to take a few stray links for a list.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from zjreader.article import Article
from zjreader.identity import canonical_link
from zjreader.parse import list_records, markup, page_metas
from zjreader.parse.answer import Taken
from zjreader.parse.asked import Asked
from zjreader.parse.beside import beside
from zjreader.parse.dates_beside import Clock
from zjreader.parse.headlines import Headline, headline, title_of, weight
from zjreader.parse.markup import Page
from zjreader.parse.selectors import selected
from zjreader.parse.sifted_links import Why, sifted
from zjreader.text.clean import Clean, clean_line
from zjreader.text.dates import CHINA
from zjreader.text.zones import zone_named

_FEWEST: Final = 3
_SECTION_ENDS: Final = re.compile(r"[_|｜]|\s[-–—]\s?|(?<=[\u3400-\u9fff])[-–—]{1,2}(?=[\u3400-\u9fff])")
_NEWS_OF_THE_READER: Final = re.compile(r"^[(（][0-9]+[^)）]*[)）] *")
"""What a site puts before the title of a page for whoever is logged in: (3 条消息)."""


class ListPage(NamedTuple):
    """The headlines of a page, as links and as teasers, in its order, and the links that were left out."""

    headlines: tuple[Headline, ...]
    teasers: tuple[Article, ...]
    left_out: tuple[Taken, ...] = ()


def read(page: Page, asked: Asked) -> ListPage:
    """The headlines of the page; none where these are fewer than make a list."""
    list_records.show(page.root)
    links = list(sifted(page, asked.url))
    found = tuple(each.headline for each in links if each.why is None)
    left_out = tuple(_left_out(each.headline, each.why) for each in links if each.why and each.headline.title)
    return _listed(page, found if len(found) >= _FEWEST else (), asked)._replace(left_out=left_out)


def _left_out(headline: Headline, why: Why) -> Taken:
    return Taken(why, Clean(f"{headline.title} · {headline.url}"))


def read_selected(page: Page, asked: Asked, selector: str) -> ListPage:
    """The headlines that a CSS selector points at, be it at the links themselves or at what holds one each."""
    list_records.show(page.root)
    links = {link.element: link for link in markup.links(page.root, asked.url)}
    found: dict[str, Headline] = {}
    for element in selected(page.root, selector):
        inside = [links[each] for each in element.iter("a") if each in links]
        if inside and weight(title_of(best := max(inside, key=lambda link: weight(title_of(link))))):
            found.setdefault(canonical_link(best.url) or best.url, headline([best]))
    return _listed(page, tuple(found.values()), asked)


def _listed(page: Page, found: tuple[Headline, ...], asked: Asked) -> ListPage:
    return ListPage(found, tuple(_teasers(page, found, asked)))


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
    title = _NEWS_OF_THE_READER.sub("", page_metas.title(page.root))
    return clean_line(_SECTION_ENDS.split(title, maxsplit=1)[0]) or None
