"""How far `add` has come: one line on the terminal, written over as it goes; in a log or pipe, nothing but the end."""

import shutil
from collections.abc import Iterable

from zjreader.adding import Kept
from zjreader.article import Document, Problem
from zjreader.cli.amounts import shown_bytes
from zjreader.cli.process import Process
from zjreader.messages import _, _n
from zjreader.sources.metered import Meter
from zjreader.text.clean import clean_line
from zjreader.text.width import cut

MUCH = 20_000_000
"""Bytes from which on it is said beforehand how much disk they will take."""

KEPT_PER_BYTE = 2
"""Library and index together, of a byte of text in UTF-8, at most (CONTRACT §5 allows 2.5)."""

_CLEARED = "\r\x1b[K"
"""Back to the line's beginning, and what stands after it wiped (ECMA-48, EL)."""

_BAR = 20


class Progress:
    """What was taken since the beginning."""

    def __init__(self, process: Process, total: int = 0, sources: int = 1) -> None:
        """`total` is how many bytes there are to be read, 0 where that is not known, in how many `sources`."""
        self.sources = sources
        self._meter = Meter()
        self._process = process
        self._total = total
        self._new = self._known = self._changed = self._documents = self._unchanged = 0
        self._ended = self._failed = self._waiting = 0
        self._expected = sources
        self._completed: int | None = None

    @property
    def found(self) -> bool:
        """Whether any article came, or stands as it did; a source that is not due stands so."""
        return bool(self._new or self._known or self._unchanged or self._waiting or self._completed)

    @property
    def said(self) -> str:
        """What came of it all, in one sentence."""
        parts = []
        if self._new or self._completed is None:
            parts.append(_n("{count} article added", "{count} articles added", self._new))
        if self._known:
            parts.append(_n("{count} known", "{count} known", self._known))
        if self._changed:
            parts.append(_n("{count} changed", "{count} changed", self._changed))
        if self._unchanged:
            parts.append(_n("{count} file unchanged", "{count} files unchanged", self._unchanged))
        if self._completed is not None:
            parts.append(_n("{count} teaser completed", "{count} teasers completed", self._completed))
        if self._waiting:
            parts.append(_n("{count} source not due yet", "{count} sources not due yet", self._waiting))
        if self._failed and self.sources > 1:
            parts.append(_n("{count} source failed", "{count} sources failed", self._failed))
        return _(", ").join(parts)

    def over(self, documents: Iterable[Document | Problem]) -> Iterable[Document | Problem]:
        """The same documents, counted as they are read where there is a total to compare with."""
        return self._meter.over(documents) if self._total else documents

    def announce(self) -> None:
        """Say what it will take, where that is much."""
        if self._total >= MUCH:
            size, disk = shown_bytes(self._total), shown_bytes(self._total * KEPT_PER_BYTE)
            told = _("{size} to read; library and index will take up to {disk} for them")
            self._process.say(told.format(size=size, disk=disk))

    def tell(self, kept: Kept) -> None:
        """Count in what a transaction kept, and show it."""
        self._new += len(kept.records)
        self._known += kept.seen_again
        self._changed += kept.changed
        self._documents += kept.documents
        self._unchanged += kept.unchanged
        self._show(f"{self._bar()}{self.said}")

    def end_source(self, *, failed: bool) -> None:
        """Count in a source that was read to its end, or could not be."""
        self._ended += 1
        self._failed += failed
        self._show(f"{self._bar()}{self.said}")

    def pass_over(self) -> None:
        """Count in a source that is as it was when all of it was taken."""
        self._unchanged += 1
        self.end_source(failed=False)

    def leave_alone(self, sources: int) -> None:
        """Count in sources that are not read this time."""
        self._waiting += sources

    def begin_texts(self, count: int) -> None:
        """From here on so many full texts are waited for."""
        self._ended, self._expected, self._total = 0, count, 0
        self._completed = 0

    def tell_texts(self, kept: Kept) -> None:
        """Count in which texts a transaction kept, and show it."""
        self._completed = (self._completed or 0) + kept.changed
        self._ended += kept.changed + len(kept.problems)
        self._show(f"{self._bar()}{self.said}")

    def index(self) -> None:
        """All is kept; what is left is to make it searchable."""
        self._show(_("{said}; the index is brought up").format(said=self.said))

    def clear(self) -> None:
        """Wipe the line."""
        self._write(_CLEARED)

    def _bar(self) -> str:
        if not self._total:
            return f"{self._ended}/{self._expected} " if self._expected > 1 else ""
        read = min(self._meter.read, self._total)
        filled = "#" * (_BAR * read // self._total)
        share = f"{100 * read // self._total}%"
        return f"[{filled:-<{_BAR}}] {share} {shown_bytes(read)}/{shown_bytes(self._total)} "

    def _show(self, sentence: str) -> None:
        """On one line, however long: what wraps could not be wiped."""
        columns = shutil.get_terminal_size().columns - 1
        self._write(f"{_CLEARED}{cut(clean_line(sentence), columns)}")

    def _write(self, text: str) -> None:
        stderr = self._process.stderr
        if stderr.isatty():
            stderr.write(text.encode())
            stderr.flush()
