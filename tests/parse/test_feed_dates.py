"""Dates as feeds write them; what no date can be read from is None."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.parse.feed_dates import feed_date

BASE = datetime(2026, 3, 6, 4, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        pytest.param("Thu, 05 Mar 2026 10:20:30 +0800", "2026-03-05T10:20:30+08:00", id="rfc-822"),
        pytest.param("Thu, 05 Mar 2026 10:20:30 GMT", "2026-03-05T10:20:30+00:00", id="gmt"),
        pytest.param("05 Mar 26 10:20 GMT", "2026-03-05T10:20+00:00", id="year-of-two-digits"),
        pytest.param("05 Mar 98 10:20 GMT", "1998-03-05T10:20+00:00", id="year-of-two-digits-last-century"),
        pytest.param("Thu, 05 Mar 2026 10:20:30 EST", "2026-03-05T10:20:30-05:00", id="zone-by-name"),
        pytest.param("Thu, 05 Mar 2026 10:20:30 CST", "2026-03-05T10:20:30+08:00", id="cst-is-china"),
        pytest.param("Thu Mar 05 10:20:30 CST 2026", "2026-03-05T10:20:30+08:00", id="java"),
        pytest.param("Thu, 05 Mar 2026 10:20:30 +8", "2026-03-05T10:20:30+08:00", id="offset-of-one-digit"),
        pytest.param("2026-03-05 10:20:30 GMT+8", "2026-03-05T10:20:30+08:00", id="gmt-and-offset"),
        pytest.param("2026-03-05T02:20:30.123Z", "2026-03-05T02:20:30+00:00", id="iso-8601"),
        pytest.param("2026-03-05T10:20:30+08:00", "2026-03-05T10:20:30+08:00", id="iso-8601-with-offset"),
        pytest.param("2026-03", "2026-03", id="month-alone"),
        pytest.param("2026-03-05 10:20", "2026-03-05T10:20+08:00", id="no-zone"),
        pytest.param("2026年03月05日", "2026-03-05", id="chinese"),
        pytest.param("2026年3月5日 10时20分", "2026-03-05T10:20+08:00", id="chinese-with-time"),
        pytest.param("周四, 05 三月 2026 10:20:30 +0800", "2026-03-05T10:20:30+08:00", id="chinese-names"),
        pytest.param("星期四, 5 3月 2026 10:20:30 +0800", "2026-03-05T10:20:30+08:00", id="month-as-number"),
        pytest.param("星期六, 05 十二月 2026 10:20:30", "2026-12-05T10:20:30+08:00", id="december"),
        pytest.param("  Thu,\n05 Mar 2026\t10:20:30 GMT ", "2026-03-05T10:20:30+00:00", id="blanks"),
        pytest.param("3小时前", "2026-03-06T09:00+08:00", id="ago"),
        pytest.param("Mon, 01 Jan 0001 00:00:00 +0000", None, id="year-one"),
        pytest.param("1970-01-01T00:00:00Z", None, id="unix-zero"),
        pytest.param("Invalid Date", None, id="none"),
        pytest.param("", None, id="empty"),
    ],
)
def test_a_date_of_a_feed(said: str, shown: str | None) -> None:
    moment = feed_date(said, BASE)
    assert (moment.text if moment else None) == shown


def test_a_time_without_offset_is_of_the_zone_that_was_said() -> None:
    moment = feed_date("2026-03-05 10:20", None, timezone(timedelta(hours=9)))
    assert moment
    assert moment.text == "2026-03-05T10:20+09:00"


@given(
    st.datetimes(datetime.fromisoformat("1990-01-01"), datetime.fromisoformat("2090-01-01")),
    st.sampled_from(["%d %b %Y", "%d %B %Y"]),
)
def test_every_day_comes_out_as_it_went_in(day: datetime, form: str) -> None:
    moment = feed_date(day.strftime(f"%a, {form} %H:%M:%S +0800"), None)
    assert moment
    assert moment.text == day.replace(microsecond=0, tzinfo=timezone(timedelta(hours=8))).isoformat()


@given(st.text(st.sampled_from("0123456789-/: 年月日+TZGMTCST三十,.前天Mar"), max_size=200))
def test_no_text_fails(said: str) -> None:
    moment = feed_date(said, BASE)
    assert moment is None or moment.text >= "1990"
