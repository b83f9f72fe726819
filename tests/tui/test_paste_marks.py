"""Terminals that do not mark what is pasted: their pastes are marked, their keys stay keys."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import ROOT
from tests.terminals import Terminal
from zjreader.tui.paste_marks import BEGIN, END, Marking, relay

NEWS = "城南老桥加固完工，今起恢复通行。\r记者从市交通局获悉，绕行线路改回原线。".encode()
MORE = "施工".encode()
QUIET = None


def passed_on(*reads: bytes | None) -> bytes:
    marking = Marking()
    return b"".join(marking.quiet() if read is QUIET else marking.take(read) for read in reads)


@pytest.mark.parametrize(
    ("reads", "sent"),
    [
        pytest.param([NEWS, QUIET], BEGIN + NEWS + END, id="a paste"),
        pytest.param([NEWS, MORE, b"j", QUIET], BEGIN + NEWS + MORE + b"j" + END, id="a paste in several reads"),
        pytest.param([NEWS, QUIET, b"j"], BEGIN + NEWS + END + b"j", id="a key after it"),
        pytest.param([NEWS, b"\x1b[A"], BEGIN + NEWS + END + b"\x1b[A", id="an arrow ends it"),
        pytest.param([b"j" * 400, b"j" * 30], b"j" * 430, id="a key that repeats over a slow line"),
        pytest.param([MORE, QUIET], MORE, id="a word that was committed"),
        pytest.param([BEGIN + NEWS + END], BEGIN + NEWS + END, id="a paste that is marked"),
        pytest.param([BEGIN + NEWS, NEWS, END, MORE], BEGIN + NEWS + NEWS + END + MORE, id="a long one that is marked"),
        pytest.param([BEGIN[:3], BEGIN[3:], NEWS, END], BEGIN + NEWS + END, id="a mark in two reads"),
        pytest.param(
            [BEGIN + END, NEWS, QUIET], BEGIN + END + BEGIN + NEWS + END, id="after a marked one, one that is not"
        ),
        pytest.param([NEWS[:-1], NEWS[-1:], QUIET], BEGIN + NEWS + END, id="half a character"),
    ],
)
def test_what_is_passed_on(reads: list[bytes | None], sent: bytes) -> None:
    assert passed_on(*reads) == sent


@given(st.lists(st.one_of(st.binary(max_size=60), st.none(), st.sampled_from([NEWS, BEGIN, END, b"j"])), max_size=8))
def test_nothing_is_lost_and_nothing_added_but_marks(reads: list[bytes | None]) -> None:
    wanted = b"".join(read or b"" for read in reads)
    for mark in (BEGIN, END):
        wanted = wanted.replace(mark, b"")
    sent = passed_on(*reads, QUIET).replace(BEGIN, b"").replace(END, b"")
    assert sent == wanted or any(mark in wanted for mark in (BEGIN, END))


def test_the_relay_passes_on_more_than_a_pipe_holds_and_ends_with_the_program() -> None:
    terminal, typing = os.pipe()
    receiving, sending = os.pipe()
    ended = Event()
    relaying = Thread(target=relay, args=(terminal, sending, ended))
    relaying.start()
    writing = Thread(target=lambda: os.write(typing, b"j" * 100_000))
    writing.start()
    got = b""
    while len(got) < 100_000:
        got += os.read(receiving, 1 << 16)
    ended.set()
    relaying.join()
    writing.join()
    for number in (terminal, typing, receiving, sending):
        os.close(number)
    assert got == b"j" * 100_000


def test_a_terminal_that_is_gone_ends_the_relay() -> None:
    terminal, typing = os.pipe()
    os.close(typing)
    relay(terminal, terminal, Event())
    os.close(terminal)


SCRIPT = """
import sys
from pathlib import Path
sys.path[:0] = [{root!r}, {src!r}]
from tests.tui.newsroom import at_once, reader_on
from zjreader.tui.start import run_screen
sys.exit(run_screen(at_once(reader_on(Path({home!r})))))
"""


def test_on_a_terminal_that_marks_nothing_a_paste_is_offered_to_be_read(
    terminal: Callable[..., Terminal], tmp_path: Path
) -> None:
    script = SCRIPT.format(root=str(ROOT), src=str(ROOT / "src"), home=str(tmp_path))
    shown = terminal([sys.executable, "-c", script], {})
    shown.until("寒潮")
    shown.type(NEWS.decode())
    shown.until("read it?")
    shown.type("nq")
    assert (shown.end(), shown.is_restored) == (0, True)
