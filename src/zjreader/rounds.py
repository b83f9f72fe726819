"""A round of reading: which sources are due, and what each of them holds now.

Files come first, in the order in which they were named, then addresses as they answer.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from zjreader.article import Document, Reach, SourceSettings
from zjreader.errors import MissingError
from zjreader.keeping import Given, read_back
from zjreader.library.library import Library
from zjreader.library.reach_rows import KeptReach
from zjreader.library.source_rows import KeptSource
from zjreader.messages import _
from zjreader.sources import files, named
from zjreader.sources.addresses import Place, is_address, place_of
from zjreader.sources.files import Surroundings
from zjreader.sources.request import Request
from zjreader.text.clean import Clean


class Due(NamedTuple):
    """What is to be read, and how many sources want to be left alone for a while."""

    wanted: tuple[Request, ...]
    waiting: int = 0


def due(library: Library, device: Clean | None, now: datetime, asked: Sequence[Clean] = ()) -> Due:
    """Of this device's sources, or of these of them, those whose time has come.

    Raises MissingError where the library does not read from one that is asked for.
    """
    known = {each.source.address: each.source for each in library.sources if each.source.device == device}
    for address in asked:
        if address not in known:
            raise MissingError(_("the library does not read from this"), address)
    reaches, nowhere = library.reaches, KeptReach()
    wanted = []
    chosen = [known[address] for address in asked] or [each for each in known.values() if is_lasting(each)]
    for source in chosen:
        reach, settings = reaches.get(source.address, nowhere).reach, read_back(source.settings)
        if _is_due(source, settings, reach.wait_until, now):
            stamp = library.stamp_of(source.address)
            wanted.append(Request(source.address, settings, stamp, reach, trusted(source.address, reach)))
    return Due(tuple(wanted), len(chosen) - len(wanted))


def given(wanted: Iterable[Request], around: Surroundings) -> Iterator[Given]:
    """What these sources hold now, each as soon as it is known."""
    addresses = []
    for request in wanted:
        if is_address(request.address):
            addresses.append(request)
        else:
            yield Given(request.address, request.settings, files.documents(request.address, around, request.settings))
    if addresses:
        for answer in named.answers(addresses, around):
            request = answer.request
            if isinstance(answer.came, Document) and answer.came.stamp == request.stamp:
                yield Given(request.address, request.settings, (), answer.reach, unchanged=True)
            else:
                yield Given(request.address, request.settings, named.documents_of(answer, around), answer.reach)


def given_again(wanted: Iterable[Request], around: Surroundings) -> Iterator[Given]:
    """The same of sources that the library reads from already."""
    return (each._replace(stands=True) for each in given(wanted, around))


def trusted(address: Clean, reach: Reach) -> Place | None:
    """The place that a source's address names, where it lay in a private network when a person typed it.

    A name that was a public machine's then has to stay one; an address from somebody's list was typed by nobody.
    """
    return place_of(address) if reach.private else None


def is_lasting(source: KeptSource) -> bool:
    """Whether it can be read again: standard input and pasted texts are named so, others by path or address."""
    return source.address.startswith("/") or is_address(source.address)


def _is_due(source: KeptSource, settings: SourceSettings, wait_until: Clean | None, now: datetime) -> bool:
    if wait_until and now < datetime.fromisoformat(wait_until):
        return False
    if not (settings.every and source.read_at):
        return True
    return now - datetime.fromisoformat(source.read_at) >= timedelta(seconds=settings.every)
