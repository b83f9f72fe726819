"""How far the reading of documents has come, in bytes of the files that they lie in."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import BinaryIO

from zjreader.article import Document, Problem
from zjreader.sources.sizes import size_of


class Meter:
    """Counts what passes. Of an archive nothing is told before its end: its members say nothing of where they lie."""

    def __init__(self) -> None:
        self._before = self._size = 0
        self._path: str | None = None
        self._stream: BinaryIO | None = None

    def over(self, documents: Iterable[Document | Problem]) -> Iterator[Document | Problem]:
        """The same documents, of which it is known how far each was read."""
        for came in documents:
            yield self._metered(came) if isinstance(came, Document) else came
        self._next(None)

    @property
    def read(self) -> int:
        """The bytes read so far; of a table that is gone through twice, those of the latest passage."""
        return self._before + min(self._size, self._place())

    def _metered(self, document: Document) -> Document:
        if document.path != self._path:
            self._next(document.path)
        return document if document.member else document._replace(open=partial(self._opened, document.open))

    def _next(self, path: str | None) -> None:
        self._before += self._size
        self._path, self._size, self._stream = path, size_of(path) if path else 0, None

    def _opened(self, opening: Callable[[], BinaryIO]) -> BinaryIO:
        self._stream = opening()
        return self._stream

    def _place(self) -> int:
        if self._stream is None:
            return 0
        return self._size if self._stream.closed else self._stream.tell()
