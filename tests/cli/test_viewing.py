"""`views` and `count --views`: saved queries from the shell, and their numbers for scripts."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run, Tty


@pytest.fixture
def kept(run: Run, page: Path) -> Run:
    """Runs on a library of the page's two articles, with a saved query for one of them and one for both."""
    run("add", page)
    run("views", "set", "企业", "缓缴", "OR", "贴息")
    run("views", "set", "全部", "sort:title")
    return run


def test_saved_queries_are_listed_with_what_they_find(kept: Run) -> None:
    kept("mark", "read", "缓缴")
    assert kept("views").out.splitlines() == ["企业\t缓缴 OR 贴息\t0\t1\t", "全部\tsort:title\t1\t2\t"]
    assert kept("views", streams=Tty).out.splitlines()[0].split() == ["name", "query", "unread", "articles", "problem"]


def test_one_that_cannot_be_asked_keeps_its_row_and_says_why(kept: Run) -> None:
    kept("views", "set", "两", "view:企业 杭州")
    kept("views", "remove", "企业")
    ran = kept("views")
    assert (ran.code, ran.out.splitlines()[0]) == (0, "两\tview:企业 杭州\t\t\tno saved query is called “企业”")
    counted = kept("count", "--views")
    assert (counted.out, "view:两: no saved query" in counted.err) == ("全部\t2\n", True)


def test_without_any_there_is_nothing_to_list(run: Run) -> None:
    ran = run("views")
    assert (ran.code, ran.out) == (1, "")


def test_unread_articles_are_counted_by_saved_query(kept: Run) -> None:
    assert kept("count", "--views", "--header").out == "view\tunread\n企业\t1\n全部\t2\n"
    assert kept("count", "修表", "--views").out == "企业\t0\n全部\t1\n"
    kept("mark", "read", "--all")
    ran = kept("count", "--views")
    assert (ran.code, ran.out) == (1, "企业\t0\n全部\t0\n")


def test_counting_is_by_saved_queries_or_by_fields(kept: Run) -> None:
    ran = kept("count", "--views", "--by", "section")
    assert (ran.code, "--by" in ran.err) == (2, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(["set", "早报"], "usage: views set NAME QUERY | remove NAME", id="no query"),
        pytest.param(["remove"], "usage: views set", id="no name"),
        pytest.param(["remove", "甲", "乙"], "usage: views set", id="two names"),
        pytest.param(["sett", "甲", "乙"], "sett: is none of set remove; did you mean set?", id="mistyped"),
        pytest.param(["set", "圆", "view:圆"], "asks for itself", id="a circle"),
    ],
)
def test_what_cannot_be_is_told(run: Run, words: list[str], said: str) -> None:
    ran = run("views", *words)
    assert (ran.code, said in ran.err) == (2, True)


def test_giving_up_what_is_not_there_names_the_nearest(kept: Run) -> None:
    ran = kept("views", "remove", "企也")
    assert (ran.code, "nearest: 企业" in ran.err) == (1, True)


@pytest.mark.parametrize("order", [[], ["--sort", "none"]])
def test_a_saved_query_is_asked_by_its_name_everywhere(kept: Run, page: Path, order: list[str]) -> None:
    found = kept("list", "view:企业", "--fields", "title", *order, "--from", page)
    assert found.out.startswith("三项新政")
    assert '"matches":[{' in kept("list", "view:企业", "--jsonl", "--matches", *order, "--from", page).out
    assert kept("count", "view:企业 -杭州").out == "0\n"


def test_its_number_is_of_all_that_streams(kept: Run, page: Path) -> None:
    kept("views", "set", "头一条", "sort:none limit:1")
    out = kept("list", "view:头一条", "--sort", "none", "--from", page, "--from", page.parent).out
    assert out.count("\n") == 1


def test_how_it_is_understood_is_explained(kept: Run) -> None:
    assert "view:企业  a saved query: 缓缴 OR 贴息  1 article" in kept("explain", "view:企业").out
    assert kept("explain", "view:无").code == 2
