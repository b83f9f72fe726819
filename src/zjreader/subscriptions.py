"""What is read from, on all devices: this one's sources from the library, the others' as their journals tell.

A path means something on the device that gave it alone: elsewhere its source is shown, never read, never a problem.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import NamedTuple

from zjreader.article import UNSAID, SourceSettings
from zjreader.errors import MissingError, UsageError
from zjreader.keeping import read_back
from zjreader.library.journal import Journal
from zjreader.library.library import Library
from zjreader.library.marks import SOURCE, Marks
from zjreader.library.paths import Paths
from zjreader.library.reach_rows import KeptReach
from zjreader.library.source_rows import Counted, KeptSource
from zjreader.messages import _, _n
from zjreader.rhythm import silence
from zjreader.sources.addresses import is_address
from zjreader.text.clean import Clean, clean_line
from zjreader.text.secrets import masked

_DAY = len("2026-04-12")

_LOOKED_AT = 60
"""Articles by which a source's rhythm is told."""


class Subscription(NamedTuple):
    """A source with how many articles it brought here, how many of them are full texts, and what was said of it.

    `device` is the one that gave it, None where that is this one; `source` is as `library.source_rows` has it.
    `failing` is since when each reading of it went wrong (ISO 8601), `silent` for how long it has brought nothing,
    where that is against its own rhythm. `title` is what it calls itself.
    """

    source: KeptSource
    settings: SourceSettings
    articles: int
    full: int
    device: Clean | None
    failing: Clean | None = None
    silent: timedelta | None = None
    title: Clean | None = None

    @property
    def name(self) -> Clean | None:
        """What a person called it, else what it calls itself."""
        return self.settings.name or self.title

    @property
    def problem(self) -> Clean | None:
        """What is wrong with it here: the last reading of it, and since when, else that it fell silent."""
        if self.device:
            return None
        if self.source.problem:
            lasting = self.failing and self.failing[:_DAY] != (self.source.read_at or "")[:_DAY]
            since = _("; since {day}").format(day=self.failing[:_DAY]) if self.failing and lasting else ""
            return clean_line(self.source.problem + since)
        days = self.silent.days if self.silent else 0
        return clean_line(_n("silent for {count} day", "silent for {count} days", days)) if days else None


def subscriptions(paths: Paths, journal: Journal) -> tuple[Subscription, ...]:
    """The sources of the library in the order in which they were given, then those of other devices by address.

    Raises UnreadableError.
    """
    held = _held(paths, journal)
    addresses = {each.source.address for each in held}
    return (*held, *(each for each in _elsewhere(journal) if each.source.address not in addresses))


def told_apart(listed: Iterable[Subscription]) -> tuple[tuple[Subscription, Clean | None], ...]:
    """The sources with their names; beside one that several have stands the address, without its secrets."""
    sources = tuple(listed)
    borne = Counter(each.name for each in sources)
    return tuple((each, _beside_address(each) if borne[each.name] > 1 else each.name) for each in sources)


def _beside_address(source: Subscription) -> Clean | None:
    return clean_line(f"{source.name} · {masked(source.source.address)}") if source.name else None


def _held(paths: Paths, journal: Journal) -> tuple[Subscription, ...]:
    try:
        with Library.reading(paths) as library:
            reaches = library.reaches
            return tuple(_kept(each, journal, library, reaches) for each in library.sources)
    except MissingError:
        return ()


def _kept(counted: Counted, journal: Journal, library: Library, reaches: Mapping[Clean, KeptReach]) -> Subscription:
    source, articles, full = counted
    if source.device != journal.device:
        return Subscription(source, _said(source.settings), articles, full, source.device)
    known = reaches.get(source.address, KeptReach())
    silent = silence(library.newest_of(source.address, _LOOKED_AT), journal.now) if is_address(source.address) else None
    said = _said(source.settings)
    return Subscription(source, said, articles, full, None, known.failing, silent, known.title)


def _elsewhere(journal: Journal) -> list[Subscription]:
    """What other devices' journals name; this device's own lies in its library."""
    named = sorted(Marks().plus(journal.records).naming(SOURCE).items())
    return [
        Subscription(KeptSource(address, value, record.device, Clean("")), _said(value), 0, 0, record.device)
        for address, record in named
        if record.device != journal.device and isinstance(value := record.value, str)
    ]


def _said(settings: Clean) -> SourceSettings:
    """What was said of a source, as far as this version understands it."""
    try:
        return read_back(settings)
    except UsageError:
        return UNSAID
