"""How many requests run at once: so many of one host, so many in all. Who waits for a host holds up no other."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Slots:
    """Belongs to one loop."""

    def __init__(self, at_once: int, per_host: int) -> None:
        self._all = asyncio.Semaphore(at_once)
        self._per_host = per_host
        self._hosts: dict[str, asyncio.Semaphore] = {}

    @asynccontextmanager
    async def of(self, host: str) -> AsyncIterator[None]:
        """A turn with a host, which ends with the block."""
        turns = self._hosts.setdefault(host, asyncio.Semaphore(self._per_host))
        async with turns, self._all:
            yield
