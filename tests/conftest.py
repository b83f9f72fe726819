"""What many tests share: where the real news material lies, terminals, and how long properties may take.

Machines are noisy, so no property fails for being slow; on CI the same examples are tried each time, at home new ones.
"""

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from coverage import Coverage
from hypothesis import HealthCheck, settings

from tests.terminals import Terminal

settings.register_profile(
    "house", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize="CI" in os.environ
)
settings.load_profile("house")

ROOT = Path(__file__).resolve().parent.parent


def pytest_configure() -> None:
    """Lets what the tests start be stopped by ctrl-c, though a shell that runs them behind itself ignores it."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_sessionfinish() -> None:
    """Writes what was measured before the process says it is done: xdist kills a worker that takes 10 s to end."""
    if measured := Coverage.current():
        measured.save()


@pytest.fixture(scope="session")
def news_data() -> Path:
    """The folder of real news material; the tests that need it are skipped, and say so, where it is absent."""
    folder = Path(os.environ.get("ZJREADER_TEST_DATA") or ROOT.parent / "shared" / "data")
    if not folder.is_dir():
        pytest.skip(f"no news material at {folder} (ZJREADER_TEST_DATA)")
    return folder


@pytest.fixture
def terminal() -> Iterator[Callable[..., Terminal]]:
    """Starts programs on terminals (`Terminal`), which are hung up when the test is over."""
    started: list[Terminal] = []

    def start(*words: object, **more: object) -> Terminal:
        started.append(Terminal(*words, **more))  # type: ignore[arg-type]  # passed on as they are
        return started[-1]

    yield start
    for each in started:
        each.close()
