"""An image answers as a plain scan over the same records does: whole, grown, changed, merged and rebuilt."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from random import Random
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.corpus.newsroom import record, records
from zjreader.article import Record
from zjreader.corpus import shards
from zjreader.corpus.building import build
from zjreader.corpus.building.build import append, rebuild, rewrite
from zjreader.corpus.collection import Collection, bearing
from zjreader.corpus.columns import Field, Order
from zjreader.corpus.image import Image
from zjreader.corpus.positions import NONE, Positions
from zjreader.corpus.store import Corpus, search_key
from zjreader.errors import ImageError
from zjreader.query.circumstances import Circumstances, States
from zjreader.query.language import Query
from zjreader.query.match import match
from zjreader.query.orders import Orders
from zjreader.query.tree import Not, Term, Word
from zjreader.text.clean import Clean, clean_line

COUNT = 600
KEYWORDS, COMBINATIONS = 300, 200
HERE = Circumstances(datetime(2026, 4, 10, tzinfo=UTC), segments=list)
ASKED = (
    "section:要闻", "媒体:=城南日报", "author:财经 OR editor:体育", "-place:快讯", "tag:民生", "key:7", "x.城市:上海",
    "url:news.example.cn/1", "origin:jsonl:5", "length:>80", "date:2026-03", "date:none", "-date:近30天",
    "date:..2026-06-15",
    "added:2026-11-03..2026-11-09", "read:none", "kind:teaser", "is:unread", "title:开放", "-body:开放", "=老 桥",
    "/A股|5G/", "title:/^[城图]/", "py:tsg", "tsg", "ai", "about:农业", "农业 OR (市场 -老桥) OR 5G", "经济 fold:off",
    "住房：无此栏目", "开放 -经济 limit:7", "开放 sort:title limit:20", "id:a000000000000005",
)  # fmt: skip
"""Every kind of term; none is asked of a clock or of marks that a corpus does not know."""


def built(folder: Path, articles: Iterable[Record], counter: int = 1) -> Image:
    rebuild(folder, articles, counter)
    return Image.open(folder)


@pytest.fixture(scope="module")
def news() -> list[Record]:
    return records(COUNT)


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory, news: list[Record]) -> Image:
    return built(tmp_path_factory.mktemp("news") / "image", news)


def keywords(articles: list[Record], chance: Random) -> list[str]:
    """Pieces of one to six signs of the articles' keys, some of signs that stand nowhere together."""
    keys = [search_key(each) for each in articles]
    drawn: list[str] = []
    while len(drawn) < KEYWORDS:
        key, length = chance.choice(keys), chance.randint(1, 6)
        at = chance.randrange(len(key))
        word = key[at : at + length] if chance.random() < 0.9 else "".join(chance.choices(key, k=length))
        drawn.append(word.split("\n")[0].strip() or "中")
    return drawn


def combinations(words: list[str], chance: Random) -> list[Query]:
    def term(word: str) -> Term:
        named = Word(clean_line(word))
        return Not(named) if chance.random() < 0.4 else named

    return [
        Query(tuple(term(word) for word in chance.sample(words, chance.randint(1, 3)))) for _ in range(COMBINATIONS)
    ]


def asked(chance: Random) -> list[Query]:
    """Each kind of term by itself, and with two words that postings alone do not settle."""
    pairs = (f"{term} {chance.choice('城经农学')} -{chance.choice(['改革开', '三号线'])}" for term in ASKED)
    return [Query.parse(text) for text in (*ASKED, *pairs)]


def same(mapped: Collection, scanned: Corpus, places: Callable[[int], int] = lambda at: at) -> None:
    """That both answer alike; `places` gives the mapped position of a scanned one."""

    def moved(positions: Positions) -> Positions:
        return Positions(map(places, positions))

    chance = Random(len(scanned))  # noqa: S311
    everything = moved(scanned.everything)
    assert (len(mapped), mapped.everything) == (len(scanned), everything)
    assert [mapped[places(at)] for at in range(len(scanned))] == [scanned[at] for at in range(len(scanned))]
    words = keywords([scanned[at] for at in range(len(scanned))], chance)
    for word in words:
        held = moved(scanned.holding(word, scanned.everything))
        assert mapped.holding(word, mapped.everything) == held, word
        candidates = mapped.candidates(word, mapped.everything)
        assert held - candidates.positions == NONE, word
        assert not candidates.exact or candidates.positions == held, word
    for query in (*combinations(words, chance), *asked(chance)):
        hits, found = match(query, scanned, States(), HERE).hits, match(query, mapped, States(), HERE)
        first = list(islice(found.ordered(Orders(mapped, States()), "published"), 60))
        assert first == [places(at) for at in scanned.window(hits, "published", 0, 60)], query
        assert found.hits == moved(hits), query
    for one, other in zip(words[::2], words[1::2], strict=True):
        either = scanned.holding(one, scanned.everything) | scanned.holding(other, scanned.everything)
        assert mapped.holding(one, mapped.everything) | mapped.holding(other, mapped.everything) == moved(either)
    for field in get_args(Field):
        expected = {value: moved(held) for value, held in scanned.column(field).values.items()}
        assert mapped.column(field).values == expected, field
    some = Positions(at for at in scanned.everything if chance.random() < 0.3)
    for order in get_args(Order):
        for hits in (scanned.everything, some):
            for reverse in (False, True):
                expected_rows = [places(at) for at in scanned.window(hits, order, 3, 90, reverse=reverse)]
                assert mapped.window(moved(hits), order, 3, 90, reverse=reverse) == expected_rows, order
    assert mapped.changed == moved(scanned.changed)


def test_it_answers_as_a_scan_does(image: Image, news: list[Record]) -> None:
    same(image, Corpus(news))


def test_rows_ids_and_headlines_are_those_of_the_records(image: Image, news: list[Record]) -> None:
    scanned = Corpus(news)
    for at, each in enumerate(news):
        assert image.headline(at) == scanned.headline(at)
        assert (image.ids(at), image.changed_at(at)) == (scanned.ids(at), scanned.changed_at(at)) == (each.ids, 0)
        assert [image.position(identity) for identity in each.ids] == [at] * len(each.ids)
        assert list(image.beginning(each.ids[0])) == [at]
        outline = image.outline(at)
        assert outline.article.length == each.article.length
        assert outline._replace(article=each.article) == each
        assert outline.article._replace(blocks=each.article.blocks, stated_length=None) == (
            each.article._replace(stated_length=None)
        )


@pytest.mark.parametrize("asked", ["", "a", "没有的", "A000000000000001", "a00000000000000_", "a" * 17, "f" * 16])
def test_what_is_no_id_here_names_nothing(image: Image, asked: Clean) -> None:
    assert (image.position(asked), image.beginning(asked), bearing(image, [asked])) == (None, NONE, NONE)


def test_few_and_many_ids_are_found_alike(image: Image, news: list[Record]) -> None:
    one = news[7].ids[0]
    assert list(bearing(image, [one, Clean("没有的")])) == [7]
    assert bearing(image, (identity for each in news[100:500] for identity in each.ids)) == Positions(range(100, 500))
    assert image.beginning("a000") == image.everything


@pytest.mark.parametrize("key", ["", "\n", "中\n", "\0", "\n中", "\ud842", "𠮷", "𠮷野", "野𠮷", "，"])
def test_odd_keys_are_found_as_in_a_scan(image: Image, news: list[Record], key: str) -> None:
    assert image.holding(key, image.everything) == Positions(
        at for at, each in enumerate(news) if key.encode("utf-16-le", "surrogatepass") in units(each)
    )


class units:  # noqa: N801 -- reads as a function
    """A record's key as units, in which only whole ones are found."""

    def __init__(self, each: Record) -> None:
        self.key = search_key(each).encode("utf-16-le")

    def __contains__(self, wanted: bytes) -> bool:
        return any(self.key.startswith(wanted, at) for at in range(0, len(self.key) + 1, 2))


def test_a_match_between_two_units_is_none(tmp_path: Path) -> None:
    # Between the bytes of 䄭 (2D 41) and 䅎 (4E 41) stands 41 4E, which is 乁.
    made = built(tmp_path, [titled(0, "䄭䅎䄭䅎"), titled(1, "䄭䅎乁䄭䅎乁")])
    assert list(made.holding("乁䄭䅎", made.everything)) == [1]
    assert not made.holds("乁", 0)
    assert made.holds("乁", 1)


def titled(at: int, title: str) -> Record:
    plain = record(at)
    return plain._replace(article=plain.article._replace(title=Clean(title), summary=None, blocks=()))


@given(st.sets(st.integers(0, COUNT - 1)), st.sampled_from(get_args(Order)), st.booleans(), st.data())
def test_any_window_of_any_hits_is_the_same(
    image: Image, hits: set[int], order: Order, reverse: bool, data: st.DataObject
) -> None:
    asked = Positions(hits)
    start, stop = sorted(data.draw(st.tuples(st.integers(0, COUNT), st.integers(0, COUNT))))
    ordered = list(image.ordered(asked, order, reverse=reverse))
    whole = [at for at in image.window(image.everything, order, 0, COUNT, reverse=reverse) if at in hits]
    assert ordered == whole
    assert image.window(asked, order, start, stop, reverse=reverse) == whole[start:stop]
    if not reverse:
        assert [image.rank(asked, order, at) for at in whole] == list(range(len(whole)))
    assert image.rank(asked, order, COUNT + 1) is None


def test_it_grows_by_small_additions_and_shards_are_merged(tmp_path: Path) -> None:
    rebuild(tmp_path, records(100), 1)
    chance, end = Random(5), 100  # noqa: S311
    for step in range(50):
        more = chance.randint(0, 4)
        append(tmp_path, records(more, end), step)
        end += more
    image = Image.open(tmp_path)
    assert image.counter == 49
    assert image.generation == 51
    assert len(image.shards.arrived) < 3 * build.GROWTH
    assert {path.name for path in tmp_path.iterdir()} == image.manifest.names
    assert image.verify() == ()
    same(image, Corpus(records(end)))


def test_articles_are_replaced_and_removed_where_they_stand(tmp_path: Path) -> None:
    news = records(300)
    rebuild(tmp_path, news[:200], 1)
    append(tmp_path, news[200:], 2)
    replaced = {at: record(at, version=2) for at in (3, 150, 250)}
    rewrite(tmp_path, replaced, [5, 299], 3)
    rewrite(tmp_path, {}, [0], 4)
    append(tmp_path, records(20, 300), 5)
    left = [at for at in range(320) if at not in {0, 5, 299}]
    image = Image.open(tmp_path)
    same(image, Corpus([replaced.get(at) or record(at) for at in left]), left.__getitem__)
    assert image.position(record(5).ids[0]) is None
    rebuild(tmp_path, (image[at] for at in left), 6)
    same(Image.open(tmp_path), Corpus([replaced.get(at) or record(at) for at in left]))


def test_what_is_removed_as_it_arrives_stands_nowhere(tmp_path: Path) -> None:
    rebuild(tmp_path, records(3), 1, removed=[1])
    append(tmp_path, records(3, 3), 2, removed=[4])
    append(tmp_path, records(1, 6), 3, removed=[6])
    left = [0, 2, 3, 5]
    same(Image.open(tmp_path), Corpus([record(at) for at in left]), left.__getitem__)


def test_replacing_again_and_again_is_exact_and_soon_part_of_the_shards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build, "MOST_OVERLAID", 20)
    for room in (build, shards):
        monkeypatch.setattr(room, "BLOCK", 64)
    chance, end, newest = Random(8), 100, {at: record(at) for at in range(100)}  # noqa: S311
    rebuild(tmp_path, newest.values(), 1)
    lain: list[int] = []
    for version in range(2, 14):
        changed = {at: record(at, version) for at in chance.sample(range(end), 6)}
        rewrite(tmp_path, changed, [], 1)
        arrived = {at: record(at) for at in range(end, end + 4)}
        append(tmp_path, arrived.values(), 1)
        newest |= changed | arrived
        end += 4
        image = Image.open(tmp_path)
        lain.append(sum(overlay.articles for overlay in image.manifest.overlays))
        assert [image[at] for at in range(end)] == list(newest.values())
        assert image.verify() == ()
    assert max(lain) > 20 > min(lain)
    same(Image.open(tmp_path), Corpus(list(newest.values())))


def test_a_replaced_article_is_found_by_its_new_words_and_ids_alone(tmp_path: Path) -> None:
    rebuild(tmp_path, [titled(at, "旧闻") for at in range(30)], 1)
    rewrite(tmp_path, {7: titled(40, "新闻")._replace(versions=2)}, [], 2)
    image = Image.open(tmp_path)
    assert len(image.manifest.shards) == len(image.manifest.overlays) == 1
    assert list(image.holding("新闻", image.everything)) == [7]
    assert 7 not in image.holding("旧闻", image.everything)
    assert image.position(record(40).ids[0]) == 7
    assert image.position(record(7).ids[0]) is None
    assert list(bearing(image, (each for at in range(30) for each in record(at).ids))) == [*range(7), *range(8, 30)]
    assert list(image.changed) == [7]


def test_words_of_common_pairs_alone_are_told_by_their_triples(tmp_path: Path) -> None:
    titles = ["改革开放", "改革，革开，开放", "革改革，改革革", "改改革开放放", "改革开", "改改改改"] * 10
    made = built(tmp_path, [titled(at, title) for at, title in enumerate(titles)])
    asked = made.candidates("改革开", made.everything)
    assert asked.exact
    assert [at % 6 for at in asked.positions][:3] == [0, 3, 4]
    assert not made.candidates("改革开放", made.everything).exact
    for word in ("改革开放", "改革革", "改改改", "改改改改", "改改改改改", "革开改"):
        assert list(made.holding(word, made.everything)) == [at for at, title in enumerate(titles) if word in title]


def test_a_large_shard_packs_common_words_as_bits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    news = [titled(at, "中国" + "经济" * (at % 7 == 0) + "特" * (at % 4999 == 0)) for at in range(5000)]
    monkeypatch.setattr(build, "AT_ONCE", 700)
    image = built(tmp_path, news)
    append(tmp_path, news[:1], 2)
    append(tmp_path, (titled(5001 + at, "中国") for at in range(9)), 2)
    for at in range(6):
        append(tmp_path, [titled(6000 + at, "中国")], 2)
    grown = Image.open(tmp_path)
    assert len(image.holding("中国", image.everything)) == 5000
    assert len(image.holding("经济", image.everything)) == 715
    assert list(image.holding("特", image.everything)) == [0, 4999]
    assert len(grown.holding("中国", grown.everything)) == len(grown) == 5016


def test_a_shard_ends_where_positions_get_other_high_bits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "BLOCK", 64)
    monkeypatch.setattr(build, "AT_ONCE", 40)
    rebuild(tmp_path, records(150), 1)
    for at in range(150, 160):
        append(tmp_path, records(1, at), 2)
    image = Image.open(tmp_path)
    assert [(each.first, each.articles) for each in image.manifest.shards][:2] == [(0, 64), (64, 64)]
    same(image, Corpus(records(160)))


def test_an_image_of_nothing_answers_with_nothing_and_grows(tmp_path: Path) -> None:
    image = built(tmp_path, [])
    assert (len(image), image.everything, image.window(NONE, "published", 0, 9)) == (0, NONE, [])
    assert image.holding("中", image.everything) == NONE
    assert image.column("section").values == {}
    append(tmp_path, records(3), 2)
    same(Image.open(tmp_path), Corpus(records(3)))


def test_an_open_generation_stays_whole_while_others_are_written(tmp_path: Path) -> None:
    old = built(tmp_path, records(50))
    append(tmp_path, records(50, 50), 2)
    rewrite(tmp_path, {3: record(3, version=2)}, [4], 3)
    rebuild(tmp_path, records(10), 4)
    same(old, Corpus(records(50)))
    same(Image.open(tmp_path), Corpus(records(10)))


def test_what_a_later_generation_has_of_its_own_is_told_and_little_else(tmp_path: Path) -> None:
    rebuild(tmp_path, [record(at) for at in range(300)], 1)
    before = Image.open(tmp_path)
    append(tmp_path, [record(at) for at in range(300, 303)], 2)
    rewrite(tmp_path, {7: record(7, version=2)}, [9], 3)
    after = Image.open(tmp_path)
    assert after.since(before) == Positions([7, 300, 301, 302])
    assert after.since(Image.open(tmp_path)) == NONE
    scanned = Corpus([record(at) for at in range(3)])
    assert (after.since(scanned), scanned.since(after)) == (after.everything, scanned.everything)


def test_there_is_no_image_to_add_to(tmp_path: Path) -> None:
    with pytest.raises(ImageError):
        append(tmp_path, records(1), 1)


def test_the_news_of_three_years_are_found_as_by_a_scan(news_data: Path, tmp_path: Path) -> None:
    from tests.corpus.real_news import broadcasts

    articles = broadcasts(news_data)
    rebuild(tmp_path, articles[:9000], 1)
    append(tmp_path, articles[9000:], 2)
    same(Image.open(tmp_path), Corpus(articles))
