"""Several processes at one journal, some of them killed."""

import os
import random
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from tests.processes import unmeasured
from zjreader.library.journal import Journal
from zjreader.library.paths import find

LONG = os.environ.get("ZJREADER_TEST_LONG") == "1"
KILLS = 1_000 if LONG else 300
LEAST_ACKNOWLEDGED = 15_000 if LONG else 5_000
ROUNDS = 60 if LONG else 6
NOON = datetime(2026, 4, 10, 12, tzinfo=UTC)

WRITER = """
import sys, datetime, pathlib
from zjreader.library.journal import Journal
from zjreader.library.journal_lines import Entry
from zjreader.library.paths import find
from zjreader.text.clean import Clean
home, start, count, size, compact_over = sys.argv[1], *map(int, sys.argv[2:])
now = lambda: datetime.datetime.now(datetime.UTC)
journal = Journal(find({"ZJREADER_HOME": home}), now, compact_over=compact_over)
for first in range(start, start + count, size):
    ids = tuple(Clean(f"a{number:015x}") for number in range(first, first + size))
    journal.append([Entry(Clean("read"), True, ids)])
    print(first + size, flush=True)
"""


def writer(folder: Path, start: int, count: int, size: int = 1, compact_over: int = 4_000_000) -> subprocess.Popen[str]:
    words = [sys.executable, "-c", WRITER, str(folder), *map(str, (start, count, size, compact_over))]
    return subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env=unmeasured())


def opened(folder: Path) -> Journal:
    return Journal.open(find({"ZJREADER_HOME": str(folder)}), lambda: NOON)


def numbers(folder: Path) -> set[int]:
    return {int(each[1:], 16) for record in opened(folder).records for each in record.ids}


def test_two_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    writers = [writer(tmp_path, start, 10_000, 20, 100_000) for start in (0, 10_000)]
    for each in writers:
        each.communicate(timeout=120)
    assert numbers(tmp_path) == set(range(20_000))


def test_when_one_of_two_writers_is_killed_the_other_goes_on_and_nothing_is_lost(tmp_path: Path) -> None:
    for each in range(ROUNDS):
        folder = tmp_path / str(each)
        killed, survivor = writer(folder, 0, 10_000), writer(folder, 10_000, 200, 5)
        assert killed.stdout
        last = [killed.stdout.readline() for _time in range(5)][-1]
        killed.send_signal(signal.SIGKILL)
        rest = killed.communicate()[0].split()
        survivor.communicate(timeout=60)
        promised = range(int(rest[-1] if rest else last))
        assert numbers(folder) >= {*promised, *range(10_000, 10_200)}


def test_kill_9_at_any_time_loses_nothing_acknowledged(tmp_path: Path) -> None:
    acknowledged, chance = 0, random.Random(9)  # noqa: S311 -- the same in every run
    for _cycle in range(KILLS):
        process = writer(tmp_path, acknowledged, 100_000, 5, 20_000)
        assert process.stdout
        lines = [process.stdout.readline() for _line in range(chance.randrange(1, 8))]
        process.send_signal(signal.SIGKILL)
        acknowledged = int([*lines, *process.communicate()[0].split()][-1])
        assert numbers(tmp_path) >= set(range(acknowledged))
    assert acknowledged >= LEAST_ACKNOWLEDGED
    assert all(problem.skipped <= 1 for problem in opened(tmp_path).problems)
    assert len(list(tmp_path.rglob("*.new"))) <= 1
