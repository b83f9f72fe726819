"""`mark` and `undo` from the shell: what is marked stays marked, and can be taken back."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def states(run: Run, page: Path, field: str) -> list[object]:
    return [json.loads(line)[field] for line in run("list", "--from", page, "--jsonl").out.splitlines()]


@pytest.mark.parametrize(
    ("action", "field", "value"),
    [
        pytest.param("read", "read", True, id="read"),
        pytest.param("star", "starred", True, id="starred"),
        pytest.param("label:待核实", "labels", ["待核实"], id="labelled"),
    ],
)
def test_a_mark_is_there_in_the_next_run(run: Run, page: Path, action: str, field: str, value: object) -> None:
    ran = run("mark", action, "缓缴", "--from", page)
    assert (ran.code, ran.out, ran.err) == (0, "", "zjreader: 1 article changed\n")
    assert states(run, page, field)[0] == value


@pytest.mark.parametrize(
    ("action", "opposite", "field"),
    [("read", "unread", "read"), ("star", "unstar", "starred"), ("label:甲", "unlabel:甲", "labels")],
)
def test_the_opposite_takes_a_mark_away(run: Run, page: Path, action: str, opposite: str, field: str) -> None:
    untouched = states(run, page, field)
    run("mark", action, "--all", "--from", page)
    run("mark", opposite, "--all", "--from", page)
    assert states(run, page, field) == untouched


def test_what_was_marked_in_a_library_is_known_to_the_next_run_without_reading_the_marks(
    run: Run, page: Path, tmp_path: Path
) -> None:
    run("add", page)
    run("mark", "read", "缓缴")
    (journal,) = (tmp_path / "home" / "state").glob("*.jsonl")
    said = journal.stat()
    journal.write_bytes(b"x" * said.st_size)
    os.utime(journal, ns=(said.st_atime_ns, said.st_mtime_ns))
    assert run("count", "is:read").out == "1\n"


def test_marking_without_saying_what_is_wrong_usage(run: Run, page: Path) -> None:
    assert run("mark", "read", "--from", page).code == 2
    assert run("mark").code == 2


def test_an_unknown_action_is_told_the_nearest(run: Run, page: Path) -> None:
    ran = run("mark", "reed", "--all", "--from", page)
    assert (ran.code, ran.err.endswith("; did you mean read?\n")) == (2, True)


def test_articles_are_marked_by_the_ids_in_a_file(run: Run, page: Path, tmp_path: Path) -> None:
    ids = run("list", "--from", page, "-f", "ids", "修表铺").out
    (tmp_path / "ids").write_text(ids)
    run("mark", "star", "--ids", tmp_path / "ids", "--from", page)
    run("mark", "read", "--ids", "-", "--from", page, stdin=ids.encode())
    assert states(run, page, "starred") == states(run, page, "read") == [False, True]


def test_a_dry_run_changes_nothing(run: Run, page: Path) -> None:
    ran = run("mark", "read", "--all", "--dry-run", "--from", page)
    assert (ran.code, ran.err) == (0, "zjreader: 2 articles would change\n")
    assert states(run, page, "read") == [False, False]


def test_marking_what_is_marked_changes_nothing(run: Run, page: Path) -> None:
    run("mark", "read", "--all", "--from", page)
    assert run("mark", "read", "--all", "--from", page).err == "zjreader: 0 articles changed\n"


def test_nothing_to_mark_ends_like_grep(run: Run, page: Path) -> None:
    assert run("mark", "read", "不存在的词", "--from", page).code == 1


def test_undo_takes_back_the_newest_mark_and_says_so(run: Run, page: Path) -> None:
    run("mark", "read", "--all", "--from", page)
    run("mark", "star", "缓缴", "--from", page)
    assert run("undo").out == "taken back: starred: 1 article\n"
    assert (states(run, page, "starred"), states(run, page, "read")) == ([False, False], [True, True])
    assert run("undo").out == "taken back: marked read: 2 articles\n"
    assert run("undo") == (1, "", "zjreader: nothing to take back\n")


def test_what_can_be_taken_back_is_listed_newest_first(run: Run, page: Path) -> None:
    assert run("undo", "--list") == (1, "", "")
    run("mark", "read", "--all", "--from", page)
    run("mark", "star", "缓缴", "--from", page)
    lines = run("undo", "--list").out.splitlines()
    assert [line.partition("\t")[2] for line in lines] == ["starred: 1 article", "marked read: 2 articles"]


def test_undo_takes_no_words(run: Run) -> None:
    assert run("undo", "this").code == 2


def test_bad_input_is_told_while_the_rest_is_marked(run: Run, page: Path) -> None:
    ran = run("mark", "read", "--all", "--from", page, "--from", "/nonexistent/x")
    assert (ran.code, ran.err.count("\n")) == (2, 2)
