"""What `add` shows on a terminal: what it expects to take, how far it has come, and how to go on when it is stopped."""

from io import BytesIO
from pathlib import Path

import pytest

from tests.cli.conftest import NOON, Run, Tty
from zjreader.adding import Kept
from zjreader.article import Document
from zjreader.cli import taking
from zjreader.cli.amounts import shown_bytes
from zjreader.cli.process import Process
from zjreader.cli.progress import MUCH, Progress
from zjreader.sources.files import Surroundings, documents
from zjreader.text.width import cells

NOTHING = Kept((), (), 0, 0, 0, 0)


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZJREADER_LANG", "en")
    monkeypatch.setenv("COLUMNS", "80")


def process(stream: type[BytesIO]) -> Process:
    return Process(BytesIO(), BytesIO(), stream(), {}, lambda: NOON)


def shown(progress: Progress, where: Process) -> str:
    """The line that stands after nothing more was kept."""
    progress.tell(NOTHING)
    stderr = where.stderr
    assert isinstance(stderr, BytesIO)
    return stderr.getvalue().decode().rpartition("\x1b[K")[2]


@pytest.mark.parametrize(
    ("count", "amount"),
    [
        pytest.param(0, "0 B", id="nothing"),
        pytest.param(999, "999 B", id="bytes"),
        pytest.param(1000, "1.0 kB", id="a thousand"),
        pytest.param(999_949, "999.9 kB", id="just below a million"),
        pytest.param(999_950, "1.0 MB", id="what would round to a thousand"),
        pytest.param(3 * 10**15, "3000.0 TB", id="beyond the units"),
    ],
)
def test_amounts_are_given_in_the_largest_unit(count: int, amount: str) -> None:
    assert shown_bytes(count) == amount


def test_the_bar_tells_the_bytes_read_of_those_to_be_read(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(b"x" * 500)
    where = process(Tty)
    progress = Progress(where, 1000)
    assert shown(progress, where) == "[--------------------] 0% 0 B/1.0 kB 0 articles added"
    given = documents(str(tmp_path), Surroundings(BytesIO(), lambda: NOON))
    for document in progress.over(given):
        assert isinstance(document, Document)
        with document.open() as opened:
            opened.read(250)
            if document.address == "a.txt":
                assert shown(progress, where).startswith("[#####---------------] 25% 250 B/1.0 kB ")
        if document.address == "a.txt":
            assert " 50% 500 B" in shown(progress, where)
    assert "100% 1.0 kB" in shown(progress, where)


def test_what_grew_meanwhile_is_not_more_than_all(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * 500)
    where = process(Tty)
    progress = Progress(where, 100)
    list(progress.over(documents(str(tmp_path), Surroundings(BytesIO(), lambda: NOON))))
    assert "100% 100 B/100 B" in shown(progress, where)


def test_a_line_never_wraps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    where = process(Tty)
    assert cells(shown(Progress(where, 1000), where)) == 39


def test_much_is_announced_with_the_disk_that_it_will_take() -> None:
    where = process(Tty)
    Progress(where, MUCH).announce()
    Progress(where, MUCH - 1).announce()
    assert where.stderr.getvalue().decode() == (  # type: ignore[attr-defined]
        "zjreader: 20.0 MB to read; library and index will take up to 40.0 MB for them\n"
    )


def test_in_a_log_nothing_but_the_end_is_written() -> None:
    where = process(BytesIO)
    assert shown(Progress(where, 1000), where) == ""


def test_on_a_terminal_the_bar_is_followed_by_what_came_of_it(run: Run, page: Path) -> None:
    err = run("add", page, streams=Tty).err
    assert ("[####################] 100% " in err, "the index is brought up" in err) == (True, True)
    assert err.endswith("\x1b[Kzjreader: 2 articles added\n")
    assert run("update", streams=Tty).err.endswith("0 articles added, 1 file unchanged\n")


def test_ctrl_c_says_what_is_kept_and_how_to_go_on(run: Run, page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_given: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(taking, "bring_up", interrupted)
        ran = run("add", page)
    assert (ran.code, ran.out) == (130, "")
    assert ran.err == "zjreader: stopped; 2 articles added, which is kept, and the same command goes on from here\n"
    assert run("add", page).err == "zjreader: 0 articles added, 1 file unchanged\n"
