"""What taking articles into the library costs, as ratios to a bare `json.loads` loop over the same file in one run.

usage: library.py FILE.jsonl        one JSON object a line with title, body and so on
"""

import json
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from zjreader.adding import add
from zjreader.article import Document
from zjreader.intake import gather
from zjreader.library.library import Library
from zjreader.library.marks import Marks
from zjreader.library.paths import Paths, under
from zjreader.library.source_rows import KeptSource
from zjreader.parse import worker
from zjreader.sources.files import Surroundings, documents
from zjreader.text.clean import Clean

NOW = datetime(2026, 4, 12, 8, tzinfo=UTC)
LOOKED_UP = 2_000


class Run:
    """One file, and how long a bare loop takes over it."""

    def __init__(self, file: str) -> None:
        self.file = file
        came = documents(file, Surroundings(BytesIO(), lambda: NOW))
        (self.document,) = (each._replace(stamp=None) for each in came if isinstance(each, Document))
        began = time.process_time()
        with Path(file).open(encoding="utf-8") as lines:
            self.articles = sum(1 for line in lines if json.loads(line))
        self.bare = time.process_time() - began
        print(f"{self.articles} articles; a bare loop: {self.bare / self.articles * 1e6:.1f} µs an article")

    @contextmanager
    def timed(self, what: str, articles: int | None = None) -> Iterator[None]:
        began = time.process_time()
        yield
        took = (time.process_time() - began) / (articles or self.articles)
        print(f"{what}\t{took * 1e6:.1f} µs an article\t{took / self.bare * self.articles:.2f} × the bare loop")


def take(paths: Paths, document: Document) -> int:
    with Library.writing(paths) as library:
        library.put_sources([KeptSource(document.source, Clean("{}"), Clean("a1"), Clean(NOW.isoformat()))])
        return sum(len(kept.records) for kept in add([document], library.shelf(NOW), NOW, Marks()))


def main(file: str, paths: Paths) -> None:
    run = Run(file)
    with run.timed("parse, nothing kept"):
        sum(1 for _ in worker.read(run.document))
    with run.timed("the same with identity and merging, in memory"):
        records = gather([run.document], NOW, Marks()).records
    ids = [record.ids[0] for record in records[:: max(1, len(records) // LOOKED_UP)]]
    del records
    with run.timed("add, new"):
        take(paths, run.document)
    with run.timed("add, all known"):
        take(paths, run.document)
    unchanged = run.document._replace(stamp="1")
    take(paths, unchanged)
    with run.timed("add, unchanged"):
        take(paths, unchanged)
    with Library.reading(paths) as library:
        with run.timed("hand all to the image"):
            sum(1 for _ in library.since(0))
        with run.timed("find one by id, with its versions", len(ids)):
            for each in ids:
                library.versions_of(each)
    print(f"disk\t{paths.library.stat().st_size / Path(file).stat().st_size:.3f} × the file")


if __name__ == "__main__":
    folder = Path(tempfile.mkdtemp())
    try:
        main(sys.argv[1], under(folder))
    finally:
        shutil.rmtree(folder)
