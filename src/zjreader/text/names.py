"""The people named in a byline: 记者 张三 李四 通讯员 王五 -> authors and correspondents.

Promises names only: outlets, roles and what was done (文/图, 整合, 摄) are left out, and 张 三 is 张三. A role holds
until the next one; names before any role are the authors'. They come out in the text's own characters.
"""

import re
from functools import cache
from typing import NamedTuple

from zjreader.text.clean import Clean
from zjreader.text.fold import fold

LONGEST = 300
"""Characters of a list of names that are looked at; the longest bylines seen have some 40 names."""

_SEPARATOR = r"\s、,;:﹕︰/|&()\[\]"
_SIGN_OF_ROLE = re.compile("记者|评论员|实习生|作者|撰|采[写访]|[文图]|摄影|通[讯信]员")
"""One of these stands in every role; to look for them is ten times quicker than to look for the role."""

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af"
_NAME = re.compile(rf"[{_HAN}]{{2,4}}|[{_HAN}]{{1,8}}(?:[·•・][{_HAN}]{{1,8}}){{1,3}}|[a-z][a-z.'-]{{1,20}}")
_DESK = re.compile(".{1,3}[处部局厅院室组办]")
"""An office that stands before its people, and for them where it names none."""

_PERSON = re.compile(f"[{_HAN}]{{2,3}}")
_OFFICE = "(?:大学|学院|研究[院所]|中心|学校|委员会|协会|学会|公司|杂志社|报社|医院)"
_BEHIND_OFFICE = re.compile(f"[^、,]*{_OFFICE}(?P<name>[{_HAN}]{{2,3}})")
_BEFORE_OFFICE = re.compile(
    f"(?P<name>[{_HAN}]{{2,3}})(?=中国|中[共央]|国家|全国|北[京方]|南[京开昌方]|东[北南]|西[南北安]|上海|天津|重庆|清华|复旦|浙江|武汉|湖[南北]|河[南北]"
    f"|广[东西州]|山[东西]|江[苏西]|四川|吉林|厦门|中山|同济|华[中东南]|安徽|福建|辽宁|贵州|云南|陕西)[^、,]*{_OFFICE}[^、,]*"
)
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任"
    "沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫"
    "孔向汤温康施牛洪季葛柳岑俞鲍庄辛管祝左涂谷祁时舒耿卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫屈霍翁隋"
    "甘景单包司柏宁柯阮桂闵柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧宫苟褚廉简娄符奚穆党燕郎冀谈姬屠连晏"
    "栾郁商蒙喻窦迟敖冷卓仇艾蓝巩井仲乐虞卞封冼楚佟栗匡宗应巫鞠桑荆沙岳习翟易常乔赖文尚倪骆殷伍芦焦邢申鄢"
    "粟"
)
"""Common surnames in simplified characters, without those that rather begin a word of the news (从, 全)."""


@cache
def _role() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<writer>(?:(?<![^{_SEPARATOR}])[^{_SEPARATOR}]{{0,14}}?)?(?:(?:全媒体|融媒体?|首席|特约|特派|实习|见习)*(?:记者|评论员)|实习生|特约撰稿人?|专栏作者)"
        rf"|(?<![^{_SEPARATOR}])(?:作者|撰稿|撰文|采写|采访|文字|文|图|摄影|图片)(?=[ :﹕︰/|]))"
        r"|(?P<correspondent>(?:特约|特邀|实习)?通[讯信]员)"
    )


@cache
def _deed() -> re.Pattern[str]:
    return re.compile(
        r"(?:摄影|综合|现场|联合|即时|外电)?(?:报[道导]|综合|整合|整理|编译|摄影|摄制|供稿|供图|采写|未知|佚名|[文摄图])"
        r"|手记|观察|调查|见闻|日记|述评|连线|提问|简介|来信|札记|专访|体验|电|本[报网刊台社][讯电]|发自[㐀-鿿]{2,8}"
    )


class Writers(NamedTuple):
    """Who wrote it, in the order of the text; `complete` says that the text named nothing else."""

    authors: tuple[Clean, ...]
    correspondents: tuple[Clean, ...]
    complete: bool


def read_writers(text: str) -> Writers:
    """The names in a list of names and roles."""
    shown, folded = text[:LONGEST], fold(text[:LONGEST])
    authors: list[Clean] = []
    correspondents: list[Clean] = []
    names, start, complete = authors, 0, len(text) <= LONGEST
    for role in [*_role().finditer(folded), None]:
        words = _words(shown[start : role.start() if role else None])
        names += [Clean(word) for word in words if _NAME.fullmatch(fold(word)) and not _deed().fullmatch(fold(word))]
        complete = complete and all(_NAME.fullmatch(fold(word)) or _deed().fullmatch(fold(word)) for word in words)
        if role:
            start, names = role.end(), authors if role["writer"] else correspondents
    people = [name for name in authors if not _DESK.fullmatch(name)]
    return Writers(tuple(dict.fromkeys(people or authors)), tuple(dict.fromkeys(correspondents)), complete)


def of_an_office(text: str) -> Clean | None:
    """The person whom a text without separators names with an office: 某某大学历史学院郭伦, 方敏北京大学教授."""
    found = (form.fullmatch(fold(text)) for form in (_BEHIND_OFFICE, _BEFORE_OFFICE))
    names = (Clean(text[slice(*each.span("name"))]) for each in found if each)
    return next(filter(is_person, names), None)


def names_role(text: str) -> bool:
    """Whether a text says 记者, 通讯员 or another role of a writer."""
    folded = fold(text)
    return _SIGN_OF_ROLE.search(folded) is not None and _role().search(folded) is not None


def is_person(name: str) -> bool:
    """Whether a word has the form of a Chinese person's name: a common surname, and one or two characters."""
    return fold(name[:1]) in _SURNAMES and _PERSON.fullmatch(name) is not None


def has_surname(name: str) -> bool:
    """Whether a name of Hanzi begins with a common surname; a Latin one needs none."""
    return fold(name[:1]) in _SURNAMES or name.isascii()


def _words(shown: str) -> list[str]:
    """The words between separators; single characters that stand together are names spaced out."""
    parts = re.split(r"[、,，;；:：﹕︰/／|｜&＆()（）\[\]]+", shown)
    return [word for part in parts for word in _joined(part.split())]


def _joined(words: list[str]) -> list[str]:
    joined: list[str] = []
    singles = ""
    for word in [*words, ""]:
        if len(word) == 1:
            singles += word
            continue
        size = 3 if len(singles) == 3 else 2  # noqa: PLR2004 - three singles are one name, four are two
        joined += [singles[at : at + size] for at in range(0, len(singles), size)]
        joined += [word] if word else []
        singles = ""
    return joined
