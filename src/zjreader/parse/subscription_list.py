"""A file of addresses of any kind -> what can be subscribed to: OPML, bookmarks, tables, one address a line.

Told by content, never by name. Only http and https are taken, each address once, however it is written; whatever else
is listed becomes a problem, because a list comes from elsewhere and `file:` or `exec:` would be its author's order.
"""

from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import urlsplit

from zjreader.article import Problem
from zjreader.identity import canonical_link
from zjreader.messages import _
from zjreader.parse import address_lines, bookmarks, opml
from zjreader.parse.asked import UNTOLD
from zjreader.parse.listed import Listed, plain
from zjreader.parse.page_text import text_of
from zjreader.text.clean import Clean, clean_line

AddressKey = tuple[str, str | None]


class SubscriptionList(NamedTuple):
    """What a list holds that can be read, each address once; what it holds besides; how many were there again."""

    listed: tuple[Listed, ...]
    problems: tuple[Problem, ...]
    repeated: int


def read(data: bytes, about: Clean) -> SubscriptionList:
    """The list in these bytes; `about` is its name in problems."""
    listed: dict[AddressKey, Listed] = {}
    problems: list[Problem] = []
    repeated = 0
    for each in _listed(text_of(data, UNTOLD).text.removeprefix("\ufeff"), about):
        if isinstance(each, Problem):
            problems.append(each)
            continue
        meant = each._replace(address=plain(each.address))
        link = key_of(meant.address)
        if link is None:
            what = _("only http and https are read, not {address}").format(address=each.address)
            problems.append(Problem(about, clean_line(what), each.line, skipped=1))
        elif link in listed:
            repeated += 1
        else:
            listed[link] = meant
    return SubscriptionList(tuple(listed.values()), tuple(problems), repeated)


def key_of(address: str) -> AddressKey | None:
    """What two ways of writing one address have in common; None for what is no web address.

    As for identity, but `www.` and `m.` count: pages there are the same articles, lists of them may be others.
    """
    link = canonical_link(address)
    return (link, urlsplit(address.strip()).hostname) if link else None


def _listed(text: str, about: Clean) -> Iterable[Listed | Problem]:
    if opml.looks_like(text):
        return opml.listed(text)
    return bookmarks.listed(text) if bookmarks.looks_like(text) else address_lines.listed(text, about)
