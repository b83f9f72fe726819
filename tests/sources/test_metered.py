"""How far documents were read, told in bytes of the files that they lie in."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import pytest

from zjreader.article import Document, Problem
from zjreader.sources.metered import Meter
from zjreader.text.clean import Clean

NAME = Clean("news.jsonl")


@pytest.fixture
def path(tmp_path: Path) -> str:
    """A file of 500 bytes."""
    path = tmp_path / NAME
    path.write_bytes(b"x" * 500)
    return str(path)


def document(path: str | None, opening: Callable[[], BinaryIO], member: Clean | None = None) -> Document:
    return Document(NAME, NAME, opening, path=path, member=member)


def test_what_is_being_read_counts_as_far_as_it_was_read(path: str) -> None:
    meter = Meter()
    for came in meter.over([document(path, lambda: BytesIO(b"x" * 500))] * 2):
        assert isinstance(came, Document)
        assert meter.read == 0
        for _passage in range(2):
            with came.open() as opened:
                opened.readline(200)
                assert meter.read == 200
            assert meter.read == 500
        break


def test_a_file_passed_over_counts_once_the_next_one_comes(path: str) -> None:
    meter = Meter()
    given = meter.over([document(path, BytesIO), document(None, BytesIO)])
    next(iter(given))
    assert meter.read == 0
    next(iter(given))
    assert meter.read == 500


def test_what_swells_when_it_is_opened_is_no_more_than_its_file(path: str) -> None:
    meter = Meter()
    for came in meter.over([document(path, lambda: BytesIO(b"y" * 900))]):
        assert isinstance(came, Document)
        came.open().read()
    assert meter.read == 500


def test_the_members_of_an_archive_count_together_at_its_end(path: str) -> None:
    meter = Meter()
    member = document(path, lambda: BytesIO(b"y" * 900), NAME)
    read = []
    for came in meter.over([member, Problem(NAME, Clean("damaged")), member]):
        if isinstance(came, Document):
            came.open().read()
        read.append(meter.read)
    assert (read, meter.read) == ([0, 0, 0], 500)


def test_what_has_no_path_has_no_size() -> None:
    meter = Meter()
    for came in meter.over([document(None, lambda: BytesIO(b"y"))]):
        assert isinstance(came, Document)
        came.open().read()
    assert meter.read == 0
