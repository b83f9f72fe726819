# ruff: noqa: E501 -- markup stands as it is sent
"""A list that has running text is still a list, and an article among many headlines is still an article."""

from datetime import datetime, timedelta, timezone
from html import escape

import pytest

from tests.parse.list_shapes import ENTRIES, OPENING, page
from zjreader.article import Article
from zjreader.parse import judged_page
from zjreader.parse.asked import Asked
from zjreader.text.clean import Clean

IMPRINT = "<div class=foot><p>机关地址：江城市中山路一百零二号，总机电话〇一〇一二三四五六七八，办公时间为周一至周五上午八时半至下午五时半。</p></div>"
TEXT = "".join(f"<p>{OPENING}这是第{number}段，说的是桥上的行人与车辆怎样各走各的路。</p>" for number in range(1, 5))
LINKS = "".join(f'<li><a href="/{entry.path}">{escape(entry.title)}</a></li>' for entry in ENTRIES)
ASKED = Asked(Clean("https://news.example.com/"))


def read(html: str, asked: Asked = ASKED) -> list[Article]:
    return [reading.article for reading in judged_page.read(html.encode(), asked).readings]


def blog_front() -> str:
    """A blog whose posts stand with their openings, below its name, which leads to its first page."""
    posts = (
        f'<article><header class="post-header"><h2 class="post-title"><a href="/{entry.path}">{escape(entry.title)}</a></h2><div class="post-meta">发表于 <time datetime="{entry.day}">{entry.day}</time> | 分类于 <a href="/c/yw/">要闻</a></div></header>'
        f'<div class="post-body"><p>{OPENING}第{number}篇还说到别的事情，一时说不完。</p><a class="btn" href="/{entry.path}">阅读全文 »</a></div></article>'
        for number, entry in enumerate(ENTRIES)
    )
    return f'<html><head><title>江边札记</title></head><body><h1><a href="/">江边札记</a></h1>{"".join(posts)}</body></html>'


def results() -> str:
    """What a search finds: headings that are links, each with a passage of its article."""
    found = (
        f'<div class="box-result"><h2><a href="/{entry.path}">{escape(entry.title)}</a> <span>江城晚报 {entry.day} {entry.clock}</span></h2><p class="content">{OPENING}第{number}条结果里也有要找的词。</p></div>'
        for number, entry in enumerate(ENTRIES)
    )
    return f"<html><head><title>新闻搜索_江城在线</title></head><body><p>找到相关新闻一百七十六篇</p>{''.join(found)}</body></html>"


def notices() -> str:
    """A list of notices whose one sentence is the imprint."""
    return f"<html><head><title>江城市人民政府 - 通知公告</title></head><body><ul class=list>{LINKS}</ul>{IMPRINT}</body></html>"


def board() -> str:
    """The front of a board: posts, and behind them the groups with a sentence about each."""
    groups = "".join(
        f'<li><h4><a href="/group/{number}/">小组{number}</a></h4><p>江边散步的人都来这里说说话，已经有{number}人加入。</p></li>'
        for number in range(6)
    )
    return f"<html><head><title>最新热门小组</title></head><body><ul>{LINKS}</ul><h2>最新热门小组</h2><ul class=side>{groups}</ul></body></html>"


def portal() -> str:
    """An old portal of tables, where a few headlines stand with the offices that they come from."""
    rows = "".join(
        f'<tr><td>[城建局] <a href="/{entry.path}">{escape(entry.title)}</a> ({entry.day})，欢迎查阅。</td></tr>'
        for entry in ENTRIES
    )
    return f"<html><head><title>中国·江城</title></head><body><table>{rows}</table>{IMPRINT}</body></html>"


@pytest.mark.parametrize(
    "html",
    [blog_front(), results(), notices(), board(), portal()],
    ids=["a blog", "results", "notices", "a board", "a portal"],
)
def test_lists_with_running_text_are_lists(html: str) -> None:
    assert [(article.kind, article.title) for article in read(html)] == [("teaser", entry.title) for entry in ENTRIES]


@pytest.mark.parametrize(
    ("html", "title"),
    [
        pytest.param(
            f"<title>城南老桥今起恢复通行_江城在线</title><h1>城南老桥今起恢复通行</h1>{TEXT}<ul>{LINKS}</ul>",
            "城南老桥今起恢复通行",
            id="with nobody credited, above many others",
        ),
        pytest.param(
            f'<title>城南老桥今起恢复通行</title><h2><a href="/2026/0306/99.html">城南老桥今起恢复通行</a></h2>{TEXT}<ul>{LINKS}</ul>',
            "城南老桥今起恢复通行",
            id="under a title that leads to itself",
        ),
        pytest.param(
            f"<title>惊天一跃 | 江城晚报</title><ul>{LINKS}</ul><h1>惊天一跃</h1><p>{OPENING}这一年的比赛到这里结束了，明年再见。</p>",
            "惊天一跃 | 江城晚报",
            id="under a short title that the page gives itself with its name",
        ),
        pytest.param(
            f"<title>老桥新事（长篇连载）_江城在线</title><div>{TEXT.replace('<p>', '<br>')}{LINKS}</div>",
            "老桥新事（长篇连载）",
            id="in one box with them",
        ),
        pytest.param(
            f'<title>江边札记</title><h1><a href="/">江边札记</a></h1>{TEXT}<ul><li><a href="/2026/0305/1.html">沿河步道分段开放 市民可步行</a></ul>',
            "江边札记",
            id="beside few others",
        ),
    ],
)
def test_articles_among_headlines_are_articles(html: str, title: str) -> None:
    assert [(article.kind, article.title) for article in read(f"<html><body>{html}</body></html>")] == [("full", title)]


def test_openings_that_are_cut_off_are_a_list() -> None:
    cards = "".join(
        f'<div><h3><a href="/{entry.path}">{escape(entry.title)}</a></h3><p>{entry.opening}…</p><p>来源：江城晚报 {entry.day}</p></div>'
        for entry in ENTRIES
    )
    assert {article.kind for article in read(page(f"<h1>今日要闻集锦</h1>{cards}"))} == {"teaser"}


def test_a_notice_above_a_board_is_no_article() -> None:
    notice = "<h1>老桥两岸小组</h1><p>小组里说的都是桥上和两岸的事情，请不要在这里发广告。</p><p>买卖旧物请到旁边的旧货小组去，那里天天有人看。</p>"
    posts = "".join(
        f'<li><h3><a href="/post/59{number:04}/">{escape(entry.title)}</a></h3><div>{number + 5}分钟前</div></li>'
        for number, entry in enumerate(ENTRIES)
    )
    asked = ASKED._replace(base=datetime(2026, 3, 6, 9, tzinfo=timezone(timedelta(hours=8))))
    assert {article.kind for article in read(f"<html><body>{notice}<ul>{posts}</ul></body></html>", asked)} == {
        "teaser"
    }


def test_titles_over_pictures_are_a_list() -> None:
    slides = "".join(
        f'<div class="slide"><a href="/{entry.path}"><img></a><h3>{escape(entry.title)}</h3></div>'
        for entry in ENTRIES[:6]
    )
    html = f"<html><head><title>{ENTRIES[0].title}</title></head><body><p>来源：江城晚报 2026-03-05</p>{slides}<ul>{LINKS}</ul></body></html>"
    assert {article.kind for article in read(html)} == {"teaser"}


def test_an_article_with_sentences_that_trail_off_is_an_article() -> None:
    trailing = "".join(f"<p>{OPENING}桥下的水流过第{number}个桥墩……</p>" for number in range(5))
    html = f"<html><body><h1>城南老桥今起恢复通行</h1><p>2026-03-05 来源：江城晚报</p>{trailing}<ul>{LINKS}</ul></body></html>"
    assert [article.kind for article in read(html)] == ["full"]
