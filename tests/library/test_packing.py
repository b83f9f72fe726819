"""Records packed and unpacked: nothing is lost, and a dictionary pays."""

import os
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.article import Article, Block, BlockKind, Kind, Moment, Precision, ReadAs, Record
from zjreader.errors import UnreadableError
from zjreader.library.packing import Packing, trained
from zjreader.text.clean import Clean, cleaned

CLEAN = st.text(max_size=12).map(lambda text: cleaned(text).text)
MAYBE = st.none() | CLEAN
SEVERAL = st.lists(CLEAN, max_size=2).map(tuple)
MOMENTS = st.builds(Moment, CLEAN, st.sampled_from(get_args(Precision)), MAYBE, st.booleans())
ARTICLES = st.builds(
    Article,
    st.sampled_from(get_args(Kind)),
    CLEAN,
    *[MAYBE] * 4,
    SEVERAL,
    SEVERAL,
    MAYBE,
    st.none() | MOMENTS,
    MAYBE,
    SEVERAL,
    st.lists(st.builds(Block, st.sampled_from(get_args(BlockKind)), CLEAN), max_size=3).map(tuple),
    MAYBE,
    st.none() | st.tuples(CLEAN, CLEAN),
    st.lists(st.tuples(CLEAN, CLEAN), max_size=2).map(tuple),
    st.none() | st.integers(0, 1 << 31),
)
PATHS = st.none() | st.binary(min_size=1, max_size=12).map(lambda path: os.fsdecode(path.replace(b"\0", b"/")))
READ_AS = st.builds(ReadAs, CLEAN, st.booleans(), st.integers(0, 9), st.integers(0, 9))
RECORDS = st.builds(
    Record,
    ARTICLES,
    st.lists(CLEAN, min_size=1, max_size=3).map(tuple),
    CLEAN,
    CLEAN,
    READ_AS,
    st.integers(-(1 << 40), 1 << 40),
    st.integers(1, 9),
    PATHS,
    st.integers(0, 1 << 42),
    MAYBE,
)


def news(at: int) -> Record:
    """One of many invented reports that have their wording in common."""
    text = f"第{at}号桥梁今起恢复通行，施工期间绕行的{at % 90}条公交线路同时改回原线。市民说，路好走多了。"
    blocks = (Block("paragraph", Clean(text)), Block("paragraph", Clean(f"记者{at * 7919 % 10_007}报道")))
    article = Article("full", Clean(f"第{at}号桥梁加固完工"), blocks=blocks)
    read_as = ReadAs(Clean("utf-8"), assumed=False)
    return Record(article, (Clean(f"a{at:015x}"),), Clean("a.txt"), Clean("2026-04-12"), read_as, at)


@given(RECORDS)
def test_what_was_packed_comes_back_the_same(record: Record) -> None:
    packing = Packing({})
    assert packing.unpack(*packing.pack(record)) == record


def test_each_record_comes_back_by_the_dictionary_that_it_was_packed_with() -> None:
    packing = Packing({})
    plain = packing.pack(news(1))
    first = trained(news(at) for at in range(3_000))
    second = trained(news(at) for at in range(3_000, 6_000))
    packing.use(1, first)
    better = packing.pack(news(1))
    assert len(better.data) < len(plain.data) / 2
    again = Packing({1: first, 2: second})
    assert again.newest == 2
    packed = [plain, better, again.pack(news(1))]
    assert [each.dictionary for each in packed] == [None, 1, 2]
    assert {again.unpack(*each) for each in packed} == {news(1)}


def test_bytes_that_are_no_record_are_told() -> None:
    packing = Packing({})
    for dictionary, data in ((None, b"no frame"), (7, packing.pack(news(1)).data)):
        with pytest.raises(UnreadableError):
            packing.unpack(dictionary, data)
