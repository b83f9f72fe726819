"""A page -> its article; else the headlines of a list page, as teasers.

A page is a list where a person said how its headlines are found, where no article is found in it, and where what was
found for one is what lists show beside their headlines. No full article is ever invented from that.
"""

from typing import Final
from urllib.parse import urljoin

from zjreader.article import Reading
from zjreader.messages import _
from zjreader.parse import list_page, list_signs, markup, page_metas, web_page
from zjreader.parse.answer import Answer
from zjreader.parse.asked import Asked
from zjreader.parse.list_page import ListPage
from zjreader.parse.markup import Element, Page
from zjreader.parse.saved_from import saved_from
from zjreader.parse.web_page import WebPage
from zjreader.text.clean import Clean, clean_line

_FEED_TYPES: Final = frozenset({"application/rss+xml", "application/atom+xml", "application/feed+json"})


def read(data: bytes, asked: Asked) -> Answer:
    """The articles of a page, and how it was read."""
    page = markup.page(data, asked)
    if page is None:
        return Answer(problems=(clean_line(_("nothing to read in it")),))
    asked = asked._replace(url=asked.url or saved_from(data) or _own_address(page.root))
    return _judged(page, asked)._replace(feeds=tuple(_announced(page.root, asked.url)))


def _judged(page: Page, asked: Asked) -> Answer:
    if asked.select:
        chosen = list_page.read_selected(page, asked, asked.select)
        return _listed(page, chosen, _("the selector finds no headline in it"))
    found = web_page.read(page, asked)
    if found and not list_signs.is_doubtful(found):
        return _article(page, found)
    listed = list_page.read(page, asked)
    if found and not list_signs.is_list(found, page, listed):
        return _article(page, found)
    return _listed(page, listed, _("neither an article nor a list of headlines found in it"))


def _article(page: Page, found: WebPage) -> Answer:
    reading = Reading(found.article, page.read_as, next_part=found.next_part)
    return Answer((reading,), taken=found.taken, title=found.article.title)


def _listed(page: Page, listed: ListPage, otherwise: str) -> Answer:
    readings = tuple(Reading(teaser, page.read_as) for teaser in listed.teasers)
    if not readings:
        return Answer(problems=(clean_line(otherwise),), taken=listed.left_out)
    return Answer(readings, taken=listed.left_out, title=page_metas.title(page.root) or None)


def _own_address(root: Element) -> Clean | None:
    """The address that a page gives itself, for one of which nobody knows where it was found."""
    links = (link.get("href") for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical")
    address = clean_line(next(links, None) or page_metas.metas(root).get("og:url", ""))
    return address if address.startswith(("http:", "https:")) else None


def _announced(root: Element, url: Clean | None) -> list[Clean]:
    links = (link for link in root.iter("link") if (link.get("type") or "").strip().lower() in _FEED_TYPES)
    addresses = (clean_line(urljoin(url or "", (link.get("href") or "").strip())) for link in links)
    return list(dict.fromkeys(address for address in addresses if address.startswith(("http:", "https:"))))
