"""Sources into the library: what a person gives is put there, read, and followed by journal and image.

Each step is safe by itself and comes to the same when it is taken again: stopped at any moment, the same words go on.
What a source is told (`SourceSettings`) lies in the library as the words that say it.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from zjreader.adding import Kept, add, complete
from zjreader.article import UNREACHED, UNSAID, Document, Problem, Reach, Record, SourceSettings
from zjreader.errors import MissingError, UsageError
from zjreader.following import NOTHING
from zjreader.intake import FullText
from zjreader.library.journal import Journal
from zjreader.library.journal_lines import MOST_IDS, Entry
from zjreader.library.library import Library
from zjreader.library.marks import JOIN, LABEL, READ, SOURCE, Marks
from zjreader.library.paths import Paths
from zjreader.library.source_rows import Ending, KeptSource
from zjreader.messages import _
from zjreader.parse import worker
from zjreader.parse.listed import Listed
from zjreader.parse.subscription_list import key_of
from zjreader.sources.settings import parsed, words_of
from zjreader.text.clean import Clean

LONGEST_TITLE = 60
"""Characters of what a source calls itself that are kept; those of feeds seen have up to 40."""


class Given(NamedTuple):
    """A source: its address in the library, what a person said of it, what it holds now, and how it answered.

    One that is `unchanged` since all of it was taken holds nothing that need be read. One that `stands` in the library
    was asked for being there: it counts for nothing where it does not any more, or where something else is said of it.
    """

    address: Clean
    settings: SourceSettings
    documents: Iterable[Document | Problem]
    reach: Reach = UNREACHED
    unchanged: bool = False
    stands: bool = False


class Subscribed(NamedTuple):
    """How many addresses of a list are new to the library, and how many it reads from already."""

    new: int
    known: int


class Tried(NamedTuple):
    """What asking for the text of a teaser, known by its id, came to.

    `passing` tells of a problem that it may be none another time, which is not before `wait_until`.
    """

    teaser: Clean
    came: FullText | Problem
    passing: bool = False
    wait_until: datetime | None = None


class Keeper:
    """Writes one home: its library, and in its journal what concerns sources."""

    def __init__(self, paths: Paths, journal: Journal) -> None:
        """`journal` is this home's."""
        self.paths = paths
        self._journal = journal
        self._known = self._followed = NOTHING

    @property
    def _marks(self) -> Marks:
        """What the journal says; a round of many sources takes it in once, and then what is new of it."""
        if new := self._journal.records[len(self._known.records) :]:
            self._known = self._known.plus(new)
        return self._known

    def keep(self, given: Given) -> Iterator[Kept]:
        """Read a source into the library; each `Kept` is on disk, its joins and labels in the journal, when it comes.

        What was given up or told something else since it was asked is left to the next round.
        Raises UnsavedError (LockedError too) and UnreadableError; what came before is kept.
        """
        settings = written(given.settings)
        with Library.writing(self.paths) as library:
            if given.stands and _settings_of(library, given.address) != settings:
                return
            self._note_source(given.address, settings)
            added = self._journal.now
            device = self._journal.device or Clean("")
            library.put_sources([KeptSource(given.address, settings, device, _stamp(added))])
            documents, reading = _Documents(given), _Course()
            marks, followed = self._marks, self._followed
            self._followed = marks
            for kept in add(documents, library.shelf(added), added, marks, followed=followed):
                self._note(library, kept.records, given.settings)
                if given.settings.full_text:
                    library.awaited.put(given.address, _teasers(kept.records))
                reading.take(kept)
                yield kept
            title = documents.title if reading.succeeded else None
            ended = _stamp(self._journal.now)
            library.tell_sources([Ending(given.address, ended, reading.problem, given.reach, title)])

    def pass_over(self, unchanged: Iterable[Given]) -> None:
        """Keep that these sources of the library were asked, and stand as they did. Raises as `keep` does."""
        now = _stamp(self._journal.now)
        with Library.writing(self.paths) as library:
            library.tell_sources(Ending(given.address, now, None, given.reach) for given in unchanged)

    def complete(self, tried: Iterable[Tried]) -> Iterator[Kept]:
        """Let texts complete teasers of the library; when a `Kept` comes it is on disk, and its joins in the journal.

        What can be had another time is waited for, if it was. Raises UnsavedError (LockedError too) and
        UnreadableError; what came before is kept.
        """
        added, outcomes = self._journal.now, list(tried)
        with Library.writing(self.paths) as library:
            texts = (each.came for each in outcomes)
            for kept in complete(texts, library.shelf(added), added, self._marks, followed=self._followed):
                self._note(library, (), UNSAID)
                yield kept
            library.awaited.settle(each.teaser for each in outcomes if not each.passing)
            library.awaited.put_off(((each.teaser, each.wait_until) for each in outcomes if each.passing), added)

    def awaited(self, sources: Iterable[Clean]) -> list[Clean]:
        """The teasers of these sources, which were just read, whose texts are waited for and may be had by now."""
        with Library.reading(self.paths) as library:
            return library.awaited.due(sources, self._journal.now)

    def settle(self, ids: Iterable[Clean]) -> None:
        """Wait no more for the texts of these, which are teasers with a link no longer."""
        with Library.writing(self.paths) as library:
            library.awaited.settle(ids)

    def subscribe(self, wanted: Iterable[Listed]) -> Subscribed:
        """Put these addresses into the library, to be read by the next update; what it reads from keeps its settings.

        Raises UnsavedError (LockedError too): then all of them can be given again.
        """
        listed = list(wanted)
        with Library.writing(self.paths) as library:
            known = {key_of(each.source.address) for each in library.sources}
            new = [each for each in listed if key_of(each.address) not in known]
            said = [(each.address, written(SourceSettings(each.name, each.section))) for each in new]
            if said:
                self._journal.append([Entry(SOURCE, settings, name=address) for address, settings in said])
            device, added = self._journal.device or Clean(""), _stamp(self._journal.now)
            library.put_sources(KeptSource(address, settings, device, added) for address, settings in said)
        return Subscribed(len(new), len(listed) - len(new))

    def tell(self, address: Clean, words: Iterable[str]) -> None:
        """Say something else of a source; all of it is then new to the next update.

        Raises MissingError where the library does not read from this, UsageError for words that say nothing.
        """
        with Library.writing(self.paths) as library:
            source = _source_of(library, address)
            if source is None:
                raise MissingError(_("the library does not read from this"), address)
            settings = written(parsed(words, read_back(source.settings)))
            self._note_source(address, settings)
            library.put_sources([source._replace(settings=settings)])

    def remove(self, address: Clean) -> None:
        """Read a source no longer and keep its articles. Raises MissingError where it is none."""
        with Library.writing(self.paths) as library:
            library.remove_source(address)
        self._journal.append([Entry(SOURCE, None, name=address)])

    def purgeable(self, address: Clean) -> int:
        """How many articles `purge` would delete. Raises MissingError where there is no library."""
        with Library.reading(self.paths) as library:
            return library.purgeable(address, self._cherished)

    def purge(self, address: Clean) -> int:
        """Delete what this source alone brought, but for what has a star or a label; how many went."""
        with Library.writing(self.paths) as library:
            return library.purge_source(address, self._cherished)

    @property
    def _cherished(self) -> frozenset[Clean]:
        return frozenset(self._marks.cherished)

    def _note_source(self, address: Clean, settings: Clean) -> None:
        if self._marks.named(SOURCE).get(address) != settings:
            self._journal.append([Entry(SOURCE, settings, name=address)])

    def _note(self, library: Library, records: Sequence[Record], settings: SourceSettings) -> None:
        joins = library.unwritten_joins()
        entries = [Entry(JOIN, kept, (pointing,)) for pointing, kept in joins.items()]
        ids = [record.ids[0] for record in records]
        for start in range(0, len(ids), MOST_IDS):
            some = tuple(ids[start : start + MOST_IDS])
            entries += [Entry(LABEL, True, some, name) for name in settings.labels]
            entries += [Entry(READ, True, some)] if settings.archive else []
        if entries:
            self._journal.append(entries)
        if joins:
            library.forget_joins(joins.keys())


def _source_of(library: Library, address: Clean) -> KeptSource | None:
    return next((each.source for each in library.sources if each.source.address == address), None)


def _settings_of(library: Library, address: Clean) -> Clean | None:
    """What a source is told, in the form in which it is compared; None where the library does not read from it."""
    source = _source_of(library, address)
    return source and written(read_back(source.settings))


def written(settings: SourceSettings) -> Clean:
    """What was said of a source, as it is kept."""
    return Clean(json.dumps(words_of(settings), ensure_ascii=False))


def read_back(kept: Clean) -> SourceSettings:
    """The same again; raises UsageError where a later version said more than this one knows."""
    try:
        words: list[str] = [*map(str, json.loads(kept))]
    except (ValueError, TypeError) as error:
        raise UsageError(_("are no settings of a source"), kept) from error
    return parsed(words)


class _Course:
    """How the reading of a source went: what was wrong with it as a whole, which is also that nothing came of it."""

    def __init__(self) -> None:
        self._documents = self._articles = 0
        self._unreadable: Clean | None = None
        self._without: Clean | None = None

    def take(self, kept: Kept) -> None:
        """Count this in."""
        self._documents += kept.documents
        self._articles += len(kept.records) + kept.seen_again + kept.unchanged
        self._unreadable = next((each.what for each in kept.problems if each.unreadable), self._unreadable)
        self._without = next((each.what for each in kept.problems if not each.kept), self._without)

    @property
    def succeeded(self) -> bool:
        """Whether something was read, be it nothing that holds articles."""
        return self._documents > 0 and not self._unreadable

    @property
    def problem(self) -> Clean | None:
        """The sentence; None where all is well."""
        return self._unreadable or (None if self._articles else self._without)


class _Documents:
    """The documents of a source, all under its own address; after them what it calls itself, if it is one of them."""

    def __init__(self, given: Given) -> None:
        self._given = given
        self._whole: Document | None = None

    def __iter__(self) -> Iterator[Document | Problem]:
        for came in self._given.documents:
            if isinstance(came, Document):
                self._whole = came if worker.is_whole_source(came) else None
                yield came._replace(source=self._given.address)
            else:
                yield came

    @property
    def title(self) -> Clean | None:
        """Of the feed or the page that was just read: asked for at any other time, it is read once more."""
        title = worker.title(self._whole) if self._whole else None
        return title if title is None or len(title) <= LONGEST_TITLE else Clean(f"{title[: LONGEST_TITLE - 1]}…")


def _teasers(records: Iterable[Record]) -> Iterator[Clean]:
    return (record.ids[0] for record in records if record.article.kind == "teaser")


def _stamp(when: datetime) -> Clean:
    return Clean(when.isoformat(timespec="seconds"))
