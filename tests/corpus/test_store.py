"""The corpus answers what plain Python would answer over the same records."""

from collections.abc import Callable, Sequence
from random import Random
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.article import Article, Block, Moment, ReadAs, Record
from zjreader.corpus.collection import bearing
from zjreader.corpus.columns import Field, Order
from zjreader.corpus.positions import NONE, Positions
from zjreader.corpus.store import Corpus, search_key
from zjreader.text.clean import Clean
from zjreader.text.fold import fold, squeeze

UTF_8 = ReadAs(Clean("utf-8"), assumed=False)
NAMES = (None, Clean("甲"), Clean("乙"), Clean("丙"))
MOMENTS = (
    None,
    Moment(Clean("2026-04-10T08:00+08:00"), "minute", Clean("2026-04-10")),
    Moment(Clean("2026-04-11"), "day", Clean("2026-04-11"), inferred=True),
    Moment(Clean("2026-03"), "month", None),
    Moment(Clean("2025"), "year", None),
)


def words(chance: Random) -> Clean:
    return Clean("".join(chance.choices("桥橋通車车 AIａ", k=chance.randint(1, 3))))


def record(chance: Random, at: int) -> Record:
    """One with an id of its own, perhaps with a second one."""
    article = Article(
        chance.choice(["full", "teaser"]),
        words(chance),
        summary=chance.choice([None, words(chance)]),
        section=chance.choice([*NAMES, Clean("甲;乙")]),
        publisher=chance.choice(NAMES),
        place=chance.choice(NAMES),
        authors=tuple(filter(None, [chance.choice(NAMES)])),
        correspondents=tuple(filter(None, [chance.choice(NAMES)])),
        editor=chance.choice(NAMES),
        published=chance.choice(MOMENTS),
        blocks=tuple(Block("paragraph", words(chance)) for _ in range(chance.randint(0, 2))),
    )
    ids = (Clean(f"a{at:015x}"), Clean(f"b{at:015x}"))[: chance.randint(1, 2)]
    added = Clean(f"2026-04-1{chance.randint(0, 2)}T08:00:00+08:00")
    return Record(article, ids, Clean("a.txt"), added, UTF_8, chance.randint(0, 3))


@st.composite
def collections(draw: st.DrawFn) -> list[Record]:
    """Up to twenty records; drawn by chance alone, since shrinking them would cost more than reading them."""
    chance = Random(draw(st.integers(0, 1 << 32)))  # noqa: S311 -- the same for the same number
    return [record(chance, at) for at in range(draw(st.integers(0, 20)))]


def text_of(record: Record) -> str:
    article = record.article
    return squeeze(fold("\n".join([article.title, article.summary or "", *(block.text for block in article.blocks)])))


def ordered(collection: list[Record], order: Order, hits: set[int]) -> list[int]:
    """What each order says of itself, in plain Python."""
    keys: dict[Order, Callable[[int], Any]] = {
        "published": lambda at: -collection[at].standing,
        "title": lambda at: collection[at].article.title,
        "publisher": lambda at: (collection[at].article.publisher or "", -collection[at].standing),
        "added": lambda at: collection[at].added,
        "none": lambda _at: 0,
    }
    return sorted(sorted(hits), key=keys[order])


def values_of(record: Record, field: Field) -> set[str]:
    article, moment = record.article, record.article.published
    bearing: dict[Field, Sequence[str | None]] = {
        "section": (article.section or "").split(";"),
        "publisher": [article.publisher],
        "place": [article.place],
        "author": [*article.authors, *article.correspondents],
        "editor": [article.editor],
        "kind": [article.kind],
        "day": [moment.day if moment else None],
        "month": [moment.text[:7] if moment and moment.precision != "year" else None],
        "year": [moment.text[:4] if moment else None],
    }
    return {value for value in bearing[field] if value}


@given(collections(), collections())
def test_what_is_another_than_before_is_told(before: list[Record], after: list[Record]) -> None:
    others = {at for at, one in enumerate(after) if at >= len(before) or before[at] != one}
    assert set(Corpus(after).since(Corpus(before))) == others


@given(collections(), st.text("桥橋通車车 AIａ", min_size=1, max_size=3), st.sets(st.integers(0, 19)))
def test_a_key_is_found_where_the_texts_hold_it(collection: list[Record], word: str, asked: set[int]) -> None:
    corpus, key = Corpus(collection), squeeze(fold(word))
    among = {at for at in asked if at < len(collection)}
    assert set(corpus.holding(key, Positions(among))) == {at for at in among if key in text_of(collection[at])}


@given(collections(), st.sampled_from(get_args(Order)), st.booleans(), st.data())
def test_a_window_is_a_slice_of_the_sorted_hits(
    collection: list[Record], order: Order, reverse: bool, data: st.DataObject
) -> None:
    corpus = Corpus(collection)
    hits = data.draw(st.sets(st.integers(0, len(collection) - 1)) if collection else st.just(set()))
    start, stop = sorted(data.draw(st.tuples(st.integers(0, 22), st.integers(0, 22))))
    expected = ordered(collection, order, hits)
    if reverse:
        expected.reverse()
    assert corpus.window(Positions(hits), order, start, stop, reverse=reverse) == expected[start:stop]


@given(collections(), st.sampled_from(get_args(Order)), st.sets(st.integers(0, 19)))
def test_a_rank_is_the_place_in_the_sorted_hits(collection: list[Record], order: Order, asked: set[int]) -> None:
    corpus, hits = Corpus(collection), {at for at in asked if at < len(collection)}
    ranks = ordered(collection, order, hits)
    for at in range(len(collection)):
        assert corpus.rank(Positions(hits), order, at) == (ranks.index(at) if at in hits else None)


@given(collections(), st.sampled_from(get_args(Field)))
def test_a_column_holds_each_value_with_its_articles(collection: list[Record], field: Field) -> None:
    column = Corpus(collection).column(field)
    values = {value for record in collection for value in values_of(record, field)}
    assert set(column.values) == values
    for value in values:
        bearing = {at for at, record in enumerate(collection) if value in values_of(record, field)}
        assert set(column.having(value)) == bearing
    assert column.having("没有的值") == NONE


@given(collections(), st.sampled_from(get_args(Field)), st.sets(st.integers(0, 19)))
def test_counts_are_those_among_the_articles_asked_for(collection: list[Record], field: Field, asked: set[int]) -> None:
    among = {at for at in asked if at < len(collection)}
    counts = Corpus(collection).column(field).counts(Positions(among))
    assert counts == {
        value: number
        for value in {value for at in among for value in values_of(collection[at], field)}
        if (number := sum(value in values_of(collection[at], field) for at in among))
    }
    assert list(counts.values()) == sorted(counts.values(), reverse=True)


@given(collections())
def test_articles_are_found_under_all_their_ids(collection: list[Record]) -> None:
    corpus = Corpus(collection)
    for at, record in enumerate(collection):
        assert corpus[at] is corpus.outline(at) is record
        assert corpus.ids(at) == record.ids
        assert corpus.headline(at)[:4] == (at, record.ids[0], record.article.title, record.article.kind)
        for identity in record.ids:
            assert corpus.position(identity) == at
            assert list(corpus.beginning(identity)) == [at]
    assert corpus.position("没有的") is None
    assert len(corpus) == len(corpus.everything) == len(collection)
    shared = {at for at, record in enumerate(collection) if any(each.startswith("a000") for each in record.ids)}
    assert set(corpus.beginning("a000")) == shared
    first = {at for at, record in enumerate(collection) if record.ids[0] == "a" + "0" * 15}
    assert set(bearing(corpus, [Clean("a" + "0" * 15), Clean("没有的")])) == first


@pytest.mark.parametrize("prefix", ["", "a", "a00"])
def test_a_prefix_too_short_to_name_an_article_names_none(prefix: str) -> None:
    assert Corpus([one_record()]).beginning(prefix) == NONE


def test_a_word_is_not_found_across_title_summary_and_body() -> None:
    corpus = Corpus([one_record(title="北京", summary="上海", body="广州")])
    for key, count in {"北京": 1, "上海": 1, "广州": 1, "京上": 0, "海广": 0}.items():
        assert len(corpus.holding(key, corpus.everything)) == corpus.holds(key, 0) == count


def test_the_search_key_passes_over_blanks_between_hanzi_and_keeps_line_ends() -> None:
    assert (
        search_key(one_record(title="专 精 特 新", summary=None, body="ＡＩ 產業\n鏈條")) == "专精特新\n\nai 产业\n链条"
    )


def test_an_empty_corpus_answers_with_nothing() -> None:
    corpus = Corpus.empty()
    assert (len(corpus), corpus.everything, corpus.window(NONE, "published", 0, 9)) == (0, NONE, [])


def one_record(title: str = "标题", summary: str | None = None, body: str = "正文") -> Record:
    blocks = tuple(Block("paragraph", Clean(line)) for line in body.split("\n"))
    article = Article("full", Clean(title), Clean(summary) if summary else None, blocks=blocks)
    return Record(article, (Clean("a" + "0" * 15),), Clean("a.txt"), Clean("2026-04-10T08:00:00+08:00"), UTF_8, 0)
