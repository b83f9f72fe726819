"""Sources into the library, then the texts that teasers wait for: what `add`, `update`, `fetch` and the screen do.

Each fact is true when it is told: what it speaks of is on disk. Where stopping is wished (`Surroundings.stop`), the
source that is being read is kept as far as it came, and no other is begun.
"""

from collections.abc import Generator, Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from zjreader.adding import Kept
from zjreader.full_texts import teasers, texts
from zjreader.keeping import Given, Keeper
from zjreader.library.library import Library
from zjreader.news import News
from zjreader.sources.files import Surroundings
from zjreader.text.clean import Clean
from zjreader.text.secrets import masked

_TOGETHER = 20
"""Full texts that are kept in one go: the library is held while they are written, not while they are waited for."""


class Took(NamedTuple):
    """What a transaction kept of a source."""

    source: Clean
    kept: Kept


class Ended(NamedTuple):
    """A source was read to its end, or could not be read; one that is `unchanged` need not be."""

    source: Clean
    failed: bool = False
    unchanged: bool = False


class Awaited(NamedTuple):
    """From here on so many full texts are waited for."""

    texts: int


class Completed(NamedTuple):
    """What a transaction kept of full texts; `changed` tells how many teasers are none any more."""

    kept: Kept


Fact = Took | Ended | Awaited | Completed


def harvest(given: Iterable[Given], ids: Iterable[Clean], keeper: Keeper, around: Surroundings) -> Generator[Fact]:
    """Take these sources in, then the texts of these teasers, and of those whose source answered and is to give them.

    Raises UnsavedError (LockedError too) and UnreadableError; what was told is kept.
    """
    giving = yield from _taken(given, keeper, around)
    wanted = [*ids, *keeper.awaited(giving)] if giving else list(ids)
    if wanted and not _is_to_stop(around):
        yield from _completed(wanted, keeper, around)


def _taken(given: Iterable[Given], keeper: Keeper, around: Surroundings) -> Generator[Fact, None, list[Clean]]:
    """Take the sources in; gives those that are to give full texts and were read to their end."""
    unchanged: list[Given] = []
    giving: list[Clean] = []
    try:
        for source in given:
            if _is_to_stop(around):
                break
            if source.unchanged:
                unchanged.append(source)
                yield Ended(source.address, unchanged=True)
                answered = True
            else:
                answered = yield from _took(source, keeper, around)
            if answered and source.settings.full_text:
                giving.append(source.address)
    finally:
        if unchanged:
            keeper.pass_over(unchanged)
    return giving


def _took(source: Given, keeper: Keeper, around: Surroundings) -> Generator[Fact, None, bool]:
    """Keep what a source holds; gives whether it was read to its end."""
    failed = False
    for kept in keeper.keep(source):
        failed = failed or any(problem.unreadable for problem in kept.problems)
        yield Took(source.address, kept)
        if _is_to_stop(around):
            return False
    yield Ended(source.address, failed)
    return not failed


def _completed(ids: Sequence[Clean], keeper: Keeper, around: Surroundings) -> Iterator[Fact]:
    """Get the texts of these teasers from their links, and keep each that is one."""
    with Library.reading(keeper.paths) as library:
        waiting = list(teasers(library, ids))
    if gone := set(ids).difference(teaser.id for teaser in waiting):
        keeper.settle(gone)
    yield Awaited(len(waiting))
    coming = texts(waiting, around)
    while some := list(islice(coming, _TOGETHER)):
        yield from map(Completed, keeper.complete(some))


def _is_to_stop(around: Surroundings) -> bool:
    return bool(around.stop and around.stop.wished)


def counted_in(news: News, fact: Fact) -> News:
    """The news with a fact more."""
    match fact:
        case Took(_source, kept):
            told = next((problem.what for problem in kept.problems if problem.unreadable), news.why)
            return news._replace(new=news.new + len(kept.records), changed=news.changed + kept.changed, why=told)
        case Ended(source, failed):
            return news._replace(read=news.read + 1, failed=(*news.failed, *[masked(source)] * failed))
        case Awaited(texts):
            return news._replace(texts=news.texts + texts)
    told = next((problem.what for problem in fact.kept.problems), news.why)
    return news._replace(completed=news.completed + fact.kept.changed, why=told)
