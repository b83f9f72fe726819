"""What a person did to articles, as sets of positions: made from all marks once, and kept true as marks come.

Only marked articles are asked, by their marks; everything else is untouched.
"""

from collections.abc import Iterable, Iterator

from zjreader.article import State
from zjreader.corpus.collection import Collection, bearing
from zjreader.corpus.positions import NONE, Positions
from zjreader.corpus.timed import Timed
from zjreader.library.journal_lines import UNDO, Record
from zjreader.library.marks import LABEL, READ, STARRED, VIEW, ByID, Marks, Subject
from zjreader.query.circumstances import States
from zjreader.text.clean import Clean

_MANY = 4_096
"""So many articles are asked in the time of a blink, even where few have marks."""


def states_of(corpus: Collection, marks: Marks) -> States:
    """The sets that these marks make."""
    read_at = ((at, mark.ms) for at, mark in _latest(corpus, marks.touched(READ)) if mark.value is True)
    times = {position: ms for position, ms in read_at if ms >= corpus.changed_at(position)}
    labels = ((name, _bearing(corpus, marks.touched(LABEL, name))) for name in marks.label_names)
    return States(
        read=Positions(times),
        starred=_bearing(corpus, marks.touched(STARRED)),
        changed=corpus.changed,
        labels=tuple((name, borne) for name, borne in labels if borne),
        views=views_of(marks),
        reads=Timed.of(times),
    )


def brought_up(states: States, corpus: Collection, marks: Marks, ids: Iterable[Clean]) -> States:
    """The sets after marks on these ids; all other articles stand as they did. Saved queries as the marks have them."""
    return _asked_again(states, corpus, marks, bearing(corpus, ids))


def grown(states: States, before: Collection, corpus: Collection, marks: Marks) -> States | None:
    """The sets for what a library has become, in which an article keeps its position.

    None where so much of it may be another that making them anew costs less.
    """
    gone, others = before.everything - corpus.everything, corpus.since(before)
    if len(others) > max(_MANY, len(states.read)):
        return None
    return _asked_again(states, corpus, marks, others, gone)._replace(changed=corpus.changed)


def _asked_again(
    states: States, corpus: Collection, marks: Marks, positions: Positions, gone: Positions = NONE
) -> States:
    asked = {position: marks.state(subject_at(corpus, position)) for position in positions}
    touched = positions | gone
    labelled = dict(states.labels)
    for name in {name for state in asked.values() for name in state.labels}.union(labelled):
        borne = Positions(position for position, state in asked.items() if name in state.labels)
        labelled[name] = (labelled.get(name, borne) - touched) | borne
    return states._replace(
        read=(states.read - touched) | Positions(position for position, state in asked.items() if state.read),
        starred=(states.starred - touched) | Positions(position for position, state in asked.items() if state.starred),
        labels=tuple((name, labelled[name]) for name in sorted(labelled) if labelled[name]),
        views=views_of(marks),
        reads=states.reads.brought_up(dict.fromkeys(gone) | dict(_read_at(corpus, marks, positions))),
    )


def views_of(marks: Marks) -> tuple[tuple[Clean, Clean], ...]:
    """What each saved query asks, by name."""
    return tuple(sorted((name, text) for name, text in marks.named(VIEW).items() if isinstance(text, str)))


def concerned(records: Iterable[Record], known: Iterable[Record]) -> Iterator[Clean]:
    """The ids of which these records say something, also by undoing a batch that is `known`."""
    undone = set[str]()
    for record in records:
        yield from record.ids
        if record.field == UNDO:
            undone.add(str(record.value))
    if undone:
        yield from (each for record in known if record.batch in undone for each in record.ids)


def state_at(states: States, position: int) -> State:
    """What was done to one article."""
    labels = tuple(name for name, borne in states.labels if position in borne)
    return State(position in states.read, position in states.starred, labels)


def subject_at(corpus: Collection, position: int) -> Subject:
    """An article as marks see it, without reading its record."""
    return Subject(corpus.ids(position), corpus.changed_at(position))


def _read_at(corpus: Collection, marks: Marks, positions: Positions) -> Iterator[tuple[int, int | None]]:
    return ((position, marks.read_at(subject_at(corpus, position))) for position in positions)


def _bearing(corpus: Collection, by_id: ByID) -> Positions:
    return Positions(position for position, mark in _latest(corpus, by_id) if mark.value is True)


def _latest(corpus: Collection, by_id: ByID) -> Iterable[tuple[int, Record]]:
    """The latest of these marks on each article, over all of its ids."""
    latest: dict[int, Record] = {}
    for each, position in corpus.bearers(by_id):
        mark, standing = by_id[each], latest.get(position)
        if standing is None or standing.order < mark.order:
            latest[position] = mark
    return latest.items()
