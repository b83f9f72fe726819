"""Sizes are asked for, nothing is opened, and what cannot be asked counts nothing."""

import os
from pathlib import Path

from zjreader.sources.files import STANDARD_INPUT, size
from zjreader.sources.sizes import size_of


def test_a_folder_holds_what_its_files_hold(tmp_path: Path) -> None:
    (tmp_path / "旧闻").mkdir()
    for name, length in (("a.txt", 3), ("旧闻/b.txt", 40)):
        (tmp_path / name).write_bytes(b"x" * length)
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "link").symlink_to(tmp_path / "a.txt")
    os.mkfifo(tmp_path / "pipe")
    assert size_of(str(tmp_path)) == 43
    assert size_of(str(tmp_path / "link")) == 3


def test_what_is_not_there_counts_nothing(tmp_path: Path) -> None:
    assert size_of(str(tmp_path / "gone")) == size(STANDARD_INPUT) == 0


def test_a_glob_holds_what_it_matches(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.csv"):
        (tmp_path / name).write_bytes(b"xy")
    assert (size(str(tmp_path / "*.txt")), size(str(tmp_path / "c.csv"))) == (4, 2)
