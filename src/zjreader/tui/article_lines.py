"""An article -> the lines of its page, and a line -> pieces with the matches marked.

Typesetting is `text.typeset`'s; here the page gets its headline block, its voices their looks, and a length at which
even a broken file of megabytes opens at once.
"""

from collections.abc import Callable

from zjreader.article import Article, Block, Span
from zjreader.formats.credits import credit_line, editor_line, web_address
from zjreader.messages import _
from zjreader.text.clean import Clean, clean_line
from zjreader.text.typeset import Line, Role, measure_in, set_article
from zjreader.tui.painted import Piece, Pieces, marked

MOST_CHARACTERS = 100_000
"""Characters of an article that are set for the screen, about 0.3 s; the pipe gives the rest."""

_LOOKS: dict[Role, str] = {
    "title": "title", "byline": "muted", "editor": "muted", "heading": "heading", "note": "note", "quote": "note",
    "caption": "muted",
}  # fmt: skip
_SEARCHED: frozenset[Role] = frozenset({"title", "paragraph", "heading", "item", "quote", "note", "caption"})


def page_lines(article: Article, room: int) -> tuple[Line, ...]:
    """The page of an article in a pane of `room` cells: headline block, text or opening, editor, link."""
    shown, left = _shortened(article)
    credit, editor, link = credit_line(article, None), editor_line(article), web_address(article)
    head: list[tuple[Role, Clean]] = [("byline", credit)] if credit else []
    tail: list[tuple[Role, Clean]] = [("editor", editor)] if editor else []
    if article.kind == "teaser":
        head.append(("byline", clean_line(_("opening only: the source shows no more"))))
    if left:
        tail.append(("byline", clean_line(_("{count} more characters: zjreader show").format(count=left))))
    if link:
        tail.append(("byline", link))
    return set_article(shown, measure_in(room), head=head, tail=tail)


def line_pieces(line: Line, find: Callable[[Clean], tuple[Span, ...]]) -> Pieces:
    """A line as drawn, with what `find` finds in its text marked."""
    look = _LOOKS.get(line.role, "plain")
    if line.role not in _SEARCHED:
        return (Piece(line.shown, look),)
    found = (span for span in find(line.text) if span.start < line.span.stop and span.stop > line.span.start)
    return marked(line.shown, tuple(Span(line.shown_at(start), line.shown_at(stop)) for start, stop in found), look)


def _shortened(article: Article) -> tuple[Article, int]:
    """The article with as much of its text as is shown, and the number of characters that were left out."""
    room, left = MOST_CHARACTERS, 0
    blocks: list[Block] = []
    for block in article.blocks:
        if room:
            blocks.append(block._replace(text=Clean(block.text[:room])))
        left += max(0, len(block.text) - room)
        room = max(0, room - len(block.text))
    if not left and len(article.title) <= MOST_CHARACTERS:
        return article, 0
    return article._replace(title=Clean(article.title[:MOST_CHARACTERS]), blocks=tuple(blocks)), left
