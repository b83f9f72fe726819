"""`sources` and `remove`: what is read from, said of it and given up, and what becomes of the articles."""

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.cli.conftest import NOON, Run, Tty
from zjreader.library.journal import Journal
from zjreader.library.journal_lines import Entry
from zjreader.library.marks import SOURCE
from zjreader.library.paths import under
from zjreader.text.clean import Clean

ELSEWHERE = Clean("/别处/旧闻")


def rows(run: Run, *words: str) -> list[Sequence[str]]:
    return [line.split("\t") for line in run("sources", *words).out.splitlines()]


def given_elsewhere(tmp_path: Path, settings: str) -> Clean:
    """Another device's journal, as a syncer brings it; gives the device's name."""
    home = under(tmp_path / "home")
    other = Journal.open(home._replace(local=tmp_path / "other"), lambda: NOON)
    other.append([Entry(SOURCE, Clean(settings), name=ELSEWHERE)])
    assert other.device
    return other.device


def test_without_a_library_there_are_none(run: Run) -> None:
    ran = run("sources")
    assert (ran.code, ran.out, ran.err) == (1, "", "")


def test_a_source_is_listed_with_what_it_brought_and_what_was_said(run: Run, page: Path) -> None:
    run("add", page, "--name", "财经版", "--section", "产经")
    assert rows(run) == [[str(page), "财经版", "2", "1", "2026-11-20T12:00:00+08:00", "", "", "'section=产经'"]]


def test_a_terminal_gets_columns_under_their_names(run: Run, page: Path) -> None:
    run("add", page)
    names, row = run("sources", streams=Tty).out.splitlines()
    columns = ["source", "name", "articles", "full texts", "last read", "problem", "device", "settings"]
    assert [name.strip() for name in names.split("  ") if name.strip()] == columns
    assert row.index("2 ") == names.index("articles")


def test_only_those_with_a_problem(run: Run, page: Path, tmp_path: Path) -> None:
    run("add", page)
    assert run("sources", "--problems").code == 1
    run("add", tmp_path / "gone.txt")
    ran = run("sources", "--problems")
    assert (ran.code, ran.out.count("\n"), "no such file" in ran.out) == (0, 1, True)


def test_another_device_s_source_is_listed_with_its_device_and_never_read(run: Run, page: Path, tmp_path: Path) -> None:
    device = given_elsewhere(tmp_path, '["name=别处"]')
    run("add", page)
    assert rows(run)[1] == [ELSEWHERE, "别处", "0", "0", "", "", device, ""]
    assert run("sources", "--problems").code == 1
    assert (run("update").code, run("update", ELSEWHERE).code) == (0, 1)


@pytest.mark.parametrize("settings", ["", "7", '["colour=blue"]', "[[]]"])
def test_what_a_later_version_said_elsewhere_hides_no_source(run: Run, tmp_path: Path, settings: str) -> None:
    given_elsewhere(tmp_path, settings)
    assert [row[0] for row in rows(run)] == [ELSEWHERE]


def test_a_copied_library_s_sources_are_another_device_s(run: Run, page: Path, tmp_path: Path) -> None:
    run("add", page)
    (tmp_path / "home").rename(tmp_path / "copied")
    listed = run("sources", environ={"ZJREADER_HOME": str(tmp_path / "copied")}).out.split("\t")
    assert (listed[0], bool(listed[6])) == (str(page), True)


def test_what_is_said_later_makes_a_source_new_to_the_next_update(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "news.jsonl"
    table.write_text('{"title": "城南老桥恢复通行", "content": "加固用了三个月。"}', "utf-8")
    run("add", table, "--name", "晚报")
    assert run("sources", "set", table, "section=城建").code == 0
    assert rows(run)[0][1::6] == ["晚报", "'section=城建'"]
    run("update")
    assert run("count", "--by", "section").out.split() == ["城建", "1"]
    run("sources", "set", table, "name=")
    assert rows(run)[0][1] == ""


@pytest.mark.parametrize(
    ("words", "code"),
    [
        pytest.param(["put"], 2, id="no act"),
        pytest.param(["set"], 2, id="no source"),
        pytest.param(["set", "page"], 2, id="nothing said"),
        pytest.param(["set", "page", "colour=blue"], 2, id="no setting"),
        pytest.param(["set", "gone", "name=x"], 1, id="no source of the library"),
    ],
)
def test_what_cannot_be_said_changes_nothing(run: Run, page: Path, words: list[str], code: int) -> None:
    run("add", page)
    assert run("sources", *(str(page) if word == "page" else word for word in words)).code == code
    assert rows(run)[0][7] == ""


def test_a_removed_source_keeps_its_articles_and_is_read_no_more(run: Run, page: Path) -> None:
    run("add", page)
    assert run("remove", page).code == 0
    assert (run("sources").code, run("count").out, run("update").err) == (1, "2\n", "zjreader: 0 articles added\n")
    assert run("remove", page).code == 1
    run("add", page)
    assert (len(rows(run)), run("count").out) == (1, "2\n")


def test_what_was_purged_is_found_by_no_command(run: Run, page: Path) -> None:
    run("add", page)
    identities = run("list", "-f", "ids").out.split()
    ran = run("remove", page, "--purge", "--yes")
    assert (ran.code, ran.err) == (0, "zjreader: 2 articles deleted\n")
    assert run("list").code == run("count").code == run("show", *identities).code == 1


def test_what_has_a_star_or_a_label_is_not_purged(run: Run, page: Path) -> None:
    run("add", page)
    run("mark", "star", "修表铺")
    run("remove", page)
    assert run("remove", page, "--purge", "--yes").err == "zjreader: 1 article deleted\n"
    assert (run("count").out, run("remove", page, "--purge", "--yes").code) == ("1\n", 1)


@pytest.mark.parametrize(("answer", "left"), [(b"y\n", 0), ("是\n".encode(), 0), (b"n\n", 2), (b"\n", 2), (b"", 2)])
def test_the_number_is_asked_on_the_terminal(run: Run, page: Path, answer: bytes, left: int) -> None:
    run("add", page)
    ran = run("remove", page, "--purge", stdin=answer, streams=Tty)
    assert f"delete 2 articles of {page}? [y/N] " in ran.err
    assert (ran.code, len(run("list").out.splitlines()), len(rows(run))) == (int(left > 0), left, int(left > 0))


def test_without_a_terminal_nothing_is_purged_unasked(run: Run, page: Path) -> None:
    run("add", page)
    ran = run("remove", page, "--purge")
    assert (ran.code, "--yes" in ran.err, len(rows(run))) == (2, True, 1)


def test_one_source_is_removed_at_a_time(run: Run, page: Path) -> None:
    assert (run("remove").code, run("remove", page, page).code) == (2, 2)


def test_a_source_is_named_by_what_the_list_calls_it(run: Run) -> None:
    run("add", "-", stdin=b'{"title": "a", "content": "b"}')
    [row] = rows(run)
    assert (row[0], run("remove", row[0]).code) == ("standard input 2026-11-20 12:00:00", 0)


def test_a_file_name_that_is_no_text_is_read_and_told(run: Run, page: Path) -> None:
    odd = os.fsdecode(os.fsencode(page.parent) + b"/\xb2\xc6.txt")
    os.rename(page, odd)  # noqa: PTH104 -- bytes that are no text
    ran = run("add", odd)
    assert (ran.code, "cannot be kept" in ran.err, run("count").out) == (0, True, "2\n")
    assert run("update").err.endswith("no such file or folder\nzjreader: 0 articles added\n")
    assert run("remove", odd).code == 0
