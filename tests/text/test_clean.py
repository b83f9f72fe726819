"""The gate: whatever comes in, nothing that commands a terminal or hides text comes out, and the text itself stays."""

import sys
import unicodedata
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.text.clean import MOST_MARKS, clean, clean_line, cleaned, passes

LINE_ENDS = "\n\r\x85\u2028\u2029"
EVERYTHING = [char for char in map(chr, range(sys.maxunicode + 1)) if char not in LINE_ENDS]
JOINERS = "\u200c\u200d"
CONTROLS = {"Cc", "Cf", "Cs"}
HOSTILE = st.text(
    st.one_of(
        st.characters(exclude_categories=()),
        st.sampled_from("\x1b\x07\r\n\u2028\u202e\u200b\u200c\u200d\u2329\u232a\u0301\u0315\u3099\ufe0f\ud800中a👩कع"),
    )
)

contexts = pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("", "", id="alone on its line"),
        pytest.param("中", "文", id="between Hanzi"),
        pytest.param("👩\u200d", "\u200d💻", id="between emoji and joiners"),
    ],
)


@cache
def everything_cleaned(before: str, after: str) -> str:
    """The form of every code point but the line ends in one context, a line each, for lines do not touch each other."""
    return clean("\n".join(f"{before}{char}{after}" for char in EVERYTHING))


@contexts
def test_cleaning_what_is_clean_changes_nothing(before: str, after: str) -> None:
    once = everything_cleaned(before, after)
    twice = clean(once)
    assert [pair for pair in zip(once.split("\n"), twice.split("\n"), strict=True) if pair[0] != pair[1]] == []


@contexts
def test_no_control_format_or_surrogate_character_survives(before: str, after: str) -> None:
    survived = {char for char in set(everything_cleaned(before, after)) if unicodedata.category(char) in CONTROLS}
    assert survived <= {"\t", "\n", *JOINERS}


@contexts
def test_every_line_is_composed(before: str, after: str) -> None:
    assert unicodedata.is_normalized("NFC", everything_cleaned(before, after))


@pytest.mark.parametrize(
    "codes",
    [
        pytest.param(range(0x3400, 0x4DC0), id="Hanzi, extension A"),
        pytest.param(range(0x4E00, 0xA000), id="Hanzi"),
        pytest.param(range(0x20000, 0x2A6E0), id="Hanzi, extension B"),
        pytest.param(range(0x30000, 0x323B0), id="Hanzi, extensions G and H"),
        pytest.param(range(0x3000, 0x3020), id="ideographic blank, brackets and signs"),
        pytest.param(range(0xE000, 0xF900), id="private use, where old fonts keep rare Hanzi"),
        pytest.param(range(0xFF01, 0xFF5F), id="full-width forms"),
    ],
)
def test_what_chinese_is_written_with_stays(codes: range) -> None:
    text = "".join(map(chr, codes))
    assert cleaned(text) == (text, 0)


@pytest.mark.parametrize(
    ("text", "shown", "removed"),
    [
        pytest.param("\x1b[2J头条", "[2J头条", 1, id="an escape sequence becomes harmless signs"),
        pytest.param("头\x9b31m条", "头31m条", 1, id="the one-character CSI too"),
        pytest.param("头\x00条\x07\x7f", "头条", 3, id="NUL, bell, DEL"),
        pytest.param("收入\u202e元百\u202c", "收入元百", 2, id="bidi overrides"),
        pytest.param("\u2066甲\u2069乙\u200f", "甲乙", 3, id="bidi isolates and marks"),
        pytest.param("\ufeff标\u200b题\u2060", "标题", 3, id="marks of no width"),
        pytest.param("葛\U000e0100城", "葛城", 1, id="an ideographic variation selector"),
        pytest.param("软\xad连字符\u3164\uffa0", "软连字符", 3, id="soft hyphen and fillers"),
        pytest.param("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧", 0, id="a family stays one"),
        pytest.param("❤\ufe0f\u200d🔥", "❤\ufe0f\u200d🔥", 0, id="a heart on fire too"),
        pytest.param("中\u200d文\u200c", "中文", 2, id="joiners between Hanzi join nothing"),
        pytest.param("👩\u200d\u200d", "👩", 2, id="joiners with nothing to join"),
        pytest.param("👩\u200d\u200b\u200d文", "👩文", 3, id="what removal brings side by side"),
        pytest.param("क्\u200dष", "क्\u200dष", 0, id="Devanagari needs its joiner"),
        pytest.param("می\u200cخواهم", "می\u200cخواهم", 0, id="Persian its non-joiner"),
        pytest.param("甲\r\n乙\r丙\x85丁\u2028戊\u2029己", "甲\n乙\n丙\n丁\n戊\n己", 0, id="line ends are newlines"),
        pytest.param("\t甲", "\t甲", 0, id="tabs stay"),
        pytest.param("\ud83d甲\udc00", "\ufffd甲\ufffd", 0, id="lone surrogates"),
        pytest.param("cafe\u0301", "caf\u00e9", 0, id="composed"),
        pytest.param("e\u200b\u0301", "\u00e9", 1, id="composed over what was removed"),
        pytest.param("\uf900", "\u8c48", 0, id="a compatibility Hanzi is its Hanzi"),
    ],
)
def test_the_clean_form(text: str, shown: str, removed: int) -> None:
    assert cleaned(text) == (shown, removed)


def test_bytes_of_gb18030_that_mean_a_control_bring_none() -> None:
    text = bytes.fromhex("81308337").decode("gb18030")
    assert unicodedata.category(text) == "Cc"
    assert cleaned(f"头{text}条") == ("头条", 1)


def test_a_tower_of_marks_is_cut_to_what_a_script_may_need() -> None:
    assert cleaned("乱" + "\u0315" * 40 + "码") == ("乱" + "\u0315" * MOST_MARKS + "码", 40 - MOST_MARKS)
    assert cleaned("ơ\u0301\u0323").removed == 0


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("  两会\r\n 特稿\t", "两会 特稿", id="on one line"),
        pytest.param("\u3000\u3000导语\u3000全文", "导语 全文", id="ideographic blanks are blanks"),
        pytest.param("\u200b \x1b", "", id="nothing to show"),
        pytest.param("a \u0301", "a \u0301", id="a mark on a blank"),
    ],
)
def test_a_name_or_title_stands_on_one_line(text: str, shown: str) -> None:
    assert clean_line(text) == shown


@given(HOSTILE)
def test_any_text_has_one_clean_form(text: str) -> None:
    once = cleaned(text)
    assert cleaned(once.text) == (once.text, 0)
    assert unicodedata.is_normalized("NFC", once.text)
    assert not {char for char in once.text if unicodedata.category(char) in CONTROLS} - {"\t", "\n", *JOINERS}
    assert once.removed >= 0


@given(HOSTILE)
def test_a_line_is_a_line_once_and_for_all(text: str) -> None:
    line = clean_line(text)
    assert clean_line(line) == clean(line) == line
    assert "\n" not in line


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E)), st.integers(0, 20))
def test_what_was_put_in_is_counted_when_it_is_taken_out(text: str, put: int) -> None:
    assert cleaned("\u202e" * put + text) == (text, put)


@given(st.lists(st.text(st.characters(exclude_characters=LINE_ENDS, exclude_categories=()))))
def test_lines_do_not_touch_each_other(lines: list[str]) -> None:
    assert clean("\n".join(lines)) == "\n".join(map(clean, lines))


def test_what_passes_at_a_glance_is_nothing_that_the_gate_is_for() -> None:
    passing = [sign for code in range(sys.maxunicode + 1) if passes(sign := chr(code))]
    assert {unicodedata.category(sign)[0] for sign in passing} & set("CM") == {"C"}
    assert [sign for sign in passing if unicodedata.category(sign)[0] == "C"] == ["\t", "\n"]
    assert [sign for sign in passing if unicodedata.combining(sign) or unicodedata.normalize("NFC", sign) != sign] == []
    assert [sign for sign in "\u200b\u202e\u2028\u115f\u3164\ufe0f\u302a\u3099é" if passes(sign)] == []
