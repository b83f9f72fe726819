"""What a query asks for beside articles: an order, a number, and what has to be said of it."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        pytest.param(["sort:title"], ["三项新政", "老街上的"], id="an order"),
        pytest.param(["sort:title", "limit:1"], ["三项新政"], id="a number in that order"),
        pytest.param(["sort:title limit:1", "--limit", "2"], ["三项新政", "老街上的"], id="an option wins"),
        pytest.param(["sort:none limit:1"], ["三项新政"], id="the first as they are read"),
        pytest.param(["sort:none", "--sort", "title", "--reverse"], ["老街上的", "三项新政"], id="another order wins"),
        pytest.param(["-e", "limit:1", "-e", "修表"], ["老街上的"], id="expressions together"),
    ],
)
def test_what_is_listed(run: Run, page: Path, words: list[str], titles: list[str]) -> None:
    lines = run("list", *words, "--fields", "title", "--from", page).out.splitlines()
    assert [line[:4] for line in lines] == titles


@pytest.mark.parametrize("command", [["list"], ["count"], ["mark", "read"]])
@pytest.mark.parametrize("query", ["专家：缓缴", "媒体：缓缴"])
def test_what_was_understood_otherwise_is_said(run: Run, page: Path, command: list[str], query: str) -> None:
    assert "text" in run(*command, query, "--from", page).err


def test_a_search_that_had_to_leave_articles_out_says_so_also_when_it_streams(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "long.txt"
    page.write_text(f"一条消息\n\n这里是它的正文，{'a' * 64}x。\n", "utf-8")
    ran = run("list", "/(a|aa)+$/", "--sort", "none", "--from", page)
    assert (ran.code, "left out" in ran.err) == (1, True)


def test_articles_read_today_are_found_by_the_journal(run: Run, page: Path) -> None:
    run("mark", "read", "缓缴", "--from", page)
    assert run("count", "read:今天", "--from", page).out == "1\n"
    assert run("list", "read:今天", "--sort", "none", "--from", page).out.count("\n") == 1


def test_what_was_read_last_is_listed_first(run: Run, page: Path) -> None:
    newest_first = run("list", "--from", page, "-f", "ids").out.split()
    run("mark", "read", f"id:{newest_first[-1]}", "--from", page)
    expected = [newest_first[-1], *newest_first[:-1]]
    assert run("list", "--sort", "read", "--from", page, "-f", "ids").out.split() == expected
    assert run("list", "sort:read", "--reverse", "--from", page, "-f", "ids").out.split() == expected[::-1]


@pytest.mark.parametrize("command", [["list"], ["list", "--sort", "none"], ["count"]])
def test_a_query_that_cannot_be_answered_is_an_error_before_anything_is_printed(
    run: Run, page: Path, command: list[str]
) -> None:
    ran = run(*command, "view:没有", "--from", page)
    assert (ran.code, ran.out, "没有" in ran.err) == (2, "", True)


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    page = tmp_path / "harbour.txt"
    page.write_text("慢火车驿站开张\n\n發展中國家的朋友坐慢火车来到驿站，说起碳中和与中国茶。\n", "utf-8")
    return page


@pytest.mark.parametrize(
    ("query", "places"),
    [
        pytest.param("=中国", [["body", 23, 25]], id="a word, not inside another"),
        pytest.param("=发展中国家", [["body", 0, 5]], id="in Traditional text"),
        pytest.param("=碳中和", [["body", 19, 22]], id="a word of our list"),
        pytest.param("=慢火车驿站", [["title", 0, 5]], id="several words side by side"),
        pytest.param("about:碳中和", [["body", 19, 22]], id="a loose question"),
    ],
)
@pytest.mark.parametrize("order", [[], ["--sort", "none"]])
def test_whole_words_are_found_and_shown(
    run: Run, harbour: Path, query: str, places: list[list[object]], order: list[str]
) -> None:
    (line,) = run("list", query, "--jsonl", "--matches", *order, "--from", harbour).out.splitlines()
    assert [[each["field"], each["start"], each["stop"]] for each in json.loads(line)["matches"]] == places


def test_the_words_of_the_state_folder_are_whole_ones(run: Run, harbour: Path, tmp_path: Path) -> None:
    assert run("count", "=火车", "--from", harbour).out == "1\n"
    (tmp_path / "own").mkdir()
    (tmp_path / "own/words-trains.txt").write_text("慢火车\n", "utf-8")
    own = {"ZJREADER_STATE": str(tmp_path / "own")}
    assert run("count", "=火车", "--from", harbour, environ=own).out == "0\n"


@pytest.mark.parametrize("command", [["list"], ["list", "--quiet"], ["count"], ["mark", "read"]])
def test_where_no_article_has_all_words_a_loose_question_is_offered(run: Run, page: Path, command: list[str]) -> None:
    ran = run(*command, "缓缴 修表 is:未读", "--from", page)
    assert (ran.code, 'ask loosely: about:"缓缴 修表" is:unread' in ran.err) == (1, True)
    assert run("count", 'about:"缓缴 修表"', "--from", page).out == "2\n"


@pytest.mark.parametrize("query", ["没有这个词", "缓缴 企业", "没有 OR 这个词"])
def test_nothing_is_offered_for_one_word_or_where_something_was_found(run: Run, page: Path, query: str) -> None:
    assert run("list", query, "--from", page).err == ""
