"""A reader on a small newsroom; messages are English, so that tests read as the code does."""

from pathlib import Path

import pytest

from tests.tui.newsroom import reader_on
from zjreader.reader import Reader


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZJREADER_LANG", "en")


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    """A reader on the newsroom's articles, nothing marked."""
    return reader_on(tmp_path)
