"""Column pages: what is an article, what a heading, what a point, what nothing.

The pages beside this file are written for it, each in another layout; what each holds stands in the JSON beside it.
"""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.article import Article
from zjreader.parse.column_page import looks_like, read
from zjreader.parse.page_lines import page_lines, shaped
from zjreader.text.clean import Clean, clean

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))
BASE = datetime.fromisoformat("2026-04-30T12:00:00+08:00")
SECTION = Clean("栏目")


def shown(article: Article) -> dict[str, Any]:
    """The article as the JSON beside a page has it: what is absent is left out."""
    said = {
        "kind": article.kind,
        "title": article.title,
        "summary": article.summary,
        "section": article.section,
        "publisher": article.publisher,
        "place": article.place,
        "authors": list(article.authors),
        "correspondents": list(article.correspondents),
        "editor": article.editor,
        "published": article.published and article.published.text,
        "inferred": bool(article.published and article.published.inferred),
        "blocks": [{"kind": block.kind, "text": block.text} for block in article.blocks],
    }
    return {name: value for name, value in said.items() if value}


def kinds(page: str) -> list[list[str]]:
    """The kinds of block of each full article."""
    return [[block.kind for block in article.blocks] for article in read(clean(page), BASE, None) if article.blocks]


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in PAGES])
def test_a_page_is_read_as_it_is_meant(path: Path) -> None:
    page = clean(path.read_bytes().decode())
    assert looks_like(page)
    wanted = json.loads(path.with_suffix(".json").read_text("utf-8"))
    assert [shown(article) for article in read(page, BASE, None)] == wanted


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in PAGES])
def test_blank_lines_and_indents_say_nothing(path: Path) -> None:
    page = path.read_bytes().decode()
    close = [line for line in page.splitlines() if line.strip()]
    expected = read(clean(page), BASE, None)
    assert read(clean("\n".join(close)), BASE, None) == expected
    assert read(clean("\r\n\r\n\r\n".join("　　" + line for line in close)), BASE, None) == expected


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in PAGES])
def test_no_line_of_a_page_is_lost(path: Path) -> None:
    page = clean(path.read_bytes().decode())
    articles = read(page, BASE, None)
    kept = {
        text
        for article in articles
        for text in (article.title, article.section, *(block.text for block in article.blocks))
    }
    summaries = tuple(article.summary for article in articles if article.summary)
    for line in page_lines(page, BASE):
        known = line.credits or line.shape == "crumbs" or line.text in kept or line.text.startswith(summaries)
        assert known, line


def test_the_page_that_the_reader_was_made_for(news_data: Path) -> None:
    page = news_data / "column_page" / "chanjing.txt"
    wanted = json.loads(page.with_suffix(".expected.json").read_text("utf-8"))["articles"]
    for article in wanted:
        article.pop("published_note", None)
        if "source" in article:
            article["publisher"] = article.pop("source")
        if "published" in article:
            article |= {"published": "2026-" + article["published"], "inferred": True}
    text = clean(page.read_text("utf-8"))
    assert looks_like(text)
    assert [shown(article) for article in read(text, BASE, None)] == wanted


TITLE = "城北公园今起免费开放，市民多了一处乘凉地"
DATED = "2026-03-05 08:12 来源：城北日报"
TEXT = "城北公园经过三年改造，今天起免费向市民开放，园内新种了两千棵乔木。"
CUT = TEXT + "园方表示，后续还将"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            ["会议提出：", "加强领导", "落实责任", "强化督查"], "paragraph item item item", id="announced-words"
        ),
        pytest.param(
            ["会议提出：", "加强领导", "落实责任", "下一步的重点工作安排", TEXT],
            "paragraph item item heading paragraph",
            id="heading-behind-points",
        ),
        pytest.param([TEXT, "1.先易后难", "2.先急后缓", TEXT], "paragraph item item paragraph", id="numbered-words"),
        pytest.param([TEXT, "这一年，有得有失", TEXT], "paragraph heading paragraph", id="heading"),
        pytest.param(["——写在开园之际", TEXT, TEXT], "heading paragraph paragraph", id="second-title"),
        pytest.param(["一是植树；", "二是修路。", TEXT], "item item paragraph", id="closed-list"),
        pytest.param(["植树两千棵；", "修路三公里；"], "item item", id="list-left-open"),
        pytest.param(
            ["植树：两千棵；", "修路：三公里；", TEXT], "item item paragraph", id="paragraph-behind-an-open-list"
        ),
        pytest.param([TEXT, "植树；", TEXT * 4], "paragraph paragraph paragraph", id="one-clause-is-no-list"),
        pytest.param(["措施如下：", "绿化：种树。", "道路：修路。"], "paragraph item item", id="announced-labels"),
        pytest.param(
            [TEXT, "记者：何时开放？", "园长：今天。", "记者：收费吗？", "园长：不收。"],
            "paragraph heading paragraph heading paragraph",
            id="speakers",
        ),
        pytest.param(
            [TEXT, "绿化：种树。", "道路：修路。", "照明：装灯。"], "paragraph item item item", id="parallel-labels"
        ),
        pytest.param(
            [TEXT, "绿化：种树。", "道路照明：装灯。", TEXT], "paragraph paragraph paragraph paragraph", id="two-labels"
        ),
        pytest.param(
            ["三个坚持：", "坚持免费。", "坚持开放。", TEXT], "paragraph item item paragraph", id="announced-openings"
        ),
        pytest.param(
            ["他这样说：", "“树长大了，人也老了。”", TEXT], "paragraph paragraph paragraph", id="announced-speech"
        ),
        pytest.param([TEXT, "（注：面积为设计数字）", "▲公园北门"], "paragraph note caption", id="note-and-caption"),
    ],
)
def test_blocks_are_told_by_what_they_are(body: list[str], expected: str) -> None:
    page = "\n".join([TITLE, DATED, *body, "责任编辑：林溪"])
    assert kinds(page) == [expected.split()]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param([TITLE, TEXT, TEXT], [("full", TITLE)], id="one-article"),
        pytest.param([TITLE, TEXT], [("full", TITLE)], id="one-article-of-one-paragraph"),
        pytest.param([TITLE, CUT], [("teaser", TITLE)], id="one-teaser"),
        pytest.param([TITLE], [("teaser", TITLE)], id="a-title-alone"),
        pytest.param([TITLE, TEXT, TEXT, "夜里也能来散步", TEXT], [("full", TITLE)], id="a-short-line-is-a-heading"),
        pytest.param(
            [TITLE, TEXT, TEXT, "另一处公园下月动工，全城公园将增至六十座", TEXT, TEXT],
            [("full", TITLE), ("full", "另一处公园下月动工，全城公园将增至六十座")],
            id="as-long-as-a-title",
        ),
        pytest.param(
            [TITLE, "公园夜间开放的时间与门票价格尚未确定", TEXT, TEXT],
            [("teaser", TITLE), ("full", "公园夜间开放的时间与门票价格尚未确定")],
            id="a-title-without-opening",
        ),
        pytest.param([TITLE, DATED, "夜里也能来", TEXT, TEXT], [("full", TITLE)], id="a-heading-leads"),
        pytest.param(
            [TITLE, TEXT * 10, "夜间开放另行通知，市民请留意公告", CUT],
            [("full", TITLE), ("teaser", "夜间开放另行通知，市民请留意公告")],
            id="a-long-whole-text",
        ),
        pytest.param([TITLE, TEXT, "记者观察", TEXT], [("full", TITLE)], id="one-paragraph-then-heading"),
        pytest.param(
            [TITLE, TEXT, "环湖步道今天贯通，骑行一圈只要四十分钟", TEXT],
            [("teaser", TITLE), ("teaser", "环湖步道今天贯通，骑行一圈只要四十分钟")],
            id="whole-openings",
        ),
        pytest.param(
            [TITLE, CUT, "步道贯通", TEXT, "园丁招募", TEXT],
            [("teaser", TITLE), ("teaser", "步道贯通"), ("teaser", "园丁招募")],
            id="a-list-stays-a-list",
        ),
        pytest.param([TITLE, DATED, TEXT, "步道贯通", TEXT], [("full", TITLE)], id="dated-then-heading"),
        pytest.param([TEXT, TITLE, CUT], [("teaser", TEXT), ("teaser", TITLE)], id="text-before-any-title"),
        pytest.param(
            [
                "城北公园开园了",
                "城北公园经过三年改造今天起向市民免费开放，园内新种了两千棵乔木和三百株海棠，环湖步道将在",
                TITLE,
                CUT,
            ],
            [("teaser", "城北公园开园了"), ("teaser", TITLE)],
            id="a-short-opening",
        ),
    ],
)
def test_where_an_article_begins(lines: list[str], expected: list[tuple[str, str]]) -> None:
    assert [(article.kind, article.title) for article in read(clean("\n".join(lines)), BASE, None)] == expected


@pytest.mark.parametrize(
    ("link", "left"),
    [
        pytest.param("…", "…", id="an-ellipsis-stays"),
        pytest.param("[详细]", "", id="bracketed"),
        pytest.param("…[详细]", "…", id="bracketed-after-ellipsis"),
        pytest.param(" 阅读全文>>", "", id="read-all"),
        pytest.param("...更多", "...", id="more"),
    ],
)
def test_the_link_behind_an_opening_is_cut(link: str, left: str) -> None:
    (article, _) = read(clean(f"{TITLE}\n{TEXT}{link}\n{TITLE}甲\n{CUT}"), BASE, None)
    assert article.summary == TEXT + left


def test_the_section_given_holds_where_the_page_names_none() -> None:
    page = f"{TITLE}\n{CUT}"
    assert [article.section for article in read(clean(page), BASE, SECTION)] == [SECTION]
    assert [article.section for article in read(clean("社会\n" + page), BASE, SECTION)] == ["社会"]


def test_a_date_above_the_page_dates_no_article() -> None:
    (article,) = read(clean(f"2026年4月30日 星期四\n要闻\n{TITLE}\n{CUT}"), BASE, None)
    assert (article.published, article.section) == (None, "要闻")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param(f"{TITLE}\n{TEXT}\n{TEXT}", id="one-article"),
        pytest.param(
            "\n".join([TITLE, *(["这一行到了四十格宽的地方被人从中间截断了，没有写完的话接在下一行里继续往下"] * 9)]),
            id="wrapped",
        ),
        pytest.param("甲\n乙\n丙\n丁", id="words"),
        pytest.param("\n".join(f"第{number}条消息的标题写在这里" for number in range(9)), id="titles-alone"),
    ],
)
def test_what_is_no_column_page(text: str) -> None:
    assert not looks_like(clean(text))


def test_one_article_below_its_section_is_a_column_page() -> None:
    assert looks_like(clean(f"社会\n{TITLE}\n{TEXT}\n{TEXT}\n返回\n顶部"))


@pytest.mark.parametrize(
    "line",
    [
        "返回",
        "顶部",
        "返回顶部",
        "更多>>",
        "加载更多",
        "点击查看更多",
        "上一页 下一页 1 2 3",
        "共12页",
        "分享到：微信 微博 QQ空间",
        "分享到：豆瓣 人人",
        "阅读 123 评论 4",
        "5.2万阅读",
        "首页 财经 科技 体育",
        "湘ICP备00000000号",
        "Copyright 2026 某某网",
        "阅读全文",
        "12",
        "【返回】",
    ],
)
def test_furniture(line: str) -> None:
    assert shaped(Clean(line), None).shape == "furniture"


@pytest.mark.parametrize(
    "line", [TITLE, TEXT, "春天里", "三步走", "更多人走进博物馆", "首页改版的背后", "2026：新的起点", TEXT * 20]
)
def test_what_is_no_furniture(line: str) -> None:
    assert shaped(Clean(line), None).shape != "furniture"


line_of_page = st.sampled_from(
    [
        TITLE,
        TEXT,
        CUT,
        DATED,
        "社会",
        "会议提出：",
        "一是植树；",
        "二是修路。",
        "责任编辑：林溪",
        "返回",
        "首页 > 文化 > 正文",
        "（注：略）",
        "加强领导",
        "——副题",
    ],
)


@given(st.lists(line_of_page, max_size=30))
def test_every_text_of_the_result_is_a_line_of_the_page(lines: list[str]) -> None:
    looks_like(clean("\n".join(lines)))
    for article in read(clean("\n".join(lines)), BASE, None):
        texts = [
            article.title,
            *(block.text for block in article.blocks),
            *([article.summary] if article.summary else []),
        ]
        assert set(texts) <= set(lines)


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    looks_like(clean(text))
    for article in read(clean(text), BASE, None):
        assert article.title
        assert (article.kind == "full") == bool(article.blocks)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("中" * 1_000_000, id="one-line"),
        pytest.param("> " * 500_000, id="crumbs"),
        pytest.param(("：" * 20 + "\n") * 10_000, id="colons"),
        pytest.param("一是植树；\n" * 25_000, id="one-endless-list"),
        pytest.param("记者：他说。\n" * 25_000, id="one-speaker"),
        pytest.param("【" * 1_000_000, id="brackets"),
        pytest.param("阅读1" * 300_000, id="counts"),
    ],
)
def test_a_monotonous_page_is_read_to_its_end(text: str) -> None:
    """What tries every partition of it, or looks at each line from each other, would never come back."""
    assert len(read(clean(text), BASE, None)) <= 1


def test_verses_below_a_title_are_no_headlines() -> None:
    assert not looks_like(Clean("秋江夜泊\n\n一江秋水向东流\n\n两岸青山月满楼\n\n三更渔火照孤舟\n\n四面风声入梦愁\n"))


def test_a_text_cut_into_words_is_no_column_page() -> None:
    words = [
        "城北 公园 今 起 免费 向 市民 开放",
        "2026 年 3 月 5 日",
        "园 内 新 种 了 两千 棵 乔木 ，环湖 步道 全长 四 公里 。",
    ]
    assert not looks_like(clean("\n".join(words * 3)))


def test_credits_that_say_more_than_the_fields_are_a_note() -> None:
    line = "编辑：林溪 审核：白露"
    page = ["社会", TITLE, "江海网北京3月5日电 " + TEXT, TEXT, line, TITLE[::-1], "江海网北京3月5日电 " + TEXT, TEXT]
    first, _ = read(clean("\n".join(page)), None, None)
    assert (first.editor, first.blocks[-1].kind, first.blocks[-1].text) == ("林溪", "note", line)
