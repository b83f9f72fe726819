"""Dates in a query's words mean the days that a reader means by them, on any day on which they are asked."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.query.days import Day, Days, read_day

TODAY = date(2026, 3, 5)
"""A Thursday."""


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2026", "2026-01-01", "2026-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2026-03-05", "2026-03-05", "2026-03-05"),
        ("2026/3/5", "2026-03-05", "2026-03-05"),
        ("２０２６．３．５", "2026-03-05", "2026-03-05"),
        ("2026年", "2026-01-01", "2026-12-31"),
        ("2026年3月", "2026-03-01", "2026-03-31"),
        ("2026 年 3 月 5 日", "2026-03-05", "2026-03-05"),
        ("二〇二六年三月五日", "2026-03-05", "2026-03-05"),
        ("去年3月5号", "2025-03-05", "2025-03-05"),
        ("今年2月份", "2026-02-01", "2026-02-28"),
        ("3月5日", "2026-03-05", "2026-03-05"),
        ("3月6日", "2025-03-06", "2025-03-06"),
        ("2月29日", "2024-02-29", "2024-02-29"),
        ("十二月", "2025-12-01", "2025-12-31"),
        ("3月", "2026-03-01", "2026-03-31"),
        ("2026Q1", "2026-01-01", "2026-03-31"),
        ("q2", "2025-04-01", "2025-06-30"),
        ("一季度", "2026-01-01", "2026-03-31"),
        ("第4季度", "2025-10-01", "2025-12-31"),
        ("2024年三季度", "2024-07-01", "2024-09-30"),
        ("上半年", "2026-01-01", "2026-06-30"),
        ("下半年", "2025-07-01", "2025-12-31"),
        ("去年下半年", "2025-07-01", "2025-12-31"),
        ("今天", "2026-03-05", "2026-03-05"),
        ("昨日", "2026-03-04", "2026-03-04"),
        ("前天", "2026-03-03", "2026-03-03"),
        ("大前天", "2026-03-02", "2026-03-02"),
        ("本周", "2026-03-02", "2026-03-08"),
        ("上週", "2026-02-23", "2026-03-01"),
        ("上周五", "2026-02-27", "2026-02-27"),
        ("上个星期天", "2026-03-01", "2026-03-01"),
        ("本月", "2026-03-01", "2026-03-31"),
        ("上个月", "2026-02-01", "2026-02-28"),
        ("今年", "2026-01-01", "2026-12-31"),
        ("前年", "2024-01-01", "2024-12-31"),
        ("近3天", "2026-03-03", "2026-03-05"),
        ("最近十天", "2026-02-24", "2026-03-05"),
        ("近两周", "2026-02-20", "2026-03-05"),
        ("近1个月", "2026-02-06", "2026-03-05"),
        ("近一年", "2025-03-06", "2026-03-05"),
        ("7d", "2026-02-27", "2026-03-05"),
        ("2w", "2026-02-20", "2026-03-05"),
        ("3M", "2025-12-06", "2026-03-05"),
        ("1y", "2025-03-06", "2026-03-05"),
        ("9999y", "0001-03-06", "2026-03-05"),
    ],
)
def test_what_words_mean(words: str, first: str, last: str) -> None:
    day = read_day(words)
    assert day
    assert [each.isoformat() for each in day.span(TODAY)] == [first, last]
    assert read_day(day.words) == day


@pytest.mark.parametrize(
    "words",
    [
        "",
        "昨年",
        "2026-13",
        "2026-02-30",
        "2月30日",
        "13月",
        "0000",
        "26年",
        "五季度",
        "今日头条",
        "近0天",
        "3d 5d",
        "周",
    ],
)
def test_what_is_no_date(words: str) -> None:
    assert read_day(words) is None


@pytest.mark.parametrize(
    ("days", "first", "last", "text"),
    [
        pytest.param(Days(Day("2026"), Day("2026")), "2026-01-01", "2026-12-31", "2026", id="one"),
        pytest.param(Days(Day("2025"), Day("上月")), "2025-01-01", "2026-02-28", "2025..上月", id="a range"),
        pytest.param(Days(Day("上月"), None), "2026-02-01", "9999-12-31", "上月..", id="since"),
        pytest.param(Days(None, Day("上月")), "0001-01-01", "2026-02-28", "..上月", id="until"),
        pytest.param(Days(Day("上月"), None, strict=True), "2026-03-01", "9999-12-31", ">上月", id="after"),
        pytest.param(Days(None, Day("上月"), strict=True), "0001-01-01", "2026-01-31", "<上月", id="before"),
    ],
)
def test_bounds_are_taken_in_their_widest_reading(days: Days, first: str, last: str, text: str) -> None:
    assert days.bounds(TODAY) == (first, last)
    assert str(days) == text


WORDS = st.sampled_from([
    "3月5日", "2月29日", "12月", "四季度", "下半年", "今天", "大前天", "本周", "上周日", "上月", "去年", "近3天", "3m",
])  # fmt: skip


@given(WORDS, st.dates(date(1900, 1, 1), date(2200, 1, 1)))
def test_on_any_day_words_mean_days_that_have_begun(words: str, today: date) -> None:
    first, last = Day(words).span(today)
    assert first <= min(last, today)


@given(st.dates())
def test_every_day_of_the_calendar_is_itself_on_any_day(day: date) -> None:
    asked = read_day(day.isoformat())
    assert asked
    assert asked.span(TODAY) == (day, day)
    assert Days(asked, None, strict=True).bounds(TODAY)[0] >= day.isoformat()


@given(st.text("0123456789年月日号季度上下半周天今昨前近一十dwmyq-/.", max_size=10))
def test_any_text_is_a_date_or_none(text: str) -> None:
    day = read_day(text)
    if day:
        first, last = day.span(TODAY)
        assert first <= last
