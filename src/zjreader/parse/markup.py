"""HTML -> a tree, and the tree -> what it shows: lines, blocks, links. The only room with lxml.

Promises the page that its reader saw, in time and memory that grow with its bytes alone: nothing is called by the depth
of the tree, a page nested deeper than any page of news is read without its boxes, an `</html>` in the middle ends
nothing. Refuses what shows no text at all.
"""

import re
from collections.abc import Iterator
from typing import Any, Literal, NamedTuple, TypeAlias
from urllib.parse import urljoin

from lxml import etree

from zjreader.article import Block, BlockKind, ReadAs
from zjreader.parse.anchors import is_address, is_bookmark, marks_a_place
from zjreader.parse.asked import Asked
from zjreader.parse.display import BOXES, is_figure, kind_of, shown
from zjreader.parse.page_text import text_of
from zjreader.parse.wrapped_lines import unwrapped
from zjreader.text.clean import Clean, clean, clean_line, cleaned

Element: TypeAlias = etree._Element  # noqa: SLF001 - the only name that an element's type has

_ENDS_OF_PAGE = re.compile(r"</(?:html|body)\s*>|<\?xml[^>]*>", re.IGNORECASE)
_NESTING = re.compile(
    r"</?(?!(?:script|style|title|textarea|head|meta|p|br|h[1-6])\b)[a-z][^<>]*>",
    re.IGNORECASE,
)
_TOO_DEEP = "ERR_RESOURCE_LIMIT"
"""What libxml2 calls it where more than 256 elements lie in each other."""

_WIDE = "\u2014-\u2027\u3000-\u303f\u3400-\u9fff\uff00-\uffef"
_LINE_END = re.compile(rf"(?<=[{_WIDE}])[ \t]*\n\s*(?=[{_WIDE}])")
"""The end of a source line between two characters of Chinese, which a reader sees nothing of (CSS Text 4, §4.1.3)."""

_INDENT = re.compile(r"(?<=[。！？!?”」）)：:])[ \xa0\t\n]*\u3000[ \xa0]*\u3000\s*")
"""The indent of a paragraph that only blanks part from the one above it."""

_LONGEST_HEADING = 40
_LONGEST_IN_PIECES = 200
_FEWEST_CELLS = 2
_LONGEST_ROW, _LONGEST_CAPTION = 400, 300
_SENTENCE_ENDS = "。！？；，：.!?;,"
_CELLS = frozenset({"td", "th"})
_BOLD = frozenset({"b", "strong"})
_PICTURES, _TEXTS = ("img", "picture", "amp-img", "video"), ("pre", "table", "blockquote")
_NOWHERE = ("javascript:", "mailto:", "tel:", "data:", "#")
_CELL_ENDS = "\u2063 "
"""A blank between two cells of a row, behind a sign that keeps it from being the end of a source line."""


_Step = Literal["enter", "leave", "pass"]


class Page(NamedTuple):
    """A parsed page; `read_as` tells of its bytes."""

    root: Element
    read_as: ReadAs


class Line(NamedTuple):
    """What one line of the page shows, however wide the window: its text and the box that it stands in.

    A line in bold type that is like a heading is one. `linked` counts its characters that are links. `pieces` are the
    texts of the elements that a short line is made of, if several: what a style sheet sets apart, no blank does.
    """

    kind: BlockKind
    text: Clean
    box: Element
    linked: int = 0
    pieces: tuple[Clean, ...] = ()

    @property
    def is_linked(self) -> bool:
        """Whether most of the line is links."""
        return self.linked * 2 > len(self.text) - self.text.count(" ")


class Link(NamedTuple):
    """A link to somewhere else, its address made whole where that can be."""

    url: Clean
    text: Clean
    element: Element


def page(data: bytes, asked: Asked) -> Page | None:
    """The tree of a page, or None where there is nothing in it."""
    decoded = text_of(data, asked)
    markup, removed = cleaned(decoded.text)
    root = _tree(markup)
    read_as = ReadAs(decoded.encoding, decoded.assumed, decoded.replaced, removed)
    return None if root is None else Page(root, read_as)


def fragment(markup: str) -> Element:
    """The tree of the HTML inside an entry, a cell, a Markdown file: a `div` that holds it."""
    root = _tree(f"<div>{clean(markup)}</div>")
    assert root is not None, "a div is an element"
    return root


def _tree(markup: str) -> Element | None:
    markup = _ENDS_OF_PAGE.sub("", markup)
    root, too_deep = _parsed(markup)
    if too_deep:
        root, _ = _parsed(_NESTING.sub("<p>", markup))
    for kept in [] if root is None else list(root.iter("textarea")):
        _unfold(kept)
    return root


def _unfold(kept: Element) -> None:
    """What some sites keep in text areas named for it (article-content) for a script to show, as the script does."""
    inside = kept.text or ""
    if (kept.get("class") or "").startswith("article-") and inside.strip():
        kept.tag = "div"
        if "<" in inside:
            kept.text = None
            kept.append(fragment(inside))


def _parsed(markup: str) -> tuple[Element | None, bool]:
    """The tree, and whether the page is nested so deep that a part of it was left out."""
    parser: Any = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    root = etree.fromstring(markup.encode("utf-8", "replace"), parser)
    return root, any(error.type_name == _TOO_DEEP for error in parser.error_log)


def lines(root: Element) -> Iterator[Line]:
    """What the element shows, line by line."""
    gathering = _Gathering(root)
    for step, element in _visits(root):
        yield from gathering.step(step, element)


def blocks(element: Element) -> tuple[Block, ...]:
    """What the element shows, as the blocks of an article."""
    return tuple(Block(line.kind, line.text) for line in lines(element))


def text(element: Element) -> Clean:
    """What the element shows, on one line."""
    return Clean(" ".join(line.text for line in lines(element)))


def links(element: Element, base: str | None) -> Iterator[Link]:
    """The links inside the element that lead away from it; `base` is where the page was found."""
    named = next((each.get("href") for each in element.getroottree().iter("base")), None)
    for anchor in element.iter("a"):
        href = (anchor.get("href") or "").strip()
        if href and not href.lower().startswith(_NOWHERE):
            shown_text = text(anchor) if len(anchor) else clean_line(anchor.text or "")
            yield Link(clean_line(_joined(_joined(base, named), href)), shown_text, anchor)


def _joined(base: str | None, href: str | None) -> str:
    try:
        return urljoin(base or "", href or "")
    except ValueError:
        return href or ""


def _visits(root: Element) -> Iterator[tuple[_Step, Element]]:
    """Each shown element as it is entered and left, and those passed over, whose text is not shown."""
    under_way = [(root, iter(root))]
    yield "enter", root
    while under_way:
        element, children = under_way[-1]
        child = next(children, None)
        if child is None:
            under_way.pop()
            yield "leave", element
        elif shown(child.tag, child.get) and not (child.tag == "a" and marks_a_place(child.text, child.get)):
            under_way.append((child, iter(child)))
            yield "enter", child
        else:
            yield "pass", child


class _Gathering:
    """The line under way while the tree is visited."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._boxes = [(root, _kind(root))]
        self._row: Element | None = None
        self._links = self._bolds = 0
        self._pieces: list[str] = []
        self._linked = self._bold = 0

    def step(self, step: _Step, element: Element) -> Iterator[Line]:
        """The lines that end here."""
        tag = element.tag
        if step == "enter":
            yield from self._enter(element, tag)
            return
        if step == "leave":
            yield from self._leave(element, tag)
        if element is not self._root:
            self._add(element.tail)

    def _enter(self, element: Element, tag: str) -> Iterator[Line]:
        if tag in BOXES:
            yield from self._end()
            said = "caption" if is_figure(tag, element.get) and _is_pictured(element) else kind_of(tag, element.get)
            self._boxes.append((element, said or self._boxes[-1][1]))
            if tag == "tr" and self._row is None and _is_record(element):
                self._row = element
        self._links += tag == "a" and not is_bookmark(element.get)
        self._bolds += tag in _BOLD
        self._add(element.text)

    def _leave(self, element: Element, tag: str) -> Iterator[Line]:
        self._links -= tag == "a" and not is_bookmark(element.get)
        self._bolds -= tag in _BOLD
        if element is self._row:
            self._row = None
        if tag in BOXES or tag == "br" or element is self._root:
            yield from self._end()
        if tag in BOXES:
            self._boxes.pop()

    def _add(self, piece: str | None) -> None:
        if piece:
            self._pieces.append(piece)
            size = len(piece.strip())
            self._linked += size if self._links and not is_address(piece) else 0
            self._bold += size if self._bolds else 0

    def _end(self) -> Iterator[Line]:
        """The line, or the paragraphs that indents alone part; inside the row of a table a blank."""
        if self._row is not None:
            self._pieces.append(_CELL_ENDS)
            return
        single, linked, bold = self._pieces, self._linked, self._bold
        whole, self._pieces = "".join(single), []
        self._linked = self._bold = 0
        if whole and not whole.isspace():
            box, kind = self._boxes[-1]
            parts = [part for part in map(_on_one_line, _parts(whole, box)) if part]
            several = len(whole) <= _LONGEST_IN_PIECES and sum(not piece.isspace() for piece in single) > 1
            pieces = tuple(filter(None, map(clean_line, single))) if several else ()
            for part in parts:
                share = len(part) / len(whole)
                strong = bold >= len(part) and len(part) <= _LONGEST_HEADING and part[-1] not in _SENTENCE_ENDS
                named = "heading" if kind == "paragraph" and strong else kind
                yield Line(named, part, box, round(linked * share) if len(parts) > 1 else linked, pieces)


def _parts(whole: str, box: Element) -> list[str]:
    return unwrapped(whole) if box.tag == "pre" else _INDENT.split(whole)


def _on_one_line(shown_text: str) -> Clean:
    return clean_line(_LINE_END.sub("", shown_text))


def _kind(box: Element) -> BlockKind:
    """What the nearest element around a box says that its lines are."""
    kinds = (kind_of(element.tag, element.get) for element in (box, *box.iterancestors()))
    return next(filter(None, kinds), "paragraph")


def _is_pictured(figure: Element) -> bool:
    """Whether a figure shows a picture, which all its lines then tell of; others show code, a table, a quotation."""
    if next(figure.iter(*_PICTURES), None) is None or next(figure.iter(*_TEXTS), None) is not None:
        return False
    return sum(len(part.strip()) for part in figure.itertext()) <= _LONGEST_CAPTION


def _is_record(row: Element) -> bool:
    """Whether a row of a table holds values side by side: cells without boxes in them, but one around the value."""
    cells = [cell for cell in row if cell.tag in _CELLS]
    if len(cells) < _FEWEST_CELLS or sum(len(part) for part in row.itertext()) > _LONGEST_ROW:
        return False
    return all(sum(inner.tag in BOXES for inner in cell.iterdescendants()) <= 1 for cell in cells)
