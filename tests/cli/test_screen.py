"""What the bare command does: the screen on a terminal, the list in a pipe."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from zjreader.cli.screen import about


def test_in_a_pipe_sources_are_listed(run: Run, page: Path) -> None:
    ran = run(page)
    assert (ran.code, ran.out.count("\n")) == (0, 2)


def test_in_a_pipe_without_sources_the_library_is_listed(run: Run) -> None:
    ran = run()
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)


def test_a_query_filters_from_the_start(run: Run, page: Path) -> None:
    assert run(page, "-q", "修表铺").out.count("\n") == 1


def test_a_word_that_is_no_file_is_told_how_to_be_looked_for(run: Run) -> None:
    ran = run("经济")
    assert (ran.code, ran.err) == (2, "zjreader: 经济: no such file; to look for the word: zjreader -q 经济\n")


def test_a_place_is_kept_for_the_same_files_wherever_they_are_named(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(page.parent)
    assert about([page.name]) == about([str(page)])
    assert len({about([]), about(["-"]), about([page.name]), about([page.name, "-"])}) == 4
