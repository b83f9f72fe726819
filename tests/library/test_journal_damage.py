"""Torn, damaged and newer journals: told, never silent, good lines kept."""

import os
import random
from pathlib import Path
from zlib import crc32

import pytest

from tests.library.journals import ONE, TWO, numbers, opened, own, read
from zjreader.errors import UnsavedError
from zjreader.library.journal_lines import VERSION, Record, encode, header
from zjreader.library.marks import READ
from zjreader.text.clean import Clean

LONG = os.environ.get("ZJREADER_TEST_LONG") == "1"
TRIALS = 20_000 if LONG else 600


@pytest.mark.parametrize(
    ("tail", "told"),
    [
        pytest.param(b'0123abcd {"at":[1', 1, id="half a line"),
        pytest.param(b"\0" * 300, 1, id="zeros"),
        pytest.param(
            encode(Record(5, 0, Clean("d"), Clean("b"), 1, 1, Clean("s"), READ, True, (TWO,)))[:-1], 0, id="whole"
        ),
    ],
)
def test_a_torn_last_line_is_told_closed_and_passed_over(tmp_path: Path, tail: bytes, told: int) -> None:
    opened(tmp_path).append(read(ONE))
    with own(tmp_path).open("ab") as file:
        file.write(tail)
    journal = opened(tmp_path)
    assert len(journal.problems) == told
    journal.append(read(ONE, value=False))
    again = opened(tmp_path)
    assert again.problems == ()
    assert len(again.records) == 3 - told
    assert not list(tmp_path.rglob("*.bak*"))


def test_a_header_that_a_crash_cut_off_is_written_again(tmp_path: Path) -> None:
    opened(tmp_path).append(read(ONE))
    own(tmp_path).write_bytes(header()[:20])
    journal = opened(tmp_path)
    journal.append(read(TWO))
    assert numbers(tmp_path) == {2}
    assert opened(tmp_path).problems == ()


def test_damaged_lines_are_told_and_the_file_is_kept_before_it_is_repaired(tmp_path: Path) -> None:
    journal = opened(tmp_path)
    for each in (ONE, TWO, ONE):
        journal.append(read(each))
    lines = own(tmp_path).read_bytes().splitlines(keepends=True)
    damaged = b"".join([lines[0], lines[1], lines[2].replace(b"read", b"reed"), lines[3]])
    own(tmp_path).write_bytes(damaged)
    (problem,) = opened(tmp_path).problems
    assert (problem.kept, problem.skipped) == (2, 1)
    journal = opened(tmp_path)
    journal.append(read(ONE, value=False))
    assert journal.problems == ()
    (kept,) = own(tmp_path).parent.glob("*.bak-20260410T120000Z")
    assert kept.read_bytes() == damaged
    assert len(opened(tmp_path).records) == 3


def test_a_journal_without_its_first_line_is_told(tmp_path: Path) -> None:
    opened(tmp_path).append(read(ONE))
    own(tmp_path).write_bytes(own(tmp_path).read_bytes().split(b"\n", 1)[1])
    assert len(opened(tmp_path).problems) == 1
    opened(tmp_path).append(read(TWO))
    assert opened(tmp_path).problems == ()


def spoilt(data: bytes, kind: str, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    if kind == "flipped bit":
        return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]
    if kind == "cut":
        return data[:at]
    block = at // 4096 * 4096
    return data[:block] + bytes(len(data[block : block + 4096])) + data[block + 4096 :]


@pytest.mark.parametrize("kind", ["flipped bit", "cut", "zeroed block"])
def test_damage_is_never_silent(tmp_path: Path, kind: str) -> None:
    journal = opened(tmp_path)
    ids = [Clean(f"a{number:015x}") for number in range(200)]
    for start in range(0, 200, 2):
        journal.append(read(*ids[start : start + 2]))
    data, told = own(tmp_path).read_bytes(), set(journal.records)
    chance, kept = random.Random(7), 0  # noqa: S311 -- the same in every run
    for _trial in range(TRIALS // 3):
        bad = spoilt(data, kind, chance)
        own(tmp_path).write_bytes(bad)
        found = opened(tmp_path)
        kept += len(found.records)
        assert set(found.records) <= told, "what was never written is never read"
        whole = kind == "cut" and (bad.endswith(b"\n") or not bad or data[len(bad) : len(bad) + 1] == b"\n")
        assert found.problems or set(found.records) == told or whole
    assert kind != "flipped bit" or kept >= 0.98 * len(told) * (TRIALS // 3)


def test_a_newer_version_is_read_and_never_written(tmp_path: Path) -> None:
    opened(tmp_path).append(read(ONE))
    newer = encode(Record(1, 0, Clean("d"), Clean("b"), 1, 1, Clean("s"), READ, True, (TWO,)))
    data = own(tmp_path).read_bytes().split(b"\n", 1)[1]
    line = b'{"format":"zjreader-journal","version":%d}' % (VERSION + 1)
    own(tmp_path).write_bytes(b"%08x %s\n" % (crc32(line), line) + data + newer + b"another form of line\n")
    before = own(tmp_path).read_bytes()
    journal = opened(tmp_path)
    assert len(journal.problems) == 1
    assert numbers(tmp_path) == {1, 2}
    with pytest.raises(UnsavedError, match=r"版本|newer"):
        journal.append(read(ONE, value=False))
    assert own(tmp_path).read_bytes() == before
    assert len(journal.unsaved) == 1
