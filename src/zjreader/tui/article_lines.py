"""An article -> the lines of its page, and a line -> pieces with the matches marked.

Typesetting is `text.typeset`'s; here the page gets its headline block, its voices their looks, and a length at which
even a broken file of megabytes opens at once.
"""

from zjreader.article import Article, Block
from zjreader.text.clean import Clean
from zjreader.text.typeset import PRINT, Line, Role, Style, set_article
from zjreader.tui.finding import SEARCHED, Find
from zjreader.tui.headline_block import rows_above, rows_below
from zjreader.tui.painted import Piece, Pieces, laid_over, marked

MOST_CHARACTERS = 100_000
"""Characters of an article that are set for the screen, about 0.3 s; the pipe gives the rest."""

VOICES: frozenset[Role] = frozenset({"title", "byline", "editor", "link", "heading", "note", "quote", "caption"})
"""Lines that look otherwise than a paragraph or a point; the look bears the role's name."""


def page_lines(article: Article, measure: int, style: Style = PRINT) -> tuple[Line, ...]:
    """The page of an article in lines of at most `measure` cells: headline block, text or opening, editor, link."""
    shown, left = _shortened(article)
    return set_article(shown, measure, style, head=rows_above(article), tail=rows_below(article, left))


def line_pieces(line: Line, find: Find, found_look: str = "match") -> Pieces:
    """A line as drawn, with what `find` finds in its text marked."""
    look = line.role if line.role in VOICES else "plain"
    if line.role not in SEARCHED:
        return (Piece(line.shown, look),)
    found = (span for span in find(line.text) if span.start < line.span.stop and span.stop > line.span.start)
    pieces = marked(line.shown, tuple(map(line.shown_span, found)), look, found_look)
    return laid_over(pieces, line.indent, Piece(line.mark, "sign"))


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
