"""A file that is saved is whole, in the format of its name, and belongs to its person."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from zjreader.errors import UnsavedError, UsageError
from zjreader.saving import FORMATS, format_of, save


@pytest.mark.parametrize("name", ["新闻.jsonl", "a.JSON", "b.c.csv", "x.tsv", "x.md", "x.html", "x.txt"])
def test_the_ending_chooses_the_format(name: str) -> None:
    assert format_of(Path(name)) is FORMATS[Path(name).suffix.lower()]


@pytest.mark.parametrize("name", ["新闻", "news.doc", ".json", "a.json.gz"])
def test_another_ending_is_refused_with_those_there_are(name: str) -> None:
    with pytest.raises(UsageError, match=r"\.jsonl \.json \.csv \.tsv \.md \.html \.txt"):
        format_of(Path(name))


def test_a_file_is_made_as_the_umask_has_it(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        save(tmp_path / "a.txt", ["春", "风\n"])
    finally:
        os.umask(before)
    assert (tmp_path / "a.txt").read_text("utf-8") == "春风\n"
    assert stat.S_IMODE((tmp_path / "a.txt").stat().st_mode) == 0o640


def test_a_file_in_its_place_is_replaced_and_keeps_who_may_read_it(tmp_path: Path) -> None:
    file, link = tmp_path / "a.txt", tmp_path / "b.txt"
    file.write_text("旧")
    file.chmod(0o604)
    link.symlink_to(file)
    save(link, ["新"])
    assert (file.read_text("utf-8"), stat.S_IMODE(file.stat().st_mode), link.is_symlink()) == ("新", 0o604, True)


def test_what_fails_half_way_leaves_the_old_file_alone(tmp_path: Path) -> None:
    def half() -> Iterator[str]:
        yield "一半"
        raise OSError(28, "No space left on device")

    (tmp_path / "a.txt").write_text("旧", "utf-8")
    with pytest.raises(UnsavedError, match="No space left"):
        save(tmp_path / "a.txt", half())
    assert [(each.name, each.read_text("utf-8")) for each in tmp_path.iterdir()] == [("a.txt", "旧")]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnsavedError, match=r"a\.txt"):
        save(tmp_path / "none" / "a.txt", [])
