"""What a morning's round of 300 sources costs, on loopback: beside the slowest host's own floor, and in memory.

usage: network.py        needs addresses 127.0.0.2 and so on to be this machine's, as they are on Linux

Thirty hosts of ten sources each: most answer at once, some take their time, some fail. A host that takes D seconds for
each of its N answers, two at a time, cannot be done before N * D / 2: the floor of a round is the largest of these.
Prints, a line each: the fetching alone, `add` of all of them, `update` with nothing new, `update` with all changed.
"""

import asyncio
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

HOSTS, SOURCES, ROWS = 30, 10, 30
SLOW, FAILING = range(20, 26), range(26, 30)
TAKES = 0.3
"""Seconds that a slow host takes for an answer."""

FLOOR = SOURCES * TAKES / 2
ZJREADER = (sys.executable, "-m", "zjreader")


class Newsroom:
    """All the hosts, on one port; each asking for /changed makes them have something new."""

    def __init__(self) -> None:
        self.edition = 0
        self.now: Counter[str] = Counter()
        self.most = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        host = writer.get_extra_info("sockname")[0]
        self.now[host] += 1
        self.most = max(self.most, self.now[host])
        lines = (await reader.readuntil(b"\r\n\r\n")).decode().splitlines()
        writer.write(await self.answer(int(host.rpartition(".")[2]) - 1, lines[0].split()[1], lines))
        self.now[host] -= 1
        writer.close()

    async def answer(self, host: int, path: str, lines: list[str]) -> bytes:
        if path == "/changed":
            self.edition += 1
        if path in {"/changed", "/most"}:
            return answer("200 OK", str(self.most).encode())
        await asyncio.sleep(TAKES if host in SLOW else 0)
        if host in FAILING:
            return answer("500 Failed") if host % 2 else b""
        etag = f'"{self.edition}"'
        if f"If-None-Match: {etag}" in lines:
            return answer("304 Not Modified")
        return answer("200 OK", self.rows(f"{host}{path}").encode(), f"ETag: {etag}\r\n")

    def rows(self, source: str) -> str:
        titles = [f"{source} 第{self.edition}版第{number}条：城南老桥加固完工" for number in range(ROWS)]
        return "".join(
            json.dumps({"title": title, "content": title * 20}, ensure_ascii=False) + "\n" for title in titles
        )


def answer(status: str, body: bytes = b"", more: str = "") -> bytes:
    return f"HTTP/1.1 {status}\r\nConnection: close\r\n{more}Content-Length: {len(body)}\r\n\r\n".encode() + body


async def serve() -> None:
    """Run the hosts until whoever started them is gone."""
    server = await asyncio.start_server(Newsroom().serve, "0.0.0.0", 0)  # noqa: S104 -- all of loopback
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


def fetch(urls: list[str]) -> None:
    """The fetching alone, in this process."""
    from datetime import UTC, datetime

    from zjreader.sources.http import fetched
    from zjreader.sources.request import Network, typed
    from zjreader.text.clean import Clean

    network = Network({}, lambda: datetime.now(UTC))
    assert len(list(fetched(map(typed, map(Clean, urls)), network))) == len(urls)


def zjreader(home: Path, *words: str) -> None:
    environ = {**os.environ, "ZJREADER_HOME": str(home)}
    subprocess.run([*ZJREADER, *words], env=environ, capture_output=True, check=False)


def told(what: str, act: Callable[[], object]) -> None:
    """Do something, and print what it took."""
    began = time.perf_counter()
    act()
    took = time.perf_counter() - began
    print(f"{what}\t{took:.1f} s\t{took / FLOOR:.2f} x the slowest host's floor of {FLOOR:.1f} s")


def main() -> None:
    """Print the table."""
    hosts = subprocess.Popen([sys.executable, __file__, "serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    work = Path(tempfile.mkdtemp())
    try:
        assert hosts.stdout
        port = int(hosts.stdout.readline())
        urls = [f"http://127.0.0.{host + 1}:{port}/{source}" for host in range(HOSTS) for source in range(SOURCES)]
        (work / "list").write_text("\n".join(urls), "utf-8")
        told("fetching", lambda: fetch(urls))
        told("add", lambda: zjreader(work / "home", "add", "--files-from", str(work / "list")))
        told("update, nothing new", lambda: zjreader(work / "home", "update"))
        subprocess.run(["curl", "-s", f"127.0.0.1:{port}/changed"], check=True, capture_output=True)
        told("update, all changed", lambda: zjreader(work / "home", "update"))
        most = subprocess.run(["curl", "-s", f"127.0.0.1:{port}/most"], check=True, capture_output=True).stdout
        print(f"connections to one host\t{int(most)} at once at most\tasked: 2")
        print(f"memory of the largest of these\t{resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MB")
    finally:
        hosts.kill()
        shutil.rmtree(work)


if sys.argv[1:] == ["serve"]:
    asyncio.run(serve())
else:
    main()
