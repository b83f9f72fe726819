"""The plain-text copy of a section page -> its articles: full texts, and titles with a cut-off opening.

A page is read by the shape of its lines: a title-like line begins an article where credits or a dateline follow it,
where the text below it is cut off, or where the article before it has ended; else it is a heading. No line is lost but
the site's own furniture. Whether a text is a column page is `looks_like`'s to say.
"""

from collections.abc import Sequence
from datetime import datetime

from zjreader.article import Article
from zjreader.parse.blocks import to_blocks
from zjreader.parse.composed import credits_within
from zjreader.parse.page_lines import PageLine, page_lines, segmented
from zjreader.parse.page_units import Unit, is_credited, is_cut_off, is_teaser, joined, units_of, without_link
from zjreader.parse.wrapped_lines import unwrapped
from zjreader.text.clean import Clean
from zjreader.text.credits import merged

FIRST = 1 << 16
"""Characters of a text by which a column page is known."""

_FIRST_LINES = 3
"""Lines among which the title of a page's only article stands; more above it are the menu of a web page."""

_FEWEST_TOLD, _TOLD_SHARE = 2, 0.6
_SHORTEST_TITLE, _SHORTEST_OPENING = 6, 24
_FEWEST_HEADLINES, _MEAN_HEADLINE = 3, 12


def looks_like(text: Clean) -> bool:
    """Whether a text is a column page: most of it articles that show where they begin, or one below its section."""
    first = text[:FIRST]
    if len(unwrapped(first)) < first.count("\n") + 1:
        return False
    lines = list(page_lines(Clean(first), None))
    return _show_articles(joined(units_of(lines)), lines) and not segmented(lines)


def _show_articles(units: Sequence[Unit], lines: Sequence[PageLine]) -> bool:
    if len(units) == 1:
        below_a_name = units[0].section is not None and units[0].head in [line.text for line in lines[:_FIRST_LINES]]
        return below_a_name and len(units[0].lines) > 1
    if not any(unit.lines for unit in units):
        return _are_headlines(units)
    told = sum(1 for unit in units if _shows_beginning(unit))
    return told >= _FEWEST_TOLD and told >= _TOLD_SHARE * len(units)


def _are_headlines(units: Sequence[Unit]) -> bool:
    """Whether lines alone are titles below the name of their section, not verses below a title."""
    lengths = [len(unit.head) for unit in units]
    below_a_name = bool(units) and units[0].section is not None
    return below_a_name and len(units) >= _FEWEST_HEADLINES and sum(lengths) >= _MEAN_HEADLINE * len(units)


def _shows_beginning(unit: Unit) -> bool:
    """Whether an article is told by more than the shape of its title."""
    if len(unit.head) < _SHORTEST_TITLE or not unit.lines:
        return False
    opening = unit.lines[0].text
    return (
        unit.edited
        or (is_credited(unit) and any(line.shape == "text" for line in unit.lines))
        or (len(unit.lines) == 1 and len(opening) >= _SHORTEST_OPENING and is_cut_off(opening))
    )


def read(text: Clean, base: datetime | None, section: Clean | None) -> list[Article]:
    """The articles in the page's order; `section` holds where the page names none, `base` dates what has no year."""
    units = joined(units_of(list(page_lines(text, base))))
    return [_article(unit, base, section, alone=len(units) == 1) for unit in units]


def _article(unit: Unit, base: datetime | None, section: Clean | None, *, alone: bool) -> Article:
    opening = next((line.text for line in unit.lines if line.shape == "text"), Clean(""))
    credit = merged(unit.credits, credits_within(unit.lines, base))
    teaser = is_teaser(unit) and not (alone and unit.lines and not is_cut_off(opening))
    return Article(
        kind="teaser" if teaser else "full",
        title=unit.head,
        summary=(without_link(unit.lines[0].text) if unit.lines else None) if teaser else None,
        section=unit.section or section,
        publisher=credit.publisher,
        place=credit.place,
        authors=credit.authors,
        correspondents=credit.correspondents,
        editor=credit.editor,
        published=credit.published,
        blocks=() if teaser else to_blocks(unit.lines),
    )
