"""Pages of some twenty-five real sites are read as their editors meant them; the figures are those of the issue."""

import json
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from zjreader.article import Article
from zjreader.parse import web_page
from zjreader.parse.asked import UNTOLD
from zjreader.parse.markup import page

MOST_WRONG = {"title": 0.03, "publish_time": 0.03, "source": 0.08, "editor": 0.08, "author": 0.15}


def article_of(path: Path) -> Article | None:
    found = page(path.read_bytes(), UNTOLD)
    read = found and web_page.read(found, UNTOLD)
    return read.article if read else None


def golds(folder: Path) -> list[Mapping[str, Any]]:
    return [json.loads(line) for line in (folder / "gold.jsonl").read_text("utf-8").splitlines()]


def trigrams(text: str) -> Counter[str]:
    squeezed = "".join(text.split())
    return Counter(squeezed[at : at + 3] for at in range(len(squeezed) - 2))


def f1(gold: Mapping[str, Any], article: Article | None) -> float:
    ours, theirs = trigrams(article.body if article else ""), trigrams("".join(gold["body"]))
    return 2 * (ours & theirs).total() / (ours.total() + theirs.total())


def values(article: Article) -> Mapping[str, str]:
    return {
        "title": "".join(article.title.split()),
        "publish_time": (article.published.day or "") if article.published else "",
        "source": article.publisher or "",
        "editor": " ".join(sorted(names(article.editor))),
        "author": " ".join(sorted(names(" ".join(article.authors)))),
    }


def names(said: str | None) -> set[str]:
    return set(re.split(r"[\s,，、;；/]+", said or "")) - {""}


def accepted(gold: Mapping[str, Any], field: str) -> set[str]:
    told = [gold[field], *gold["accept"].get(field, [])]
    if field in {"author", "editor"}:
        return {" ".join(sorted(names(each))) for each in told}
    return {"".join((each or "")[: 10 if field == "publish_time" else None].split()) for each in told}


@pytest.fixture(scope="module")
def folder(news_data: Path) -> Path:
    return news_data / "html_pages"


def test_bodies_and_fields_are_those_of_the_editors(folder: Path) -> None:
    gold_pages = golds(folder)
    articles = [article_of(folder / gold["file"]) for gold in gold_pages]
    scores = [f1(gold, article) for gold, article in zip(gold_pages, articles, strict=True)]
    assert min(scores) >= 0.85
    assert sum(scores) / len(scores) >= 0.97
    pairs = [(gold, values(article)) for gold, article in zip(gold_pages, articles, strict=True) if article]
    wrong = {field: sum(read[field] not in accepted(gold, field) for gold, read in pairs) for field in MOST_WRONG}
    assert {field: count for field, count in wrong.items() if count > MOST_WRONG[field] * len(gold_pages)} == {}


def test_pages_in_other_encodings_are_the_same_articles(folder: Path) -> None:
    by_id = {gold["id"]: gold for gold in golds(folder)}
    for line in (folder / "encodings.jsonl").read_text("utf-8").splitlines():
        told = json.loads(line)
        assert f1(by_id[told["same_gold_as"]], article_of(folder / told["file"])) >= 0.95


def test_no_article_is_invented_from_a_list_page(folder: Path) -> None:
    lists = sorted((folder / "list_pages").glob("*.html"))
    assert [path.name for path in lists if article_of(path)] == []
