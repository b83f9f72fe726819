"""`explain`: what a query was understood as, without articles and with them."""

import json
from pathlib import Path

from tests.cli.conftest import Run


def test_a_query_is_shown_as_a_tree(run: Run) -> None:
    ran = run("explain", "企业", "OR", "date:昨天")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[0] == "企业 OR date:昨天"
    assert "2026-11-19 – 2026-11-19" in ran.out


def test_with_sources_each_part_says_how_many_it_matches(run: Run, page: Path) -> None:
    told = json.loads(run("explain", "企业 -修表", "--json", "--from", page).out)
    assert [part["articles"] for part in told["tree"]["parts"]] == [1, 1]


def test_a_source_that_cannot_be_read_is_told(run: Run, tmp_path: Path) -> None:
    ran = run("explain", "企业", "--from", tmp_path / "gone.txt")
    assert (ran.code, "no such file" in ran.err) == (2, True)


def test_a_query_that_cannot_be_read_is_an_error(run: Run) -> None:
    ran = run("explain", "authr:王")
    assert (ran.code, ran.out, "author" in ran.err) == (2, "", True)


def test_a_caret_stands_under_the_place_of_an_error_by_cells(run: Run) -> None:
    lines = run("explain", "复工 date:昨年吧").err.splitlines()
    assert lines[1:] == ["  复工 date:昨年吧", "            ^"]
