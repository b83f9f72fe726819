"""The letters that the pinyin of a Hanzi begins with, for finding by initials: 下一篇 is found by xyp.

The first level of GB 2312 stands in the order of pinyin, so 23 boundaries tell the letter of its 3,755 characters,
which are 99.6 % of running text. Characters read in several ways have several letters; Traditional ones are folded
first. Rarer characters have none: full pinyin needs a dictionary, which costs half a second to load.
"""

from bisect import bisect

from zjreader.text.fold import fold

_LETTERS = "abcdefghjklmnopqrstwxyz"
_FIRST = "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝"
"""The first character of each letter."""

_LAST = "座"

_SEVERAL = {
    character: letters
    for letters, characters in {
        "ae": "阿", "bp": "便扁泊暴辟堡刨", "cd": "澄", "cj": "车", "cq": "仇", "cs": "参乘伺匙", "csd": "单",
        "cx": "臭畜", "cz": "长重曾朝藏传查", "dt": "调弹提囤", "dz": "翟", "fp": "否番冯", "gj": "给贾", "gy": "谷",
        "hj": "虹", "hk": "会", "hx": "行还巷吓", "jq": "奇强茄", "jx": "降解系校见", "kq": "壳", "ls": "率",
        "ly": "乐", "nz": "粘", "oq": "区", "sc": "盛", "sd": "石", "sx": "省宿厦", "sz": "什识属折", "wy": "尾遗",
        "xy": "叶",
    }.items()
    for character in characters
}  # fmt: skip
"""Characters that are read in ways which begin with different letters."""


def initials(character: str) -> str:
    """The small letters with which a Hanzi's readings begin; none for anything else, and for rare characters."""
    simple = fold(character)
    if simple in _SEVERAL:
        return _SEVERAL[simple]
    code = _code(simple)
    if not _code(_FIRST[0]) <= code <= _code(_LAST):
        return ""
    return _LETTERS[bisect(_FIRST, code, key=_code) - 1]


def _code(character: str) -> bytes:
    """The place in GB 2312; nothing where the character has none."""
    return character.encode("gb2312", "ignore")
