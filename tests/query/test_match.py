"""A query hits exactly the articles for which all its terms hold, in any order; what was answered otherwise is said."""

import json
from collections import Counter
from datetime import datetime
from itertools import count
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.query.newsdesk import DESK, HERE, NOW, STATES, holds, moment, record
from zjreader.article import Record
from zjreader.corpus.columns import Order
from zjreader.corpus.positions import NONE, Positions
from zjreader.corpus.store import Corpus
from zjreader.corpus.timed import Timed
from zjreader.intake import gather
from zjreader.library.marks import Marks
from zjreader.query.circumstances import Circumstances, States
from zjreader.query.days import Day, Days
from zjreader.query.fields import Sort
from zjreader.query.language import Query
from zjreader.query.match import match
from zjreader.query.orders import Orders
from zjreader.query.tree import Any, Dated, Held, Is, Length, Not, Pattern, Term, Word, all_of, any_of, denied
from zjreader.sources.files import Surroundings, documents
from zjreader.text.clean import Clean

DAYS = ("", "2026-04-09", "2026-03-02", "2026-01-15", "2026-03", "2026-01", "2026", "2025")
BOUNDS = ("2026-03", "2026-03-02", "2026-04-09", "2025", "近90天", "一季度", "上月")
TEXTS = st.text("桥橋车車 ab", min_size=1, max_size=6)
WORDS = TEXTS.filter(str.strip).map(lambda text: Word(Clean(text.strip())))
ENDS = st.one_of(st.none(), st.sampled_from(BOUNDS).map(Day))
RANGES = st.builds(Days, ENDS, ENDS, st.booleans()).filter(lambda days: bool(days.low or days.high))
LEAVES = st.one_of(
    WORDS,
    st.builds(Held, st.sampled_from(["title", "body"]), st.just("标题"), WORDS),
    st.sampled_from(["unread", "read", "starred", "changed", "full", "teaser"]).map(Is),
    st.builds(Dated, st.just("date"), st.one_of(st.none(), RANGES)),
    st.builds(Length, st.one_of(st.none(), st.integers(0, 6)), st.one_of(st.none(), st.integers(0, 6))),
    st.sampled_from(["^桥", "a+b", "[车桥]b?$"]).map(lambda source: Pattern(Clean(source))),
)
TERMS: st.SearchStrategy[Term] = st.recursive(
    LEAVES,
    lambda inner: st.one_of(inner.map(denied), st.lists(inner, min_size=2, max_size=3).map(any_of)),
    max_leaves=5,
)
FIELDS = st.builds(Held, st.sampled_from(["title", "tag", "url", "section", "key"]), st.just("标题"), WORDS)
RECORDS = st.lists(st.tuples(TEXTS, st.one_of(st.none(), TEXTS), st.sampled_from(DAYS)), max_size=12).map(
    lambda drawn: [
        record(at, title, body, section=Clean(title[0]), published=moment(day) if day else None)
        for at, (title, body, day) in enumerate(drawn)
    ]
)
SETS = st.frozensets(st.integers(0, 11))


def positions(size: int, draw: frozenset[int]) -> Positions:
    return Positions(at for at in draw if at < size)


@given(RECORDS, st.lists(TERMS, max_size=4), SETS, SETS, SETS)
def test_the_hits_are_the_articles_for_which_every_term_holds(
    records: list[Record], terms: list[Term], read: frozenset[int], starred: frozenset[int], changed: frozenset[int]
) -> None:
    size = len(records)
    states = States(positions(size, read), positions(size, starred), positions(size, changed))
    expected = [at for at in range(size) if all(holds(term, at, records, states) for term in terms)]
    corpus, here = Corpus(records), Circumstances(NOW, complete=False)
    found, orders = match(Query(all_of(terms)), corpus, states, here), Orders(corpus, states)
    assert set(found.possible) >= set(expected)
    assert next(found.ordered(orders, "none"), None) == next(iter(expected), None)
    assert list(found.ordered(orders, "none", reverse=True)) == expected[::-1]
    assert (list(found.hits), found.settled, found.possible) == (expected, True, found.hits)
    assert list(found.ordered(orders, "none")) == expected
    assert list(found.among(positions(size, read)).hits) == [at for at in expected if at in read]


@given(
    RECORDS,
    st.lists(TERMS, max_size=3),
    st.integers(1, 9),
    st.sampled_from(["published", "title", "read"]),
    st.dictionaries(st.integers(0, 11), st.integers(0, 5)),
)
def test_of_a_number_of_articles_the_first_in_the_order_that_is_asked_for_are_found(
    records: list[Record], terms: list[Term], most: int, order: Sort, read: dict[int, int]
) -> None:
    """Whole, in the order of the list or another, and in slices of one article."""
    corpus, here = Corpus(records), Circumstances(NOW, complete=False)
    times = {at: ms for at, ms in read.items() if at < len(records)}
    states = States(Positions(times), reads=Timed.of(times))
    orders = Orders(corpus, states)
    matching = Positions(at for at in range(len(records)) if all(holds(term, at, records, states) for term in terms))
    expected = list(orders.ordered(matching, order))[:most]
    query = Query(all_of(terms), sort=order, limit=most)
    assert list(match(query, corpus, states, here).hits) == sorted(expected)
    assert list(match(query, corpus, states, here).ordered(orders, order)) == expected
    assert list(match(query, corpus, states, here).ordered(orders, "none")) == sorted(expected)
    sliced = match(query, corpus, states, here)
    assert all(known - matching == NONE for known in sliced.slices(orders, "title", clock=count().__next__))
    assert (sliced.settled, list(sliced.hits)) == (True, sorted(expected))


@given(RECORDS, st.lists(st.one_of(TERMS, FIELDS), max_size=3), st.booleans(), st.sampled_from(["published", "title"]))
def test_slices_find_the_same_from_the_first_of_the_order_on(
    records: list[Record], terms: list[Term], complete: bool, order: Order
) -> None:
    corpus, here = Corpus(records), Circumstances(NOW, complete=complete)
    query = Query(all_of(terms))
    whole, sliced = match(query, corpus, States(), here), match(query, corpus, States(), here)
    orders = Orders(corpus, States())
    expected = list(whole.ordered(orders, order))
    for known in sliced.slices(orders, order, clock=count().__next__):
        assert list(corpus.ordered(known, order)) == expected[: len(known)]
    assert (sliced.settled, list(sliced.ordered(orders, order))) == (True, expected)
    assert (set(expected), set(whole.said)) == (set(whole.hits), set(sliced.said))
    assert not list(sliced.slices(orders, order))


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        pytest.param("标题:复工", [0], id="in a field"),
        pytest.param("标题：没有这回事", [], id="in none, and no text either"),
        pytest.param("来源:一座修表铺的来信", [4], id="as text"),
        pytest.param("tag:复工 OR url:example", [0], id="in one of two"),
    ],
)
def test_slices_read_a_term_as_the_whole_does(query: str, hits: list[int]) -> None:
    corpus = Corpus(DESK)
    found = match(Query.parse(query), corpus, STATES, HERE)
    known = list(found.slices(Orders(corpus, STATES), "published", clock=count().__next__))
    assert (found.settled, list(found.hits), known[-1:] in ([], [found.hits])) == (True, hits, True)


@given(RECORDS, TERMS)
def test_counts_say_how_many_hits_bear_each_value(records: list[Record], term: Term) -> None:
    corpus, query = Corpus(records), Query((term,))
    results = match(query, corpus, States(), HERE)
    sections = [corpus[at].article.section or "" for at in results.hits]
    assert corpus.column("section").counts(results.hits) == {value: sections.count(value) for value in set(sections)}


def test_a_query_without_terms_hits_everything_and_an_empty_corpus_nothing() -> None:
    corpus = Corpus([record(0, "桥")])
    assert list(match(Query(), corpus, States(), HERE).hits) == [0]
    assert match(Query.parse("-桥"), Corpus.empty(), States(), HERE).hits == NONE


def found(query: str, here: Circumstances = HERE) -> list[int]:
    return list(match(Query.parse(query), Corpus(DESK), STATES, here).hits)


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        pytest.param("复工 OR 复学", [0, 3], id="a choice"),
        pytest.param("(复工 OR 复学) -口罩", [3], id="a choice and a denial"),
        pytest.param("title:复工 OR title:春耕", [0, 1], id="titles"),
        pytest.param("title:口罩", [], id="a title does not hold what the body holds"),
        pytest.param("body:口罩", [0], id="a body"),
        pytest.param("body:过渡期", [], id="a summary is no body"),
        pytest.param("过渡期", [2], id="a summary is looked at all the same"),
        pytest.param("title:机器又响", [0], id="blanks between Hanzi in a title"),
        pytest.param("=中国", [4], id="a whole word"),
        pytest.param("=复", [], id="a part of words is no whole word"),
        pytest.param("=专精特新", [4], id="a whole word with blanks in it"),
        pytest.param("title:=复学", [3], id="a whole word of a title"),
        pytest.param("-=中国", [0, 1, 2, 3], id="a whole word denied"),
        pytest.param("about:芯片出口", [2], id="a loose question"),
        pytest.param('about:"亩 铺"', [1, 4], id="a loose question of single characters"),
        pytest.param("/复[工学]/", [0, 3], id="an expression"),
        pytest.param("/^厂长/", [0], id="an expression at the start of a paragraph"),
        pytest.param("/來源/", [4], id="an expression in traditional characters"),
        pytest.param("/来源/ fold:off", [], id="an expression as it is written"),
        pytest.param("/（来信|口罩）/", [], id="full-width brackets in an expression are signs"),
        pytest.param("title:/信$/", [4], id="an expression in a title"),
        pytest.param("section:/财|教/", [0, 2, 3], id="an expression in a column"),
        pytest.param("label:/核/", [0, 2], id="an expression in labels"),
        pytest.param("author:/^何/", [1], id="an expression in authors"),
        pytest.param("农民", [1], id="simplified finds traditional"),
        pytest.param("农民 fold:off", [], id="as it is written"),
        pytest.param("農民 fold:off", [1], id="as it is written, found"),
        pytest.param("section:财 fold:off", [0, 2], id="a value as it is written"),
        pytest.param("section:财", [0, 2], id="a part of a value"),
        pytest.param("section:=财", [], id="all of a value"),
        pytest.param("section:=财经", [0, 2], id="all of a value, found"),
        pytest.param("媒体:晚报 栏目:教育", [3], id="two fields"),
        pytest.param("place:杭州", [0], id="place"),
        pytest.param("记者:何满", [1], id="correspondents are authors too"),
        pytest.param("editor:苏禾", [0], id="editor"),
        pytest.param("tag:复工", [0], id="tags"),
        pytest.param("label:待核实 -is:starred", [2], id="labels"),
        pytest.param("key:1", [1], id="a key is asked for whole"),
        pytest.param("origin:desk/3", [3], id="origin"),
        pytest.param("x.城市:杭州", [0], id="a table's column"),
        pytest.param("x.版面:4", [1], id="a number in a table's column"),
        pytest.param("id:b000000000000002", [2], id="an id"),
        pytest.param("id:b000", [0, 1, 2, 3, 4], id="the beginning of ids"),
        pytest.param("id:fffff", [], id="an id that is none"),
        pytest.param("url:example.com", [0], id="a part of an address"),
        pytest.param("https://m.example.com/a/1", [0], id="an address by its canonical form"),
        pytest.param("length:<20", [2], id="length"),
        pytest.param("kind:teaser", [2], id="kind"),
        pytest.param("is:changed OR is:收藏", [0, 3], id="states"),
        pytest.param("date:2026-04-09", [0], id="a day"),
        pytest.param("date:昨天", [0], id="yesterday"),
        pytest.param("date:2026-03-05", [1], id="a day within a vague month"),
        pytest.param("date:2026", [0, 1, 3], id="a year"),
        pytest.param("date:..2025-06", [2], id="a month within a vague year"),
        pytest.param("date:>2026-03", [0], id="after a month is after all of it"),
        pytest.param("date:<2026-03", [2, 3], id="before a month is before all of it"),
        pytest.param("date:2026-01-15..2026-03", [1, 3], id="a vague bound in its widest reading"),
        pytest.param("date:none", [4], id="without a date"),
        pytest.param("date:一季度", [1, 3], id="a quarter"),
        pytest.param("added:2026-04-02", [0], id="added, by the day it was here"),
        pytest.param("added:今天..", [], id="added today"),
        pytest.param("added:none", [], id="everything was added once"),
        pytest.param("read:今天", [1], id="read after midnight here"),
        pytest.param("读于:2026-04-01", [3], id="read on a day"),
        pytest.param("read:none", [0, 2, 4], id="never read"),
        pytest.param("py:gxb", [2], id="initials"),
        pytest.param("py:gib", [], id="letters that begin no pinyin"),
        pytest.param("gxb", [2], id="letters that stand nowhere"),
        pytest.param("ai", [3], id="letters that stand somewhere are no initials"),
        pytest.param("复工 limit:0", [], id="none of them"),
        pytest.param("section:财经 sort:title limit:1", [2], id="the first by title"),
        pytest.param("limit:2", [3, 4], id="the newest"),
    ],
)  # fmt: skip
def test_what_is_found(query: str, hits: list[int]) -> None:
    assert found(query) == hits


@pytest.mark.parametrize(
    ("query", "hits", "says"),
    [
        pytest.param("来源：一座修表铺的来信", [4], "来源:一座修表铺的来信", id="a headline"),
        pytest.param("-栏目：修表铺", [0, 1, 2, 3, 4], "栏目:修表铺", id="denied"),
        pytest.param("tag:没有", [], "no article has", id="a field of records"),
        pytest.param("https://example.com/none", [], "https://example.com/none", id="an address"),
        pytest.param("gxb", [2], "pinyin", id="initials"),
    ],
)
def test_what_was_answered_otherwise_than_asked_is_said(query: str, hits: list[int], says: str) -> None:
    answer = match(Query.parse(query), Corpus(DESK), STATES, HERE)
    assert list(answer.hits) == hits
    assert [says in sentence for sentence in answer.said] == [True]


@pytest.mark.parametrize("query", ["复工", "栏目:财经 口罩", "-媒体:晚报 复学", "口罩 栏目:教育", "qq", "复学 ai -gxb"])
def test_of_a_plain_answer_nothing_is_said(query: str) -> None:
    assert match(Query.parse(query), Corpus(DESK), STATES, HERE).said == ()


def test_nothing_is_concluded_from_a_part_of_the_articles() -> None:
    here = HERE._replace(complete=False)
    for query in ("来源：一座修表铺的来信", "gxb"):
        results = match(Query.parse(query), Corpus(DESK), STATES, here)
        assert (results.hits, results.said) == (NONE, ())


@given(
    st.dictionaries(
        st.integers(0, 4), st.integers(0, 50 * 24).map(lambda hours: 1_772_000_000_000 + hours * 3_600_000)
    ),
    st.sampled_from(
        ["2026-03", ">2026-03-05", "<2026-03-08", "2026-02-20..2026-03-08", "昨天", "2026-03-09..", "2026-03-28"]
    ),
    st.sampled_from(["Asia/Shanghai", "America/New_York", "Europe/London", "Asia/Beirut"]),
)
def test_a_day_of_reading_is_the_day_by_the_clock_here(times: dict[int, int], days: str, zone: str) -> None:
    """Also where a day has no midnight, or two."""
    now = datetime(2026, 3, 9, 12, tzinfo=ZoneInfo(zone))
    term = Query.parse(f"read:{days}").terms[0]
    assert isinstance(term, Dated)
    first, last = term.days.bounds(now.date()) if term.days else ("", "")
    local = {at: datetime.fromtimestamp(ms / 1000, now.tzinfo).date().isoformat() for at, ms in times.items()}
    states = States(Positions(times), reads=Timed.of(times))
    found = match(Query((term,)), Corpus(DESK), states, Circumstances(now))
    assert (found.settled, set(found.hits)) == (True, {at for at, day in local.items() if first <= day <= last})


def test_a_saved_query_is_asked_by_its_name() -> None:
    here = HERE._replace(views={Clean("开工"): Clean("复工 OR 复学"), Clean("新"): Clean("view:开工 limit:1")})
    assert found("view:开工 -口罩", here) == [3]
    assert found("view:新", here) == [3]
    assert found("view:新 limit:2", here) == [0, 3]


EVIL = (
    "(a+)+$", "(a|a)+$", "(a|aa)+$", "(.*a){12}$", "([a-z]+)*$", "(a*)*b", "^(a?){30}a{30}$", "(x+x+)+y",
    "(.+)+\\d", "(?:a+){2,}b", "((a+)b?)+c", "(\\w+\\s?)*!",
)  # fmt: skip


@pytest.mark.parametrize("source", EVIL)
def test_no_expression_holds_a_search_for_long(source: str) -> None:
    corpus = Corpus([record(at, "a" * 40 + "x" * 30) for at in range(3)])
    answer = match(Query((Pattern(Clean(source)),)), corpus, States(), HERE)
    assert len(answer.hits) == 3 or answer.said or not answer.hits


ARTICLES = {
    "chinanews_2020": ("articles.jsonl",),
    "xinwenlianbo": tuple(f"articles-{year}.jsonl" for year in (2022, 2023, 2024)),
}


def newsroom(folder: Path, name: str) -> Corpus:
    around = Surroundings(None, lambda: NOW, None)  # type: ignore[arg-type]  # nothing is read from standard input
    read = [each for file in ARTICLES[name] for each in documents(str(folder / name / file), around)]
    records, problems = gather(read, NOW, Marks())
    assert not problems
    return Corpus(records)


def written(asked: dict[str, list[str]], days: list[str] | None) -> str:
    """A filter as a person would write it."""
    parts = [f'"{word}"' for word in asked["all"]]
    if asked["any"]:
        parts.append("(" + " OR ".join(f'"{word}"' for word in asked["any"]) + ")")
    parts += [f'NOT "{word}"' for word in asked["none"]]
    return " ".join([*parts, *(["date:" + "..".join(days)] if days else [])])


@pytest.mark.parametrize("name", ARTICLES)
def test_real_filters_find_exactly_what_they_shall(news_data: Path, name: str) -> None:
    corpus = newsroom(news_data, name)
    lines = (news_data / "keyword_filters/filters.jsonl").read_text("utf-8").splitlines()
    filters = [each for line in lines if (each := json.loads(line))["collection"] == name]
    assert filters
    for each in filters:
        query = Query.parse(written(each["filter"], each["date_range"]))
        hits = match(query, corpus, States(), Circumstances(NOW)).hits
        assert keys(corpus, hits) == Counter(each["expected_title_or_body"]), query
        titles = Query(tuple(map(_of_titles, query.terms)))
        hits = match(titles, corpus, States(), Circumstances(NOW, complete=False)).hits
        assert keys(corpus, hits) == Counter(each["expected_title_only"]), titles


def keys(corpus: Corpus, hits: Positions) -> Counter[str | None]:
    return Counter(corpus[at].article.key for at in hits)


def _of_titles(term: Term) -> Term:
    match term:
        case Any(terms):
            return Any(tuple(map(_of_titles, terms)))
        case Not(inner):
            return Not(_of_titles(inner))
        case Word():
            return Held("title", "title", term)
        case _:
            return term


def test_random_queries_over_real_articles_find_what_a_naive_reading_finds(news_data: Path) -> None:
    whole = newsroom(news_data, "chinanews_2020")
    records = [whole[at] for at in range(1000)]
    corpus, chance = Corpus(records), Random(20260410)  # noqa: S311 -- the same queries in every run
    titles = [each.article.title for each in records]
    for _each in range(2000):
        terms = [_drawn(chance, titles) for _term in range(chance.randint(1, 3))]
        query = Query(all_of(terms))
        answer = match(Query.parse(str(query)), corpus, States(), Circumstances(NOW, complete=False))
        some = chance.sample(range(len(records)), 40)
        assert [at in answer.hits for at in some] == [
            all(holds(term, at, records, States()) for term in query.terms) for at in some
        ], query


def _drawn(chance: Random, titles: list[Clean]) -> Term:
    kind = chance.randrange(6)
    if kind == 0:
        return any_of([_drawn(chance, titles), _drawn(chance, titles)])
    if kind == 1:
        return denied(_drawn(chance, titles))
    if kind == 2:
        day = Day(chance.choice(["2020-04-03", "2020-04", "2020", "2020-04-06", "近3天"]))
        return Dated("date", Days(day, chance.choice([None, day]), strict=False))
    title = chance.choice(titles)
    start = chance.randrange(max(1, len(title) - 2))
    word = Word(Clean(title[start : start + chance.randint(1, 3)].strip() or "的"))
    return Held("title", "title", word) if kind == 3 else word
