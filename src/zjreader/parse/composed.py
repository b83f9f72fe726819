"""The title, the credits and the lines of one article -> the article, with what its dateline adds to the credits."""

from collections.abc import Sequence
from datetime import datetime

from zjreader.article import Article
from zjreader.parse.blocks import to_blocks
from zjreader.parse.page_lines import PageLine
from zjreader.text.byline import read_dateline
from zjreader.text.clean import Clean
from zjreader.text.credits import Credits, merged


def compose(
    title: Clean, credit: Credits, lines: Sequence[PageLine], base: datetime | None, section: Clean | None
) -> Article:
    """The article; without lines one of which only the title is known. `base` dates what has no year."""
    dateline = read_dateline(next((line.text for line in lines if line.shape == "text"), ""), base)
    if dateline:
        credit = merged(
            credit, Credits(dateline.publisher, dateline.published, dateline.authors, dateline.correspondents)
        )
    return Article(
        kind="full" if lines else "teaser",
        title=title,
        section=section,
        publisher=credit.publisher,
        place=dateline.place if dateline else None,
        authors=credit.authors,
        correspondents=credit.correspondents,
        editor=credit.editor,
        published=credit.published,
        blocks=to_blocks(lines),
    )


def credited(credit: Credits, lines: Sequence[PageLine]) -> tuple[Credits, list[PageLine]]:
    """The credits of all such lines after those given, and the other lines."""
    for line in lines:
        credit = merged(credit, line.credits) if line.credits else credit
    return credit, [line for line in lines if line.shape != "credits"]
