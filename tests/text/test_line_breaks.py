"""Where lines end: each rule by example, all of them over any text at any width."""

import json
import re
from itertools import islice, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.article import Span
from zjreader.text.clean import Clean, clean, clean_line
from zjreader.text.line_breaks import NOT_AT_END, NOT_AT_START, Level, break_lines, prepare
from zjreader.text.width import cells

BLANKS = " \t\n\u3000"


def broken(text: str, width: int, level: Level = "gb", ambiguous: int = 1) -> list[str]:
    return [text[line.start : line.stop] for line in break_lines(prepare(text, level, ambiguous), width)]


CASES = [
    # marks that may not begin a line
    pytest.param(8, "今天天|气，走", id="a comma takes the Hanzi before it along"),
    pytest.param(10, "今天天气|好。走吧", id="a full stop"),
    pytest.param(8, "今天天|气、花草", id="an enumeration comma"),
    pytest.param(8, "今天天|气；走", id="a semicolon"),
    pytest.param(8, "今天天|气：好", id="a colon"),
    pytest.param(8, "今天天|气？好", id="a question mark"),
    pytest.param(8, "今天天|气！好", id="an exclamation mark"),
    pytest.param(7, "“好天|气”了", id="a closing quote"),
    pytest.param(8, "（好天|气）了", id="a closing bracket"),
    pytest.param(8, "【好天|气】了", id="a closing lens bracket"),
    pytest.param(8, "「好天|气」了", id="a closing corner bracket"),
    pytest.param(8, "『好天|气』了", id="a closing double corner bracket"),
    pytest.param(8, "今天天|气.好", id="an ASCII full stop"),
    pytest.param(8, "今天天气|好,走", id="an ASCII comma"),
    pytest.param(8, "好（天|气。）”", id="a run of closing marks"),
    pytest.param(8, "他说天|气？！", id="two marks"),
    pytest.param(8, "甲乙丙|丁·戊", id="the dot of a name"),
    pytest.param(8, "甲乙丙|丁～戊", id="a wave between words"),
    pytest.param(8, "北京上|海—天", id="a single dash joins"),
    pytest.param(8, "今天天|气%好", id="a percent sign after a Hanzi"),
    # marks that may not end a line
    pytest.param(8, "今天天|（好）", id="an opening bracket"),
    pytest.param(8, "今天说|《好》", id="an opening title mark"),
    pytest.param(7, "今天说|“好”", id="an opening quote"),
    pytest.param(8, "今天说|【好】", id="an opening lens bracket"),
    pytest.param(8, "今天说|「好」", id="an opening corner bracket"),
    pytest.param(8, "今天说|（“好", id="a run of opening marks"),
    pytest.param(8, "今天说|（ 好", id="an opening bracket with a blank behind it"),
    pytest.param(7, "今天价|￥100", id="a full-width yuan"),
    pytest.param(7, "今天价|$100", id="a dollar"),
    pytest.param(7, "今天价|€100", id="a euro"),
    pytest.param(7, "今天在|#北京", id="a number sign"),
    pytest.param(7, "今天天|/晚上", id="a solidus"),
    pytest.param(8, "今天天|／晚上", id="a full-width solidus"),
    pytest.param(7, "今天是|№12", id="a numero sign"),
    # straight quotes
    pytest.param(8, '他今天|说"好"了', id="straight quotes hold on both sides"),
    pytest.param(12, 'he said |"good day" |to us', id="straight quotes beside blanks hold on one side"),
    pytest.param(8, '"今天天|气好', id="a straight quote begins the text"),
    # pairs
    pytest.param(7, "今天天|——好", id="a dash begins a line rather than be split"),
    pytest.param(7, "今天天|……好", id="an ellipsis begins a line rather than be split"),
    pytest.param(8, "今天天|...好", id="three dots"),
    pytest.param(7, "今天天|⋯⋯好", id="centred ellipsis"),
    pytest.param(6, "好天|——”好", id="a dash with its closing quote"),
    # numbers
    pytest.param(14, "总值为|318,758.4亿元", id="a number with separators and its unit"),
    pytest.param(13, "增长了百分之|5.2左右", id="a decimal"),
    pytest.param(12, "增长了大约|5.2%左右", id="a percentage"),
    pytest.param(12, "今天气温约|25℃左右", id="a temperature"),
    pytest.param(12, "今天气温|-3℃～10℃", id="a range with signs"),
    pytest.param(12, "规划时间为|2021-2025年", id="a range of years"),
    pytest.param(12, "规划时间|2021—2025", id="a range with a dash"),
    pytest.param(12, "增长大约|10%~20%", id="a range of percentages"),
    pytest.param(12, "会议时间为|14:30开始", id="a time of day"),
    pytest.param(12, "比赛结果是|3:2结束", id="a score"),
    pytest.param(12, "今天是某某|24/7服务", id="a fraction"),
    pytest.param(12, "大约有某某|１２３４个", id="full-width digits"),
    pytest.param(12, "位置东经|120°30′处", id="degrees and minutes"),
    pytest.param(12, "共1,2,3,4,5,|6,7", id="a list of numbers is no number"),
    pytest.param(11, "约为某某|+12.5个", id="a plus sign"),
    pytest.param(9, "约某某|US$100元", id="a currency with its letters"),
    # words
    pytest.param(12, "他们用的是|ChatGPT啊", id="a Latin word"),
    pytest.param(12, "他们用的是|GPT-5.1啊", id="a model's name"),
    pytest.param(12, "他们发明了|C++语言", id="a word with pluses"),
    pytest.param(11, "美国公司|AT&T公司", id="a company's name"),
    pytest.param(12, "we don't |know what |you're at", id="apostrophes and blanks"),
    pytest.param(18, "请写信给编辑|a.b@example.org呀", id="an e-mail address"),
    pytest.param(12, "速度是每某|120km/h上下", id="a unit with a solidus"),
    pytest.param(14, "限速规定为90km|/小时", id="a solidus between a word and a Hanzi ends no line"),
    pytest.param(10, "今天是|Привет呀", id="Cyrillic"),
    pytest.param(12, "他们选择|well-known啊", id="a hyphenated word"),
    pytest.param(10, "又有三架|轰-6K战机", id="a hyphen between a Han name and its number"),
    pytest.param(6, "今天|Corona|virus|了", id="a word wider than the line is cut"),
    pytest.param(6, "Corona|viruse|s，了", id="a comma never stands alone behind a cut word"),
    # addresses
    pytest.param(22, "见https://example.org/|news/2026?apples=1&|pears=2", id="an address is cut at its joints"),
    pytest.param(22, "详情请见|https://example.org/a", id="an address that fits a line goes there whole"),
    pytest.param(21, "见|https://example.org。|好", id="the full stop is not the address's"),
    # what is kept if it fits
    pytest.param(20, "今年前三个季度达到|1.3万亿元", id="a number and its unit"),
    pytest.param(20, "今年大约上升了整整|0.3个百分点", id="percentage points"),
    pytest.param(20, "今天去读一读|《平凡的世界》", id="a short title"),
    pytest.param(14, "读《平凡的世|界》", id="a title is split where over half a line would be lost"),
    pytest.param(20, "今天总统先生|弗拉基米尔·普京", id="a foreign name"),
    pytest.param(20, "今年前三季累計總額達|1.3萬億元", id="a number and its unit in Traditional characters"),
    pytest.param(20, "今天會晤總統先生|弗拉基米爾·普京", id="a foreign name in Traditional characters"),
    # blanks
    pytest.param(8, "今天天气 |好", id="a blank at the end of a line is swallowed"),
    pytest.param(8, "今天天气　　|好", id="ideographic blanks too"),
    pytest.param(8, "　　今天天气|好", id="the source's own indent is not drawn"),
    pytest.param(8, "今天天气  ", id="blanks at the end of the text"),
    pytest.param(8, "今天天|气 ，好", id="a comma behind a blank"),
    pytest.param(10, "今天天|100\xa0km处", id="a no-break blank"),
    pytest.param(8, "今天\t天|气", id="a tab is a blank"),
    # characters of several code points
    pytest.param(8, "今天天 |👩‍🚀好", id="a joined emoji is one character"),
    pytest.param(8, "今天天 |🇨🇳好", id="a flag is one character"),
    pytest.param(4, "wwwq|q\u0301好", id="a mark stays on its letter"),
]


@pytest.mark.parametrize(("width", "lines"), CASES)
def test_lines_end_where_a_typesetter_would_end_them(width: int, lines: str) -> None:
    assert broken(lines.replace("|", ""), width) == [line.strip(BLANKS) for line in lines.split("|")]


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        pytest.param(8, "今天天气|，走", id="a comma may begin a line"),
        pytest.param(8, "今天说（|好）", id="a bracket may end a line"),
        pytest.param(7, '他们说"|好"了', id="straight quotes hold nothing"),
        pytest.param(12, "总值为|318,758.4", id="numbers stay whole"),
        pytest.param(12, "他们用的是|ChatGPT啊", id="words stay whole"),
        pytest.param(7, "今天天|——好", id="dashes stay whole"),
        pytest.param(8, "今天天气 |好", id="blanks are swallowed"),
    ],
)
def test_without_rules_marks_stand_where_they_fall(width: int, lines: str) -> None:
    assert broken(lines.replace("|", ""), width, "none") == [line.strip(BLANKS) for line in lines.split("|")]


def test_where_quotes_are_wide_less_fits_in_a_line() -> None:
    assert broken("他说“好”的", 10) == ["他说“好”的"]
    assert broken("他说“好”的", 10, ambiguous=2) == ["他说“好”", "的"]


def test_the_first_line_may_be_shorter_than_the_others() -> None:
    text = "今天天气很好我们去走走"
    lines = break_lines(prepare(text), 4, 8)
    assert [text[line.start : line.stop] for line in lines] == ["今天", "天气很好", "我们去走", "走"]


@pytest.mark.parametrize("text", [pytest.param("", id="no text"), pytest.param(" 　\t", id="only blanks")])
def test_nothing_to_draw_has_no_lines(text: str) -> None:
    assert broken(text, 10) == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("天气", ["天", "气"], id="a Hanzi"),
        pytest.param("👩‍🚀好", ["👩‍🚀", "好"], id="a joined emoji"),
        pytest.param("，，，", ["，", "，", "，"], id="marks alone"),
    ],
)
def test_a_line_too_narrow_for_anything_holds_one_character(text: str, lines: list[str]) -> None:
    assert broken(text, 1) == lines


@pytest.mark.parametrize(
    ("lines", "rank"),
    [
        pytest.param(["天气", "很好"], 3, id="between Hanzi"),
        pytest.param(["12", "万亿元"], 2, id="before a unit"),
        pytest.param(["wo", "rd"], 1, id="inside a word"),
        pytest.param(["天气", "。"], 0, id="before a full stop"),
        pytest.param(["天气很好"], 3, id="a single line"),
    ],
)
def test_a_setting_is_ranked_by_its_worst_break(lines: list[str], rank: int) -> None:
    starts = [len("".join(lines[:count])) for count in range(len(lines))]
    spans = tuple(Span(start, start + len(line)) for start, line in zip(starts, lines, strict=True))
    assert prepare("".join(lines)).rank(spans) == rank


# Over any text.

CLOSING, OPENING = "。，、；：？！）》」』”", "（《「『“"
SIGNS = re.escape(NOT_AT_START + NOT_AT_END + "\"'\xa0-—–…") + BLANKS
RUN_OF_SIGNS = re.compile(f"[{SIGNS}]+")
NOT_HAN = re.compile(f"(?:[^\u4e00-\u9fff{BLANKS}]|(?<=[{SIGNS}])[{BLANKS}]+|[{BLANKS}]+(?=[{SIGNS}]))+")
TEXTS = st.lists(
    st.one_of(
        st.text("国家统计局今日公布前三季度总值增长了的在和", min_size=1, max_size=12),
        st.text(CLOSING + OPENING + "．·～%℃°)]},.;:!?([{￥$#/—-\"' 　\t", min_size=1, max_size=3),
        st.sampled_from(["——", "……", "GPT-5.1", "ChatGPT", "AT&T", "a.b@example.org", "318,758.4", "-3℃～10℃", "5.2%"]),
        st.sampled_from(["1.3万亿元", "0.3个百分点", "《平凡的世界》", "弗拉基米尔·普京", "2021—2025年", " ", "　　"]),
        st.sampled_from(
            ["https://example.org/news/2026?a=1&b=two", "👩‍🚀", "🇨🇳", "q\u0301", "Привет", "한국", "é", "\u0301"]
        ),
        st.text(max_size=4),
    ),
    max_size=24,
).map(lambda parts: clean("".join(parts)))


def run_around(pattern: re.Pattern[str], text: str, place: int) -> str:
    """The run that a break at `place` cuts, with one more character on either side."""
    run = next((run for run in pattern.finditer(text) if run.start() <= place <= run.end()), None)
    return text[max(run.start() - 1, 0) : run.end() + 1] if run else ""


def check_lines(text: str, width: int, level: Level = "gb", ambiguous: int = 1) -> None:
    lines = list(break_lines(prepare(text, level, ambiguous), width))
    gaps = zip([0, *(line.stop for line in lines)], [*(line.start for line in lines), len(text)], strict=True)
    assert all(stop <= start and not text[stop:start].strip() for stop, start in gaps)
    assert all(line.start < line.stop for line in lines)
    assert all(cells(text[line.start : line.stop], ambiguous) <= width for line in lines)
    if level == "none":
        return
    for above, below in pairwise(lines):
        if text[below.start] in CLOSING or text[above.stop - 1] in OPENING:
            assert cells(run_around(RUN_OF_SIGNS, text, below.start), ambiguous) > width
        if re.fullmatch("[A-Za-z0-9]{2}", text[below.start - 1 : below.start + 1]):
            assert cells(run_around(NOT_HAN, text, below.start), ambiguous) > width


@given(TEXTS, st.integers(10, 200), st.sampled_from([1, 2]))
def test_every_rule_holds_for_any_text_at_any_width(text: Clean, width: int, ambiguous: int) -> None:
    check_lines(text, width, "gb", ambiguous)


@given(TEXTS, st.integers(10, 40))
def test_every_rule_holds_where_lines_are_narrow(text: Clean, width: int) -> None:
    check_lines(text, width)


@given(TEXTS, st.integers(10, 200))
def test_without_rules_every_character_still_has_its_place(text: Clean, width: int) -> None:
    check_lines(text, width, "none")


@pytest.mark.parametrize("width", [20, 33, 40, 76, 80])
def test_every_rule_holds_for_real_news(news_data: Path, width: int) -> None:
    with (news_data / "xinwenlianbo" / "articles-2024.jsonl").open(encoding="utf-8") as file:
        contents = [json.loads(line)["content"] for line in islice(file, 300)]
    for content in contents:
        for paragraph in content.splitlines():
            check_lines(clean_line(paragraph), width)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("统计局公布，" * 100_000, 15_000, id="Hanzi"),
        pytest.param("a" * 600_000, 7_500, id="one word"),
        pytest.param("，" * 600_000, 15_000, id="one run of marks"),
        pytest.param("，" + " " * 600_000, 1, id="blanks"),
        pytest.param("1,234" * 120_000, 7_501, id="one number"),
        pytest.param("https://example.org/" * 30_000, 7_500, id="one address"),
        pytest.param('"' * 600_000, 7_500, id="one run of quotes"),
        pytest.param("《" * 600_000, 15_000, id="one run of title marks"),
        pytest.param("尔" * 600_000, 15_000, id="one run of transcribed sounds"),
    ],
)
def test_a_huge_paragraph_is_no_harder_than_many_small_ones(text: str, count: int) -> None:
    assert sum(1 for _ in break_lines(prepare(text), 80)) == count
