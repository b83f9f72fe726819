"""When an article appeared, said in the shape that fits."""

from datetime import UTC, datetime, timedelta, timezone
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.article import Headline, Moment, Precision
from zjreader.text.clean import Clean
from zjreader.text.width import cells
from zjreader.tui.list_dates import day_name, shown_date

BEIJING = timezone(timedelta(hours=8))
NOW = datetime(2026, 11, 20, 1, 30, tzinfo=BEIJING)
FIRST_SEEN = datetime(2026, 4, 11, 9, tzinfo=BEIJING)


def headline(published: Moment | None, first_seen: datetime = FIRST_SEEN) -> Headline:
    return Headline(
        0,
        Clean("c1"),
        Clean("港口新航线开通"),
        "full",
        None,
        None,
        published,
        Clean(""),
        standing=int(first_seen.timestamp()),
    )


def moment(text: str, *, inferred: bool = False) -> Moment:
    precisions: dict[int, Precision] = {4: "year", 7: "month", 10: "day"}
    precision = precisions.get(len(text), "minute")
    return Moment(Clean(text), precision, Clean(text[:10]) if len(text) >= 10 else None, inferred)


class Said(NamedTuple):
    headline: Headline
    date: str
    day: str


CASES = [
    pytest.param(
        Said(headline(moment("2026-11-20T00:10+08:00")), "today 00:10", "today"), id="a time today: with the time"
    ),
    pytest.param(Said(headline(moment("2026-11-20")), "today", "today"), id="a day, which is today"),
    pytest.param(
        Said(headline(moment("2026-11-19T23:59+08:00")), "yesterday", "yesterday"), id="a time yesterday: without it"
    ),
    pytest.param(Said(headline(moment("2026-11-19")), "yesterday", "yesterday"), id="a day, which is yesterday"),
    pytest.param(Said(headline(moment("2026-11-18")), "11-18", "11-18"), id="this year: without the year"),
    pytest.param(Said(headline(moment("2026-11-21")), "11-21", "11-21"), id="tomorrow is a day as any other"),
    pytest.param(Said(headline(moment("2024-03-05")), "2024-03-05", "2024-03-05"), id="another year"),
    pytest.param(Said(headline(moment("2025-12-31")), "2025-12-31", "2025-12-31"), id="the last day of another year"),
    pytest.param(Said(headline(moment("2024-03")), "2024-03", "2024-03"), id="a month"),
    pytest.param(Said(headline(moment("2024")), "2024", "2024"), id="a year"),
    pytest.param(
        Said(headline(moment("2026-11-20T01:00+14:00")), "yesterday", "yesterday"),
        id="a time today elsewhere was yesterday here",
    ),
    pytest.param(
        Said(headline(moment("2026-11-19T16:20+00:00")), "today 00:20", "today"),
        id="a time elsewhere is shown as it is here",
    ),
    pytest.param(
        Said(headline(moment("2026-11-19", inferred=True)), "yesterday", "04-11"),
        id="an inferred date is shown, and stands where the article was first seen",
    ),
    pytest.param(Said(headline(None), "added 04-11", "04-11"), id="no date: first seen this year"),
    pytest.param(
        Said(headline(None, datetime(2024, 3, 5, 23, tzinfo=BEIJING)), "added 2024-03", "2024-03-05"),
        id="no date: first seen in another year",
    ),
    pytest.param(
        Said(headline(moment("0001-01-01T00:30+08:00")), "0001-01-01", "0001-01-01"),
        id="the first day that there is",
    ),
]


@pytest.mark.parametrize("case", CASES)
def test_a_date_is_said_in_the_shape_that_fits(case: Said) -> None:
    assert (shown_date(case.headline, NOW), day_name(case.headline, NOW)) == (case.date, case.day)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("2026-11-20T00:10+08:00", "今天 00:10", id="today"),
        pytest.param("2026-11-19", "昨天", id="yesterday"),
        pytest.param("2026-03-05", "3月5日", id="this year"),
        pytest.param("2024-03-05", "2024-03-05", id="another year"),
        pytest.param(None, "收录 4月11日", id="no date"),
    ],
)
def test_dates_in_chinese(monkeypatch: pytest.MonkeyPatch, text: str | None, said: str) -> None:
    monkeypatch.setenv("ZJREADER_LANG", "zh_CN")
    date = shown_date(headline(moment(text) if text else None), NOW)
    if date.isascii() and text != "2024-03-05":
        pytest.skip("the Chinese messages are not built")
    assert date == said


@given(st.datetimes(timezones=st.just(UTC)).filter(lambda at: 1900 < at.year < 2100), st.booleans(), st.booleans())
def test_no_date_is_wider_than_its_column(at: datetime, dated: bool, timed: bool) -> None:
    text = at.isoformat(timespec="minutes") if timed else f"{at:%Y-%m-%d}"
    assert 0 < cells(shown_date(headline(moment(text) if dated else None, at), NOW)) <= 13
