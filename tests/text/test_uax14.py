"""An oracle for line breaks: UAX #14 as uniseg reads it allows every break we make, but for the differences listed."""

import json
import re
from collections.abc import Callable, Iterator
from itertools import islice, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from uniseg.linebreak import line_break_boundaries  # type: ignore[import-untyped]  # ships no types

from zjreader.article import Span
from zjreader.text.clean import Clean, clean_line
from zjreader.text.line_breaks import Setting, break_lines, prepare

DIFFERENCES: dict[str, Callable[[str, str], object]] = {
    "curly quotes open and close, whatever stands beside them; LB19 knows that only between Hanzi": (
        lambda above, below: above[-1] in "”’" or below[0] in "“‘"
    ),
    "… may begin a line, as in Chinese print (CLREQ); LB22 holds it to what precedes": (
        lambda _above, below: below[0] in "…⋯" or below.startswith("...")
    ),
    "a sign belongs to its number (-3℃); LB21 takes it for a hyphen": (
        lambda _above, below: re.match("[-+−±－＋][0-9０-９]", below)
    ),
    "a plus between Hanzi stands between two words (保险+期货); LB23a takes it for a price's sign": (
        lambda above, below: above[-1] in "+＋" and below > "\u2fff"
    ),
    "a solidus begins the line of what follows it; LB13 lets it end one": lambda _above, below: below[0] in "/／",
    "an address is cut at all its joints; UAX #14 knows its solidus and hyphen alone": (
        lambda above, _below: re.search(r"(?:https?://|www\.)[!-~]*[/?&-]$", above)
    ),
}
"""Why, and between which texts."""

FOREIGN = ["GPT-5.1", "ChatGPT", "AT&T", "318,758.4亿元", "-3℃～10℃", "5.2%", "2021—2025年", "$100", "é", "한국"]
JOINED = ["——", "……", "《平凡的世界》", "https://example.org/news/2026?a=1&b=two", "/", "+"]
TEXTS = st.lists(
    st.one_of(
        st.text("国家统计局今日公布前三季度总值增长了的在和", min_size=1, max_size=8),
        st.sampled_from("，。、；：？！（）《》“”「」·～"),
        st.sampled_from([*FOREIGN, *JOINED]).map(lambda word: f"将{word}再"),
    ),
    max_size=24,
).map(lambda parts: clean_line("".join(parts)))


def breaks(setting: Setting, width: int) -> Iterator[int]:
    """Where lines begin, but for what was cut only because it fits no line (UAX #14 leaves that to the program)."""
    for above, below in pairwise(break_lines(setting, width)):
        if setting.rank((above, below)) > prepare("aa").rank((Span(0, 1), Span(1, 2))):
            yield below.start


def refused(text: Clean, width: int) -> list[str]:
    """The breaks we make that neither the oracle nor the list allows."""
    allowed = {*line_break_boundaries(text)}
    return [
        f"{text[:place]}|{text[place:]}"
        for place in breaks(prepare(text), width)
        if place not in allowed and not any(differs(text[:place], text[place:]) for differs in DIFFERENCES.values())
    ]


@given(TEXTS, st.integers(10, 200))
def test_every_break_in_any_text_is_one_of_uax_14(text: Clean, width: int) -> None:
    assert refused(text, width) == []


@pytest.mark.parametrize("width", [20, 33, 76])
def test_every_break_in_real_news_is_one_of_uax_14(news_data: Path, width: int) -> None:
    with (news_data / "xinwenlianbo" / "articles-2024.jsonl").open(encoding="utf-8") as file:
        contents = [json.loads(line)["content"] for line in islice(file, 40)]
    paragraphs = [clean_line(paragraph) for content in contents for paragraph in content.splitlines()]
    assert [found for paragraph in paragraphs for found in refused(paragraph, width)] == []


@pytest.mark.parametrize(
    ("above", "below"),
    [
        pytest.param("建成", "“15分钟文化圈”", id="an opening quote before digits"),
        pytest.param("高新区", "……今天", id="an ellipsis"),
        pytest.param("气温约", "-3℃", id="a number's sign"),
        pytest.param("推进保险+", "期货", id="a plus between Hanzi"),
        pytest.param("共四千件", "/套", id="a solidus"),
        pytest.param("https://example.org/news?a=1&", "b=2", id="an address"),
    ],
)
def test_each_difference_is_one(above: str, below: str) -> None:
    text = above + below
    lines = (Span(0, len(above)), Span(len(above), len(text)))
    assert prepare(text).rank(lines) > prepare("aa").rank((Span(0, 1), Span(1, 2)))
    assert len(above) not in {*line_break_boundaries(text)}
