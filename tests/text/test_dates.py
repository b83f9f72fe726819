"""Chinese dates: what is read, how exactly, and what is left unread."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.article import Moment
from zjreader.text.clean import Clean
from zjreader.text.dates import CHINA, find_date, instant, read_iso, recent_day, take_date

BASE = datetime.fromisoformat("2026-03-06T10:00:00+08:00")
"""A Friday."""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026年3月5日", "2026-03-05"),
        ("2026年03月05日", "2026-03-05"),
        ("公元2026年3月5号", "2026-03-05"),
        ("2026年3月5日 14:30", "2026-03-05T14:30+08:00"),
        ("2026年3月5日14:30:05", "2026-03-05T14:30:05+08:00"),
        ("2026年3月5日 星期四 14:30", "2026-03-05T14:30+08:00"),
        ("2026年3月5日（周四）下午两点三十分", "2026-03-05T14:30+08:00"),
        ("2026-03-05 14:30", "2026-03-05T14:30+08:00"),
        ("2026-3-5 9:05", "2026-03-05T09:05+08:00"),
        ("2026/03/05", "2026-03-05"),
        ("2026.3.5", "2026-03-05"),
        ("20260305", "2026-03-05"),
        ("2026-03-05 HKT 14:30", "2026-03-05T14:30+08:00"),
        ("2026-03-05 北京时间 14:30", "2026-03-05T14:30+08:00"),
        ("發布日期：115.03.05", "2026-03-05"),
        ("115-03-05", "2026-03-05"),
        ("（115/03/05）", "2026-03-05"),
        ("２０２６年３月５日　１４：３０", "2026-03-05T14:30+08:00"),
        ("二〇二六年三月五日", "2026-03-05"),
        ("二○二六年十二月三十一日", "2026-12-31"),
        ("一九四九年十月一日", "1949-10-01"),
        ("民國115年3月5日", "2026-03-05"),
        ("民国一一五年三月五日", "2026-03-05"),
        ("民国二十六年七月七日", "1937-07-07"),
        ("2026-03-05T14:30+08:00", "2026-03-05T14:30+08:00"),
        ("2026-03-05T14:30:05Z", "2026-03-05T14:30:05+00:00"),
        ("2026-03-05T14:30-05:00", "2026-03-05T14:30-05:00"),
        ("2026-03-05 14:30:05-05:00", "2026-03-05T14:30:05-05:00"),
        ("2026-03-05 14:30:05.123 +0800", "2026-03-05T14:30:05+08:00"),
        ("2026-03-05 14:30 GMT+08:00", "2026-03-05T14:30+08:00"),
        ("Thu, 05 Mar 2026 14:30:05 +0800", "2026-03-05T14:30:05+08:00"),
        ("Thu, 05 Mar 2026 06:30:05 GMT", "2026-03-05T06:30:05+00:00"),
        ("5 March 2026", "2026-03-05"),
        ("05 Mar 2026 06:30:05 -0330", "2026-03-05T06:30:05-03:30"),
        ("5-Mar-2026", "2026-03-05"),
        ("March 5, 2026", "2026-03-05"),
        ("Mar 5th, 2026 14:30", "2026-03-05T14:30+08:00"),
        ("Thu Mar  5 14:30:05 2026", "2026-03-05T14:30:05+08:00"),
        ("江海夜航 (Thu Mar 5 14:30:05 2026) , 转信", "2026-03-05T14:30:05+08:00"),
        ("Thu Mar  5 14:30:05 CST 2026", "2026-03-05T14:30:05+08:00"),
        ("江海早报 (20260305)", "2026-03-05"),
        ("【20260305】", "2026-03-05"),
        ("［２０２６０３０５］", "2026-03-05"),
        ("民國115年3月5日 下午2:30", "2026-03-05T14:30+08:00"),
        ("中華民國一百年元旦前，民國99年12月31日", "2010-12-31"),
        ("民國115年3月", "2026-03"),
        ("民國115年", "2026"),
        ("公元1998年7月", "1998-07"),
        ("2026 年 3 月 5 日", "2026-03-05"),
        ("2026年3月5日上午9时", "2026-03-05T09:00+08:00"),
        ("2026年3月5日晚8点半", "2026-03-05T20:30+08:00"),
        ("2026年3月5日凌晨零点五分", "2026-03-05T00:05+08:00"),
        ("（2026年3月5日，星期四）", "2026-03-05"),
        ("2026-03-05 08:12:09.5", "2026-03-05T08:12:09+08:00"),
        ("2026/3/5 8:12", "2026-03-05T08:12+08:00"),
        ("26-03-05 08:12", "2026-03-05T08:12+08:00"),
        ("发布时间：26-03-0508:12", "2026-03-05T08:12+08:00"),
        ("更新於 2026/03/05 14:30", "2026-03-05T14:30+08:00"),
        ("2026.03.05 14:30", "2026-03-05T14:30+08:00"),
        ("2024年2月29日", "2024-02-29"),
        ("2026-03-05T14:30:05.123456+08:00", "2026-03-05T14:30:05+08:00"),
        ("发布时间：2026-03-05 14:30 来源：新华网", "2026-03-05T14:30+08:00"),
        ("2026年春运 2026-03-05", "2026-03-05"),
        ("2026年3月", "2026-03"),
        ("二〇二六年三月", "2026-03"),
        ("2026-03", "2026-03"),
        ("2026年", "2026"),
        ("2026-03-05 25:61", "2026-03-05"),
        ("2026-03-05 23:75", "2026-03-05"),
        ("2026年3月5日24时", "2026-03-05"),
        ("2026-03-05 9:00-11:30", "2026-03-05T09:00+08:00"),
        ("2026-03-05 14:30+99:00", "2026-03-05T14:30+08:00"),
    ],
)
def test_a_full_date_needs_no_base(text: str, expected: str) -> None:
    for base in (None, BASE):
        moment = find_date(text, base)
        assert moment
        assert (moment.text, moment.inferred) == (expected, False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3月5日", "2026-03-05"),
        ("三月五日", "2026-03-05"),
        ("十二月廿五日", "2025-12-25"),
        ("3月6日", "2026-03-06"),
        ("4月10日", "2025-04-10"),
        ("2月29日", "2024-02-29"),
        ("3月5日14时30分", "2026-03-05T14:30+08:00"),
        ("3月5日下午2点30分", "2026-03-05T14:30+08:00"),
        ("3月5日14时30分05秒", "2026-03-05T14:30:05+08:00"),
        ("03-05 14:30", "2026-03-05T14:30+08:00"),
        ("发布时间：10-0812:00", "2025-10-08T12:00+08:00"),
        ("昨日", "2026-03-05"),
        ("昨天", "2026-03-05"),
        ("前天", "2026-03-04"),
        ("大前天", "2026-03-03"),
        ("今天 08:15", "2026-03-06T08:15+08:00"),
        ("昨晚8点", "2026-03-05T20:00+08:00"),
        ("昨晚", "2026-03-05"),
        ("昨晚12点", "2026-03-05"),
        ("今晨六时", "2026-03-06T06:00+08:00"),
        ("今天下午2点半", "2026-03-06T14:30+08:00"),
        ("昨天凌晨12点10分", "2026-03-05T00:10+08:00"),
        ("昨天中午12点", "2026-03-05T12:00+08:00"),
        ("昨天中午1点", "2026-03-05T13:00+08:00"),
        ("昨天下午12点半", "2026-03-05T12:30+08:00"),
        ("昨天深夜2点", "2026-03-05T02:00+08:00"),
        ("昨天深夜11点", "2026-03-05T23:00+08:00"),
        ("昨天晚上20点", "2026-03-05T20:00+08:00"),
        ("昨天二十三点五十九分", "2026-03-05T23:59+08:00"),
        ("刚刚", "2026-03-06T10:00+08:00"),
        ("5分钟前", "2026-03-06T09:55+08:00"),
        ("半小时前", "2026-03-06T09:30+08:00"),
        ("3小时前", "2026-03-06T07:00+08:00"),
        ("3天前", "2026-03-03"),
        ("两周前", "2026-02-20"),
        ("3个月前", "2025-12"),
        ("10年前", "2016"),
        ("去年12月", "2025-12"),
        ("去年12月3日", "2025-12-03"),
        ("今年", "2026"),
        ("5日", "2026-03-05"),
        ("28日", "2026-02-28"),
        ("本月5日", "2026-03-05"),
        ("上月5日", "2026-02-05"),
        ("上个月28日", "2026-02-28"),
        ("上周五", "2026-02-27"),
        ("本周三", "2026-03-04"),
        ("上周日 20:00", "2026-03-01T20:00+08:00"),
        ("上星期五", "2026-02-27"),
        ("这周一上午10点", "2026-03-02T10:00+08:00"),
        ("昨天上午", "2026-03-05"),
        ("昨夜11点", "2026-03-05T23:00+08:00"),
        ("昨日 14:30", "2026-03-05T14:30+08:00"),
        ("三小时前", "2026-03-06T07:00+08:00"),
        ("30秒前", "2026-03-06T09:59+08:00"),
        ("１５分钟前", "2026-03-06T09:45+08:00"),
        ("１０小时之前", "2026-03-06T00:00+08:00"),
        ("两天前", "2026-03-04"),
        ("前年", "2024"),
        ("今年1月2日", "2026-01-02"),
        ("前年12月", "2024-12"),
        ("３月５日", "2026-03-05"),
        ("3 月 5 日", "2026-03-05"),
        ("3月5號", "2026-03-05"),
        ("元月5日 1月5日", "2026-01-05"),
        ("廿五日", "2026-02-25"),
    ],
)
def test_what_the_text_leaves_out_comes_from_the_base(text: str, expected: str) -> None:
    moment = find_date(text, BASE)
    assert moment
    assert (moment.text, moment.inferred) == (expected, True)
    assert find_date(text, None) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "没有日期",
        "2026年2月30日",
        "2026-13-05",
        "2月30日",
        "31日",
        "本月31日",
        "本周日",
        "03/05/2026",
        "5/3/26",
        "1.2.3",
        "115.13.05",
        "版本 115.03.05.2",
        "2026",
        "13800138000",
        "今日头条",
        "目前天气",
        "周五",
        "3月",
        "1999-2008赛季",
        "今天5人",
        "2026年13月",
        "12:30",
        "正月初五",
        "腊月廿三",
        "中秋节",
        "20261305",
        "第20260305期",
        "(20260230)",
        "may 5",
        "Mar 45, 2026",
        "前所未有",
        "之前",
        "天天向上",
        "周围",
        "1-2月",
    ],
)
def test_nothing_is_guessed(text: str) -> None:
    assert find_date(text, BASE) is None


@pytest.mark.parametrize(
    ("text", "precision", "day"),
    [
        ("2026年3月5日14:30:05", "second", "2026-03-05"),
        ("2026年3月5日14:30", "minute", "2026-03-05"),
        ("2026年3月5日", "day", "2026-03-05"),
        ("2026年3月", "month", None),
        ("2026年", "year", None),
        ("2026-03-05T23:30:00-10:00", "second", "2026-03-05"),
        ("1小时前", "minute", "2026-03-06"),
        ("1天前", "day", "2026-03-05"),
    ],
)
def test_the_day_is_the_one_that_the_text_shows(text: str, precision: str, day: str | None) -> None:
    moment = find_date(text, BASE)
    assert moment
    assert (moment.precision, moment.day) == (precision, day)


def test_a_base_without_zone_is_local() -> None:
    moment = find_date("1小时前", datetime.fromisoformat("2026-03-06T10:00"))
    assert moment
    assert moment.text == "2026-03-06T09:00+08:00"


def test_the_base_is_taken_to_the_zone() -> None:
    late = datetime(2026, 3, 5, 18, tzinfo=UTC)
    assert recent_day(3, 6, late) == Moment(Clean("2026-03-06"), "day", Clean("2026-03-06"), inferred=True)
    assert recent_day(3, 6, late, UTC) == Moment(Clean("2025-03-06"), "day", Clean("2025-03-06"), inferred=True)


def test_a_time_without_offset_is_the_zones() -> None:
    moment = find_date("2026-03-05 14:30", None, timezone(timedelta(hours=-5)))
    assert moment
    assert moment.text == "2026-03-05T14:30-05:00"


def test_a_date_can_be_taken_out_of_its_line() -> None:
    moment, rest = take_date("来源：江海日报 2026-03-05 14:30 编辑：林溪", BASE)
    assert moment
    assert rest.split() == ["来源：江海日报", "编辑：林溪"]
    assert take_date("2月30日的会", BASE) == (None, "2月30日的会")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-03-05T08:12+08:00", "2024-03-05T08:12+08:00"),
        ("2024-03-05T08:12:09+08:00", "2024-03-05T08:12:09+08:00"),
        ("2024-03-05T08:12Z", "2024-03-05T08:12+00:00"),
        ("2024-03-05 08:12", "2024-03-05T08:12+08:00"),
        (" 2024-03-05 ", "2024-03-05"),
        ("2024-03", "2024-03"),
        ("2024", "2024"),
        ("0000", None),
        ("2024-13", None),
        ("2024-02-30", None),
        ("2024-3-5", None),
        ("昨天", None),
        ("2024-03-05 发布", None),
    ],
)
def test_iso_and_nothing_else(text: str, expected: str | None) -> None:
    moment = read_iso(text)
    assert (moment and moment.text) == expected


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("1970-01-01T08:00+08:00", 0),
        ("1970-01-01", -8 * 3600),
        ("1970-01", -8 * 3600),
        ("1970", -8 * 3600),
        ("1970-01-01T00:00:01Z", 1),
    ],
)
def test_the_second_at_which_a_moment_stands(text: str, second: int) -> None:
    moment = read_iso(text)
    assert moment
    assert instant(moment) == second


@given(st.datetimes(datetime(1900, 1, 1), datetime(2099, 12, 31, 23, 59)))  # noqa: DTZ001 - the zone is what is under test
def test_a_moment_reads_back_as_itself(when: datetime) -> None:
    shown = when.replace(microsecond=0, tzinfo=CHINA)
    for form in ("%Y年%m月%d日%H时%M分%S秒", "%Y-%m-%d %H:%M:%S", "%Y/%m/%d %H:%M:%S", "%Y.%m.%dT%H:%M:%S"):
        moment = find_date(shown.strftime(form), None)
        assert moment
        assert moment == read_iso(moment.text)
        assert instant(moment) == int(shown.timestamp())


@given(st.dates(date(1920, 1, 1), date(2090, 1, 1)), st.dates(date(1920, 1, 1), date(2090, 1, 1)))
def test_an_inferred_year_is_the_latest_not_after_the_base(day: date, today: date) -> None:
    moment = recent_day(day.month, day.day, datetime(today.year, today.month, today.day, tzinfo=CHINA))
    assert moment
    found = date.fromisoformat(moment.text)
    assert found <= today
    assert (found.month, found.day) == (day.month, day.day)
    assert (today - found).days < 366 or (day.month, day.day) == (2, 29)


WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)} | {0x20: 0x3000}


@given(st.datetimes(datetime(1900, 1, 1), datetime(2099, 12, 31, 23, 59)))  # noqa: DTZ001 - the zone is what is under test
def test_width_and_blanks_change_no_date(when: datetime) -> None:
    for form in ("%Y年%m月%d日 %H:%M", "%Y-%m-%d %H:%M:%S", "%a %b %d %H:%M:%S %Y", "%d %b %Y %H:%M:%S"):
        shown = when.strftime(form)
        plain = find_date(shown, None)
        assert plain
        assert find_date(shown.translate(WIDE), None) == find_date(f"  {shown} ", None) == plain
    spaced = when.strftime("%Y 年 %m 月 %d 日")
    assert find_date(spaced, None) == find_date(spaced.replace(" ", ""), None)


@given(st.integers(1, 188), st.integers(1, 12), st.integers(1, 28))
def test_a_year_of_the_republic_is_the_same_day(year: int, month: int, day: int) -> None:
    said = find_date(f"民國{year}年{month}月{day}日", None)
    assert said == find_date(f"{year + 1911}年{month}月{day}日", None)


@given(st.text(max_size=60))
def test_any_text_is_a_date_or_none(text: str) -> None:
    moment = find_date(text, BASE)
    assert moment is None or (moment.day is None) == (moment.precision in {"month", "year"})


@pytest.mark.parametrize(
    "text",
    ["1" * 1_000_000, "二〇" * 500_000, "2026-" * 200_000, "今前昨" * 300_000, "年月日" * 300_000, " " * 1_000_000],
)
def test_a_megabyte_without_a_date_is_read_to_its_end(text: str) -> None:
    """A pattern that tries it in every partition would never come back."""
    assert find_date(text, BASE) is None
