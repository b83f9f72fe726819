"""Any document is read as what it is; what cannot be read becomes a problem, and the rest stays read."""

import csv
import errno
import json
from datetime import UTC, datetime
from functools import partial
from io import BytesIO, StringIO
from pathlib import Path
from typing import BinaryIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.parse.list_shapes import ENTRIES, SHAPES
from zjreader.article import Article, Document, Problem, ReadAs, Reading, SourceSettings
from zjreader.errors import UnreadableError
from zjreader.parse import child
from zjreader.parse.answer import Answer
from zjreader.parse.worker import MOST_BYTES, examined, feeds, links, name_of, read, title
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


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_a_record_in_xml_is_an_article_with_its_fields(encoding: str) -> None:
    fields = f"<docno>7</docno><contenttitle>{TITLE}</contenttitle><content>{BODY}</content>"
    (reading,) = read(document(f"<doc>{fields}</doc>".encode(encoding)))
    assert isinstance(reading, Reading)
    assert (reading.article.title, reading.article.body, reading.article.key) == (TITLE, BODY, "7")


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
        pytest.param(b"<!-- a page -->", "nothing to read in it", True, id="an empty web page"),
        pytest.param(
            b"From: a\nMIME-Version: 1.0\nContent-Type: text/html\n\n", "nothing to read in it", True, id="a saved one"
        ),
        pytest.param(b"<html>" + b" " * MOST_BYTES, "larger than 15 MB, not read", True, id="a page without end"),
    ],
)
def test_what_gives_no_article_is_a_problem(data: bytes, what: str, unreadable: bool) -> None:
    (problem,) = read(document(data))
    assert isinstance(problem, Problem)
    assert (problem.about, problem.what, problem.unreadable) == ("a.txt", what, unreadable)


LIST = SHAPES["a list with dates"](ENTRIES)


def test_a_list_page_gives_teasers_of_what_a_person_said_of_it() -> None:
    said = SourceSettings(section=Clean("本地"), select=Clean(".main li:first-child a"))
    page = document(LIST.encode())._replace(url=Clean("https://news.example.com/yw/"), settings=said)
    (reading,) = read(page)
    assert isinstance(reading, Reading)
    assert (reading.article.kind, reading.article.title) == ("teaser", ENTRIES[0].title)
    assert (reading.article.section, reading.article.url) == ("本地", f"https://news.example.com/{ENTRIES[0].path}")
    assert reading.article.published is not None


def test_stray_bytes_of_a_page_are_a_problem_beside_its_articles() -> None:
    *readings, problem = read(document(LIST.encode() + b"\xff<p>\xff"))
    assert len(readings) == len(ENTRIES)
    assert problem == Problem(
        Clean("a.txt"), Clean("2 stray bytes replaced"), encoding=Clean("utf-8"), kept=len(ENTRIES)
    )


class _Answering:
    """What stands in for the process behind the wall."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def ask(self, *_question: object) -> Answer:
        return self._answer


@pytest.mark.parametrize(
    ("answer", "problems"),
    [
        pytest.param(Answer((), (Clean("no feed in it"),)), [("no feed in it", True, 0)], id="nothing, and why"),
        pytest.param(Answer(), [("nothing to read in it", False, 0)], id="an empty feed"),
        pytest.param(
            Answer(
                (Reading(Article("teaser", Clean("a")), ReadAs(Clean("utf-8"), assumed=False)),), (Clean("cut off"),)
            ),
            [("cut off", False, 1)],
            id="a part of a feed",
        ),
    ],
)
def test_what_was_wrong_with_a_feed_is_told(
    monkeypatch: pytest.MonkeyPatch, answer: Answer, problems: list[tuple[str, bool, int]]
) -> None:
    monkeypatch.setattr(child, "child", lambda: _Answering(answer))
    came = [each for each in read(document(b"<rss>")) if isinstance(each, Problem)]
    assert [(each.what, each.unreadable, each.kept) for each in came] == problems


RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>江城晚报</title>
<item><title>城南老桥恢复通行</title><link>https://news.example.com/1</link></item>
<item><title>三所小学开放操场</title><link>https://news.example.com/1</link></item>
<item><title>一则没有链接的快讯</title></item></channel></rss>"""


def test_the_links_of_a_feed_are_known_before_its_articles() -> None:
    bearing = document(RSS.encode())
    assert list(links(bearing)) == [
        ("https://news.example.com/1", "城南老桥恢复通行"),
        ("https://news.example.com/1", "三所小学开放操场"),
    ]
    assert sum(isinstance(came, Reading) for came in read(bearing)) == 3


def test_a_feed_or_a_page_that_can_be_read_has_a_title() -> None:
    assert title(document(RSS.encode())) == "江城晚报"
    assert title(document(LIST.encode())) == "要闻_江城在线"
    assert title(document(TEXT.encode())) is None
    assert title(document(b"")._replace(open=failing)) is None


def test_only_a_page_that_can_be_read_announces_feeds() -> None:
    announcing = b'<html><head><link rel="alternate" type="application/rss+xml" href="https://a.example/feed"></head>'
    assert feeds(document(announcing + f"<body>{LIST}".encode())) == ("https://a.example/feed",)
    assert feeds(document(TEXT.encode())) == ()
    assert feeds(document(b"")._replace(open=failing)) == ()


def test_a_page_is_examined_with_its_bytes() -> None:
    kind, data, answer = examined(document(LIST.encode()))
    assert (kind, data, len(answer.readings)) == ("html", LIST.encode(), len(ENTRIES))
    with pytest.raises(UnreadableError):
        examined(document(TEXT.encode()))


def test_in_a_folder_an_unreadable_file_is_not_the_input_that_was_named() -> None:
    (problem,) = read(document(b"\0" * 99)._replace(source=Clean("folder"), path="folder/a.txt"))
    assert isinstance(problem, Problem)
    assert (problem.about, problem.unreadable, problem.skipped) == ("folder/a.txt", False, 1)


def test_what_cannot_be_opened_is_a_problem_and_no_table() -> None:
    closed = document(b"")._replace(open=failing)
    (problem,) = read(closed)
    assert problem == Problem(Clean("a.txt"), Clean("Permission denied"), skipped=1, unreadable=True)
    assert list(links(closed)) == []


def test_what_was_read_before_the_disk_failed_stays_read() -> None:
    lines = b'{"title": "a"}\n{"title": "b"}\n'
    reading, problem = read(document(b"")._replace(open=lambda: BreaksOff(lines)))
    assert isinstance(reading, Reading)
    assert isinstance(problem, Problem)
    assert problem.what == "Input/output error"


ROWS = [
    {"标题": TITLE, "正文": BODY + '\n他说：“路通了,"桥"也通了。”', "发布时间": "2026-04-10 08:12", "来源": "江城晚报"},
    {"标题": "沿河步道向行人开放", "正文": BODY[:30], "发布时间": "2026年4月11日", "来源": ""},
]


def delimited(delimiter: str) -> str:
    text = StringIO()
    writer = csv.DictWriter(text, ROWS[0], delimiter=delimiter)
    writer.writeheader()
    writer.writerows(ROWS)
    return text.getvalue()


def in_lines(rows: list[dict[str, str]]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(in_lines(ROWS).encode("gbk"), id="JSON lines in GBK"),
        pytest.param(in_lines(ROWS).encode("utf-16"), id="JSON lines in UTF-16"),
        pytest.param(json.dumps(ROWS).encode(), id="an array in ASCII"),
        pytest.param(
            json.dumps({"data": {"list": ROWS}}, ensure_ascii=False).encode("gb18030"), id="wrapped, in GB18030"
        ),
        pytest.param(delimited(",").encode(), id="CSV"),
        pytest.param(delimited(",").encode("gbk"), id="CSV in GBK"),
        pytest.param(delimited("\t").encode("utf-16"), id="TSV in UTF-16"),
        pytest.param(delimited(";").encode("utf-8-sig"), id="semicolons, with a mark"),
    ],
)
def test_a_table_in_any_form_gives_the_same_articles(data: bytes) -> None:
    assert [each.article for each in read(document(data)) if isinstance(each, Reading)] == [
        each.article for each in read(document(in_lines(ROWS).encode())) if isinstance(each, Reading)
    ]


def test_a_table_longer_than_its_beginning_is_a_table() -> None:
    row = f"{TITLE},{BODY}\n"
    text = "标题,正文\n" + row * 3000
    assert len(list(read(document(text.encode())))) == 3000
    assert len(list(read(document(text.encode("gbk"))))) == 3000


def test_links_are_read_from_tables_of_any_form() -> None:
    text = "标题,链接\n桥通了,https://www.example.com/1\n路通了,\n"
    assert list(links(document(text.encode()))) == [("https://www.example.com/1", "桥通了")]
    rows = [{"body": BODY, "url": "https://www.example.com/1"}, {"title": "x", "url": ""}, {"url": 7}, {"n": 1}]
    own = {"schema": "zjreader/1", "title": "桥通了", "url": "https://www.example.com/2"}
    bad = """{"url": "https://www.example.com/3", "title": "a", "body": NaN}
    {"url": NaN}
    {"url": "https://www.example.com/4", "body": "b", "n": 1e400}"""
    found = list(links(document((json.dumps([*rows, own])).encode())))
    assert found == [("https://www.example.com/1", BODY[:19]), ("https://www.example.com/2", "桥通了")]
    assert list(links(document(bad.encode()))) == []


def test_what_was_said_of_a_source_is_heeded() -> None:
    said = SourceSettings(
        section=Clean("城事"),
        encoding=Clean("gbk"),
        zone=Clean("+09:00"),
        columns=((Clean("title"), Clean("抬头")),),
    )
    row = {"抬头": TITLE, "time": "2026-04-10 08:12"}
    told = document(in_lines([row]).encode("gbk"))._replace(settings=said)
    (reading,) = read(told)
    assert isinstance(reading, Reading)
    assert reading.article.published
    assert (reading.article.title, reading.article.section) == (TITLE, "城事")
    assert reading.article.published.text == "2026-04-10T08:12+09:00"
    assert reading.read_as == ReadAs(Clean("gbk"), assumed=False)
    (reading,) = read(document(TEXT.encode("gbk"), section="城建")._replace(settings=said))
    assert isinstance(reading, Reading)
    assert (reading.article.title, reading.article.section) == (TITLE, "城事")


def test_a_member_of_an_archive_is_named_behind_it_and_is_not_the_input() -> None:
    archive = zipped({"b.txt": b""})
    (problem,) = read(document(archive)._replace(member=Clean("旧闻/b.zip")))
    assert problem == Problem(Clean("a.txt/旧闻/b.zip"), Clean("an archive inside an archive, not opened"), skipped=1)


def zipped(files: dict[str, bytes]) -> bytes:
    with ZipFile(data := BytesIO(), "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def test_only_records_bear_links() -> None:
    link = "https://www.example.com/city/bridge.html"
    assert list(links(document(json.dumps({"title": TITLE, "url": link}).encode()))) == [(link, TITLE)]
    assert list(links(document(f"{TEXT}{link}\n".encode()))) == []


def test_a_document_is_named_by_its_path_and_cleaned() -> None:
    assert name_of(document(b"", path="新闻\x1b/a\udcff.txt")) == "新闻/a\ufffd.txt"
    assert name_of(document(b"", path=None)) == "-"


@given(st.one_of(st.binary(), st.text().map(str.encode), st.text().map(lambda text: ('{"title": "' + text).encode())))
def test_no_document_raises(data: bytes) -> None:
    assert list(read(document(data)))
