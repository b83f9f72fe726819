"""A text that is no column page -> one article: its title, its credits and its text.

Read as well are the 【标 题】【作 者】【日 期】【正 文】 lines of text collections, texts broken at a fixed width, and
the whole visible text of a web page, of which menus and what stands behind the article are left out. A text of white
space alone holds no article; nothing else is refused.
"""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from zjreader.article import Article
from zjreader.parse.blocks import to_blocks
from zjreader.parse.page_lines import PageLine, crumb, shaped
from zjreader.parse.wrapped_lines import unwrapped
from zjreader.text.byline import read_dateline
from zjreader.text.clean import Clean, clean_line
from zjreader.text.credits import Credits, merged
from zjreader.text.dates import find_date
from zjreader.text.names import read_writers

LONGEST_TITLE = 80
"""Characters up to which a first line is a title as it stands; of a longer one the first clause is."""

_FIELD = re.compile(r"【[ \u3000]*([\u4e00-\u9fff](?:[ \u3000]*[\u4e00-\u9fff]){1,5})[ \u3000]*】[ \t\u3000]*(.*)")
_TITLES, _AUTHORS, _DATES = (
    frozenset({"标题", "题名", "篇名"}),
    frozenset({"作者"}),
    frozenset({"日期", "时间", "发布日期"}),
)
_PUBLISHERS, _TEXTS = frozenset({"来源", "出处", "原文出处"}), frozenset({"正文", "内容"})
_SEPARATORS = re.compile("[ 、,，;；/／]+")
_LONGEST_HEADER = 60
_CLAUSE_END = re.compile("[。！？!?；;…，,：:]")
_BEHIND = re.compile(
    "相关|推荐|延伸阅读|热门|作者最新文章|上一篇|下一篇|友情链接|网友评论|评论|猜你喜欢|排行|版权|copyright|返回",
    re.IGNORECASE,
)
_HANZI = re.compile("[\u3400-\u9fff]")
_NO_TITLE = re.compile("[0-9]{1,2}[:：][0-9]{2}|^(?:发布|发表|更新|微信号|功能介绍|用微信|原标题|责任编辑|编辑)")
_OFFICIAL = re.compile("(?:决议|決議|决定|決定|通知|意见|意見|公告|办法|辦法|规定|規定|批复|通报)$")
_OFFICIAL_LINES = 4
_SHORTEST_TITLE = 6
_GAP = 12
"""Title-like lines in a row that still stand inside an article; menus behind one are longer."""


class _Found(NamedTuple):
    """The title, what is credited, and the lines of the text."""

    title: Clean
    credits: Credits
    lines: Sequence[PageLine]
    section: Clean | None = None


def read(text: Clean, base: datetime | None, section: Clean | None) -> list[Article]:
    """The one article of the text, or none where there is only white space; `base` dates what has no year."""
    found = _with_fields(text, base) or _without_fields(text, base)
    if found is None:
        return []
    credit = found.credits
    dateline = read_dateline(next((line.text for line in found.lines if line.shape == "text"), ""), base)
    if dateline:
        credit = merged(
            credit, Credits(dateline.publisher, dateline.published, dateline.authors, dateline.correspondents)
        )
    article = Article(
        kind="full" if found.lines else "teaser",
        title=found.title,
        section=found.section or section,
        publisher=credit.publisher,
        place=dateline.place if dateline else None,
        authors=credit.authors,
        correspondents=credit.correspondents,
        editor=credit.editor,
        published=credit.published,
        blocks=to_blocks(found.lines),
    )
    return [article]


def _with_fields(text: str, base: datetime | None) -> _Found | None:
    """A text of a collection: 【…】 lines, then the body; what stands between them in other lines leads the body."""
    title, credit, lines = None, Credits(), text.split("\n")
    header = [
        (at, field) for at, line in enumerate(lines[:_LONGEST_HEADER]) if (field := _FIELD.fullmatch(line.strip()))
    ]
    between = set(range(header[-1][0] if header else 0)) - {at for at, _ in header}
    start = header[-1][0] + 1 if header else 0
    for _, field in header:
        name, value = re.sub(r"\s", "", field[1]), clean_line(field[2])
        title = title or (value if name in _TITLES else None)
        credit = merged(credit, _field(name, value, base))
        if name in _TEXTS and value:
            lines[start:start] = [value]
    if not title:
        return None
    body = [*(lines[at] for at in sorted(between)), *unwrapped("\n".join(lines[start:]))]
    return _Found(title, *_credited(credit, [shaped(Clean(line.strip()), base) for line in body if line.strip()]))


def _field(name: str, value: Clean, base: datetime | None) -> Credits:
    if name in _AUTHORS:
        writers = read_writers(value)
        authors = (
            writers.authors if writers.complete else tuple(Clean(name) for name in _SEPARATORS.split(value) if name)
        )
        return Credits(authors=authors, correspondents=writers.correspondents)
    if name in _DATES:
        return Credits(published=find_date(value, base))
    return Credits(publisher=value or None) if name in _PUBLISHERS else Credits()


def _without_fields(text: str, base: datetime | None) -> _Found | None:
    lines = [shaped(Clean(line.strip()), base) for line in unwrapped(text) if line.strip()]
    if not lines:
        return None
    copied = (
        sum(line.shape == "crumbs" or (line.shape == "furniture" and not line.text.isascii()) for line in lines) > 1
    )
    at = _title_at(lines) if copied else 0
    section = next((crumb(line.text) for line in lines[:at] if line.shape == "crumbs"), None)
    title, used = _title(lines[at:])
    below = lines[at + used :]
    credit, body = _credited(Credits(), below[: _end(below)] if copied else below)
    if copied:
        body = [line for line in body if line.shape not in {"furniture", "crumbs"}]
    return _Found(title, credit, body, section)


def _title(lines: Sequence[PageLine]) -> tuple[Clean, int]:
    """The title, and how many lines it takes: none of a lone or long line, which is text as well."""
    first = lines[0].text
    if len(first) > LONGEST_TITLE:
        end = _CLAUSE_END.search(first, 1, LONGEST_TITLE)
        return Clean(first[: end.start() if end else LONGEST_TITLE].strip()), 0
    taken = 1
    if len(lines) > 1 and lines[1].text.startswith(("关于", "關於")):
        while taken < min(len(lines), _OFFICIAL_LINES) and lines[taken].shape == "short":
            taken += 1
            if _OFFICIAL.search(lines[taken - 1].text):
                return Clean("".join(line.text for line in lines[:taken])), taken
    return first, int(len(lines) > 1)


def _title_at(lines: Sequence[PageLine]) -> int:
    """Where the title stands in the copy of a web page: first of all, else above the first date or running text."""
    texts = [at for at, line in enumerate(lines) if line.shape == "text"]
    dated = [at for at, line in enumerate(lines) if line.credits and line.credits.published]
    titles = [at for at, line in enumerate(lines) if _like_title(line)]
    if titles[:1] == [0]:
        return _with_most_text(lines, [at for at in titles if lines[at].text == lines[0].text])
    for mark in (*dated[:1], *texts[:1]):
        above = [at for at in titles if at < mark]
        if above:
            return above[-1]
    return titles[0] if titles else next((at for at, line in enumerate(lines) if line.shape != "furniture"), 0)


def _with_most_text(lines: Sequence[PageLine], places: Sequence[int]) -> int:
    """Of the places of one title (in the menu, above the article, behind it), the one with the most text below it."""
    stops = [*places[1:], len(lines)]
    spans = [lines[place:stop] for place, stop in zip(places, stops, strict=True)]
    sizes = [sum(len(line.text) for line in span if line.shape == "text") for span in spans]
    return places[sizes.index(max(sizes))]


def _like_title(line: PageLine) -> bool:
    return (
        line.shape == "short"
        and _NO_TITLE.search(line.text) is None
        and len(_HANZI.findall(line.text)) >= _SHORTEST_TITLE
    )


def _end(lines: Sequence[PageLine]) -> int:
    """Where the article of a copied page ends: at its editor, at what is offered behind it, or where menus begin."""
    last, seen = 0, False
    for at, line in enumerate(lines):
        if seen and line.credits and line.credits.editor:
            return at + 1
        if line.shape == "text":
            last, seen = at, True
        elif seen and (at - last > _GAP or (line.shape == "furniture" and _BEHIND.search(line.text))):
            return last + 1
    return last + 1 if seen else len(lines)


def _credited(credit: Credits, lines: Sequence[PageLine]) -> tuple[Credits, list[PageLine]]:
    """The credits of all such lines, and the other lines."""
    for line in lines:
        credit = merged(credit, line.credits) if line.credits else credit
    return credit, [line for line in lines if line.shape != "credits"]
