"""What the journals' records mean: read, starred, labels, joins, parts, and what a batch undone takes back.

Promises one state for one set of records, in whatever order and on whatever machine they were read: of each field of an
id the latest record counts (`Record.order`). A mark belongs to an id and outlives the article. Cheap to bring up to
date: only the fields that new records touch are copied; an undo replays everything.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from zjreader.article import State
from zjreader.library.joins import ends
from zjreader.library.journal_lines import UNDO, Record, Value, voided
from zjreader.text.clean import Clean

READ, STARRED, LABEL = Clean("read"), Clean("starred"), Clean("label")
JOIN, PART = Clean("join"), Clean("part")
SOURCE, VIEW = Clean("source"), Clean("view")

_NOBODY = Clean("")  # stands for the missing id of a record that is about a name alone

Slot = tuple[Clean, Clean | None]
ByID = Mapping[Clean, Record]


class Action(NamedTuple):
    """What a person does to articles; `name` is a label's."""

    field: Clean
    value: bool
    name: Clean | None = None


class Subject(NamedTuple):
    """An article as marks see it: all its ids, and when its text became another (Unix milliseconds).

    A read mark older than `changed_at` does not count.
    """

    ids: Sequence[Clean]
    changed_at: int = 0


class Marks(NamedTuple):
    """A snapshot: frozen, though it shares what did not change with the one before."""

    records: tuple[Record, ...] = ()
    void: frozenset[str] = frozenset()
    slots: Mapping[Slot, ByID] = {}
    ends: Mapping[Clean, Clean] = {}

    def plus(self, records: Iterable[Record]) -> "Marks":
        """With these records too, known ones among them or not, older ones or later."""
        new = tuple(records)
        void = self.void | voided(new)
        if len(void) > len(self.void):
            return _replayed((*self.records, *new), void)
        slots = dict(self.slots)
        _fold(slots, new, void)
        return _joined(Marks((*self.records, *new), void, slots, self.ends), self)

    def state(self, article: Subject) -> State:
        """Read, starred and labels (sorted) of an article by the latest records over all its ids."""
        labels = (name for name in self.label_names if self.value((LABEL, name), article.ids) is True)
        starred = self.value((STARRED, None), article.ids) is True
        return State(self.read_at(article) is not None, starred, tuple(labels))

    def read_at(self, article: Subject) -> int | None:
        """When it was read, in Unix milliseconds; None if it counts as unread."""
        latest = _latest(self.touched(READ), article.ids)
        return latest.ms if latest and latest.value is True and latest.ms >= article.changed_at else None

    def joined(self, article_id: Clean) -> Clean:
        """The id that this one stands for, by the joins: itself where it points at nothing or into a circle."""
        return self.ends.get(article_id, article_id)

    def may_join(self, pointing: Clean, at: Clean) -> bool:
        """Whether a rule may write this join: it says something new and parts no one from what a person decided.

        Two articles that others point at are never joined: their followers would change hands unasked.
        """
        if self.parted(pointing) or self.joined(pointing) == self.joined(at):
            return False
        followed = set(self.ends.values())
        return not (pointing in followed and at in followed)

    def parted(self, article_id: Clean) -> bool:
        """Whether a person said that this is an article of its own; no later join takes that back."""
        return self.value((PART, None), (article_id,)) is True

    @property
    def label_names(self) -> list[Clean]:
        """Every label that was ever given, sorted."""
        return sorted(name for field, name in self.slots if field == LABEL and name is not None)

    @property
    def cherished(self) -> set[Clean]:
        """The ids that bear a star or any label."""
        slots = [(STARRED, None), *((LABEL, name) for name in self.label_names)]
        return {each for slot in slots for each, record in self.slots.get(slot, {}).items() if record.value is True}

    def touched(self, field: Clean, name: Clean | None = None) -> ByID:
        """The latest record by id: what makes sets of articles without asking article by article."""
        return self.slots.get((field, name), {})

    def named(self, field: Clean) -> dict[Clean, Value]:
        """The latest value by name, of a field whose records bear no ids."""
        return {name: record.value for name, record in self.naming(field).items()}

    def naming(self, field: Clean) -> dict[Clean, Record]:
        """The records that `named` has the values of."""
        return {
            name: by_id[_NOBODY]
            for (each, name), by_id in self.slots.items()
            if each == field and name is not None and _NOBODY in by_id
        }

    def value(self, slot: Slot, ids: Iterable[Clean]) -> Value:
        """The latest value over all these ids; None where there is none."""
        latest = _latest(self.slots.get(slot, {}), ids)
        return latest and latest.value


def _replayed(records: tuple[Record, ...], void: frozenset[str]) -> Marks:
    slots: dict[Slot, ByID] = {}
    _fold(slots, records, void)
    return _joined(Marks(records, void, slots), Marks())


def _fold(slots: dict[Slot, ByID], records: Iterable[Record], void: frozenset[str]) -> None:
    own: dict[Slot, dict[Clean, Record]] = {}
    for record in records:
        if record.batch in void or record.field == UNDO:
            continue
        slot = record.slot
        if slot not in own:
            own[slot] = dict(slots.get(slot, {}))
        by_id = own[slot]
        for each in record.ids or (_NOBODY,):
            standing = by_id.get(each)
            if standing is None or standing.order < record.order:
                by_id[each] = record
    slots.update(own)


def _joined(marks: Marks, before: Marks) -> Marks:
    if all(marks.slots.get(slot) is before.slots.get(slot) for slot in ((JOIN, None), (PART, None))):
        return marks
    pointers = {
        each: record.value
        for each, record in marks.touched(JOIN).items()
        if isinstance(record.value, str) and not marks.parted(each)
    }
    return marks._replace(ends=ends(pointers))


def _latest(by_id: ByID, ids: Iterable[Clean]) -> Record | None:
    found = (by_id[each] for each in ids if each in by_id)
    return max(found, key=lambda record: record.order, default=None)
