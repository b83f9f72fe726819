"""Who wrote, published and edited a page's article, and when: what the lines above and behind its text say.

A label with its value counts wherever it stands in such a line, whatever buttons stand beside it; a value without a
label counts where its element is named for it (class="source") or where the line holds nothing else but credits.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, tzinfo

from zjreader.parse.calendar_leaf import day_on_a_leaf
from zjreader.parse.markup import Element, Line, text
from zjreader.text.clean import Clean, clean_line
from zjreader.text.credits import OF_A_HOUSE, Credits, merged, read_credits, unspaced_label
from zjreader.text.dates import CHINA, find_date
from zjreader.text.fold import fold
from zjreader.text.names import has_surname, of_an_office, read_writers

_LONGEST, _LONGEST_CREDIT = 200, 40
_AFTERNOON = re.compile(r"(?<![0-9:])(0?[1-9]|1[01]):([0-5][0-9])(:[0-5][0-9])? ?pm(?![a-z])", re.IGNORECASE)
_LABEL = re.compile(
    r"(?P<publisher>(?<![图片频据料像影])(?:文章|信息|稿件|本文|新闻|消息|内容)?来源(?:于|自)?|稿源|发布(?:机构|单位)|转载?自|出处|(?<![a-z])source)"
    rf"|(?P<editor>{OF_A_HOUSE}编辑(?= ?[:|丨])"
    "|(?:本文|本期|值班|见习|实习|网络|文字|网站)?(?:责任|执行)?编辑|[责网]编|(?<![a-z])editor)"
    "|(?P<authors>(?:本文|文章|(?<!该))作者|[张發发]贴者|撰文|撰稿(?:编辑|人)?|采写|图/文|文/图|文(?= ?[/丨|])"
    "|记者(?= ?[|丨]))"
    "|(?P<nothing>(?:版面|图片|视觉|美术|新媒体|初审|二审|终审)编辑|审核|审校|审读|校对|[审核组选拟]稿人?|发布[者人]|录入[者人]?|上传[者人]?|初审|复审|终审|总?监制|编审|总监|签发|主编|美编|图编|字号|字体|字体大小|浏览(?:次数|量)?|阅读(?:次数|量)?|点击(?:次数|量|数)?|关键[词字]"
    "|(?:发布|发表|更新|发稿|刊[发登]|创建|建立|上稿|成文|最[后新]更新)?(?:时间|日期)|标签|分类|所属分类|栏目|点赞|评论|分享(?:到)?|视力保护色)"
)
_MARK = re.compile(r" ?[:/丨|︱﹕︰] ?|(?<=作者), ?|(?<=来源于) |(?<=来源自) ")
_EDITOR_INSIDE = re.compile(r"\((?:本文|责任|网络)?(?:编辑|责编|编辑者)[:/ ] ?(?P<names>[^()]{2,16})\)[ 0-9]*$")
_EDITOR_OPENING = re.compile(r"[^,。()]{2,24}[讯电] ?\((?:责任)?编辑[:/ ] ?(?P<names>[^(),。]{2,16})\)")
_RESPONSIBLE, _RESPONSIBILITY = re.compile("责任?编辑?"), re.compile("[责責]")
_SPLIT_DAY = re.compile(r"(?<![0-9])(20[0-9]{2}) +([01]?[0-9]) ?[/-] ?([0-3]?[0-9])(?![0-9])")
"""A day in three elements, of which a style sheet makes a calendar's leaf."""

_BUTTON = re.compile(
    r"[\[【(]?(?:纠错|举报|打印|关闭|收藏|分享|评论|转发|订阅|关注|复制链接|放大|缩小|正常|大|中|小|a\+|a-|字号|保存|繁|简|返回|我有话说|微信|微博|查看原文|原文链接|我要投稿)"
    r"[\])】]?$"
)
_PICTURE = re.compile(
    r"(?<![\u4e00-\u9fff/／])(?:图(?!片?[/／]文)片?|题图|摄影|供图|视频|制图)(?:来源)?\s*[/:：|｜丨]\s*\S+"
)
_OF_OTHERS = re.compile(r"\S{0,4}推[荐薦]文章于?\s*[0-9][0-9 :./-]{7,18}(?:发布|發佈)?")
"""When another text was written that is offered beside the byline."""

_NOBODY = re.compile(
    "[ap]m|https?:.*|(?:系统)?管理员|admin.*|本站(?:原创|编辑|整理)?|网络|互联网|原创|转载|编辑部?|佚名|匿名|网友|无|暂无|自媒体"
)
_HOUSE = re.compile("[网报社台@]|[0-9]日|新闻|资讯|中文|com|http|编辑|频道|公司|官方|admin|news|daily|times|media")
_DATE = re.compile(r"(?:19|20)[0-9]{2} ?[-/.年]|[0-9]{1,2}:[0-9]{2}|[0-9]{1,2}月[0-9]{1,2}日|^[0-9]+$")
_NAME = re.compile(
    r"[\u3400-\u9fff]{2,4}(?:_[a-z0-9]+)?|[a-z][\w.'-]*|[\u3400-\u9fff]{1,8}[·•・][\u3400-\u9fff·•・]{1,16}"
)
_DESCRIBES = re.compile("[\u3400-\u9fff]{12,}")
"""Says what somebody is, and is no name: 某某大学软件工程硕士在读."""

_LONGEST_NAME, _LONGEST_OUTLET, _SURE_NAME = 20, 30, 3
_MOST_WRITERS, _LONGEST_PERSON = 6, 4
_PARTS_NAMES = re.compile(r"[\W_]*(?:和|与|與|and)?[\W_]*")
_LATIN_NAME = re.compile(r"[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){1,3}")
_DAY_ALONE = re.compile(
    "[^0-9]{0,8}(?:19|20)[0-9]{2}[-/.年 ]{1,3}[0-9]{1,2}[-/.月 ]{1,3}[0-9]{1,2}(?![0-9])"
    "[^0-9]{0,8}(?:[0-9: ]{4,9})?[^0-9]{0,4}"
)
_ROLE_ALONE = re.compile(".{0,14}(?:记者|特派员|撰稿人|作者|专栏作家|主笔|评论员|编辑)")


def _element(names: str) -> re.Pattern[str]:
    return re.compile(f"(?<![a-z])(?:{names})(?![a-z])", re.IGNORECASE)


_CLAUSE = re.compile("[,，。;；] ?(?:[如若]|转载|未经|本文|系|为|版权|原文|链接|授权|禁止|仅|欢迎|请)")
"""Where what follows a value is no more of it: 作者：某某，如若转载，请注明出处."""

_QUOTED = re.compile("^《([^《》]*)》$")

_ELEMENT_NAMES = (
    ("publisher", _element("source|laiyuan|copyfrom|origin|media[-_]?name|js_name|nickname|pgc|account[-_]?name")),
    ("authors", _element("author|authi|writer|byline|pgc|creator|media[-_]user|user[-_]?name")),
    ("editor", _element("editor|bianji|zebian")),
)
_NAMING = ("class", "id", "itemprop", "rel", "data-testid")
_HUMP = re.compile("(?<=[a-z])(?=[A-Z])")
"""Where the next word of a name begins: articleAuthor."""

_ABOUT_PERSON = re.compile("badge|desc|intro|(?<![a-z])bio(?![a-z])|signature|level", re.IGNORECASE)
"""Names of elements that tell of a writer and do not name one."""

_PICTURED = re.compile("[图摄]")
_MOST_ELEMENTS, _LONGEST_NAMES = 60, 300
_TODAY = re.compile("今天是|现在是|农历|℃|天气")
"""Where a site shows the day on which it is looked at."""

_ORIGINAL = re.compile("(?:^| )原创 (?P<name>[^ ]{2,20})(?= |$)")


def page_credits(lines: Iterable[Line], base: datetime | None, zone: tzinfo = CHINA, *, above: bool) -> Credits:
    """What the lines credit; of two that say the same, the first counts, and what is labelled goes before what is not.

    Above a text what has no label counts too: a name by its element, a date beside anything.
    """
    labelled = named = bare = Credits()
    over = ""
    short = (line for line in lines if len(line.text) <= _LONGEST and line.kind != "caption")
    told = [line for line in short if above or not line.is_linked]
    for line in told:
        own = _OF_OTHERS.sub("", _PICTURE.sub("", " ".join(line.pieces) or line.text))
        shown = Clean(_AFTERNOON.sub(_in_24_hours, own))
        labelled = merged(labelled, _labelled(shown))
        bare = merged(bare, read_credits(shown, base, zone) or Credits())
        if above:
            bare = merged(bare, Credits(published=day_on_a_leaf(over, line.text)))
            over = line.text
            named = merged(merged(named, _named(line.box)), _original(shown))
            bare = merged(bare, _dated(shown, base, zone) or _dated(line.text, base, zone))
    credit = merged(labelled, named)
    if bare.publisher in credit.authors or (not above and bare.publisher and not is_house(bare.publisher)):
        bare = bare._replace(publisher=None)
    credit = merged(credit, bare)
    return _of_somebody(credit if credit.authors or not above else credit._replace(authors=_unlabelled(told)))


def is_credit(line: Line) -> bool:
    """Whether a line is no more than a label and its value (某某新闻编辑 | 张三)."""
    return len(line.text) <= _LONGEST_CREDIT and any(_labelled(Clean(" ".join(line.pieces) or line.text)))


def _unlabelled(lines: Sequence[Line]) -> tuple[Clean, ...]:
    """Whoever has a line alone, beside that of the date or of what he is: 林小溪, 某社记者, 2026年3月5日."""
    for at, line in enumerate(lines):
        if len(line.text) == _SURE_NAME and _NAME.fullmatch(fold(line.text)) and has_surname(line.text):
            near = [fold(other.text) for other in lines[max(0, at - 1) : at + 3] if other is not line]
            if any(_DAY_ALONE.fullmatch(text) or _ROLE_ALONE.fullmatch(text) for text in near):
                return (line.text,)
    return ()


def is_house(name: str) -> bool:
    """Whether a name is a site's, an outlet's or a desk's, and no person's."""
    return _HOUSE.search(fold(name)) is not None


def responsible_editor(lines: Iterable[Line]) -> Clean | None:
    """The editor whom the first line that has one calls responsible, where others are named as well."""
    for line in lines:
        if len(line.text) <= _LONGEST and _RESPONSIBILITY.search(line.text):
            for _, said, words in _values(" ".join(line.pieces) or line.text):
                if _RESPONSIBLE.match(said) and (names := _people(words)):
                    return _of_somebody(Credits(editor=Clean(" ".join(names)))).editor
    return None


def editor_inside(line: str) -> Clean | None:
    """The editor named at a line's end or in its dateline: （編輯：張三）1150305, 某社5日讯（编辑 张三）."""
    folded = fold(line)
    found = _EDITOR_INSIDE.search(folded) or _EDITOR_OPENING.match(folded)
    names = _people(_words(line[slice(*found.span("names"))])) if found else []
    return Clean(" ".join(names)) if names else None


def _in_24_hours(said: re.Match[str]) -> str:
    """3:10 PM as 15:10; what is before noon stands as it is read."""
    return f"{int(said[1]) + 12}:{said[2]}{said[3] or ''}"


def _of_somebody(credit: Credits) -> Credits:
    """The credits without those that name nobody (编辑：管理员)."""
    publisher, editor = credit.publisher, credit.editor
    return credit._replace(
        authors=tuple(name for name in credit.authors if not _NOBODY.fullmatch(fold(name))),
        publisher=None if publisher and _NOBODY.fullmatch(fold(publisher)) else publisher,
        editor=None if editor and _NOBODY.fullmatch(fold(editor)) else editor,
    )


def _original(shown: Clean) -> Credits:
    """Whose a text is that is marked as nobody else's: 原创 某某 2026-03-05."""
    found = _ORIGINAL.search(shown)
    return Credits(authors=(Clean(found["name"]),)) if found and not _DATE.search(found["name"]) else Credits()


def _labelled(shown: Clean) -> Credits:
    """The values behind the labels of a line, each up to the next label, date or sign that parts fields."""
    found = Credits()
    for label, _, words in _values(shown):
        if label == "publisher" and (outlet := _outlet(words)):
            found = merged(found, Credits(publisher=outlet))
        elif label == "editor" and (names := _people(words)):
            found = merged(found, Credits(editor=Clean(" ".join(names))))
        elif label == "authors":
            writers = read_writers(" ".join(words))
            office = of_an_office("".join(words))
            people = writers.authors or ((office,) if office else tuple(_people(words)))
            found = merged(found, Credits(authors=people, correspondents=writers.correspondents))
    return found


def _values(shown: str) -> Iterator[tuple[str, str, list[str]]]:
    """What each label of a line labels, how it says so, and the words of its value."""
    shown = unspaced_label(shown)
    folded = fold(shown)
    labels = list(_marked(folded))
    stops = [start for _, start, _ in labels[1:]] + [len(shown)]
    for (label, at, start), stop in zip(labels, stops, strict=False):
        yield label, folded[at:start], _words(_CLAUSE.split(shown[start:stop], maxsplit=1)[0])


def _marked(folded: str) -> Iterator[tuple[str, int, int]]:
    """The labels with the sign that makes them such: what they label, where they begin and where their value does."""
    for label in _LABEL.finditer(folded):
        if mark := _MARK.match(folded, label.end()):
            yield label.lastgroup or "", label.start(), mark.end()


def _words(value: str) -> list[str]:
    """The words of a value up to a date or a button."""
    words: list[str] = []
    for word in re.split(r"[\s|｜丨]+", value.strip(' \u3000【】[]()（）<>、,，;；:：“”"')):
        folded = fold(word)
        if _DATE.search(folded) or _BUTTON.fullmatch(folded):
            break
        words.append(word.strip("【】[]()（）<>、,，;；"))
    return [word for word in words if word]


def _outlet(words: list[str]) -> Clean | None:
    """An outlet's name: one word, or several of Latin letters."""
    latin = [word for word in words if word.isascii()]
    name = " ".join(words) if len(latin) == len(words) else words[0]
    name = re.sub(r"[\[【(（].*", "", _QUOTED.sub(r"\1", name))
    return Clean(name) if name and len(name) <= _LONGEST_OUTLET and not _NOBODY.fullmatch(fold(name)) else None


def _people(words: list[str]) -> list[Clean]:
    """The names that the value begins with."""
    names: list[Clean] = []
    for word in (part for each in words for part in re.split("[、,，;；/]", each)):
        if not _NAME.fullmatch(fold(word)) or _NOBODY.fullmatch(fold(word)):
            break
        names.append(Clean(word))
    return names


def _named(box: Element) -> Credits:
    """What the elements of a byline hold that are named for it."""
    found = Credits()
    elements = [element for element, _ in zip(box.iter(), range(_MOST_ELEMENTS), strict=False)]
    for element in elements:
        names = _HUMP.sub("-", " ".join(filter(None, map(element.get, _NAMING)))[:_LONGEST_NAMES])
        names = f"{names} author" if element.tag == "address" else names
        tells = names and not _ABOUT_PERSON.search(names)
        what = [kind for kind, form in _ELEMENT_NAMES if form.search(names)] if tells else []
        pieces = [clean_line(str(piece)) for piece in element.itertext() if not piece.isspace()] if what else []
        if "authors" in what and (people := _several(pieces)):
            known = found.authors if all(map(_is_person, found.authors)) else ()
            found = found._replace(authors=tuple(dict.fromkeys((*known, *people))))
        value = text(element) if len(pieces) == 1 else None
        if not value or len(value) > _LONGEST_NAME or _DATE.search(fold(value)) or any(_marked(fold(value))):
            continue
        found = merged(found, _as_named(what, value))
    return found


def _several(pieces: Sequence[Clean]) -> tuple[Clean, ...]:
    """The writers whom the pieces of an element name; none where any of them is no name."""
    names = [Clean(name.strip("，,、 ")) for name in pieces if not _PARTS_NAMES.fullmatch(name)]
    return tuple(names) if len(names) <= _MOST_WRITERS and all(map(_is_person, names)) else ()


def _is_person(name: str) -> bool:
    """Whether a name is surely a person's: short, with a surname, or of several Latin words."""
    return (len(name) <= _LONGEST_PERSON and has_surname(name) and not name.isascii() and not is_house(name)) or (
        _LATIN_NAME.fullmatch(name) is not None
    )


def _as_named(what: list[str], value: Clean) -> Credits:
    if _NOBODY.fullmatch(fold(value)) or _BUTTON.fullmatch(fold(value)) or _DESCRIBES.fullmatch(value):
        return Credits()
    writers = read_writers(value).authors or (Clean(value.strip("，, ")),)
    if what == ["publisher"] and len(value) == _SURE_NAME and _is_person(value):
        return Credits(authors=writers)
    return Credits(
        publisher=value if "publisher" in what and not _PICTURED.match(fold(value)) else None,
        authors=writers if "authors" in what else (),
        editor=value if "editor" in what else None,
    )


def _dated(shown: Clean, base: datetime | None, zone: tzinfo) -> Credits:
    """The date of a line that holds more than credits."""
    if _TODAY.search(fold(shown)):
        return Credits()
    found = find_date(_SPLIT_DAY.sub(r"\1-\2-\3", shown), base, zone)
    return Credits(published=found if found and found.day else None)
