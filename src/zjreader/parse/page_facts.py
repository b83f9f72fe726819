"""What a page says of itself to machines: its meta elements, linked data, canonical link, the numbers in its scripts.

They are written by templates and often wrong: an author that is the site, a title that ends at a quotation mark, the
time at which the page was made. So they only add to what the page shows, and names that no person bears are left out.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, tzinfo
from itertools import chain, islice
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from zjreader.article import Moment
from zjreader.parse.asked import Asked, zone_of
from zjreader.parse.markup import Element
from zjreader.parse.page_metas import json_ld, metas
from zjreader.text.clean import Clean, clean_line
from zjreader.text.dates import find_date

_TITLES = ("og:title", "twitter:title", "articletitle", "headline", "dc.title", "weibo:article:title")
_TIMES = (
    *("article:published_time", "og:published_time", "bytedance:published_time", "og:release_date", "pubdate"),
    *("datepublished", "publishdate", "publish_date", "publish-date", "publication_date", "dc.date.issued", "dc.date"),
    *(
        "firstpublishedtime",
        "apub:time",
        "dateupdate",
        "weibo:article:create_at",
        "parsely-pub-date",
        "articledate",
        "date",
    ),
)
_PUBLISHERS = ("source", "contentsource", "article:source", "mediaid", "og:article:source")
_AUTHORS = ("author", "article:author", "og:article:author", "dable:author", "parsely-author", "dc.creator", "byline")
_HOUSES = ("og:site_name", "application-name", "article:publisher", "publisher")
_SECTIONS = ("article:section", "columnname", "og:category", "lanmu", "channel")
_TAGS = ("news_keywords", "article:tag", "keywords")
_ARTICLE_TYPES = re.compile("article|posting|report|webpage", re.IGNORECASE)
_SCRIPTED_TIME = re.compile(
    r"(?:\bct|\b(?:ori)?_?create_?time|publish_?(?:time|date)|pub_?(?:time|date))[\"']?\s*[:=]\s*[\"']?"
    r"([0-9]{10,13}(?![0-9])|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}[ T][0-9:]{4,8})",
    re.IGNORECASE,
)
_UNIX = re.compile("([0-9]{10})(?:[0-9]{3})?")
_DATED_PATH = re.compile(
    "[/_-]t?(?P<year>20[0-9]{2})[-/_]?(?P<month>0[1-9]|1[0-2])[-/_]?(?P<day>0[1-9]|[12][0-9]|3[01])(?![0-9])"
)
_SEPARATED = re.compile("[,，;；、|\\s]+")
_LONGEST_TITLE = 300
"""Characters of a title that are looked at; of 31,000 headlines none has a fifth of them."""

_MOST_TAGS, _LONGEST_TAG = 10, 12
_LEAST_CAPTION = 5


class Facts(NamedTuple):
    """What the page says of itself; `titles` and `authors` as it names them, none judged.

    `houses` are its names for whoever keeps it, `pictures` what its pictures are called.
    """

    titles: tuple[Clean, ...] = ()
    document_title: Clean = Clean("")
    authors: tuple[Clean, ...] = ()
    published: Moment | None = None
    publisher: Clean | None = None
    editor: Clean | None = None
    section: Clean | None = None
    url: Clean | None = None
    tags: tuple[Clean, ...] = ()
    houses: tuple[Clean, ...] = ()
    pictures: frozenset[str] = frozenset()


def facts(root: Element, asked: Asked) -> Facts:
    """The page's own account."""
    said, linked = metas(root), next(_articles(root), {})
    url = _address(root, said, linked, asked)
    titles = [*_first(said, _TITLES), *_texts(linked.get("headline")), *_texts(linked.get("title"))]
    named = [*_names(linked.get("author")), *_first(said, _AUTHORS)]
    return Facts(
        tuple(clean_line(each[:_LONGEST_TITLE]) for each in titles),
        clean_line(next((element.text or "" for element in root.iter("title")), "")[:_LONGEST_TITLE]),
        tuple(dict.fromkeys(map(clean_line, named))),
        _published(root, said, linked, url, zone_of(asked)),
        next(map(clean_line, _first(said, _PUBLISHERS)), None),
        next(map(clean_line, _first(said, ("editor",))), None),
        next(map(clean_line, [*_first(said, _SECTIONS), *_texts(linked.get("articleSection"))]), None),
        url,
        _tags(said),
        tuple(map(clean_line, [*_first(said, _HOUSES), *_texts(_name(linked.get("publisher")))])),
        _pictures(root),
    )


def _first(said: Mapping[str, str], names: Iterable[str]) -> list[str]:
    return [said[name] for name in names if name in said]


def _articles(root: Element) -> Iterator[Mapping[str, Any]]:
    """The linked data that tell of an article."""
    for each in json_ld(root):
        kinds = each.get("@type", "article")
        if ("headline" in each or "title" in each) and _ARTICLE_TYPES.search(str(kinds)):
            yield each


def _texts(value: object) -> list[str]:
    return [value] if isinstance(value, str) and value.strip() else []


def _names(value: object) -> list[str]:
    """The names in linked data: a text, an object with a name, a list of them; houses write nothing."""
    if isinstance(value, list):
        return [name for each in value for name in _names(each)]
    if isinstance(value, dict):
        return [] if value.get("@type") == "Organization" else _names(value.get("name"))
    return _texts(value)


def _name(value: object) -> object:
    return value.get("name") if isinstance(value, dict) else value


def _pictures(root: Element) -> frozenset[str]:
    """What the pictures of the page are called, where that is long enough for a caption."""
    called = (image.get(name) or "" for image in root.iter("img") for name in ("alt", "title"))
    return frozenset(each.strip() for each in called if _LEAST_CAPTION <= len(each) <= _LONGEST_TITLE)


def _address(root: Element, said: Mapping[str, str], linked: Mapping[str, Any], asked: Asked) -> Clean | None:
    canonical = [link.get("href") or "" for link in root.iter("link") if link.get("rel") == "canonical"]
    told = [*canonical, said.get("og:url", ""), *_texts(linked.get("url")), *_texts(linked.get("@id")), asked.url or ""]
    return next((clean_line(each) for each in told if _leads_to_a_page(each)), None)


def _leads_to_a_page(url: str) -> bool:
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc) and bool(parts.path.strip("/") or parts.query)


def _published(
    root: Element, said: Mapping[str, str], linked: Mapping[str, Any], url: str | None, zone: tzinfo
) -> Moment | None:
    named = [*_texts(linked.get("datePublished")), *_first(said, _TIMES), *_texts(linked.get("pubDate"))]
    scripted = (found[1] for script in root.iter("script") if (found := _SCRIPTED_TIME.search(script.text or "")))
    shown = (time.get("datetime") or "" for time in root.iter("time") if time.get("datetime"))
    kept = (box.text or "" for box in root.iter("div") if box.get("class") == "article-time")
    for text in chain(named, scripted, islice(shown, 1), kept):
        if moment := _moment(text, zone):
            return moment
    return _day_of(url or "")


def _moment(text: str, zone: tzinfo) -> Moment | None:
    if stamp := _UNIX.fullmatch(text):
        shown = datetime.fromtimestamp(int(stamp[1]), UTC).astimezone(zone).isoformat()
        return find_date(shown, None)
    moment = find_date(text.strip(), None, zone)
    return moment if moment and moment.day else None


def _day_of(url: str) -> Moment | None:
    """The day in an address: /2026/0305/, /t20260305_, /2026-03/05/."""
    found = _DATED_PATH.search(urlsplit(url).path)
    return find_date("-".join(found.group("year", "month", "day")), None) if found else None


def _tags(said: Mapping[str, str]) -> tuple[Clean, ...]:
    """Its keywords, where they are a few words and no sentence for search engines."""
    words = _SEPARATED.split(next(iter(_first(said, _TAGS)), ""))
    tags = dict.fromkeys(clean_line(word) for word in words if word)
    return tuple(tags) if len(tags) <= _MOST_TAGS and all(len(tag) <= _LONGEST_TAG for tag in tags) else ()
