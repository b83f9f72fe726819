"""Who an article is: canonical links, ids, and when two articles are one. The rules are CONTRACT §2's, frozen.

Pure functions over articles; nothing here learns: fold table, dateline pattern and tracking parameters are copies of
its own (`identity_tables`). `docs/identity.md` holds the vectors that no later version may change.
"""

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache, partial
from hashlib import sha256
from itertools import pairwise
from urllib.parse import SplitResult, urlsplit

from zjreader import identity_tables as tables
from zjreader.article import Article
from zjreader.text.clean import Clean

OPENING = 64
"""Folded, non-blank characters of a body that take part in the `text` rule."""

TELLING_TITLE = 8
"""Characters of a folded title from which on it can join a teaser and a full text."""

TELLING_SUMMARY = 16
"""Characters of a folded summary without blanks from which on it can be looked for in a body."""

_PARTS = 256
"""Parts in which the links of a document are compared."""

_ENOUGH_FOR_OPENING = 40 * OPENING
_MOST_DATELINE = 2 * OPENING
"""Characters beyond which no dateline reaches."""

_HANZI = range(0x4E00, 0xA000)
_DEFAULT_PORTS = {"http": 80, "https": 443}
_USUAL_LINK = re.compile(
    r"https?://(?:(?:www|m|wap)\.(?=[a-z0-9-]++\.))?([a-z0-9-]++(?:\.[a-z0-9-]++)++/[A-Za-z0-9/_.~-]*+)"
)
"""Links of which all but scheme and prefix tells pages apart; they need not be taken to pieces."""
_DATELINE = re.compile(tables.DATELINE)
_CUT_OFF = re.compile(r"(?<![….])(?:\.{3,}+|…++|\[?[(【]?(?:查看)?(?:详细|详情|全文|更多)[)】]?\]?){1,8}+$")


class Identifier:
    """Gives the articles of one document their ids, by the first rule that applies: `link`, `guid`, `text`.

    Keeps 16 bytes of each article without link and guid, not its text.
    """

    def __init__(self, shared: AbstractSet[str] = frozenset()) -> None:
        """`shared` are the canonical links that this document gives to articles of different titles."""
        self._shared = shared
        self._texts: dict[int, int] = {}

    def identify(self, article: Article) -> Clean:
        """The article's id; to be asked once for each article, in the order of the document."""
        link = identifying_link(article.url)
        if link and link not in self._shared:
            return make_id("link", link)
        if article.guid:
            return make_id("guid", guid_value(*article.guid))
        value, longer = text_value(article), longer_text_value(article)
        first = self._texts.setdefault(hash(value), hash(longer))
        return make_id("text", value if first == hash(longer) else longer)

    def falls_back(self, article: Article) -> bool:
        """Whether the article has a link that does not identify it, because others bear it too."""
        return identifying_link(article.url) in self._shared


def shared_links(bearers: Callable[[], Iterable[tuple[str, str]]]) -> frozenset[str]:
    """The canonical links that articles of different titles bear; `bearers` gives the links and titles of a document.

    It is asked again where any link comes with two titles, which may yet be the same when folded. Keeps 16 bytes of
    each link, and for a moment a little more of some of them.
    """
    suspects = _links_met_twice(bearers())
    titles: dict[str, str] = {}
    shared: set[str] = set()
    for url, title in bearers() if suspects else ():
        link = identifying_link(url)
        if link and hash(link) in suspects and titles.setdefault(link, plain := folded(title)) != plain:
            shared.add(link)
    return frozenset(shared)


def _links_met_twice(bearers: Iterable[tuple[str, str]]) -> frozenset[int]:
    """The hashes of links that come with more than one title; compared part by part, so that few are held twice."""
    parts = defaultdict[int, "array[int]"](partial(array, "q"))
    for url, title in bearers:
        if link := identifying_link(url):
            mark = hash(link)
            parts[mark % _PARTS].extend((mark, hash(title)))
    suspects: set[int] = set()
    for part in parts.values():
        titles: dict[int, int] = {}
        pairs = zip(part[::2], part[1::2], strict=True)
        suspects.update(link for link, title in pairs if titles.setdefault(link, title) != title)
    return frozenset(suspects)


@lru_cache(maxsize=1024)
def canonical_link(url: str) -> str | None:
    """The link without what does not tell pages apart; None for what is no web address.

    Dropped: scheme, credentials, default port, one leading `www.`, `m.` or `wap.`, tracking parameters and the
    fragment, but for one that begins with `#/` or `#!`, which some sites route by.
    """
    if usual := _USUAL_LINK.fullmatch(url):
        return usual[1]
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in _DEFAULT_PORTS or not parts.hostname:
        return None
    return _host(parts, port) + parts.path + _query(parts) + _fragment(parts)


@lru_cache(maxsize=1024)
def identifying_link(url: str | None) -> str | None:
    """The canonical link, if it has a path, query or routing fragment: a site's own address names no article."""
    link = canonical_link(url) if url else None
    return link if link and (link.partition("/")[2] or "?" in link or "#" in link) else None


def guid_value(feed: str, guid: str) -> str:
    """The value of the `guid` rule: the feed's address, canonical where it is one, and the entry's guid."""
    return f"{canonical_link(feed) or feed}\0{guid}"


def text_value(article: Article) -> str:
    """The value of the `text` rule: folded title, day if the text shows it whole, opening after the dateline."""
    return "\0".join((folded(article.title), shown_day(article), opening(article)))


def shown_day(article: Article) -> str:
    """The day that its text shows whole; empty where it shows none, or only a part of it."""
    moment = article.published
    return moment.day if moment and moment.day and not moment.inferred else ""


def longer_text_value(article: Article) -> str:
    """The `text` value of a record that shares the plain one with another of its document, but not key or full text."""
    return "\0".join((text_value(article), article.key or "", _dense(_text(article))))


@lru_cache(maxsize=8)
def make_id(rule: str, value: str) -> Clean:
    """16 hex digits, the first of them a letter, so that no id is ever read as a number."""
    digest = sha256(f"{rule}\0{value}".encode()).hexdigest()
    return Clean("abcdef"[int(digest[0], 16) % 6] + digest[1:16])


def folded(text: str) -> str:
    """A text by identity's own fold table; as long as the text."""
    return text.translate(_fold_table())


def opening(article: Article) -> str:
    """The first folded, non-blank characters of body or summary after the dateline."""
    text = _text(article)[:_ENOUGH_FOR_OPENING]
    dense = _dense(text[: 2 * _MOST_DATELINE])
    if len(dense) < _MOST_DATELINE + OPENING:
        dense = _dense(text)
    dateline = _DATELINE.match(dense)
    return dense[dateline.end() if dateline else 0 :][:OPENING]


def alike(before: Article, after: Article) -> bool:
    """Whether two articles in one place (a file, or a key in it) are one: half the title's bigrams, or the opening.

    Under another day than the one before, a title alone does not tell: a bulletin may be called the same each day.
    """
    days = {shown_day(before), shown_day(after)} - {""}
    return (title_kept(before, after) and len(days) <= 1) or (opening(before) == opening(after) != "")


def title_kept(before: Article, after: Article) -> bool:
    """Whether the later title shares at least half of its bigrams with the earlier one."""
    old, new = _bigrams(before.title), _bigrams(after.title)
    return 2 * (old & new).total() >= new.total()


def completes(full: Article, teaser: Article) -> bool:
    """Whether a full text is what a teaser announced, by title, host (or section) and summary."""
    title = folded(teaser.title)
    if len(title) < TELLING_TITLE or title != folded(full.title) or not _same_house(full, teaser):
        return False
    return holds_opening(full, teaser)


def holds_opening(full: Article, teaser: Article) -> bool:
    """Whether a full text has in it what a teaser showed of its own, where that is enough to tell."""
    summary = _CUT_OFF.sub("", _dense(teaser.summary or ""))
    return len(summary) >= TELLING_SUMMARY and summary in _dense(full.body)


def _same_house(one: Article, other: Article) -> bool:
    links = [canonical_link(article.url or "") for article in (one, other)]
    if all(links):
        hosts = {str(link).partition("/")[0] for link in links}
        return len(hosts) == 1
    return one.section == other.section


def _text(article: Article) -> str:
    return article.body if article.kind == "full" else article.summary or ""


def _dense(text: str) -> str:
    return "".join(folded(text).split())


def _bigrams(title: str) -> Counter[str]:
    dense = _dense(title)
    return Counter(left + right for left, right in pairwise(dense)) or Counter([dense])


def _host(parts: SplitResult, port: int | None) -> str:
    host = str(parts.hostname).rstrip(".")
    prefix, _, rest = host.partition(".")
    if prefix in {"www", "m", "wap"} and "." in rest:
        host = rest
    return host if port in {None, _DEFAULT_PORTS[parts.scheme]} else f"{host}:{port}"


def _query(parts: SplitResult) -> str:
    kept = [piece for piece in parts.query.split("&") if piece and not _is_tracking(piece)]
    return "?" + "&".join(kept) if kept else ""


def _is_tracking(piece: str) -> bool:
    name, _, value = piece.partition("=")
    name = name.lower()
    told = name in tables.TRACKING_NAMES or name.startswith(tables.TRACKING_PREFIXES)
    return told or value in tables.TRACKING_VALUES.get(name, ())


def _fragment(parts: SplitResult) -> str:
    return f"#{parts.fragment}" if parts.fragment.startswith(("/", "!")) else ""


@cache
def _fold_table() -> dict[int, int | str]:
    capitals = (*range(0x41, 0x5B), *range(0xC0, 0xDF), *range(0x391, 0x3AA), *range(0x410, 0x430))
    table: dict[int, int | str] = {code: code for code in _HANZI}  # what is found is passed faster than what is not
    table |= {code: chr(code).lower() for code in capitals}
    table |= {code: chr(code - 0xFEE0).lower() for code in range(0xFF01, 0xFF5F)}
    table |= {ord(old): new for old, new in zip(tables.TRADITIONAL, tables.SIMPLIFIED, strict=True)}
    return table | {0x3000: " "}
