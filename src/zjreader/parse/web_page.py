"""A web page of any site -> the article that its editor wrote, or None where the page holds none.

The text comes first: the box that holds it, then the title above it, then the lines around that credit someone. What
the page says of itself to machines fills what it does not show. `taken` tells what each line was taken for.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from zjreader.article import Article, Block, BlockKind
from zjreader.parse.answer import Taken
from zjreader.parse.asked import Asked, zone_of
from zjreader.parse.markup import Element, Line, Page, lines, links
from zjreader.parse.page_body import Body, body
from zjreader.parse.page_boxes import body_box, weight
from zjreader.parse.page_byline import byline, place
from zjreader.parse.page_facts import Facts, facts
from zjreader.parse.page_lines import Shape, crumb, shaped
from zjreader.parse.page_script import kept
from zjreader.parse.page_title import title as title_of
from zjreader.text.byline import Dateline, read_dateline
from zjreader.text.clean import Clean
from zjreader.text.credits import Credits
from zjreader.text.fold import fold

_MOST_LINES = 20_000
"""Lines of a page that are looked at; the longest pages of news have a twentieth of them."""

_LEAST_LINE, _LEAST_TEXT = 15, 60
"""Weight of a line and of a text that can be an article's; a sentence beside a date is one too."""

_MOST_BOXES = 3
"""Boxes that are looked into: beside an article there may be teasers with more text than it."""

_MUCH_MORE = 1.5
_LEAST_HEADLINE, _FEWEST_LISTED = 8, 4
_STEP = re.compile(r"\s*[>＞›»]+\s*")
_NEXT = re.compile("下一?[页頁].{0,6}|余下全文|.{0,8}阅读下一页")
_TAIL = re.compile("(?<=[。！？”）]) ?(?:返回[^ ，,。]{2,8}(?:[，,]查看更多)?|查看更多) ?[>＞»]*$")
"""A button at the end of a text's last line."""

_SHAPES: Mapping[Shape, BlockKind] = {"caption": "caption", "note": "note"}


class WebPage(NamedTuple):
    """The article of a page, what its lines were taken for, and where its next part is, if it has more.

    `title_line` is the line that shows the title, where any does.
    """

    article: Article
    taken: tuple[Taken, ...]
    next_part: Clean | None
    title_line: Line | None


def read(page: Page, asked: Asked) -> WebPage | None:
    """The article, or None where the page shows no running text, or teasers alone.

    Where it keeps much more of the article for a script to show than it shows without, that is read.
    """
    said = facts(page.root, asked)
    found = _read(page.root, asked, said)
    hidden = kept(page.root, (*said.titles, said.document_title))
    shown = len(found.article.body) if found else 0
    if hidden is not None and sum(map(len, hidden.itertext())) > shown * _MUCH_MORE:
        found = _read(hidden, asked, said) or found
    return found


def _read(root: Element, asked: Asked, said: Facts) -> WebPage | None:
    shown = list(islice(lines(root), _MOST_LINES))
    left = shown
    for _ in range(_MOST_BOXES):
        box = body_box(root, left)
        boxes = set(box.iter())
        text_at = next((at for at, line in enumerate(left) if line.box in boxes and _runs(line)), None)
        if text_at is None:
            return None
        title, title_at = title_of(shown, shown.index(left[text_at]), said)
        found = body(box, left, title, headed=title_at is not None and shown[title_at].box not in boxes)
        if found.text and title_at is None:
            title, title_at = title_of(shown, shown.index(found.text[0]), said)
        if found.text and not _lists(shown, found):
            read_page = _web_page(asked, shown, found, title=title, title_at=title_at, said=said)
            return read_page and read_page._replace(next_part=_next_part(root, shown, said.url or asked.url))
        left = [line for line in left if line.box not in boxes]
    return None


def _web_page(
    asked: Asked, shown: Sequence[Line], found: Body, *, title: Clean, title_at: int | None, said: Facts
) -> WebPage | None:
    dateline = read_dateline(found.text[0].text, asked.base)
    credit = byline(shown, found, title_at, dateline=dateline, said=said, base=asked.base, zone=zone_of(asked))
    if not title or (sum(map(weight, found.text)) < _LEAST_TEXT and not (credit.published and _tells(found))):
        return None
    section = _section(shown[: place(shown, found)[0]], title) or said.section or asked.section
    article = _article(title, found, credit, dateline, said)._replace(section=section)
    return WebPage(article, _taken(title, found), None, None if title_at is None else shown[title_at])


def _runs(line: Line) -> bool:
    """Whether a line can be the first of a text: long enough, or a table's row."""
    return weight(line) >= _LEAST_LINE or (line.box.tag == "tr" and weight(line) > 0)


def _lists(shown: Sequence[Line], found: Body) -> bool:
    """Whether the text is teasers between the headlines that they belong to."""
    first, last = place(shown, found)
    headlines = sum(
        line.is_linked and len(line.text) >= _LEAST_HEADLINE and not next_line.is_linked
        for line, next_line in pairwise(shown[first : last + 1])
    )
    return headlines >= max(_FEWEST_LISTED, sum(weight(line) >= _LEAST_LINE for line in found.text) - 1)


def _tells(found: Body) -> bool:
    """Whether a short text is a sentence."""
    return any("。" in line.text for line in found.text)


def _article(title: Clean, found: Body, credit: Credits, dateline: Dateline | None, said: Facts) -> Article:
    return Article(
        kind="full",
        title=title,
        publisher=credit.publisher,
        place=dateline.place if dateline else None,
        authors=credit.authors,
        correspondents=credit.correspondents,
        editor=credit.editor,
        published=credit.published,
        url=said.url,
        tags=tuple(tag for tag in said.tags if any(tag in line.text for line in found.text)),
        blocks=_blocks(found.text),
    )


def _blocks(text: Sequence[Line]) -> tuple[Block, ...]:
    """The lines as blocks; what all of them are (points of a list) is said of the box around the text."""
    alike = len({line.kind for line in text}) == 1
    return tuple(_block(line, "paragraph" if alike else line.kind) for line in text)


def _block(line: Line, kind: BlockKind) -> Block:
    told = kind != "paragraph" or line.box.tag == "tr"
    shown = Clean(_TAIL.sub("", line.text)) if line.linked else line.text
    return Block(kind if told else _SHAPES.get(shaped(line.text, None).shape, kind), shown)


def _section(above: Sequence[Line], title: str) -> Clean | None:
    """The section that the path above the text leads to; the title itself may be its last step."""
    for line in reversed(above):
        path = _STEP.sub(" > ", line.text.replace(title, "")).strip(" >")
        if ">" in path and (section := crumb(path)):
            return section
    return None


def _next_part(root: Element, shown: Sequence[Line], url: str | None) -> Clean | None:
    """Where the next part of the article is: beside this one, by a link that says so."""
    if not any(_NEXT.search(line.text) for line in shown if line.linked):
        return None
    beside = url.rpartition("/")[0] if url else ""
    for link in links(root, url):
        if _NEXT.fullmatch(fold(link.text)) and link.url.startswith(beside) and link.url != url:
            return link.url
    return None


def _taken(title: Clean, found: Body) -> tuple[Taken, ...]:
    return (
        Taken("title", title),
        *(Taken("above", line.text) for line in found.above),
        *(Taken("text", line.text) for line in found.text),
        *(Taken("between", line.text) for line in found.between),
        *(Taken("behind", line.text) for line in found.behind),
    )
