"""A time of day, as Chinese news writes it (下午2点30分, 昨晚8点半, 14:30:05+08:00) -> the clock of 24 hours.

Gives None where no clock shows it (25:00) or the words leave the day open (24时, 晚上12点): the day alone is known.
Texts are taken folded (`text/fold.py`).
"""

import re
from collections.abc import Mapping
from datetime import UTC, time, timedelta, timezone, tzinfo

from zjreader.text.numerals import NUMERAL, number

Groups = Mapping[str, str | None]

HALF = "凌晨|清晨|清早|早上|早晨|今晨|今早|上午|中午|午后|下午|傍晚|晚上|今晚|深夜|夜里|夜间|夜晚"
CLOCK = (
    f"(?:(?P<half>{HALF}|[上下]午|[早晨晚夜]) ?)?"
    f"(?P<hour>{NUMERAL})(?::(?=[0-9]{{2}}(?![0-9]))|[点时]整?)"
    f"(?:(?P<minute>(?<=:)[0-9]{{2}}|{NUMERAL}(?=分)|[0-9]{{2}}(?![0-9])|半)"
    f"(?:(?::(?=[0-9]{{2}})|分)(?:(?P<second>(?<=:)[0-9]{{2}}|{NUMERAL}(?=秒))(?:\\.[0-9]{{1,9}}|秒)?)?)?)?"
)
"""The pattern of a time of day; its groups are what `read_clock` takes."""

OFFSET = (
    r"(?P<offset> ?(?:z|gmt|utc)?\+[0-9]{2}:?[0-9]{2}| -[0-9]{4}| ?(?:z|gmt|utc)(?![a-z+-])"
    r"|(?:(?<=[0-9]:[0-9]{2}:[0-9]{2})|(?<=t[0-9]{2}:[0-9]{2}))-[0-9]{2}:[0-9]{2})"
)
"""The pattern of an offset behind a time; its group is what `read_offset` takes.

The -11:30 of 9:00-11:30 is no offset but when it ends.
"""

_MORNING = frozenset({"凌晨", "清晨", "清早", "早上", "早晨", "今晨", "今早", "上午", "早", "晨"})
_NOON = 12
_FIRST_AFTERNOON_HOURS = 3
_SMALL_HOURS = 6


def read_clock(groups: Groups) -> time | None:
    """The time that the groups of `CLOCK` name, without zone."""
    hour, minute, second = groups.get("hour"), groups.get("minute"), groups.get("second")
    shown = _hour(groups.get("half"), number(hour)) if hour else None
    if shown is None:
        return None
    try:
        return time(shown, 30 if minute == "半" else number(minute or "0"), number(second or "0"))
    except ValueError:
        return None


def read_offset(said: str | None, zone: tzinfo) -> tzinfo:
    """What the group of `OFFSET` names; `zone` for none, or for one that no place on earth has."""
    if not said:
        return zone
    digits = [int(pair) for pair in re.findall("[0-9]{2}", said)]
    if not digits:
        return UTC
    shift = timedelta(hours=digits[0], minutes=digits[1])
    if shift > timedelta(hours=14):
        return zone
    return timezone(-shift if "-" in said else shift)


def _hour(half: str | None, hour: int) -> int | None:
    if half is None or hour > _NOON:
        return hour
    if half in _MORNING:
        return 0 if hour == _NOON and half == "凌晨" else hour
    if half == "中午":
        return hour + _NOON if hour < _FIRST_AFTERNOON_HOURS else hour
    if half in {"下午", "午后"}:
        return hour % _NOON + _NOON
    if half in {"深夜", "夜里", "夜间", "夜"} and hour < _SMALL_HOURS:
        return hour
    return hour + _NOON if hour < _NOON else None
