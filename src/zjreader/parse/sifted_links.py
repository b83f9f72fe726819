"""A list page's links, sifted: those that are headlines, and why each other one is none.

A link is judged by its place, its words and its address, a short one by the links of its structure and of its kind of
address: in a list of headlines one of six characters is one as well.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import islice
from typing import Final, Literal, NamedTuple

from zjreader.identity import canonical_link
from zjreader.parse import markup
from zjreader.parse.headlines import LONGEST, SHORTEST, Headline, headline, is_in_heading, weight
from zjreader.parse.link_address import form, leads_to_a_search, leads_to_a_site, leads_to_an_article
from zjreader.parse.list_furniture import is_advertising, is_furniture, is_words_of_a_site
from zjreader.parse.markup import Element, Link, Page
from zjreader.text.clean import Clean

Why = Literal["site", "search", "place", "words", "length", "menu"]

_LONG: Final = 10
"""Weight from which on a link is a headline by its length alone."""

_LONGEST_MENU: Final = 7
_MOST_OF_A_MENU: Final = 0.3
_HEADLINES_OF_A_LIST: Final = 0.5
_MOST_OF_THE_PAGE: Final = 0.4
_FEWEST_ALIKE: Final = 4
_SHORTEST_AMONG_ALIKE: Final = 2
_NEAR: Final = 4
"""Elements around a link by whose names links are alike."""

_STATE: Final = re.compile(
    r"\d|^(?:on|active|cur|current|first|last|odd|even|hover|hot|red|bold|top|selected|visited)$"
)


class Sifted(NamedTuple):
    """What the links of one address say, and why it is no headline.

    `site`: leads to a site's first page; `search`: asks for its own words; `place`: stands in a menu or an imprint;
    `words`: says what sites say of themselves; `length`: too short or too long; `menu`: is one of many short ones.
    """

    headline: Headline
    why: Why | None


class _Offer(NamedTuple):
    """An address that a page offers, by the link that says it best."""

    headline: Headline
    weight: int
    leads_to_an_article: bool
    shape: tuple[str, ...]
    form: str


def sifted(page: Page, url: Clean | None) -> Iterator[Sifted]:
    """The links of a page that was found at this address, in its order, those of one address as one."""
    found = list(map(headline, _links(page, url)))
    aside = {each.url: _aside(each) for each in found}
    offers = {each.url: _offer(each) for each in found if not aside[each.url]}
    places = _places(list(offers.values()))
    placed = {
        url for url, offer in offers.items() if not places.isdisjoint(map(_name, offer.headline.link.iterancestors()))
    }
    kinds = _Kinds([offer for url, offer in offers.items() if url not in placed])
    for each in found:
        if each.url in placed:
            yield Sifted(each, "place")
        else:
            yield Sifted(each, aside[each.url] or kinds.why_none(offers[each.url]))


def _links(page: Page, url: Clean | None) -> Sequence[Sequence[Link]]:
    """The links away from the page, those of one address together."""
    own = canonical_link(url) if url else None
    links: dict[str, list[Link]] = defaultdict(list)
    for link in markup.links(page.root, url):
        address = canonical_link(link.url) or (link.url if "://" not in link.url else None)
        if address and address != own:
            links[address].append(link)
    return list(links.values())


def _aside(found: Headline) -> Why | None:
    if leads_to_a_site(found.url):
        return "site"
    return "search" if leads_to_a_search(found.url, found.title) else None


def _offer(found: Headline) -> _Offer:
    said = 0 if is_words_of_a_site(found.title) else weight(found.title)
    return _Offer(found, said, leads_to_an_article(found.url), _shape(found.link), form(found.url))


def _places(offers: Sequence[_Offer]) -> set[str]:
    """The names of elements that hold furniture: so called, with few of the page's long links, these among others."""
    all_inside: dict[str, int] = defaultdict(int)
    long_inside: dict[str, int] = defaultdict(int)
    named: dict[str, Element] = {}
    for offer in offers:
        around = {_name(element): element for element in offer.headline.link.iterancestors()}
        named.update(around)
        for name in around:
            all_inside[name] += 1
            long_inside[name] += offer.weight >= _LONG
    most = _MOST_OF_THE_PAGE * sum(offer.weight >= _LONG for offer in offers)
    return {
        name
        for name, element in named.items()
        if long_inside[name] <= most
        and (
            is_advertising(element)
            or (
                long_inside[name] < max(_FEWEST_ALIKE, _HEADLINES_OF_A_LIST * all_inside[name])
                and is_furniture(element)
            )
        )
    }


def _name(element: Element) -> str:
    """What an element is called; elements that are called the same are one place."""
    return " ".join([element.tag, *filter(None, map(element.get, ("role", "id", "class")))])


def _shape(link: Element) -> tuple[str, ...]:
    """The names of a link and of what it stands in; links of one list have the same."""
    around = [link, *islice(link.iterancestors(), _NEAR)]
    return tuple(" ".join([each.tag, *_lasting(each)]) for each in around)


def _lasting(element: Element) -> list[str]:
    return sorted(name for name in (element.get("class") or "").split() if not _STATE.search(name))


class _Kinds:
    """The offers of a page, counted by their structure, by the form of their addresses, and by both."""

    def __init__(self, offers: Sequence[_Offer]) -> None:
        self._all, self._told, self._long = Counter[Hashable](), Counter[Hashable](), Counter[Hashable]()
        for offer in offers:
            for kind in (offer.shape, offer.form, (offer.shape, offer.form)):
                self._all[kind] += 1
                self._told[kind] += offer.weight > _LONGEST_MENU
                self._long[kind] += offer.weight >= _LONG

    def why_none(self, offer: _Offer) -> Why | None:
        """Why an offer is no headline."""
        if not offer.weight:
            return "words"
        if offer.weight > LONGEST:
            return "length"
        if offer.weight >= _LONG:
            menu = self._is_menu(offer.shape) and (not offer.leads_to_an_article or self._is_menu(offer.form))
            return "menu" if menu else None
        return None if offer.leads_to_an_article and self._is_among_headlines(offer) else "length"

    def _is_among_headlines(self, offer: _Offer) -> bool:
        """Whether a short title stands where headlines stand, or leads where headlines lead."""
        if offer.weight < SHORTEST:
            both = (offer.shape, offer.form)
            return offer.weight >= _SHORTEST_AMONG_ALIKE and self._are_several(both) and self._are_headlines(both)
        menu = self._is_menu(offer.form)
        if self._are_several(offer.form) and not menu:
            return True
        return is_in_heading(offer.headline.link) or (self._are_headlines(offer.shape) and not menu)

    def _are_several(self, kind: Hashable) -> bool:
        return self._all[kind] >= _FEWEST_ALIKE

    def _is_menu(self, kind: Hashable) -> bool:
        return self._are_several(kind) and self._told[kind] < _MOST_OF_A_MENU * self._all[kind]

    def _are_headlines(self, kind: Hashable) -> bool:
        return self._long[kind] >= _HEADLINES_OF_A_LIST * self._all[kind]
