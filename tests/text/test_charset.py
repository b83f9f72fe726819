"""Bytes become text: the right encoding for Chinese news as it is found, and a text in any case."""

import codecs
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.text.charset import decode

SIMPLIFIED = "本报讯 市水务局昨日宣布，穿城而过的三条河道今年将全部完成清淤，沿岸的居民明年可以在河边散步。"
TRADITIONAL = "本報訊 市水務局昨日宣布，穿城而過的三條河道今年將全部完成清淤，沿岸的居民明年可以在河邊散步。"
RARE = SIMPLIFIED + "该局工程师㐱𠮷介绍了方案。"


@pytest.mark.parametrize(
    ("data", "text", "encoding", "assumed"),
    [
        pytest.param(b"", "", "utf-8", False, id="nothing"),
        pytest.param(b"plain", "plain", "utf-8", False, id="ASCII"),
        pytest.param(SIMPLIFIED.encode(), SIMPLIFIED, "utf-8", False, id="UTF-8"),
        pytest.param(codecs.BOM_UTF8 + SIMPLIFIED.encode(), SIMPLIFIED, "utf-8", False, id="UTF-8 with a mark"),
        pytest.param(SIMPLIFIED.encode("utf-16"), SIMPLIFIED, "utf-16", False, id="UTF-16"),
        pytest.param(
            codecs.BOM_UTF16_BE + SIMPLIFIED.encode("utf-16-be"), SIMPLIFIED, "utf-16", False, id="UTF-16 big end first"
        ),
        pytest.param(
            SIMPLIFIED.encode("utf-32"), SIMPLIFIED, "utf-32", False, id="UTF-32, whose mark begins as UTF-16's"
        ),
        pytest.param(SIMPLIFIED.encode("gb2312"), SIMPLIFIED, "gb18030", True, id="GB2312"),
        pytest.param(TRADITIONAL.encode("gbk"), TRADITIONAL, "gb18030", True, id="traditional text in GBK"),
        pytest.param(RARE.encode("gb18030"), RARE, "gb18030", True, id="four-byte Hanzi in GB18030"),
        pytest.param(
            TRADITIONAL.encode("big5"), TRADITIONAL, "big5", True, id="Big5, which GB18030 reads without error"
        ),
        pytest.param(
            "港鐵喺佐敦站加開班次，乘客話啲車冇咁逼。".encode("big5hkscs"),
            "港鐵喺佐敦站加開班次，乘客話啲車冇咁逼。",
            "big5",
            True,
            id="Hong Kong's characters",
        ),
    ],
)
def test_the_encoding_of_a_text(data: bytes, text: str, encoding: str, assumed: bool) -> None:
    assert decode(data) == (text, encoding, assumed, 0)


NARROW = [
    pytest.param(SIMPLIFIED, "gb18030", "gb18030", id="simplified-gb18030"),
    pytest.param(TRADITIONAL, "gb18030", "gb18030", id="traditional-gb18030"),
    pytest.param(TRADITIONAL, "big5hkscs", "big5", id="big5"),
]


@pytest.mark.parametrize(("text", "codec", "encoding"), NARROW)
def test_a_text_cut_off_anywhere_keeps_its_encoding(text: str, codec: str, encoding: str) -> None:
    data = (text * 30).encode(codec)
    assert {decode(data[:stop]).encoding for stop in [*range(20, 120), *range(1000, 1100)]} == {encoding}


@pytest.mark.parametrize(("text", "codec", "encoding"), NARROW)
def test_a_stray_byte_anywhere_changes_no_encoding(text: str, codec: str, encoding: str) -> None:
    data = text.encode(codec)
    found = [decode(data[:at] + b"\xff" + data[at:]) for at in range(len(data))]
    assert {each.encoding for each in found} == {encoding}


@pytest.mark.parametrize(("text", "codec", "encoding"), NARROW)
@pytest.mark.parametrize("filler", ["a line of English\n" * 400, '{"href": "http://example.org/get?here=1"} ' * 200])
def test_a_few_hanzi_among_ascii_tell(text: str, codec: str, encoding: str, filler: str) -> None:
    found = decode(f"{filler}{text}{filler}".encode(codec))
    assert (found.encoding, found.replaced) == (encoding, 0)


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text", [SIMPLIFIED, TRADITIONAL + "\n", SIMPLIFIED * 60, "Plain words, one line.\n", "第一\n一一一一。"]
)
def test_utf16_without_a_mark_is_known(text: str, codec: str) -> None:
    assert decode(text.encode(codec)) == (text, "utf-16", True, 0)


def test_a_nul_makes_no_utf16() -> None:
    assert decode(b"plain\0text").encoding == "utf-8"
    assert decode(SIMPLIFIED.encode("gb18030") + b"\0").encoding == "gb18030"


@pytest.mark.parametrize(
    ("declared", "text", "codec", "encoding"),
    [
        pytest.param("GB2312", "镕", "gbk", "gb18030", id="wider-than-declared"),
        pytest.param(" big5 ", "著", "big5hkscs", "big5", id="one-character-of-big5"),
        pytest.param("UTF8", "汉", "utf-8", "utf-8", id="utf-8"),
        pytest.param("shift_jis", "東京のニュース", "shift_jis", "shift_jis", id="another-language"),
        pytest.param("utf-16-be", "短讯", "utf-16-be", "utf-16-be", id="no-mark-needed"),
    ],
)
def test_what_was_declared_is_held_to(declared: str, text: str, codec: str, encoding: str) -> None:
    assert decode(text.encode(codec), declared) == (text, encoding, False, 0)


@pytest.mark.parametrize("declared", ["gbk", "ascii", "klingon", "", "a\0b", "hex", "unicode_escape", "utf-7"])
def test_a_declaration_that_cannot_be_is_passed_over(declared: str) -> None:
    data = SIMPLIFIED.encode() + b"!"
    assert decode(data, declared) == (SIMPLIFIED + "!", "utf-8", False, 0)


def test_a_mark_goes_before_what_was_declared() -> None:
    assert decode(codecs.BOM_UTF8 + SIMPLIFIED.encode(), "big5").encoding == "utf-8"


@pytest.mark.parametrize("cut", range(0, 40, 4))
def test_a_stray_byte_is_replaced_and_changes_no_encoding(cut: int) -> None:
    found = decode(SIMPLIFIED[:cut].encode() + b"\xff" + SIMPLIFIED.encode())
    assert (found.encoding, found.assumed, found.replaced) == ("utf-8", True, 1)
    assert found.text.replace("\ufffd", "") == SIMPLIFIED[:cut] + SIMPLIFIED


def test_a_stray_byte_in_gb18030_too() -> None:
    found = decode((SIMPLIFIED * 3).encode("gb18030") + b"\x80\n")
    assert (found.encoding, found.replaced) == ("gb18030", 1)


def test_a_text_cut_off_inside_a_character_keeps_the_rest() -> None:
    found = decode(SIMPLIFIED.encode()[:-1])
    assert (found.encoding, found.replaced) == ("utf-8", 1)
    assert found.text.startswith(SIMPLIFIED[:-1])


def test_a_long_text_is_judged_by_its_beginning_wherever_a_character_is_cut() -> None:
    for shift in range(4):
        data = b"a" * shift + (SIMPLIFIED * 800).encode() + b"\xff"
        assert decode(data).encoding == "utf-8"


@given(st.binary(), st.none() | st.text(max_size=12))
def test_any_bytes_are_a_text(data: bytes, declared: str | None) -> None:
    found = decode(data, declared)
    assert found.replaced <= found.text.count("\ufffd")


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_utf8_is_read_as_written(text: str) -> None:
    found = decode(text.encode())
    assert found.text == text.removeprefix("\ufeff")
    assert not found.assumed


def test_folders_of_original_gb_bytes_are_read_as_gb18030(news_data: Path) -> None:
    folder = news_data / "fudan_gbk_folder"
    rows = [json.loads(line) for line in (folder / "gold.jsonl").read_text().splitlines()]
    found = {
        row["file"]: decode((folder / row["file"]).read_bytes()).encoding for row in rows if row["encoding"] != "ascii"
    }
    assert set(found.values()) == {"gb18030"}
