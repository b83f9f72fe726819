"""A page's visible text -> its lines, each with the shape that it shows: title-like, running text, credits, note.

Shapes are told by what stands in a line, never by blank lines around it: copies differ in those. What belongs to the
site and to no article (menus, page numbers, counters, imprint) is furniture and passed over here.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Literal, NamedTuple

from zjreader.text.clean import Clean
from zjreader.text.credits import Credits, is_prose, read_credits
from zjreader.text.fold import fold

Shape = Literal["short", "text", "note", "caption", "credits", "crumbs", "furniture"]

LONGEST_SHORT = 60
"""Characters of the longest title or heading; of 31,000 headlines of the test data none is longer."""

_FEW_COMMAS = 2
LONGEST_LINE = 160
"""Characters of the longest line that can be anything but running text or a note."""

_LONGEST_NOTE_MARK = 16
_BUTTON_WORDS = """
返回 返回顶部 返回首页 返回列表 返回上页 返回上一页 返回目录 回顶部 回到顶部 去顶部 顶部 置顶 top 更多 更多内容
更多新闻 更多资讯 查看更多 点击查看更多 加载更多 点击加载更多 阅读更多 浏览更多 正在加载 没有更多 没有更多了 到底了
已经到底了 首页 尾页 末页 上一页 下一页 上一篇 下一篇 上一条 下一条 登录 注册 登录/注册 手机版 电脑版 客户端
客户端下载 下载客户端 网站地图 联系我们 关于我们 广告服务 加入收藏 设为首页 搜索 导航 菜单 打印 打印本页 关闭
关闭窗口 收藏 举报 点赞 评论 关注 订阅 复制链接 扫一扫 微信 微博 新浪微博 朋友圈 qq空间 qq好友 微信好友 qq 易信 分享
分享到 分享至 广告 正文 相关阅读 相关新闻 相关推荐 相关文章 相关链接 相关内容 热门阅读 热门新闻 热门推荐 热门文章
推荐阅读 推荐新闻 延伸阅读 精彩推荐 最新文章 最新新闻 猜你喜欢 大家都在看 热点排行 排行榜 阅读排行 点击排行 阅读全文
查看全文 展开全文 查看详情 详情 详细 全文 电梯直达 楼主 沙发 板凳 只看该作者 只看楼主 倒序浏览 正序浏览 阅读模式
"""
_BUTTON = "|".join(sorted(_BUTTON_WORDS.split(), key=len, reverse=True))
# Atomic groups: a line that is almost furniture is given up at once, not tried in every partition.
_BUTTONS = re.compile(rf"(?>{_BUTTON}|[ :>»›<«‹|·,、\[\]()【】+])++")
_PAGES = re.compile(
    r"(?>共 ?[0-9]++ ?[页条篇]|第 ?[0-9]++ ?页|[上下]一页|[首尾末]页|跳转至?|[0-9]++ ?页?|[./…<>«»‹›|\[\] ])++"
)
_COUNTED = "阅读|浏览|点击|评论|点赞|转发|收藏|分享|跟贴|人气|热度|播放|赞"
_AMOUNT = r"[0-9][0-9.,]*+[万亿kw]?+\+?+"
_COUNTS = re.compile(
    r"\+[0-9]{1,4}"
    rf"|(?>(?:{_COUNTED})(?:量|次?数)?+ ?:? ?\(?{_AMOUNT}\)?+次?+[ |·,/]*+"
    rf"|{_AMOUNT}[次人条]?+(?:{_COUNTED})[ |·,/]*+)++"
)
_IMPRINT = re.compile(
    "版权所有|copyright|©|all rights reserved|icp备|icp证|公网安备|许可证号|互联网新闻信息服务|违法和不良信息"
    "|备案号|转载[^。]{0,6}请[^。]{0,3}(?:注明|标明|保留|联系)"
    "|未经[^。]{0,16}(?:授权|许可|同意)[^。]{0,6}(?:不得|禁止|请勿|严禁|谢绝)[^。]{0,12}(?:转载|转发|摘编|复制|使用|镜像)"
)
_HOST = re.compile("举报(?:电话|邮箱)|未经授权|(?:主办|承办|技术支持)(?:单位)?:")
"""What stands in imprints, and in sentences that tell of these."""

_SHARE = re.compile("分享[到至] ?(?::| |$)")
_MENU_SIGNS = re.compile("[ |·/丨]+")
_MENU_WORD = re.compile(r"[\u4e00-\u9fffa-z0-9]{1,5}")
_FEWEST_MENU_WORDS = 4
_CRUMBS = re.compile(
    r"(?:(?:您)?(?:当前|现在|所在)?(?:的)?位置(?:是)?: ?)?(?P<path>[^>›»]{1,20}(?: ?[>›»] ?[^>›»]{1,60}){1,5})"
)
_NO_CRUMB = re.compile(r".{0,6}(?:首页|主页|网)|列表|文章|详情|内容|新闻中心|当前位置|正文.{0,8}|\W*")
_NOTE = re.compile(
    r"[(\[【]?(?:备?注(?:释)?[:：]|说明:|编者按|编者注|原标题|原题|声明:|免责声明|版权声明|本文(?:系|为|仅|转自|由)|凡本[网站报]|作者[系为]|延伸阅读:|参考(?:资料|文献)|更正:)"
)
_CAPTION = re.compile(
    "[▲△]|[(【]?(?:摄影|图片?|题图|配图|制图|供图)(?:来源)? ?[:/|]|(?:上|下|左|右|资料)?图(?:为|[0-9一二三]?:|片说明)"
)
_OF_A_PICTURE = "摄|翻摄|截图|资料(?:图片?|照片?|画面)|档案(?:图片?|照片?)|网[上络]?图片|示意图"
_WHOSE_PICTURE = re.compile(
    rf"[^。(](?:摄|供图|制图)[)。]?$|\([^()。]{{0,24}}(?:{_OF_A_PICTURE})(?:[ /自来][^()。]{{0,24}})?\)$"
    r"|(?:^|[\s。!?」”(])(?:图|照片)(?:/|取自|截自|源自)[^。,]{1,24}\)?$|记者[^\s。,/]{2,4}/翻?摄影?$"
    "|[。 ](?:[^\\s。,]{0,6}资料图片?|网图)$"
)
_WHOSE_PICTURE_ENDS = 40
"""Characters from the end of a caption within which it says so."""

_HANZI = re.compile("[\u3400-\u9fff]")
_FEWEST_OF_WIDE, _LONGEST_WORD = 10, 3
"""Hanzi of a line that shows whether its words stand apart, and those of a word at most, on the mean, where they do."""

_CLAUSE_ENDS = "。;…,、:"


class PageLine(NamedTuple):
    """One line of the page, without blanks at its ends; `credits` where it is that and nothing else."""

    text: Clean
    shape: Shape
    credits: Credits | None = None


def page_lines(text: Clean, base: datetime | None) -> Iterator[PageLine]:
    """The lines that say something, in the page's order; `base` is what dates in credits are measured against."""
    for raw in text.split("\n"):
        line = Clean(raw.strip())
        if line and (shaped_line := shaped(line, base)).shape != "furniture":
            yield shaped_line


def segmented(lines: Sequence[PageLine]) -> bool:
    """Whether blanks stand between the words of most lines, as in corpora: no shape of a page can be seen in them."""
    wide = [(line.text, hanzi) for line in lines if (hanzi := len(_HANZI.findall(line.text))) >= _FEWEST_OF_WIDE]
    return 2 * sum(_LONGEST_WORD * len(text.split()) >= hanzi for text, hanzi in wide) > len(wide)


def shaped(line: Clean, base: datetime | None) -> PageLine:
    """A line that has no blanks at its ends, with its shape."""
    if len(line) > LONGEST_LINE:
        return PageLine(line, "note" if _NOTE.match(fold(line[:_LONGEST_NOTE_MARK])) else "text")
    return _shaped(line, None if is_prose(line) else base)


@lru_cache(maxsize=1024)
def _shaped(line: Clean, base: datetime | None) -> PageLine:
    """Kept for whoever reads a text of which another asked what it looks like."""
    folded = fold(line)
    if _is_furniture(folded):
        return PageLine(line, "furniture")
    if credit := read_credits(line, base):
        return PageLine(line, "credits", credit)
    return PageLine(line, _shape(line, folded))


def _shape(line: Clean, folded: str) -> Shape:
    if _is_menu(folded):
        return "furniture"
    if _NOTE.match(folded):
        return "note"
    if len(line) <= LONGEST_SHORT * 2 and _is_caption(folded):
        return "caption"
    if _CRUMBS.fullmatch(folded) and crumb(line):
        return "crumbs"
    return "short" if _is_short(folded) else "text"


def _is_caption(folded: str) -> bool:
    """Whether a folded line begins as captions do, or ends with whose picture it is."""
    return (_CAPTION.match(folded) or _WHOSE_PICTURE.search(folded[-_WHOSE_PICTURE_ENDS:])) is not None


def _is_furniture(folded: str) -> bool:
    """Whether a folded line is the site's: a button, page numbers, counts, the imprint."""
    if any(form.fullmatch(folded) for form in (_BUTTONS, _PAGES, _COUNTS)) or _IMPRINT.search(folded):
        return True
    if "。" not in folded and _HOST.search(folded):
        return True
    return _SHARE.match(folded) is not None


def _is_menu(folded: str) -> bool:
    """Whether a folded line is a row of short words; writers with their roles stand in such rows as well."""
    words = _MENU_SIGNS.split(folded.strip(" |·/丨"))
    return len(words) >= _FEWEST_MENU_WORDS and all(_MENU_WORD.fullmatch(word) for word in words)


def crumb(line: str) -> Clean | None:
    """The section that a line like 首页 > 财经 > 正文 leads to."""
    found = _CRUMBS.fullmatch(fold(line)) if len(line) <= LONGEST_LINE else None
    if not found:
        return None
    steps = [step.strip() for step in re.split("[>›»＞]", line[slice(*found.span("path"))])]
    return next((Clean(step) for step in reversed(steps) if not _NO_CRUMB.fullmatch(step)), None)


def _is_short(folded: str) -> bool:
    """Whether a line is like a title or a heading: few clauses, no end of a sentence that tells."""
    if len(folded) > LONGEST_SHORT or folded[-1] in _CLAUSE_ENDS or folded.endswith("..."):
        return False
    return "。" not in folded and folded.count(",") <= _FEW_COMMAS
