"""`list`, `show` and `guide` as a script uses them."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

FULL = "三项新政同日落地 小微企业最多可缓缴半年社保"
TEASER = "老街上的修表铺 守着一座城的时间"


def titles(out: str) -> list[str]:
    return [json.loads(line)["title"] for line in out.splitlines()]


def test_a_word_lists_the_articles_that_hold_it(run: Run, page: Path) -> None:
    ran = run("list", "--from", page, "缓缴", "--jsonl")
    assert (ran.code, titles(ran.out), ran.err) == (0, [FULL], "")


def test_nothing_found_ends_like_grep(run: Run, page: Path) -> None:
    assert run("list", "--from", page, "不存在的词") == (1, "", "")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param(["-e", "-缓缴"], [TEASER], id="an expression that begins with a minus"),
        pytest.param(["缓缴", "-f", "jsonl", "贴息"], [FULL], id="words around options"),
        pytest.param(["-F", "--", "-缓缴"], [], id="literal words after --"),
        pytest.param(["-e", "修表铺", "-e", "is:导语"], [TEASER], id="two expressions"),
        pytest.param(["--sort", "title"], [FULL, TEASER], id="by title"),
        pytest.param(["--sort", "title", "--reverse"], [TEASER, FULL], id="by title, the other way round"),
        pytest.param(["--sort", "none"], [FULL, TEASER], id="in reading order"),
        pytest.param(["--sort", "none", "--reverse"], [TEASER, FULL], id="in reading order, backwards"),
        pytest.param(["--limit", "1"], [FULL], id="the first"),
        pytest.param(["--offset", "1"], [TEASER], id="all but the first"),
        pytest.param(["--offset", "1", "--limit", "5"], [TEASER], id="a window"),
        pytest.param(["繳緩"], [], id="no such word in any script"),
        pytest.param(["緩繳"], [FULL], id="a word in the other script"),
    ],
)
def test_what_is_asked_for_is_what_is_listed(run: Run, page: Path, words: list[str], found: list[str]) -> None:
    ran = run("list", "--from", page, *words, "--jsonl") if "--" not in words else run("list", "--from", page, *words)
    assert titles(ran.out) == found


def test_in_a_pipe_the_list_is_tsv(run: Run, page: Path) -> None:
    ran = run("list", "--from", page)
    assert [len(line.split("\t")) for line in ran.out.splitlines()] == [7, 7]


def test_quiet_only_tells_by_its_code(run: Run, page: Path) -> None:
    assert run("list", "--from", page, "-Q", "缓缴") == (0, "", "")
    assert run("list", "--from", page, "-Q", "不存在的词") == (1, "", "")


def test_count_prints_the_number(run: Run, page: Path) -> None:
    assert run("list", "--from", page, "--count") == (0, "2\n", "")
    assert run("list", "--from", page, "--count", "不存在的词") == (1, "0\n", "")


def test_matches_tell_where_the_words_stand(run: Run, page: Path) -> None:
    row = json.loads(run("list", "--from", page, "缓缴", "--jsonl", "--matches", "--full").out)
    texts = {"title": row["title"], "body": row["body"]}
    assert {texts[match["field"]][match["start"] : match["stop"]] for match in row["matches"]} == {"缓缴"}


def test_a_template_makes_each_line(run: Run, page: Path) -> None:
    ran = run("list", "--from", page, "缓缴", "--template", "{published}\\t{title}")
    assert ran.out == f"2026-11-19\t{FULL}\n"


def test_the_state_is_left_out_on_request(run: Run, page: Path) -> None:
    run("mark", "read", "--all", "--from", page)
    read = [json.loads(line)["read"] for line in run("list", "--from", page, "--jsonl").out.splitlines()]
    unread = [
        json.loads(line)["read"] for line in run("list", "--from", page, "--jsonl", "--no-state").out.splitlines()
    ]
    assert (read, unread) == ([True, True], [False, False])


def test_what_was_printed_can_be_read_back(run: Run, page: Path) -> None:
    once = run("list", "--from", page, "--full", "--jsonl").out
    again = run("list", "--from", "-", "--full", "--jsonl", stdin=once.encode()).out
    dropped = {"origin", "added", "read_as", "versions"}
    first, second = ([json.loads(line) for line in out.splitlines()] for out in (once, again))
    assert [{k: v for k, v in row.items() if k not in dropped} for row in first] == [
        {k: v for k, v in row.items() if k not in dropped} for row in second
    ]


def test_show_sets_an_article_for_reading(run: Run, page: Path) -> None:
    identity = run("list", "--from", page, "-f", "ids", "缓缴").out.strip()
    ran = run("show", identity[:6], "--from", page, "--width", "40")
    assert ran.code == 0
    assert "  财经观察" in ran.out or "    财经观察" in ran.out
    assert "· 缓缴" in ran.out


def test_show_tells_what_is_not_there_and_shows_the_rest(run: Run, page: Path) -> None:
    identity = run("list", "--from", page, "-f", "ids", "缓缴").out.strip()
    ran = run("show", "f00d", identity, "--from", page, "-f", "ids")
    assert (ran.code, ran.out, ran.err) == (1, identity + "\n", "zjreader: f00d: no article has this id\n")


def test_show_wants_ids(run: Run, page: Path) -> None:
    assert run("show", "--from", page).code == 2


def test_the_guide_in_its_own_order_is_all_of_it(run: Run) -> None:
    own, newest = (run("guide", "-f", "ids", "--sort", order).out.split() for order in ("none", "published"))
    assert sorted(own) == sorted(newest) != []


def test_the_guide_can_be_printed_like_any_list(run: Run) -> None:
    ran = run("guide", "--jsonl")
    assert ran.code == 0
    assert len(titles(ran.out)) >= 8


@pytest.mark.parametrize("words", [["list"], ["list", "经济"], ["show", "abcd"], ["mark", "read", "--all"]])
def test_an_empty_library_prints_nothing_and_says_so(run: Run, words: list[str]) -> None:
    ran = run(*words)
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)


def test_one_of_two_inputs_that_cannot_be_read(run: Run, page: Path) -> None:
    ran = run("list", "--from", page, "--from", "/nonexistent/x", "-f", "ids")
    assert (ran.code, ran.out.count("\n")) == (2, 2)
    assert ran.err == "zjreader: /nonexistent/x: no such file or folder\n"


def test_in_reading_order_problems_are_told_too(run: Run, page: Path) -> None:
    ran = run("list", "--from", "/nonexistent/x", "--from", page, "--sort", "none", "-f", "ids")
    assert (ran.code, ran.out.count("\n"), ran.err.count("\n")) == (2, 2, 1)


def test_nothing_that_can_be_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    ran = run("list", "--from", tmp_path / "picture.png")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.endswith("picture.png: not a text\n")


def test_an_empty_input_is_no_failure(run: Run) -> None:
    ran = run("list", "--from", "-")
    assert (ran.code, ran.out, ran.err) == (1, "", "zjreader: -: nothing to read in it\n")


def test_bad_lines_are_told_and_change_the_code_only_when_strict(run: Run) -> None:
    lines = b'{"title":"\xe7\x94\xb2","body":"\xe4\xb9\x99"}\n{oops\n'
    lax, strict = (run("list", "--from", "-", "-f", "ids", *more, stdin=lines) for more in ([], ["--strict"]))
    assert (lax.code, strict.code) == (0, 2)
    assert lax.err == "zjreader: -:2: not valid JSON, skipped\n"


def test_of_many_bad_lines_the_rest_is_counted(run: Run) -> None:
    ran = run("list", "--from", "-", stdin=b'{"title":"a","body":"b"}\n' + b"{oops\n" * 50)
    assert ran.err.count("\n") == 21
    assert ran.err.endswith("zjreader: 30 more problems\n")


def test_sources_can_be_named_in_a_file(run: Run, page: Path, tmp_path: Path) -> None:
    names = tmp_path / "names"
    names.write_text(f"{page}\n\n")
    assert run("list", "--files-from", names, "--count").out == "2\n"
    assert run("list", "--files-from", "-", "--count", stdin=f"{page}\0".encode()).out == "2\n"
    assert run("list", "--files-from", tmp_path / "none").code == 3


@pytest.mark.parametrize(
    ("words", "message"),
    [
        pytest.param(["--nope"], "--nope: no such option", id="no such option"),
        pytest.param(["--fulll"], "--fulll: no such option; did you mean --full?", id="the nearest option"),
        pytest.param(["-f", "xml"], "xml: is none of ", id="no such format"),
        pytest.param(["--fields", "titel"], "titel: no such field; did you mean title?", id="no such field"),
        pytest.param(["--limit", "-1"], "-1: is not a whole number", id="not a number"),
        pytest.param(["--group", "nope"], "nope: no such field", id="no such group"),
    ],
)
def test_wrong_usage_is_one_line(run: Run, page: Path, words: list[str], message: str) -> None:
    ran = run("list", "--from", page, *words)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert ran.err.startswith(f"zjreader: {message}")


@pytest.mark.parametrize(
    ("environ", "option", "colored"),
    [
        pytest.param({}, "auto", False, id="not in a pipe"),
        pytest.param({"FORCE_COLOR": "1"}, "auto", True, id="forced"),
        pytest.param({"CLICOLOR_FORCE": "0"}, "auto", False, id="not forced by 0"),
        pytest.param({"CLICOLOR_FORCE": "1", "NO_COLOR": "1"}, "auto", False, id="NO_COLOR wins"),
        pytest.param({"FORCE_COLOR": "1", "NO_COLOR": ""}, "auto", True, id="an empty NO_COLOR says nothing"),
        pytest.param({"NO_COLOR": "1"}, "always", True, id="the option wins"),
        pytest.param({"FORCE_COLOR": "1"}, "never", False, id="the option wins against force"),
    ],
)
def test_colour(run: Run, page: Path, environ: dict[str, str], option: str, *, colored: bool) -> None:
    ran = run("list", "--from", page, "-f", "table", "--color", option, environ={"COLUMNS": "60", **environ})
    assert ("\x1b[" in ran.out) == colored
