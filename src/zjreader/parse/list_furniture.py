"""What on a list page is no headline: places of menus and imprints, words of buttons and licences.

Told by names in the markup (`nav`, `class="footer"`) and by what a link says, never by a site's own names.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from zjreader.parse.markup import Element
from zjreader.parse.page_lines import shaped
from zjreader.text.clean import Clean
from zjreader.text.fold import fold

_PLACES: Final = frozenset({"nav", "footer", "menu", "button", "dialog"})
_ROLES: Final = frozenset({"navigation", "contentinfo", "search", "menu", "menubar", "dialog"})
_NAMES_OF_PLACES = """
nav navbar navi navigation menu submenu topbar toolbar footer foot copyright crumb crumbs breadcrumb breadcrumbs
login register search pager pagination paging page pages friendlink friendlinks friend flink partner share
qrcode download sitemap lang daohang yqlj banquan dibu
"""
_NAMES: Final = frozenset(_NAMES_OF_PLACES.split())
_FIRST_NAMES: Final = frozenset({"header", "bottom", "link", "links"})
"""Names of such places where a class begins with them: `post-header` is an article's, `border-bottom` a line."""

_ADVERTISEMENTS: Final = frozenset({"ad", "ads", "adv", "advert", "gg", "guanggao", "sponsor", "promotion"})
_BESIDE_ADVERTISEMENTS: Final = frozenset({"after", "before", "no", "non", "without"})
"""What begins the names of boxes next to advertisements, and of those without any."""


_NAME: Final = re.compile("[A-Z]?[a-z]+|[A-Z]+")
_WORDS: Final = re.compile(
    "许可证.{0,8}[0-9]|信息服务(?:资格证书|复核同意书)|(?:服务|经营|节目|出版|制作|传播)许可证$|备案[号:：]|备[0-9]+号|网安备|不良信息.{0,4}举报"
    "|举报(?:中心|专区|入口|平台)$|举报.{0,8}[0-9-]{5}|版权(?:所有|声明)|(?:欢迎|如实)举报$|免责(?:声明|条款)|(?:用户|服务|隐私)(?:协议|政策|条款)"
    "|^(?:关于|联系|加入)(?:我们|本站|本网)|(?:广告|商务|内容)合作$|^广告服务|^人才招聘$|^手机(?:看|浏览|版)|设为首页|加入收藏"
    "|友情链接|网站(?:地图|导航|声明|首页)|^(?:下载|打开|扫码|安装).{0,10}(?:app|客户端|软件|浏览器)"
    "|(?:app|客户端|软件|浏览器)下载|浏览器版本|^(?:免费|立即|快速|用户|会员)*(?:登录|登陆|注册)(?:/.*)?$"
    "|^(?:免费|立即|快速|用户|会员)+(?:登录|登陆|注册)|(?:登录|登陆|注册)[^，。！？,]{0,10}(?:账号|账户|帐号|通行证|会员|邮箱)"
    "|^(?:更多|查看|进入|返回|点击).{0,6}$|更多[>»›]*$|[>»›]{2}$|(?:热线|邮箱|电话)[:：] ?[0-9a-z]"
    "|^(?:first|next|prev|login|sign in|more)(?![a-z])|copyright|©",
    re.IGNORECASE,
)


def is_furniture(element: Element) -> bool:
    """Whether an element itself is called or marked as what surrounds the content of a page."""
    if element.tag in _PLACES or (element.get("role") or "").lower() in _ROLES:
        return True
    return any(
        not (_NAMES.isdisjoint([*words, *map("".join, pairwise(words))]) and _FIRST_NAMES.isdisjoint(words[:1]))
        for words in _names(element)
    )


def is_advertising(element: Element) -> bool:
    """Whether an element itself is called what others pay for."""
    return any(
        not _ADVERTISEMENTS.isdisjoint(words) and _BESIDE_ADVERTISEMENTS.isdisjoint(words) for words in _names(element)
    )


def _names(element: Element) -> Iterator[list[str]]:
    """The words of each class of an element and of its id: `friendLinks` is two."""
    for name in f"{element.get('class') or ''} {element.get('id') or ''}".split():
        yield [word.lower() for word in _NAME.findall(name)]


def is_words_of_a_site(text: Clean) -> bool:
    """Whether a link says what links of sites about themselves say."""
    return not text or _WORDS.search(fold(text)) is not None or shaped(text, None).shape in {"furniture", "crumbs"}
