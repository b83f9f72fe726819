"""What part a line of an article's box plays, told by its own form: title, text, caption, credits, button, end.

Where the text then begins and ends hangs on all of them together (`page_body`).
"""

import re

from zjreader.parse.markup import Line
from zjreader.parse.page_boxes import is_notice, weight
from zjreader.parse.page_credits import is_credit
from zjreader.parse.page_ends import is_offer
from zjreader.parse.page_lines import PageLine, shaped
from zjreader.text.clean import Clean
from zjreader.text.fold import fold

_LONGEST_SIGN, _LONGEST_FORMER = 60, 80
_FORMER_TITLE = re.compile("原标?题:")
_LEAST_TITLE = 6
_END = re.compile(
    "(?:相关|延伸|推荐|更多|热门|热点|精彩|往期|猜你|大家都在看|为您推荐|编辑推荐|今日推荐|看看|上一[篇页条]|下一[篇页条]|前一[篇页]"
    "|后一[篇页])(?:[^,。]{0,12}(?:阅读|新闻|链接|报道|文章|推荐|专题|资讯|内容|精彩|喜欢|回顾|视频|排行|话题|图集|导读|日志|博文|帖子)|[:>]|$)"
    "|(?:网友|发表|我要|我来|最新|全部|热门|写)?(?:评论|跟贴|留言)(?:$|[^,。]{0,8}$)|阅读排行|点击排行|新闻排行"
    "|(?:媒体|相关|全部)报道$|接下来播放|同场加映|会员(?:登[入录]|专区)"
    "|(?:点击|继续|往下)?(?:阅读|看|浏览)下一[则篇条]|(?:版权|免责)(?:声明|所有|提示|说明)|(?:特别|郑重|重要)声明|声明:|凡本[网站]|免责|点击进入专题|进入专题"
)
_DISCLAIMER = re.compile(
    "(?:版权|免责|特别|郑重|平台)声明:?|以上内容.{0,24}上传|(?:本文|原文|文章)(?:标题|链接|连结|地址|网址|出处) ?:"
    "|(?:责任)?编辑:$|责编:$|凡本[网站]|本文(?:仅代表作者|不代表)"
)
_BUTTONS = (
    "分享|打印|关闭|收藏|举报|纠错|返回|点赞|展开|评论|广告|复制|转发|来源|原文链接|编辑|作者|阅读原文|查看原文"
    "|自动播放|视频加载中[.…]*"
)
_SIGN = re.compile(
    rf"(?:我要|点击)?(?:{_BUTTONS})(?:到|至|本页|本文|窗口|全文|列表|首页|顶部|链接)?(?=$|[ :>|·\])】])(?!:.*[^ ])"
    r"|(?:分享|转播)[到至].{1,10}$|\+[0-9]{1,2}$|图集(?:已浏览完毕)?$|重新浏览$|返回.{0,6}(?:更多|首页|列表|顶部|目录|搜.)$|(?:[往向]下|点击|继续)?(?:看|阅读|浏览)更多(?:文章|新闻|内容)$|扫[一描]扫|(?:微信)?扫.{0,12}二维码|扫码|长按.{0,8}(?:识别|二维码|图片|关注)|识别.{0,6}二维码"
    r"|点击(?:上方|下方|蓝字|图片|关注|此处|这里)|(?:欢迎)?关注.{0,20}(?:公众号|微信|微博|我们)|(?:加入|追踪).{0,16}(?:好友|粉[丝专]|频道)|微信公众号|标签:|关键词:|tags?:|已?关注$"
    r"|来自 ?-|ip ?属地|(?:发[布表]|编辑)于 ?:? ?[\u4e00-\u9fff]{2,4}$"
    r"|.{0,30}下载.{0,8}(?:app|客户端)[!！]?$|[-=*_·.—\s]+$|\W+$"
)
"""What is there to be clicked on; a sentence that begins with such a word is of the text (返回舱成功着陆。)."""

_LONGEST_LEAD = 16
"""Characters of a line that announces links: 相关阅读, 此前报道：, 另请参阅:."""

_AS_WRITTEN = frozenset({"tr", "pre"})
"""Boxes of records and of programs, of whose lines none is a button."""

_SEE = re.compile("(?:另请)?参[看阅见]|另见|see also")
SENTENCE, _TEXT = 20, 40
"""Weight of a sentence, and of another line, with which a text surely begins."""


_LEAST_TOLD = 10
_LONGEST_SIGNER = 40
_SIGNED_DAY = re.compile("[12一二][0-9〇○零一二三四五六七八九]{3} ?年 ?.{1,2} ?月 ?.{1,3} ?日 ?(?:星期.)?")

_TOPIC = re.compile(r"[\[【〔][^\[\]【】〔〕]{2,10}[\]】〕]")
"""What a report is filed under: [城南重建]."""

_AGO = re.compile(
    "(?:发[布表]于?|更新于?)?:? ?[0-9]{1,2} ?(?:秒钟?|分钟?|个?小时|天|周|个月)(?:之|以)?前(?:更新|发布)?"
)
"""How long ago a page says that it was written: above a text a day that nothing measures is still no text."""

_DESK = re.compile(r"\W?[\u3400-\u9fff]{2,6}(?:中心|新闻|组|部) ?/ ?(?:综合|整理|即时|外电|现场)*报[导道]\W?")
"""A byline that names no person: 社會中心／綜合報導."""

_LABEL = re.compile("[\u3400-\u9fff]{2,6}[，：:]")
"""What readers to whom a page is read aloud are told of a caption: 图像加注文字，."""


def is_caption(line: Line, shape: PageLine) -> bool:
    """Whether a line tells of a picture; it may stand above the byline."""
    return "caption" in {line.kind, shape.shape} and not line.is_linked and _LABEL.fullmatch(line.text) is None


def opens(line: Line, shape: PageLine) -> bool:
    """Whether a text surely begins with the line."""
    running = shape.shape == "text" and weight(line) >= (SENTENCE if "。" in line.text else _TEXT)
    return running or line.box.tag == "tr"


def is_title(folded: str, title: str) -> bool:
    """Whether a folded line is the folded title, a part of it that tells, or not much more."""
    return len(folded) >= _LEAST_TITLE and (folded in title or (title in folded and len(folded) < len(title) * 2))


def leads_away(line: Line) -> bool:
    """Whether a line is a link; a sentence about what it links to is text."""
    told = len(line.text) - line.linked >= _LEAST_TOLD and line.text.endswith("。")
    return line.is_linked and not told


def is_dated_by(line: Line, above: Line, shape: PageLine) -> bool:
    """Whether a line is the day under the name of the office that signs a notice."""
    signed = not above.is_linked and len(above.text) <= _LONGEST_SIGNER and shape.shape == "short"
    return signed and _SIGNED_DAY.fullmatch(fold(line.text)) is not None and not is_credit(above)


def ends(line: Line, shape: PageLine) -> bool:
    """Whether a line is what ends a text, if little text follows: its editor's name, a disclaimer, an offer."""
    if (shape.credits and shape.credits.editor) or _DISCLAIMER.match(_unmarked(line)):
        return True
    return offers_more(line)


def is_about(line: Line, shape: PageLine) -> bool:
    """Whether a line at an end of the text tells of it, or of the page, and is no part of it."""
    if shape.shape == "credits" or is_credit(line) or _is_furniture(line, shape) or is_notice(line):
        return True
    if _is_of_credits(line) or _AGO.fullmatch(fold(line.text)) or _DESK.fullmatch(fold(line.text)):
        return True
    if _TOPIC.fullmatch(line.text):
        return True
    return len(line.text) <= _LONGEST_FORMER and _FORMER_TITLE.match(_unmarked(line)) is not None


def _is_of_credits(line: Line) -> bool:
    """Whether each element of a line is a credit or a button: what a forum shows of a post above it."""
    return len(line.pieces) > 1 and all(_is_tool(each) or shaped(each, None).shape == "credits" for each in line.pieces)


def is_text(line: Line, shape: PageLine) -> bool:
    """Whether a line inside the text is of it; whose picture it is, and who speaks, has the form of credits there."""
    if leads_away(line) or (is_offer(shape) and line.box.tag != "tr") or _is_furniture(line, shape):
        return False
    return not (line.kind == "caption" and _LABEL.fullmatch(line.text))


def _is_furniture(line: Line, shape: PageLine) -> bool:
    if line.box.tag in _AS_WRITTEN:
        return False
    tools = len(line.pieces) > 1 and all(map(_is_tool, line.pieces))
    return tools or shape.shape == "furniture" or (_is_short(line) and _SIGN.match(_unmarked(line)) is not None)


def _is_tool(piece: Clean) -> bool:
    """Whether an element of a line is there to be clicked on, or counts those who did."""
    return shaped(piece, None).shape == "furniture" or _SIGN.match(fold(piece)) is not None


def _is_short(line: Line) -> bool:
    """Whether a line is short enough, and no sentence."""
    return len(line.text) <= _LONGEST_SIGN and not line.text.rstrip("”’」』)）").endswith("。")


def _unmarked(line: Line) -> str:
    """The folded line without the brackets and marks that it begins with."""
    return fold(line.text).lstrip("[【(■●▼▲◆☆★·>| ") or line.text


def announces(line: Line, next_line: Line) -> bool:
    """Whether a line says no more than that links follow."""
    short = len(line.text) <= _LONGEST_LEAD and not line.is_linked
    announced = line.text.endswith((":", "：")) or _END.match(_unmarked(line)) or _SEE.fullmatch(fold(line.text))
    return short and next_line.is_linked and bool(announced)


def offers_more(line: Line) -> bool:
    """Whether a line is short and names what a site offers behind a text, or who owns it."""
    return _is_short(line) and _END.match(_unmarked(line)) is not None
