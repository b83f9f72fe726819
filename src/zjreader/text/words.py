"""Segmentation: a text -> its words, which joined are the text.

Promises the words of jieba 0.42.1 with the same words added, whichever of two libraries cuts: rjieba where it is
installed, which is some ten times faster, else jieba itself. Loaded at the first sentence, which costs 0.2 s with the
one and 1.5 s with the other; leaves no file behind and says nothing on stderr.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from zjreader.text.fold import fold, squeeze

_LINE = re.compile(r"(.+?)(?: ([0-9]+))?(?: [a-z]+)?")
_SIGN = re.compile(r"[-+#&._%]")
"""What rjieba joins Latin letters and digits by, as in `F-18`, and jieba does not."""

_APART = re.compile(r"([a-zA-Z0-9]+(?:\.\d+)?%?)")
"""jieba's own pattern of what stays together."""


class Listed(NamedTuple):
    """A word of a list; `frequency` is its weight beside the dictionary's words, None just enough to be kept whole."""

    word: str
    frequency: int | None = None


Segmenter = Callable[[str], Sequence[str]]
"""A text -> its words, which joined are the text."""


def listed(text: str) -> Iterator[Listed]:
    """The words of a list in jieba's format, a line `word [frequency] [tag]`, folded as the texts are that are cut.

    Blank lines, comments (`#`) and words of frequency 0, by which jieba forgets a word, are passed over.
    """
    for line in text.removeprefix("\ufeff").splitlines():
        found = _LINE.fullmatch(line.strip())
        if found and not line.startswith("#"):
            frequency = int(found[2]) if found[2] else None
            if frequency != 0:
                yield Listed(squeeze(fold(found[1])), frequency)


def news_words() -> Iterator[Listed]:
    """Our own list: words of the news that the dictionary does not know."""
    from importlib.resources import files

    for line in files("zjreader.text").joinpath("news_words.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            yield from map(Listed, line.split())


def segmenter(words: Callable[[], Iterable[Listed]]) -> Segmenter:
    """What cuts texts, with these words in the dictionary: it is loaded, and `words` asked for, at the first text."""

    @cache
    def loaded() -> Segmenter:
        try:
            return by_rjieba(words())
        except ImportError:
            return by_jieba(words())

    def cut(text: str) -> Sequence[str]:
        return loaded()(text)

    return cut


def by_rjieba(words: Iterable[Listed] = ()) -> Segmenter:
    """What cuts by rjieba, with its runs of Latin signs taken apart as jieba does; raises ImportError."""
    import rjieba

    dictionary = rjieba.Jieba()
    for word, frequency in words:
        dictionary.add_word(word, frequency, None)

    def cut(text: str) -> list[str]:
        found = dictionary.cut(text)
        if _SIGN.search(text):
            latin = [at for at, word in enumerate(found) if word.isascii() and len(word) > 1 and not word.isalnum()]
            for at in reversed(latin):
                if not dictionary.has_word(found[at]):
                    found[at : at + 1] = filter(None, _APART.split(found[at]))
        return found

    return cut


def by_jieba(words: Iterable[Listed] = ()) -> Segmenter:
    """What cuts by jieba; raises ImportError.

    Its dictionary is read here, because jieba would leave what it read in the folder that all users share.
    """
    import logging
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of its source, where newer versions of Python compile it
        import jieba
    jieba.setLogLevel(logging.CRITICAL)
    dictionary = jieba.Tokenizer()
    dictionary.FREQ, dictionary.total = dictionary.gen_pfdict(dictionary.get_dict_file())
    dictionary.initialized = True
    for word, frequency in words:
        dictionary.add_word(word, frequency)
    return lambda text: list(dictionary.cut(text))
