"""Bylines as papers of the mainland, Taiwan and Hong Kong write them, read where they stand in a text."""

from datetime import datetime

import pytest

from zjreader.article import Article
from zjreader.parse.plain_text import read
from zjreader.text.clean import clean

BASE = datetime.fromisoformat("2026-04-12T12:00:00+08:00")
TITLE = "城北公園今起免費開放"
TEXT = "城北公園經過三年改造，今天起免費向市民開放，園內新種了兩千棵喬木。"
Said = tuple[str | None, str | None, str | None, str, str, str | None]
"""Publisher, place, date, authors, correspondents, editor."""


def only(*lines: str) -> Article:
    (article,) = read(clean("\n".join(lines)), BASE, None)
    return article


def said(article: Article) -> Said:
    published = article.published and article.published.text
    names = (" ".join(article.authors), " ".join(article.correspondents))
    return (article.publisher, article.place, published, *names, article.editor)


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("（海峽社記者周明德台北5日電）", ("海峽社", "台北", "2026-04-05", "周明德", "", None)),
        ("（海峽社記者周明德、林佳穎新竹縣5日電）", ("海峽社", "新竹縣", "2026-04-05", "周明德 林佳穎", "", None)),
        ("（海峽社記者周明德台北2026年3月5日電）", ("海峽社", "台北", "2026-03-05", "周明德", "", None)),
        ("（海峽社東京5日綜合外電報導）", ("海峽社", "東京", "2026-04-05", "", "", None)),
        ("（海峽社華盛頓5日專電）", ("海峽社", "華盛頓", "2026-04-05", "", "", None)),
        ("【海峽社台北五日電】", ("海峽社", "台北", "2026-04-05", "", "", None)),
        ("（環社巴黎5日電）", ("環社", "巴黎", "2026-04-05", "", "", None)),
        ("環球社倫敦5日電　", ("環球社", "倫敦", "2026-04-05", "", "", None)),
        ("環球社北京3月5日電（記者 周明德）", ("環球社", "北京", "2026-03-05", "周明德", "", None)),
        ("【江海報專訊】", ("江海報", None, None, "", "", None)),
        ("【本報訊】", (None, None, None, "", "", None)),
        ("【江海報訊】（記者 周明德）", ("江海報", None, None, "周明德", "", None)),
        ("香港江海網訊（記者 周明德）", ("香港江海網", None, None, "周明德", "", None)),
        ("香港江海社3月5日電　", ("香港江海社", None, "2026-03-05", "", "", None)),
        ("記者周明德／台北報導　", (None, "台北", None, "周明德", "", None)),
        ("〔記者周明德／台北報導〕", (None, "台北", None, "周明德", "", None)),
        ("〔記者周明德、林佳穎／綜合報導〕", (None, None, None, "周明德 林佳穎", "", None)),
        ("［記者周明德／桃園報導］", (None, "桃園", None, "周明德", "", None)),
        ("【記者周明德／新北報導】", (None, "新北", None, "周明德", "", None)),
        ("(編譯林佳穎／綜合報導)", (None, None, None, "林佳穎", "", None)),
        ("江海時報【周明德╱台北報導】", ("江海時報", "台北", None, "周明德", "", None)),
        ("[江海新聞網]記者周明德／台北報導　", ("江海新聞網", "台北", None, "周明德", "", None)),
        ("即時中心／周明德報導　", (None, None, None, "周明德", "", None)),
        ("社會中心／記者周明德／高雄報導　", (None, "高雄", None, "周明德", "", None)),
        ("特派記者周明德／東京5日電　", (None, "東京", "2026-04-05", "周明德", "", None)),
        ("本报记者 沈一鸣 北京报道 ", (None, "北京", None, "沈一鸣", "", None)),
        ("江海日报讯（记者 沈一鸣 通讯员 罗秀兰）", ("江海日报", None, None, "沈一鸣", "罗秀兰", None)),
    ],
)
def test_a_byline_opens_the_text(opening: str, expected: Said) -> None:
    article = only(TITLE, opening + TEXT)
    assert said(article) == expected
    assert article.body == (opening + TEXT).strip()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("（海峽社記者周明德台北5日電）", ("海峽社", "台北", "2026-04-05", "周明德", "", None)),
        ("記者周明德／台北報導", (None, "台北", None, "周明德", "", None)),
        ("〔記者周明德、林佳穎／台北報導〕", (None, "台北", None, "周明德 林佳穎", "", None)),
        ("江海報／ 記者周明德／台北即時報導", ("江海報", "台北", None, "周明德", "", None)),
        (
            "2026-03-05 10:20 江海報／ 記者周明德／台北即時報導",
            ("江海報", "台北", "2026-03-05T10:20+08:00", "周明德", "", None),
        ),
        ("記者 周明德 台北報導", (None, "台北", None, "周明德", "", None)),
        ("周明德∕高雄報導", (None, "高雄", None, "周明德", "", None)),
        ("撰文：周明德、林佳穎", (None, None, None, "周明德 林佳穎", "", None)),
        (
            "撰文：周明德 出版：2026-03-05 10:20 更新：2026-03-05 11:00",
            (None, None, "2026-03-05T10:20+08:00", "周明德", "", None),
        ),
        ("文：周明德", (None, None, None, "周明德", "", None)),
        ("文／周明德", (None, None, None, "周明德", "", None)),
        ("文｜沈一鸣", (None, None, None, "沈一鸣", "", None)),
        ("作者︱沈一鸣", (None, None, None, "沈一鸣", "", None)),
        ("記者／周明德", (None, None, None, "周明德", "", None)),
        ("責任編輯：林佳穎", (None, None, None, "", "", "林佳穎")),
        ("責任編輯／林佳穎", (None, None, None, "", "", "林佳穎")),
        ("編輯／林佳穎", (None, None, None, "", "", "林佳穎")),
        ("编辑｜林溪", (None, None, None, "", "", "林溪")),
        ("（編輯：林佳穎）1150305", (None, None, None, "", "", "林佳穎")),
        ("【责任编辑:林溪】", (None, None, None, "", "", "林溪")),
        ("（记者 沈一鸣 通讯员 罗秀兰）返回江海，查看更多", (None, None, None, "沈一鸣", "罗秀兰", None)),
        (
            "2026年03月05日 08:12 来源：江海网 参与互动",
            ("江海网", None, "2026-03-05T08:12+08:00", "", "", None),
        ),
        (
            "2026年03月05日08:12 江海科技 我有话说(1307人参与) 收藏本文",
            ("江海科技", None, "2026-03-05T08:12+08:00", "", "", None),
        ),
        ("更新時間：2026-03-05 10:20", (None, None, "2026-03-05T10:20+08:00", "", "", None)),
        ("發佈時間：2026/03/05 10:20", (None, None, "2026-03-05T10:20+08:00", "", "", None)),
        ("出版：2026-03-05 10:20", (None, None, "2026-03-05T10:20+08:00", "", "", None)),
        ("民國115年3月5日", (None, None, "2026-03-05", "", "", None)),
        ("發布日期：民國115年3月5日", (None, None, "2026-03-05", "", "", None)),
        ("来源：江海网 采写：沈一鸣", ("江海网", None, None, "沈一鸣", "", None)),
        ("稿源：江海网", ("江海网", None, None, "", "", None)),
        ("供稿：城北区园林局", ("城北区园林局", None, None, "", "", None)),
        ("本报记者 沈一鸣 通讯员 罗秀兰", (None, None, None, "沈一鸣", "罗秀兰", None)),
        ("发布时间：2026-03-05 08:12 作者：沈一鸣", (None, None, "2026-03-05T08:12+08:00", "沈一鸣", "", None)),
        ("发布时间：26-03-05 08:12", (None, None, "2026-03-05T08:12+08:00", "", "", None)),
    ],
)
def test_a_byline_stands_in_a_line_of_its_own(line: str, expected: Said) -> None:
    article = only(TITLE, line, TEXT)
    assert (said(article), article.body) == (expected, TEXT)


@pytest.mark.parametrize(
    ("closing", "authors", "correspondents"),
    [
        ("（记者 沈一鸣 林溪）", "沈一鸣 林溪", ""),
        ("（记者 沈一鸣 通讯员 罗秀兰）", "沈一鸣", "罗秀兰"),
        ("（环球社记者沈一鸣）（完）", "沈一鸣", ""),
        ("【記者周明德】", "周明德", ""),
        ("（完）", "", ""),
        ("（沈一鸣）", "", ""),
        ("（记者 沈一鸣 摄）", "", ""),
        ("（记者在现场看到的情况）", "", ""),
    ],
)
def test_writers_sign_the_last_paragraph(closing: str, authors: str, correspondents: str) -> None:
    article = only(TITLE, TEXT, TEXT + closing)
    assert (" ".join(article.authors), " ".join(article.correspondents)) == (authors, correspondents)
    assert article.body.endswith(closing)


@pytest.mark.parametrize(
    "line",
    [
        "〔即時新聞／綜合報導〕",
        "〔財經頻道／綜合報導〕",
        "即時中心／綜合報導",
        "央江网消息（江海联播）：",
        "记者注意到相关报道",
        "经济观察/中国报道",
        "科技快讯",
        "编辑",
        "日期",
    ],
)
def test_what_names_nobody_stays_in_the_text(line: str) -> None:
    article = only(TITLE, TEXT, line, TEXT)
    assert said(article) == (None, None, None, "", "", None)
    assert line in article.body


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("（本文作者：江海大学经济研究所教授、博士生导师）", "沈一鸣"),
        ("关键词：公园 改造 市民", "沈一鸣"),
        ("审核：白露 编辑：林溪", "沈一鸣"),
        ("本报记者 罗秀兰", "沈一鸣"),
    ],
)
def test_credits_that_became_no_field_are_a_note(line: str, authors: str) -> None:
    article = only(TITLE, "作者：沈一鸣", TEXT, line)
    assert " ".join(article.authors) == authors
    assert [(block.kind, block.text) for block in article.blocks] == [("paragraph", TEXT), ("note", line)]


def test_who_made_the_pictures_is_a_caption() -> None:
    article = only(TITLE, "文：沈一鸣", "摄影：白露", TEXT)
    assert article.authors == ("沈一鸣",)
    assert [block.kind for block in article.blocks] == ["caption", "paragraph"]
