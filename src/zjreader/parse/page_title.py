"""An article's title, judged from all the places where a page writes it: above the text, in `title`, in `og:title`.

Where the page shows a line that its other places begin with, that line is the title: sites add their names to the
others, and templates cut them off. Refuses menus, bylines and the site's own banner, which is no part of `title`.
"""

import re
from collections.abc import Iterator, Sequence

from zjreader.parse.markup import Element, Line
from zjreader.parse.page_facts import Facts
from zjreader.parse.page_lines import Shape, shaped
from zjreader.text.clean import Clean
from zjreader.text.fold import fold

_NEAR = 80
"""Lines above the text among which the title stands."""

_HEADINGS = {"h1": 3.0, "h2": 2.0, "h3": 1.5, "h4": 1.5, "h5": 1.5, "h6": 1.0}
_TITLE_NAME = re.compile("title|headline|biaoti|(?<![a-z])(?:tit|bt|h1|subject)(?![a-z])", re.IGNORECASE)
_SITE_SIGN = re.compile(r"\s*[_|｜]\s*|\s+[-–—·•»«<>@]+\s+|\s*(?:--+|——+|::)\s*|\s*[-–—·](?=[^-–—·]{2,16}$)")
_SITE = re.compile(
    "网|新闻|报|频道|中心|客户端|门户|首页|在线|论坛|官方|博客|资讯|传媒|周刊|杂志|日报|公司|社|com|cn$|news"
    "|powered by",
    re.IGNORECASE,
)
_CRUMB = re.compile("首页|主页|(?:您|你)?.{0,5}位置|.{0,60}[>›»]")
_SHORTEST, _LONGEST = 5, 90
_LEAST = 2.5
_EXTRA, _LONGEST_NAMES = 8, 300


def title(lines: Sequence[Line], text_at: int, facts: Facts) -> tuple[Clean, int | None]:
    """The title, and which line shows it; the text begins at line `text_at`."""
    told = [_squeezed(_without_site(each)) for each in (*facts.titles, facts.document_title) if each]
    first = max(0, text_at - _NEAR)
    shapes = {at: shaped(line.text, None).shape for at, line in enumerate(lines[first : text_at + 4], first)}
    scored = [
        (_score(lines[at], [shapes.get(at + below) for below in range(4)], told) - (text_at - at) * 0.05, at)
        for at in range(first, min(text_at + 1, len(lines)))
    ]
    best, at = max(scored, default=(0.0, 0))
    if best >= _LEAST:
        return _core(lines[at], facts), at
    cut = _without_site(max((*facts.titles[:1], _without_site(facts.document_title)), key=len, default=Clean("")))
    if len(cut) >= _SHORTEST or not scored:
        return cut, None
    return (lines[at].text, at) if best > 0 else (cut or lines[text_at].text, None)


def is_told(title: str, told: Sequence[Clean]) -> bool:
    """Whether a page that tells machines its title tells them this one."""
    squeezed = [_squeezed(_without_site(each)) for each in told if len(each) >= _SHORTEST]
    return not squeezed or any(_agreement(_squeezed(title), each) > 0 for each in squeezed)


def _squeezed(text: str) -> str:
    return "".join(fold(text).split())


def _score(line: Line, shapes: Sequence[Shape | None], told: Sequence[str]) -> float:
    """How much speaks for a line being the title; the first of the shapes is its own, the others those below it."""
    squeezed = _squeezed(line.text)
    shape = shapes[0]
    score = max((_HEADINGS.get(element.tag, 0) for element in _around(line.box)), default=0)
    score += 1.5 * any(_TITLE_NAME.search(_names(element)) for element in _around(line.box))
    score += max((_agreement(part, each) for each in told for part in (squeezed, *_parts(line))), default=0)
    score += 1.5 * ("credits" in shapes[1:])
    score -= 2 * line.is_linked + 4 * (not _SHORTEST <= len(line.text) <= _LONGEST)
    return score - 6 * (shape in {"credits", "crumbs", "furniture"} or _CRUMB.match(line.text) is not None)


def _agreement(shown: str, told: str) -> float:
    """How well a line and another place of the title agree: a template may have cut that off, a site added to it."""
    if len(shown) < _SHORTEST or len(told) < _SHORTEST:
        return 0
    if shown == told:
        return 5
    if shown.startswith(told):
        return 3
    return 4 * len(shown) / len(told) if shown in told else 2 * (told in shown)


def _around(box: Element) -> Iterator[Element]:
    yield box
    yield from list(box.iterancestors())[:2]


def _names(element: Element) -> str:
    return f"{element.get('class')} {element.get('id')}"[:_LONGEST_NAMES]


def _parts(line: Line) -> list[str]:
    """The elements of a line of which each could be the title."""
    return [_squeezed(piece) for piece in line.pieces if len(piece) >= _SHORTEST] if len(line.pieces) > 1 else []


def _core(line: Line, facts: Facts) -> Clean:
    """The line without a badge beside the title (原创), where another place writes it so, or an element does."""
    shown = line.text
    told = (*facts.titles, _without_site(facts.document_title))
    whole = {_squeezed(each) for each in told if len(each) >= _SHORTEST}
    for piece in line.pieces if len(line.pieces) > 1 else ():
        if _squeezed(piece) in whole:
            return piece
    for each in told:
        if len(each) >= _SHORTEST and each in shown and len(shown) - len(each) <= _EXTRA and shown.endswith(each):
            return each
    return shown


def _without_site(said: Clean) -> Clean:
    """The title without the names of channel and site that stand behind it."""
    while True:
        signs = list(_SITE_SIGN.finditer(said))
        if not signs:
            return said
        last = signs[-1]
        name, rest = said[last.end() :], said[: last.start()]
        if len(rest.strip()) < _SHORTEST or not (_SITE.search(name) or len(name) <= len(rest) / 2):
            return said
        said = Clean(rest.strip())
