"""The guide's column pages, as package data: which there are, of what day, and their bytes.

They are read like any page that was copied from a site, so the guide shows what the parser really does. A page says
its month and day as real ones do; its year is nowhere in the text, hence the dates here. Refuses nothing: the pages are
ours, and a missing one is a broken installation.
"""

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from io import BytesIO
from typing import BinaryIO

from zjreader.article import Document
from zjreader.text.clean import Clean

PAGES: tuple[tuple[str, str], ...] = (
    ("reading.txt", "2026-11-20"),
    ("searching.txt", "2026-11-19"),
    ("marking.txt", "2026-11-18"),
    ("piping.txt", "2026-11-17"),
    ("habits.txt", "2026-11-16"),
)
"""File and day (ISO 8601) of each page in reading order, which is newest first as a list by date is."""


SOURCE = Clean("guide")


def documents() -> Iterator[Document]:
    """The pages as documents, each of its day at noon in China, so that it is the same day wherever it is read."""
    for name, day in PAGES:
        noon = datetime.fromisoformat(f"{day}T12:00:00+08:00")
        yield Document(Clean(name), SOURCE, partial(_open, name), noon)


def _open(name: str) -> BinaryIO:
    from importlib.resources import files

    return BytesIO(files("zjreader.guide").joinpath(name).read_bytes())
