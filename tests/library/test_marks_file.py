"""Marks in a file: what counts is written, what is taken adds, and what is neither is told."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.library.journals import ONE, TWO
from zjreader.article import Problem
from zjreader.library.journal_lines import Entry, Record
from zjreader.library.marks import JOIN, LABEL, PART, READ, SOURCE, STARRED, VIEW, Marks
from zjreader.library.marks_file import SCHEMA, entries, lines, missing
from zjreader.text.clean import Clean

WAITING, MORNING = Clean("待查"), Clean("早读")
FILE = Clean("marks.jsonl")


def told(*written: Entry) -> Marks:
    """What these entries mean, written one after another."""
    return Marks().plus(
        Record(ms, 0, Clean("d1"), Clean(f"b{ms}"), 1, 1, Clean("s1"), *entry) for ms, entry in enumerate(written)
    )


def carried(marks: Marks) -> list[Entry | Problem]:
    return list(entries((line.encode() for line in lines(marks)), FILE))


ALL_KINDS = (
    Entry(READ, True, (ONE, TWO)),
    Entry(STARRED, True, (ONE,)),
    Entry(LABEL, True, (ONE,), WAITING),
    Entry(JOIN, TWO, (ONE,)),
    Entry(PART, True, (TWO,)),
    Entry(VIEW, Clean("is:unread 栏目:财经"), (), MORNING),
)


def test_every_kind_of_mark_is_carried_and_nothing_is_left_to_do_there() -> None:
    here = told(*ALL_KINDS, Entry(SOURCE, Clean("[]"), (), Clean("/news")))
    found = carried(here)
    assert {each.field for each in found if isinstance(each, Entry)} == {entry.field for entry in ALL_KINDS}
    assert missing(here, (each for each in found if isinstance(each, Entry))) == []


def test_what_was_taken_back_is_not_carried() -> None:
    taken_back = (Entry(READ, False, (ONE,)), Entry(VIEW, None, (), MORNING), Entry(JOIN, None, (ONE,)))
    assert {each.field for each in carried(told(*ALL_KINDS, *taken_back)) if isinstance(each, Entry)} == {
        READ, STARRED, LABEL, PART,
    }  # fmt: skip
    assert Entry(READ, True, (TWO,)) in carried(told(*ALL_KINDS, *taken_back))


def test_only_what_is_not_so_yet_is_written() -> None:
    here = told(Entry(READ, True, (ONE,)), Entry(STARRED, False, (ONE,)), Entry(VIEW, Clean("别的"), (), MORNING))
    wanted = [*ALL_KINDS[:2], ALL_KINDS[-1], ALL_KINDS[0]]
    assert missing(here, wanted) == [Entry(READ, True, (TWO,)), Entry(STARRED, True, (ONE,)), ALL_KINDS[-1]]


def record(**values: object) -> bytes:
    return json.dumps({"schema": "zjreader/1", "id": ONE, **values}).encode()


@pytest.mark.parametrize(
    ("line", "found"),
    [
        pytest.param(record(read=True, starred=False, labels=[]), [Entry(READ, True, (ONE,))], id="read"),
        pytest.param(
            record(read=False, starred=True, labels=["待查 ", 7, ""]),
            [Entry(STARRED, True, (ONE,)), Entry(LABEL, True, (ONE,), WAITING)],
            id="a star and a label",
        ),
        pytest.param(record(read=1, labels="待查"), [], id="values of other kinds"),
        pytest.param(b" \n", [], id="an empty line"),
    ],
)
def test_the_states_of_a_record_are_marks(line: bytes, found: list[Entry]) -> None:
    assert list(entries([line], FILE)) == found


def mark(**values: object) -> bytes:
    return json.dumps({"schema": SCHEMA, "field": "read", "value": True, "ids": [ONE], **values}).encode()


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(b"{", id="no JSON"),
        pytest.param(b"\xff{}", id="no UTF-8"),
        pytest.param(b"[]", id="no object"),
        pytest.param(b"{}", id="no schema"),
        pytest.param(b"[" * 100_000, id="too deep"),
        pytest.param(b'{"schema": "zjreader/1", "id": "1"}', id="a record without an id"),
        pytest.param(mark(field="colour"), id="no field"),
        pytest.param(mark(field=["read"]), id="a list of fields"),
        pytest.param(mark(value=1), id="no value"),
        pytest.param(mark(value=False), id="a mark taken back"),
        pytest.param(mark(ids=[]), id="no article"),
        pytest.param(mark(ids=[ONE, "x"]), id="an id that is none"),
        pytest.param(mark(ids=ONE), id="no list"),
        pytest.param(mark(name="待查"), id="a name where none belongs"),
        pytest.param(mark(field="label"), id="a label without a name"),
        pytest.param(mark(field="join", value="x"), id="joined to nothing"),
        pytest.param(mark(field="view", value="is:unread", name="早读"), id="a view of an article"),
        pytest.param(mark(field="source", value="[]", name="/news", ids=[]), id="a source"),
    ],
)
def test_what_is_no_mark_is_told_with_its_line(line: bytes) -> None:
    (problem,) = entries([b"", line], FILE)
    assert isinstance(problem, Problem)
    assert (problem.about, problem.line, problem.skipped) == (FILE, 2, 1)


articles = st.lists(st.sampled_from([ONE, TWO, Clean("b" * 16)]), min_size=1, unique=True).map(tuple)
written = st.one_of(
    st.builds(Entry, st.sampled_from([READ, STARRED, PART]), st.booleans(), articles, st.none()),
    st.builds(Entry, st.just(LABEL), st.booleans(), articles, st.sampled_from([WAITING, MORNING])),
    st.builds(Entry, st.just(JOIN), st.sampled_from([ONE, TWO, None]), articles, st.none()),
    st.builds(Entry, st.just(VIEW), st.sampled_from([WAITING, None]), st.just(()), st.just(MORNING)),
)


@given(st.lists(written, max_size=12), st.lists(written, max_size=12))
def test_taking_makes_all_of_it_so_and_nothing_else(there: list[Entry], here: list[Entry]) -> None:
    wanted = [each for each in carried(told(*there)) if isinstance(each, Entry)]
    after = told(*here, *missing(told(*here), wanted))
    assert missing(after, wanted) == []
    said = {(entry.field, entry.name, each) for entry in wanted for each in entry.ids or ("",)}
    for slot, by_id in told(*here).slots.items():
        for each, before in by_id.items():
            assert (*slot, each) in said or after.value(slot, (each,)) == before.value
