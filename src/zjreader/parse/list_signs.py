"""Whether a page is a list although running text was found in it: the openings, the notes, the imprint that lists have.

An article's own title stands above its text and leads nowhere else, and someone is credited. Where that is not so, the
page's headlines decide: they and their openings are the text, they say more than it, or it stands in pieces among them.
"""

from collections.abc import Sequence
from itertools import chain, takewhile
from typing import Final

from zjreader.article import Article
from zjreader.parse import markup
from zjreader.parse.headlines import Headline
from zjreader.parse.link_address import leads_to_a_site
from zjreader.parse.list_page import ListPage
from zjreader.parse.markup import Element, Line, Page
from zjreader.parse.page_units import without_link
from zjreader.parse.web_page import WebPage

_FEWEST_HEADLINES: Final = 5
_FEWEST_OPENINGS: Final = 3
_FEWEST_PIECES: Final = 4
_LARGEST_PIECE: Final = 0.5
_OF_TEASERS: Final = 0.5
_MOST_ABOVE: Final = 0.5
_MUCH_MORE: Final = 2


def is_doubtful(found: WebPage) -> bool:
    """Whether what was found for an article lacks what articles have, or has what lists have."""
    line, article = found.title_line, found.article
    dated = article.published and not article.published.inferred
    if line is None or line.is_linked or not (dated or article.publisher or article.authors):
        return True
    return _may_be_of_teasers(article)


def is_list(found: WebPage, page: Page, listed: ListPage) -> bool:
    """Whether a page whose article is doubtful shows its headlines instead."""
    article, headlines = found.article, listed.headlines
    if _may_be_of_teasers(article) and _is_of_teasers(article, listed):
        return True
    if len(headlines) < _FEWEST_HEADLINES or _begins_with_its_title(article):
        return False
    line = found.title_line
    if line is not None and not line.is_linked:
        told = _stands_below(line, page, headlines) or _is_dated_by(article, listed)
        return told and _outweigh(headlines, article, _MUCH_MORE)
    return _is_in_pieces(article, page, headlines) or (
        (line is None or _leads_to_a_site(line)) and _outweigh(headlines, article, 1)
    )


def _begins_with_its_title(article: Article) -> bool:
    """Whether the text shows a title that the page gives itself with more words: 老桥通车 of 老桥通车 | 江城晚报."""
    return article.blocks[0].text in article.title


def _may_be_of_teasers(article: Article) -> bool:
    """Whether several texts are cut off, as openings are, or none has a sentence, as titles have none."""
    texts = [block.text for block in article.blocks]
    cut_off = sum(text.endswith(("…", "...")) or without_link(text) != text for text in texts)
    return cut_off >= _FEWEST_OPENINGS or not any("。" in text for text in texts)


def _is_of_teasers(article: Article, listed: ListPage) -> bool:
    """Whether most of the text is titles and openings of the list."""
    said = {text for teaser in listed.teasers for text in (teaser.title, teaser.summary)}
    texts = [without_link(block.text) for block in article.blocks]
    return sum(len(text) for text in texts if text in said) > _OF_TEASERS * sum(map(len, texts))


def _outweigh(headlines: Sequence[Headline], article: Article, times: int) -> bool:
    text = sum(len(block.text) for block in article.blocks)
    return sum(len(headline.title) for headline in headlines) >= times * text


def _stands_below(line: Line, page: Page, headlines: Sequence[Headline]) -> bool:
    """Whether a title stands below most of the headlines of its page."""
    links = {headline.link for headline in headlines}
    above = list(takewhile(lambda element: element is not line.box, page.root.iter()))
    return sum(element in links for element in above) > _MOST_ABOVE * len(headlines)


def _is_dated_by(article: Article, listed: ListPage) -> bool:
    """Whether the date of an article is one that stands beside a headline: 25分钟前."""
    said = {teaser.published for teaser in listed.teasers if teaser.published and teaser.published.inferred}
    return article.published in said


def _leads_to_a_site(line: Line) -> bool:
    around = chain(line.box.iter("a"), line.box.iterancestors("a"))
    return any(leads_to_a_site(link.get("href") or "") for link in around)


def _is_in_pieces(article: Article, page: Page, headlines: Sequence[Headline]) -> bool:
    """Whether the text stands on the lines of the headlines, or in pieces among them, none of which is most of it."""
    lines = list(markup.lines(page.root))
    shown = _boxes(lines, headlines)
    texts = {block.text for block in article.blocks}
    beside, pieces = 0, [0]
    for line in lines:
        size = len(line.text) if line.text in texts else 0
        if line.linked and line.box in shown:
            beside += size
            pieces.append(0)
        else:
            pieces[-1] += size
    if beside > sum(pieces):
        return True
    return sum(map(bool, pieces)) >= _FEWEST_PIECES and max(pieces) <= _LARGEST_PIECE * sum(pieces)


def _boxes(lines: Sequence[Line], headlines: Sequence[Headline]) -> set[Element | None]:
    """The boxes of the lines that show the headlines."""
    boxes = {line.box for line in lines}
    around = ((headline.link, *headline.link.iterancestors()) for headline in headlines)
    return {next((element for element in each if element in boxes), None) for each in around}
