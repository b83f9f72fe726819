"""`count`: numbers that scripts can rely on."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_without_fields_it_is_the_number_of_articles(run: Run, page: Path) -> None:
    assert run("count", "--from", page).out == "2\n"
    assert run("count", "企业", "--from", page).out == "1\n"


def test_no_match_is_none_and_says_so_by_its_code(run: Run, page: Path) -> None:
    ran = run("count", "没有这个词", "--from", page)
    assert (ran.code, ran.out) == (1, "0\n")


@pytest.mark.parametrize(
    ("fields", "lines"),
    [
        pytest.param("section", ["财经\t2"], id="section"),
        pytest.param("publisher", ["财经观察\t1", "\t1"], id="publisher"),
        pytest.param("author", ["何满\t1", "林一舟\t1", "\t1"], id="each author"),
        pytest.param("place", ["杭州\t1", "\t1"], id="place"),
        pytest.param("kind,section", ["full\t财经\t1", "teaser\t财经\t1"], id="two fields"),
        pytest.param("day", ["2026-11-19\t1", "\t1"], id="day"),
        pytest.param("week", ["2026-W47\t1", "\t1"], id="week"),
        pytest.param("month", ["2026-11\t1", "\t1"], id="month"),
        pytest.param("year", ["2026\t1", "\t1"], id="year"),
        pytest.param("state", ["unread\t1", "read\t1", "starred\t1"], id="state"),
        pytest.param("label", ["待核实\t1", "\t1"], id="label"),
    ],
)
def test_articles_are_counted_by_fields(run: Run, page: Path, fields: str, lines: list[str]) -> None:
    for action in ("read", "star", "label:待核实", "label:旧"):
        run("mark", action, "缓缴", "--from", page)
    run("mark", "unlabel:旧", "--all", "--from", page)
    out = run("count", "--by", fields, "--from", page).out
    assert sorted(out.splitlines()) == sorted(lines)


def test_a_first_line_names_the_columns(run: Run, page: Path) -> None:
    assert run("count", "--by", "kind,day", "--header", "--from", page).out.splitlines()[0] == "kind\tday\tcount"


def test_a_field_that_is_none_is_told_the_nearest(run: Run, page: Path) -> None:
    ran = run("count", "--by", "sections", "--from", page)
    assert (ran.code, "did you mean section?" in ran.err) == (2, True)


def test_on_an_empty_library_it_prints_nothing(run: Run) -> None:
    ran = run("count")
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (1, "", 1)


def test_what_cannot_be_read_is_told(run: Run, tmp_path: Path) -> None:
    ran = run("count", "--from", tmp_path / "gone.txt")
    assert (ran.code, "no such file" in ran.err) == (3, True)
