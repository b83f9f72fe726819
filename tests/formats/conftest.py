"""Rows that show every field once, and the language in which the golden files are written."""

import pytest

from zjreader.article import Article, Block, Moment, ReadAs, Record, Span, State
from zjreader.formats.row import Match, Row
from zjreader.text.clean import Clean

FULL = Article(
    "full",
    Clean("老街区里的夜间图书馆"),
    section=Clean("文化"),
    publisher=Clean("江城晚报"),
    place=Clean("江城"),
    authors=(Clean("林知远"), Clean("何一禾")),
    correspondents=(Clean("陆小满"),),
    editor=Clean("沈亦舟"),
    published=Moment(Clean("2026-04-10T08:12+08:00"), "minute", Clean("2026-04-10")),
    url=Clean("https://news.example/a/1?from=list&page=2"),
    tags=(Clean("图书馆"), Clean("夜经济")),
    key=Clean("k-7"),
    blocks=(
        Block("heading", Clean("灯亮到零点")),
        Block("paragraph", Clean("晚上九点，老街区的这间图书馆才进入一天里最热闹的时段。")),
        Block("item", Clean("借书不必办证，扫码即可；")),
        Block("item", Clean("还书可放在街口的小木箱里。")),
        Block("quote", Clean("“有灯的地方，就有人愿意坐下来。”")),
        Block("caption", Clean("图为读者在窗边看书。")),
        Block("note", Clean("(注：开放时间以馆方公告为准。)")),
    ),
    extra=(
        (Clean("城市"), Clean('"江城"')),
        (Clean("阅读量"), Clean("12800")),
        (Clean("定位"), Clean('{"经度":114.3}')),
    ),
)
TEASER = Article(
    "teaser",
    Clean("春茶开采 茶农忙"),
    summary=Clean("清明过后，山里的茶园一天一个样，采茶工天不亮就上了山……"),
    publisher=Clean("山乡日报"),
    published=Moment(Clean("2026-04"), "month", None, inferred=True),
)
MARKUP = Article(
    "full",
    Clean("=SUM(A1) *不是* 公式 <b>"),
    authors=(Clean("甲"), Clean("乙"), Clean("丙"), Clean("丁")),
    url=Clean("javascript:alert(1)"),
    blocks=(
        Block("paragraph", Clean("1. 第一条写着\\n，后面是制表符\t和[链接](http://x.example)。")),
        Block("paragraph", Clean("# 不是标题，`也不是代码`，涨幅 3.5%")),
    ),
)


def record(article: Article, number: int, path: str | None = None) -> Record:
    return Record(
        article,
        (Clean(f"c0ffee000000000{number}"),),
        Clean(f"news.jsonl:{number}"),
        Clean("2026-04-11T09:00:00+08:00"),
        ReadAs(Clean("gb18030"), assumed=True, replaced=2),
        standing=1_775_000_000,
        path=path,
    )


@pytest.fixture
def rows() -> list[Row]:
    return [
        Row(
            record(FULL, 1, "news.jsonl"),
            State(read=True, starred=True, labels=(Clean("周末读"),)),
            (Match("title", Span(6, 9)), Match("body", Span(0, 2))),
        ),
        Row(record(TEASER, 2, "山乡/茶.txt"), State(read=True)),
        Row(record(MARKUP, 3, "news.jsonl")),
    ]


@pytest.fixture(autouse=True)
def in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZJREADER_LANG", "en")
