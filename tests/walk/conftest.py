"""Programs in a terminal that shows what a person would see."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.tmux import Tmux, needed
from zjreader.library.paths import under

Walker = Callable[..., Tmux]


@pytest.fixture
def walker(tmp_path: Path) -> Iterator[Walker]:
    """Starts the program on sources, in a terminal of a size, always in the same home; it ends with the test."""
    needed()
    home = under(tmp_path / "home")
    home.config.mkdir(parents=True)
    (home.config / "config.toml").write_text("[reading]\ndwell = 3600\n", "utf-8")  # no machine is so slow
    started: list[Tmux] = []

    def start(*sources: str, size: tuple[int, int]) -> Tmux:
        command = [sys.executable, "-m", "zjreader", *sources]
        environ = {"ZJREADER_HOME": str(tmp_path / "home"), "PYTHONPATH": str(ROOT / "src"), "BROWSER": "true"}
        started.append(Tmux(tmp_path / f"tmux{len(started)}", command, environ, size))
        return started[-1]

    yield start
    for each in started:
        each.close()
