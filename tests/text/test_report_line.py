"""Report lines: who reports from where, as papers write it above or before a text."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.text.byline import CLOSING, read_signature
from zjreader.text.report_line import LONGEST, read_report

BASE = datetime.fromisoformat("2026-04-12T12:00:00+08:00")


@pytest.mark.parametrize(
    ("text", "authors", "place", "publisher"),
    [
        pytest.param("記者周明德／台北報導", "周明德", "台北", None, id="plain"),
        pytest.param("〔記者周明德、林佳穎／台北報導〕", "周明德 林佳穎", "台北", None, id="two"),
        pytest.param("江海時報【周明德╱台北報導】", "周明德", "台北", "江海時報", id="outlet-before-brackets"),
        pytest.param("[江海網]記者周明德／台北報導", "周明德", "台北", "江海網", id="outlet-in-brackets"),
        pytest.param("即時中心／周明德報導", "周明德", None, None, id="desk-and-name"),
        pytest.param("記者阿達／花蓮報導", "阿達", "花蓮", None, id="rare-name-by-its-role"),
        pytest.param("【江海快報／周明德】", "周明德", None, "江海快報", id="outlet-and-name-in-brackets"),
        pytest.param("（江海報財經組／周明德、林佳穎）", "周明德 林佳穎", None, "江海報", id="its-desk-and-names"),
        pytest.param("本报记者 沈一鸣 北京报道", "沈一鸣", "北京", None, id="mainland"),
    ],
)
def test_a_report_line(text: str, authors: str, place: str | None, publisher: str | None) -> None:
    report = read_report(text, BASE)
    assert report
    assert (" ".join(report.authors), report.place, report.publisher) == (authors, place, publisher)
    assert report.end == len(text)


def test_a_report_line_may_name_its_day() -> None:
    report = read_report("特派記者周明德／東京5日電", BASE)
    assert report
    assert report.published
    assert (report.published.day, report.published.inferred) == ("2026-04-05", True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "〔即時新聞／綜合報導〕",
        "财经频道/综合报道",
        "记者从现场报道",
        "记者注意到相关报道",
        "经济观察/中国报道",
        "沈一鸣报道",
        "记者沈一鸣",
        "江海日报道歉",
        "【江海快報／綜合】",
        "【江海快報／從缺】",
        "【江海快報】",
    ],
)
def test_what_is_no_report_line(text: str) -> None:
    assert read_report(text, BASE) is None


@given(
    st.text(max_size=60),
    st.sampled_from(["記者周明德／", "〔", "即時中心／", "记者 ", ""]),
    st.sampled_from(["報導", "5日電", ""]),
)
def test_what_a_report_line_names_stands_in_it(middle: str, start: str, end: str) -> None:
    text = start + middle + end
    report = read_report(text, BASE)
    if report:
        squeezed = "".join(text.split())
        assert 0 < report.end <= len(text)
        assert report.authors
        assert all(name in squeezed for name in (*report.authors, report.place or "", report.publisher or ""))


@given(st.text(max_size=40), st.sampled_from(["（记者 沈一鸣）", "（记者 沈一鸣 通讯员 罗秀兰）"]))
def test_any_paragraph_may_be_signed(paragraph: str, signature: str) -> None:
    writers = read_signature(paragraph + signature)
    assert writers.authors == ("沈一鸣",)
    assert writers.correspondents in {(), ("罗秀兰",)}


@pytest.mark.parametrize(
    "text", ["記者" * 500_000, "王" * 1_000_000, "（" * 1_000_000, "王、" * 500_000, "／" * 1_000_000]
)
def test_an_endless_line_is_given_up(text: str) -> None:
    """A pattern that tries it in every partition would never come back."""
    report = read_report(text, BASE)
    assert report is None or report.end <= LONGEST
    assert len(read_signature(text).authors) <= CLOSING
