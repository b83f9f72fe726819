"""The best answers to a question come first, the same from a scan and an image, and no more are read than shall be."""

from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.corpus.newsroom import records
from tests.query.newsdesk import DESK, HERE, STATES, record
from zjreader.corpus.building.build import rebuild
from zjreader.corpus.image import Image
from zjreader.corpus.positions import NONE, Positions
from zjreader.corpus.store import Corpus
from zjreader.query.circumstances import States
from zjreader.query.language import MOST_BEST, Query
from zjreader.query.match import match
from zjreader.query.orders import Orders
from zjreader.query.rank import POOL, READ, ranking
from zjreader.query.results import Results
from zjreader.text.words import by_rjieba

SEGMENTS = by_rjieba()
NEWS = Corpus(
    [
        record(0, "国办印发通知", "通知要求各地做好防汛工作。国务院办公厅将组织督查。"),
        record(1, "港口恢复作业", "台风过后，港口恢复作业，三十艘货轮陆续靠泊。"),
        record(2, "货轮晚点", "台风使货轮晚点。作业何时恢复，港口没有说。"),
        record(3, "防汛物资运抵", "物资运抵，防汛工作有了底气。"),
        record(4, "港口恢复作业", "台风过后，港口恢复作业，三十艘货轮陆续靠泊。"),
        record(5, "图书馆夜里开门", "读者多了三成。"),
    ]
)


def ranked(question: str, hits: Positions, corpus: Corpus | Image, most: int) -> tuple[int, ...]:
    steps = ranking(question, hits, corpus, SEGMENTS, most)
    while True:
        try:
            next(steps)
        except StopIteration as over:
            return tuple(over.value)


def best(question: str, most: int = 10, corpus: Corpus = NEWS) -> list[int]:
    return list(ranked(question, corpus.everything, corpus, most))


@pytest.mark.parametrize(
    ("question", "first"),
    [
        pytest.param("港口恢复作业", 4, id="words in their order, of equals the newest"),
        pytest.param("國辦 防汛", 0, id="characters that bridge a short name, in Traditional signs"),
        pytest.param("货轮晚点", 2, id="words of the title"),
        pytest.param("图书馆的读者", 5, id="words that stand apart"),
    ],
)
def test_the_best_answer_is_first(question: str, first: int) -> None:
    assert best(question)[0] == first


@pytest.mark.parametrize(
    ("question", "answer", "other"),
    [
        pytest.param(
            "渡轮停航",
            "渡轮停航两日。码头上货车排起长队，商户改走陆路。",
            "码头上货车排起长队，商户改走陆路。渡轮停航两日。",
            id="words of the first sentence",
        ),
        pytest.param(
            "国办 延长",
            "国务院办公厅昨日发出通知，下月起延长开放时间。",
            "国道旁的市场昨日重新开张，下月起延长，新办的手续",
            id="a short name that the text writes in full",
        ),
    ],
)
def test_the_better_answer_is_first_be_it_the_older(question: str, answer: str, other: str) -> None:
    assert best(question, corpus=Corpus([record(0, "甲", answer), record(1, "乙", other)])) == [0, 1]


def test_every_hit_is_there_once_and_what_holds_nothing_of_it_stands_last_newest_first() -> None:
    assert sorted(best("防汛物资")) == list(NEWS.everything)
    assert best("防汛")[-3:] == [4, 2, 1]
    assert best("？！") == [5, 4, 3, 2, 1, 0]
    assert best("防汛", 1) == best("防汛")[:1]
    assert list(ranked("防汛", Positions([3, 5]), NEWS, 9)) == [3, 5]
    assert best("甲", corpus=Corpus.empty()) == []


@given(st.lists(st.sampled_from(["城南", "老桥", "经济发展", "农业", "5G", "改革开放", " "]), min_size=1, max_size=5))
def test_an_image_ranks_as_a_scan_does(news: tuple[Corpus, Image], words: list[str]) -> None:
    scanned, mapped = news
    question = "".join(words)
    found = [ranked(question, scanned.everything, corpus, READ) for corpus in (scanned, mapped)]
    assert found[0] == found[1]


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> tuple[Corpus, Image]:
    articles, folder = records(300), Path(tmp_path_factory.mktemp("rank"))
    rebuild(folder, articles, 1)
    return Corpus(articles), Image.open(folder)


def asked(query: str) -> Results:
    return match(Query.parse(query), Corpus(DESK), STATES, HERE)


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        pytest.param("about:复学复工口罩", [0, 3], id="a loose question: best first"),
        pytest.param("about:复学复工口罩 limit:1", [0], id="the best of them"),
        pytest.param("about:复学复工 -口罩", [3], id="with another term"),
        pytest.param("about:复学复工 sort:title", [3, 0], id="in another order"),
        pytest.param("sort:relevance 复学", [3], id="words by relevance"),
        pytest.param("sort:relevance is:full", [4, 3, 1, 0], id="nothing to be judged by: by date"),
        pytest.param("about:复学 OR 复工", [3, 0], id="under OR it only matches"),
    ],
)
def test_rows_stand_in_the_order_that_is_asked_for(query: str, rows: list[int]) -> None:
    results = asked(query)
    orders = Orders(Corpus(DESK), STATES)
    assert list(results.ordered(orders, results.query.order)) == rows
    assert list(results.ordered(orders, results.query.order, reverse=True)) == rows[::-1]
    assert sorted(rows) == list(results.hits)


def test_of_the_best_some_can_be_kept() -> None:
    kept = asked("about:复学复工").among(Positions([3, 4]))
    assert list(kept.ordered(Orders(Corpus(DESK), STATES), "relevance")) == [3]


@pytest.mark.parametrize(
    "query", ["about:复学复工口罩", "about:复学 /复.{0,2}工/", "复学 OR 复工 sort:relevance", "about:没有的词"]
)
def test_the_best_are_told_when_all_that_matches_is_known(query: str) -> None:
    whole, sliced, orders = asked(query), asked(query), Orders(Corpus(DESK), STATES)
    known = list(sliced.slices(orders, "relevance", clock=count().__next__))
    assert known == [NONE] * len(known)
    assert (sliced.settled, sliced.hits, sliced.best) == (True, whole.hits, whole.best)
    assert sliced.best is not None


@pytest.mark.parametrize("query", ["about:复学复工", "是:全文 limit:1", "是:已读"])
def test_what_was_listed_stays_beside_what_is_chosen(query: str) -> None:
    assert list(asked(query).along_with(Positions([2])).hits) == sorted({2, *asked(query).hits})


@pytest.mark.parametrize("query", ["about:老桥农业", "-about:农业", "about:经济发展 OR 老桥", "about:桥 -农业"])
def test_an_image_finds_for_a_question_what_a_scan_does(news: tuple[Corpus, Image], query: str) -> None:
    scanned, mapped = (match(Query.parse(query), corpus, States(), HERE).hits for corpus in news)
    assert scanned == mapped
    assert 0 < len(scanned) < len(news[0])


def test_a_loose_question_has_no_more_answers_than_a_person_reads() -> None:
    corpus = Corpus([record(at, f"第{at}次会议", "农业会议") for at in range(MOST_BEST + 50)])
    for query, answers in (
        ("about:农业", MOST_BEST),
        ("about:农业 limit:220", 220),
        ("农业 sort:relevance", len(corpus)),
    ):
        assert len(match(Query.parse(query), corpus, STATES, HERE).hits) == answers


def test_of_very_many_only_some_are_weighed_and_all_are_there() -> None:
    corpus = Corpus([record(at, f"第{at}次会议", "农业会议的通知") for at in range(POOL + 20)])
    found = ranked("农业会议", corpus.everything, corpus, POOL + 20)
    assert sorted(found) == list(corpus.everything)
