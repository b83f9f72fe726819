"""What a page keeps in JSON for a script to show -> the tree that the script would make of it.

Pages whose text appears only when a script runs carry it in their linked data (`articleBody`) or in a script of type
application/json (`__NEXT_DATA__`). Of all objects there, only one that bears the page's own title is its article;
what else there is to read is kept beside it in the same form. Programs are not run, and not read.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any

from zjreader.parse.linked_data import every_object
from zjreader.parse.markup import Element, fragment
from zjreader.text.fold import fold

_TYPES = re.compile(r"\s*application/(?:ld\+)?json\b", re.IGNORECASE)
_TITLES = ("headline", "title", "articleTitle", "newsTitle", "name")
_BODIES = ("articleBody", "content", "contentHtml", "articleContent", "body", "bodyHtml", "html", "text", "paragraphs")
_TELLING = ("desc", "description")
"""Where some hold the whole text; most hold an extract there, of one paragraph or cut off."""

_WHOLE = re.compile(r"[^\n]+\n.*[。！？”」]\s*", re.DOTALL)
_PARTS = ("text", "content", "value", "html")
"""Where an object holds its text that is one of a body's parts."""

_CREDITS = (
    (
        "",
        (
            "publishTime",
            "publish_time",
            "pubTime",
            "ptime",
            "pubDate",
            "datePublished",
            "publishDate",
            "publish_datetime",
            "ctime",
            "time",
        ),
    ),
    ("来源：", ("source", "sourceName", "mediaName", "media")),
    ("作者：", ("author", "authorName", "writer")),
)
_LONGEST_CREDIT = 40
_LEAST_TITLE, _LEAST_BODY = 5, 60
_TAG = re.compile("<(?:p|br|div|section|h[1-6])[ />]", re.IGNORECASE)


def kept(root: Element, titles: Sequence[str]) -> Element | None:
    """The article that the page keeps under one of its titles, with its title and credits; None where it keeps none."""
    told = [squeezed for title in titles if len(squeezed := _squeezed(title)) >= _LEAST_TITLE]
    for script in root.iter("script"):
        if _TYPES.match(script.get("type") or ""):
            for each in every_object(script.text or ""):
                title = _first(each, _TITLES)
                if _is_one_of(_squeezed(title), told) and len(body := _body(each)) >= _LEAST_BODY:
                    return fragment(f"<h1>{escape(title)}</h1><p>{_credits(each)}</p><article>{body}</article>")
    return None


def _squeezed(text: str) -> str:
    return "".join(fold(text).split())


def _is_one_of(title: str, told: Sequence[str]) -> bool:
    """Whether a title of the page begins with the object's; names of sites stand behind it."""
    return len(title) >= _LEAST_TITLE and any(each.startswith(title) for each in told)


def _first(said: Mapping[str, Any], names: Sequence[str]) -> str:
    return next((value.strip() for name in names if isinstance(value := said.get(name), str) and value.strip()), "")


def _credits(said: Mapping[str, Any]) -> str:
    values = ((label, _first(said, names)) for label, names in _CREDITS)
    return escape(" ".join(label + value for label, value in values if 0 < len(value) <= _LONGEST_CREDIT))


def _body(said: Mapping[str, Any]) -> str:
    """The markup of the longest text that the object holds under a name for one."""
    whole = [name for name in _TELLING if _WHOLE.fullmatch(_first(said, (name,)))]
    return max(("".join(_paragraphs(said.get(name))) for name in (*_BODIES, *whole)), key=len)


def _paragraphs(value: object) -> Iterator[str]:
    if isinstance(value, str):
        text = value.strip()
        yield (
            text
            if _TAG.search(text)
            else "".join(f"<p>{escape(part)}</p>" for part in text.split("\n") if part.strip())
        )
    elif isinstance(value, list):
        for each in value:
            part = _first(each, _PARTS) if isinstance(each, dict) else each
            yield from _paragraphs(part if isinstance(part, str) else None)
