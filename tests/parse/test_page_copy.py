"""Where the article stands in the visible text of a whole web page, copied with all that is around it."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.article import Article
from zjreader.parse import column_page
from zjreader.parse.page_copy import extent, looks_like
from zjreader.parse.page_ends import advertises, closes, is_offer
from zjreader.parse.page_lines import PageLine, shaped
from zjreader.parse.plain_text import read
from zjreader.text.clean import Clean, clean

BASE = datetime.fromisoformat("2026-04-30T12:00:00+08:00")
TITLE = "城北公园今起免费开放，市民多了一处乘凉地"
FIRST = "城北公园经过三年改造，今天起免费向市民开放，园内新种了两千棵乔木。"
SECOND = "园方介绍，环湖步道全长四公里，沿途设了十二处休息亭，骑行一圈只要二十分钟。"
THIRD = "市民罗女士每天都来散步，她说公园离家不远，孩子放学后也能来草坪上玩一会儿。"
TEXT = (FIRST, SECOND, THIRD)
DATE = "2026-03-05 08:12 来源：江海网"
MENU = ("登录 注册", "首页", "新闻 财经 体育 娱乐 科技", "客户端下载")
FOOT = ("返回顶部", "关于我们 | 联系我们 | 网站地图", "江海网版权所有 未经授权禁止转载")
OTHERS = (
    "城南老桥今起恢复通行，六条公交改回原线",
    "市图书馆新馆下月试运行，周末开放到晚上九点",
    "江海地铁三号线今早试跑，全程四十分钟",
    "老城区加装电梯满一百部，居民自己来管",
)


def only(*lines: str) -> Article:
    (article,) = read(clean("\n".join(lines)), BASE, None)
    return article


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param((*MENU, TITLE, DATE, *TEXT, *FOOT), id="menu-and-foot"),
        pytest.param((*MENU, "首页 > 社会 > 正文", TITLE, DATE, *TEXT, *FOOT), id="crumbs"),
        pytest.param((*MENU, TITLE, DATE, "分享到：", "微信", "微博", *TEXT, *FOOT), id="share-bar"),
        pytest.param((*MENU, TITLE, DATE, *TEXT, "相关阅读", *OTHERS, *FOOT), id="related-behind"),
        pytest.param((*MENU, *OTHERS, TITLE, DATE, *TEXT, *FOOT), id="headlines-above"),
        pytest.param((*MENU, TITLE, DATE, *TEXT, *OTHERS, *FOOT), id="headlines-behind-without-a-word"),
        pytest.param((*MENU, TITLE, DATE, *TEXT, "热门推荐", OTHERS[0], SECOND[:20] + "……", *FOOT), id="teasers"),
        pytest.param(
            (*MENU, TITLE, DATE, *TEXT, "网友评论", "江海网友", "这个公园真好，以后常来。", *FOOT), id="comments"
        ),
        pytest.param((*MENU, TITLE, DATE, *TEXT, "打开江海新闻APP，查看更多精彩图片", *FOOT), id="app-banner"),
        pytest.param((*MENU, TITLE, DATE, *TEXT, "扫一扫在手机打开当前页面", *FOOT), id="scan"),
        pytest.param(
            (*MENU, TITLE, DATE, *TEXT, "上一篇：" + OTHERS[0], "下一篇：" + OTHERS[1], *FOOT), id="neighbours"
        ),
        pytest.param((*MENU, TITLE, DATE, *TEXT, "标签：", "公园", "市民", *FOOT), id="tags"),
        pytest.param((*MENU, TITLE, DATE, *TEXT, "特别声明：本文为用户上传，不代表本站立场。", *FOOT), id="disclaimer"),
        pytest.param((*MENU, TITLE, "2026", "03/05", "08:12", "来源：", "江海网", *TEXT, *FOOT), id="date-in-pieces"),
        pytest.param((*MENU, DATE, TITLE, *TEXT, *FOOT), id="date-above-the-title"),
        pytest.param((*MENU, TITLE, "来源：江海网", *TEXT, "2026-03-05 08:12", *FOOT), id="date-behind-the-text"),
        pytest.param((*MENU, TITLE, *MENU, TITLE, DATE, *TEXT, *FOOT, TITLE), id="title-again-and-again"),
        pytest.param(
            (*MENU, TITLE, DATE, "点击报名江海年度人物评选，活动火热进行中！", *TEXT, *FOOT), id="advertisement"
        ),
        pytest.param(
            (*MENU, TITLE, DATE, *TEXT, "关注江海日报官方微信，获取更多资讯。", *FOOT), id="advertised-behind"
        ),
    ],
)
def test_the_article_stands_alone(lines: tuple[str, ...]) -> None:
    article = only(*lines)
    assert (article.title, article.body) == (TITLE, "\n".join(TEXT))
    assert article.published
    assert (article.published.text, article.publisher) == ("2026-03-05T08:12+08:00", "江海网")


def test_a_page_of_taiwan() -> None:
    article = only(
        "江海新聞網",
        "即時 政治 社會 生活 國際",
        "首頁 > 生活",
        "城北公園今起免費開放　市民多一處乘涼地",
        "江海新聞網",
        "記者周明德／台北報導",
        "發布時間：2026-03-05 08:12",
        "更新時間：2026-03-05 09:30",
        "分享",
        "城北公園經過三年改造，今天起免費向市民開放，園內新種了兩千棵喬木。",
        "▲城北公園環湖步道。（圖／記者林佳穎攝）",
        "園方表示，環湖步道全長四公里，沿途設了十二處休息亭，騎行一圈只要二十分鐘。",
        "責任編輯／林佳穎",
        "延伸閱讀",
        "城南老橋今起恢復通行　六條公車改回原線",
        "加入好友",
        "© 2026 江海新聞網 版權所有 All Rights Reserved",
    )
    assert (article.title, article.section) == ("城北公園今起免費開放　市民多一處乘涼地", "生活")
    assert (article.authors, article.place, article.editor) == (("周明德",), "台北", "林佳穎")
    assert article.published
    assert article.published.text == "2026-03-05T08:12+08:00"
    assert [block.kind for block in article.blocks] == ["paragraph", "caption", "paragraph"]


def test_a_page_of_one_article_below_a_menu_of_words_is_a_copy() -> None:
    menu = ["江海報", "即時", "要聞", "經濟", "國際", "體育"]
    text = clean("\n".join([*menu, TITLE, DATE, *TEXT, "相關文章：", *OTHERS, "下載APP", *FOOT]))
    assert not column_page.looks_like(text)
    assert only(text).body == "\n".join(TEXT)


def test_headings_captions_and_lists_within_a_text_are_its_own() -> None:
    body = (FIRST, "园里有什么", SECOND, "图为城北公园一角。", "（一）两千棵乔木", "（二）十二处休息亭", THIRD)
    assert only(*MENU, TITLE, DATE, *body, *FOOT).body == "\n".join(body)


def test_what_stands_between_title_and_text_is_kept_if_it_tells() -> None:
    head = ("改造历时三年，环湖步道全长四公里", "资料图：城北公园。李明摄", "导读：公园免费开放，市民可从四个门进园。")
    article = only(*MENU, TITLE, DATE, "小 中 大", "关注", *head, *TEXT, *FOOT)
    assert article.body == "\n".join((*head, *TEXT))


@pytest.mark.parametrize(
    ("behind", "editor", "last"),
    [
        pytest.param(["责任编辑：林溪"], "林溪", THIRD, id="at-once"),
        pytest.param(["分享到：", "微信", "【责任编辑：林溪】"], "林溪", THIRD, id="behind-the-share-bar"),
        pytest.param(["（编辑：林溪）", "更正：步道全长四公里。"], "林溪", "更正：步道全长四公里。", id="with-a-note"),
        pytest.param(["相关阅读", *OTHERS * 3, "责任编辑：白露"], None, THIRD, id="of-another-part"),
    ],
)
def test_the_editor_is_named_behind_the_text(behind: list[str], editor: str | None, last: str) -> None:
    article = only(*MENU, TITLE, DATE, *TEXT, *behind, *FOOT)
    assert (article.editor, article.blocks[-1].text) == (editor, last)


def test_dated_posts_behind_an_article_are_others() -> None:
    posts = [
        "白露 2026-03-06 10:20:09",
        "今天去了，人很多，建议早上去。",
        "罗秀 2026-03-06 10:22:41",
        "草坪真大，孩子很喜欢。",
    ]
    assert only(*MENU, TITLE, DATE, *TEXT, *posts, *FOOT).body == "\n".join(TEXT)


@pytest.mark.parametrize(
    ("head", "publisher", "authors"),
    [
        pytest.param(["江海观察", "2026-03-05 08:12"], "江海观察", "江海观察", id="account-above-the-date"),
        pytest.param(["2026-03-05 08:12", "江海观察"], "江海观察", "江海观察", id="account-below-the-date"),
        pytest.param(["江海日报", "2026-03-05 08:12"], "江海日报", "", id="outlet"),
        pytest.param(["沈一鸣", "2026-03-05 08:12"], None, "沈一鸣", id="person"),
        pytest.param(["2026-03-05 08:12", "关注"], None, "", id="button"),
        pytest.param(["来源：", "江海网", "作者：", "沈一鸣"], "江海网", "沈一鸣", id="values-below-their-labels"),
        pytest.param(
            ["撰文：", "沈一鸣", "出版：", "2026-03-05 10:20", "更新：", "2026-03-05 11:00"],
            None,
            "沈一鸣",
            id="of-hong-kong",
        ),
        pytest.param(["来源：", "作者：", "沈一鸣"], None, "沈一鸣", id="label-without-a-value"),
        pytest.param(
            ["原创 林溪 江海观察", "江海观察", "微信号 jianghai", "昨天"], "江海观察", "林溪", id="writer-of-an-account"
        ),
        pytest.param(["江海观察", "微信号 jianghai"], "江海观察", "江海观察", id="handle"),
    ],
)
def test_who_wrote_stands_beside_the_date(head: list[str], publisher: str | None, authors: str) -> None:
    article = only(*MENU, TITLE, *head, *TEXT, *FOOT)
    assert (article.title, article.publisher, " ".join(article.authors)) == (TITLE, publisher, authors)
    assert article.body == "\n".join(TEXT)


def test_a_date_among_other_words_is_the_articles() -> None:
    article = only(*MENU, TITLE, "2026年03月05日 江海传媒 时政新闻 1665 0", *TEXT, *FOOT)
    assert article.published
    assert (article.published.day, article.body) == ("2026-03-05", "\n".join(TEXT))


@pytest.mark.parametrize("rest", [("相关阅读", "更多"), ("热门推荐", *OTHERS)])
def test_a_page_without_running_text_keeps_its_lines(rest: tuple[str, ...]) -> None:
    article = only("返回", "更多", TITLE, *rest)
    assert article.title == TITLE


WORDS = (
    "城北公园 免费开放 环湖步道 园林改造 市民休闲 江海新闻 社会民生 城市更新 生态建设 公园城市 绿色出行 "
    "文体活动 便民服务 周末去处"
)
PROSE = (
    "一早就往城北公园去看新种的那两千棵乔木 环湖走了一圈四公里的步道真是舒服极了 "
    "园里的海棠还要再等上两个星期才会开花 到时候一定要再来看看"
)


@pytest.mark.parametrize(
    "above",
    [
        pytest.param(f"{WORDS} {WORDS}", id="key-words"),
        pytest.param(WORDS.replace(" ", "") * 2, id="titles-run-together"),
        pytest.param("城北公园导览 江海公园地图 免费开放时间 市民服务热线", id="menu"),
    ],
)
def test_what_stands_above_a_title_is_not_the_text(above: str) -> None:
    article = only(*MENU, above, TITLE, DATE, *TEXT, *FOOT)
    assert (article.title, article.body) == (TITLE, "\n".join(TEXT))


def test_prose_may_have_blanks_for_its_signs() -> None:
    article = only(*MENU, TITLE, DATE, *[PROSE] * 3, *FOOT)
    assert (article.title, article.body) == (TITLE, "\n".join([PROSE] * 3))


def test_a_text_cut_into_words_is_no_page() -> None:
    words = "城北 公园 经过 三 年 改造 今天 起 免费 向 市民 开放"
    assert only(words, words, words).body == f"{words}\n{words}"


@pytest.mark.parametrize(
    "line",
    [
        "相关阅读",
        "相关新闻：",
        "作者最新文章",
        "热点新闻排行榜",
        "猜你喜欢",
        "大家都在看",
        "推荐阅读>>",
        "【延伸阅读】",
        "网友评论",
        "24小时热榜",
        "您可能感兴趣的文章",
        "最热评论(12)",
        "精彩图集 更多",
        "延伸 · 推荐",
        "其他人也在看",
        "看更多",
        "熱門點閱",
        "你可能也喜歡",
    ],
)
def test_lines_that_offer(line: str) -> None:
    assert is_offer(shaped(Clean(line), None))


@pytest.mark.parametrize(
    "line",
    [
        "相关部门已介入调查",
        "新闻背后的故事",
        "推荐书单",
        "热门景点今日限流",
        "读者评论说得好",
        "图片里的江海",
        "园里有什么",
    ],
)
def test_headings_offer_nothing(line: str) -> None:
    assert not is_offer(shaped(Clean(line), None))


@pytest.mark.parametrize("line", [FIRST, "扫描二维码的市民排起了长队，志愿者在旁边帮忙。", "下载量一天过百万。"])
def test_a_paragraph_ends_no_page(line: str) -> None:
    assert not closes(shaped(Clean(line), None))


def test_a_paragraph_that_asks_to_follow_advertises() -> None:
    assert advertises(shaped(clean("长按识别二维码，关注江海日报。"), None))
    assert not advertises(shaped(clean(FIRST), None))


_LINES = st.sampled_from(
    [*MENU, *TEXT, *FOOT, *OTHERS, TITLE, DATE, "相关阅读", "责任编辑：林溪", "首页 > 社会 > 正文", "12"]
)


@given(st.lists(_LINES, min_size=1, max_size=40))
def test_an_article_lies_within_its_page(texts: list[str]) -> None:
    lines = [shaped(Clean(text), BASE) for text in texts]
    found = extent(lines)
    assert 0 <= found.title <= found.text < found.stop <= len(lines)


@given(st.lists(_LINES, max_size=12), st.lists(st.sampled_from(FOOT), max_size=6))
def test_a_longer_foot_changes_no_article(texts: list[str], foot: list[str]) -> None:
    page = [shaped(Clean(text), BASE) for text in [*MENU, TITLE, DATE, *TEXT, *FOOT]]
    longer = [*page, *(shaped(Clean(text), BASE) for text in foot)]
    assert extent(page) == extent(longer)


@given(st.lists(st.sampled_from(TEXT), min_size=1))
def test_running_text_alone_is_no_page(texts: list[str]) -> None:
    assert not looks_like([PageLine(Clean(text), "text") for text in texts])
