"""Sets of states say of each article what its marks say, also when they are brought up, and when they were kept."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.article import Article, ReadAs, Record
from zjreader.corpus.positions import Positions
from zjreader.corpus.store import Corpus
from zjreader.corpus.timed import Timed
from zjreader.library.disk import Facts
from zjreader.library.journal_lines import UNDO
from zjreader.library.journal_lines import Record as Line
from zjreader.library.marks import LABEL, READ, STARRED, VIEW, Marks
from zjreader.query.circumstances import States
from zjreader.states import brought_up, concerned, grown, state_at, states_of, subject_at
from zjreader.states_kept import NAME, load, save
from zjreader.text.clean import Clean

HERE = Clean("here")
IDS = ("a1", "a2", "b1", "c1", "d1")
ARTICLES = (("a1", "a2"), ("b1",), ("c1",))
JOURNALS = {"here.jsonl": Facts(1, 2, 300, 4)}


def article(at: int, *ids: str) -> Record:
    told = (Clean("n.txt"), Clean("2026-04-12T08:00:00+08:00"), ReadAs(Clean("utf-8"), assumed=False))
    return Record(
        Article("teaser", Clean(f"第{at}条")), tuple(map(Clean, ids)), *told, at, 2, changed_at=30 if at else 0
    )


CORPUS = Corpus([article(at, *ids) for at, ids in enumerate(ARTICLES)])

SAVED = st.builds(
    lambda ms, batch, value, name: Line(
        ms, 2, HERE, Clean(f"b{batch}"), 1, 1, HERE, VIEW, value and Clean(value), name=Clean(name)
    ),
    st.integers(0, 60),
    st.integers(0, 5),
    st.sampled_from([None, "财经", "今天"]),
    st.sampled_from(["早报", "晚报"]),
)
FIELDS = st.sampled_from([(READ, None), (STARRED, None), (LABEL, Clean("待核")), (LABEL, Clean("旧"))])
MARKS = st.builds(
    lambda ms, batch, slot, value, ids: Line(
        ms, 0, HERE, Clean(f"b{batch}"), 1, 1, HERE, slot[0], value, tuple(map(Clean, ids)), slot[1]
    ),
    st.integers(0, 60),
    st.integers(0, 5),
    FIELDS,
    st.booleans(),
    st.lists(st.sampled_from(IDS), min_size=1, max_size=3, unique=True),
)
UNDONE = st.builds(
    lambda ms, batch: Line(ms, 1, HERE, Clean("u"), 1, 1, HERE, UNDO, Clean(f"b{batch}")),
    st.integers(0, 60),
    st.integers(0, 5),
)
LINES = st.lists(MARKS | UNDONE | SAVED, max_size=10, unique_by=lambda line: line.order)


@given(LINES)
def test_the_sets_say_what_the_marks_say_of_each_article(lines: list[Line]) -> None:
    marks = Marks().plus(lines)
    states = states_of(CORPUS, marks)
    assert all(state_at(states, p) == marks.state(subject_at(CORPUS, p)) for p in CORPUS.everything)
    assert states.changed == CORPUS.everything
    assert [states.reads.at(p) for p in CORPUS.everything] == [
        marks.read_at(subject_at(CORPUS, p)) for p in CORPUS.everything
    ]


@given(LINES, LINES)
def test_sets_that_are_brought_up_are_those_made_anew(before: list[Line], after: list[Line]) -> None:
    marks = Marks().plus(before)
    states = states_of(CORPUS, marks)
    marks = marks.plus(after)
    assert brought_up(states, CORPUS, marks, concerned(after, marks.records)) == states_of(CORPUS, marks)


@pytest.mark.parametrize(
    "after",
    [
        pytest.param([*ARTICLES], id="nothing came"),
        pytest.param([*ARTICLES, ("d1",), ("e1",)], id="more articles"),
        pytest.param([("a1", "a2"), ("b1", "d1"), ("c1",)], id="one has another id"),
        pytest.param([("a1", "a2"), ("b1",)], id="one is gone"),
    ],
)
@given(lines=LINES, changed=st.sets(st.integers(0, 1)))
def test_sets_that_have_grown_are_those_made_anew(
    after: list[tuple[str, ...]], lines: list[Line], changed: set[int]
) -> None:
    """Also where a text has become another one since it was read."""
    records = [article(at, *ids) for at, ids in enumerate(after)]
    corpus = Corpus([each._replace(changed_at=45) if at in changed else each for at, each in enumerate(records)])
    marks = Marks().plus(lines)
    assert grown(states_of(CORPUS, marks), CORPUS, corpus, marks) == states_of(corpus, marks)


def test_where_nearly_all_is_another_the_sets_are_made_anew() -> None:
    many = Corpus([article(at, f"a{at}") for at in range(5_000)])
    assert grown(STATES, CORPUS, many, Marks()) is None


STATES = States(
    Positions([0, 2]),
    Positions([1]),
    CORPUS.changed,
    ((Clean("待核"), Positions([0, 1])),),
    ((Clean("早报"), Clean("财经 今天")),),
    Timed.of({0: 1_775_000_000_000, 2: 1_774_000_000_000}),
)


def test_what_was_kept_is_found_again(tmp_path: Path) -> None:
    save(tmp_path, STATES, CORPUS, JOURNALS)
    assert load(tmp_path, CORPUS, JOURNALS) == STATES


def test_where_nothing_was_kept_there_is_nothing(tmp_path: Path) -> None:
    assert load(tmp_path, CORPUS, JOURNALS) is None


@pytest.mark.parametrize(
    "journals",
    [
        pytest.param({"here.jsonl": Facts(1, 2, 301, 4)}, id="a mark came"),
        pytest.param({"here.jsonl": Facts(1, 3, 300, 4)}, id="another file is in its place"),
        pytest.param(JOURNALS | {"there.jsonl": Facts(1, 9, 10, 4)}, id="another device's came"),
        pytest.param({}, id="they are gone"),
    ],
)
def test_it_holds_for_no_other_journals(tmp_path: Path, journals: dict[str, Facts]) -> None:
    save(tmp_path, STATES, CORPUS, JOURNALS)
    assert load(tmp_path, CORPUS, journals) is None


def test_it_holds_for_no_other_articles(tmp_path: Path) -> None:
    save(tmp_path, STATES, CORPUS, JOURNALS)
    assert load(tmp_path, Corpus([article(0, "a1")]), JOURNALS) is None


@pytest.mark.parametrize(
    "damaged",
    [
        pytest.param(lambda _data: b"", id="empty"),
        pytest.param(lambda data: data[:-1], id="cut"),
        pytest.param(lambda data: data[:-1] + bytes([data[-1] ^ 1]), id="a bit flipped"),
        pytest.param(lambda _data: b"[]\n", id="of another form"),
        pytest.param(lambda data: _with_ends(data, [0]), id="no sets"),
        pytest.param(lambda data: _with_ends(data, [0, 0, 0, 0]), id="empty sets"),
    ],
)
def test_what_is_damaged_is_not_there(tmp_path: Path, damaged: Callable[[bytes], bytes]) -> None:
    save(tmp_path, STATES, CORPUS, JOURNALS)
    path = tmp_path / NAME
    path.write_bytes(damaged(path.read_bytes()))
    assert load(tmp_path, CORPUS, JOURNALS) is None


def _with_ends(data: bytes, ends: list[int]) -> bytes:
    head, _newline, rest = data.partition(b"\n")
    sign, held_for, names, _ends, views = json.loads(head)
    return json.dumps([sign, held_for, names, ends, views]).encode() + b"\n" + rest


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    save(tmp_path / "gone", STATES, CORPUS, JOURNALS)
    assert load(tmp_path / "gone", CORPUS, JOURNALS) is None
