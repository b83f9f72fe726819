"""The lines of a page's article -> those of its text, those above and behind it, and what stands between them.

Above the text are title and byline, behind it the editor's name, what else there is to read and who owns it; a line is
taken for such only where it has that form, and what ends a text ends it only where little text follows.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from zjreader.parse.markup import Element, Line
from zjreader.parse.page_boxes import around, is_beside, is_summary, opens_comments, weight
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
    "|(?:媒体|相关|全部)报道$|接下来播放|(?:版权|免责)(?:声明|所有|提示|说明)|(?:特别|郑重|重要)声明|声明:|凡本[网站]|免责|点击进入专题|进入专题"
)
_DISCLAIMER = re.compile(
    "(?:版权|免责|特别|郑重|平台)声明:?|以上内容.{0,24}上传|(?:本文|原文|文章)(?:标题|链接|地址|网址|出处):|(?:责任)?编辑:$|责编:$|凡本[网站]|本文(?:仅代表作者|不代表)"
)
_BUTTONS = (
    "分享|打印|关闭|收藏|举报|纠错|返回|点赞|展开|评论|广告|复制|转发|来源|原文链接|编辑|作者|阅读原文|查看原文"
    "|自动播放|视频加载中[.…]*"
)
_SIGN = re.compile(
    rf"(?:我要|点击)?(?:{_BUTTONS})(?:到|至|本页|本文|窗口|全文|列表|首页|顶部|链接)?(?=$|[ :>|·\])】])(?!:.*[^ ])"
    r"|(?:分享|转播)[到至].{1,10}$|\+[0-9]{1,2}$|图集(?:已浏览完毕)?$|重新浏览$|返回.{0,6}(?:更多|首页|列表|顶部|目录|搜.)$|扫[一描]扫|(?:微信)?扫.{0,12}二维码|扫码|长按.{0,8}(?:识别|二维码|图片|关注)|识别.{0,6}二维码"
    r"|点击(?:上方|下方|蓝字|图片|关注|此处|这里)|(?:欢迎)?关注.{0,20}(?:公众号|微信|微博|我们)|(?:加入|追踪).{0,16}(?:好友|粉[丝专]|频道)|微信公众号|标签:|关键词:|tags?:|已?关注$"
    r"|来自 ?-|ip ?属地|(?:发[布表]|编辑)于 ?:? ?[\u4e00-\u9fff]{2,4}$"
    r"|.{0,30}下载.{0,8}(?:app|客户端)[!！]?$|[-=*_·.—\s]+$|\W+$"
)
"""What is there to be clicked on; a sentence that begins with such a word is of the text (返回舱成功着陆。)."""

_MOST_BEHIND = 0.5
"""Of the weight of the text above it, what may stand behind a line that ends the text."""

_MOST_ABOVE = 0.3
"""Of the weight of a box, what may stand above the title in it."""

_LONGEST_LEAD = 16
"""Characters of a line that announces links: 相关阅读, 此前报道：, 另请参阅:."""

_AS_WRITTEN = frozenset({"tr", "pre"})
"""Boxes of records and of programs, of whose lines none is a button."""

_SENTENCE, _TEXT = 20, 40
"""Weight of a sentence, and of another line, with which a text surely begins."""


_LEAST_TOLD = 10
_LONGEST_SIGNER = 40
_SIGNED_DAY = re.compile("[12一二][0-9〇○零一二三四五六七八九]{3} ?年 ?.{1,2} ?月 ?.{1,3} ?日 ?(?:星期.)?")

_SUMMARY = re.compile("[\\[【]?(?:内容)?(?:摘要|提要|导读|核心提示|简介)")


class Body(NamedTuple):
    """The lines of an article's box: its text, and what stands above, behind and between it."""

    text: tuple[Line, ...]
    above: tuple[Line, ...]
    behind: tuple[Line, ...]
    between: tuple[Line, ...]


def body(box: Element, lines: Sequence[Line], title: str, *, headed: bool) -> Body:
    """What the lines inside the box are; `title` is the article's, and stands above the box where that is `headed`."""
    boxes = set(box.iter()).union(*(lead.iter() for lead in _leads(box, lines)))
    inside = [line for line in lines if line.box in boxes]
    beside = _beside(box, inside)
    kept = [line for line in inside if line.box not in beside]
    shapes = [shaped(line.text, None) for line in kept]
    start = _start(kept, shapes, fold(title), 0 if headed else _title_at(kept, fold(title)))
    stop = _stop(kept, shapes, start)
    links = {id(line) for line, next_line in pairwise(kept) if _announces(line, next_line)}
    shaped_lines = list(zip(kept, shapes, strict=True))[start:stop]
    text = [line for line, shape in shaped_lines if _is_text(line, shape) and id(line) not in links]
    chosen = set(map(id, text))
    between = [line for line in kept[start:stop] if id(line) not in chosen]
    aside = [line for line in inside if line.box in beside]
    return Body(tuple(text), tuple(kept[:start]), tuple(kept[stop:]), (*between, *aside))


def _leads(box: Element, lines: Sequence[Line]) -> Sequence[Element]:
    """The boxes of the same form just above the text's own, where a site parts a text in two (`upper`, `lower`)."""
    above = [each for each in box.itersiblings(box.tag, preceding=True) if not (is_beside(each) or is_summary(each))]
    leading = {line.box for line in lines if _leads_on(line)} if above else set[Element]()
    return [each for each in above if not leading.isdisjoint(each.iter())]


def _leads_on(line: Line) -> bool:
    return (
        weight(line) >= _SENTENCE and line.text.rstrip("”’」』").endswith("。") and not _SUMMARY.match(fold(line.text))
    )


def _beside(box: Element, inside: Sequence[Line]) -> set[Element]:
    """The boxes of lines that stand beside the text by their names; one that holds half of it is the text."""
    held: dict[Element, float] = {}
    for line in inside:
        for element in around(line.box, box):
            held[element] = held.get(element, 0) + weight(line)
    half = sum(map(weight, inside)) / 2
    headed = _headed(box, inside)
    named = {element for element, heavy in held.items() if heavy <= half and (element in headed or is_beside(element))}
    return {line.box for line in inside if any(element in named for element in around(line.box, box))}


def _headed(box: Element, inside: Sequence[Line]) -> set[Element]:
    """The boxes that begin with what ends a text, and go on: what a site offers amid the text."""
    first: dict[Element, Line] = {}
    for line in inside:
        for element in around(line.box, box):
            first.setdefault(element, line)
    offers = {id(line) for line in inside if _is_short(line) and _END.match(_unmarked(line))}
    return {element for element, line in first.items() if id(line) in offers and element is not line.box}


def _announces(line: Line, next_line: Line) -> bool:
    """Whether a line says no more than that links follow."""
    short = len(line.text) <= _LONGEST_LEAD and not line.is_linked
    return short and next_line.is_linked and (line.text.endswith((":", "：")) or bool(_END.match(_unmarked(line))))


def _start(kept: Sequence[Line], shapes: Sequence[PageLine], title: str, start: int) -> int:
    """Where the text begins: behind the last line above the first running text that is title or byline.

    Where nothing runs, it begins with the first caption; it is looked for from line `start` on.
    """
    for at in range(start, len(kept)):
        line, shape = kept[at], shapes[at]
        if _is_title(fold(line.text), title) or _is_about(line, shape) or shape.shape == "crumbs":
            start = at + 1
        elif _opens(line, shape):
            return start
    sentences = (at for at, line in enumerate(kept[:start]) if "。" in line.text and weight(line) >= _SENTENCE)
    return start if any(map(weight, kept[start:])) else next(sentences, start)


def _opens(line: Line, shape: PageLine) -> bool:
    """Whether a text surely begins with the line."""
    running = shape.shape == "text" and weight(line) >= (_SENTENCE if "。" in line.text else _TEXT)
    return running or line.box.tag == "tr"


def _title_at(kept: Sequence[Line], title: str) -> int:
    """Where the title stands, if little text stands above it; else where the lines begin."""
    most, above = _MOST_ABOVE * sum(map(weight, kept)), 0.0
    for at, line in enumerate(kept):
        if above > most or _is_title(fold(line.text), title):
            return at if above <= most else 0
        above += weight(line)
    return 0


def _is_title(folded: str, title: str) -> bool:
    return len(folded) >= _LEAST_TITLE and (folded in title or (title in folded and len(folded) < len(title) * 2))


def _stop(kept: Sequence[Line], shapes: Sequence[PageLine], start: int) -> int:
    """Where the text ends: at what ends texts, if little text stands behind it, and before what is no text."""
    total = sum(map(weight, kept[start:]))
    above, stop = 0.0, len(kept)
    for at in range(start, len(kept)):
        little = total - above <= _MOST_BEHIND * above
        if above and ((little and _ends(kept[at], shapes[at])) or opens_comments(kept[at])):
            stop = at
            break
        above += weight(kept[at])
    while stop > start and (_leads_away(kept[stop - 1]) or _is_about(kept[stop - 1], shapes[stop - 1])):
        if stop - 1 > start and _is_dated_by(kept[stop - 1], kept[stop - 2], shapes[stop - 2]):
            break
        stop -= 1
    return stop


def _leads_away(line: Line) -> bool:
    """Whether a line is a link; a sentence about what it links to is text."""
    told = len(line.text) - line.linked >= _LEAST_TOLD and line.text.endswith("。")
    return line.is_linked and not told


def _is_dated_by(line: Line, above: Line, shape: PageLine) -> bool:
    """Whether a line is the day under the name of the office that signs a notice."""
    signed = not above.is_linked and len(above.text) <= _LONGEST_SIGNER and shape.shape == "short"
    return signed and _SIGNED_DAY.fullmatch(fold(line.text)) is not None and not is_credit(above)


def _ends(line: Line, shape: PageLine) -> bool:
    if (shape.credits and shape.credits.editor) or _DISCLAIMER.match(_unmarked(line)):
        return True
    return _is_short(line) and _END.match(_unmarked(line)) is not None


def _is_about(line: Line, shape: PageLine) -> bool:
    """Whether a line at an end of the text tells of it, or of the page, and is no part of it."""
    if shape.shape == "credits" or is_credit(line) or _is_furniture(line, shape) or _is_of_credits(line):
        return True
    return len(line.text) <= _LONGEST_FORMER and _FORMER_TITLE.match(_unmarked(line)) is not None


def _is_of_credits(line: Line) -> bool:
    """Whether each element of a line is a credit or a button: what a forum shows of a post above it."""
    return len(line.pieces) > 1 and all(_is_tool(each) or shaped(each, None).shape == "credits" for each in line.pieces)


def _is_text(line: Line, shape: PageLine) -> bool:
    """Whether a line inside the text is of it; whose picture it is, and who speaks, has the form of credits there."""
    return not (_leads_away(line) or (is_offer(shape) and line.box.tag != "tr") or _is_furniture(line, shape))


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
