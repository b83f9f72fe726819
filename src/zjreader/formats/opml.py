"""OPML 2.0: subscriptions for other programs, in the folders that their sections name."""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby
from typing import Final, NamedTuple

from zjreader.messages import _
from zjreader.text.clean import Clean

_BETWEEN: Final = "/"
_HEAD: Final = """<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
<head><title>{title}</title></head>
<body>
"""
_TAIL: Final = "</body>\n</opml>\n"


class Outline(NamedTuple):
    """A web address with its name and its section; the names of nested folders are parted by `/`."""

    address: Clean
    name: Clean | None = None
    section: Clean | None = None


def opml(outlines: Iterable[Outline]) -> Iterator[str]:
    """The file, piece by piece: what lies in no folder first, then folder by folder, in the order of names."""
    yield _HEAD.format(title=escape(_("zjreader subscriptions")))
    placed = [(tuple(filter(None, (each.section or "").split(_BETWEEN))), each) for each in outlines]
    yield from _within(sorted(placed, key=lambda each: each[0]))
    yield _TAIL


def _within(placed: Iterable[tuple[tuple[str, ...], Outline]]) -> Iterator[str]:
    """The outlines of a folder, and those of the folders in it."""
    for folder, members in groupby(placed, key=lambda each: each[0][:1]):
        if folder:
            yield f'<outline text="{escape(folder[0])}" title="{escape(folder[0])}">\n'
            yield from _within((path[1:], outline) for path, outline in members)
            yield "</outline>\n"
        else:
            yield from (_line(outline) for _path, outline in members)


def _line(outline: Outline) -> str:
    name, address = escape(outline.name or outline.address), escape(outline.address)
    return f'<outline type="rss" text="{name}" title="{name}" xmlUrl="{address}"/>\n'
