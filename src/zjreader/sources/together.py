"""Many requests at once -> their answers as they come, to whoever reads them one by one.

The network has a thread and a loop of its own: what takes an answer apart holds up no other. No more than `MOST_AHEAD`
are under way or wait to be taken, so that a slow reader costs no memory; hosts take turns, so that no slow one does.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from itertools import chain, islice, zip_longest
from queue import SimpleQueue
from threading import Thread
from typing import Final, TypeVar

from zjreader.sources.stop import Stop

Asked = TypeVar("Asked")
Told = TypeVar("Told")

MOST_AHEAD: Final = 64
"""Requests that were begun and whose answers were not taken yet."""


def arriving(
    ask: Callable[[Asked], Awaitable[Told]], requests: Iterable[Asked], stop: Stop | None = None
) -> Iterator[Told]:
    """What `ask` gives for each of the requests, as it comes; it runs on a loop in another thread.

    Whoever stops taking stops those under way; so does `stop`, for whoever waits. What `ask` raises is raised here.
    """
    left = iter(requests)
    done: SimpleQueue[Future[Told] | None] = SimpleQueue()
    if stop:
        stop.hear(lambda: done.put(None))
    with _loop() as loop:

        def begin(request: Asked) -> Future[Told]:
            future = asyncio.run_coroutine_threadsafe(_answer(ask, request), loop)
            future.add_done_callback(done.put)
            return future

        ahead = {begin(request) for request in islice(left, MOST_AHEAD)}
        try:
            while ahead and (finished := done.get()):
                ahead.discard(finished)
                ahead.update(begin(request) for request in islice(left, 1))
                yield finished.result()
        finally:
            for future in ahead:
                future.cancel()


def in_turns(requests: Iterable[Asked], host: Callable[[Asked], str]) -> Iterator[Asked]:
    """The requests, one of each host after the other, in their order."""
    by_host: dict[str, list[Asked]] = {}
    for request in requests:
        by_host.setdefault(host(request), []).append(request)
    rounds: Iterable[Sequence[Asked | None]] = zip_longest(*by_host.values())
    return (request for request in chain.from_iterable(rounds) if request is not None)


async def _answer(ask: Callable[[Asked], Awaitable[Told]], request: Asked) -> Told:
    return await ask(request)


@contextmanager
def _loop() -> Iterator[asyncio.AbstractEventLoop]:
    """A loop that runs in a thread of its own; what still runs on it at the end is stopped and waited for."""
    loop = asyncio.new_event_loop()
    thread = Thread(target=loop.run_forever, name="network", daemon=True)
    thread.start()
    try:
        yield loop
    finally:
        asyncio.run_coroutine_threadsafe(_end(), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _end() -> None:
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
