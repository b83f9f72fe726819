"""A web page of any site -> the article that its editor wrote, or None where the page holds none.

The text comes first: the box that holds it, then the title above it, then the lines around that credit someone. What
the page says of itself to machines fills what it does not show. `taken` tells what each line was taken for.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from zjreader.article import Article, Block, BlockKind
from zjreader.parse.answer import Taken
from zjreader.parse.asked import Asked, zone_of
from zjreader.parse.markup import Element, Line, Page, lines, links
from zjreader.parse.page_body import Body, body
from zjreader.parse.page_boxes import body_box, is_beside, weight
from zjreader.parse.page_byline import byline, place
from zjreader.parse.page_facts import Facts, facts
from zjreader.parse.page_lines import Shape, crumb, shaped
from zjreader.parse.page_script import kept
from zjreader.parse.page_title import is_told
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

_LEAST_OTHER = 0.3
"""Of the text of the first box, what another must have to be the article, if the page is called by its title."""

_MUCH_MORE = 1.5
_LEAST_HEADLINE, _FEWEST_LISTED, _LEAST_CAPTION = 8, 4, 4
_CLOCK = re.compile("(?:上午|下午|晚上)? ?[0-2]?[0-9][:：][0-5][0-9]")
"""What an entry of a live report is headed by."""

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
    """The article of the first box that holds one; of another box, where the page calls itself by that one's title."""
    shown = list(islice(lines(root), _MOST_LINES))
    found = list(islice(_found(root, shown, asked, said), 1))
    if found and not is_told(found[0].article.title, said.titles):
        found += _found(root, shown, asked, said)
    least = _LEAST_OTHER * len(found[0].article.body) if found else 0
    told = (each for each in found if is_told(each.article.title, said.titles) and len(each.article.body) >= least)
    chosen = next(told, found[0] if found else None)
    return chosen and chosen._replace(next_part=_next_part(root, shown, said.url or asked.url))


def _found(root: Element, shown: Sequence[Line], asked: Asked, said: Facts) -> Iterator[WebPage]:
    """The articles in the boxes of the page that hold the most text."""
    left = shown
    for _ in range(_MOST_BOXES):
        box = body_box(root, left)
        boxes = set(box.iter())
        text_at = next((at for at, line in enumerate(left) if line.box in boxes and _runs(line)), None)
        if text_at is None:
            return
        title, title_at = title_of(shown, shown.index(left[text_at]), said)
        found = body(box, left, title, headed=title_at is not None and shown[title_at].box not in boxes)
        if found.text and title_at is None:
            title, title_at = title_of(shown, shown.index(found.text[0]), said)
        if found.text and not _lists(shown, found):
            read_page = _web_page(asked, shown, found, title=title, title_at=title_at, said=said)
            yield from [read_page] if read_page else []
        left = [line for line in left if line.box not in boxes]


def _web_page(
    asked: Asked, shown: Sequence[Line], found: Body, *, title: Clean, title_at: int | None, said: Facts
) -> WebPage | None:
    text = _with_captions(shown, found, title_at, title)
    blocks = _blocks(text, said.pictures)
    opening = next((block for block in blocks if block.kind != "caption"), blocks[0])
    dateline = read_dateline(opening.text, asked.base)
    credit = byline(shown, found, title_at, dateline=dateline, said=said, base=asked.base, zone=zone_of(asked))
    if not title or (sum(map(weight, found.text)) < _LEAST_TEXT and not (credit.published and _tells(found))):
        return None
    section = _section(shown[: place(shown, found)[0]], title) or said.section or asked.section
    article = _article(title, blocks, credit, dateline, said)._replace(section=section)
    taken = _taken(title, found._replace(text=text))
    return WebPage(article, taken, None, None if title_at is None else shown[title_at])


def _with_captions(shown: Sequence[Line], found: Body, title_at: int | None, title: str) -> tuple[Line, ...]:
    """The text with the captions of pictures that stand between title and text, or amid the text, outside its box."""
    first, last = place(shown, found)
    at = {id(line): at for at, line in enumerate(shown)}
    held = {id(line) for lines in found for line in lines}
    over = shown[first if title_at is None else title_at + 1 : last]
    captions = (line for line in over if line.kind == "caption" and id(line) not in held and _is_outside(line, title))
    return tuple(sorted((*captions, *found.text), key=lambda line: at[id(line)]))


def _is_outside(line: Line, title: str) -> bool:
    """Whether a caption outside the text's box is of the text: no offer of others, not the title again, no label."""
    if line.is_linked or len(line.text) < _LEAST_CAPTION or line.text in title or line.text.endswith(("：", ":")):
        return False
    return not any(is_beside(box) for box in (line.box, *line.box.iterancestors()))


def _runs(line: Line) -> bool:
    """Whether a line can be the first of a text: long enough, or a table's row."""
    return weight(line) >= _LEAST_LINE or (line.box.tag == "tr" and weight(line) > 0)


def _lists(shown: Sequence[Line], found: Body) -> bool:
    """Whether the text is teasers between the headlines that they belong to."""
    first, last = place(shown, found)
    headlines = sum(
        line.is_linked and len(line.text) >= _LEAST_HEADLINE and "@" not in line.text and not next_line.is_linked
        for line, next_line in pairwise(shown[first : last + 1])
    )
    return headlines >= max(_FEWEST_LISTED, sum(weight(line) >= _LEAST_LINE for line in found.text) - 1)


def _tells(found: Body) -> bool:
    """Whether a short text is a sentence."""
    return any("。" in line.text for line in found.text)


def _article(
    title: Clean, blocks: tuple[Block, ...], credit: Credits, dateline: Dateline | None, said: Facts
) -> Article:
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
        tags=tuple(tag for tag in said.tags if any(tag in block.text for block in blocks)),
        blocks=blocks,
    )


def _blocks(text: Sequence[Line], pictures: frozenset[str]) -> tuple[Block, ...]:
    """The lines as blocks; what all of them are (points of a list) is said of the box around the text."""
    alike = len({line.kind for line in text}) == 1
    return tuple(_block(line, "paragraph" if alike else line.kind, pictures) for line in text)


def _block(line: Line, kind: BlockKind, pictures: frozenset[str]) -> Block:
    """A line as a block; one that says what a picture is called to those who cannot see it is its caption."""
    said = Clean(_TAIL.sub("", line.text)) if line.linked else line.text
    if kind != "paragraph" or line.box.tag == "tr":
        return Block(kind, said)
    if _CLOCK.fullmatch(line.text):
        return Block("heading", line.text)
    shape = "caption" if line.text in pictures else shaped(line.text, None).shape
    return Block(_SHAPES.get(shape, kind), said)


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
