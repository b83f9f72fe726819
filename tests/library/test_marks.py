"""What records mean: the latest counts, labels by name, joins that end somewhere, acts taken back."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjreader.article import UNTOUCHED, State
from zjreader.library.acts import changes, undoable, undoing
from zjreader.library.joins import ends
from zjreader.library.journal_lines import Entry, Record, Value
from zjreader.library.marks import JOIN, LABEL, PART, READ, STARRED, Action, Marks, Subject
from zjreader.text.clean import Clean

A, B, C, D = (Clean(letter * 16) for letter in "abcd")
HERE, THERE = Clean("d00000000001"), Clean("d00000000002")
SESSION, OTHER = Clean("5e551a01"), Clean("5e551a02")
WAITING = Clean("待查")
MARK_READ, UNREAD, STAR = Action(READ, True), Action(READ, False), Action(STARRED, True)


def record(
    ms: int,
    field: Clean,
    value: Value = True,
    *ids: Clean,
    name: Clean | None = None,
    device: Clean = HERE,
    session: Clean = SESSION,
    batch: str | None = None,
) -> Record:
    return Record(ms, 0, device, Clean(batch or f"{device}-{ms}"), 1, 1, session, field, value, ids, name)


def told(*records: Record) -> Marks:
    return Marks().plus(records)


def state(marks: Marks, *ids: Clean, changed_at: int = 0) -> State:
    return marks.state(Subject(ids, changed_at))


def test_what_nobody_touched_is_untouched() -> None:
    assert state(Marks(), A) == UNTOUCHED


def test_the_latest_record_over_all_ids_of_an_article_counts() -> None:
    marks = told(
        record(1, READ, True, A), record(3, READ, False, B), record(2, READ, True, A), record(1, STARRED, True, B)
    )
    assert state(marks, A, B) == State(read=False, starred=True)
    assert state(marks, A) == State(read=True)


def test_labels_of_two_devices_do_not_overwrite_each_other() -> None:
    marks = told(
        record(1, LABEL, True, A, name=WAITING),
        record(2, LABEL, True, A, name=Clean("专题"), device=THERE),
        record(3, LABEL, False, A, name=WAITING, device=THERE),
        record(4, LABEL, True, A, name=Clean("经济")),
    )
    assert state(marks, A).labels == tuple(sorted(["专题", "经济"]))


def test_a_read_mark_older_than_the_text_does_not_count() -> None:
    marks = told(record(1_000, READ, True, A), record(1_000, STARRED, True, A))
    assert state(marks, A, changed_at=1_001) == State(starred=True)
    assert marks.read_at(Subject((A,), 1_000)) == 1_000
    assert changes(marks, [Subject((A,), 1_001)], MARK_READ)


def test_values_of_another_type_mean_nothing() -> None:
    marks = told(record(1, READ, WAITING, A), record(1, JOIN, True, A), record(2, STARRED, None, A))
    assert (state(marks, A), marks.joined(A)) == (UNTOUCHED, A)


def test_named_values_are_the_latest() -> None:
    view = Clean("view")
    marks = told(record(1, view, Clean("经济"), name=WAITING), record(2, view, Clean("房价"), name=WAITING))
    assert marks.plus([record(3, Clean("source"), None, name=A)]).named(view) == {WAITING: "房价"}


@pytest.mark.parametrize(
    ("pointers", "found"),
    [
        pytest.param({A: B}, {A: B}, id="one"),
        pytest.param({A: B, B: C}, {A: C, B: C}, id="a chain"),
        pytest.param({B: C, A: B}, {A: C, B: C}, id="a chain met from its end"),
        pytest.param({A: A}, {}, id="itself"),
        pytest.param({A: B, B: A}, {}, id="a circle is void"),
        pytest.param({C: A, A: B, B: A}, {C: A}, id="into a circle"),
        pytest.param({A: B, B: A, C: B, D: C}, {C: B, D: B}, id="into a circle already met"),
    ],
)
def test_pointers_end_somewhere(pointers: dict[Clean, Clean], found: dict[Clean, Clean]) -> None:
    assert ends(pointers) == found


@given(st.dictionaries(st.sampled_from([A, B, C, D]), st.sampled_from([A, B, C, D])), st.randoms())
def test_where_pointers_end_does_not_depend_on_their_order(pointers: dict[Clean, Clean], chance: random.Random) -> None:
    shuffled = list(pointers.items())
    chance.shuffle(shuffled)
    found = ends(pointers)
    assert ends(dict(shuffled)) == found
    assert all(end not in found for end in found.values())


def test_the_latest_join_of_an_id_counts_and_a_part_ends_them_all() -> None:
    marks = told(record(1, JOIN, B, A), record(2, JOIN, C, A))
    assert (marks.joined(A), marks.joined(B)) == (C, B)
    marks = marks.plus([record(3, PART, True, A)]).plus([record(4, JOIN, B, A, device=THERE)])
    assert marks.joined(A) == A
    assert marks.parted(A)
    assert not marks.may_join(A, B)


def test_a_rule_may_join_what_is_apart_unless_others_point_at_both() -> None:
    marks = told(record(1, JOIN, B, A), record(1, JOIN, D, C))
    assert not marks.may_join(A, B)
    assert not marks.may_join(B, D)
    assert marks.may_join(Clean("e" * 16), B)
    assert not told(record(1, JOIN, B, A)).may_join(B, A)


def test_only_what_really_changes_is_written() -> None:
    marks = told(record(1, READ, True, A), record(1, LABEL, True, B, name=WAITING), record(1, PART, True, C))
    articles = [Subject((A,)), Subject((B, D)), Subject((C,))]
    assert changes(marks, articles, MARK_READ) == (Entry(READ, True, (B, C)),)
    assert changes(marks, articles, UNREAD) == (Entry(READ, False, (A,)),)
    assert changes(marks, [Subject((A,))], MARK_READ) == ()
    assert changes(marks, articles, Action(LABEL, True, WAITING)) == (Entry(LABEL, True, (A, C), WAITING),)
    assert changes(marks, articles, Action(PART, True)) == (Entry(PART, True, (A, B, D)),)


def test_an_act_taken_back_leaves_what_it_took_the_place_of() -> None:
    marks = told(record(1, READ, True, A), record(2, READ, False, A, batch="slip"), record(3, STARRED, True, A))
    slip = next(act for act in undoable(marks, HERE) if act.batch == "slip")
    (entry,) = undoing(slip)
    undone = marks.plus([record(4, entry.field, entry.value)])
    assert state(undone, A) == State(read=True, starred=True)
    assert [act.ms for act in undoable(undone, HERE)] == [3, 1]
    late = undone.plus([record(2, READ, False, A, batch="slip")])
    assert state(late, A) == State(read=True, starred=True)


def test_acts_to_take_back_are_this_devices_or_this_sessions_own_newest_first() -> None:
    marks = told(
        record(1, READ, True, A),
        record(2, STARRED, True, A, session=OTHER),
        record(3, READ, True, B, device=THERE),
        record(4, JOIN, B, A),
    )
    assert [act.ms for act in undoable(marks, HERE)] == [2, 1]
    assert [act.ms for act in undoable(marks, HERE, SESSION)] == [1]


def test_an_act_says_what_it_did_and_to_how_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZJREADER_LANG", "en")
    marks = told(
        record(1, READ, True, A, B, batch="x"),
        record(1, READ, True, C, batch="x")._replace(line=2),
        record(1, LABEL, False, A, name=WAITING, batch="x")._replace(line=3),
    )
    (act,) = undoable(marks, HERE)
    assert act.said == "marked read: 3 articles; label 待查 removed: 1 article"


RECORDS = st.lists(
    st.builds(
        record,
        st.integers(0, 5),
        st.sampled_from([READ, STARRED, JOIN, PART, Clean("undo")]),
        st.sampled_from([True, False, A, B, Clean(f"{HERE}-1"), Clean(f"{THERE}-3")]),
        st.sampled_from([A, B, C]),
        device=st.sampled_from([HERE, THERE]),
    ),
    max_size=12,
    unique_by=lambda each: each.order,
)


@given(RECORDS, st.randoms(), st.integers(0, 12))
def test_the_state_does_not_depend_on_the_order_of_reading(
    records: list[Record], chance: random.Random, at: int
) -> None:
    shuffled = [*records]
    chance.shuffle(shuffled)
    one, other = told(*records), told(*shuffled[:at]).plus(shuffled[at:]).plus(shuffled[:2])
    for field in (READ, STARRED, JOIN, PART):
        assert one.touched(field) == other.touched(field)
    assert one.ends == other.ends
