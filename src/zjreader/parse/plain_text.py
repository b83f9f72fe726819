"""A text that is no column page -> one article: its title, its credits and its text.

Read as well are texts broken at a fixed width, and the whole visible text of a web page, of which menus and what stands
behind the article are left out. A text of white space alone holds no article; nothing else is refused.
"""

import re
from collections.abc import Sequence
from datetime import datetime

from zjreader.article import Article
from zjreader.parse import page_copy
from zjreader.parse.composed import compose, credited
from zjreader.parse.page_head import is_own, read_head
from zjreader.parse.page_lines import PageLine, crumb, shaped
from zjreader.parse.wrapped_lines import unwrapped
from zjreader.text.clean import Clean

LONGEST_TITLE = 80
"""Characters up to which a first line is a title as it stands; of a longer one the first clause is."""

_CLAUSE_END = re.compile("[。！？!?；;…，,：:]")
_OFFICIAL = re.compile("(?:决议|決議|决定|決定|通知|意见|意見|公告|办法|辦法|规定|規定|批复|通报)$")
_OFFICIAL_LINES = 4
_ABOVE = 3
"""Lines above the title of a copied page within which its date stands, where none stands below."""


def read(text: Clean, base: datetime | None, section: Clean | None) -> list[Article]:
    """The one article of the text, or none where there is only white space; `base` dates what has no year."""
    lines = [shaped(Clean(line.strip()), base) for line in unwrapped(text) if line.strip()]
    if not lines:
        return []
    if page_copy.looks_like(lines):
        return [_copied(lines, base, section)]
    title, used = _title(lines)
    start = next((at for at, line in enumerate(lines) if at >= used and line.shape == "text"), len(lines))
    told, head = read_head(title, lines[used:start], base)
    credit, body = credited(told, lines[start:])
    return [compose(title, credit, [*head, *body], base, section)]


def _copied(lines: Sequence[PageLine], base: datetime | None, section: Clean | None) -> Article:
    """The article within the copy of a web page."""
    found = page_copy.extent(lines)
    shown = next((crumb(line.text) for line in lines[: found.title] if line.shape == "crumbs"), None)
    title, used = _title(lines[found.title :])
    below = found.title + used
    told, head = read_head(title, lines[below : found.text], base)
    above = [line for line in lines[max(0, found.title - _ABOVE) : found.title] if page_copy.is_dated(line)]
    text = [line for line in lines[max(below, found.text) : found.stop] if line.shape not in {"furniture", "crumbs"}]
    told, _ = credited(told, above)
    credit, body = credited(told, [*text, *page_copy.tail(lines[found.stop :])])
    return compose(title, credit, [*filter(is_own, head), *body], base, shown or section)


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
