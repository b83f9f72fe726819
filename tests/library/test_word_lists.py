"""The lists of words in a state folder count together, beside our own."""

from pathlib import Path

from zjreader.library.word_lists import lists, own_words, segmenter_in
from zjreader.text.words import Listed


def test_all_lists_of_a_folder_count_and_nothing_else_there(tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("慢火车驿站\n", "utf-8")
    (tmp_path / "words-体育.txt").write_bytes("村跑团 7 n\n".encode() + b"\xff\n")
    (tmp_path / "notes.txt").write_text("不是词表\n", "utf-8")
    (tmp_path / "words.d.txt").mkdir()
    assert dict(lists(tmp_path))["words.d.txt"] is None
    assert list(own_words(tmp_path)) == [Listed("村跑团", 7), Listed("\ufffd"), Listed("慢火车驿站")]


def test_without_a_folder_there_are_no_lists(tmp_path: Path) -> None:
    assert list(own_words(tmp_path / "none")) == []


def test_texts_are_cut_by_our_words_and_the_own_ones(tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("慢火车驿站\n", "utf-8")
    assert list(segmenter_in(tmp_path)("碳中和与慢火车驿站")) == ["碳中和", "与", "慢火车驿站"]
    assert segmenter_in(tmp_path) is segmenter_in(tmp_path)
