"""The lines over which no article of a web page reaches: offers of others, calls for comments, the foot of the page.

Each is told by the whole line, never by a word in it: 相关阅读 offers, 相关阅读材料由省图书馆提供 tells.
"""

import re

from zjreader.parse.page_lines import PageLine
from zjreader.text.fold import fold

_WHICH = """
相关 同类 其他 推荐 为您推荐 为你推荐 热门 热点 热搜 热议 最热 人气 即时 最新 精彩 精选 精华 更多 延伸 本站 本网 编辑
作者 网友 今日 每日 一周 本周 本月 24小时 48小时 点击 新闻 阅读 图片 图文 视频 视觉 文章 专题 频道 评论 全部 发表
我要 参与 友情 看 其他人 猜 猜你 猜您 你可能 您可能 大家 都 还 也
"""
_WHAT = """
阅读 点阅 新闻 推荐 推介 文章 资讯 链接 报道 内容 评论 跟帖 留言 排行 排行榜 榜 榜单 热榜 热文 热点 热门 焦点 要闻 导读
视频 影片 图片 图集 组图 专题 专栏 话题 搜索 标签 列表 精选 精彩 更多 在看 喜欢 想看 感兴趣
"""


def _any_of(words: str) -> str:
    return f"(?:{'|'.join(sorted(words.split(), key=len, reverse=True))})"


_LONGEST_OFFER = 24
_OFFER = re.compile(
    rf"[\W_]*(?:{_any_of(_WHICH)}(?:的|[ ·/])*)+?(?:{_any_of(_WHAT)}(?:的|[ /])*)+"
    r"[\W_]*(?:[0-9]+条?|more|更多|刷新|换一[批换组])?[\W_]*"
)
_CLOSES = re.compile(
    r"[\W_]*(?:[上下]一[篇条页] ?:|(?:文章|本文)?(?:标签|tags?|关键[词字]) ?(?::|$)|返回首页|我要反馈|分享(?:到|至|$)"
    r"|正文已结束|已有[0-9]+人|还没有评论|暂无评论|文明上网|(?:请先?)?登录后|(?:欢迎|我要|发表|网友|写)评论"
    r"|[点扫长].{0,3}(?:二维码|一扫)|(?:打开|下载).{0,10}(?:app|客户端))"
    "|.*(?:版权所有|copyright|all rights reserved|icp ?[备证]|公网安备|违法和不良信息)"
)
_LONGEST_CLOSE = 12
_DISCLAIMS = re.compile(
    r"\W*(?:(?:免责|版权|特别|郑重|法律)声明 ?:|声明:|凡本[网站报]|转载请(?:注明|联系)"
    "|以上(?:内容|文章|信息)(?:仅|不|来)"
    "|本(?:文|网站?|站)[^。]{0,12}(?:不代表|仅代表|仅供参考|来[源自](?:于|自)?(?:网络|互联网)))"
)
_ADVERTISES = re.compile(
    "点击(?:[上下]方|投票|报名|进入|下载|购买|领取|此处)|下载[^。]{0,8}(?:客户端|app)|火热(?:报名|进行)中"
    "|(?:扫描|扫一?扫|长按|识别)[^。]{0,8}二维码|关注[^。]{0,10}(?:公众号|官方微信|微信号|微博)"
)


def is_offer(line: PageLine) -> bool:
    """Whether a line stands above others' titles: 相关阅读, 作者最新文章, 热点新闻排行榜 更多>>."""
    return len(line.text) <= _LONGEST_OFFER and _OFFER.fullmatch(fold(line.text)) is not None


def closes(line: PageLine) -> bool:
    """Whether a site closes an article or its page with a line: 分享到, 标签：, a disclaimer, an imprint."""
    folded = fold(line.text)
    if _DISCLAIMS.match(folded):
        return True
    return (line.shape != "text" or len(line.text) <= _LONGEST_CLOSE) and _CLOSES.match(folded) is not None


def advertises(line: PageLine) -> bool:
    """Whether a line asks to click, to scan, to download or to follow."""
    return _ADVERTISES.search(fold(line.text)) is not None
