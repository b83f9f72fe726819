"""A file of addresses of any kind -> what can be subscribed to: OPML, bookmarks, tables, one address a line.

Told by content, never by name. Only http and https are taken, each address once, however it is written; whatever else
is listed becomes a problem, because a list comes from elsewhere and `file:` or `exec:` would be its author's order.
"""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from zjreader.article import Problem
from zjreader.identity import canonical_link
from zjreader.messages import _
from zjreader.parse import address_lines, bookmarks, opml
from zjreader.parse.listed import Listed
from zjreader.text.charset import decode
from zjreader.text.clean import Clean, clean_line

AddressKey = tuple[str, str | None]
_DECLARED: Final = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})|charset=["']?([\w-]{1,40})"""
)
_FIRST: Final = 1024
_FEED: Final = re.compile("feed:(?://)?(?=https?:)", re.IGNORECASE)
_FEED_ALONE: Final = re.compile("feed://", re.IGNORECASE)


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
    for each in _listed(_text(data), about):
        if isinstance(each, Problem):
            problems.append(each)
            continue
        plain = each._replace(address=_plain(each.address))
        link = key_of(plain.address)
        if link is None:
            what = _("only http and https are read, not {address}").format(address=each.address)
            problems.append(Problem(about, clean_line(what), each.line, skipped=1))
        elif link in listed:
            repeated += 1
        else:
            listed[link] = plain
    return SubscriptionList(tuple(listed.values()), tuple(problems), repeated)


def key_of(address: str) -> AddressKey | None:
    """What two ways of writing one address have in common; None for what is no web address.

    As for identity, but `www.` and `m.` count: pages there are the same articles, lists of them may be others.
    """
    link = canonical_link(address)
    return (link, urlsplit(address.strip()).hostname) if link else None


def _text(data: bytes) -> str:
    found = _DECLARED.search(data[:_FIRST])
    declared = (found[1] or found[2]).decode("ascii", "replace") if found else None
    return decode(data, declared).text.removeprefix("\ufeff")


def _listed(text: str, about: Clean) -> Iterable[Listed | Problem]:
    if opml.looks_like(text):
        return opml.listed(text)
    return bookmarks.listed(text) if bookmarks.looks_like(text) else address_lines.listed(text, about)


def _plain(address: Clean) -> Clean:
    """Without the scheme of feeds, which browsers once gave to reading programs."""
    return Clean(_FEED_ALONE.sub("http://", _FEED.sub("", address, count=1), count=1))
