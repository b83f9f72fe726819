"""The lines beside a text that say where it comes from: date, 来源, 作者, 记者, 责任编辑, 記者…／台北報導.

A line is such a line only if nothing but dates, labels with their values, names with their roles and reading counts
stands in it; one word more, and it is part of the text. So a title that begins with 编辑 stays a title.
"""

import re
from datetime import datetime, tzinfo
from typing import NamedTuple

from zjreader.article import Moment
from zjreader.text.byline import read_dateline
from zjreader.text.clean import Clean
from zjreader.text.dates import CHINA, take_date
from zjreader.text.fold import fold
from zjreader.text.names import has_surname, is_person, names_role, of_an_office, read_writers
from zjreader.text.report_line import read_report

LONGEST = 160
"""Characters of the longest line that can be all credits."""

OF_A_HOUSE = "(?<![\u4e00-\u9fff])(?!版面|图片|视觉|美术|新媒|[初复终二三]审|总编|主编)[\u4e00-\u9fff]{2}"
"""Two characters that a house puts before its people's roles: 每经记者, 每经编辑."""

_LABELS = {
    "publisher": "(?:文章|信息|稿件|本文|新闻|消息|资料)?(?:来源|出处)|稿源|转载?自|供稿(?:单位)?|发布(?:机构|单位)",
    "editor": f"(?:本文|本期|值班|见习|实习|网络|文字|执行)?(?:责任)?编辑|责编|{OF_A_HOUSE}编辑(?= ?[:|])",
    "authors": "(?:本文|文章)?作者|撰[文稿写]人?|采[写访]",
    "date": "(?:发[布表]|更新|发稿|刊[发登]|创建|建立|出版|上架|上稿|录入)(?:时间|日期|于)|时间|日期"
    "|(?:最[后近新]|首次)更新(?:时间)?|发[布表]|更新|出版|上架",
    "nothing": "(?:[初复终二三]审|版面|图片|视觉|美术|新媒体)编辑"
    "|审[核校读]|[审核组选拟]稿人?|校对|发布[者人]|录入[者人]?|上传[者人]?|[初复终二三]审|总?监制|编审|总?策划|统筹|出品|制作|美编|主编|值班(?:主任|编委|总编)|签发"
    "|字号|字体|浏览次数|关键[词字]|所属分类|翻译|编译",
}
_LABEL = re.compile(
    r"(?:(?<![\u4e00-\u9fffa-z])|(?=[\u4e00-\u9fff]{2,6} ?:))(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _LABELS.items())
    + r")(?: ?[:/|丨︱∕╱﹕︰]+ ?|\s+|$)"
)
_COUNTED = "(?:阅读|浏览|访问|点击|评论|点赞|转发|收藏|分享|跟贴|播放|热度|人气|赞)"
_COUNT = rf"{_COUNTED}(?:量|率|次?数)? ?:? ?[(\[]? ?[0-9][0-9.,]*+[万亿]?\+? ?[)\]]?次?|[0-9][0-9.,]*+万?次?{_COUNTED}"
_ASIDE = re.compile(
    rf"(?<!\S)(?:{_COUNT}|原创|转载|举报|收藏(?:本文)?|打印(?:本页)?|参与互动|听新闻|[大小]字[体号]|纠错|我?要?评论|关闭"
    r"|我有话说(?:\([^()]{1,12}\))?|\(?[0-9][0-9.,]*万?人?参与\)?|分享到?:?|微博|微信|字号:?|[大中小]|\[[大中小]\]"
    r"|a[+-]?|t|[|·丨_-]|北京时间|第?[0-9]+版|只看(?:该作者|楼主|他)|[倒正]序浏览|阅读模式|显示全部楼层|楼主|[0-9]+楼|回复"
    r"|(?:星期|周)[一二三四五六日天]|来自 +(?:- )?[^\s:]{2,12}|已编辑"
    r"|(?:ip ?属地|发[布表]于) ?:? ?[\u4e00-\u9fff]{2,4})(?!\S)"
)
_BRACKETS = re.compile(r"^[【\[(（<＜〔［□■◎●○◆◇★☆]+\s*|\s*[】\])）>＞〕］]+$")
_SIGNED = re.compile("[(（]([\u3400-\u9fff]{2,3}(?:[ \u3000、]+[\u3400-\u9fff]{2,3}){0,3})[)）]")
"""Names that stand alone in brackets: who wrote what they close."""
_LONGEST_SIGNATURE, _EDITS = 40, re.compile("[编編]")
_OUTLET = re.compile(r".{1,12}(?:[报网社刊台]|联播|新闻|客户端|在线|融媒体?|频道|周刊|杂志|编辑部)")
_HOUSE_AND_ROLE = re.compile(rf"({_OUTLET.pattern}) ")
_OUTLET_ASIDE = re.compile(r"[\[【(（].*")
_NAMED_HOUR = frozenset({"minute", "second"})
_LONGEST_VALUE = 30
_LONGEST_BARE = 16
_SURE_NAME = 3
"""Characters of a name without any label: two may be a section of the site (时政, 文化)."""

_NO_OUTLET = re.compile(
    "(?:建立|最[新后近]|更新|发[布表]|首发|试听|收听|播放|朗读|听新闻|精选)"
    "|(?:回复|最后|编辑|修改|来自|广告|置顶|推荐|精华).*|.*[于在的]|.*@.*"
)
"""What stands beside a time and publishes nothing: what is done then, or can be clicked on."""

_BEHIND = re.compile(r"(?<=[)）】\]])\s*[0-9]{6,8}$|(?:返回[^\s，,。]{2,6}[，,])?查看更多$")
"""What stands behind credits: the day of release （編輯：林佳穎）1150305, and buttons （记者 …）返回首页，查看更多."""

_OPENS = re.compile("[讯电]|消息|报[道导]")
"""One of these stands in every dateline."""

_NOBODY = re.compile("(?:系统|网站|后台)?管理员|[Aa]dmin(?:istrator)?|未知|佚名")
_PICTURES = re.compile(r"\W*(?:摄影|图片?|题图|配图|制图|供图)(?:来源)? ?[:/|︱∕╱]")
"""Who made the pictures did not write the text."""

_SIGN = re.compile("[:：/／|｜丨︱∕╱﹕︰]")
"""One stands behind every label that has no value: 责任编辑： says nothing, 编辑 alone may be a heading."""

_WORDS = re.compile("[\u3400-\u9fff]")
_BRACKETED_LABEL = re.compile(
    "^[【\\[](记者|通讯员|作者|来源|责任?编辑?|编辑|校对|文字|撰文|审核|监制|统筹|策划|摄影|图片)[】\\]]"
    "(?=[ \u3000]*[\u3400-\u9fff])"
)
_SPACES = re.compile(r"[ \u3000]")
_SPACED_LABEL = re.compile(r"(?<![\u3400-\u9fff])([\u3400-\u9fff])[ \u3000]+([\u3400-\u9fff])(?= ?[:：])")


class Credits(NamedTuple):
    """What a line of credits says; `editor` is as it stands, several names with their signs.

    `more` tells that the line says something that none of these holds: a proof-reader, key words.
    """

    publisher: Clean | None = None
    published: Moment | None = None
    authors: tuple[Clean, ...] = ()
    correspondents: tuple[Clean, ...] = ()
    editor: Clean | None = None
    place: Clean | None = None
    more: bool = False


def read_credits(line: str, base: datetime | None, zone: tzinfo = CHINA) -> Credits | None:
    """What the line credits; None where any of it is something else.

    `base` is what its date is measured against, `zone` where a time without offset is.
    """
    text = unspaced_label(_BEHIND.sub("", line.strip()))
    if not text or len(text) > LONGEST or is_prose(text) or text[-1] in "；;，,？！?!":
        return None
    if (signed := _SIGNED.fullmatch(text)) and all(map(is_person, names := re.split("[ \u3000、]+", signed[1]))):
        return Credits(authors=tuple(map(Clean, names)))
    published, rest = take_date(_unbracketed(text), base, zone)
    if published and published.day is None:
        published, rest = None, _unbracketed(text)
    folded = fold(rest)
    if _PICTURES.match(folded):
        return None
    if _OPENS.search(folded) and (opened := _opened(text, base) or _agency(rest, published, base)):
        return opened
    labels = list(_LABEL.finditer(folded))
    credit = _bare(rest[: labels[0].start()] if labels else rest, published)
    stops = [label.start() for label in labels[1:]] + [len(rest)]
    for label, stop in zip(labels, stops, strict=False):
        credit = credit and _labelled(credit, label.lastgroup or "", rest[label.end() : stop])
    return credit if credit and (any(credit) or (labels and _SIGN.search(rest))) else None


def unspaced_label(line: str) -> str:
    """编 辑： as 编辑：, 【记者】张三 as 记者：张三."""
    line = _BRACKETED_LABEL.sub(r"\1：", line) if line.startswith(("【", "[")) else line
    return _SPACED_LABEL.sub(r"\1\2", line) if _SPACES.search(line) else line


def editor_alone(line: str) -> Clean | None:
    """The editor whom a line names that says nothing else: 【编辑:林溪】, （责编：林溪 周楠）."""
    if len(line) > _LONGEST_SIGNATURE or not _EDITS.search(line):
        return None
    credit = read_credits(line, None)
    return credit.editor if credit and credit == Credits(editor=credit.editor) else None


def is_prose(line: str) -> bool:
    """Whether a line ends a sentence, which no credits do, whatever day they are measured against."""
    return "。" in line


def merged(first: Credits, second: Credits) -> Credits:
    """Two lines' credits together; where both say something, the first."""
    return Credits(
        first.publisher or second.publisher,
        first.published or second.published,
        first.authors or second.authors,
        first.correspondents or second.correspondents,
        first.editor or second.editor,
        first.place or second.place,
        first.more or second.more,
    )


def _opened(text: str, base: datetime | None) -> Credits | None:
    """The credits of a dateline that stands alone; what only has its form (科技快讯) names neither day nor writer."""
    said = read_dateline(text, base)
    if said is None or said.end < len(text) or not (said.published or said.authors or said.correspondents):
        return None
    return Credits(said.publisher, said.published, said.authors, said.correspondents, place=said.place)


def _agency(rest: str, published: Moment | None, base: datetime | None) -> Credits | None:
    """The credits of a dateline beside a date: 2026-03-05 14:31 某央社 河东县5日電."""
    said = read_dateline("".join(rest.split()), base) if published else None
    if said is None or said.end < len("".join(rest.split())) or not said.publisher:
        return None
    return Credits(said.publisher, published, said.authors, said.correspondents, place=said.place)


def _unbracketed(text: str) -> str:
    return _BRACKETS.sub("", text)


def _without_asides(text: str) -> str:
    """The text without reading counts and what is there to be clicked on."""
    kept, start = [], 0
    for aside in _ASIDE.finditer(fold(text)):
        kept.append(text[start : aside.start()])
        start = aside.end()
    return " ".join("".join([*kept, text[start:]]).split())


def _bare(text: str, published: Moment | None) -> Credits | None:
    """What stands before any label: nothing, writers with their role, or a publisher beside a time of day."""
    left = _without_asides(text).strip("/|·- ：:")
    if not left:
        return Credits(published=published)
    if (report := read_report(left, None)) and report.end == len(left):
        return Credits(report.publisher, published, report.authors, place=report.place)
    return _beside_date(left, published) or (_of_roles(left, published) if names_role(left) else None)


def _beside_date(left: str, published: Moment | None) -> Credits | None:
    """What a word beside a date is: a publisher, with writers behind it; a person; or what was done then."""
    outlet, *others = [word for word in left.split() if not word.isdecimal()] or [""]
    if published is None or len(outlet) > _LONGEST_BARE:
        return None
    named = _OUTLET.fullmatch(outlet) is not None
    if not named and not others and (people := _people(outlet, published)):
        return Credits(published=published, authors=people)
    timed = published.precision in _NAMED_HOUR and not others
    if timed and _NO_OUTLET.fullmatch(fold(outlet)):
        return Credits(published=published)
    writers = read_writers(" ".join(others))
    if not (named or timed) or not writers.complete:
        return None
    publisher = Clean(_OUTLET_ASIDE.sub("", outlet)) or None
    return Credits(publisher, published, writers.authors, writers.correspondents)


def _of_roles(left: str, published: Moment | None) -> Credits | None:
    """Writers with their roles, behind the name of their house or without it."""
    of_house = _HOUSE_AND_ROLE.match(fold(left))
    house, people = (left[: of_house.end(1)], left[of_house.end() :]) if of_house else ("", left)
    writers = read_writers(people)
    if not writers.complete or not (writers.authors or writers.correspondents):
        return None
    return Credits(Clean(house) or None, published, writers.authors, writers.correspondents)


def _people(word: str, published: Moment) -> tuple[Clean, ...]:
    """Whom a word beside a date names that bears no label: 林小溪, 某报快讯／林小溪."""
    desk, slash, name = word.replace("／", "/").rpartition("/")
    if published.precision in _NAMED_HOUR and is_person(word):
        return (Clean(word),)
    said = read_writers(name)
    sure = len(name) == _SURE_NAME or (desk and slash)
    return said.authors if said.complete and sure and name and has_surname(name) and not name.isascii() else ()


def _labelled(credit: Credits, label: str, value: str) -> Credits | None:
    """The credits with one label's value; None where the value is too long to be one."""
    left = _BRACKETS.sub("", _without_asides(value)).strip(" 、/|·-：:】)）]【(（[")
    if len(left) > _LONGEST_VALUE and label != "nothing":
        return None
    if label == "authors":
        writers = read_writers(left)
        found = writers.authors or ((of_an_office(left) or Clean(left),) if left and not writers.complete else ())
        dropped = bool(writers.authors) and not writers.complete
        return merged(credit, Credits(authors=found, correspondents=writers.correspondents, more=dropped))
    if label == "publisher":
        return merged(credit, Credits(publisher=Clean(left) or None))
    if label == "editor":
        return merged(credit, Credits(editor=None if _NOBODY.fullmatch(left) else Clean(_unspaced(left)) or None))
    if label == "nothing":
        return merged(credit, Credits(more=_WORDS.search(left) is not None))
    return credit if not left or _bare(take_date(left, None)[1], credit.published) else None


def _unspaced(text: str) -> str:
    """张 三 as 张三."""
    parts = text.split()
    return "".join(parts) if all(len(part) == 1 for part in parts) else text
