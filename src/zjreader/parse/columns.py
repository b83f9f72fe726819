"""What the columns of other people's tables are called, and what their values mean: a row becomes an article.

For every form of a table: JSON lines, an array, CSV. A column that gives a field its value is that field; every other
one, also a date that cannot be read, is kept in `extra`; an editor without a column may sign the text (【编辑:林溪】).
Refuses, as None, only a row without title and text.
"""

import json
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, tzinfo
from functools import lru_cache
from typing import Any, Final, NamedTuple

from zjreader.article import Article, Block, Moment
from zjreader.parse.markup_signs import is_markup
from zjreader.text.clean import Clean
from zjreader.text.credits import editor_alone
from zjreader.text.dates import CHINA, find_date, read_iso

MOST_TITLE: Final = 60
"""Characters of a text's first sentence that stand for a missing title."""

_NAMES: Final = {
    "title": "title headline newstitle contenttitle subject 标题 標題 题目 題目 新闻标题 新聞標題 sentence",
    "body": "content body text article fulltext maintext articlebody contenttext 正文 内容 內容 全文 文章内容",
    "summary": "summary abstract description desc digest shortdescription brief 摘要 导语 導語 简介 簡介",
    "published": "published date datetime time publishtime publisheddate publishedat publishdate datepublished "
    "datepublish pubdate pubtime ctime 发布时间 發布時間 發佈時間 发布日期 發布日期 时间 時間 日期",
    "publisher": "publisher source media sourcename sourcedomain 来源 來源 媒体 媒體 发布媒体",
    "section": "section category channel column labeldesc label class topic 栏目 欄目 频道 頻道 分类 分類 类别 類別",
    "authors": "authors author byline reporter reporters writer 作者 记者 記者",
    "correspondents": "correspondents correspondent 通讯员 通訊員",
    "editor": "editor editors 编辑 編輯 责任编辑 責任編輯 责编 責編",
    "place": "place location city dateline 地点 地點",
    "url": "url link href articleurl newsurl sourceurl 链接 鏈接 連結 网址 網址 原文链接",
    "tags": "tags keywords keyword tag 关键词 關鍵詞 关键字 關鍵字 标签 標籤",
    "key": "id key newsid articleid docid docno uuid 编号 編號",
}
"""The names of a field's column, the likelier first; compared without case, blanks, `_`, `-` and `.`."""

_FIELD_OF: Final = {name: (rank, field) for field, names in _NAMES.items() for rank, name in enumerate(names.split())}
_FILLING: Final = re.compile(r"[\s_.-]+")
_PARTING: Final = re.compile(r"[;；、,，|\n]|(?<=[\u4e00-\u9fff]{2})\s+(?=[\u4e00-\u9fff]{2})")
_LINKING: Final = frozenset({"url", "title"})
_SENTENCE: Final = re.compile(r"[^\s。！？!?][^。！？!?\n]*[。！？!?]?[”」』’]?")
_STAMP: Final = re.compile(
    "[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[ T][0-9]{2}:[0-9]{2}(?P<second>:[0-9]{2})?(?:\\+(?:0[0-9]|1[0-3]):[0-5][0-9])?)?"
)
_MOST_DATE: Final = 32
_DAY: Final = len("2026-04-10")
_SECONDS: Final = range(100_000_000, 100_000_000_000)
"""Unix times from 1973 to 5138: below stand years and plain dates, from here on milliseconds."""


_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))
_EMPTY: Final[tuple[Any, ...]] = (None, "", [])


FIELDS: Final = tuple(_NAMES)
"""What a column can be told to give."""

Told = tuple[tuple[Clean, Clean], ...]
"""Fields and the columns that a person named for them."""


class Context(NamedTuple):
    """What a table does not say itself.

    The day its dates are measured against, the zone of its times, the columns told to give a field, and the section of
    articles that name none. `shown` gives the blocks of HTML in a cell; without it HTML is text like any other.
    """

    base: datetime | None = None
    zone: tzinfo = CHINA
    told: Told = ()
    section: Clean | None = None
    shown: Callable[[str], tuple[Block, ...]] | None = None


NO_CONTEXT: Final = Context()


def to_article(row: Mapping[Clean, Any], context: Context) -> Article | None:
    """The article that a row of clean values tells of; None where it has neither title nor text."""
    values: dict[str, Any] = {}
    taken: set[Clean] = set()
    fields = fields_of(tuple(row), context.told)
    for field, column in fields:
        if field in values:
            continue
        if value := _READERS[field](row[column], context):
            values[field] = value
        if value or row[column] in _EMPTY:
            taken.add(column)
    blocks = values.pop("body", ())
    if len(blocks) > 1 and "editor" not in dict(fields) and (editor := editor_alone(blocks[-1].text)):
        values["editor"], blocks = editor, blocks[:-1]
    title = values.pop("title", None) or first_sentence(blocks[0].text if blocks else values.get("summary", ""))
    if not title:
        return None
    values.setdefault("section", context.section)
    rest = [] if len(taken) == len(row) else [name for name in row if name not in taken]
    extra = tuple([(name, to_json(row[name])) for name in rest])
    return Article("full" if blocks else "teaser", title, blocks=blocks, extra=extra, **values)


def link_and_title(row: Mapping[Clean, Any], context: Context) -> tuple[Clean, Clean] | None:
    """The link and title that `to_article` gives; None without a link, and where no column gives a title."""
    found: dict[str, Any] = {}
    for field, column in fields_of(tuple(row), context.told):
        if field in _LINKING and field not in found and (value := _READERS[field](row[column], context)):
            found[field] = value
    return (found["url"], found["title"]) if len(found) == len(_LINKING) else None


@lru_cache(maxsize=256)
def linking(names: tuple[str, ...], told: Told = ()) -> tuple[Clean, ...]:
    """The columns that may give a link or a title; none where none may give a link."""
    fields = [(field, name) for field, name in fields_of(names, told) if field in _LINKING]
    return tuple(name for _field, name in fields) if "url" in dict(fields) else ()


@lru_cache(maxsize=256)
def fields_of(names: tuple[str, ...], told: Told = ()) -> tuple[tuple[str, Clean], ...]:
    """The fields that these columns may give, each with its column, the likelier before the less likely."""
    said = {_plain(column): field for field, column in told}
    known = [(*_meaning(name, said), Clean(name)) for name in names]
    return tuple((field, name) for _rank, field, name in sorted(known) if field)


def is_date(text: str) -> bool:
    """Whether a cell holds a whole date and not much more."""
    return len(text) <= _MOST_DATE and _moment(text, NO_CONTEXT) is not None


def paragraphs(text: str) -> tuple[Block, ...]:
    """A paragraph for each line that is not blank."""
    return tuple([Block("paragraph", Clean(line)) for part in text.split("\n") if (line := part.strip())])


def first_sentence(text: str) -> Clean:
    """The beginning of a text, for a title: one sentence, cut off with … where it is longer than a title may be."""
    found = _SENTENCE.search(text)
    sentence = Clean(" ".join((found[0] if found else text).split()).removesuffix("。"))
    return sentence if len(sentence) <= MOST_TITLE else Clean(sentence[: MOST_TITLE - 1] + "…")


def to_json(value: Any) -> Clean:
    """JSON on one line, never escaped to ASCII; raises `ValueError` for a number that JSON cannot write."""
    return Clean(_ENCODER.encode(value))


def _meaning(name: str, said: Mapping[str, str]) -> tuple[int, str]:
    plain = _plain(name)
    return (-1, said[plain]) if plain in said else _FIELD_OF.get(plain, (0, ""))


def _plain(name: str) -> str:
    return _FILLING.sub("", name.casefold())


def _line(value: Any, _context: Context | None = None) -> Clean | None:
    if isinstance(value, str):
        return Clean(" ".join(value.split())) or None
    if isinstance(value, list):
        return Clean(";".join(several(value))) or None
    return Clean(str(value)) if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def several(value: Any, _context: Context | None = None) -> tuple[Clean, ...]:
    """The names or words of a list or of one text that parts them; objects give their `name`. Each stands once."""
    parts = value if isinstance(value, list) else _PARTING.split(value) if isinstance(value, str) else [value]
    lines: dict[Clean, None] = {}
    for part in parts:
        named = part.get("name") if isinstance(part, dict) else part
        if not isinstance(named, list) and (line := _line(named)):
            lines[line] = None
    return tuple(lines)


def _title(value: Any, context: Context) -> Clean | None:
    line = _line(value)
    shown = _shown(line, context) if line else None
    return line if shown is None else _joined(" ", shown)


def _body(value: Any, context: Context) -> tuple[Block, ...]:
    if isinstance(value, list):
        value = "\n".join(line for line in value if isinstance(line, str))
    if not isinstance(value, str):
        return ()
    shown = _shown(value, context)
    return paragraphs(value) if shown is None else shown


def _summary(value: Any, context: Context) -> Clean | None:
    if not isinstance(value, str):
        return None
    shown = _shown(value, context)
    return (Clean(value.strip()) or None) if shown is None else _joined("\n", shown)


def _shown(text: str, context: Context) -> tuple[Block, ...] | None:
    """What HTML shows; None of a text that is none."""
    return context.shown(text) if context.shown and is_markup(text) else None


def _joined(between: str, blocks: tuple[Block, ...]) -> Clean | None:
    return Clean(between.join(block.text for block in blocks)) or None


def _moment(value: Any, context: Context) -> Moment | None:
    text = _line(value)
    if not text:
        return None
    if stamp := _stamp(text, context.zone):
        return stamp
    if text.isascii() and text.replace(".", "", 1).isdigit():
        return _unix_time(float(text), context.zone) or read_iso(text, context.zone)
    return read_iso(text, context.zone) or find_date(text, context.base, context.zone)


def _stamp(text: str, zone: tzinfo) -> Moment | None:
    """What `read_iso` gives, for the forms in which nearly all tables write a date, at a tenth of its price."""
    found = _STAMP.fullmatch(text)
    try:
        stands = datetime.fromisoformat(text) if found else None
    except ValueError:
        return None
    if not found or not stands:
        return None
    day = Clean(text[:_DAY])
    if len(text) == _DAY:
        return Moment(day, "day", day)
    if not stands.tzinfo:
        stands = stands.replace(tzinfo=zone)
    exact = found["second"] is not None
    return Moment(
        Clean(stands.isoformat(timespec="seconds" if exact else "minutes")), "second" if exact else "minute", day
    )


def _unix_time(number: float, zone: tzinfo) -> Moment | None:
    seconds = number if number < _SECONDS.stop else number / 1000
    if not _SECONDS.start <= seconds < _SECONDS.stop:
        return None
    when = datetime.fromtimestamp(int(seconds), UTC).astimezone(zone)
    return read_iso(when.isoformat(), zone)


_READERS: Final[Mapping[str, Callable[[Any, Context], Any]]] = {
    "title": _title,
    **dict.fromkeys(("publisher", "section", "editor", "place", "url", "key"), _line),
    **dict.fromkeys(("authors", "correspondents", "tags"), several),
    "body": _body,
    "summary": _summary,
    "published": _moment,
}
