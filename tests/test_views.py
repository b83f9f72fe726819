"""Saved queries in the journals: kept by name, counted, given up; what could never be asked is not kept."""

from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest

from zjreader.article import Document
from zjreader.errors import MissingError, QueryError, UnsavedError, UsageError
from zjreader.library.marks import READ, Action
from zjreader.library.paths import Paths, find
from zjreader.query.language import Query
from zjreader.reader import Reader
from zjreader.text.clean import Clean
from zjreader.views import ViewCount, counted, meant

NEWS = """\
{"title": "城南老桥恢复通行", "content": "加固用了三个月。", "date": "2026-04-10"}
{"title": "市图书馆延长开放", "content": "晚上九点关门。", "date": "2026-04-12"}
{"title": "老桥边的早市搬进新棚", "content": "摊位多了一倍。", "date": "2026-04-11"}"""
BRIDGE = 0


def now() -> datetime:
    return datetime(2026, 4, 12, 8, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZJREADER_LANG", "en")


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return find({"ZJREADER_HOME": str(tmp_path / "home")})


@pytest.fixture
def reader(paths: Paths) -> Reader:
    news = Document(Clean("news.jsonl"), Clean("news.jsonl"), partial(BytesIO, NEWS.encode()), None, "news.jsonl")
    return Reader.open(paths, [news], now)


def counts_of(reader: Reader) -> list[ViewCount]:
    return list(counted(reader.views.saved.items(), reader.states.read, lambda query: reader.search(query).hits))


def test_a_saved_query_is_there_at_the_next_start(reader: Reader, paths: Paths) -> None:
    reader.views.set("桥", " 老桥  sort:title ")
    again = Reader.open(paths, (), now)
    assert again.views.saved == {Clean("桥"): Clean("老桥 sort:title")}
    assert meant(Query.parse("view:桥"), paths, now) == Query.parse("老桥 sort:title")
    assert meant(Query.parse("桥"), paths, now) == Query.parse("桥")


def test_the_later_of_two_under_one_name_counts(reader: Reader) -> None:
    reader.views.set("桥", "老桥")
    reader.views.set("桥", "早市")
    assert reader.search(Query.parse("view:桥")).query == Query.parse("早市")


def test_saving_what_is_saved_writes_nothing(reader: Reader) -> None:
    reader.views.set("桥", "老桥")
    before = len(reader.journal.records)
    reader.views.set("桥", "老桥")
    assert len(reader.journal.records) == before


def test_what_is_given_up_is_found_no_more(reader: Reader) -> None:
    reader.views.set("桥", "老桥")
    reader.views.remove("桥")
    assert reader.views.saved == {}
    with pytest.raises(QueryError, match="view:桥"):
        reader.search(Query.parse("view:桥"))


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        pytest.param(" ", "老桥", "a saved query needs a name", id="no name"),
        pytest.param("桥", "\t", "桥: needs a query", id="no query"),
        pytest.param("桥", "date:昨年吧", "昨年吧", id="no query that can be read"),
        pytest.param("桥", "甲 view:桥", "“桥” asks for itself", id="one that asks for itself"),
        pytest.param("桥", "view:路", "no saved query is called “路”", id="one that asks for nothing known"),
    ],
)
def test_what_could_never_be_asked_is_not_kept(reader: Reader, name: str, text: str, says: str) -> None:
    with pytest.raises(UsageError) as told:
        reader.views.set(name, text)
    assert says in f"{told.value} {told.value.what}"
    assert reader.views.saved == {}


@pytest.mark.parametrize(
    ("name", "says"),
    [pytest.param("老乔", "nearest: 老桥", id="nearly"), pytest.param("别的", "“别的”", id="nothing near")],
)
def test_only_what_is_saved_can_be_given_up(reader: Reader, name: str, says: str) -> None:
    reader.views.set("老桥", "桥")
    with pytest.raises(MissingError, match=says):
        reader.views.remove(name)


def test_counts_follow_marks(reader: Reader) -> None:
    reader.views.set("桥", "老桥")
    assert counts_of(reader) == [ViewCount(Clean("桥"), Clean("老桥"), unread=2, articles=2)]
    reader.mark(Action(READ, value=True), [BRIDGE])
    assert counts_of(reader) == [ViewCount(Clean("桥"), Clean("老桥"), unread=1, articles=2)]


def test_one_that_cannot_be_asked_any_more_says_why_and_hides_no_other(reader: Reader) -> None:
    reader.views.set("桥", "老桥")
    reader.views.set("两", "view:桥 早市")
    reader.views.set("市", "早市")
    reader.views.remove("桥")
    assert [(count.name, count.articles, count.trouble is None) for count in counts_of(reader)] == [
        ("两", 0, False),
        ("市", 1, True),
    ]


def test_what_could_not_be_saved_is_asked_all_the_same(reader: Reader, paths: Paths) -> None:
    paths.state.parent.mkdir(parents=True)
    paths.state.write_text("a file where the folder belongs")
    with pytest.raises(UnsavedError):
        reader.views.set("市", "早市")
    assert reader.search(Query.parse("view:市")).query == Query.parse("早市")
