"""Texts are cut into the words that jieba cuts, by whichever library; our own and the user's words are kept whole."""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.text.fold import fold, squeeze
from zjreader.text.words import Listed, Segmenter, by_jieba, by_rjieba, listed, news_words, segmenter

SENTENCES = ("关于{}的报道", "记者从{}获悉", "他说{}会谈", "今年{}在北京", "同{}举行", "{}发展", "与{}和", "{}")
"""Neighbours of a word, in which one that the dictionary does not know comes apart."""

PIECES = st.sampled_from(
    [*"中国人新质生产力的和同 ，。%.-+#&_ａＡ\n", "F-18", "5.2%", "PM2.5", "Wi-Fi", "C++", "AT&T", "\r\n"]
)


@pytest.fixture(scope="module")
def ours() -> Segmenter:
    return by_rjieba(news_words())


@pytest.fixture(scope="module")
def reference() -> Segmenter:
    return by_jieba(news_words())


@pytest.fixture(scope="module")
def plain() -> Segmenter:
    return by_rjieba()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("发展中国家", "发展中国家", id="a word that holds others"),
        pytest.param("F-18和Wi-Fi", "F - 18 和 Wi - Fi", id="Latin signs joined by a hyphen are apart"),
        pytest.param("PM2.5降了5.2%", "PM2.5 降 了 5.2%", id="numbers stay whole"),
        pytest.param("用C++写", "用 C++ 写", id="but for what the dictionary knows"),
        pytest.param("甲\r\n乙", "甲 \r\n 乙", id="a line end"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_words_are_those_of_the_dictionary(plain: Segmenter, text: str, words: str) -> None:
    assert list(plain(text)) == (words.split(" ") if words else [])


_REPEATED = re.compile(r"([一-鿿])\1")
"""Of 人国国国国 two cuts are equally likely, between which rounding decides: such runs no text has."""


@given(st.lists(PIECES, max_size=20).map("".join).filter(lambda text: not _REPEATED.search(text)))
def test_both_libraries_cut_alike_and_lose_nothing(ours: Segmenter, reference: Segmenter, text: str) -> None:
    assert list(ours(text)) == list(reference(text))
    assert "".join(ours(text)) == text


def test_every_word_of_ours_is_kept_whole_and_was_not_before(ours: Segmenter, plain: Segmenter) -> None:
    words = [word.word for word in news_words()]
    assert len(words) == len(set(words))
    for word in words:
        assert squeeze(fold(word)) == word
        assert list(ours(word)) == [word]
        assert any(word not in plain(sentence.format(word)) for sentence in SENTENCES), word


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            "云上北疆\n慢火车 10\n老字号 5 n\n", [("云上北疆", None), ("慢火车", 10), ("老字号", 5)], id="forms"
        ),
        pytest.param("\ufeff慢火车\r\n", [("慢火车", None)], id="a mark of byte order"),
        pytest.param("# 我的词\n\n  \n慢火车", [("慢火车", None)], id="comments and blank lines"),
        pytest.param("慢火车 0", [], id="what is to be forgotten"),
        pytest.param("臺灣海峽 3\nＡＩ", [("台湾海峡", 3), ("ai", None)], id="folded, as the texts are"),
        pytest.param("New York 3 nt", [("new york", 3)], id="a blank inside"),
    ],
)
def test_lists_are_read_in_the_format_of_jieba(text: str, words: list[tuple[str, int | None]]) -> None:
    assert list(listed(text)) == [Listed(*word) for word in words]


@pytest.mark.parametrize("library", [by_rjieba, by_jieba])
def test_added_words_are_kept_whole_there_alone(library: Callable[[Iterable[Listed]], Segmenter]) -> None:
    with_word = library([Listed("慢火车驿站", 500), Listed("云上北疆")])
    assert list(with_word("云上北疆的慢火车驿站")) == ["云上北疆", "的", "慢火车驿站"]
    assert "云上北疆" not in library([])("云上北疆的慢火车驿站")


def test_nothing_is_asked_for_before_the_first_text_and_then_once() -> None:
    asked = []

    def words() -> Iterator[Listed]:
        asked.append("words")
        yield Listed("慢火车驿站")

    cut = segmenter(words)
    assert asked == []
    assert list(cut("慢火车驿站")) == list(cut("慢火车驿站")) == ["慢火车驿站"]
    assert asked == ["words"]


def test_where_one_library_is_missing_the_other_cuts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rjieba", None)
    assert list(segmenter(lambda: [Listed("慢火车驿站")])("坐慢火车驿站")) == ["坐", "慢火车驿站"]


@pytest.mark.parametrize("library", ["by_rjieba", "by_jieba"])
def test_cutting_says_nothing_and_leaves_no_file(tmp_path: Path, library: str) -> None:
    code = f"from zjreader.text.words import {library}; print(*{library}()('我们喝茶'))"
    search = [path for path in sys.path if path]
    ran = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path[:0] = {search!r}; {code}"],
        env={"TMPDIR": str(tmp_path), "PYTHONWARNINGS": "default", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=True,
    )
    assert (ran.stdout.decode(), ran.stderr.decode()) == ("我们 喝茶\n", "")
    assert list(tmp_path.iterdir()) == []


REFERENCE = ("pku_test.jsonl", "thucnews_titles_dev_2000.jsonl")


@pytest.mark.parametrize("name", REFERENCE)
def test_real_lines_are_cut_as_the_reference_was(news_data: Path, plain: Segmenter, name: str) -> None:
    lines = [json.loads(line)["default"] for line in (news_data / "jieba_reference" / name).read_bytes().splitlines()]
    different = sum(list(plain("".join(words))) != words for words in lines)
    assert different <= len(lines) / 10_000


def test_real_news_is_cut_alike_by_both_libraries(news_data: Path, ours: Segmenter, reference: Segmenter) -> None:
    for text in islice(bodies(news_data / "chinanews_2020/articles.jsonl"), 300):
        folded = squeeze(fold(text))
        assert list(ours(folded)) == list(reference(folded))


def bodies(path: Path) -> Iterable[str]:
    for line in path.read_bytes().splitlines():
        yield from (value for value in json.loads(line).values() if isinstance(value, str))
