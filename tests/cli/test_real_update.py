"""`update` as a process of its own: against a server of somebody else's, and killed at any moment."""

import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from subprocess import PIPE, Popen, TimeoutExpired

import pytest

from tests.processes import unmeasured
from tests.servers import serving, validated

PATIENCE = 60.0
LONG = os.environ.get("ZJREADER_TEST_LONG") == "1"
KILLS = 200 if LONG else 8
SOURCES = 12
ARTICLES = 2_000 if LONG else 200


def rows(source: int) -> str:
    wells = [(f"{source}组第{n}号井今日出水", f"{source}-{n}：水从井里打上来。") for n in range(ARTICLES)]
    return "".join(json.dumps({"title": title, "content": body}, ensure_ascii=False) + "\n" for title, body in wells)


def start(home: Path, *words: str) -> Popen[bytes]:
    given = {**unmeasured(), "ZJREADER_HOME": str(home), "ZJREADER_LANG": "en"}
    command = [sys.executable, "-m", "zjreader", *words]
    return Popen(command, env=given, stdin=subprocess.DEVNULL, stdout=PIPE, stderr=PIPE)


def ended(home: Path, *words: str) -> tuple[int, str, str]:
    """Code, output and narration of a run."""
    process = start(home, *words)
    out, err = process.communicate(timeout=PATIENCE)
    return process.returncode, out.decode(), err.decode()


def test_killed_at_any_moment_it_ends_with_the_same_articles(tmp_path: Path) -> None:
    with serving() as server:
        urls = [server.add(f"/{n}.jsonl", validated("", '"0"')) for n in range(SOURCES)]
        for home in ("killed", "whole"):
            ended(tmp_path / home, "add", *urls)
        for n in range(SOURCES):
            server.add(f"/{n}.jsonl", validated(rows(n), f'"{n + 1}"'))
        began = time.monotonic()
        assert ended(tmp_path / "whole", "update")[0] == 0
        whole = time.monotonic() - began
        moments = random.Random(5)  # noqa: S311 -- the same moments each time
        for _kill in range(KILLS):
            updating = start(tmp_path / "killed", "update")
            try:
                updating.communicate(timeout=moments.uniform(0, 1.2 * whole))
            except TimeoutExpired:
                updating.kill()
                updating.communicate()
            assert ended(tmp_path / "killed", "list", "-Q")[0] in {0, 1}
        assert ended(tmp_path / "killed", "update")[0] == 0
        server.asked.clear()
        assert f"{SOURCES} files unchanged" in ended(tmp_path / "killed", "update")[2]
        assert all("if-none-match" in asked.headers for asked in server.asked)
    listed = [ended(tmp_path / home, "list", "-f", "ids", "--sort", "title") for home in ("killed", "whole")]
    assert listed[0] == listed[1]
    assert listed[0][1].count("\n") == SOURCES * ARTICLES
    assert ended(tmp_path / "killed", "doctor", "--verify")[0] == 0


@pytest.fixture
def somebody(tmp_path: Path) -> Iterator[str]:
    """The address of Python's own server, on a folder of this test's."""
    (tmp_path / "served").mkdir()
    words = ["-u", "-m", "http.server", "--bind", "127.0.0.1", "--directory", str(tmp_path / "served"), "0"]
    server = Popen([sys.executable, *words], env=unmeasured(), stdout=PIPE, stderr=subprocess.DEVNULL)
    assert server.stdout
    port = server.stdout.readline().split()[5].decode()
    yield f"http://127.0.0.1:{port}"
    server.kill()
    server.communicate()


def test_a_server_of_somebody_else_s_is_read_and_asked_whether_anything_changed(tmp_path: Path, somebody: str) -> None:
    table = tmp_path / "served" / "wells.jsonl"
    table.write_text(rows(1), "utf-8")
    home = tmp_path / "home"
    assert ended(home, "add", f"{somebody}/wells.jsonl")[2] == f"zjreader: {ARTICLES} articles added\n"
    assert ended(home, "update")[2] == "zjreader: 0 articles added, 1 file unchanged\n"
    table.write_text(rows(1) + rows(2), "utf-8")
    os.utime(table, (0, 2_000_000_000))
    assert ended(home, "update")[2] == f"zjreader: {ARTICLES} articles added, {ARTICLES} known\n"
    table.unlink()
    code, _out, err = ended(home, "update")
    assert (code, "is not there (HTTP 404)" in err) == (3, True)
    assert ended(home, "count")[1] == f"{2 * ARTICLES}\n"
