"""Real list pages are read as their editors meant them: nearly every headline, hardly anything else."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.parse.real_lists import TRUTHS, Truth
from zjreader.identity import canonical_link
from zjreader.parse import judged_page, markup
from zjreader.parse.asked import Asked
from zjreader.parse.markup import Page
from zjreader.parse.selectors import selected
from zjreader.text.clean import Clean


@pytest.fixture(scope="module")
def folder(news_data: Path) -> Path:
    return news_data / "html_pages" / "list_pages"


def pointed_at(page: Page, truth: Truth, selectors: Sequence[str]) -> Iterator[str]:
    """The addresses that the selectors point at; one without a number is a channel's and no article's."""
    links = {link.element: canonical_link(link.url) or "" for link in markup.links(page.root, truth.url)}
    for selector in selectors:
        found = (links[element] for element in selected(page.root, selector) if element in links)
        yield from (address for address in found if re.search("[0-9]", address.partition("/")[2]))


@pytest.mark.parametrize("truth", TRUTHS, ids=lambda truth: truth.file)
def test_headlines_are_found_and_furniture_is_not(folder: Path, truth: Truth) -> None:
    data, asked = (folder / truth.file).read_bytes(), Asked(Clean(truth.url))
    page = markup.page(data, asked)
    assert page is not None
    true = set(pointed_at(page, truth, truth.headlines))
    either = set(pointed_at(page, truth, truth.either))
    furniture = set(pointed_at(page, truth, truth.furniture)) - true
    articles = [reading.article for reading in judged_page.read(data, asked).readings]
    found = {canonical_link(article.url or "") for article in articles}
    assert {article.kind for article in articles} == {"teaser"}
    assert len(true) == truth.many
    assert len(true & found) >= 0.95 * len(true)
    assert len(found - true - either) <= 0.02 * len(found)
    assert len(found & furniture) <= 0.02 * len(found)
