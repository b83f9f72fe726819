"""A server on loopback that answers as well, or as badly, as a test wants; it keeps what it was asked."""

import asyncio
import gzip
import ssl
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from threading import Thread
from typing import NamedTuple, Self

HOST = "127.0.0.1"


class Asked(NamedTuple):
    """A request: its path and query, and its headers by their names in lower case."""

    path: str
    headers: Mapping[str, str]


Page = Callable[[Asked, asyncio.StreamWriter], Awaitable[None]]
"""Answers a request on a connection, which is then closed."""


def head(status: int = 200, **headers: object) -> bytes:
    """The beginning of an answer; `_` in names stands for `-`."""
    lines = [f"HTTP/1.1 {status} .", "Connection: close", *(f"{k.replace('_', '-')}: {v}" for k, v in headers.items())]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def page(body: str | bytes = "", status: int = 200, **headers: object) -> Page:
    """Answers with this body, whole."""
    data = body.encode() if isinstance(body, str) else body
    return sending(head(status, Content_Length=len(data), **headers) + data)


def sending(data: bytes) -> Page:
    """Sends these bytes and closes."""

    async def answers(_asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(data)
        await writer.drain()

    return answers


def redirect(to: str, status: int = 302) -> Page:
    """Leads to another address."""
    return page("", status, Location=to)


def validated(body: str, etag: str) -> Page:
    """Has this body for whoever does not know its ETag, and for others nothing."""

    async def answers(asked: Asked, writer: asyncio.StreamWriter) -> None:
        known = asked.headers.get("if-none-match") == etag
        await (page("", 304) if known else page(body, ETag=etag))(asked, writer)

    return answers


async def stalling(_asked: Asked, writer: asyncio.StreamWriter) -> None:
    """Sends a head, and then nothing for ever."""
    writer.write(head())
    await writer.drain()
    await asyncio.Event().wait()


async def dripping(_asked: Asked, writer: asyncio.StreamWriter) -> None:
    """Sends a byte from time to time, without end."""
    writer.write(head())
    while True:
        writer.write(b".")
        await writer.drain()
        await asyncio.sleep(0.01)  # the server's slowness is what is tested


async def endless(_asked: Asked, writer: asyncio.StreamWriter) -> None:
    """Sends as fast as it is read, without end."""
    writer.write(head())
    while True:
        writer.write(b"." * 65_536)
        await writer.drain()


def bomb(size: int) -> Page:
    """A small answer that unpacks to this many bytes."""
    return page(gzip.compress(b"\0" * size), Content_Encoding="gzip")


class Server:
    """Runs on a port of its own until it is closed."""

    def __init__(self) -> None:
        self.pages: dict[str, Page] = {}
        self.asked: list[Asked] = []
        self.port = 0
        self.most_at_once = 0
        self._now = 0
        self._scheme = "http"

    def url(self, path: str = "/", host: str = HOST) -> str:
        """The address of a page."""
        return f"{self._scheme}://{host}:{self.port}{path}"

    def add(self, path: str, answers: Page) -> str:
        """Have a page, which may replace one; gives its address."""
        self.pages[path] = answers
        return self.url(path)

    async def listen(self, tls: ssl.SSLContext | None) -> Self:
        """Open the port."""
        self._listening = await asyncio.start_server(self._serve, HOST, 0, ssl=tls)
        self.port = self._listening.sockets[0].getsockname()[1]
        self._scheme = "https" if tls else "http"
        return self

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._now += 1
        self.most_at_once = max(self.most_at_once, self._now)
        with suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").splitlines()
            headers = {name.lower(): value.strip() for name, _colon, value in (x.partition(":") for x in lines[1:])}
            asked = Asked(lines[0].split()[1], headers)
            self.asked.append(asked)
            await self.pages.get(asked.path, page("", 404))(asked, writer)
        self._now -= 1
        writer.close()

    async def close(self) -> None:
        """Hang up on everybody."""
        self._listening.close()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)


@contextmanager
def serving(tls: ssl.SSLContext | None = None) -> Iterator[Server]:
    """A server in a thread of its own."""
    loop = asyncio.new_event_loop()
    thread = Thread(target=loop.run_forever, daemon=True)
    thread.start()
    server = asyncio.run_coroutine_threadsafe(Server().listen(tls), loop).result()
    try:
        yield server
    finally:
        asyncio.run_coroutine_threadsafe(server.close(), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()
