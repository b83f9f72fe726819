"""What the page of the query language shows is what the language does."""

from pathlib import Path

import pytest

from tests.query.examples import COMPLETED, EXAMPLES, Begun, Example, row, row_of
from tests.query.newsdesk import DESK, HERE, STATES
from zjreader.corpus.store import Corpus
from zjreader.query.completing import begun, completions
from zjreader.query.counts import axis
from zjreader.query.language import Query
from zjreader.query.match import match
from zjreader.text.clean import Clean

PAGE = Path(__file__).resolve().parents[2] / "docs" / "query.md"


@pytest.mark.parametrize("example", [pytest.param(each, id=each.query) for rows in EXAMPLES.values() for each in rows])
def test_an_example_finds_what_it_says(example: Example) -> None:
    query = Query.parse(example.query)
    here = HERE._replace(views={Clean("开工"): Clean("复工 OR 复学")})
    assert tuple(match(query, Corpus(DESK), STATES, here).hits) == example.hits
    assert Query.parse(str(query)) == query


@pytest.mark.parametrize("begun_so", [pytest.param(each, id=each.typed) for each in COMPLETED])
def test_what_is_offered_is_what_the_page_says(begun_so: Begun) -> None:
    corpus, last = Corpus(DESK), begun(begun_so.typed)
    assert last
    before = match(Query.parse(last.before), corpus, STATES, HERE).hits

    def borne(field: str) -> dict[str, int | None]:
        return {value: held.shares(before) for value, held in axis(field, corpus, STATES).values.items()}

    offered = completions(last, borne)
    shown = tuple(each.shown if each.articles is None else f"{each.shown} {each.articles}" for each in offered)
    assert shown == begun_so.offered


def test_the_page_shows_these_examples_and_no_others() -> None:
    lines = PAGE.read_text("utf-8").splitlines()
    shown = [line for line in lines if line.startswith(("## ", "| `"))]
    expected = [line for topic, rows in EXAMPLES.items() for line in (f"## {topic}", *map(row, rows))]
    expected += map(row_of, COMPLETED)
    assert [line for line in shown if line in expected or line.startswith("| `")] == expected
