"""Chinese dates -> a moment with its precision.

Promises a date only where the text names one, cut to what it names; what had to be taken from the base (a year, the day
that 昨天 means) is marked inferred, and a year is inferred so that news is not later than its base. Gives None rather
than a guess: for impossible dates, 03/05/2026, words inside prose (今日头条). Lunar and festival dates stay text.
"""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone, tzinfo
from functools import cache

from zjreader.article import Moment
from zjreader.text.clean import Clean
from zjreader.text.clock import CLOCK, HALF, OFFSET, Groups, read_clock, read_offset
from zjreader.text.fold import fold
from zjreader.text.numerals import DIGIT, NUMERAL, number

CHINA = timezone(timedelta(hours=8))
"""Where a Chinese source's clock stands when it names no zone: one zone, and no summer time since 1992."""

_SIGN_OF_DATE = re.compile("[0-9年月日号前刚今昨周期拜]")
"""One of these stands in every form of a date."""

_DAYS_BACK = {"今": 0, "昨": 1, "前": 2, "大前": 3}
_YEARS_BACK = {"今年": 0, "去年": 1, "前年": 2}
_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: order for order, name in enumerate(_MONTH_NAMES, 1)}
_WEEKDAYS = {name: order for order, name in enumerate("一二三四五六日")} | {"天": 6}
_SPANS = {"秒": "seconds", "分": "minutes", "小": "hours", "时": "hours", "天": "days", "日": "days", "周": "weeks"}
_LEAP_CYCLE = 8
"""Years within which 29 February comes again, also around 1900 and 2100."""


def find_date(text: str, base: datetime | None, zone: tzinfo = CHINA) -> Moment | None:
    """The first date in the text, a day before a month before a year; a time without offset is `zone`'s.

    `base` is what 昨天, 3小时前 and a missing year are measured against; without it they are no dates.
    """
    return take_date(text, base, zone)[0]


def take_date(text: str, base: datetime | None, zone: tzinfo = CHINA) -> tuple[Moment | None, str]:
    """The date that `find_date` finds, and the text without it; the whole text where there is none."""
    folded = fold(text)
    if not _SIGN_OF_DATE.search(folded):
        return None, text
    for forms in _forms():
        hits = [(hit, read) for sign, form, read in forms if sign in folded and (hit := form.search(folded))]
        if hits:
            found, read = min(hits, key=lambda hit: hit[0].start())
            moment = read(found.groupdict(), base, zone)
            return moment, text if moment is None else f"{text[: found.start()]} {text[found.end() :]}"
    return None, text


def recent_day(month: int, day: int, base: datetime, zone: tzinfo = CHINA) -> Moment | None:
    """The latest such day not after the base's own day in `zone`, marked inferred; None for 2月30日."""
    return _inferred_day(_recent(month, day, _local(base, zone).date()), {}, zone)


def read_iso(text: str, zone: tzinfo = CHINA) -> Moment | None:
    """ISO 8601 and nothing else, cut anywhere after the year, as `Moment.text` has it."""
    found = _ISO.fullmatch(text.strip().lower())
    if not found:
        return None
    groups = found.groupdict()
    return _read_day(groups, None, zone) if groups["day"] else _read_month(groups, None, zone)


def instant(moment: Moment, zone: tzinfo = CHINA) -> int:
    """The Unix second at which a moment stands in an order: without time 00:00 in `zone`, a month or year its first."""
    stands = datetime.fromisoformat(moment.text if moment.day else (moment.text + "-01-01")[:10])
    return int((stands if stands.tzinfo else stands.replace(tzinfo=zone)).timestamp())


def _local(base: datetime, zone: tzinfo) -> datetime:
    return base.astimezone(zone) if base.tzinfo else base.replace(tzinfo=zone)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _recent(month: int, day: int, latest: date) -> date | None:
    # Whole days are compared: a base is often a date alone, whose midnight lies before all the news of its day.
    days = (_date(latest.year - back, month, day) for back in range(_LEAP_CYCLE + 1))
    return next((found for found in days if found and found <= latest), None)


def _moment(day: date | None, groups: Groups, zone: tzinfo, *, inferred: bool = False) -> Moment | None:
    """The day, at the time that the groups name."""
    if day is None:
        return None
    shown, clock = Clean(day.isoformat()), read_clock(groups)
    if clock is None:
        return Moment(shown, "day", shown, inferred)
    exact = groups.get("second") is not None
    stands = datetime.combine(day, clock, read_offset(groups.get("offset"), zone))
    text = Clean(stands.isoformat(timespec="seconds" if exact else "minutes"))
    return Moment(text, "second" if exact else "minute", shown, inferred)


def _inferred_day(day: date | None, groups: Groups, zone: tzinfo) -> Moment | None:
    return _moment(day, groups, zone, inferred=True)


def _vague(year: int, month: int | None, *, inferred: bool) -> Moment | None:
    if _date(year, month or 1, 1) is None:
        return None
    if month is None:
        return Moment(Clean(f"{year:04}"), "year", None, inferred)
    return Moment(Clean(f"{year:04}-{month:02}"), "month", None, inferred)


def _year(groups: Groups, base: datetime | None, zone: tzinfo) -> int | None:
    if minguo := groups.get("minguo"):
        return number(minguo) + 1911
    if said := groups.get("said_year"):
        return _local(base, zone).year - _YEARS_BACK[said] if base else None
    if short := groups.get("short_year"):
        return 2000 + number(short)
    return number(shown) if (shown := groups.get("year")) else None


def _read_day(groups: Groups, base: datetime | None, zone: tzinfo) -> Moment | None:
    """Month and day, with a year of the text or of the base."""
    month, day = groups["month"] or "", number(groups["day"] or "")
    month_number = _MONTHS.get(month[:3]) or number(month)
    year = _year(groups, base, zone)
    if year is not None:
        return _moment(_date(year, month_number, day), groups, zone, inferred=bool(groups.get("said_year")))
    return _inferred_day(_recent(month_number, day, _local(base, zone).date()), groups, zone) if base else None


def _read_month(groups: Groups, base: datetime | None, zone: tzinfo) -> Moment | None:
    """A year, with or without a month."""
    year, month = _year(groups, base, zone), groups.get("month")
    if year is None:
        return None
    return _vague(year, number(month) if month else None, inferred=bool(groups.get("said_year")))


def _read_day_of_month(groups: Groups, base: datetime | None, zone: tzinfo) -> Moment | None:
    """5日 (the latest not after the base), 本月5日, 上月5日."""
    if base is None:
        return None
    today, which = _local(base, zone).date(), groups.get("which")
    last = today.replace(day=1) - timedelta(days=1)
    months = [today, last] if which is None else [last] if which.startswith("上") else [today]
    days = (_date(month.year, month.month, number(groups["day"] or "")) for month in months)
    return _inferred_day(next((day for day in days if day and day <= today), None), groups, zone)


def _read_relative_day(groups: Groups, base: datetime | None, zone: tzinfo) -> Moment | None:
    if base is None:
        return None
    day = _local(base, zone).date() - timedelta(days=_DAYS_BACK[groups["back"] or ""])
    part = groups["part"] if groups["part"] not in {"天", "日"} else None
    return _inferred_day(day, {**groups, "half": groups["half"] or part}, zone)


def _read_weekday(groups: Groups, base: datetime | None, zone: tzinfo) -> Moment | None:
    """上周五, 本周五; one that lies after the base is no date of news."""
    if base is None:
        return None
    today = _local(base, zone).date()
    monday = today - timedelta(days=today.weekday() + (7 if groups["week"] == "上" else 0))
    day = monday + timedelta(days=_WEEKDAYS[groups["weekday"] or ""])
    return _inferred_day(day if day <= today else None, groups, zone)


def _read_ago(groups: Groups, base: datetime | None, zone: tzinfo) -> Moment | None:
    """刚刚 and 3小时前 to the minute, 3天前 to the day."""
    if base is None:
        return None
    count, unit = groups.get("count") or "0", (groups.get("unit") or "分")[0]
    back = timedelta(**{_SPANS[unit]: 0.5 if count == "半" else number(count)})
    then = _local(base, zone) - back
    if unit in {"天", "日", "周"}:
        return _inferred_day(then.date(), {}, zone)
    text = Clean(then.isoformat(timespec="minutes"))
    return Moment(text, "minute", Clean(text[:10]), inferred=True)


def _read_months_ago(groups: Groups, base: datetime | None, zone: tzinfo) -> Moment | None:
    """3个月前 to the month, 3年前 to the year."""
    if base is None:
        return None
    now, count, monthly = _local(base, zone), number(groups["count"] or ""), groups["unit"] == "月"
    months = now.year * 12 + now.month - 1 - count * (1 if monthly else 12)
    return _vague(months // 12, months % 12 + 1 if monthly else None, inferred=True)


_YEAR = (
    f"(?:公元 ?)?(?:(?P<year>(?<![0-9])(?:1[89]|20)[0-9]{{2}}|[一二]{DIGIT}{{3}}) ?年"
    f"|民国 ?(?P<minguo>[0-9]{{1,3}}|{DIGIT}{{2,3}}|{NUMERAL}) ?年|(?P<said_year>今年|去年|前年)) ?"
)
_WEEKDAY_BESIDE = r"(?: ?\(?(?:周|星期|礼拜)[一二三四五六日天]\)?)?"
_CLOCK_OF = "(?:(?:hkt|(?:北京|香港|台北)时间) ?)?"
"""Whose clock it is, where one zone is meant: 2026-03-05 HKT 10:12."""

_AT = f"{_WEEKDAY_BESIDE}(?:[ ,]{{0,3}}t?{_CLOCK_OF}{CLOCK}{OFFSET}?)?"
_ALONE = rf"(?![\u4e00-\u9fffa-z0-9])|(?={HALF})"
_ALONE_OR_AT = f"(?:[ ,]{{0,3}}{CLOCK}{OFFSET}?|{_ALONE})"
_SIGNED = (
    r"(?<![0-9.])(?P<year>(?:1[89]|20)[0-9]{2})(?P<sign>[-/.])"
    r"(?P<month>[0-9]{1,2})(?P=sign)(?P<day>[0-9]{1,2})(?![0-9])"
)
_SHORT = r"(?<![0-9/.-])(?P<short_year>[0-9]{2})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})"
_MINGUO = (
    r"(?:^|(?<=[\s(\[:]))(?P<minguo>1[0-3][0-9])(?P<sign>[-/.])(?P<month>0[1-9]|1[0-2])(?P=sign)"
    "(?P<day>[0-2][0-9]|3[01])(?![0-9.])"
)
"""A day as offices in Taiwan write it: 115.03.19, counted from 1912."""

_MONTH = rf"(?<![a-z])(?P<month>{'|'.join(_MONTH_NAMES)})[a-z]{{0,6}}\.?"
_ENGLISH = rf"(?<![0-9])(?P<day>[0-9]{{1,2}})[ -]{_MONTH},?[ -](?P<year>[0-9]{{4}})(?![0-9])"
_AMERICAN = rf"{_MONTH} {{1,2}}(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?, ?(?P<year>[0-9]{{4}})(?![0-9])"
_OF_C = rf"{_MONTH} {{1,2}}(?P<day>[0-9]{{1,2}}) {CLOCK}(?: [a-z]{{3,4}}{OFFSET}?)? (?P<year>[0-9]{{4}})(?![0-9])"
_COMPACT = "(?P<year>(?:19|20)[0-9]{2})(?P<month>0[1-9]|1[0-2])(?P<day>[0-3][0-9])"

_Form = tuple[str, re.Pattern[str], Callable[[Groups, datetime | None, tzinfo], Moment | None]]


@cache
def _forms() -> tuple[tuple[_Form, ...], ...]:
    """The forms of a day, of a month and of a year, each with a sign that it has; made when a date is first sought."""
    of_a_day = (
        ("", _SIGNED + _AT, _read_day),
        ("月", f"(?:{_YEAR})?(?<![0-9])(?P<month>{NUMERAL}) ?月 ?(?P<day>{NUMERAL}) ?[日号]{_AT}", _read_day),
        (":", f"(?<![0-9/.-])(?P<month>[0-9]{{2}})[-/](?P<day>[0-9]{{2}}) ?(?=[0-9]{{2}}:[0-9]{{2}}){_AT}", _read_day),
        (":", f"{_SHORT} ?(?=[0-9]{{2}}:[0-9]{{2}}){_AT}", _read_day),
        ("", _ENGLISH + _AT, _read_day),
        (",", _AMERICAN + _AT, _read_day),
        (":", _OF_C, _read_day),
        ("", _MINGUO + _AT, _read_day),
        ("月", f"(?P<which>本月|上个?月)(?P<day>{NUMERAL})[日号]{_AT}", _read_day_of_month),
        ("", rf"(?:^|[(\[【]) *{_COMPACT} *(?:$|[)\]】])", _read_day),
        ("", f"^ *(?P<day>{NUMERAL})[日号] *$", _read_day_of_month),
        ("", f"(?P<back>大前|今|昨|(?<![目之以当此先])前)(?P<part>[天日早晨晚夜]){_ALONE_OR_AT}", _read_relative_day),
        ("", f"(?P<week>[上本这])个?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天]){_ALONE_OR_AT}", _read_weekday),
        ("前", f"(?<![0-9.])(?P<count>{NUMERAL}|半)个?(?P<unit>秒钟?|分钟?|小时|天|日|周)(?:之|以)?前", _read_ago),
        ("刚", f"刚[刚才](?:{_ALONE})", _read_ago),
    )
    of_a_month = (
        ("月", f"{_YEAR}(?P<month>{NUMERAL}) ?月", _read_month),
        ("-", "(?<![0-9.-])(?P<year>(?:19|20)[0-9]{2})-(?P<month>[0-9]{2})(?![0-9-])", _read_month),
        ("月", f"(?<![0-9])(?P<count>{NUMERAL})个(?P<unit>月)(?:之|以)?前", _read_months_ago),
    )
    of_a_year = (
        ("年", f"{_YEAR}", _read_month),
        ("年", f"(?<![0-9])(?P<count>{NUMERAL})(?P<unit>年)(?:之|以)?前", _read_months_ago),
    )
    return tuple(
        tuple((sign, re.compile(form), reader) for sign, form, reader in forms)
        for forms in (of_a_day, of_a_month, of_a_year)
    )


_ISO = re.compile(
    "(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2})(?:[t ](?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})"
    f"(?::(?P<second>[0-9]{{2}})(?:[.,][0-9]{{1,9}})?)?{OFFSET}?)?)?)?"
)
