"""How far `add` has come: one line on the terminal, written over as it goes; in a log or pipe, nothing but the end."""

from zjreader.adding import Kept
from zjreader.cli.process import Process
from zjreader.messages import _, _n
from zjreader.text.clean import clean_line

_CLEARED = "\r\x1b[K"
"""Back to the line's beginning, and what stands after it wiped (ECMA-48, EL)."""


class Progress:
    """What was taken since the beginning."""

    def __init__(self, process: Process) -> None:
        self._process = process
        self._new = self._known = self._changed = self._documents = self._unchanged = 0

    @property
    def found(self) -> bool:
        """Whether any article came, or stands as it did."""
        return bool(self._new or self._known or self._unchanged)

    @property
    def said(self) -> str:
        """What came of it all, in one sentence."""
        parts = [_n("{count} article added", "{count} articles added", self._new)]
        if self._known:
            parts.append(_n("{count} known", "{count} known", self._known))
        if self._changed:
            parts.append(_n("{count} changed", "{count} changed", self._changed))
        if self._unchanged:
            parts.append(_n("{count} file unchanged", "{count} files unchanged", self._unchanged))
        return _(", ").join(parts)

    def tell(self, kept: Kept) -> None:
        """Count in what a transaction kept, and show it."""
        self._new += len(kept.records)
        self._known += kept.seen_again
        self._changed += kept.changed
        self._documents += kept.documents
        self._unchanged += kept.unchanged
        self._show(self.said)

    def index(self) -> None:
        """All is kept; what is left is to make it searchable."""
        self._show(_("{said}; the index is brought up").format(said=self.said))

    def clear(self) -> None:
        """Wipe the line."""
        self._write(_CLEARED)

    def _show(self, sentence: str) -> None:
        self._write(f"{_CLEARED}{clean_line(sentence)}")

    def _write(self, text: str) -> None:
        stderr = self._process.stderr
        if stderr.isatty():
            stderr.write(text.encode())
            stderr.flush()
