"""Where a text stands as whole words: not 中国 inside 发展中国家, which no search of characters can tell.

Only sentences that hold the text are cut into words, in their folded form without the blanks between Hanzi, so that
Traditional and spaced-out text is cut as the plain one is. What cuts them is handed in.
"""

import re
from collections.abc import Iterator

from zjreader.article import Span
from zjreader.text.fold import fold, gapped, squeeze
from zjreader.text.words import Segmenter

_SENTENCE = re.compile("[^。!?\n]*[。!?\n]?")


def whole_places(key: str, text: str, segments: Segmenter) -> Iterator[Span]:
    """Every place of a squeezed key in a text that begins and ends where words do, in the text's own offsets."""
    wanted = gapped(key)
    for sentence in _SENTENCE.finditer(fold(text)):
        places = list(wanted.finditer(sentence[0]))
        if places:
            starts, stops = _edges(sentence[0], segments)
            for start, stop in (place.span() for place in places):
                if start in starts and stop in stops:
                    yield Span(sentence.start() + start, sentence.start() + stop)


def _edges(sentence: str, segments: Segmenter) -> tuple[set[int], set[int]]:
    """Where words begin and where they end, in the offsets of the sentence with all its blanks."""
    starts, stops = set(), set()
    at = 0
    for word in segments(squeeze(sentence)):
        for order, sign in enumerate(word):
            at = sentence.index(sign, at) + 1
            if not order:
                starts.add(at - 1)
        stops.add(at)
    return starts, stops
