"""Where the links of a list page lead, told by their addresses: to articles, to the first page of a site, to a search.

Never by a site's own names: by dates, numbers and keys, and by the form that addresses of one kind have in common.
"""

import re
from typing import Final
from urllib.parse import SplitResult, unquote_to_bytes, urlsplit

from zjreader.text.clean import Clean

_ARTICLE: Final = re.compile(
    r"[0-9]{5}|[0-9]{2,4}[-/_]?[0-9]{2}[-/_]?[0-9]{2}|[0-9][^/]*\.[sdx]?html?|(?=[a-z]*[0-9])[a-z0-9_-]{8,}"
    r"|/(?:article|detail|content|news|story|post|archives?|p|a|n)s?[/_-][^/]*[0-9]|[?&]\w*id=\w*[0-9]",
    re.IGNORECASE,
)
_CHANNEL: Final = re.compile(r"/(?:index|default)\.\w+$", re.IGNORECASE)
_FIRST_PAGE: Final = re.compile(
    r"(?:/[a-z]{1,8}(?=/)){0,2}/?(?:index|default|home|main)?(?:\.\w{2,5})?/?", re.IGNORECASE
)
_KEY: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=[a-z]*[0-9])[a-z0-9]+", re.IGNORECASE)
"""What tells one article from the next: a number, a key of letters and digits."""

_DATED: Final = re.compile(r"(?<![0-9])(?:(?:19|20)[0-9]{2}(?:[-_/]?[0-9]{2}|/[0-9]+/)|[0-9]{2}/[0-9]{4}/)")
_LONGEST_ABBREVIATION: Final = 2
"""Letters of a step that may be a channel's, or the first of a key."""

_SHORTEST_QUESTION: Final = 2
_VALUE: Final = re.compile("=[^&]*")


def leads_to_an_article(url: Clean) -> bool:
    """Whether an address has the form of one among very many: a date, a number, a long key."""
    parts = _parts(url)
    if _CHANNEL.search(parts.path) and not _DATED.search(parts.path):
        return False
    return _ARTICLE.search(f"{parts.path}?{parts.query}") is not None


def leads_to_a_site(url: str) -> bool:
    """Whether an address is that of a site, or of one of its channels: their first pages are other news each day."""
    parts = _parts(url)
    return not parts.query and _FIRST_PAGE.fullmatch(parts.path) is not None


def leads_to_a_search(url: str, text: str) -> bool:
    """Whether an address asks for the very words of its link, as those of hot searches and of share buttons do."""
    words = "".join(text.split()).rstrip(".…")
    asked = unquote_to_bytes(url.partition("?")[2] or url.partition("#")[2])
    return len(words) >= _SHORTEST_QUESTION and any(
        words.encode(encoding, "replace") in b"".join(asked.split()) for encoding in ("utf-8", "gb18030")
    )


def form(url: str) -> str:
    """What addresses of one kind have in common, whatever channel they belong to: `0/0.html` of /news/202603/1.html.

    From the date or the first number or key on, each stands as 0; what stands before a number tells it: `info/0`.
    """
    parts = _parts(url)
    steps = parts.path.split("/")
    first = next((at for at, step in enumerate(steps) if _KEY.search(step)), None)
    names = f"?{_VALUE.sub('', parts.query)}" if parts.query else ""
    if first is None:
        return parts.path + names
    dated = _DATED.match("/".join(steps[first:])) is not None
    kept = [_KEY.sub("0", step) for step in steps[first:]]
    before = steps[first - 1] if first and not dated else ""
    return "/".join([before] * (len(before) > _LONGEST_ABBREVIATION) + kept) + names


def _parts(url: str) -> SplitResult:
    """The parts of an address; one that is none has none."""
    try:
        return urlsplit(url)
    except ValueError:
        return urlsplit("")
