"""A file's name that is being typed is completed by the folder's own names."""

import asyncio
from pathlib import Path

import pytest

from zjreader.tui.completing import FileNames, completed_path


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param("早", "早报.csv", id="a file"),
        pytest.param("旧", "旧闻/", id="a folder"),
        pytest.param("x", None, id="a name that the gate would change"),
        pytest.param("", None, id="nothing typed"),
        pytest.param("none/a", None, id="no such folder"),
    ],
)
def test_the_first_name_that_goes_on_so(tmp_path: Path, typed: str, found: str | None) -> None:
    (tmp_path / "旧闻").mkdir()
    for name in ("早报.csv", "早报.txt", "x\u202e.md"):
        (tmp_path / name).touch()
    assert completed_path(f"{tmp_path}/{typed}") == (found and f"{tmp_path}/{found}")


def test_a_person_that_is_not_there_has_no_files() -> None:
    assert asyncio.run(FileNames().get_suggestion("~nobody-of-this-name/a")) is None
