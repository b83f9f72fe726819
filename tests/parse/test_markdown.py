"""Markdown: what is one article, what is many, and the text without its signs."""

import json
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.article import Article
from zjreader.parse.markdown import looks_like, read
from zjreader.parse.markdown_pieces import Piece, pieces, plain
from zjreader.text.clean import Clean, clean

BASE = datetime.fromisoformat("2026-04-30T12:00:00+08:00")
TEXT = "城北公园经过三年改造，今天起免费向市民开放，园内新种了两千棵乔木。"
OTHER = "环湖步道全长四公里，骑行一圈只要二十分钟，沿途有三处茶亭。"


def articles(*lines: str) -> list[Article]:
    return read(clean("\n".join(lines)), BASE, Clean("园林"))


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        pytest.param("**粗**与*斜*与~~删~~与`码`", "粗与斜与删与码", id="emphasis"),
        pytest.param("_斜_ 和 snake_case", "斜 和 snake_case", id="underscores-inside-words-stay"),
        pytest.param("见[公园（新）](https://a.example/b_(c) '题')。", "见公园（新）。", id="link"),
        pytest.param("见[公园][1]", "见公园", id="reference"),
        pytest.param("图![茶亭](a.png)旁", "图茶亭旁", id="image"),
        pytest.param("<https://a.example/b>", "https://a.example/b", id="bare-address"),
        pytest.param(r"\*不是强调\* 1\. \[甲\]", "*不是强调* 1. [甲]", id="escapes"),
        pytest.param("<b>粗</b>&amp;&lt;细&gt;<!---->", "粗&<细><!---->", id="html"),
        pytest.param("[**粗**&lt;](u)", "粗<", id="markup-inside-a-link"),
        pytest.param("3 < 5，5 > 3", "3 < 5，5 > 3", id="no-html"),
        pytest.param("今日要闻 [注]", "今日要闻 [注]", id="brackets-alone"),
    ],
)
def test_a_line_without_its_signs(markup: str, text: str) -> None:
    assert plain(markup) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("# 标题 #\n正文", [("heading", "标题"), ("paragraph", "正文")], id="heading"),
        pytest.param("标题\n===\n副题\n---", [("heading", "标题"), ("heading", "副题")], id="underlined"),
        pytest.param("字" * 81 + "\n---", [("paragraph", "字" * 81), ("rule", "")], id="rule-below-a-text"),
        pytest.param("#话题# 不是标题", [("paragraph", "#话题# 不是标题")], id="hash-tag"),
        pytest.param("第一行\n第二行 new\nword", [("paragraph", "第一行第二行 new word")], id="soft-breaks"),
        pytest.param("- 甲\n  续\n* [x] 乙\n1. 丙", [("item", "甲续"), ("item", "乙"), ("item", "1. 丙")], id="points"),
        pytest.param("> 引\n> 用\n\n> 另", [("quote", "引用"), ("quote", "另")], id="quotes"),
        pytest.param("甲\n***\n乙", [("paragraph", "甲"), ("rule", ""), ("paragraph", "乙")], id="rule"),
        pytest.param("```\n# 码\n\n码\n```\n后", [("paragraph", t) for t in ("# 码", "码", "后")], id="fence"),
        pytest.param("![茶亭](a.png)", [("caption", "茶亭")], id="picture"),
        pytest.param("[看](https://a.example)\n", [("link", "看")], id="link-alone"),
        pytest.param("[1]: https://a.example", [("rule", "")], id="definition"),
        pytest.param("<p>甲<br>乙</p><p>丙</p>", [("paragraph", t) for t in "甲乙丙"], id="html-paragraphs"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_the_pieces_of_a_document(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(piece.kind, piece.text) for piece in pieces(text)] == expected


def test_a_document_with_a_title_is_one_article() -> None:
    (article,) = articles(
        "# 城北公园开园",
        "2026-03-05 08:12 来源：江海日报",
        "",
        f"江海网北京3月4日电（记者 沈一鸣）{TEXT}",
        "## 园里有什么",
        "- 茶亭",
        "> 市民：来得值。",
        "",
        "注：开放时间以公告为准。",
        "",
        "![茶亭](a.png)",
        "",
        "（责任编辑：林溪）",
    )
    assert (article.kind, article.title, article.section) == ("full", "城北公园开园", "园林")
    assert (article.publisher, article.authors, article.editor) == ("江海日报", ("沈一鸣",), "林溪")
    assert [block.kind for block in article.blocks] == ["paragraph", "heading", "item", "quote", "note", "caption"]


def test_articles_that_close_with_a_link_are_told_apart() -> None:
    first, second = articles(
        "# 江海早报 (20260305)",
        "## 目录",
        "1. 城北公园开园",
        "2. 步道通车",
        "## 详情",
        "### 城北公园开园",
        TEXT,
        "#### 园里有什么",
        OTHER,
        "[查看原文](https://jh.example/a)",
        "### 步道通车",
        f"<p>{OTHER}</p>",
        "<https://jh.example/b>",
        "---",
        "（更新于深夜）",
    )
    assert (first.title, first.url, first.section) == ("城北公园开园", "https://jh.example/a", "园林")
    assert (second.title, second.url, second.body) == ("步道通车", "https://jh.example/b", OTHER)
    assert [block.kind for block in first.blocks] == ["paragraph", "heading", "paragraph"]
    assert {article.published and article.published.text for article in (first, second)} == {"2026-03-05"}


def test_what_stands_above_the_articles_is_kept_and_groups_are_sections() -> None:
    found = articles(
        TEXT,
        "# 社会",
        "## 城北公园开园",
        "2026-03-05 来源：江海日报",
        "",
        TEXT,
        "# 交通",
        OTHER,
        "## 步道通车",
        "（江海日报记者 沈一鸣）",
        "",
        OTHER,
    )
    assert [(article.title, article.section) for article in found] == [
        (TEXT.removesuffix("。"), "园林"),
        ("城北公园开园", "社会"),
        ("交通", "园林"),
        ("步道通车", "交通"),
    ]


def test_several_titles_of_the_first_level_are_several_articles() -> None:
    assert [each.kind for each in articles("# 甲", TEXT, "# 乙", "# 丙", "[原文](https://jh.example/c)")] == [
        "full",
        "teaser",
        "teaser",
    ]


def test_a_date_without_a_year_is_measured_against_the_day_above() -> None:
    lines = [f"## 第{n}条\n江海网北京3月{n}日电 {TEXT}" for n in (3, 4)]
    found = articles("# 江海早报（2024年3月5日）", *lines)
    assert [each.published and each.published.text for each in found] == ["2024-03-03", "2024-03-04"]


def test_a_front_matter_is_a_row_of_a_table() -> None:
    (article,) = articles(
        "---",
        'title: "城北公园开园"',
        "date: 2026-03-05",
        "# 评注",
        "author:",
        "  - 沈一鸣",
        "  - 罗秀兰",
        "tags: [公园, '步道']",
        "layout: post",
        "---",
        "## 园里有什么",
        TEXT,
        "# 又一节",
        OTHER,
    )
    assert (article.title, article.authors, article.tags) == ("城北公园开园", ("沈一鸣", "罗秀兰"), ("公园", "步道"))
    assert article.published
    assert article.published.text == "2026-03-05"
    assert article.extra == (("layout", '"post"'),)
    assert OTHER in article.body


@pytest.mark.parametrize(
    ("lines", "title", "body"),
    [
        pytest.param(["---", "date: 2026-03-05", "---", TEXT], TEXT[:-1], TEXT, id="title-from-the-text"),
        pytest.param(["---", "date: 2026-03-05", "---", "## 开园", TEXT], "开园", TEXT, id="title-from-a-heading"),
        pytest.param([TEXT, "## 开园", "## 通车", "## 封路"], TEXT[:-1], f"{TEXT}\n开园\n通车\n封路", id="text-first"),
    ],
)
def test_where_a_title_comes_from(lines: list[str], title: str, body: str) -> None:
    (article,) = articles(*lines)
    assert (article.title, article.body) == (title, body)


@pytest.mark.parametrize("lines", [["---", "layout: post", "---"], ["---", "---"], ["#"], [""]])
def test_no_title_is_no_article(lines: list[str]) -> None:
    assert [each for each in articles(*lines) if not each.title] == []


@pytest.mark.parametrize(
    ("text", "whether"),
    [
        pytest.param("# 标题\n正文", True, id="heading-first"),
        pytest.param("\n标题\n====\n正文", True, id="underlined-first"),
        pytest.param("---\ntitle: 标题\n---\n正文", True, id="front-matter"),
        pytest.param("引言\n## 甲\n文\n## 乙\n文\n## 丙\n", True, id="several-headings"),
        pytest.param("---\n正文\n---\n", False, id="rules"),
        pytest.param("标题\n正文 # 不是\n", False, id="text"),
        pytest.param("#话题#\n正文", False, id="hash-tag"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_known_by_its_signs(text: str, whether: bool) -> None:
    assert looks_like(clean(text)) == whether


@given(st.text(st.sampled_from("# *_`[]()<>!\\-=\n.甲乙1a:&;"), max_size=80))
def test_any_markup_is_read_and_no_letter_comes_from_nowhere(text: str) -> None:
    for article in read(clean(text), BASE, None):
        assert article.title
        assert article.body.count("甲") <= text.count("甲")


@given(st.lists(st.sampled_from([TEXT, OTHER, "# 甲", "- 点", "> 引", "---", "", "```"])))
def test_no_paragraph_is_lost(lines: list[str]) -> None:
    found = "".join(piece.text for piece in pieces("\n".join(lines)))
    assert (found.count(TEXT), found.count(OTHER)) == (lines.count(TEXT), lines.count(OTHER))


@pytest.mark.parametrize(
    "text", ["[" * 500_000, "*" * 500_000, "# a" + " " * 500_000 + "b", "<a" * 300_000, "[x](" * 200_000]
)
def test_half_a_megabyte_of_signs_is_read_to_its_end(text: str) -> None:
    """A pattern that tries them in every partition would never come back."""
    assert all(isinstance(piece, Piece) for piece in pieces(text))


def test_daily_files_hold_what_the_same_days_records_hold(news_data: Path) -> None:
    folder = news_data / "xinwenlianbo"
    rows = [json.loads(line) for path in folder.glob("*.jsonl") for line in path.read_text("utf-8").splitlines()]
    records = {row["url"]: row for row in rows if row["url"]}
    found = [each for path in (folder / "md").iterdir() for each in read(clean(path.read_text("utf-8")), BASE, None)]
    known = [(each, records[each.url]) for each in found if each.url in records and each.kind == "full"]
    same = [each for each, row in known if _squeezed(each.body) == _squeezed(row["content"])]
    dated = [each for each, row in known if each.published and each.published.day == row["date"]]
    assert len(found) >= 850
    assert min(len(same), len(dated)) >= 0.99 * len(known) >= 800


def _squeezed(text: str) -> str:
    return "".join(text.split())
