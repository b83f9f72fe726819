"""`doctor`: tells how it stands, what is damaged and what helps, and touches nothing that cannot be made again."""

import re
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from tests.cli.conftest import Run, Tty
from zjreader.cli import doctoring
from zjreader.library.paths import Paths, under


@pytest.fixture
def home(tmp_path: Path) -> Paths:
    return under(tmp_path / "home")


def told(run: Run) -> dict[str, str]:
    return dict(line.split("\t") for line in run("doctor").out.splitlines())


def overwritten(path: Path, at: int, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(data)


def test_before_there_is_anything_all_is_well(run: Run, home: Paths) -> None:
    ran = run("doctor", "--verify")
    assert (ran.code, ran.err) == (0, "zjreader: everything is as it was written\n")
    assert told(run)["library"] == f"{home.library} · not there yet"
    assert not home.library.exists()


def test_versions_places_and_numbers_are_told(run: Run, page: Path, home: Paths) -> None:
    run("add", page)
    facts = told(run)
    assert re.fullmatch(r"\d+\.\d+\.\d+", facts["SQLite"])
    assert re.fullmatch(re.escape(f"{home.library} · ") + r"\d+\.\d kB", facts["library"])
    assert (facts["sources"], facts["articles"], facts["the index is"]) == ("1", "2 articles", "up to date")


def test_the_own_lists_of_words_are_told_with_what_they_hold(run: Run, home: Paths) -> None:
    home.state.mkdir(parents=True)
    (home.state / "words.txt").write_text("慢火车驿站\n村跑团\n", "utf-8")
    (home.state / "words-2.txt").mkdir()
    out = run("doctor").out
    assert "words.txt · 2 words" in out
    assert "words-2.txt · cannot be read" in out


def test_a_terminal_gets_columns(run: Run) -> None:
    first, second, *_others = run("doctor", streams=Tty).out.splitlines()
    assert first.index("0.1") == second.index("3.")


def test_a_package_that_is_missing_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(doctoring, "version", missing)
    assert told(run)["textual"] == "missing"


def test_an_index_that_is_behind_is_told(run: Run, page: Path, tmp_path: Path, home: Paths) -> None:
    run("add", page)
    behind = {path.name: path.read_bytes() for path in home.image.iterdir()}
    (tmp_path / "more.jsonl").write_text('{"title": "a", "content": "b"}')
    run("add", tmp_path / "more.jsonl")
    for name, data in behind.items():
        (home.image / name).write_bytes(data)
    assert told(run)["the index is"].startswith("behind")


def test_what_is_whole_is_found_whole(run: Run, page: Path) -> None:
    run("add", page)
    ran = run("doctor", "--verify")
    assert (ran.code, ran.err) == (0, "zjreader: everything is as it was written\n")


def _shard(home: Paths) -> None:
    overwritten(next(home.image.glob("shard-*")), 400, b"\xff\xfe")


def _manifest(home: Paths) -> None:
    (home.image / "manifest").write_bytes(b"0")


@pytest.mark.parametrize("damage", [_shard, _manifest])
def test_a_damaged_index_is_built_anew(run: Run, page: Path, home: Paths, damage: Callable[[Paths], None]) -> None:
    run("add", page)
    damage(home)
    ran = run("doctor", "--verify")
    assert (ran.code, "was damaged; the index was built anew" in ran.err) == (0, True)
    assert run("doctor", "--verify").err == "zjreader: everything is as it was written\n"
    assert run("count", "缓缴").out == "1\n"


def test_a_missing_index_is_no_damage(run: Run, page: Path, home: Paths) -> None:
    run("add", page)
    (home.image / "manifest").unlink()
    assert run("doctor", "--verify").err == "zjreader: everything is as it was written\n"


def test_a_damaged_line_of_a_journal_is_told(run: Run, page: Path, home: Paths) -> None:
    run("add", page)
    run("mark", "star", "--all")
    [journal] = home.state.glob("*.jsonl")
    overwritten(journal, journal.stat().st_size - 20, b"?")
    ran = run("doctor", "--verify")
    assert (ran.code, f"{journal.name}: damaged lines were passed over" in ran.err) == (2, True)


def test_a_library_that_is_none_is_told_with_what_helps(run: Run, page: Path, home: Paths) -> None:
    run("add", page)
    overwritten(home.library, 0, b"no library")
    ran = run("doctor", "--verify")
    assert (ran.code, "library.db: is damaged" in ran.err, "move the file away" in ran.err) == (3, True, True)
    assert "textual" in ran.out


def test_a_library_with_a_damaged_page_is_told(run: Run, page: Path, home: Paths) -> None:
    run("add", page)
    data = home.library.read_bytes()
    size = 8192
    kept = {number: data[number * size : (number + 1) * size] for number in range(1, len(data) // size)}
    leaf = next(number for number, bytes_ in kept.items() if bytes_[0] == 0x0D and b"CREATE" not in bytes_)
    overwritten(home.library, leaf * size + 3, b"\xff\xff")
    ran = run("doctor", "--verify")
    assert (ran.code, "move the file away" in ran.err) == (3, True)
    assert home.library.stat().st_size == len(data)


def test_an_article_that_cannot_be_unpacked_is_told(run: Run, page: Path, home: Paths) -> None:
    run("add", page)
    at = home.library.read_bytes().rindex(b"\x28\xb5\x2f\xfd")  # a frame of zstd (RFC 8878, 3.1.1)
    overwritten(home.library, at, b"????")
    ran = run("doctor", "--verify")
    assert (ran.code, re.search(r"article \d cannot be read", ran.err) is not None) == (3, True)
