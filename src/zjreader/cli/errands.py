"""What the screen does about its sources, in threads of its own: the same as `update`, `fetch`, `add`, `sources` do."""

import os
from collections.abc import Generator, Iterable, Sequence
from contextlib import closing
from datetime import datetime, timedelta
from functools import partial

from zjreader.article import UNREACHED, Reach
from zjreader.cli.adding import given_of
from zjreader.cli.process import Process
from zjreader.errors import MissingError
from zjreader.harvest import counted_in, harvest
from zjreader.holdings import holdings
from zjreader.keeping import Given, Keeper
from zjreader.library.journal import Journal
from zjreader.library.library import Library
from zjreader.messages import _
from zjreader.news import News
from zjreader.rounds import Due, due, given_again, is_lasting
from zjreader.sources import named
from zjreader.sources.addresses import is_address
from zjreader.sources.files import STANDARD_INPUT, Surroundings
from zjreader.sources.settings import parsed, words_of
from zjreader.sources.stop import Stop
from zjreader.subscriptions import Subscription, subscriptions, told_apart
from zjreader.text.clean import Clean
from zjreader.text.secrets import masked
from zjreader.tui.outside import Errand, Listed, Sources
from zjreader.upkeep import bring_up


def sources(process: Process) -> Sources:
    """What can be done about the sources of this home."""
    return Sources(partial(run, process), partial(holdings, process.paths), partial(listed, process))


def run(process: Process, errand: Errand, stop: Stop) -> Generator[News]:
    """Do an errand; where stopping is not wished, what came can be searched when it ends."""
    journal = Journal.open(process.paths, process.now)
    keeper, around = Keeper(process.paths, journal), process.around._replace(stop=stop)
    match errand.act:
        case "set":
            keeper.tell(errand.names[0], errand.words)
        case "remove":
            keeper.remove(errand.names[0])
        case "fetch":
            yield from _harvested(keeper, (), News(), around, errand.names)
        case "add":
            source = _named(errand.names[0])
            coming = given_of([source], errand.words, process, around)
            last = News(1)
            for last in _harvested(keeper, coming, News(1), around):
                yield last
            if stop.wished and not last.read:
                _bear_in_mind(keeper, source, errand.words)
        case _:
            found = _due(process, journal, errand.names)
            news = News(len(found.wanted), waiting=found.waiting)
            yield from _harvested(keeper, given_again(found.wanted, around), news, around)


def _harvested(
    keeper: Keeper, coming: Iterable[Given], news: News, around: Surroundings, ids: Sequence[Clean] = ()
) -> Generator[News]:
    yield news
    with closing(harvest(coming, ids, keeper, around)) as facts:
        for fact in facts:
            news = counted_in(news, fact)
            yield news
    if news.is_any and not (around.stop and around.stop.wished):
        bring_up(keeper.paths)


def _bear_in_mind(keeper: Keeper, source: str, words: Iterable[str]) -> None:
    """Read from a source from the next round on: who has typed it left before it answered."""
    typed = Reach(private=True) if is_address(source) else UNREACHED  # whoever types an address means that machine
    for _kept in keeper.keep(Given(named.address_of(source), parsed(words), (), typed)):
        pass


def _due(process: Process, journal: Journal, asked: Sequence[Clean]) -> Due:
    """The sources whose time has come; none where there is no library yet."""
    if not process.paths.library.exists():
        return Due(())
    with Library.reading(process.paths) as library:
        return due(library, journal.device, process.now(), asked)


def _named(word: Clean) -> str:
    """What a person typed as a source; raises MissingError where there is none, UsageError for other addresses.

    Standard input is the keyboard here.
    """
    source = named.meant(os.path.expanduser(word))  # noqa: PTH111 -- globs too
    if source == STANDARD_INPUT or not named.is_source(source):
        raise MissingError(_("no such file or folder"), word)
    return source


def listed(process: Process) -> tuple[Listed, ...]:
    """What the library reads from, and what other devices do. Raises UnreadableError."""
    found = subscriptions(process.paths, Journal.open(process.paths, process.now))
    return tuple(_listed(each, name) for each, name in told_apart(found))


def _listed(found: Subscription, name: Clean | None) -> Listed:
    source, settings = found.source, found.settings
    read_at = datetime.fromisoformat(source.read_at) if source.read_at else None
    again = read_at + timedelta(seconds=settings.every) if read_at and settings.every else None
    return Listed(
        source.address,
        masked(source.address),
        name,
        found.articles,
        found.full,
        read_at,
        again if is_lasting(source) and not found.device else None,
        found.problem,
        found.device,
        words_of(settings),
    )
