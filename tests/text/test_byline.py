"""Datelines, bylines and credits: what they say, and what is only like them."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.text.byline import read_dateline
from zjreader.text.credits import Credits, merged, read_credits
from zjreader.text.names import names_role, read_writers

BASE = datetime.fromisoformat("2026-04-12T10:00:00+08:00")


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        pytest.param(
            "江海日报4月10日北京讯 (沈一鸣 顾清源 白露)",
            ("江海日报", "北京", "2026-04-10", "沈一鸣 顾清源 白露", ""),
            id="place-behind-the-day",
        ),
        pytest.param(
            "江海联播讯(沈一鸣 顾清源 通讯员 罗秀兰 林溪)",
            ("江海联播", None, None, "沈一鸣 顾清源", "罗秀兰 林溪"),
            id="correspondents",
        ),
        pytest.param(
            "环球社北京3月5日电（记者 王某某、李某某）",
            ("环球社", "北京", "2026-03-05", "王某某 李某某", ""),
            id="agency",
        ),
        pytest.param(
            "江海网时刻新闻3月5日讯（记者 沈一鸣 通讯员 林溪）",
            ("江海网时刻新闻", None, "2026-03-05", "沈一鸣", "林溪"),
            id="an outlet that ends in news",
        ),
        pytest.param("环球社北京三月五日电", ("环球社", "北京", "2026-03-05", "", ""), id="day-in-words"),
        pytest.param(
            "环球社台北2025年3月5日电 ", ("环球社", "台北", "2025-03-05", "", ""), id="place-with-a-station-in-it"
        ),
        pytest.param("环球社华盛顿3月5日电 题：", ("环球社", "华盛顿", "2026-03-05", "", ""), id="with-a-theme"),
        pytest.param("本报讯（记者沈一鸣 通讯员林溪）", (None, None, None, "沈一鸣", "林溪"), id="our-paper"),
        pytest.param(
            "本报北京4月9日电 （记者沈一鸣）", (None, "北京", "2026-04-09", "沈一鸣", ""), id="our-paper-from-a-place"
        ),
        pytest.param("江海网北京3月5日电 ", ("江海网", "北京", "2026-03-05", "", ""), id="site"),
        pytest.param(
            "（海峽社記者周明德台北5日電）",
            ("海峽社", "台北", "2026-04-05", "周明德", ""),
            id="writer-before-the-place",
        ),
        pytest.param(
            "（海峽社記者周明德、林佳穎台南2026年3月5日電）",
            ("海峽社", "台南", "2026-03-05", "周明德 林佳穎", ""),
            id="two-writers",
        ),
        pytest.param(
            "（海峡社记者周明德苏州5日电）", ("海峡社", "苏州", "2026-04-05", "周明德", ""), id="unknown-place"
        ),
        pytest.param(
            "（海峡社记者周明德5日电）", ("海峡社", None, "2026-04-05", "周明德", ""), id="writer-without-place"
        ),
        pytest.param("（海峡社台北5日电）", ("海峡社", "台北", "2026-04-05", "", ""), id="in-brackets"),
        pytest.param("江海报讯", ("江海报", None, None, "", ""), id="glued-to-the-news"),
        pytest.param("江海报快讯（记者 沈一鸣）", ("江海报", None, None, "沈一鸣", ""), id="flash"),
        pytest.param(
            "江海网10月4日讯（记者沈一鸣 整合） ", ("江海网", None, "2025-10-04", "沈一鸣", ""), id="last-years-day"
        ),
        pytest.param("江海之家9月30日消息 ", ("江海之家", None, "2025-09-30", "", ""), id="message"),
        pytest.param("江海科技讯 ", ("江海科技", None, None, "", ""), id="channel"),
        pytest.param("据环球社北京3月5日电 ", ("环球社", "北京", "2026-03-05", "", ""), id="cited"),
        pytest.param(
            "江海报客户端北京3月5日电（江海报·江海网记者 沈一鸣）",
            ("江海报客户端", "北京", "2026-03-05", "沈一鸣", ""),
            id="outlet-before-the-role",
        ),
        pytest.param("江海广播电视总台北京3月5日电", ("江海广播电视总台", "北京", "2026-03-05", "", ""), id="station"),
        pytest.param("海风新闻济南3月5日讯 ", ("海风新闻", "济南", "2026-03-05", "", ""), id="news-channel"),
        pytest.param("环信纽约3月5日电 ", ("环信", "纽约", "2026-03-05", "", ""), id="agency-known-by-the-place"),
        pytest.param("环信3月5日电 ", ("环信", None, "2026-03-05", "", ""), id="agency-alone"),
        pytest.param("【江海日报讯】", ("江海日报", None, None, "", ""), id="square-brackets"),
        pytest.param(
            "江海晚报4月10日讯 记者沈一鸣", ("江海晚报", None, "2026-04-10", "沈一鸣", ""), id="writer-without-brackets"
        ),
        pytest.param("江海日报讯（记者 张 三 李 四）", ("江海日报", None, None, "张三 李四", ""), id="spaced-names"),
        pytest.param("　　江海日报讯（记者　沈一鸣）", ("江海日报", None, None, "沈一鸣", ""), id="indented"),
        pytest.param(
            "江海日报讯（记者 阿卜杜拉·买买提）", ("江海日报", None, None, "阿卜杜拉·买买提", ""), id="long-name"
        ),
    ],
)
def test_a_dateline_says_where_the_news_is_from(
    opening: str, expected: tuple[str | None, str | None, str | None, str, str]
) -> None:
    news = "报道：昨天，城北公园开园。" if opening.endswith("记者沈一鸣") else "昨天，城北公园开园。"
    dateline = read_dateline(opening + news, BASE)
    assert dateline
    day = dateline.published and dateline.published.text
    writers = (" ".join(dateline.authors), " ".join(dateline.correspondents))
    assert (dateline.publisher, dateline.place, day, *writers) == expected
    assert (opening + news)[dateline.end :].removeprefix("题：") == news


@pytest.mark.parametrize(
    "paragraph",
    [
        "",
        "4月10日，城北公园开园。",
        "据路透社3月5日消息，公园开园。",
        "某通讯（深圳）公司发布新品。",
        "本市传来喜讯 公园开园。",
        "某某电网3月5日电力负荷创新高。",
        "公司发电（水电）增长一成。",
        "记者从市园林局获悉",
        "市民收到的快讯（短信）",
        "外媒消息：公园开园",
        "昨天，环球社北京3月5日电",
        "通讯员 林溪",
        "二〇二六年三月五日",
    ],
)
def test_what_is_no_dateline(paragraph: str) -> None:
    assert read_dateline(paragraph, BASE) is None


def test_brackets_without_names_belong_to_the_news() -> None:
    dateline = read_dateline("江海日报讯（2026年）公园开园", BASE)
    assert dateline
    assert (dateline.authors, dateline.end) == ((), 5)


@pytest.mark.parametrize(
    ("text", "authors", "correspondents", "complete"),
    [
        ("记者 沈一鸣 林溪", "沈一鸣 林溪", "", True),
        ("记者沈一鸣 通讯员罗秀兰、林溪 摄影记者 白露", "沈一鸣 白露", "罗秀兰 林溪", True),
        ("通訊員 羅秀蘭 記者 沈一鳴", "沈一鳴", "羅秀蘭", True),
        ("本报首席记者 沈一鸣 实习生 白露", "沈一鸣 白露", "", True),
        ("文/沈一鸣 图/林溪", "沈一鸣 林溪", "", True),
        ("作者：Alice Wang", "Alice Wang", "", True),
        ("王 小 明", "王小明", "", True),
        ("张 三 沈一鸣 李 四 王 五", "张三 沈一鸣 李四 王五", "", True),
        ("沈一鸣 沈一鸣", "沈一鸣", "", True),
        ("沈一鸣 整合", "沈一鸣", "", True),
        ("沈一鸣等人从现场发回的报道", "", "", False),
        ("", "", "", True),
        ("沈一鸣 " * 200, "沈一鸣", "", False),
    ],
)
def test_names(text: str, authors: str, correspondents: str, complete: bool) -> None:
    writers = read_writers(text)
    assert (" ".join(writers.authors), " ".join(writers.correspondents)) == (authors, correspondents)
    assert writers.complete == complete


def test_a_role_is_told_in_both_scripts() -> None:
    assert names_role("本報記者")
    assert not names_role("记住")


@pytest.mark.parametrize(
    ("line", "publisher", "published", "authors", "editor"),
    [
        ("【责任编辑:林溪】", None, None, "", "林溪"),
        ("(责编：林溪、周楠)", None, None, "", "林溪、周楠"),
        ("（编辑 林溪）", None, None, "", "林溪"),
        ("責任編輯：林佳穎", None, None, "", "林佳穎"),
        ("编辑 林 溪", None, None, "", "林溪"),
        ("责编：Demi Xia", None, None, "", "Demi Xia"),
        ("责任编辑：", None, None, "", None),
        ("2026-03-05 08:12 来源：江海日报 作者：沈一鸣", "江海日报", "2026-03-05T08:12+08:00", "沈一鸣", None),
        ("2026-03-05 08:12:09 来源: 江海周刊 举报", "江海周刊", "2026-03-05T08:12:09+08:00", "", None),
        ("本文来源：江海周刊 责任编辑：林溪_NB12556", "江海周刊", None, "", "林溪_NB12556"),
        ("2026-03-05 09:58:03来源：江海网作者：责任编辑：林溪", "江海网", "2026-03-05T09:58:03+08:00", "", "林溪"),
        ("时间：2026-03-05 作者：沈一鸣 阅读：1644", None, "2026-03-05", "沈一鸣", None),
        ("来源: | 发布时间: 2026-03-05 | 浏览次数: 2168", None, "2026-03-05", "", None),
        ("2026-03-05 11:10 江海星空[整理] 1", "江海星空", "2026-03-05T11:10+08:00", "", None),
        ("2026年3月5日 江海日报", "江海日报", "2026-03-05", "", None),
        ("江海日报 2026-03-05 08:12 记者 沈一鸣", "江海日报", "2026-03-05T08:12+08:00", "沈一鸣", None),
        ("江海日报 沈一鸣 2026-03-05 08:12", "江海日报", "2026-03-05T08:12+08:00", "沈一鸣", None),
        ("作者：未知 责任编辑：林溪", None, None, "", "林溪"),
        ("作者：江海日报评论员集体写作小组", None, None, "江海日报评论员集体写作小组", None),
        ("本报记者 沈一鸣", None, None, "沈一鸣", None),
        ("采写：江海记者 沈一鸣 林溪", None, None, "沈一鸣 林溪", None),
        ("2026-03-05", None, "2026-03-05", "", None),
        ("2026年3月5日 星期四", None, "2026-03-05", "", None),
        ("昨天", None, "2026-04-11", "", None),
        ("记者：沈一鸣 审核：白露 编辑：林溪", None, None, "沈一鸣", "林溪"),
    ],
)
def test_credits(line: str, publisher: str | None, published: str | None, authors: str, editor: str | None) -> None:
    credit = read_credits(line, BASE)
    assert credit
    assert (credit.publisher, credit.published and credit.published.text) == (publisher, published)
    assert (" ".join(credit.authors), credit.editor) == (authors, editor)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "编辑部的故事",
        "记者手记",
        "2026年3月5日 市人大会议",
        "2026年全国两会",
        "今日头条",
        "时间都去哪儿了",
        "一、会议时间",
        "来源：" + "很" * 40,
        "作者简介",
        "2026-03-05 08:12 公园开园 市民叫好",
        "昨天，公园开园。",
        "责任编辑：林溪，值班。",
        "日期：待定中的好日子",
        "字" * 400,
        "阅读 123 评论 4",
    ],
)
def test_what_is_no_line_of_credits(line: str) -> None:
    assert read_credits(line, BASE) is None


def test_of_two_lines_the_first_counts() -> None:
    first, second = read_credits("来源：江海日报", BASE), read_credits("来源：江海网 编辑：林溪", BASE)
    assert first
    assert second
    assert merged(first, second) == Credits(publisher=first.publisher, editor=second.editor)


@given(
    st.text(max_size=80), st.sampled_from(["江海日报讯（", "环球社北京3月5日电", "责任编辑：", "来源：", "（记者", ""])
)
def test_what_is_found_stands_in_the_text(text: str, start: str) -> None:
    line = start + text
    dateline, credit = read_dateline(line, BASE), read_credits(line, BASE)
    squeezed = "".join(line.split())
    if dateline:
        assert 0 < dateline.end <= len(line)
        assert all(name in squeezed for name in (*dateline.authors, *dateline.correspondents, dateline.publisher or ""))
    if credit:
        assert all("".join(name.split()) in squeezed for name in (credit.publisher or "", credit.editor or ""))


@pytest.mark.parametrize(
    "text",
    [
        "记者" * 500_000,
        "（" * 1_000_000,
        "报" * 1_000_000,
        "江海日报讯（" + "沈 " * 500_000,
        "1" * 1_000_000,
        "来源：" * 300_000,
        "三月五日" * 250_000,
    ],
)
def test_an_endless_line_is_given_up_at_its_opening(text: str) -> None:
    """A pattern that tries it in every partition would never come back."""
    dateline = read_dateline(text, BASE)
    assert dateline is None or dateline.end < len(text)
    assert read_credits(text, BASE) is None
    read_credits(text[:160], BASE)
    read_writers(text)
