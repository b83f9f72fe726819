"""What is read from, on all devices: this one's sources from the library, the others' as their journals tell.

A path means something on the device that gave it alone: elsewhere its source is shown, never read, never a problem.
"""

from typing import NamedTuple

from zjreader.article import UNSAID, SourceSettings
from zjreader.errors import MissingError, UsageError
from zjreader.keeping import read_back
from zjreader.library.journal import Journal
from zjreader.library.library import Library
from zjreader.library.marks import SOURCE, Marks
from zjreader.library.paths import Paths
from zjreader.library.source_rows import Counted, KeptSource
from zjreader.text.clean import Clean


class Subscription(NamedTuple):
    """A source with how many articles it brought here, how many of them are full texts, and what was said of it.

    `device` is the one that gave it, None where that is this one; `source` is as `library.source_rows` has it.
    """

    source: KeptSource
    settings: SourceSettings
    articles: int
    full: int
    device: Clean | None

    @property
    def problem(self) -> Clean | None:
        """What was wrong when this device last read it."""
        return None if self.device else self.source.problem


def subscriptions(paths: Paths, journal: Journal) -> tuple[Subscription, ...]:
    """The sources of the library in the order in which they were given, then those of other devices by address.

    Raises UnreadableError.
    """
    held = tuple(_kept(each, journal) for each in _held(paths))
    addresses = {each.source.address for each in held}
    return (*held, *(each for each in _elsewhere(journal) if each.source.address not in addresses))


def _held(paths: Paths) -> tuple[Counted, ...]:
    try:
        with Library.reading(paths) as library:
            return library.sources
    except MissingError:
        return ()


def _kept(counted: Counted, journal: Journal) -> Subscription:
    source, articles, full = counted
    device = None if source.device == journal.device else source.device
    return Subscription(source, _said(source.settings), articles, full, device)


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
