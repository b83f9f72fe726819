"""The guide is a set of column pages that keep their word."""

import re
from datetime import UTC, date, datetime
from itertools import pairwise

import pytest

from zjreader.guide.pages import PAGES, documents
from zjreader.intake import gather
from zjreader.library.marks import Marks
from zjreader.library.settings import DEFAULTS, Settings
from zjreader.parse import column_page
from zjreader.text.clean import clean, cleaned
from zjreader.text.typeset import LEAST_MEASURE, MOST_MEASURE
from zjreader.tui.keys import GROUPS

TEXTS: dict[str, str] = {document.address: document.open().read().decode() for document in documents()}
NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
LINES = {name: [line for line in text.split("\n") if line] for name, text in TEXTS.items()}
DATELINE = re.compile(r"zjreader编辑部(\d+)月(\d+)日终端讯 (.+)")

pages = pytest.mark.parametrize("name", list(TEXTS))


def full_articles() -> dict[str, str]:
    """Title and opening, without dateline, of every full article of the guide."""
    return {
        title: found[3]
        for lines in LINES.values()
        for title, below in pairwise(lines)
        if (found := DATELINE.match(below))
    }


def teasers(name: str) -> list[tuple[str, str]]:
    """Title and cut-off opening of a page's teasers."""
    openings = full_articles()
    pairs = pairwise(LINES[name])
    return [(title, below) for title, below in pairs if title in openings and not DATELINE.match(below)]


def test_reading_order_is_newest_first() -> None:
    days = [document.base for document in documents() if document.base]
    assert [day.date().isoformat() for day in days] == [day for _name, day in PAGES]
    assert days == sorted(days, reverse=True)


@pytest.mark.parametrize(("name", "day"), PAGES)
def test_every_dateline_says_the_day_of_its_page(name: str, day: str) -> None:
    said = {(int(found[1]), int(found[2])) for line in LINES[name] if (found := DATELINE.match(line))}
    of_page = date.fromisoformat(day)
    assert said == {(of_page.month, of_page.day)}


@pages
def test_a_page_has_the_shape_of_a_copied_column_page(name: str) -> None:
    section, title, opening, *_others, last, end = LINES[name]
    assert len(section) <= 6
    assert title[-1] not in "。；："
    assert DATELINE.match(opening)
    assert (last, end) == ("返回", "顶部")


@pages
def test_a_page_passes_the_gate_unchanged(name: str) -> None:
    assert cleaned(TEXTS[name]) == (TEXTS[name], 0)


@pages
def test_between_hanzi_punctuation_is_full_width(name: str) -> None:
    assert re.findall(r"[\u4e00-\u9fff][,.;:!?()\"']|(?<!is)[,;:!()\"'][\u4e00-\u9fff]", TEXTS[name]) == []


@pages
def test_a_teaser_is_the_cut_off_opening_of_an_article_on_another_page(name: str) -> None:
    openings = full_articles()
    found = teasers(name)
    assert 1 <= len(found) <= 3
    for title, summary in found:
        assert openings[title].startswith(summary)
        assert len(summary) < len(openings[title])
        assert LINES[name].count(title) == 1


@pages
def test_the_parser_of_column_pages_finds_each_article_whole(name: str) -> None:
    [base] = [document.base for document in documents() if document.address == name]
    articles = column_page.read(clean(TEXTS[name]), base, None)
    titles = {kind: [article.title for article in articles if article.kind == kind] for kind in ("full", "teaser")}
    assert titles["full"] == [title for title in full_articles() if f"{title}\n\n\n\n" in TEXTS[name]]
    assert titles["teaser"] == [title for title, _summary in teasers(name)]
    assert {article.section for article in articles} == {LINES[name][0]}
    for article in articles:
        if article.kind == "full":
            assert (article.publisher, article.place) == ("zjreader编辑部", "终端")
            assert {"heading", "item"} <= {block.kind for block in article.blocks}
            assert 250 <= article.length <= 700


def test_the_guide_has_twelve_to_twenty_full_articles() -> None:
    assert 12 <= len(full_articles()) <= 20


def test_what_the_article_on_searching_promises_about_its_example_holds() -> None:
    articles = "\n".join(TEXTS.values())
    assert "鱼头 -管子" in articles
    [whole_fish] = [title for title in full_articles() if "鱼头" in title]
    page = TEXTS["reading.txt"]
    start = page.index(whole_fish)
    article = page[start : page.index("【责任编辑", start)]
    assert "导语" in article
    assert "管子" not in article


def test_the_settings_and_acts_that_the_guide_names_exist() -> None:
    guide = "\n".join(TEXTS.values())
    assert {*re.findall(r"(?:reading|screen)\.([a-z_]+)", guide)} <= {*Settings._fields}
    acts = {key.id for _title, keys in GROUPS for key in keys}
    assert {*re.findall(r"keys\.([a-z_]+\.[a-z_]+)", guide)} <= acts


def test_the_figures_that_the_guide_gives_are_the_defaults() -> None:
    guide = "\n".join(TEXTS.values())
    assert "停满两秒，也算读过" in guide
    assert (DEFAULTS.mark_read, DEFAULTS.dwell) == ("dwell", 2)
    assert "从二十字到四十字" in guide
    assert (LEAST_MEASURE, MOST_MEASURE) == (2 * 20, 2 * 40)
    assert f"{DEFAULTS.theme}是夜里的" in guide


def test_a_page_can_be_opened_again() -> None:
    for document in documents():
        assert document.open().read() == document.open().read() != b""


def test_every_article_and_every_teaser_is_a_row_of_the_list() -> None:
    gathered = gather(documents(), NOON, Marks())
    kinds = [record.article.kind for record in gathered.records]
    assert (kinds.count("full"), kinds.count("teaser"), gathered.problems) == (20, 10, ())
