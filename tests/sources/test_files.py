"""What the user names becomes documents, in order; what cannot be read becomes a problem and hides nothing."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path
from threading import Thread

import pytest

from zjreader.article import Document, Problem, SourceSettings
from zjreader.sources.files import Surroundings, documents, is_source

NOW = datetime(2026, 4, 12, 8, tzinfo=UTC)
CHINA = timezone(timedelta(hours=8))
WRITTEN = datetime(2026, 4, 10, 9, 30, tzinfo=UTC)


def around(stdin: bytes = b"") -> Surroundings:
    return Surroundings(BytesIO(stdin), lambda: NOW, CHINA)


def write(path: Path, text: str = "正文") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    os.utime(path, (WRITTEN.timestamp(), WRITTEN.timestamp()))
    return path


def contents(document: Document | Problem) -> bytes:
    assert isinstance(document, Document)
    with document.open() as stream:
        return stream.read()


def addresses(came: Iterator[Document | Problem]) -> list[str]:
    return [each.address for each in came if isinstance(each, Document)]


def test_a_file_is_a_document_with_its_name_time_and_path(tmp_path: Path) -> None:
    path = write(tmp_path / "要闻.txt")
    (document,) = documents(str(path), around())
    assert isinstance(document, Document)
    assert (document.address, document.source, document.path) == ("要闻.txt", str(path), str(path))
    assert (document.base, document.section) == (WRITTEN, None)
    assert document.base is not None
    assert document.base.tzinfo is CHINA
    assert [contents(document), contents(document)] == ["正文".encode()] * 2


def test_a_folder_is_read_by_name_files_before_subfolders(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "体育/2.txt", "体育/1.txt", "财经/港股/1.txt", "财经/1.txt"):
        write(tmp_path / name)
    came = list(documents(str(tmp_path), around()))
    assert addresses(iter(came)) == ["a.txt", "b.txt", "体育/1.txt", "体育/2.txt", "财经/1.txt", "财经/港股/1.txt"]
    sections = [each.section for each in came if isinstance(each, Document)]
    assert sections == [None, None, "体育", "体育", "财经", "港股"]


def test_hidden_files_and_folders_are_passed_over_without_a_word(tmp_path: Path) -> None:
    for name in (".hidden", ".git/config", "体育/.DS_Store", "体育/1.txt"):
        write(tmp_path / name)
    assert addresses(documents(str(tmp_path), around())) == ["体育/1.txt"]
    assert len(list(documents(str(tmp_path), around()))) == 1


def test_an_empty_folder_is_said_and_no_failure(tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    (tmp_path / "空" / ".hidden").touch()
    (problem,) = documents(str(tmp_path / "空"), around())
    assert isinstance(problem, Problem)
    assert (problem.unreadable, problem.skipped) == (False, 0)


def test_links_in_a_folder_are_not_followed_and_said(tmp_path: Path) -> None:
    write(tmp_path / "体育/1.txt")
    (tmp_path / "体育/loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "link.txt").symlink_to(tmp_path / "体育/1.txt")
    came = list(documents(str(tmp_path), around()))
    assert addresses(iter(came)) == ["体育/1.txt"]
    problems = [each for each in came if isinstance(each, Problem)]
    assert [Path(problem.about).name for problem in problems] == ["link.txt", "loop"]
    assert [(problem.skipped, problem.unreadable) for problem in problems] == [(1, False)] * 2


def test_pipes_in_a_folder_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.fifo")
    write(tmp_path / "b.txt")
    problem, document = documents(str(tmp_path), around())
    assert isinstance(problem, Problem)
    assert contents(document) == "正文".encode()


def test_a_folder_that_has_gone_meanwhile_is_said_and_hides_no_other(tmp_path: Path) -> None:
    for name in ("a.txt", "乙/1.txt", "甲/1.txt"):
        write(tmp_path / name)
    came = documents(str(tmp_path), around())
    first = next(came)
    (tmp_path / "乙/1.txt").unlink()
    (tmp_path / "乙").rmdir()
    rest = list(came)
    assert addresses(iter([first, *rest])) == ["a.txt", "甲/1.txt"]
    (problem,) = (each for each in rest if isinstance(each, Problem))
    assert (problem.about, problem.skipped, problem.unreadable) == (str(tmp_path / "乙"), 1, False)


def test_a_file_that_has_gone_meanwhile_is_said(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        write(tmp_path / name)
    came = documents(str(tmp_path), around())
    next(came)
    (tmp_path / "b.txt").unlink()
    (problem,) = came
    assert isinstance(problem, Problem)


def test_a_pipe_named_itself_is_read_and_can_be_read_again(tmp_path: Path) -> None:
    pipe = tmp_path / "news"
    os.mkfifo(pipe)
    writer = Thread(target=pipe.write_bytes, args=("正文".encode(),))
    writer.start()
    (document,) = documents(str(pipe), around())
    writer.join()
    assert [contents(document), contents(document)] == ["正文".encode()] * 2


def test_a_device_named_itself_is_read() -> None:
    (document,) = documents(os.devnull, around())
    assert contents(document) == b""


def test_a_name_in_gbk_is_opened_by_its_bytes_and_shown_cleaned(tmp_path: Path) -> None:
    name = os.fsdecode("要闻.txt".encode("gbk"))
    try:
        (tmp_path / name).write_text("正文", "utf-8")
    except OSError:
        pytest.skip("this file system takes only names in UTF-8")
    (document,) = documents(str(tmp_path), around())
    assert isinstance(document, Document)
    assert contents(document) == "正文".encode()
    assert document.address.encode().endswith(b".txt")
    assert "\ufffd" in document.address


def test_a_pattern_gives_its_files_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("b.txt", "a.txt", "c.md", "体育/1.txt"):
        write(tmp_path / name)
    monkeypatch.chdir(tmp_path)
    assert addresses(documents("*.txt", around())) == ["a.txt", "b.txt"]
    assert addresses(documents("**/*.txt", around())) == ["a.txt", "b.txt", "1.txt"]
    assert addresses(documents("[体]育", around())) == ["1.txt"]


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(tmp_path: Path) -> None:
    path = write(tmp_path / "[综述]两会?.txt")
    assert addresses(documents(str(path), around())) == ["[综述]两会?.txt"]


def test_standard_input_can_be_read_twice() -> None:
    (document,) = documents("-", around("正文".encode()))
    assert isinstance(document, Document)
    assert [contents(document), contents(document)] == ["正文".encode()] * 2
    assert (document.address, document.source, document.path, document.base) == ("-", "-", None, NOW)


@pytest.mark.parametrize("source", ["没有的.txt", "没有的/*.txt", ""])
def test_what_is_not_there_is_an_unreadable_input(source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (problem,) = documents(source, around())
    assert isinstance(problem, Problem)
    assert (problem.about, problem.unreadable) == (source, True)


def test_a_link_that_leads_nowhere_is_a_document_that_cannot_be_opened(tmp_path: Path) -> None:
    link = tmp_path / "news.txt"
    link.symlink_to(tmp_path / "没有的.txt")
    (document,) = documents(str(link), around())
    assert isinstance(document, Document)
    assert document.base == NOW
    with pytest.raises(FileNotFoundError):
        document.open()


@pytest.mark.parametrize(
    ("word", "readable"),
    [
        pytest.param("-", True, id="standard input"),
        pytest.param("a.txt", True, id="a file"),
        pytest.param("体育", True, id="a folder"),
        pytest.param("*.txt", True, id="a pattern with files"),
        pytest.param("*.md", False, id="a pattern without"),
        pytest.param("经济", False, id="a word"),
        pytest.param("[综述]两会", False, id="a headline in brackets"),
    ],
)
def test_a_bare_word_names_a_source(word: str, readable: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "a.txt")
    write(tmp_path / "体育/1.txt")
    monkeypatch.chdir(tmp_path)
    assert is_source(word) == readable


def test_a_page_saved_with_its_folder_is_one_document(tmp_path: Path) -> None:
    for name in ("桥.html", "桥_files/frame.html", "桥_files/a.css", "另_files/1.html"):
        write(tmp_path / name)
    assert addresses(documents(str(tmp_path), around())) == ["桥.html", "另_files/1.html"]


def test_the_parts_of_a_page_are_one_document(tmp_path: Path) -> None:
    for name in ("桥.html", "桥_2.html", "河.html"):
        write(tmp_path / name)
    (tmp_path / "桥_3.html").symlink_to(tmp_path / "河.html")
    for source in (str(tmp_path), str(tmp_path / "*.html")):
        came = list(documents(source, around()))
        (bridge,) = [each for each in came if isinstance(each, Document) and each.address == "桥.html"]
        assert [part.address for part in bridge.parts][:1] == ["桥_2.html"]
        assert "桥_2.html" not in addresses(iter(came))


def test_what_is_said_of_a_source_counts_for_the_parts_of_its_pages(tmp_path: Path) -> None:
    for name in ("桥.html", "桥_2.html"):
        write(tmp_path / name)
    (whole,) = documents(str(tmp_path), around(), SourceSettings(archive=True))
    assert isinstance(whole, Document)
    assert [part.settings.archive for part in (whole, *whole.parts)] == [True, True]


def test_links_alone_give_no_document(tmp_path: Path) -> None:
    for name in ("a.html", "a_2.html"):
        (tmp_path / name).symlink_to(tmp_path)
    assert [type(each) for each in documents(str(tmp_path), around())] == [Problem, Problem]
