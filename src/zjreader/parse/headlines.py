"""A list page's tree -> its headlines: the links that lead to articles and say what these are about.

A link is judged by its own words and address, and a short one by the links alike in structure: in a list of headlines
one of six characters is one as well. Links of one address, its picture's among them, are one headline.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from zjreader.identity import canonical_link
from zjreader.parse import markup
from zjreader.parse.list_furniture import is_furniture, is_words_of_a_site, leads_to_a_site, leads_to_an_article
from zjreader.parse.markup import Element, Link, Page
from zjreader.text.clean import Clean, clean_line

LONG: Final = 10
"""Characters of Chinese, or words of another language, from which on a link is a headline by its length alone."""

_SHORTEST: Final = 5
_LONGEST: Final = 120
_LONGEST_MENU: Final = 7
_MOST_OF_A_MENU: Final = 0.3
_HEADLINES_OF_A_LIST: Final = 0.5
_MOST_OF_THE_PAGE: Final = 0.4
_FEWEST_ALIKE: Final = 4
_NEAR: Final = 4
"""Elements around a link by whose names links are alike."""

_PIECE: Final = re.compile("[\u3400-\u9fff]|[^\\W\u3400-\u9fff]+")
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_TITLES: Final = re.compile(r"(?<![a-z])(?:title|tit|headline|subject|biaoti|bt)(?![a-z])", re.IGNORECASE)
_STATE: Final = re.compile(
    r"\d|^(?:on|active|cur|current|first|last|odd|even|hover|hot|red|bold|top|selected|visited)$"
)
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


class _Offer(NamedTuple):
    """An address that a page offers, by the link that says it best."""

    headline: Headline
    weight: int
    leads_to_an_article: bool
    shape: tuple[str, ...]


def weight(text: str) -> int:
    """Characters of Chinese and words of other languages."""
    return len(_PIECE.findall(text))


def headlines(page: Page, url: Clean | None) -> Iterator[Headline]:
    """The headlines of a page that was found at this address, in its order."""
    offers = list(_offers(page, url))
    alike: dict[tuple[str, ...], list[_Offer]] = defaultdict(list)
    for offer in offers:
        alike[offer.shape].append(offer)
    for offer in offers:
        if _is_headline(offer, alike[offer.shape]):
            yield offer.headline


def headline(links: Sequence[Link]) -> Headline:
    """What links of one address come to."""
    titles = [(link, title_of(link)) for link in links]
    likely = [(link, title) for link, title in titles if weight(title) >= _SHORTEST and not is_words_of_a_site(title)]
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
    marked = next((each for each in link.element.iterdescendants() if _is_marked_as_title(each)), None)
    if marked is not None and weight(text := markup.text(marked)) >= _SHORTEST:
        return text
    return _first_line(link.element) or link.text


def _first_line(element: Element) -> Clean | None:
    lines = [line.text for line in markup.lines(element)]
    return next((line for line in lines if weight(line) >= _SHORTEST and not _DATE.fullmatch(line)), None)


def _is_marked_as_title(element: Element) -> bool:
    return element.tag in _HEADINGS or _TITLES.search(element.get("class") or "") is not None


def _unlike_a_title(link: Link, title: Clean) -> tuple[bool, bool]:
    """What orders the links of one address: those in a heading before others, openings behind titles."""
    return "。" in title or len(title) > _LONGEST, not _is_in_heading(link.element)


def _is_in_heading(link: Element) -> bool:
    return any(map(_is_marked_as_title, [link, *islice(link.iterancestors(), 2)]))


def _offers(page: Page, url: Clean | None) -> Iterator[_Offer]:
    own = canonical_link(url) if url else None
    links: dict[str, list[Link]] = defaultdict(list)
    for link in markup.links(page.root, url):
        address = canonical_link(link.url) or (link.url if "://" not in link.url else None)
        if address and address != own and not leads_to_a_site(link.url):
            links[address].append(link)
    found = [_offer(headline(several)) for several in links.values()]
    surrounding = _surrounding(found)
    for offer in found:
        if surrounding.isdisjoint(offer.headline.link.iterancestors()):
            yield offer


def _offer(found: Headline) -> _Offer:
    said = 0 if is_words_of_a_site(found.title) else weight(found.title)
    return _Offer(found, said, leads_to_an_article(found.url), _shape(found.link))


def _surrounding(found: Sequence[_Offer]) -> set[Element]:
    """The elements that hold furniture: so called, with few of the page's long links, and these few among others."""
    all_inside: dict[Element, int] = defaultdict(int)
    long_inside: dict[Element, int] = defaultdict(int)
    for offer in found:
        for element in offer.headline.link.iterancestors():
            all_inside[element] += 1
            long_inside[element] += offer.weight >= LONG
    most = _MOST_OF_THE_PAGE * sum(offer.weight >= LONG for offer in found)
    return {
        element
        for element, count in all_inside.items()
        if long_inside[element] <= most
        and long_inside[element] < max(_FEWEST_ALIKE, _HEADLINES_OF_A_LIST * count)
        and is_furniture(element)
    }


def _shape(link: Element) -> tuple[str, ...]:
    """The names of a link and of what it stands in; links of one list have the same."""
    around = [link, *islice(link.iterancestors(), _NEAR)]
    return tuple(" ".join([each.tag, *_lasting(each)]) for each in around)


def _lasting(element: Element) -> list[str]:
    return sorted(name for name in (element.get("class") or "").split() if not _STATE.search(name))


def _is_headline(offer: _Offer, alike: Sequence[_Offer]) -> bool:
    if not _SHORTEST <= offer.weight <= _LONGEST:
        return False
    if offer.weight >= LONG:
        return offer.leads_to_an_article or not _are_menu(alike)
    return offer.leads_to_an_article and (_are_headlines(alike) or _is_in_heading(offer.headline.link))


def _are_menu(alike: Sequence[_Offer]) -> bool:
    told = sum(offer.weight > _LONGEST_MENU for offer in alike)
    return len(alike) >= _FEWEST_ALIKE and told < _MOST_OF_A_MENU * len(alike)


def _are_headlines(alike: Sequence[_Offer]) -> bool:
    return sum(offer.weight >= LONG for offer in alike) >= _HEADLINES_OF_A_LIST * len(alike)
