"""Where a page was found that a browser saved: the comment that it puts above it, which tells what its links are to."""

import re
from typing import Final

from zjreader.text.clean import Clean, clean_line

_HEAD: Final = 1 << 12
_MARKS: Final = (
    re.compile(rb"<!--\s*saved from url=\([0-9]+\)\s*(https?://[^\s>]+)\s*-->", re.IGNORECASE),
    re.compile(rb"<!--\s*Page saved with SingleFile\s+url:\s*(https?://\S+)"),
)
"""Internet Explorer's "mark of the web", which Chromium writes too; SingleFile's own."""


def saved_from(data: bytes) -> Clean | None:
    """The address in the mark near the beginning of a saved page; None where there is none."""
    found = next(filter(None, (mark.search(data[:_HEAD]) for mark in _MARKS)), None)
    return clean_line(found[1].decode("utf-8", "replace")) if found else None
