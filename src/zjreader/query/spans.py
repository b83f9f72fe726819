"""Where what a query asks for stands in a text, in the text's own offsets: what is highlighted.

Marked are all places of what a hit may hold in its texts: words, whole words, expressions, words of a field that is a
text. Terms that are denied mark nothing, nor do states, dates and what is asked of other fields.
"""

from collections.abc import Iterable, Iterator
from typing import Literal

from zjreader.article import Span
from zjreader.query.initials import initials_pattern
from zjreader.query.language import Query
from zjreader.query.patterns import Expression
from zjreader.query.tree import About, Held, Initials, Leaf, Pattern, Text, Whole, Word, leaves
from zjreader.query.whole_words import whole_places
from zjreader.text.fold import fold, gapped
from zjreader.text.words import Segmenter

Part = Literal["title", "summary", "body"]


def find_spans(
    query: Query, text: str, part: Part | None = None, segments: Segmenter | None = None
) -> tuple[Span, ...]:
    """The places of everything that a hit may hold, in order, those that overlap or touch made one.

    `part` says which text of an article it is, where that is known: only there are the words of a field marked. Without
    `segments`, which cuts words, =词 is marked inside words too.
    """
    found = sorted(span for leaf in leaves(query.terms) for span in _places(leaf, text, part, segments, query))
    spans: list[Span] = []
    for start, stop in found:
        if spans and start <= spans[-1].stop:
            spans[-1] = Span(spans[-1].start, max(stop, spans[-1].stop))
        else:
            spans.append(Span(start, stop))
    return tuple(spans)


def _places(
    leaf: Leaf, text: str, part: Part | None, segments: Segmenter | None, query: Query
) -> Iterable[tuple[int, int]]:
    match leaf:
        case Word() | Whole() | Pattern():
            return _of_text(leaf, text, segments, query)
        case Held("title" | "body" as field, _, inner) if part in {None, field}:
            return _of_text(inner, text, segments, query)
        case Initials(letters) if part in {None, "title"}:
            return (match.span() for match in initials_pattern(letters).finditer(fold(text)))
        case About(question) if segments:
            words = (word for word in segments(fold(question)) if len(word) > 1)
            return (span for word in words for span in _occurrences(word, text))
        case _:
            return ()


def _of_text(asked: Text, text: str, segments: Segmenter | None, query: Query) -> Iterable[tuple[int, int]]:
    match asked:
        case Pattern(source):
            return Expression(source, folded=query.folded).spans(text)
        case Whole() if segments:
            places: Iterable[tuple[int, int]] = whole_places(asked.key, text, segments)
        case _:
            places = _occurrences(asked.key, text)
    return places if query.folded else (span for span in places if text[slice(*span)] == asked.text)


def _occurrences(key: str, text: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in gapped(key).finditer(fold(text)))
