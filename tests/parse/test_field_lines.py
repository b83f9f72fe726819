"""Texts of collections, which open with 【标 题】 and other fields."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.article import Article
from zjreader.parse.field_lines import looks_like, read
from zjreader.text.clean import Clean, clean

BASE = datetime.fromisoformat("2026-04-30T12:00:00+08:00")
TEXT = "城北公园经过三年改造，今天起免费向市民开放，园内新种了两千棵乔木。"


def only(*lines: str) -> Article:
    (article,) = read(clean("\n".join(lines)), BASE, Clean("园林"))
    return article


def test_the_fields_of_a_newspaper() -> None:
    article = only(
        "【 日  期 】19961220",
        "【 版  号 】5",
        "【 标  题 】城北公园开园",
        "            （园林十年巡礼）",
        "【 作  者 】沈一鸣/罗秀兰",
        "【 来  源 】江海日报",
        "【 正  文 】",
        "    " + TEXT,
    )
    assert (article.title, article.authors, article.publisher) == ("城北公园开园", ("沈一鸣", "罗秀兰"), "江海日报")
    assert article.published
    assert article.published.text == "1996-12-20"
    assert (article.body, article.section) == (f"（园林十年巡礼）\n{TEXT}", "园林")
    assert article.extra == (("版号", '"5"'),)


def test_the_fields_of_a_journal() -> None:
    article = only(
        "【 文献号 】1-435",
        "【原文出处】江海园林",
        "【 标  题 】城市公园的边界",
        "【 作  者 】沈一鸣",
        "【内容提要】公园的围墙拆去以后，边界并没有消失，",
        "它成了一条可以停留的带。",
        "【关 键 词】城市公园  边界；公共空间",
        "【 正  文 】",
        TEXT,
        "【责任编辑】罗秀兰",
    )
    assert (article.publisher, article.editor, article.tags) == ("江海园林", "罗秀兰", ("城市公园", "边界", "公共空间"))
    assert [(block.kind, block.text) for block in article.blocks] == [
        ("note", "内容提要：公园的围墙拆去以后，边界并没有消失，它成了一条可以停留的带。"),
        ("paragraph", TEXT),
    ]
    assert article.extra == (("文献号", '"1-435"'),)


@pytest.mark.parametrize(
    ("author", "authors"),
    [
        pytest.param("江海市园林局课题组", ("江海市园林局课题组",), id="no-person"),
        pytest.param("沈 一 鸣", ("沈一鸣",), id="spaced-out"),
        pytest.param("", (), id="nobody"),
    ],
)
def test_authors(author: str, authors: tuple[str, ...]) -> None:
    assert only("【标题】公园开园", f"【作者】{author}", f"【正文】{TEXT}").authors == authors


def test_the_text_stands_on_the_line_of_its_field_or_below_the_last_field() -> None:
    assert only("【标题】公园开园", "【正文】" + TEXT, TEXT).body == f"{TEXT}\n{TEXT}"
    assert only("【标题】公园开园", "【日期】20260305", TEXT, TEXT).body == f"{TEXT}\n{TEXT}"


def test_a_title_alone_is_a_teaser() -> None:
    article = only("【标题】公园开园", "【日期】20260305")
    assert (article.kind, article.title, article.blocks) == ("teaser", "公园开园", ())


def test_brackets_inside_the_text_are_text() -> None:
    article = only("【标题】公园开园", "【正文】", "【相关链接】公园里的树", TEXT)
    assert article.body == f"【相关链接】公园里的树\n{TEXT}"


@pytest.mark.parametrize(
    ("text", "whether"),
    [
        pytest.param("【标题】公园开园\n正文", True, id="plain"),
        pytest.param("【日期】19961220\n【 標　題 】公園開園\n", True, id="traditional-and-spaced"),
        pytest.param("\n【篇名】公园的边界\n", True, id="article-of-a-journal"),
        pytest.param("【日期】19961220\n" + TEXT, False, id="no-title"),
        pytest.param("【标题】\n" + TEXT, False, id="empty-title"),
        pytest.param("他说：【标题】要短。", False, id="amid-a-line"),
        pytest.param("\n" * 59 + "【标题】公园开园", True, id="within-sixty-lines"),
        pytest.param("\n" * 60 + "【标题】公园开园", False, id="far-below"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_known_by_its_title_field(text: str, whether: bool) -> None:
    assert looks_like(clean(text)) == whether


@given(st.lists(st.sampled_from(["【标题】公园开园", "【日期】昨日", "【摘要】短", "【正文】", TEXT, "", "  　"])))
def test_whatever_stands_around_a_title_is_one_article(lines: list[str]) -> None:
    text = clean("\n".join([*lines[:2], "【标题】公园开园", *lines[2:]]))
    assert looks_like(text)
    (article,) = read(text, BASE, None)
    assert article.title == "公园开园"
    assert article.body.count(TEXT) <= lines.count(TEXT)


def test_what_stands_above_the_fields_leads_the_text() -> None:
    assert only("江海日报数据库", "【版号】", "【标题】公园开园", "【正文】" + TEXT).body == f"江海日报数据库\n{TEXT}"
