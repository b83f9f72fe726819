"""What a person says of a source, as `KEY=VALUE` words: `section=财经 map=title=新闻标题` and back.

An empty value takes back what was said. `label` and `map` may come several times; the first of them in a call begins
anew. Refuses, as `UsageError`, keys that are none and values that their key cannot have.
"""

import codecs
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time
from typing import Any, Final, NamedTuple

from zjreader.article import UNSAID, Document, SourceSettings
from zjreader.errors import UsageError
from zjreader.messages import _
from zjreader.parse.columns import FIELDS
from zjreader.text.charset import NO_CHARSETS
from zjreader.text.clean import Clean, clean_line
from zjreader.text.dates import CHINA, read_iso
from zjreader.text.zones import zone_named


class _Key(NamedTuple):
    """The setting that a key names, how its value is read (None: not at all) and written, whether it may come again."""

    setting: str
    read: Callable[[str], Any]
    write: Callable[[Any], str] = str
    several: bool = False


def parsed(words: Iterable[str], before: SourceSettings = UNSAID) -> SourceSettings:
    """The settings with what the words change in them; raises `UsageError`, which names the word."""
    changed: dict[str, Any] = {}
    for word in words:
        name, equals, value = word.partition("=")
        key = _KEYS.get(name)
        if not key or not equals:
            raise UsageError(_("is no setting of a source; there are {names}").format(names=" ".join(_KEYS)), word)
        if not value:
            changed[key.setting] = getattr(UNSAID, key.setting)
            continue
        read = key.read(value)
        if read is None:
            raise UsageError(_expected(key.setting), word)
        changed[key.setting] = (*changed.get(key.setting, ()), read) if key.several else read
    return before._replace(**changed)


def words_of(settings: SourceSettings) -> tuple[Clean, ...]:
    """The words that make these settings out of nothing; none where nothing was said."""
    said = [(name, key, getattr(settings, key.setting)) for name, key in _KEYS.items()]
    return tuple(
        clean_line(f"{name}={key.write(value)}")
        for name, key, values in said
        if values != getattr(UNSAID, key.setting)
        for value in (values if key.several else [values])
    )


def applied(document: Document, settings: SourceSettings) -> Document:
    """The document of a source of which this was said."""
    zone = (zone_named(settings.zone) if settings.zone else None) or CHINA
    said = datetime.combine(settings.day, time(), zone) if settings.day else None
    parts = tuple(applied(part, settings) for part in document.parts)
    return document._replace(settings=settings, base=said or document.base, parts=parts)


def _expected(setting: str) -> str:
    return {
        "encoding": _("is no encoding of texts, like gb18030"),
        "zone": _("is not a time zone, like Asia/Shanghai or +08:00"),
        "day": _("is not a day, like 2026-04-10"),
        "columns": _("is not FIELD=COLUMN with a field out of {names}").format(names=" ".join(FIELDS)),
        "archive": _("is neither true nor false"),
        "full_text": _("is neither true nor false"),
        "user_agent": _("is nothing that a header can hold: ASCII alone"),
        "every": _("is no length of time, like 30m, 2h or 1d"),
        "select": _("is no selector of CSS, like .news-list h3 a"),
    }.get(setting, _("is empty"))


def _encoding(value: str) -> Clean | None:
    try:
        b"aa".decode(value, "replace")
    except (LookupError, ValueError):  # unknown, or not of texts · a NUL in the name
        return None
    name = Clean(codecs.lookup(value).name)
    return None if name in NO_CHARSETS else name


def _zone(value: str) -> Clean | None:
    return clean_line(value) if zone_named(value) else None


def _day(value: str) -> date | None:
    moment = read_iso(value)
    return date.fromisoformat(moment.day) if moment and moment.day and moment.precision == "day" else None


def _column(value: str) -> tuple[Clean, Clean] | None:
    field, _equals, column = value.partition("=")
    named = clean_line(column)
    return (Clean(field), named) if field in FIELDS and named else None


def _written_column(pair: tuple[Clean, Clean]) -> str:
    return "=".join(pair)


def _selector(value: str) -> Clean | None:
    from zjreader.parse.selectors import is_selector  # lxml and cssselect, 60 ms

    return clean_line(value) if is_selector(value) else None


def _line(value: str) -> Clean | None:
    return clean_line(value) or None


def _header(value: str) -> Clean | None:
    """What a header of a request can hold: visible ASCII and blanks (RFC 9110, 5.5)."""
    line = clean_line(value)
    return line if line and line.isascii() else None


def _seconds(value: str) -> int | None:
    found = _DURATION.fullmatch(value)
    return int(found[1]) * _UNITS[found[2]] if found else None


def _written_seconds(seconds: int) -> str:
    """In the largest unit of which it is a whole number."""
    unit = next(name for name, length in _UNITS.items() if seconds % length == 0)
    return f"{seconds // _UNITS[unit]}{unit}"


def _written_truth(value: bool) -> str:
    return str(value).lower()


_TRUTH: Final = {"true": True, "false": False}
_UNITS: Final = {"d": 86_400, "h": 3_600, "m": 60}
_DURATION: Final = re.compile(r"([1-9][0-9]{0,3})([dhm])")

_KEYS: Final[Mapping[str, _Key]] = {
    "name": _Key("name", _line),
    "section": _Key("section", _line),
    "label": _Key("labels", _line, several=True),
    "encoding": _Key("encoding", _encoding),
    "tz": _Key("zone", _zone),
    "date": _Key("day", _day),
    "map": _Key("columns", _column, _written_column, several=True),
    "archive": _Key("archive", _TRUTH.get, _written_truth),
    "full-text": _Key("full_text", _TRUTH.get, _written_truth),
    "user-agent": _Key("user_agent", _header),
    "every": _Key("every", _seconds, _written_seconds),
    "select": _Key("select", _selector),
}
