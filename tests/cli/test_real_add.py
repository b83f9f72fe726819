"""`add` as a process of its own: read beside it, stopped, killed at any moment, and given the ugliest that there is."""

import json
import os
import random
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from subprocess import PIPE, Popen, TimeoutExpired

import pytest

from tests.processes import unmeasured

PATIENCE = 60.0
LONG = os.environ.get("ZJREADER_TEST_LONG") == "1"
KILLS = 200 if LONG else 8
ARTICLES = 100_000 if LONG else 12_000
"""Enough for several commits."""

Zjreader = Callable[..., Popen[bytes]]


def rows(numbers: Sequence[int]) -> Iterator[str]:
    for number in numbers:
        body = f"{number}：水从井里打上来，清得照见人影，街坊都来看。"
        yield json.dumps({"title": f"第{number}号井今日出水", "content": body}, ensure_ascii=False) + "\n"


@pytest.fixture
def zjreader(tmp_path: Path) -> Iterator[Zjreader]:
    """Starts zjreader on a home, the test's own unless another is named; whatever still runs at the end is killed."""
    started: list[Popen[bytes]] = []

    def start(*words: object, home: str = "home", **environ: str) -> Popen[bytes]:
        given = {**unmeasured(), "ZJREADER_HOME": str(tmp_path / home), "ZJREADER_LANG": "en", **environ}
        command = [sys.executable, "-m", "zjreader", *map(str, words)]
        started.append(Popen(command, env=given, stdin=subprocess.DEVNULL, stdout=PIPE, stderr=PIPE))
        return started[-1]

    yield start
    for each in started:
        each.kill()
        each.communicate()


def ended(process: Popen[bytes]) -> tuple[int, str, str]:
    """Code, output and narration of a process that ends by itself."""
    out, err = process.communicate(timeout=PATIENCE)
    return process.returncode, out.decode(), err.decode()


@pytest.fixture
def waiting(zjreader: Zjreader, tmp_path: Path) -> Popen[bytes]:
    """An `add` in the middle of its work: it waits for a pipe that nobody has written to, and holds the lock."""
    (tmp_path / "first.jsonl").write_text("".join(rows(range(5))), "utf-8")
    assert ended(zjreader("add", tmp_path / "first.jsonl"))[0] == 0
    os.mkfifo(tmp_path / "pipe")
    return zjreader("add", tmp_path / "pipe")


def test_who_reads_beside_a_long_add_sees_what_was_there_and_waits_for_nobody(
    zjreader: Zjreader, waiting: Popen[bytes], tmp_path: Path
) -> None:
    with (tmp_path / "pipe").open("w", encoding="utf-8") as pipe:  # opens once it is being read
        code, out, err = ended(zjreader("list", "-f", "ids"))
        assert (code, out.count("\n"), err) == (0, 5, "")
        assert ended(zjreader("count", "照见"))[1] == "5\n"
        assert waiting.poll() is None
        pipe.writelines(rows(range(5, 12)))
    assert ended(waiting) == (0, "", "zjreader: 7 articles added\n")
    assert ended(zjreader("count"))[1] == "12\n"


def test_ctrl_c_stops_it_with_one_sentence(zjreader: Zjreader, waiting: Popen[bytes], tmp_path: Path) -> None:
    with (tmp_path / "pipe").open("w", encoding="utf-8"):
        waiting.send_signal(signal.SIGINT)
        code, _out, err = ended(waiting)
    assert (code, err.count("\n"), "the same command goes on" in err) == (130, 1, True)
    assert ended(zjreader("count"))[1] == "5\n"


def test_killed_at_any_moment_it_ends_with_the_same_articles(zjreader: Zjreader, tmp_path: Path) -> None:
    table = tmp_path / "wells.jsonl"
    table.write_text("".join(rows(range(ARTICLES))), "utf-8")
    began = time.monotonic()
    assert ended(zjreader("add", table, home="whole"))[0] == 0
    whole = time.monotonic() - began
    moments = random.Random(5)  # noqa: S311 -- the same moments each time
    for _kill in range(KILLS):
        adding = zjreader("add", table)
        try:
            adding.communicate(timeout=moments.uniform(0, 1.2 * whole))
        except TimeoutExpired:
            adding.kill()
            adding.communicate()
        assert ended(zjreader("list", "-Q"))[0] in {0, 1}
    assert ended(zjreader("add", table))[0] == 0
    listed = [ended(zjreader("list", "-f", "ids", "--sort", "title", home=home)) for home in ("home", "whole")]
    assert listed[0] == listed[1]
    assert listed[0][1].count("\n") == ARTICLES
    assert ended(zjreader("doctor", "--verify"))[0] == 0


def ugly(folder: Path) -> None:
    """A folder of what a reader of news should never be given, and one good article."""
    folder.mkdir()
    (folder / "good.jsonl").write_text("".join(rows([1])), "utf-8")
    (folder / "one_line.txt").write_bytes("长".encode() * (33_000_000 if LONG else 1_000_000))
    (folder / "open_quote.csv").write_text('title,content\n甲,乙乙乙\n丙,"丁丁丁\n戊,己己己\n', "utf-8")
    (folder / "bad_lines.jsonl").write_text("".join(rows([2])) + '{"title": \n' * 1000, "utf-8")
    (folder / "nan.jsonl").write_text('{"title": "气温没有读数", "content": "仪器坏了。", "度": NaN}\n', "utf-8")
    (folder / "surrogate.jsonl").write_text('{"title": "半个字\\ud83d", "content": "后半个丢了。"}\n', "utf-8")
    with zipfile.ZipFile(folder / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("zeros.txt", bytes(50_000_000))
    (folder / "loop").symlink_to(folder)
    os.mkfifo(folder / "pipe")
    (folder / os.fsdecode(b"\xb2\xc6\xbe\xad.jsonl")).write_text("".join(rows([3])), "utf-8")
    (folder / "empty.txt").touch()


@pytest.mark.parametrize("locale", ["C", "POSIX", "zh_CN.GB18030", "C.UTF-8"])
def test_what_is_ugly_is_told_and_the_rest_is_kept(zjreader: Zjreader, tmp_path: Path, locale: str) -> None:
    ugly(tmp_path / "ugly")
    report = tmp_path / "report.jsonl"
    code, out, err = ended(zjreader("add", tmp_path / "ugly", "--report", report, LC_ALL=locale))
    assert (code, out, "Traceback" in err) == (0, "", False)
    told = {Path(json.loads(line)["path"]).name for line in report.read_text("utf-8").splitlines()}
    assert {"bad_lines.jsonl", "nan.jsonl", "loop", "pipe", "open_quote.csv", "empty.txt", "zeros.txt"} <= told
    titles = ended(zjreader("list", "--template", "{title}", LC_ALL=locale))[1].splitlines()
    assert {*titles} >= {"第1号井今日出水", "第2号井今日出水", "第3号井今日出水", "甲", "戊", "半个字\ufffd"}
    assert ended(zjreader("update", LC_ALL=locale))[0] == 0
