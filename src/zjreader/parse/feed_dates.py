"""A date as feeds write it -> a moment: RFC 822, ISO 8601, and what Chinese programs make of them.

Written out are Chinese names of months (05 三月 2026), years of two digits and names of zones; `text.dates` reads the
rest. CST is China's time here, not Chicago's. Years before there were feeds are how programs write that they know none.
"""

import re
from datetime import datetime, tzinfo

from zjreader.article import Moment
from zjreader.text.dates import CHINA, find_date, read_iso
from zjreader.text.numerals import NUMERAL

LONGEST = 120
"""Characters of the longest date looked at."""

_FIRST_YEAR = "1990"
_CENTURY_TURNS = 70
"""Years of two digits from here on are the nineteen hundreds'."""

_CHINESE_MONTH = re.compile(rf"(?<![0-9年月])([0-9]{{1,2}})[ -]*({NUMERAL}) ?月[ ,-]*([0-9]{{4}})(?![0-9])")
_SHORT_YEAR = re.compile(r"(?<![0-9])([0-9]{1,2}[ -][A-Za-z]{3,9}[ -])([0-9]{2})(?= +[0-9]{1,2}:)")
_ZONES = {
    name: offset
    for offset, names in {
        "+0000": "UT WET",
        "+0100": "BST CET",
        "+0200": "CEST EET",
        "+0300": "MSK",
        "+0800": "HKT SGT AWST",
        "+0900": "JST KST",
        "-0400": "EDT",
        "-0500": "EST CDT",
        "-0600": "MDT",
        "-0700": "MST PDT",
        "-0800": "PST",
    }.items()
    for name in names.split()
}
_ZONE = re.compile(rf"(?<=[0-9]) ?({'|'.join(_ZONES)})$")
_SHORT_OFFSET = re.compile(r"(?<=[0-9]) ?(?:GMT|UTC)?([+-])([0-9])(?::?00)?$")


def feed_date(said: str, base: datetime | None, zone: tzinfo = CHINA) -> Moment | None:
    """The moment that a date names; a time without offset is `zone`'s, 3小时前 is measured against `base`."""
    text = " ".join(said[:LONGEST].split())
    text = _CHINESE_MONTH.sub(r"\3年\2月\1日", text)
    text = _SHORT_YEAR.sub(_with_century, text)
    text = _ZONE.sub(lambda found: f" {_ZONES[found[1]]}", text)
    text = _SHORT_OFFSET.sub(r" \g<1>0\g<2>00", text)
    moment = read_iso(text, zone) or find_date(text, base, zone)
    return moment if moment and moment.text >= _FIRST_YEAR else None


def _with_century(found: re.Match[str]) -> str:
    return f"{found[1]}{'19' if int(found[2]) >= _CENTURY_TURNS else '20'}{found[2]}"
