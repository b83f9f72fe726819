"""A text that is no column page -> one article: its title, its credits and its text.

Read as well are texts broken at a fixed width, and the whole visible text of a web page, of which menus and what stands
behind the article are left out. A text of white space alone holds no article; nothing else is refused.
"""

import re
from collections.abc import Sequence
from datetime import datetime

from zjreader.article import Article
from zjreader.parse.composed import compose, credited
from zjreader.parse.page_lines import PageLine, crumb, shaped
from zjreader.parse.wrapped_lines import unwrapped
from zjreader.text.clean import Clean
from zjreader.text.credits import Credits

LONGEST_TITLE = 80
"""Characters up to which a first line is a title as it stands; of a longer one the first clause is."""

_CLAUSE_END = re.compile("[。！？!?；;…，,：:]")
_BEHIND = re.compile(
    "相关|推荐|延伸阅读|热门|作者最新文章|上一篇|下一篇|友情链接|网友评论|评论|猜你喜欢|排行|版权|copyright|返回",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_HANZI = re.compile("[\u3400-\u9fff]")
_NO_TITLE = re.compile("[0-9]{1,2}[:：][0-9]{2}|^(?:发布|发表|更新|微信号|功能介绍|用微信|原标题|责任编辑|编辑)")
_OFFICIAL = re.compile("(?:决议|決議|决定|決定|通知|意见|意見|公告|办法|辦法|规定|規定|批复|通报)$")
_OFFICIAL_LINES = 4
_SHORTEST_TITLE = 6
_GAP = 12
"""Title-like lines in a row that still stand inside an article; menus behind one are longer."""


def read(text: Clean, base: datetime | None, section: Clean | None) -> list[Article]:
    """The one article of the text, or none where there is only white space; `base` dates what has no year."""
    lines = [shaped(Clean(line.strip()), base) for line in unwrapped(text) if line.strip()]
    if not lines:
        return []
    copied = sum(line.shape == "crumbs" or _is_button(line) for line in lines) > 1
    at = _title_at(lines) if copied else 0
    shown = next((crumb(line.text) for line in lines[:at] if line.shape == "crumbs"), None)
    title, used = _title(lines[at:])
    below = lines[at + used :]
    credit, body = credited(Credits(), below[: _end(below)] if copied else below)
    if copied:
        body = [line for line in body if line.shape not in {"furniture", "crumbs"}]
    return [compose(title, credit, body, base, shown or section)]


def _is_button(line: PageLine) -> bool:
    """Whether a line shows a site's buttons or menu; rows of numbers are a table's."""
    return line.shape == "furniture" and bool(_HANZI.search(line.text)) and not _DIGIT.search(line.text)


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
