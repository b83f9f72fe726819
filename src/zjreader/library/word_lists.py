"""What texts are cut into words by in this home: the dictionary, our news words, and the lists in the state folder.

Every `words*.txt` there is a list in jieba's format, and all of them count. A list that cannot be read is none, and
lists are read once: a word added meanwhile counts from the next start on.
"""

from collections.abc import Iterator
from fnmatch import fnmatch
from functools import lru_cache
from pathlib import Path

from zjreader.library.disk import SYSTEM
from zjreader.text.words import Listed, Segmenter, listed, news_words, segmenter

LISTS = "words*.txt"
"""The names of lists of words in the state folder (CONTRACT §2)."""


@lru_cache(maxsize=1)
def segmenter_in(state: Path) -> Segmenter:
    """What cuts texts with the words of this state folder; the one that was asked for last is kept loaded."""
    return segmenter(lambda: (*news_words(), *own_words(state)))


def own_words(state: Path) -> Iterator[Listed]:
    """The words of all lists of a state folder, in the order of their names."""
    for _name, words in lists(state):
        yield from words or ()


def lists(state: Path) -> Iterator[tuple[str, tuple[Listed, ...] | None]]:
    """The lists of a state folder by name, each with its words; None where it cannot be read."""
    for name in SYSTEM.names(state):
        if fnmatch(name, LISTS):
            try:
                text = SYSTEM.read(state / name).decode("utf-8", "replace")
            except OSError:
                yield name, None
            else:
                yield name, tuple(listed(text))
