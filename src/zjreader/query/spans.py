"""Where a query's words stand in a text, in the text's own offsets: what is highlighted."""

from zjreader.article import Span
from zjreader.query.language import Query
from zjreader.text.fold import fold, gapped


def find_spans(query: Query, text: str) -> tuple[Span, ...]:
    """The spans of every word that a hit must hold, in order, those that overlap or touch made one."""
    key = fold(text)
    found = sorted(match.span() for word in query.words for match in gapped(word.key).finditer(key))
    spans: list[Span] = []
    for start, stop in found:
        if spans and start <= spans[-1].stop:
            spans[-1] = Span(spans[-1].start, max(stop, spans[-1].stop))
        else:
            spans.append(Span(start, stop))
    return tuple(spans)
