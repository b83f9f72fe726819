"""A text of a collection, which opens with lines such as 【标 题】…【作 者】…【正 文】 -> one article.

A field goes on over the lines below it until the next one; below a title stands its subtitle, which leads the text.
What no field of an article holds (【文献号】, 【分类名】) is kept in `extra`, under the name that it has there.
"""

import re
from datetime import datetime
from typing import Final, NamedTuple

from zjreader.article import Article
from zjreader.parse.columns import several, to_json
from zjreader.parse.composed import compose, credited
from zjreader.parse.page_lines import PageLine, shaped
from zjreader.parse.wrapped_lines import join_lines, unwrapped
from zjreader.text.clean import Clean, clean_line
from zjreader.text.credits import Credits, merged
from zjreader.text.dates import find_date
from zjreader.text.names import read_writers

_BLANK: Final = r"[ \t\u3000]*"
_FIELD: Final = re.compile(
    rf"{_BLANK}【{_BLANK}([\u4e00-\u9fff](?:{_BLANK}[\u4e00-\u9fff]){{1,5}}){_BLANK}】{_BLANK}(.*)"
)
_OPENING: Final = re.compile(
    rf"^{_BLANK}【{_BLANK}(?:[标標]{_BLANK}[题題]|[题題篇]{_BLANK}名){_BLANK}】{_BLANK}[^\s【]", re.MULTILINE
)
_FIRST: Final = 4096
"""Characters of a text among which its title stands."""

_LONGEST_HEADER: Final = 60
"""Lines within which fields are looked for."""

_TITLES: Final = frozenset({"标题", "標題", "题名", "題名", "篇名"})
_AUTHORS: Final = frozenset({"作者"})
_DATES: Final = frozenset({"日期", "时间", "時間", "发布日期", "發布日期", "文章日期"})
_PUBLISHERS: Final = frozenset({"来源", "來源", "出处", "出處", "原文出处", "原文出處"})
_EDITORS: Final = frozenset({"责任编辑", "責任編輯", "编辑", "編輯"})
_KEYWORDS: Final = frozenset({"关键词", "關鍵詞", "关键字", "關鍵字"})
_TEXTS: Final = frozenset({"正文", "内容", "內容"})
_NOTES: Final = frozenset(
    {"内容提要", "內容提要", "摘要", "提要", "编者按", "作者简介", "标题注释", "英文摘要", "译者"}
)
_SEPARATORS: Final = re.compile("[ 、,，;；/／]+")
_WIDE_GAP: Final = re.compile("[ \t\u3000]{2,}")


class _Field(NamedTuple):
    """A field: its name without blanks, what stands behind it, and the lines below it."""

    name: str
    value: str
    below: list[str]

    @property
    def whole(self) -> Clean:
        return clean_line(join_lines([self.value, *(line.strip() for line in self.below)]))


def looks_like(text: Clean) -> bool:
    """Whether a text opens with fields, a title among them."""
    return _OPENING.search("\n".join(text[:_FIRST].split("\n")[:_LONGEST_HEADER])) is not None


def read(text: Clean, base: datetime | None, section: Clean | None) -> list[Article]:
    """The one article; `base` dates what has no year."""
    fields, body = _parted(text.split("\n"))
    title = next((clean_line(field.value) for field in fields if field.name in _TITLES and field.value), Clean(""))
    credit, notes = Credits(), list[PageLine]()
    extra: dict[Clean, Clean] = {}
    for field in fields:
        said = _credits(field.name, field.whole, base)
        if said:
            credit = merged(credit, said)
        elif field.name in _NOTES:
            notes.append(PageLine(Clean(f"{field.name}：{field.whole}"), "note"))
        elif field.name not in _TITLES | _KEYWORDS and field.whole:
            extra[Clean(field.name)] = to_json(field.whole)
    subtitles = [line for field in fields if field.name in _TITLES for line in field.below]
    lines = [_shaped(line.strip(), base) for line in unwrapped("\n".join([*subtitles, *body])) if line.strip()]
    credit, text_lines = credited(credit, lines)
    article = compose(title, credit, [*notes, *text_lines], base, section)
    return [article._replace(tags=_tags(fields), extra=tuple(extra.items()))]


def _parted(lines: list[str]) -> tuple[list[_Field], list[str]]:
    """The fields of the header and the lines of the text, which begins at 【正文】, else below the last field."""
    fields: list[_Field] = []
    leading: list[str] = []
    titled = False
    for at, line in enumerate(lines[:_LONGEST_HEADER]):
        found = _FIELD.fullmatch(line.rstrip())
        name = "".join(found[1].split()) if found else ""
        if found and titled and name in _TEXTS:
            return fields, [*leading, found[2], *lines[at + 1 :]]
        if found and name not in _TEXTS:
            titled = titled or name in _TITLES
            fields.append(_Field(name, found[2], []))
        else:
            (fields[-1].below if fields else leading).append(line)
    body = [*leading, *fields[-1].below, *lines[_LONGEST_HEADER:]]
    return [*fields[:-1], fields[-1]._replace(below=[])], body


def _credits(name: str, value: Clean, base: datetime | None) -> Credits | None:
    """What a field credits; None where fields of its name credit nothing."""
    if name in _AUTHORS:
        writers = read_writers(value)
        names = writers.authors if writers.complete else tuple(Clean(part) for part in _SEPARATORS.split(value) if part)
        return Credits(authors=names, correspondents=writers.correspondents)
    if name in _DATES:
        return Credits(published=find_date(value, base))
    if name in _EDITORS:
        return Credits(editor=value or None)
    return Credits(publisher=value or None) if name in _PUBLISHERS else None


def _shaped(line: str, base: datetime | None) -> PageLine:
    """A line of the text; fields stand behind it as well."""
    found = _FIELD.fullmatch(line) if line.startswith("【") else None
    said = _credits("".join(found[1].split()), clean_line(found[2]), base) if found else None
    return PageLine(Clean(line), "credits", said) if said else shaped(Clean(line), base)


def _tags(fields: list[_Field]) -> tuple[Clean, ...]:
    parts = [part for field in fields if field.name in _KEYWORDS for part in _WIDE_GAP.split(field.value)]
    return tuple(dict.fromkeys(word for part in parts for word in several(part)))
