"""Pages are read behind a wall: whatever they do to their reader, ours goes on, and says what happened."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from select import select

import pytest

from tests.processes import unmeasured
from zjreader.errors import UnreadableError
from zjreader.parse.answer import Answer
from zjreader.parse.asked import UNTOLD
from zjreader.parse.child import Child, Limits, child

LIST = "<ul>" + "".join(
    f'<li><a href="https://news.example.com/2026/0305/{n}.html">城南老桥加固第{n}阶段完工恢复通行</a></li>'
    for n in range(9)
)
PAGE = f"<html><body>{LIST}</ul>".encode()
BEHIND = """
import os, signal, sys, time
sys.path[:] = sys.argv[3:]
from zjreader.parse import confined, frames, walled
def answer(kind, data, asked):
    exec(data)
    return walled.Answer(problems=(str(os.getpid()),))
walled.answer = answer
walled.main()
"""
"""A wall behind which documents are programs."""


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZJREADER_LANG", "en")


@pytest.fixture
def behind() -> Iterator[Callable[..., Child]]:
    """Children that run what they are asked to read."""
    made: list[Child] = []

    def make(program: str = BEHIND, **limits: float) -> Child:
        made.append(Child(Limits(**limits), program))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for each in made:
        each.end()


def run(one: Child, program: str = "") -> str:
    return one.ask("html", program.encode(), UNTOLD).problems[0]


def test_a_page_is_read_in_another_process() -> None:
    given = child().ask("html", PAGE, UNTOLD)
    assert len(given.readings) == 9
    assert child() is child()


def test_one_process_reads_document_after_document(behind: Callable[..., Child]) -> None:
    one = behind()
    process = run(one)
    assert process != str(os.getpid())
    assert {run(one) for _ in range(5)} == {process}


@pytest.mark.parametrize(
    ("program", "limits", "what"),
    [
        pytest.param("while True: pass", {"seconds": 0.6}, "not read within 1 second, given up", id="never ends"),
        pytest.param("'a'.__class__('a') * 10**9", {"memory": 1 << 26}, "needs too much memory, given up", id="swells"),
        pytest.param("os.abort()", {}, "breaks its reader, given up", id="crashes it"),
        pytest.param("1 / 0", {}, "breaks its reader, given up", id="raises"),
    ],
)
def test_a_document_that_is_too_much_is_given_up_and_the_next_is_read(
    behind: Callable[..., Child], program: str, limits: dict[str, float], what: str
) -> None:
    one = behind(**limits)
    before = run(one)
    with pytest.raises(UnreadableError) as told:
        run(one, program)
    assert told.value.what == what
    assert run(one) != before


def test_what_is_printed_behind_the_wall_is_no_answer(behind: Callable[..., Child]) -> None:
    assert int(run(behind(), "print('no answer', flush=True); os.write(1, b'nor this')"))


def test_what_is_no_answer_is_none(behind: Callable[..., Child]) -> None:
    one = behind(BEHIND.replace("walled.Answer(problems=(str(os.getpid()),))", "5"))
    with pytest.raises(UnreadableError):
        one.ask("html", b"", UNTOLD)


def test_what_was_never_started_ends_at_once() -> None:
    Child(program="").end()


def test_a_process_that_went_away_is_told_and_replaced(behind: Callable[..., Child]) -> None:
    one = behind()
    os.kill(int(run(one)), signal.SIGKILL)
    with pytest.raises(UnreadableError):
        one.ask("html", bytes(1 << 20), UNTOLD)
    assert run(one)


def test_an_interrupted_question_leaves_no_half_answer_to_the_next(behind: Callable[..., Child]) -> None:
    one = behind()
    run(one)
    with pytest.raises(KeyboardInterrupt):
        run(one, f"os.kill({os.getpid()}, signal.SIGINT); time.sleep(60)")
    assert run(one)


def test_many_threads_each_get_their_own_answer(behind: Callable[..., Child]) -> None:
    one = behind(BEHIND.replace("str(os.getpid())", "data.decode()"))
    asked = [f"'{n}'" for n in range(100)]
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(lambda program: run(one, program), asked)) == asked


def test_the_end_waits_for_no_answer(behind: Callable[..., Child], tmp_path: Path) -> None:
    one, begun = behind(seconds=60.0), tmp_path / "begun"
    os.mkfifo(begun)
    with ThreadPoolExecutor(1) as thread:
        asked = thread.submit(run, one, f"open({str(begun)!r}, 'w').write('x')\nwhile True: pass")
        assert begun.read_text() == "x"
        one.end()
        with pytest.raises(UnreadableError):
            asked.result()


def test_an_interrupt_from_the_terminal_is_not_its(behind: Callable[..., Child]) -> None:
    process = int(run(behind()))
    assert os.getsid(process) == process
    assert os.getpgid(process) != os.getpgid(0)


def test_it_answers_in_the_language_of_the_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    assert child().ask("html", b"<!-- -->", UNTOLD).problems == ("nothing to read in it",)
    monkeypatch.setenv("ZJREADER_LANG", "zh_CN")
    assert child().ask("html", b"<!-- -->", UNTOLD) == Answer(problems=child().ask("mhtml", b"", UNTOLD).problems)


OWNER = """
import os, signal, sys
from zjreader.parse.asked import UNTOLD
from zjreader.parse.child import Child
one = Child(program=sys.argv[1])
print(one.ask("html", b"", UNTOLD).problems[0], flush=True)
sys.stdin.read()
if sys.argv[2] == "killed":
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="a process that is not ours can only be waited for on Linux")
@pytest.mark.parametrize("end", ["ended", "killed"])
def test_it_ends_with_its_owner(end: str) -> None:
    words = [sys.executable, "-c", OWNER, BEHIND, end]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=unmeasured()) as owner:
        assert owner.stdout is not None
        read = os.pidfd_open(int(owner.stdout.readline()))
        owner.communicate()
        assert select([read], [], [], 30)[0] == [read]
        os.close(read)
