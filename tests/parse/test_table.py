import io
import json
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.article import Article, Block, Moment, Problem, ReadAs, Reading
from zjreader.parse.columns import MOST_TITLE, NO_CONTEXT, Context
from zjreader.parse.json_rows import rows
from zjreader.parse.json_values import MOST_RECORD, objects
from zjreader.parse.recoding import UTF_8
from zjreader.parse.table import read
from zjreader.text.clean import Clean, clean
from zjreader.text.dates import CHINA, find_date, read_iso

ABOUT = Clean("news.jsonl")
GOLDEN = Path(__file__).resolve().parent.parent / "golden"
TEXT = "第一段话。\n\n　　第二段话。"
BLOCKS = (Block("paragraph", Clean("第一段话。")), Block("paragraph", Clean("第二段话。")))


@pytest.fixture(autouse=True)
def in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZJREADER_LANG", "en")


def all_of(data: bytes, context: Context = NO_CONTEXT) -> list[Reading | Problem]:
    return list(read(rows(io.BytesIO(data)), ABOUT, context, UTF_8))


def one(row: Any, context: Context = NO_CONTEXT) -> Article:
    (reading,) = all_of(json.dumps(row, ensure_ascii=False).encode(), context)
    assert isinstance(reading, Reading)
    return reading.article


def titles(found: Iterable[Reading | Problem]) -> list[str]:
    return [item.article.title if isinstance(item, Reading) else f"{item.line}: {item.what}" for item in found]


# Other people's columns


@pytest.mark.parametrize(
    ("column", "given", "field", "value"),
    [
        pytest.param("标题", "一件 事", "title", "一件 事", id="title in Chinese"),
        pytest.param("headline", "  一件\n事 ", "title", "一件 事", id="a title is one line"),
        pytest.param("正文", TEXT, "blocks", BLOCKS, id="a paragraph a line, blank ones dropped"),
        pytest.param("text", ["第一段话。", "第二段话。", 3], "blocks", BLOCKS, id="a body as a list"),
        pytest.param("摘要", " 大意。 ", "summary", "大意。", id="summary"),
        pytest.param("来源", "江城晚报", "publisher", "江城晚报", id="publisher"),
        pytest.param("Source_Name", "江城晚报", "publisher", "江城晚报", id="case and underscores do not matter"),
        pytest.param("栏目", ["财经", "消费"], "section", "财经;消费", id="sections are joined"),
        pytest.param("channel", 7, "section", "7", id="a number for a name"),
        pytest.param("作者", "林知远、何一禾", "authors", ("林知远", "何一禾"), id="authors with a Chinese comma"),
        pytest.param("author", "林知远 何一禾", "authors", ("林知远", "何一禾"), id="authors with a blank"),
        pytest.param("author", "林 远", "authors", ("林 远",), id="a spaced name is one name"),
        pytest.param("author", "Jane Doe", "authors", ("Jane Doe",), id="a foreign name is one name"),
        pytest.param(
            "authors", [{"name": "林知远"}, "何一禾", []], "authors", ("林知远", "何一禾"), id="authors as objects"
        ),
        pytest.param("keywords", "油价,油价;民生", "tags", ("油价", "民生"), id="a tag stands once"),
        pytest.param("tags", 5, "tags", ("5",), id="a number for a tag"),
        pytest.param("通讯员", "陆小满", "correspondents", ("陆小满",), id="correspondents"),
        pytest.param("责任编辑", "沈亦舟", "editor", "沈亦舟", id="editor"),
        pytest.param("地点", "江城", "place", "江城", id="place"),
        pytest.param("链接", "https://a.example/1", "url", "https://a.example/1", id="link"),
        pytest.param("id", 17, "key", "17", id="a number for an id"),
        pytest.param("id", "a-17", "key", "a-17", id="an id"),
    ],
)
def test_a_column_is_known_by_its_name(column: str, given: object, field: str, value: object) -> None:
    article = one({column: given} if field == "title" else {"title": "标题", column: given})
    assert getattr(article, field) == value
    assert article.extra == ()


@pytest.mark.parametrize(
    ("given", "text"),
    [
        pytest.param("2026-04-10 08:12", "2026-04-10T08:12+08:00", id="minute"),
        pytest.param("2026-04-10T08:12:13Z", "2026-04-10T08:12:13+00:00", id="another zone"),
        pytest.param("2026年4月10日", "2026-04-10", id="Chinese"),
        pytest.param("4月10日", "2025-04-10", id="measured against the base"),
        pytest.param("2026", "2026", id="a year"),
        pytest.param(2026, "2026", id="a year as a number"),
        pytest.param(1775779920, "2026-04-10T08:12:00+08:00", id="Unix seconds"),
        pytest.param("1775779920123", "2026-04-10T08:12:00+08:00", id="Unix milliseconds as text"),
        pytest.param(1775779920.5, "2026-04-10T08:12:00+08:00", id="fractions of seconds"),
    ],
)
def test_a_date_is_read(given: object, text: str) -> None:
    article = one({"title": "标题", "date": given}, Context(base=datetime(2026, 4, 1, tzinfo=UTC)))
    assert article.published is not None
    assert article.published.text == text
    assert article.extra == ()


@given(
    st.datetimes(datetime.fromisoformat("1000-01-01")),
    st.sampled_from(
        ["%Y-%m-%d", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M+08:00", "%Y-02-30", "%Y-%m-%d %H"]
    ),
    st.sampled_from([CHINA, UTC]),
)
def test_the_usual_stamps_mean_what_iso_8601_says(when: datetime, form: str, zone: tzinfo) -> None:
    text = when.strftime(form)
    article = one({"title": "标题", "date": text}, Context(zone=zone))
    assert article.published == (read_iso(text, zone) or find_date(text, None, zone))


def test_times_without_zone_are_the_sources_own() -> None:
    article = one({"title": "标题", "time": "2026-04-10 08:12"}, Context(zone=timezone(timedelta(hours=9))))
    assert article.published == Moment(Clean("2026-04-10T08:12+09:00"), "minute", Clean("2026-04-10"))


@pytest.mark.parametrize(
    ("row", "extra"),
    [
        pytest.param({"城市": "江城"}, (("城市", '"江城"'),), id="a column that is no field"),
        pytest.param({"阅读": {"次": [1, None]}}, (("阅读", '{"次":[1,null]}'),), id="deeper values as JSON"),
        pytest.param({"空": None}, (("空", "null"),), id="its null too"),
        pytest.param({"date": "过几天吧"}, (("date", '"过几天吧"'),), id="a date that cannot be read"),
        pytest.param({"date": "9" * 400}, (("date", f'"{"9" * 400}"'),), id="a date beyond all calendars"),
        pytest.param({"date": 12}, (("date", "12"),), id="a number that is no date"),
        pytest.param({"url": {"a": 1}}, (("url", '{"a":1}'),), id="a link that is an object"),
        pytest.param({"author": True}, (("author", "true"),), id="a truth that is no name"),
        pytest.param({"summary": 3}, (("summary", "3"),), id="a number that is no text"),
        pytest.param({"source": "甲报", "media": "乙报"}, (("media", '"乙报"'),), id="the less likely of two"),
        pytest.param({"source": "", "url": None, "tags": []}, (), id="empty fields are nothing"),
        pytest.param({"kind": "full"}, (("kind", '"full"'),), id="what only our records say"),
    ],
)
def test_what_gives_no_field_is_kept_as_it_was_read(row: dict[str, object], extra: object) -> None:
    assert one({"title": "标题", **row}).extra == extra


@pytest.mark.parametrize(
    ("row", "title"),
    [
        pytest.param({"body": "江城今早下雪。路面结冰。"}, "江城今早下雪", id="the first sentence of the body"),
        pytest.param({"body": "雪停了！路通了。"}, "雪停了！", id="with its sign, where that says something"),
        pytest.param({"body": "江城\n下雪"}, "江城", id="no longer than its line"),
        pytest.param({"summary": "只有摘要。"}, "只有摘要", id="of the summary, without a body"),
        pytest.param({"body": "雪" * 80}, "雪" * (MOST_TITLE - 1) + "…", id="cut off"),
        pytest.param({"body": "！！！"}, "！！！", id="signs alone"),
        pytest.param({"title": " ", "body": "“雪停了。”他说。"}, "“雪停了。”", id="with its closing quote"),
    ],
)
def test_a_missing_title_is_taken_from_the_text(row: dict[str, str], title: str) -> None:
    assert one(row).title == title


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        pytest.param({"title": "标题", "body": "正文"}, "full", id="a body"),
        pytest.param({"title": "标题", "summary": "摘要"}, "teaser", id="a summary"),
        pytest.param({"title": "标题"}, "teaser", id="a title alone"),
        pytest.param({"title": "标题", "body": " \n "}, "teaser", id="a blank body"),
    ],
)
def test_a_row_with_a_body_is_full(row: dict[str, str], kind: str) -> None:
    assert one(row).kind == kind


# Lines, arrays and damage


@pytest.mark.parametrize(
    ("text", "column", "blocks", "editor"),
    [
        pytest.param("老桥通车。\n【编辑:林溪】", None, 1, "林溪", id="in brackets"),
        pytest.param("老桥通车。\n（责任编辑：林溪 周楠）", None, 1, "林溪 周楠", id="two"),
        pytest.param("老桥通车。\n責任編輯：林佳穎", None, 1, "林佳穎", id="without brackets"),
        pytest.param("老桥通车。\n【编辑:林溪】", "", 2, None, id="where a column names none"),
        pytest.param("老桥通车。\n【编辑:林溪】", "周楠", 2, "周楠", id="beside another in a column"),
        pytest.param("老桥通车。\n编辑部的灯亮到天明", None, 2, None, id="no editor"),
        pytest.param("老桥通车。\n来源：河东报 编辑：林溪", None, 2, None, id="more than an editor"),
        pytest.param("【编辑:林溪】", None, 1, None, id="an editor alone"),
    ],
)
def test_the_editor_may_sign_the_text(text: str, column: str | None, blocks: int, editor: str | None) -> None:
    article = one({"title": "老桥", "content": text} | ({} if column is None else {"editor": column}))
    assert (len(article.blocks), article.editor) == (blocks, editor)


def test_lines_are_read_with_their_numbers() -> None:
    found = all_of(b'\xef\xbb\xbf{"title":"a"}\r\n\n{"title":"b"}\n{"title":"c"}')
    assert [(item.line, titles([item])) for item in found] == [(1, ["a"]), (3, ["b"]), (4, ["c"])]


BAD = "not valid JSON, skipped"


@pytest.mark.parametrize(
    ("line", "what"),
    [
        pytest.param(b"{oops", BAD, id="no JSON"),
        pytest.param(b'{"title":"b"', BAD, id="a torn line"),
        pytest.param(b'{"title":NaN}', BAD, id="NaN"),
        pytest.param(b'{"title":"b","n":-Infinity}', BAD, id="infinity"),
        pytest.param(b'{"title":"b","n":1e400}', BAD, id="a number beyond all bounds"),
        pytest.param(b'{"title":"b","n":' + b"9" * 5000 + b"}", BAD, id="a number of 5,000 digits"),
        pytest.param(b'{"title":' + b"[" * 100_000, BAD, id="nesting without end"),
        pytest.param(b'{"t":' * 3000 + b"1" + b"}" * 3000, BAD, id="nesting too deep"),
        pytest.param(b"[1,2]", "not a JSON object, skipped", id="a list"),
        pytest.param(b'"text"', "not a JSON object, skipped", id="a text"),
        pytest.param(b"{}", "a record without title and text, skipped", id="an empty record"),
        pytest.param(b'{"id":7}', "a record without title and text, skipped", id="a record of nothing but an id"),
        pytest.param(b'{"schema":"zjreader/1"}', "a record without title and text, skipped", id="our own, empty"),
    ],
)
def test_a_bad_line_is_passed_over_and_told(line: bytes, what: str) -> None:
    found = all_of(b'{"title":"a"}\n' + line + b'\n{"title":"c"}\n')
    assert titles(found) == ["a", f"2: {what}", "c"]
    assert found[1] == Problem(ABOUT, Clean(what), 2, skipped=1)


@pytest.mark.parametrize(
    ("line", "title", "read_as"),
    [
        pytest.param(b'{"title":"\\ud800x"}', "\ufffdx", (0, 0), id="a lone surrogate"),
        pytest.param(b'{"title":"a\x01b"}', "ab", (0, 1), id="a raw control character"),
        pytest.param(b'{"title":"a\xffb"}', "a\ufffdb", (1, 0), id="a stray byte"),
        pytest.param(b'{"title":"\xef\xbf\xbd\xff"}', "\ufffd\ufffd", (1, 0), id="a stray byte beside a replaced one"),
        pytest.param(b'{"title":"\\u001b[1m\\u202ea","x":["\\u200b"]}', "[1ma", (0, 3), id="what must not get out"),
    ],
)
def test_what_can_be_read_is_read_clean_and_counted(line: bytes, title: str, read_as: tuple[int, int]) -> None:
    (reading,) = all_of(line)
    assert isinstance(reading, Reading)
    assert reading.article.title == title
    assert reading.read_as == ReadAs(Clean("utf-8"), False, *read_as)


def test_counts_go_on_from_how_the_document_was_read() -> None:
    how = ReadAs(Clean("gb18030"), assumed=True, replaced=2, removed=1)
    (reading,) = read(rows(io.BytesIO('{"title":"标\\u200b题"}'.encode())), ABOUT, NO_CONTEXT, how)
    assert isinstance(reading, Reading)
    assert reading.read_as == how._replace(removed=2)


@pytest.mark.parametrize(
    ("data", "found"),
    [
        pytest.param('[{"title":"a"},{"title":"b"}]', ["a", "b"], id="on one line"),
        pytest.param('[\n{"title":"a"},\n{"title":"b"}\n]\n', ["a", "b"], id="a line each"),
        pytest.param('[\n  {\n    "title": "a"\n  },\n  {\n    "title": "b"\n  }\n]', ["a", "b"], id="laid out"),
        pytest.param('{\n  "title": "a",\n  "x": {"y": 1}\n}', ["a"], id="one object laid out"),
        pytest.param('\n\ufeff[{"title":"{\\"}[","x":{}}]', ['{"}['], id="braces and quotes in texts"),
        pytest.param('[{"title":oops},\n{"title":"b"}]', [f"1: {BAD}", "b"], id="one is bad"),
        pytest.param('[{"title":"a"},\n{"title":', ["a", f"2: {BAD}"], id="torn"),
        pytest.param('}[{"title":"a"}]', [f"1: {BAD}"], id="a brace that closes nothing"),
        pytest.param('[}{"title":"a"}]', ["a"], id="a brace that closes nothing inside"),
        pytest.param('[{"title":"a},\n{"title":"b"}]', [f"1: {BAD}", "b"], id="a quote that closes nothing"),
        pytest.param("[1, 2]", [], id="of numbers"),
        pytest.param("", [], id="nothing"),
        pytest.param("\n \n", [], id="blank lines"),
    ],
)
def test_an_array_is_read_element_by_element(data: str, found: list[str]) -> None:
    assert titles(all_of(data.encode())) == found


def test_an_element_is_told_by_the_line_it_begins_in() -> None:
    found = all_of(b'[\n  {\n    "title": "a"\n  },\n  {\n    "title": "b"\n  }\n]')
    assert [item.line for item in found] == [2, 5]


def test_a_record_longer_than_any_is_passed_over() -> None:
    found = all_of(b'{"title":"a"}\n{"title":"' + b"x" * 2 * MOST_RECORD + b'"}\n{"title":"c"}\n')
    assert titles(found) == ["a", "2: a record of more than 16 MB, skipped", "c"]


def test_an_element_longer_than_any_ends_an_array() -> None:
    found = all_of(b'[{"title":"a"},\n{"title":"' + b"x" * 2 * MOST_RECORD + b'"},{"title":"c"}]')
    assert titles(found) == ["a", "2: a record of more than 16 MB, skipped"]


def test_an_array_on_one_long_line_is_read_to_its_end() -> None:
    count = MOST_RECORD // 1000
    data = b"[" + b",".join(b'{"title":"%08d%s"}' % (number, b"x" * 1000) for number in range(count)) + b"]"
    found = list(objects(io.BytesIO(data)))
    assert len(found) == count
    assert found[-1].data.startswith(b'{"title":"%08d' % (count - 1))


def test_records_leave_before_the_next_are_read() -> None:
    stream = io.BytesIO(b'{"title":"a"}\n{"title":"b"}\n')
    first = next(read(rows(stream), ABOUT, NO_CONTEXT, UTF_8))
    assert titles([first]) == ["a"]
    assert stream.tell() < len(stream.getvalue())


# Our own records


OWN: dict[str, Any] = {
    "schema": "zjreader/1",
    "id": "c0ffee0123456789",
    "key": "k-7",
    "kind": "full",
    "title": "一件旧事的新说法",
    "published": "2024-03-05T08:12+08:00",
    "inferred": True,
    "length": 12,
    "read": True,
    "labels": ["旧"],
    "origin": "x",
    "body": "第一段话。\n第二段话。",
    "blocks": [{"kind": "heading", "text": "第一段话。"}, {"kind": "quote", "text": "第二段话。"}],
    "extra": {"城市": "广州"},
}


def test_a_record_of_ours_is_taken_as_it_stands() -> None:
    (reading,) = all_of(json.dumps(OWN).encode())
    assert isinstance(reading, Reading)
    assert reading.own_id == "c0ffee0123456789"
    assert reading.article == Article(
        "full",
        Clean("一件旧事的新说法"),
        published=Moment(Clean("2024-03-05T08:12+08:00"), "minute", Clean("2024-03-05"), inferred=True),
        blocks=(Block("heading", Clean("第一段话。")), Block("quote", Clean("第二段话。"))),
        key=Clean("k-7"),
        extra=((Clean("城市"), Clean('"广州"')),),
        stated_length=12,
    )


def test_what_was_printed_is_read_again() -> None:
    found = all_of((GOLDEN / "full.jsonl").read_bytes())
    assert titles(found) == ["老街区里的夜间图书馆", "春茶开采 茶农忙", "=SUM(A1) *不是* 公式 <b>"]


@pytest.mark.parametrize(
    ("change", "field", "value"),
    [
        pytest.param({"blocks": None}, "blocks", (BLOCKS[0], BLOCKS[1]), id="without blocks the body's lines"),
        pytest.param(
            {"blocks": [{"kind": "x", "text": "一\n二"}, 3, {"text": 4}, {"kind": ["note"], "text": "三"}]},
            "blocks",
            tuple(Block("paragraph", Clean(text)) for text in "一二三"),
            id="blocks as a hand has edited them",
        ),
        pytest.param({"blocks": [], "body": ""}, "kind", "full", id="a full text that is empty"),
        pytest.param({"kind": "teaser"}, "kind", "full", id="a record with a body is full"),
        pytest.param({"kind": "x", "blocks": []}, "kind", "teaser", id="a kind that is none"),
        pytest.param({"title": None}, "title", "第一段话", id="without title"),
        pytest.param({"title": "", "blocks": [], "summary": "大意。"}, "title", "大意", id="without title and body"),
        pytest.param({"published": "去年"}, "published", None, id="a date that is none"),
        pytest.param({"authors": ["甲", 3, " "]}, "authors", ("甲",), id="authors that are none"),
        pytest.param({"authors": "甲"}, "authors", (), id="authors in another form"),
        pytest.param({"extra": [1]}, "extra", (), id="extra in another form"),
        pytest.param({"length": 5}, "length", 5, id="a length beside other texts"),
        pytest.param({"length": "5"}, "length", 10, id="a length that is none"),
    ],
)
def test_an_edited_record_loses_only_what_was_broken(change: dict[str, Any], field: str, value: object) -> None:
    assert getattr(one({**OWN, **change}), field) == value


@pytest.mark.parametrize(
    ("length", "stated"),
    [
        pytest.param(12, 12, id="a length"),
        pytest.param(0, 0, id="none"),
        pytest.param(True, None, id="a truth"),
        pytest.param("12", None, id="a text"),
        pytest.param(-1, None, id="less than nothing"),
        pytest.param(1 << 70, None, id="more than there is"),
    ],
)
def test_a_record_states_its_length(length: object, stated: int | None) -> None:
    article = one({"schema": "zjreader/1", "kind": "full", "title": "标题", "length": length})
    assert article.stated_length == stated


@pytest.mark.parametrize("name", ["", "e1", "0123456789abcdef", "c0ffee01234567890", None, 7])
def test_an_id_that_is_none_of_ours_is_not_taken(name: object) -> None:
    (reading,) = all_of(json.dumps({**OWN, "id": name}).encode())
    assert isinstance(reading, Reading)
    assert reading.own_id is None


# Whatever comes


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda deeper: st.lists(deeper, max_size=3) | st.dictionaries(st.text(max_size=4), deeper, max_size=3),
    max_leaves=6,
)
COLUMNS = st.sampled_from(
    ["schema", "title", "body", "date", "authors", "url", "blocks", "extra", "id", "kind", "城市"]
)


def texts_of(article: Article) -> list[str]:
    named = [article.title, article.summary, article.section, article.publisher, article.place, article.editor]
    pairs = [text for pair in article.extra for text in pair]
    lists = [*article.authors, *article.correspondents, *article.tags]
    return [text for text in (*named, article.url, article.key, *lists, *pairs, article.body) if text]


@given(st.dictionaries(COLUMNS, VALUES | st.just("zjreader/1"), max_size=6))
def test_any_record_gives_clean_texts_or_a_problem(row: dict[str, object]) -> None:
    (found,) = all_of(json.dumps(row).encode())
    if isinstance(found, Reading):
        assert found.article.title
        assert [text for text in texts_of(found.article) if not is_clean(text)] == []


def is_clean(text: str) -> bool:
    # JSON text is clean once it is read: its escapes are signs of their own.
    try:
        value = json.loads(text)
    except ValueError:
        value = text
    return clean(text) == text or (isinstance(value, str) and clean(value) == value)


@given(
    st.binary(max_size=60) | st.text('{}[]":,\\\n tile0', max_size=40).map(str.encode),
    st.sampled_from([b"", b"[", b"{\n"]),
)
def test_any_bytes_are_read_to_their_end(data: bytes, begin: bytes) -> None:
    all_of(begin + data)


# Real tables


@pytest.mark.parametrize(
    ("name", "count"),
    [
        pytest.param("chinanews_2020/articles.jsonl", 1290, id="chinanews"),
        pytest.param("xinwenlianbo/articles-2022.jsonl", None, id="xinwenlianbo"),
        pytest.param("headlines/tnews_train_few_all.jsonl", 1185, id="tnews, titles only"),
    ],
)
def test_no_row_of_a_real_table_is_lost_or_made(name: str, count: int | None, news_data: Path) -> None:
    data = (news_data / name).read_bytes()
    found = all_of(data)
    truth = [json.loads(line) for line in data.splitlines()]
    assert len(found) == len(truth) == (count or len(truth))
    for item, row in zip(found, truth, strict=True):
        assert isinstance(item, Reading)
        assert item.article.key == str(row["id"])
        assert "".join(item.article.title.split()) == "".join(clean(row.get("title") or row["sentence"]).split())
        assert "".join(item.article.body.split()) == "".join(clean(row.get("content", "")).split())
        assert not ("date" in row or "datetime" in row) or item.article.published is not None


def test_an_array_holds_what_its_lines_held(news_data: Path) -> None:
    data = (news_data / "chinanews_2020/articles.jsonl").read_bytes()
    rows = [json.loads(line) for line in data.splitlines()]
    lines = [item.article for item in all_of(data) if isinstance(item, Reading)]
    for indent in (None, 2):
        array = json.dumps(rows, ensure_ascii=False, indent=indent).encode()
        assert [item.article for item in all_of(array) if isinstance(item, Reading)] == lines
