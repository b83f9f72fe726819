# ruff: noqa: E501 -- markup stands as it is sent
"""List pages of many shapes, all about the same invented news: what they say of it is the truth to be found.

Each shape is one that Chinese sites use, in its own words of markup; around each stand menus, pagination, login, apps,
advertisements, pictures and an imprint.
"""

from collections.abc import Callable, Sequence
from html import escape
from typing import NamedTuple

SITE = "https://news.example.com/"


class Entry(NamedTuple):
    """An article as a list offers it."""

    title: str
    path: str
    day: str = "2026-03-05"
    clock: str = "10:20"
    opening: str = ""
    publisher: str = ""


NEWS = """
城南老桥加固完工 今起恢复通行
沿河步道分段开放 市民可步行穿过三座公园
三项新政同日落地 小微企业最多可缓缴半年社保
老街修表铺守着一座城的时间
春运最后一周 铁路加开夜间列车四十二趟
旧厂房变身图书馆 首日迎来两千名读者
“一老一小”怎么管？社区食堂给出答案
地铁五号线北延段进入空载试运行阶段
记者探访高原气象站：六个人的冬天
国产大飞机完成高寒试飞
菜价为什么涨了？批发市场一线调查
暴雨蓝色预警：今夜到明天局地有大暴雨
考古队在盐湖边发现四千年前的聚落
中小学春季开学 校门口多了护学岗
港口吞吐量创新高 三条新航线同日开通
我市首条无人驾驶公交线开始载客试验
"""
TITLES = NEWS.strip().split("\n")
OPENING = "经过三个月的加固，城南老桥今起恢复通行。施工期间绕行的六条公交线路同时改回原线，两岸居民不必再绕路半个小时。"

ENTRIES = [
    Entry(title, f"2026/0305/{number:04}.html", opening=OPENING[: 40 + number], publisher="江城晚报")
    for number, title in enumerate(TITLES, 1)
]

CHANNELS = "首页 国内 国际 财经 体育 文化 视频 图片 公开课频道 地方新闻频道 两会专题 English"
MENU = "".join(f'<li><a href="/c{name}/">{text}</a></li>' for name, text in enumerate(CHANNELS.split()))
HEAD = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>要闻_江城在线</title></head><body>
<div class="top-bar"><a href="/login?from=5">登录</a><a href="/register">免费注册江城在线通行证账号</a>
<a href="https://app.example.com/download/20260101.html">下载江城在线客户端 随时随地看新闻</a></div>
<div id="mainNav"><ul>{MENU}</ul></div><div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/yw/">要闻</a></div>
"""
FOOT = """<div class="pages"><a class="on" href="index_1.html">1</a><a href="index_2.html">2</a><a href="index_2.html">下一页</a>
<a href="index_99.html">尾页</a></div><div class="ad-box"><a href="https://ad.example.net/c/20260305/991.html">春季家装节全屋定制低至五折起</a></div>
<div class="friendLinks"><a href="https://www.example.org/">江城市人民政府门户网站</a><a href="https://www.example.net/">江城广播电视台官方网站</a></div>
<footer><a href="/about/1001.html">关于我们</a><a href="/about/1002.html">违法和不良信息举报电话：010-12345678</a>
<a href="https://beian.example.cn/">江ICP备12345678号-1</a><a href="/licence/20200101.html">互联网新闻信息服务许可证12320200001</a></footer>
</body></html>"""


def page(body: str) -> str:
    return f"{HEAD}{body}{FOOT}"


def _items(entries: Sequence[Entry]) -> str:
    """A list with the date beside each title."""
    rows = (
        f'<li><a href="/{e.path}" target="_blank">{escape(e.title)}</a><span>{e.day[5:]}</span></li>' for e in entries
    )
    return page(f'<div class="main"><ul class="list">{"".join(rows)}</ul></div>')


def _rows(entries: Sequence[Entry]) -> str:
    """A table of number, title, publisher and time."""
    rows = (
        f'<tr><td>{number}</td><td><a href="{e.path}" title="{escape(e.title)}">{escape(e.title[:12])}...</a></td><td>{e.publisher}</td>'
        f"<td>{e.day} {e.clock}</td></tr>"
        for number, e in enumerate(entries, 1)
    )
    return page(f"<table><tr><th>序号</th><th>标题</th><th>来源</th><th>时间</th></tr>{''.join(rows)}</table>")


def _cards(entries: Sequence[Entry]) -> str:
    """Cards of a picture, a title, an opening, and a line of publisher and time."""
    rows = (
        f'<div class="news-item clearfix"><a class="pic" href="{SITE}{e.path}"><img src="a.jpg" alt="{escape(e.title)}"></a><div class="txt">'
        f'<h3><a href="{SITE}{e.path}">{escape(e.title)}</a></h3><p class="desc">{e.opening}…<a href="{SITE}{e.path}">[详细]</a></p>'
        f'<p class="meta"><span>来源：{e.publisher}</span> <span>{e.day} {e.clock}</span> <a href="/c/{e.path}#cmt">评论(12)</a></p></div></div>'
        for e in entries
    )
    return page(f'<div class="content">{"".join(rows)}</div>')


def _definitions(entries: Sequence[Entry]) -> str:
    """Terms and definitions: a title, and its opening below."""
    rows = (f'<dt><a href="./{e.path}">{escape(e.title)}</a></dt><dd>{e.opening}……</dd>' for e in entries)
    return page(f'<dl class="lb">{"".join(rows)}</dl>')


def _lines(entries: Sequence[Entry]) -> str:
    """Lines of an old page: a mark, the title, the date in brackets, and a break."""
    rows = (f'·<a href="{e.path}" class="14hei">{escape(e.title)}</a> ({e.day} {e.clock})<br>' for e in entries)
    return page(f"<table><tr><td><font size=3>{''.join(rows)}</font></td></tr></table>")


def _whole_cards(entries: Sequence[Entry]) -> str:
    """Cards that are links as a whole, as pages for telephones have them."""
    rows = (
        f'<a class="card-item" href="{SITE}{e.path}?from=timeline"><div class="left"><p class="tit">{escape(e.title)}</p><p class="intro">{e.opening}</p>'
        f'<div class="info"><em>{e.publisher}</em><time datetime="{e.day}T{e.clock}:00+08:00">3小时前</time></div></div></a>'
        for e in entries
    )
    return page(f'<section class="feed">{"".join(rows)}</section>')


def _ranked(entries: Sequence[Entry]) -> str:
    """A ranking whose numbers and dates stand in the links."""
    rows = (
        f'<li class="n{number}"><a href="/{e.path}"><i>{number}</i>{escape(e.title)}<span>{e.day[5:]}</span></a></li>'
        for number, e in enumerate(entries, 1)
    )
    return page(f"<aside><h4>热门排行</h4><ol>{''.join(rows)}</ol></aside>")


def _labelled(entries: Sequence[Entry]) -> str:
    """Rolling news: the channel in brackets before each title."""
    rows = (
        f'<li><span class="cat">[<a href="/shehui/">社会</a>]</span> <a href="//news.example.com/{e.path}">{escape(e.title)}</a><em>{e.clock}</em></li>'
        for e in entries
    )
    return page(f'<div class="cnt"><ul class="list_txt">{"".join(rows)}</ul></div>')


def _posts(entries: Sequence[Entry]) -> str:
    """Posts of a blog: the title in a header of its own, the date linked, the channel behind it, and a link to go on."""
    rows = (
        f'<article class="post"><header class="post-header"><h2 class="entry-title"><a href="/{e.path}">{escape(e.title)}</a></h2>'
        f'<div class="meta">发表于 <a href="/{e.path}"><time datetime="{e.day}T{e.clock}:00+08:00">{e.day}</time></a> | <a href="/c/cs/">城事随笔</a> <a href="/{e.path}#respond">在〈{escape(e.title)}〉中留言</a></div></header>'
        f'<div class="entry"><p>{e.opening} <a href="/{e.path}" class="more-link">继续阅读〈{escape(e.title)}〉</a></p></div></article>'
        for e in entries
    )
    return page(f"<main>{''.join(rows)}</main>")


def _records(entries: Sequence[Entry]) -> str:
    """Records that a script shows, as governments keep them."""
    rows = (
        f"<record><![CDATA[<li><a href='/{e.path}' title='{escape(e.title)}'>{escape(e.title)}</a><span>{e.day}</span></li>]]></record>"
        for e in entries
    )
    return page(
        f'<div id="1229"><script type="text/xml"><datastore><recordset>{"".join(rows)}</recordset></datastore></script></div>'
    )


def _results(entries: Sequence[Entry]) -> str:
    """What a search finds: passages with their date in front, and what others asked for."""
    rows = (
        f'<div class="search-item scale-1px-bottom"><h3><a href="{SITE}{e.path}">{escape(e.title)}</a></h3><div>{e.day.replace("-", "年", 1).replace("-", "月", 1)}日 - {e.opening}…</div></div>'
        for e in entries
    )
    asked = "".join(
        f'<li><a href="/s?q={escape(e.title)}&id=20260305">{escape(e.title)}</a></li>' for e in reversed(entries)
    )
    return page(f'<div class="hits">{"".join(rows)}</div><ul class="asked">{asked}</ul>')


def _channelled(entries: Sequence[Entry]) -> str:
    """The channel and the time above each title, set apart by a style sheet alone."""
    rows = (
        f'<li><div><a class="tag" href="/list/life">生活快讯</a><span>{e.day} {e.clock}</span><span>12</span></div><a href="/{e.path}"><h3>{escape(e.title)}</h3></a></li>'
        for e in entries
    )
    return page(f"<ul>{''.join(rows)}</ul>")


def _wrapped(entries: Sequence[Entry]) -> str:
    """Links as telephones show them: a wrap of title, publisher, time and comments."""
    rows = (
        f'<a class="js-item" href="/{e.path}?from=singlemessage"><div class="title-wrap"><div class="title">{escape(e.title)}</div><div class="bar"><span>{e.publisher}</span><span>{e.day} {e.clock}</span><span>7跟贴</span></div></div><img></a>'
        for e in entries
    )
    return page(f"<section>{''.join(rows)}</section>")


def _calendar(entries: Sequence[Entry]) -> str:
    """A leaf of a calendar before each title: the day above its month."""
    rows = (
        f'<li><div class="date"><b>{e.day[8:]}</b><i>{e.day[:7]}</i></div><a href="show.php?aid=77{e.path[-9:-5]}">{escape(e.title)}</a></li>'
        for e in entries
    )
    return page(f"<ul>{''.join(rows)}</ul>")


def _minguo(entries: Sequence[Entry]) -> str:
    """Notices in Taiwan: years counted from 1912."""
    rows = (
        f'<a class="news_list" href="news/{77000 + number}"><div>{int(e.day[:4]) - 1911}.{e.day[5:7]}.{e.day[8:]}</div><div class="title">{escape(e.title)}</div></a>'
        for number, e in enumerate(entries)
    )
    return page(f"<div>{''.join(rows)}</div>")


SHAPES: dict[str, Callable[[Sequence[Entry]], str]] = {
    "a list with dates": _items,
    "a table": _rows,
    "cards": _cards,
    "definitions": _definitions,
    "lines of an old page": _lines,
    "cards that are links": _whole_cards,
    "a ranking": _ranked,
    "labelled rolling news": _labelled,
    "posts of a blog": _posts,
    "records in a script": _records,
    "results of a search": _results,
    "channels beside times": _channelled,
    "wraps of titles": _wrapped,
    "leaves of a calendar": _calendar,
    "dates of Taiwan": _minguo,
}
DATED = set(SHAPES)
TIMED = {
    "a table",
    "cards",
    "lines of an old page",
    "cards that are links",
    "labelled rolling news",
    "posts of a blog",
    "channels beside times",
    "wraps of titles",
}
OPENED = {"cards", "definitions", "cards that are links", "posts of a blog", "results of a search"}
ADDRESSED = {"leaves of a calendar": "show.php?aid=77", "dates of Taiwan": "news/77"}
"""Shapes whose addresses tell no day, and how they begin."""


def front_page(blocks: int = 20, each: int = 15) -> tuple[str, list[Entry]]:
    """A front page: blocks of headlines below the names of their channels, each with a picture and a short headline."""
    entries: list[Entry] = []
    shown = []
    for block in range(blocks):
        news = [
            Entry(f"{TITLES[(block + n) % len(TITLES)][:14]}第{block}次报道之{n}", f"2026/0305/{block:02}{n:03}.html")
            for n in range(each)
        ]
        news[-1] = news[-1]._replace(title=f"今日看点之{block}")
        entries += news
        links = "".join(
            f'<li class="i{n % 2}"><a href="/{e.path}">{escape(e.title)}</a></li>' for n, e in enumerate(news)
        )
        shown.append(
            f'<div class="mod mod{block}"><div class="hd"><h2><a href="/c{block}/">频道第{block}</a></h2><a class="more" href="/c{block}/index.html">更多&gt;&gt;</a></div>'
            f'<div class="focus"><a href="/{news[0].path}"><img src="{block}.jpg"></a></div><ul>{links}</ul></div>'
        )
    return page("".join(shown)), entries
