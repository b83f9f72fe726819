"""What a person's act writes, and how it is taken back.

An act is a batch of marks; joins that rules made, views and sources are none. It writes only what changes: marking read
what is read writes nothing. It is taken back by a record that names it, so that what it took the place of counts again,
on every machine; only the device that did it offers to.
"""

from collections.abc import Iterable
from typing import NamedTuple

from zjreader.library.journal_lines import UNDO, Entry, Record
from zjreader.library.marks import LABEL, PART, READ, STARRED, Action, Marks, Subject
from zjreader.messages import _, _n
from zjreader.text.clean import Clean, clean_line

FIELDS = frozenset({READ, STARRED, LABEL, PART})


class Act(NamedTuple):
    """A batch of marks that can be undone; `ms` is its time, in Unix milliseconds."""

    batch: Clean
    ms: int
    session: Clean
    actions: tuple[tuple[Action, int], ...]

    @property
    def said(self) -> Clean:
        """What it did and to how many articles, in the reader's language."""
        parts = (
            _("{what}: {articles}").format(
                what=_said(action), articles=_n("{count} article", "{count} articles", count)
            )
            for action, count in self.actions
        )
        return clean_line(_("; ").join(parts))


def changes(marks: Marks, articles: Iterable[Subject], action: Action) -> tuple[Entry, ...]:
    """The least that has to be written for the action to be true of all the articles; nothing where it is already."""
    if action.field == PART:
        ids = tuple(each for article in articles for each in article.ids if marks.parted(each) != action.value)
    else:
        ids = tuple(article.ids[0] for article in articles if _holds(marks, article, action) != action.value)
    return (Entry(action.field, action.value, ids, action.name),) if ids else ()


def undoing(act: Act) -> tuple[Entry, ...]:
    """What takes the act back."""
    return (Entry(UNDO, act.batch),)


def undoable(marks: Marks, device: Clean, session: Clean | None = None) -> list[Act]:
    """The acts of a device, or of one session on it, that were not undone yet, newest first."""
    batches: dict[Clean, list[Record]] = {}
    for record in marks.records:
        own = record.device == device and session in {None, record.session}
        if own and record.field in FIELDS and record.batch not in marks.void:
            batches.setdefault(record.batch, []).append(record)
    newest_first = sorted(batches.values(), key=lambda records: records[0].order, reverse=True)
    return [_act(records) for records in newest_first]


def _act(records: list[Record]) -> Act:
    counts: dict[Action, int] = {}
    for record in records:
        action = Action(record.field, record.value is True, record.name)
        counts[action] = counts.get(action, 0) + len(record.ids)
    first = records[0]
    return Act(first.batch, first.ms, first.session, tuple(counts.items()))


def _holds(marks: Marks, article: Subject, action: Action) -> bool:
    if action.field == READ:
        return marks.read_at(article) is not None
    return marks.value((action.field, action.name), article.ids) is True


def _said(action: Action) -> str:
    sentences = {
        (READ, True): _("marked read"),
        (READ, False): _("marked unread"),
        (STARRED, True): _("starred"),
        (STARRED, False): _("star removed"),
        (LABEL, True): _("label {name} given"),
        (LABEL, False): _("label {name} removed"),
        (PART, True): _("parted"),
        (PART, False): _("no longer parted"),
    }
    return sentences[action.field, action.value].format(name=action.name)
