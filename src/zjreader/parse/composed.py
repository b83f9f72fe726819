"""The title, the credits and the lines of one article -> the article, with what its dateline adds to the credits."""

from collections.abc import Sequence
from datetime import datetime

from zjreader.article import Article
from zjreader.parse.blocks import to_blocks
from zjreader.parse.page_lines import PageLine
from zjreader.text.byline import read_dateline, read_signature
from zjreader.text.clean import Clean
from zjreader.text.credits import Credits, merged


def compose(
    title: Clean, credit: Credits, lines: Sequence[PageLine], base: datetime | None, section: Clean | None
) -> Article:
    """The article; without lines one of which only the title is known. `base` dates what has no year."""
    credit = merged(credit, credits_within(lines, base))
    return Article(
        kind="full" if lines else "teaser",
        title=title,
        section=section,
        publisher=credit.publisher,
        place=credit.place,
        authors=credit.authors,
        correspondents=credit.correspondents,
        editor=credit.editor,
        published=credit.published,
        blocks=to_blocks(lines),
    )


def credits_within(lines: Sequence[PageLine], base: datetime | None) -> Credits:
    """What a text says of itself: its dateline, and who signed its last paragraph."""
    texts = [line.text for line in lines if line.shape == "text"]
    if not texts:
        return Credits()
    dateline, signed = read_dateline(texts[0], base), read_signature(texts[-1])
    last = Credits(authors=signed.authors, correspondents=signed.correspondents)
    if dateline is None:
        return last
    first = Credits(dateline.publisher, dateline.published, dateline.authors, dateline.correspondents)
    return merged(first, last)._replace(place=dateline.place)


def credited(credit: Credits, lines: Sequence[PageLine]) -> tuple[Credits, list[PageLine]]:
    """The credits of all such lines after those given, and the other lines; what became no field is a note."""
    for line in lines:
        credit = merged(credit, line.credits) if line.credits else credit
    return credit, [left for line in lines if (left := left_of(line, credit))]


def left_of(line: PageLine, held: Credits) -> PageLine | None:
    """A line of text as it is, a line of credits as a note if it says more than the credits held, else None.

    Of several dates the first is enough.
    """
    if line.credits is None:
        return line
    said = line.credits._replace(published=held.published)
    return PageLine(line.text, "note") if said.more or merged(said, held) != held else None
