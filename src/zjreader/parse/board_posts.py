"""Posts of a bulletin board, as boards save and mail them -> an article each.

A post begins with who sent it, its title and when (发信人 标题 发信站; 作者 標題 時間) and goes on to the next such
header. Its writer is the account, not the nickname, which changes. The signature and the board's own lines behind the
text are left out.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Final

from zjreader.article import Article
from zjreader.parse.composed import compose
from zjreader.parse.page_lines import PageLine, shaped
from zjreader.parse.wrapped_lines import unwrapped
from zjreader.text.clean import Clean
from zjreader.text.credits import Credits
from zjreader.text.dates import find_date
from zjreader.text.fold import fold

_HEADER: Final = re.compile(
    r"^[ >]*(?:发信人|寄信人|作者) *:? +(?P<writer>[a-z0-9][a-z0-9_.@-]*)[^\n]*?"
    r"(?:(?:信区|看板|站内|讨论区) *:? +(?P<board>[^\n]+))?\n"
    r"[ >]*标 *题 *:? +(?P<title>[^\n]*\S)[^\n]*\n"
    r"[ >]*(?:发信站|时 *间|日 *期) *:? +(?:(?P<site>[^\n(]*?) *\()?(?P<sent>[^\n]*)$",
    re.MULTILINE,
)
_SENDER: Final = re.compile("^[ >]*(?:[发發寄]信人|作者)[ :：]", re.MULTILINE)
_FIRST: Final = 4096
"""Characters of a text within which its first header stands."""

_LONGEST_SIGNATURE: Final = 16
"""Lines, blank ones too, that a signature with the board's lines behind it may have."""

_SIGNED: Final = re.compile(r"--+")
_BOARDS_OWN: Final = re.compile(
    r"※ ?(?:来源|来自|修改|转载|转寄|发信站|编辑|文章网址)|-{10,}$|\*?(?:\[[^\]\n]*\] ?){2,}$"
)


def looks_like(text: Clean) -> bool:
    """Whether a text begins with the header of a post."""
    first = text[:_FIRST]
    return _SENDER.search(first) is not None and _HEADER.search(fold(first)) is not None


def read(text: Clean, base: datetime | None, section: Clean | None) -> list[Article]:
    """The posts in the text's order; the board is their section where none is given."""
    headers = list(_HEADER.finditer(fold(text)))
    ends = [header.start() for header in headers[1:]] + [len(text)]
    return [_post(text, header, end, base, section) for header, end in zip(headers, ends, strict=True)]


def _post(text: Clean, header: re.Match[str], end: int, base: datetime | None, section: Clean | None) -> Article:
    def said(group: str) -> Clean:
        return Clean(text[slice(*header.span(group))].strip())

    credit = Credits(said("site") or None, find_date(said("sent"), base), (said("writer"),))
    lines = list(_text_lines(text[header.end() : end], base))
    title = said("title")
    repeated = bool(lines) and lines[0].text == title
    return compose(title, credit, lines[repeated:], base, section or said("board") or None)


def _text_lines(text: str, base: datetime | None) -> Iterator[PageLine]:
    lines = unwrapped("\n".join(_unsigned(text.rstrip().split("\n"))))
    return (shaped(Clean(line.strip()), base) for line in lines if line.strip())


def _unsigned(lines: list[str]) -> Iterator[str]:
    """The lines without those of the board and without a signature at their end."""
    last = max(0, len(lines) - _LONGEST_SIGNATURE)
    end = next((at for at in range(last, len(lines)) if _SIGNED.fullmatch(lines[at].strip())), len(lines))
    return (line for line in lines[:end] if not _BOARDS_OWN.match(fold(line.strip())))
