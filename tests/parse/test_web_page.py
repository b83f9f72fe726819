"""Saved pages become the articles that their editors wrote, whatever site wrote the markup."""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.article import Article
from zjreader.parse import web_page
from zjreader.parse.asked import UNTOLD, Asked
from zjreader.parse.markup import page
from zjreader.parse.web_page import WebPage
from zjreader.text.clean import Clean

SITES = Path(__file__).parent / "sites"
TITLE = "城南老桥修缮完工 沿河步道同时开放"
BODY = (
    "城南老桥昨日恢复通行，沿河两岸的步道同时向市民开放，首日有三万多人前来散步。",
    "“桥面比原来宽了两米，推婴儿车也不挤。”住在桥头的居民说，她每天都要从这里走过。",
    "两年工期提前三个月",
    "工程指挥部介绍，修缮自前年春天开始，原计划两年完成，因汛期来得晚，提前了三个月。",
)
OLD_TITLE = "城南老橋修繕完工 沿河步道同時開放"
OLD_BODY = (
    "城南老橋昨日恢復通行，沿河兩岸的步道同時向市民開放，首日有三萬多人前來散步。",
    "「橋面比原來寬了兩米，推嬰兒車也不擠。」住在橋頭的居民說，她每天都要從這裡走過。",
    "兩年工期提前三個月",
    "工程指揮部介紹，修繕自前年春天開始，原計劃兩年完成，因汛期來得晚，提前了三個月。",
)
BASE = Asked(base=datetime(2026, 3, 6))  # noqa: DTZ001 - a page's day has no zone


class Site(NamedTuple):
    """What the editor of a page meant; None or empty where the page shows none."""

    publisher: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    editor: str | None = None
    section: str | None = None
    place: str | None = None


def read(markup: str | bytes, asked: Asked = BASE) -> WebPage | None:
    found = page(markup if isinstance(markup, bytes) else markup.encode(), asked)
    return found and web_page.read(found, asked)


def article_of(markup: str | bytes, asked: Asked = BASE) -> Article:
    found = read(markup, asked)
    assert found is not None
    return found.article


NAMES = {
    "accelerated_page": Site(published="2026-03-05T10:12+08:00", authors=("林小溪",)),
    "account_of_the_great_feed": Site(publisher="河东晚报", published="2026-03-05T10:12+08:00"),
    "account_of_the_messenger": Site("河东晚报", "2026-03-05T10:12+08:00", ("林小溪",)),
    "account_of_the_search_engine": Site(published="2026-03-05T10:12+08:00", authors=("河东晚报",)),
    "agency_with_datelines": Site(
        "某新网", "2026-03-05T10:11+08:00", ("林小溪", "周明"), "吴一凡", "社会新闻", place="河东"
    ),
    "agency_with_its_time_in_pieces": Site("河东社", "2026-03-05T09:15:30+08:00", editor="林小溪"),
    "answers_outweigh_it": Site("河东晚报", "2026-03-05T10:12+08:00"),
    "asks_for_consent": Site(published="2026-03-05T10:12+08:00", authors=("林小溪",)),
    "blog": Site(published="2026-03-05T02:12:00+00:00", authors=("林小溪",)),
    "broadcaster": Site("某视新闻客户端", "2026-03-05T12:00+08:00", editor="周明"),
    "broadcaster_abroad": Site(published="2026-03-05T02:10:00+00:00", authors=("林小溪",)),
    "channel_of_finance": Site("第几财经", "2026-03-05T10:12:01+08:00", ("林小溪",), "周明"),
    "e_paper": Site(published="2026-03-05", authors=("林小溪",)),
    "e_paper_with_its_page": Site(published="2026-03-05", authors=("林小溪",)),
    "governments_site": Site("河东社", "2026-03-05T11:11+08:00", ("林小溪",), "周明", "滚动"),
    "kept_for_an_application": Site("河东晚报", "2026-03-05T10:12:00+08:00", ("林小溪",)),
    "kept_in_text_areas": Site("河东日报", "2026-03-05T10:12:00+08:00", ("林小溪",)),
    "local_paper_in_tables": Site("河东日报", "2026-03-05T10:11+08:00", ("林小溪",), "周明", "民生"),
    "offers_amid_its_text": Site("河东晚报", "2026-03-05T10:12+08:00"),
    "page_of_columns": Site("界外新闻", "2026-03-05T10:12+08:00", ("林小溪",), "周明"),
    "page_of_line_breaks": Site("河东在线", "2026-03-05", editor="林小溪"),
    "paper_made_for_the_net": Site("某湃新闻", "2026-03-05T10:12+08:00", ("林小溪",), "周明"),
    "paper_of_securities": Site("河东时报网", "2026-03-05T10:12+08:00", ("林小溪",), "周明", "公司"),
    "paper_of_singapore": Site(published="2026-03-05T10:10+08:00", authors=("林小溪",)),
    "paper_of_start_ups": Site(published="2026-03-05T10:10+08:00", authors=("林小溪",)),
    "paper_online": Site("浙某在线", "2026-03-05T10:12+08:00", ("林小溪",), "周明"),
    "party_papers_portal": Site("河东日报", "2026-03-05T08:12+08:00", editor="林小溪 周明", section="社会·法治"),
    "portal_of_accounts": Site("河东晚报", "2026-03-05T10:30+08:00", editor="林小溪"),
    "portal_of_a_province": Site("众某日报", "2026-03-05T10:12:00+08:00", ("林小溪",), "周明"),
    "portal_of_the_economy": Site("河东日报", "2026-03-05T10:12+08:00", ("林小溪",), "周明", "产业市场"),
    "portal_of_the_interior": Site("红某网", "2026-03-05T10:12:11+08:00", ("林小溪",), "周明"),
    "portal_with_hashed_classes": Site("河东晚报", "2026-03-05T10:20:11+08:00", section="大陆"),
    "portals_newer_form": Site("河东日报", "2026-03-05T10:11:12+08:00", editor="林小溪_NB1234"),
    "post_of_a_forum": Site(published="2026-03-05T10:12+08:00", authors=("林小溪",), section="本地新闻"),
    "radio_abroad": Site(published="2026-03-05T10:00:00+00:00", authors=("林小溪",)),
    "site_of_technology": Site("某之家", "2026-03-05T10:12+08:00"),
    "text_in_parts": Site("河东晚报", "2026-03-05T10:12+08:00"),
}
OLD_NAMES = {
    "agency_of_taiwan": Site("中央社", "2026-03-05T10:11+08:00", ("林小溪",), "周明", "生活", "台北"),
    "another_paper_of_taiwan": Site(published="2026-03-05T10:11+08:00", authors=("林小溪",), place="台北"),
    "paper_of_hong_kong": Site(published="2026-03-05T10:12+08:00", section="港聞"),
    "paper_of_taiwan": Site("某合報", "2026-03-05T10:12+08:00", ("林小溪",), section="生活"),
}


@pytest.mark.parametrize(("name", "meant"), (NAMES | OLD_NAMES).items(), ids=(NAMES | OLD_NAMES).keys())
def test_a_site_of_each_shape_is_read(name: str, meant: Site) -> None:
    article = article_of((SITES / f"{name}.html").read_bytes())
    published = article.published.text if article.published else None
    read_as = (article.publisher, published, article.authors, article.editor, article.section, article.place)
    assert read_as == meant
    assert article.title == (OLD_TITLE if name in OLD_NAMES else TITLE)
    assert [block.kind for block in article.blocks] == ["paragraph", "paragraph", "heading", "paragraph"]
    for block, text in zip(article.blocks, OLD_BODY if name in OLD_NAMES else BODY, strict=True):
        assert text in block.text


HEAD = f"<title>{TITLE}_河东新闻网</title><ul><li><a href='/'>首页</a></li><li><a href='/p/'>评论</a></li></ul>"
TEXT = "".join(f"<p>{text}</p>" for text in BODY)
BYLINE = "<div>2026-03-05 10:00 来源：河东日报</div>"
COMMENTS = "".join(
    f"<li><i>读者{at}号</i><div>这座桥我从小走到大，现在修好了真的很高兴，希望多修这样的步道，第{at}次留言。</div></li>"
    for at in range(40)
)
TEASERS = "".join(
    f"<h3><a href='/{at}.html'>河东新区第{at}条环线公交今起试运行</a></h3><p>{BODY[0]}<a href='/{at}'>[详细]</a></p>"
    for at in range(2, 9)
)

PLAIN_TEASERS = "".join(
    f"<h3><a href='/{at}.html'>河东新区第{at}条环线公交今起试运行</a></h3><p>{BODY[0]}</p>" for at in range(2, 9)
)


PLAYER = """<div class='mplayer'><p>正在为您切换到高清，请稍候</p><p>播放速度：2X</p><ul><li>1.5X<li>超清</ul>
<p>很抱歉，当前视频播放失败，请刷新页面后重试，或者下载客户端观看，客户端里还有更多节目。</p></div>"""
CAROUSEL = "".join(f"<li>第{at}条公交线今起试运行：沿途设站二十一座</li>" for at in range(30))


def texts(markup: str, asked: Asked = BASE) -> tuple[str, ...]:
    return tuple(block.text for block in article_of(markup, asked).blocks)


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param(
            f"<h1>{TITLE}</h1>{BYLINE}<div>{TEXT}</div><div class='comment-list'>{COMMENTS}</div>",
            id="comments by name",
        ),
        pytest.param(
            f"<h1>{TITLE}</h1>{BYLINE}<div>{TEXT}</div><h3>网友评论(40)</h3><ul>{COMMENTS}</ul>",
            id="comments by heading",
        ),
        pytest.param(
            f"<h1>{TITLE}</h1>{BYLINE}<div>{TEXT}<h4>相关阅读</h4>{TEASERS.partition('</p>')[0]}</p></div>",
            id="what else there is",
        ),
        pytest.param(
            f"<h1>{TITLE}</h1>{BYLINE}<div>{TEXT}<div class='recommend'><p>{BODY[0]}</p></div></div>",
            id="a box named as beside",
        ),
        pytest.param(
            f"<h1>{TITLE}</h1>{BYLINE}<div><p>点击上方蓝字关注我们</p>{TEXT}<p>来源：河东日报</p><p>审核：周明</p><p>往期精彩</p><p>点个赞</p></div>",
            id="an account's own lines",
        ),
        pytest.param(
            f"<div><div>{TITLE}</div><div>2026年3月5日</div>{TEXT.replace('p>', 'div>')}</div>", id="boxes alone"
        ),
        pytest.param(
            f"<center><b>{TITLE}</b></center>河东日报 2026-03-05<br><br>{'<br><br>'.join(BODY)}<br>（责编：林小溪）",
            id="line breaks alone",
        ),
        pytest.param(
            f"<h1>{TITLE}</h1>{BYLINE}<div>{TEXT}</div></body></html><p>友情链接</p>", id="an end in the middle"
        ),
        pytest.param(
            f"<h1>{TITLE}</h1>{BYLINE}<div>{TEXT}<p style='display:none'>{BODY[1] * 9}</p></div>", id="hidden text"
        ),
        pytest.param(
            f"<h1>{TITLE}</h1>{BYLINE}<div>（原标题：老桥修好了）{TEXT}</div>", id="the title that it had before"
        ),
        pytest.param(f"<h1>{TITLE}</h1>{BYLINE}<ul><li>{TEXT}</li></ul>", id="an article in a list"),
        pytest.param(f"<div>{TEXT}</div>", id="a title in the head alone"),
        pytest.param(
            f"<h1>{TITLE}</h1>{BYLINE}<div>{TEXT}<p>主办：河东区政府 技术支持：河东网</p></div>", id="the site's host"
        ),
        pytest.param(f"<h1>{TITLE}</h1>{BYLINE}{PLAYER}<div>{TEXT}</div>", id="a player above it"),
        pytest.param(
            f"<div class='text-carousel'>{CAROUSEL}</div><h1>{TITLE}</h1>{BYLINE}<div>{TEXT}</div>", id="a carousel"
        ),
        pytest.param(
            f"<h1>{TITLE}</h1>{BYLINE}<div>{TEXT}<p>本文为河东网原创，转载时请注明出处。</p></div>", id="reprints"
        ),
        pytest.param(
            f"<h1>{TITLE}</h1>{BYLINE}<div>{TEXT}<p>本文地址：https://news.example/1</p></div>", id="its address"
        ),
        pytest.param(
            f"<h1>{TITLE}</h1>{BYLINE}<div>{TEXT}<p>以上内容为平台用户上传并发布</p><p>已标记为不喜欢，将减少此类推荐</p></div>",
            id="who put it there",
        ),
        pytest.param(f"<h1>{TITLE}</h1>{BYLINE}<div>{TEXT}<p>发布于：河东市</p></div>", id="where the account is"),
        pytest.param(f"<h1>{TITLE}</h1>{BYLINE}<div>{TEXT}<p>（林小溪）</p></div>", id="who signed it"),
        pytest.param(
            f"<h1>{TITLE}</h1>{BYLINE}<div>{TEXT.removesuffix('</p>')} <a href='/'>返回河东网，查看更多</a></p></div>",
            id="a button in its last line",
        ),
        pytest.param(
            f"<h1>{TITLE}</h1>{BYLINE}<div>{TEXT}<h4>相关日志</h4><ul><li><a href='/1'>河东新添公交线</a></ul></div>",
            id="a blog's other entries",
        ),
    ],
)
def test_a_text_is_what_its_editor_wrote(markup: str) -> None:
    article = article_of(HEAD + markup)
    assert article.title == TITLE
    assert tuple(block.text for block in article.blocks) == BODY
    assert {block.kind for block in article.blocks} <= {"paragraph", "heading"}


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("", id="nothing"),
        pytest.param("<p>首页</p>", id="a word"),
        pytest.param(f"<div>{TEASERS}</div>", id="teasers under their headlines"),
        pytest.param(f"<div>{PLAIN_TEASERS}</div>", id="teasers without links to more"),
        pytest.param(
            "<ul>"
            + "".join(f"<li><a href='/{at}'>河东新区第{at}条环线公交今起试运行</a>" for at in range(30))
            + "</ul>",
            id="headlines",
        ),
        pytest.param("<p>共 436 页，第 1 页，每页 15 条新闻资讯</p>", id="the foot of a list"),
        pytest.param(f"<p><a href='/1'>{BODY[0]}</a></p>", id="a link alone"),
    ],
)
def test_a_page_without_an_article_is_none(markup: str) -> None:
    assert read(f"<html><title>要闻_河东新闻网</title><body>{markup}") is None


@pytest.mark.parametrize("teasers", [TEASERS, PLAIN_TEASERS], ids=["with links to more", "without"])
def test_an_article_beside_teasers_with_more_text_is_found(teasers: str) -> None:
    side = teasers.replace("h3", "dt").replace("<p>", "<dd>").replace("</p>", "</dd>")
    assert texts(f"{HEAD}<div><h1>{TITLE}</h1>{BYLINE}<div>{TEXT}</div></div><div><dl>{side}</dl></div>") == BODY


def test_lists_beside_lists_hold_no_article() -> None:
    assert read("".join(f"<div><dl>{PLAIN_TEASERS * many}</dl></div>" for many in (9, 3, 1))) is None


def test_lines_inside_a_text_that_look_like_credits_stay_in_it() -> None:
    inside = ("记者：您怎么看？", "图片来源：河东日报", "河东社记者 林小溪 摄")
    lines = (BODY[0], *inside, BODY[3])
    assert texts(HEAD + f"<h1>{TITLE}</h1>{BYLINE}<div>{''.join(f'<p>{line}</p>' for line in lines)}</div>") == lines


@pytest.mark.parametrize(
    "line",
    [
        "返回舱成功着陆，航天员自主出舱。",
        "返回舱成功着陆",
        "关闭的三家门店中，两家已经重新开张。",
        "打印机卖得最好",
        "分享会上，他说了三件事。",
        "推荐他的人说，他修过三座桥。",
        "评论员认为，工期提前是好事。",
        "编辑部的灯亮到了天明。",
        "更多的人从河对岸走来。",
    ],
)
def test_a_sentence_that_begins_like_a_button_is_of_the_text(line: str) -> None:
    markup = "".join(f"<p>{text}</p>" for text in (BODY[0], line, BODY[3]))
    assert texts(f"{HEAD}<h1>{TITLE}</h1>{BYLINE}<div>{markup}</div>") == (BODY[0], line, BODY[3])


@pytest.mark.parametrize(
    "line",
    [
        "返回某狐，查看更多",
        "分享到：",
        "扫一扫在手机打开当前页",
        "【打印】【关闭】",
        "编辑：",
        "长按识别二维码关注",
        "———",
        "我要评论",
        "点击下载客户端",
        "<span>阅读 62.3W</span><span>我要评论</span> <em>收藏</em>",
    ],
)
def test_what_is_there_to_be_clicked_on_is_not(line: str) -> None:
    markup = "".join(f"<p>{text}</p>" for text in (BODY[0], BODY[1], line))
    assert texts(f"{HEAD}<h1>{TITLE}</h1>{BYLINE}<div>{markup}</div>") == (BODY[0], BODY[1])


NOTICE = (
    "各位考生：",
    "今年的考试定于本月底举行，请按准考证上的时间到考点参加，逾期不再安排补考。",
    "请考生关注学校的招生网（https://school.example/2026/notices）上的通知。",
    "举报电话为12345，任何人都可以反映考试中的问题，未经许可不得进入考场。",
    "特别提示",
    "1、请携带身份证和准考证，提前半小时到达。",
    "河东大学招生办公室",
    "2026年3月5日",
)


def test_a_notice_is_kept_to_the_day_under_who_signs_it() -> None:
    linked = NOTICE[2].replace("https", "<a href='https").replace("notices", "notices'>https://school.example</a>")
    markup = "".join(f"<p>{line}</p>" for line in (*NOTICE[:2], linked, *NOTICE[3:]))
    assert texts(f"{HEAD}<h1>{TITLE}</h1>{BYLINE}<div>{markup}</div>")[3:] == NOTICE[3:]


def test_what_stands_above_a_title_said_again_in_the_text_is_of_it() -> None:
    markup = f"<p>{BODY[0]}</p><p><b>{TITLE}</b></p><p>{BODY[1]}</p><p>{BODY[3] * 3}</p>"
    assert texts(f"{HEAD}<h1>{TITLE}</h1>{BYLINE}<div>{markup}</div>") == (BODY[0], TITLE, BODY[1], BODY[3] * 3)


def test_a_sentence_about_what_it_links_to_is_of_the_text() -> None:
    law = "、".join(f"<a href='/law/{at}'>《城市桥梁管理条例》实施细则第{at}号</a>" for at in range(3))
    markup = f"<p>{BODY[0]}</p><p>修缮依照的规定是：{law}，均已公布。</p><p>{BODY[3]}</p>"
    assert len(texts(f"{HEAD}<h1>{TITLE}</h1>{BYLINE}<div>{markup}</div>")) == len(("first", "about", "last"))


def test_the_lines_of_a_program_are_kept_as_they_are() -> None:
    program = ("def bridge():", "{", "    return 1", "}")
    markup = f"<p>{BODY[0]}</p><pre>{chr(10).join(program)}</pre><p>{BODY[3]}</p>"
    assert texts(f"{HEAD}<h1>{TITLE}</h1>{BYLINE}<div>{markup}</div>")[1:-1] == tuple(map(str.strip, program))


def test_what_a_forum_shows_of_a_post_is_no_line_of_it() -> None:
    buttons = (
        "<em>发表于 2026-3-5 10:11:00</em> <i>|</i> <a>只看该作者</a><code>来自 - 河东</code><i>|</i><a>倒序浏览</a>"
    )
    markup = f"<div class=pi><label>电梯直达</label><b><a>楼主</a></b><div>{buttons}</div></div><div>{BODY[0]}</div>"
    article = article_of(f"{HEAD}<h1>{TITLE}</h1><table><tr><td>{markup}</td></tr></table>")
    assert tuple(block.text for block in article.blocks) == BODY[:1]
    assert article.published
    assert article.published.text == "2026-03-05T10:11:00+08:00"


def test_captions_and_notes_are_told_by_what_they_say() -> None:
    found = article_of(
        HEAD
        + f"<h1>{TITLE}</h1>{BYLINE}<div>{TEXT}<p>图为修缮后的老桥。周明 摄</p><p>（注：工期以合同为准。）</p></div>"
    )
    assert [block.kind for block in found.blocks[4:]] == ["caption", "note"]


def test_a_sentence_beside_its_date_is_an_article() -> None:
    short = "城南老桥今晨恢复通行，步道同时开放。"
    assert texts(f"{HEAD}<h1>{TITLE}</h1>{BYLINE}<p>{short}</p>") == (short,)


@pytest.mark.parametrize(
    ("head", "shown", "expected"),
    [
        pytest.param("", "2026年3月5日", "2026-03-05", id="shown"),
        pytest.param("", "3小时前", "2026-03-05T21:00+08:00", id="measured against the base"),
        pytest.param("", "2026/3/5 3:10 PM", "2026-03-05T15:10+08:00", id="after noon"),
        pytest.param("2026-03-04T08:00+08:00", "3小时前", "2026-03-04T08:00+08:00", id="told, where shown is inferred"),
        pytest.param("2026-03-05T08:00+08:00", "2026-03-05", "2026-03-05T08:00+08:00", id="told more exactly"),
        pytest.param("2026-03-05T00:00:00+08:00", "2026-03-05", "2026-03-05", id="a day made to look exact"),
        pytest.param("2026-03-07T08:00+08:00", "2026-03-05", "2026-03-05", id="shown before told"),
        pytest.param("2026-03-07T08:00+08:00", "", "2026-03-07T08:00+08:00", id="told alone"),
        pytest.param("", "", None, id="neither"),
    ],
)
def test_a_time_is_the_one_that_is_shown(head: str, shown: str, expected: str | None) -> None:
    meta = f"<meta property='article:published_time' content='{head}'>"
    published = article_of(f"{meta}{HEAD}<h1>{TITLE}</h1><div>{shown}</div><div>{TEXT}</div>").published
    assert (published.text if published else None) == expected


def test_what_machines_are_told_fills_what_is_not_shown() -> None:
    metas = "<meta name=author content=林小溪><meta name=source content=河东日报><meta name=editor content=周明>"
    article = article_of(f"{metas}{HEAD}<h1>{TITLE}</h1><div>{TEXT}</div>")
    assert (article.authors, article.publisher, article.editor) == (("林小溪",), "河东日报", "周明")


@pytest.mark.parametrize("name", ["河东新闻网", "周明", "name, email@example.com", "河东日报"])
def test_a_site_or_its_editor_is_no_author(name: str) -> None:
    byline = "<div>来源：河东日报 编辑：周明</div>"
    assert (
        article_of(f"<meta name=author content='{name}'>{HEAD}<h1>{TITLE}</h1>{byline}<div>{TEXT}</div>").authors == ()
    )


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        pytest.param("桥边的朋友们 2026-03-05 10:11", (None, ("桥边的朋友们",)), id="an account beside a time"),
        pytest.param(
            "来源：河东日报 <i class=author>河东日报</i>", ("河东日报", ()), id="an outlet named as the author as well"
        ),
    ],
)
def test_who_published_it_did_not_write_it(byline: str, expected: tuple[object, ...]) -> None:
    markup = f"<meta name=author content=桥边的朋友们>{HEAD}<h1>{TITLE}</h1><div>{byline}</div><div>{TEXT}</div>"
    article = article_of(markup if expected[0] is None else markup.replace("桥边的朋友们", ""))
    assert (article.publisher, article.authors) == expected


def test_tags_are_the_keywords_that_the_text_bears_out() -> None:
    assert article_of(f"<meta name=keywords content='步道,新闻网站'>{HEAD}<h1>{TITLE}</h1><div>{TEXT}</div>").tags == (
        "步道",
    )


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        pytest.param("首页 &gt; 民生 &gt; 正文", "民生", id="a path"),
        pytest.param("河东网&gt;&gt;民生", "民生", id="double signs"),
        pytest.param(f"首页 &gt; 民生 &gt; {TITLE}", "民生", id="to the title itself"),
        pytest.param("首页 &gt; 民生 &gt; 正文 申请入驻", "民生", id="a button behind it"),
        pytest.param("河东网 &gt; 正文", None, id="the site itself"),
        pytest.param("论坛 › 民生 › ...", "民生", id="to a title cut off"),
        pytest.param("更多&gt;", None, id="a link to more"),
    ],
)
def test_a_section_is_where_the_path_leads(path: str, expected: str | None) -> None:
    assert article_of(f"{HEAD}<div>{path}</div><h1>{TITLE}</h1><div>{TEXT}</div>").section == expected


def test_a_section_that_a_person_named_is_for_pages_that_name_none() -> None:
    asked = BASE._replace(section=Clean("本地"))
    assert article_of(f"{HEAD}<h1>{TITLE}</h1><div>{TEXT}</div>", asked).section == "本地"


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        pytest.param("<a href='5_2.html'>下一页</a>", "https://news.example/n/5_2.html", id="beside this one"),
        pytest.param("<a href='5.html'>下一页</a>", None, id="to itself"),
        pytest.param("<a href='/list_2.html'>下一页</a>", None, id="elsewhere"),
        pytest.param("<a href='6.html'>下一篇</a>", None, id="to another article"),
    ],
)
def test_the_next_part_is_where_the_page_says(link: str, expected: str | None) -> None:
    asked = BASE._replace(url=Clean("https://news.example/n/5.html"))
    found = read(f"{HEAD}<h1>{TITLE}</h1>{BYLINE}<div>{TEXT}</div><div>{link}</div>", asked)
    assert found is not None
    assert (found.next_part, found.article.url) == (expected, "https://news.example/n/5.html")


def test_what_each_line_was_taken_for_is_told() -> None:
    advert = "<p>自动播放</p>"
    found = read(f"{HEAD}<div><h1>{TITLE}</h1>{BYLINE}<p>{BODY[0]}</p>{advert}<p>{BODY[3]}</p><p>编辑：周明</p></div>")
    assert found is not None
    assert [taken.what for taken in found.taken] == [
        "title",
        "above",
        "above",
        "text",
        "text",
        "between",
        "behind",
    ]


SENTENCES = st.text("城南老桥今起恢复通行", min_size=16, max_size=40).map(lambda words: f"{words[:8]}，{words[8:]}。")


@given(st.lists(SENTENCES, min_size=2, max_size=9), st.sampled_from(["p", "div", "section", "span><br"]))
def test_the_text_of_a_plain_page_is_all_its_lines(lines: list[str], tag: str) -> None:
    name = tag.partition(">")[0]
    inner = "".join(f"<{name}>{line}</{name}>" + ("<br>" if name == "span" else "") for line in lines)
    assert texts(f"{HEAD}<h1>{TITLE}</h1>{BYLINE}<div class='article'>{inner}</div>") == tuple(lines)


@given(st.binary(max_size=400))
def test_any_bytes_are_an_article_or_none(data: bytes) -> None:
    found = read(data, UNTOLD)
    assert found is None or (found.article.title and found.article.blocks)
