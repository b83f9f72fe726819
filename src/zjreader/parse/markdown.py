"""Markdown -> its articles: one for a document, or one for each heading of the level at which articles show.

An article shows where credits, a dateline or a closing link stand below its heading; a document with several titles
of the first level holds as many. A front matter is read as a row of a table. What stands above the articles is an
article as well, unless it is their table of contents.
"""

import re
from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from typing import Final, NamedTuple

from zjreader.article import Article, Block, BlockKind, Moment
from zjreader.parse.columns import Context, first_sentence, to_article
from zjreader.parse.composed import compose, credited, left_of
from zjreader.parse.markdown_pieces import Piece, PieceKind, pieces
from zjreader.parse.page_lines import PageLine, Shape, shaped
from zjreader.text.byline import read_dateline
from zjreader.text.clean import Clean, clean_line
from zjreader.text.credits import Credits
from zjreader.text.dates import find_date

_FRONT: Final = re.compile(r"\s*---[ \t]*\n((?:[^\n]*\n){1,100}?)(?:---|\.\.\.)[ \t]*(?:\n|$)")
_KEY: Final = re.compile(r"([^\s:#'\"\[{-][^:\n]{0,40}):(?:[ \t]+(.*))?")
_MEMBER: Final = re.compile(r"[ \t]*-[ \t]+(.*)")
_OPENING: Final = re.compile(r"\s*(?:#{1,6}[ \t]+\S|[^\n]{1,80}\n=+[ \t]*(?:\n|$))")
_HEADINGS: Final = re.compile(r"^#{1,6}[ \t]+\S", re.MULTILINE)
_FIRST: Final = 1 << 14
"""Characters of a text by which Markdown is known."""

_OF_THE_TEXT: Final = frozenset({"kind", "blocks", "summary"})
"""What no front matter tells of an article."""

_FEWEST_HEADINGS, _FEWEST_SHOWN, _SHOWN_SHARE = 3, 2, 0.6
_LISTED_SHARE: Final = 0.5
"""Share of the articles' titles that a table of contents holds; the wording of some differs."""

_KINDS: Final[dict[PieceKind, Shape]] = {"heading": "short", "caption": "caption"}
_BLOCKS: Final[dict[PieceKind, BlockKind]] = {
    "heading": "heading",
    "item": "item",
    "quote": "quote",
    "caption": "caption",
}
_SHAPED: Final[dict[Shape, BlockKind]] = {"note": "note", "caption": "caption"}


Fields = dict[Clean, str | list[str]]


class _Part(NamedTuple):
    """A heading with what stands below it, up to the next heading that counts; `above` holds those it stands under."""

    heading: Piece
    below: tuple[Piece, ...]
    above: tuple[Piece, ...] = ()


def looks_like(text: Clean) -> bool:
    """Whether a text opens as Markdown does, or has headings of it in several places."""
    first = text[:_FIRST]
    if _OPENING.match(first) or len(_HEADINGS.findall(first)) >= _FEWEST_HEADINGS:
        return True
    front = _FRONT.match(first)
    return front is not None and bool(_fields(front[1]))


def read(text: Clean, base: datetime | None, section: Clean | None) -> list[Article]:
    """The articles in the document's order; `base` dates what has no year."""
    front = _FRONT.match(text)
    fields = _fields(front[1]) if front else {}
    said = list(pieces(text[front.end() :] if front and fields else text))
    level = 0 if fields else _level_of_articles(said, base)
    articles = _several(said, level, base, section) if level else [_one(said, fields, base, section)]
    return [article for article in articles if article.title]


def _one(said: Sequence[Piece], fields: Fields, base: datetime | None, section: Clean | None) -> Article:
    """The document as one article; what its front matter tells goes before what was found in the text."""
    row = to_article(fields, Context(base))
    opening = said[0].text if said else Clean("")
    title = row.title if row else opening if said and said[0].kind == "heading" else first_sentence(opening)
    below = said[1:] if said and said[0].kind == "heading" and opening == title else said
    article = _article(_Part(Piece("heading", title), tuple(below)), base, section, named=False)
    told = to_article({Clean("title"): title, **fields}, Context(base)) if fields else None
    values = told._asdict().items() if told else ()
    return article._replace(
        **{name: value for name, value in values if value and name not in {"kind", "blocks", "summary"}}
    )


def _several(said: Sequence[Piece], level: int, base: datetime | None, section: Clean | None) -> list[Article]:
    """The articles below the headings of a level, and what stands above them."""
    parts = _parts(said, level)
    titled = [part for part in parts if part.heading.level == level]
    titles = [part.heading.text for part in titled]
    named = len({part.above[-1] for part in titled if part.above}) > 1
    kept = [part for part in parts if part.heading.level == level or (part.below and not _lists(part.below, titles))]
    return [_article(part, base, section, named=named) for part in kept]


def _fields(front: str) -> Fields:
    """The `key: value` lines of a front matter, and its lists."""
    fields: Fields = {}
    key = Clean("")
    for line in front.split("\n"):
        if found := _KEY.fullmatch(line.rstrip()):
            key = clean_line(found[1])
            value = (found[2] or "").strip()
            listed = value.startswith("[") and value.endswith("]")
            fields[key] = [_unquoted(part) for part in value[1:-1].split(",")] if listed else _unquoted(value)
        elif key and (member := _MEMBER.fullmatch(line.rstrip())):
            before = fields[key]
            fields[key] = [*(before if isinstance(before, list) else []), _unquoted(member[1])]
    return fields


def _unquoted(value: str) -> str:
    value = value.strip()
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def _level_of_articles(said: Sequence[Piece], base: datetime | None) -> int:
    """The level of the headings that articles have; 0 where all is one article."""
    levels = sorted({piece.level for piece in said if piece.kind == "heading"}, reverse=True)
    for level in levels:
        parts = [part for part in _parts(said, level) if part.heading.level == level]
        shown = sum(1 for part in parts if _shows(part, base))
        if shown >= _FEWEST_SHOWN and shown >= _SHOWN_SHARE * len(parts):
            return level
    return 1 if sum(piece.level == 1 for piece in said) > 1 else 0


def _parts(said: Sequence[Piece], level: int) -> list[_Part]:
    """The document cut at the headings down to a level; deeper ones stay in their parts."""
    parts: list[_Part] = []
    above: tuple[Piece, ...] = ()
    start = 0
    cuts = [at for at, piece in enumerate(said) if 0 < piece.level <= level] + [len(said)]
    if cuts[0] > 0:
        parts.append(_Part(Piece("heading", first_sentence(said[0].text)), tuple(said[: cuts[0]])))
    for start, stop in pairwise(cuts):
        heading = said[start]
        above = tuple(piece for piece in above if piece.level < heading.level)
        parts.append(_Part(heading, tuple(said[start + 1 : stop]), above))
        above = (*above, heading)
    return parts


def _shows(part: _Part, base: datetime | None) -> bool:
    """Whether a part is told to be an article by more than its heading."""
    if _closing(part.below) is not None:
        return True
    first = next((piece for piece in part.below if piece.kind == "paragraph"), None)
    return first is not None and (shaped(first.text, base).shape == "credits" or bool(read_dateline(first.text, base)))


def _closing(below: Sequence[Piece]) -> int | None:
    """Where the link stands that closes an article: last, but for what a rule parts from it."""
    links = [at for at, piece in enumerate(below) if piece.kind == "link"]
    if not links:
        return None
    behind = below[links[-1] + 1 :]
    return links[-1] if not behind or behind[0].kind == "rule" else None


def _lists(below: Sequence[Piece], titles: Sequence[Clean]) -> bool:
    """Whether the text is a table of contents."""
    text = "".join("".join(piece.text.split()) for piece in below)
    listed = sum(1 for title in titles if "".join(title.split()) in text)
    return listed >= _LISTED_SHARE * len(titles)


def _article(part: _Part, base: datetime | None, section: Clean | None, *, named: bool) -> Article:
    """The article of a part; `named` says that the headings above tell sections apart."""
    closing = _closing(part.below)
    below = part.below[:closing]
    dated = _date_above(part.above)
    if dated and dated.day:
        base = datetime.fromisoformat(dated.day).astimezone(base.tzinfo if base else None)
    shapes = [_shaped(piece, base) for piece in below if piece.text]
    credit, lines = credited(Credits(), [line for _, line in shapes])
    shown = [(piece, left) for piece, line in shapes if (left := left_of(line, credit))]
    column = part.above[-1].text if named and part.above else None
    article = compose(part.heading.text, credit, lines, base, column or section)
    blocks = [
        Block(_BLOCKS.get(piece.kind) or _SHAPED.get(line.shape, "paragraph"), line.text) for piece, line in shown
    ]
    url = part.below[closing].to if closing is not None else None
    return article._replace(
        kind="full" if blocks else "teaser",
        blocks=tuple(blocks),
        published=article.published or dated,
        url=url,
    )


def _date_above(above: Sequence[Piece]) -> Moment | None:
    """The day that a heading above names, the nearest first."""
    dates = (find_date(heading.text, None) for heading in reversed(above))
    return next((date for date in dates if date and date.precision == "day"), None)


def _shaped(piece: Piece, base: datetime | None) -> tuple[Piece, PageLine]:
    if piece.kind == "paragraph":
        line = shaped(piece.text, base)
        return piece, line if line.shape in {"credits", "note", "caption"} else PageLine(piece.text, "text")
    return piece, PageLine(piece.text, _KINDS.get(piece.kind, "text"))
