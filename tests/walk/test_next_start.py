"""The next start goes on where the last one ended, however it ended; what was marked is marked."""

import signal

import pytest

from tests.tmux import Sight
from tests.walk.conftest import Walker
from tests.walk.test_every_key import titles

SIZE, PAGE = (120, 16), 64


def page(sight: Sight) -> str:
    return "".join("".join(sight.between(PAGE)[1:]).split())


@pytest.mark.parametrize(
    ("ending", "goes_on"),
    [
        pytest.param(None, True, id="q"),
        pytest.param(signal.SIGTERM, True, id="TERM"),
        pytest.param(signal.SIGHUP, True, id="HUP, as when the terminal is closed"),
        pytest.param(signal.SIGKILL, False, id="KILL: the marks at least"),
    ],
)
def test_place_and_marks_return(walker: Walker, ending: signal.Signals | None, goes_on: bool) -> None:
    begun = tuple("".join(title.split())[:8] for title in titles("guide")[:4])
    shown = walker(size=SIZE)
    shown.until(lambda sight: page(sight).startswith(begun[0]))
    shown.press("s", "m", "j", "t")
    shown.until(lambda sight: "label:" in sight)
    shown.type("稍后")
    shown.press("enter", "A", "y", "u", "m", "2", "j", "enter", "ctrl+d")
    left = shown.until(lambda sight: page(sight) and not page(sight).startswith(begun))
    shown.until(lambda sight: "· unread ·" in sight and "space page" in sight)
    if ending:
        shown.kill(ending)
    else:
        shown.press("h", "q")
        assert shown.end() == 0
    again = walker(size=SIZE)
    begins = page(left)[:20] if goes_on else begun[0]
    seen = again.until(lambda sight: page(sight).startswith(begins))
    assert ("· unread ·" in seen) is goes_on
    again.press("3")
    again.until(lambda sight: "1/" in sight[0] and "· starred ·" in sight)
    again.press("1", "u")
    again.until(lambda sight: "undone: marked read: 1 article" in sight)
    again.press("u", "u")
    again.until(lambda sight: "undone: label 稍后 given: 1 article" in sight)
