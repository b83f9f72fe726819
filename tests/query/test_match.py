"""A query hits exactly the articles for which all its terms hold, in any order; counts are those of the hits."""

from hypothesis import given
from hypothesis import strategies as st

from zjreader.article import Article, Block, ReadAs, Record
from zjreader.corpus.positions import NONE, Positions
from zjreader.corpus.store import Corpus
from zjreader.query.counts import counts
from zjreader.query.language import Is, Not, Query, Term, Word
from zjreader.query.match import Results, States, match, search
from zjreader.text.clean import Clean
from zjreader.text.fold import fold, squeeze

UTF_8 = ReadAs(Clean("utf-8"), assumed=False)
TEXTS = st.text("桥橋车車 ab", min_size=1, max_size=6)
STATES = ("unread", "read", "starred", "changed", "full", "teaser")
TERMS: st.SearchStrategy[Term] = st.recursive(
    st.one_of(TEXTS.filter(str.strip).map(lambda text: Word(Clean(text.strip()))), st.sampled_from(STATES).map(Is)),
    lambda inner: inner.map(Not),
    max_leaves=3,
)


def record(at: int, title: str, body: str | None) -> Record:
    blocks = (Block("paragraph", Clean(body)),) if body else ()
    section = Clean(title[0])
    article = Article("full" if body else "teaser", Clean(title), section=section, blocks=blocks)
    return Record(article, (Clean(f"a{at:015x}"),), Clean("a.txt"), Clean("2026-04-10T08:00:00+08:00"), UTF_8, at)


RECORDS = st.lists(st.tuples(TEXTS, st.one_of(st.none(), TEXTS)), max_size=12).map(
    lambda texts: [record(at, title, body) for at, (title, body) in enumerate(texts)]
)


def positions(size: int, draw: frozenset[int]) -> Positions:
    return Positions(at for at in draw if at < size)


def holds(term: Term, at: int, records: list[Record], states: States) -> bool:
    match term:
        case Not(inner):
            return not holds(inner, at, records, states)
        case Word():
            article = records[at].article
            return term.key in squeeze(fold(f"{article.title}\n\n{article.body}"))
        case Is("unread"):
            return at not in states.read
        case Is("full" | "teaser" as kind):
            return records[at].article.kind == kind
        case Is(state):
            sets = {"read": states.read, "starred": states.starred, "changed": states.changed}
            return at in sets[state]


SETS = st.frozensets(st.integers(0, 11))


@given(RECORDS, st.lists(TERMS, max_size=4), SETS, SETS, SETS)
def test_the_hits_are_the_articles_for_which_every_term_holds(
    records: list[Record], terms: list[Term], read: frozenset[int], starred: frozenset[int], changed: frozenset[int]
) -> None:
    size = len(records)
    states = States(positions(size, read), positions(size, starred), positions(size, changed))
    expected = [at for at in range(size) if all(holds(term, at, records, states) for term in terms)]
    corpus, query = Corpus(records), Query(tuple(terms))
    assert list(match(query, corpus, states)) == expected
    found = search(query, corpus, states)
    assert set(found.possible) >= set(expected)
    first = next(found.ordered(corpus, "none"), None)
    assert first == (expected[0] if expected else None)
    assert list(found.ordered(corpus, "none", reverse=True)) == expected[::-1]
    assert (list(found.hits), found.settled, found.possible) == (expected, True, found.hits)
    assert list(found.ordered(corpus, "none")) == expected
    assert list(found.among(positions(size, read)).hits) == [at for at in expected if at in read]


@given(RECORDS, TERMS)
def test_counts_say_how_many_hits_bear_each_value(records: list[Record], term: Term) -> None:
    corpus, query = Corpus(records), Query((term,))
    results = Results(query, 0, match(query, corpus, States()))
    sections = [corpus[at].article.section or "" for at in results.hits]
    assert counts(corpus, results, "section") == {value: sections.count(value) for value in sections}


def test_a_query_without_terms_hits_everything_and_an_empty_corpus_nothing() -> None:
    corpus = Corpus([record(0, "桥", None)])
    assert list(match(Query(), corpus, States())) == [0]
    assert match(Query.parse("-桥"), Corpus.empty(), States()) == NONE
