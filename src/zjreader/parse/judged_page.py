"""A page -> its article; else the headlines of a list page, as teasers.

A page is a list where a person said how its headlines are found, where no article is found in it, and where what was
found for one consists of the openings that a list shows. No full article is ever invented from those.
"""

from typing import Final
from urllib.parse import urljoin

from zjreader.article import Article, Reading
from zjreader.messages import _
from zjreader.parse import list_page, markup, web_page
from zjreader.parse.answer import Answer
from zjreader.parse.asked import Asked
from zjreader.parse.markup import Element, Page
from zjreader.parse.page_units import without_link
from zjreader.parse.saved_from import saved_from
from zjreader.text.clean import Clean, clean_line

_FEED_TYPES: Final = frozenset({"application/rss+xml", "application/atom+xml", "application/feed+json"})
_FEWEST_OPENINGS: Final = 3
_OF_TEASERS: Final = 0.5
"""Share of an article's characters from which on it is a list, where headlines and their openings say them as well."""


def read(data: bytes, asked: Asked) -> Answer:
    """The articles of a page, and how it was read."""
    page = markup.page(data, asked)
    if page is None:
        return Answer(problems=(clean_line(_("nothing to read in it")),))
    asked = asked._replace(url=asked.url or saved_from(data) or _own_address(page.root))
    return _judged(page, asked)._replace(feeds=tuple(_announced(page.root, asked.url)))


def _judged(page: Page, asked: Asked) -> Answer:
    if asked.select:
        return _listed(
            page, list_page.read_selected(page, asked, asked.select), _("the selector finds no headline in it")
        )
    found = web_page.read(page, asked)
    if found and not _is_of_openings(found.article, page, asked):
        reading = Reading(found.article, page.read_as, next_part=found.next_part)
        return Answer((reading,), taken=found.taken)
    return _listed(page, list_page.read(page, asked), _("neither an article nor a list of headlines found in it"))


def _listed(page: Page, teasers: tuple[Article, ...], otherwise: str) -> Answer:
    readings = tuple(Reading(teaser, page.read_as) for teaser in teasers)
    return Answer(readings) if readings else Answer(problems=(clean_line(otherwise),))


def _is_of_openings(article: Article, page: Page, asked: Asked) -> bool:
    """Whether what was found for an article consists of what a list on its page shows of others."""
    texts = [without_link(block.text) for block in article.blocks]
    cut_off = sum(
        text.endswith(("…", "...")) or text != block.text for text, block in zip(texts, article.blocks, strict=True)
    )
    if cut_off < _FEWEST_OPENINGS:
        return False
    said = {text for teaser in list_page.read(page, asked) for text in (teaser.title, teaser.summary)}
    return sum(len(text) for text in texts if text in said) > _OF_TEASERS * sum(map(len, texts))


def _own_address(root: Element) -> Clean | None:
    """The address that a page gives itself, for one of which nobody knows where it was found."""
    links = (link.get("href") for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical")
    address = clean_line(next(links, None) or markup.metas(root).get("og:url", ""))
    return address if address.startswith(("http:", "https:")) else None


def _announced(root: Element, url: Clean | None) -> list[Clean]:
    links = (link for link in root.iter("link") if (link.get("type") or "").strip().lower() in _FEED_TYPES)
    addresses = (clean_line(urljoin(url or "", (link.get("href") or "").strip())) for link in links)
    return list(dict.fromkeys(address for address in addresses if address.startswith(("http:", "https:"))))
