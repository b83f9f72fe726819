"""By what an article is known when it is met again: its ids, its place, its title and its text, each as a number.

A sign is an id's own 64 bits, or 63 of a hash of anything else: small enough to keep ten million of them, of which two
would be equal by chance in one library of two hundred thousand. The rules are CONTRACT §2's.
"""

import re
from collections.abc import Iterator
from hashlib import blake2b
from typing import NamedTuple

from zjreader import identity
from zjreader.article import Article, Document
from zjreader.identity import make_id
from zjreader.text.clean import Clean

OTHER = 1
"""The bit by which the title of a teaser differs from that of a full text, and a text with a link from one without."""


_ID = re.compile("[a-f][0-9a-f]{15}")


class Place(NamedTuple):
    """Where an article stood: in which document, whether others bear its link, whether it was alone there."""

    document: Document
    link_is_shared: bool = False
    is_alone: bool = False


class Signs(NamedTuple):
    """What an article bears; each group is empty where it bears no such sign.

    Whoever bears one of `own` is the same article; whoever stood at its `place` only while it is alike. `link` is the
    sign of a link that does not identify any more. `title` and `text` find, with `OTHER`, whom it may be joined with;
    that of a text is made of its title and day, and tells no more than that it is worth comparing.
    """

    own: tuple[int, ...]
    place: tuple[int, ...]
    link: tuple[int, ...]
    title: tuple[int, ...]
    text: tuple[int, ...]


def signs(own_id: Clean, article: Article, place: Place) -> Signs:
    """The signs of an article with this id at this place."""
    link, guid, title = tuple(_of_link(article)), tuple(_of_guid(article)), identity.folded(article.title)
    return Signs(
        own=(of_id(own_id), *(() if place.link_is_shared else link), *guid),
        place=tuple(_of_place(article, place)),
        link=link if place.link_is_shared else (),
        title=tuple(_of_title(article, title)),
        text=tuple(_of_text(article, title, linked=bool(link or guid))),
    )


def of_id(identity: Clean) -> int:
    """An id's own 64 bits, negative since its first digit is a letter; a hash of what a journal alone takes for one."""
    return int(identity, 16) - (1 << 64) if _ID.fullmatch(identity) else _hashed("id", identity)


def of_follower(root: Clean) -> int:
    """The sign of those that a record joined with the article of this id."""
    return _hashed("joined", root)


def is_linked(article: Article) -> bool:
    """Whether a link or a guid identifies it."""
    return bool(identity.identifying_link(article.url) or article.guid)


def _of_link(article: Article) -> Iterator[int]:
    if link := identity.identifying_link(article.url):
        yield of_id(make_id("link", link))


def _of_guid(article: Article) -> Iterator[int]:
    if article.guid:
        yield of_id(make_id("guid", identity.guid_value(*article.guid)))


def _of_place(article: Article, place: Place) -> Iterator[int]:
    document = place.document
    if article.key:
        yield _hashed("key", document.source, document.address, article.key)
    elif place.is_alone:
        yield _hashed("file", document.source, document.address)


def _of_title(article: Article, title: str) -> Iterator[int]:
    if len(title) >= identity.TELLING_TITLE:
        yield _either(_hashed("title", title), is_other=article.kind == "teaser")


def _of_text(article: Article, title: str, *, linked: bool) -> Iterator[int]:
    if article.kind == "full":
        yield _either(_hashed("text", title, identity.shown_day(article)), is_other=linked)


def _either(sign: int, *, is_other: bool) -> int:
    return sign | OTHER if is_other else sign & ~OTHER


def _hashed(*parts: str) -> int:
    digest = blake2b("\0".join(parts).encode(), digest_size=8).digest()
    return int.from_bytes(digest) >> 1
