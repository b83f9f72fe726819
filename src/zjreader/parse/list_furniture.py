"""What on a list page is no headline: places of menus and imprints, words of buttons and licences, addresses of sites.

Told by names in the markup (`nav`, `class="footer"`), by what a link says and by where it leads, never by a site's own
names. A place so called that holds much of what the page offers is no such place: pages are called `links`, too.
"""

import re
from itertools import pairwise
from typing import Final
from urllib.parse import urlsplit

from zjreader.parse.markup import Element
from zjreader.parse.page_lines import shaped
from zjreader.text.clean import Clean

_PLACES: Final = frozenset({"nav", "footer", "menu", "button", "dialog"})
_ROLES: Final = frozenset({"navigation", "contentinfo", "search", "menu", "menubar", "dialog"})
_NAMES_OF_PLACES = """
nav navbar navi navigation menu submenu header topbar toolbar footer foot copyright crumb crumbs breadcrumb breadcrumbs
login register search pager pagination paging page pages friendlink friendlinks friend links flink link partner share
qrcode download sitemap bottom ad ads adv advert gg guanggao sponsor promotion lang daohang yqlj banquan dibu
"""
_NAMES: Final = frozenset(_NAMES_OF_PLACES.split())
_NAME: Final = re.compile("[A-Z]?[a-z]+|[A-Z]+")
_WORDS: Final = re.compile(
    "许可证.{0,8}[0-9]|(?:服务|经营|节目|出版|制作|传播)许可证$|备案[号:：]|备[0-9]+号|网安备|不良信息.{0,4}举报"
    "|举报(?:中心|专区|入口|平台)$|举报.{0,8}[0-9-]{5}|版权(?:所有|声明)|免责(?:声明|条款)|(?:用户|服务|隐私)(?:协议|政策|条款)"
    "|^(?:关于|联系|加入)(?:我们|本站|本网)|(?:广告|商务|内容)合作$|^广告服务|^人才招聘$|^手机(?:看|浏览|版)|设为首页|加入收藏"
    "|友情链接|网站(?:地图|导航|声明|首页)|^(?:下载|打开|扫码|安装).{0,10}(?:app|客户端|软件|浏览器)"
    "|(?:app|客户端|软件|浏览器)下载|^(?:免费|立即|快速|用户|会员)*(?:登录|登陆|注册)(?:/.*)?$"
    "|^(?:免费|立即|快速|用户|会员)+(?:登录|登陆|注册)|(?:登录|登陆|注册)[^，。！？,]{0,10}(?:账号|账户|帐号|通行证|会员|邮箱)"
    "|^(?:更多|查看|进入|返回|点击).{0,6}$|更多[>»›]*$|[>»›]{2}$|(?:热线|邮箱|电话)[:：] ?[0-9a-z]"
    "|^(?:first|next|prev|login|sign in|more)(?![a-z])|copyright|©",
    re.IGNORECASE,
)
_ARTICLE: Final = re.compile(
    r"[0-9]{5}|[0-9]{2,4}[-/_]?[0-9]{2}[-/_]?[0-9]{2}|[0-9][^/]*\.[sdx]?html?|(?=[a-z]*[0-9])[a-z0-9_-]{8,}"
    r"|/(?:article|detail|content|news|story|post|archives?|p|a|n)s?[/_-][^/]*[0-9]|[?&]\w*id=\w*[0-9]",
    re.IGNORECASE,
)


def is_furniture(element: Element) -> bool:
    """Whether an element itself is called or marked as what surrounds the content of a page."""
    if element.tag in _PLACES or (element.get("role") or "").lower() in _ROLES:
        return True
    words = [word.lower() for word in _NAME.findall(f"{element.get('class') or ''} {element.get('id') or ''}")]
    return not _NAMES.isdisjoint([*words, *map("".join, pairwise(words))])


def is_words_of_a_site(text: Clean) -> bool:
    """Whether a link says what links of sites about themselves say."""
    return not text or _WORDS.search(text) is not None or shaped(text, None).shape in {"furniture", "crumbs"}


def leads_to_an_article(url: Clean) -> bool:
    """Whether an address has the form of one among very many: a date, a number, a long key."""
    parts = urlsplit(url)
    return _ARTICLE.search(f"{parts.path}?{parts.query}") is not None


def leads_to_a_site(url: Clean) -> bool:
    """Whether an address is that of a site, or the first page of one."""
    parts = urlsplit(url)
    return not parts.query and re.fullmatch(r"/?(?:index|default|home|main)?(?:\.\w{2,5})?/?", parts.path) is not None
