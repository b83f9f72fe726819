"""Any document is read as what it is; what cannot be read becomes a problem, and the rest stays read."""

import errno
from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.article import Document, Problem, ReadAs, Reading
from zjreader.parse.worker import is_table, name_of, read
from zjreader.text.clean import Clean

TITLE = "城南老桥今起恢复通行"
BODY = "经过三个月的加固，城南老桥今起恢复通行。施工期间绕行的六条公交线路同时改回原线。"
TEXT = f"{TITLE}\n\n{BODY}\n"
BASE = datetime(2026, 4, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZJREADER_LANG", "en")


def document(data: bytes, path: str | None = "a.txt", section: str | None = None) -> Document:
    name = Clean(path or "-")
    return Document(name, name, partial(BytesIO, data), BASE, path, Clean(section) if section else None)


def failing() -> BinaryIO:
    raise OSError(errno.EACCES, "Permission denied")


class BreaksOff(BytesIO):
    """A file on a disk that fails after its first bytes."""

    def readline(self, size: int | None = -1, /) -> bytes:
        if self.tell():
            raise OSError(errno.EIO, "Input/output error")
        return super().readline(size)


def test_a_text_is_an_article_in_the_section_of_its_folder() -> None:
    (reading,) = read(document(TEXT.encode(), section="城建"))
    assert isinstance(reading, Reading)
    assert (reading.article.title, reading.article.body, reading.article.section) == (TITLE, BODY, "城建")
    assert reading.read_as == ReadAs(Clean("utf-8"), assumed=False)


def test_a_text_in_gbk_says_what_was_assumed() -> None:
    (reading,) = read(document(TEXT.encode("gbk")))
    assert isinstance(reading, Reading)
    assert (reading.article.title, reading.read_as) == (TITLE, ReadAs(Clean("gb18030"), assumed=True))


def test_a_stray_byte_is_a_problem_beside_the_article() -> None:
    reading, problem = read(document(TEXT.encode() + b"\xff\n"))
    assert isinstance(reading, Reading)
    assert reading.read_as.replaced == 1
    assert problem == Problem(Clean("a.txt"), Clean("1 stray byte replaced"), encoding=Clean("utf-8"), kept=1)


def test_what_was_removed_from_a_text_is_counted() -> None:
    (reading,) = read(document(f"\x1b[2J{TITLE}\u202e\n\n{BODY}".encode()))
    assert isinstance(reading, Reading)
    assert (reading.read_as.removed, reading.article.title) == (2, f"[2J{TITLE}")


def test_a_column_page_gives_its_articles(news_data: Path) -> None:
    page = (news_data / "column_page" / "chanjing.txt").read_bytes()
    readings = list(read(document(page)))
    assert len(readings) == 18
    assert [reading.article.kind for reading in readings if isinstance(reading, Reading)] == ["full"] + ["teaser"] * 17


def test_json_lines_are_records_with_their_lines() -> None:
    lines = f'{{"title": "{TITLE}", "content": "{BODY}"}}\n\n{{"title": \n{{"headline": "后续"}}\n'
    first, problem, second = read(document(lines.encode()))
    assert isinstance(first, Reading)
    assert isinstance(problem, Problem)
    assert isinstance(second, Reading)
    assert (first.line, problem.line, second.line) == (1, 3, 4)
    assert (problem.about, problem.unreadable) == ("a.txt", False)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        pytest.param(f"【标题】{TITLE}\n【正文】{BODY}", [TITLE], id="fields"),
        pytest.param(
            f"发信人: linxi (猫), 信区: Park\n标  题: {TITLE}\n发信站: 夜航 (Thu Mar 5 14:30:05 2026)\n\n{BODY}",
            [TITLE],
            id="a post",
        ),
        pytest.param(f"# {TITLE}\n\n{BODY}\n\n# 后续\n\n{BODY}", [TITLE, "后续"], id="Markdown"),
        pytest.param(f"{TITLE}\n\n{BODY}", [TITLE], id="a plain text"),
    ],
)
def test_each_form_of_text_has_its_parser(text: str, titles: list[str]) -> None:
    for codec in ("utf-8", "gb18030", "utf-16"):
        readings = [came for came in read(document(text.encode(codec))) if isinstance(came, Reading)]
        assert [(each.article.title, each.article.body) for each in readings] == [(title, BODY) for title in titles]


@pytest.mark.parametrize(
    ("data", "what", "unreadable"),
    [
        pytest.param(b"", "nothing to read in it", False, id="empty"),
        pytest.param(b" \n\n", "nothing to read in it", False, id="blank"),
        pytest.param(
            "\u200b\x01".encode() * 2 + b" " * 600, "nothing to read in it", False, id="nothing that can be seen"
        ),
        pytest.param(bytes(range(256)), "not a text", True, id="binary"),
        pytest.param(b"<html><body>", "web pages cannot be read yet", True, id="a web page"),
        pytest.param(b"<rss>", "feeds cannot be read yet", True, id="a feed"),
    ],
)
def test_what_gives_no_article_is_a_problem(data: bytes, what: str, unreadable: bool) -> None:
    (problem,) = read(document(data))
    assert isinstance(problem, Problem)
    assert (problem.about, problem.what, problem.unreadable) == ("a.txt", what, unreadable)


def test_in_a_folder_an_unreadable_file_is_not_the_input_that_was_named() -> None:
    (problem,) = read(document(b"\0" * 99)._replace(source=Clean("folder"), path="folder/a.txt"))
    assert isinstance(problem, Problem)
    assert (problem.about, problem.unreadable, problem.skipped) == ("folder/a.txt", False, 1)


def test_what_cannot_be_opened_is_a_problem_and_no_table() -> None:
    closed = document(b"")._replace(open=failing)
    (problem,) = read(closed)
    assert problem == Problem(Clean("a.txt"), Clean("Permission denied"), skipped=1, unreadable=True)
    assert not is_table(closed)


def test_what_was_read_before_the_disk_failed_stays_read() -> None:
    lines = b'{"title": "a"}\n{"title": "b"}\n'
    reading, problem = read(document(b"")._replace(open=lambda: BreaksOff(lines)))
    assert isinstance(reading, Reading)
    assert isinstance(problem, Problem)
    assert problem.what == "Input/output error"


def test_only_records_make_a_table() -> None:
    assert is_table(document(b'{"title": "a"}'))
    assert not is_table(document(TEXT.encode()))


def test_a_document_is_named_by_its_path_and_cleaned() -> None:
    assert name_of(document(b"", path="新闻\x1b/a\udcff.txt")) == "新闻/a\ufffd.txt"
    assert name_of(document(b"", path=None)) == "-"


@given(st.one_of(st.binary(), st.text().map(str.encode), st.text().map(lambda text: ('{"title": "' + text).encode())))
def test_no_document_raises(data: bytes) -> None:
    assert list(read(document(data)))
