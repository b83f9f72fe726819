"""Feeds of a few invented entries, as tests of their parsing hand them in."""

import json
from typing import Any

TITLE = "城南老桥加固完工 今起恢复通行"
OPENING = "经过三个月的加固，城南老桥今起恢复通行。"
TEXT = (
    "<p>经过三个月的加固，城南老桥今起恢复通行。施工期间绕行的六条公交线路同时改回原线，桥头两座临时站台随之撤除。</p>"
    "<p>市政部门说，这座桥建成于一九五八年，此次更换了全部支座，加宽了两侧人行道，并装上了监测桥面沉降的仪器。</p>"
    "<p>附近居民张先生每天要走两个来回，他说：“以前骑车过桥总要下来推，今天一口气就过来了。”</p>"
    "<p>按照计划，下游的另一座老桥将在明年春天动工，届时仍会分两半施工，保证行人和自行车不断行。</p>"
)
LINK = "https://news.example.com/city/bridge.html"
ADDRESS = "https://news.example.com/feed.xml"
HOME = "https://news.example.com/"


def element(name: str, text: str, **attributes: str) -> str:
    """An element; what is in it is escaped, as most feeds escape HTML."""
    said = "".join(f' {key}="{value}"' for key, value in attributes.items())
    text = text.replace("&", "&amp;").replace("<", "&lt;")
    return f"<{name}{said}>{text}</{name}>"


def item(title: str = TITLE, *more: str, link: str = LINK) -> str:
    return f"<item>{element('title', title)}{element('link', link)}{''.join(more)}</item>"


def rss(*items: str, title: str = "城建新闻", encoding: str = "utf-8", more: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="{encoding}"?>\n<rss version="2.0"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        ' xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/">\n'
        f"<channel>{element('title', title)}{element('link', HOME)}{more}\n" + "\n".join(items) + "\n</channel></rss>\n"
    )


def atom(*entries: str, more: str = "") -> str:
    return (
        f'<feed xmlns="http://www.w3.org/2005/Atom"><title>城建新闻</title><link href="{HOME}"/>'
        f'<link rel="self" href="{ADDRESS}"/>{more}{"".join(f"<entry>{entry}</entry>" for entry in entries)}</feed>'
    )


def json_feed(*items: Any, **more: Any) -> str:
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "城建新闻", **more, "items": items}
    return json.dumps(feed, ensure_ascii=False)
