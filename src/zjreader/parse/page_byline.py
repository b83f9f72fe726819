"""The credits of a page's article from all that could tell them, in the order of trust.

First what stands between title and text, then behind the text, then just above the title; then the dateline; then what
the page says of itself to machines, which only fills what is not shown and makes a day that is shown exact.
"""

import re
from collections.abc import Sequence
from datetime import datetime, tzinfo

from zjreader.article import Moment
from zjreader.parse.markup import Line
from zjreader.parse.page_body import Body
from zjreader.parse.page_credits import editor_inside, is_credit, is_house, page_credits, responsible_editor
from zjreader.parse.page_facts import Facts
from zjreader.text.byline import Dateline
from zjreader.text.clean import Clean
from zjreader.text.credits import Credits, merged
from zjreader.text.dates import CHINA, find_date
from zjreader.text.fold import fold

_ABOVE, _OVER, _BEHIND = 12, 4, 16
"""Lines looked at: above a text whose title is not shown, above a title, behind a text."""


_LONGEST_HEAD, _LEAST_HOUSE = 80, 2
_REST_OF_A_HOUSE = re.compile("(?:网|报|社|台|新闻|日报|在线| (?!.*(?:blog|博客|部落格))).*|")
_TITLE_PARTS = re.compile(r"\s*[|_｜–—·-]+\s*")
"""Behind the first of these signs in a document's title stand the names of the channel and of the site."""

_PAPERS_PAGE = re.compile("第 ?[0-9a-z]{1,4} ?版|[上下]一版|版面(?:导航|概览|目录)")


def byline(
    shown: Sequence[Line],
    found: Body,
    title_at: int | None,
    *,
    dateline: Dateline | None,
    said: Facts,
    base: datetime | None,
    zone: tzinfo = CHINA,
) -> Credits:
    """What the page's lines, of which one shows the title, and its own account credit."""
    first, last = place(shown, found)
    top = title_at + 1 if title_at is not None and title_at < first else max(0, first - _ABOVE)
    behind = [*found.between, *shown[last + 1 : last + _BEHIND], *filter(is_credit, found.text)]
    over = page_credits(shown[max(0, top - _OVER) : top], base, zone, above=True)
    credit = _all_of(
        Credits(editor=responsible_editor([*behind, *shown[top:first]])),
        page_credits(shown[top:first], base, zone, above=True),
        page_credits(behind, base, zone, above=False),
        over._replace(authors=(), correspondents=()),
        Credits(editor=editor_inside(found.text[-1].text) or editor_inside(found.text[0].text)),
    )
    if credit.publisher in said.authors and not is_house(credit.publisher or ""):
        credit = credit._replace(publisher=None)
    if credit.authors == (credit.publisher,) and is_house(credit.authors[0]):
        credit = credit._replace(authors=())
    told = _told(dateline, said, credit)
    published = _exact(credit.published, told.published) or _issue(shown[:first])
    both = merged(credit, told)
    return both._replace(published=published, authors=_people(both, said))


def _people(credit: Credits, said: Facts) -> tuple[Clean, ...]:
    """The writers without whoever keeps the page, unless nobody else is credited with the text."""
    houses = _houses(said)
    writers = tuple(name for name in credit.authors if name != credit.publisher or not is_house(name))
    return tuple(name for name in writers if not _keeps_the_page(name, houses)) or writers


def _houses(said: Facts) -> Sequence[str]:
    """The names of whoever keeps the page: what it tells machines, and what stands behind its title."""
    return (*said.houses, *_TITLE_PARTS.split(said.document_title)[1:])


def _keeps_the_page(name: str, houses: Sequence[str]) -> bool:
    """Whether a name is that of the page's house, or its beginning (某新 of 某新网); a blog bears its writer's name."""
    rests = (fold(house).removeprefix(fold(name)) for house in houses if fold(house).startswith(fold(name)))
    return len(name) >= _LEAST_HOUSE and any(_REST_OF_A_HOUSE.fullmatch(rest) for rest in rests)


def place(shown: Sequence[Line], found: Body) -> tuple[int, int]:
    """Where the text begins and ends among the lines of the page; captions above the byline come before it."""
    first, last = shown.index(found.text[0]), len(shown) - 1 - shown[::-1].index(found.text[-1])
    return max(first, shown.index(found.above[-1]) + 1) if found.above else first, last


def _issue(above: Sequence[Line]) -> Moment | None:
    """The day of the paper, where the page shows one of a paper's pages (第03版) above the text."""
    short = [line.text for line in above if len(line.text) <= _LONGEST_HEAD]
    if not any(_PAPERS_PAGE.search(fold(text)) for text in short):
        return None
    return next((day for text in short if (day := find_date(text, None)) and day.day), None)


def _all_of(*credits_in_order: Credits) -> Credits:
    credit = Credits()
    for each in credits_in_order:
        credit = merged(credit, each)
    return credit


def _told(dateline: Dateline | None, said: Facts, credit: Credits) -> Credits:
    """What dateline and machines add; a dateline's writers go before theirs, its day and publisher do not."""
    others = {credit.publisher, credit.editor, said.publisher, said.editor}
    houses = _houses(said)
    people = tuple(
        name for name in said.authors if name not in others and not is_house(name) and not _keeps_the_page(name, houses)
    )
    machines = Credits(said.publisher, said.published, people, (), said.editor)
    if dateline is None:
        return machines
    writers = Credits(authors=dateline.authors, correspondents=dateline.correspondents)
    return _all_of(writers, machines, Credits(dateline.publisher, dateline.published))


def _exact(shown: Moment | None, told: Moment | None) -> Moment | None:
    """The time that the page shows; what it tells machines where that is inferred, or less exact on the same day."""
    if shown is None or told is None:
        return shown or told
    finer = shown.day == told.day and shown.precision == "day" and "T00:00" not in told.text
    return told if shown.inferred or finer else shown
