"""The parts of one page -> one article: the text of each part stands behind that of the part before it.

Documents named as parts are so where each says that another follows and all have one title; whatever else they are,
each is then read as a document of its own.
"""

import re
from collections.abc import Iterator, Sequence

from zjreader.article import Document, Problem, Reading
from zjreader.parse import worker
from zjreader.text.clean import Clean
from zjreader.text.fold import fold

_NUMBER = re.compile(r"[\s_-]*[(\[【]?\s*第?\s*[0-9]{1,2}\s*(?:页|/\s*[0-9]{1,2})?\s*[)\]】]?$")
"""What the title of a part has behind that of the page: (2), 第2页, (2/5), folded."""

Came = list[Reading | Problem]


def read(document: Document) -> Iterator[tuple[Document, Came]]:
    """What was read of a document in parts: of all as one, or of those that do not belong together each."""
    first, *further = (document._replace(parts=()), *document.parts)
    under_way, came = first, list(worker.read(first))
    for part in further:
        more = list(worker.read(part))
        if joined := _joined(came, more):
            came = joined
        else:
            yield under_way, came
            under_way, came = part, more
    yield under_way, came


def _joined(came: Came, more: Came) -> Came | None:
    """All that came, with the article of the first as long as both; None where the second is no part of the first."""
    one, two = _only(came), _only(more)
    if one is None or two is None or one.next_part is None or _page_title(one) != _page_title(two):
        return None
    whole = one.article._replace(
        title=_shorter(one.article.title, two.article.title), blocks=one.article.blocks + two.article.blocks
    )
    problems = [each for each in (*came, *more) if isinstance(each, Problem)]
    return [one._replace(article=whole, next_part=two.next_part), *problems]


def _only(came: Sequence[Reading | Problem]) -> Reading | None:
    """The one full article that was read."""
    readings = [each for each in came if isinstance(each, Reading)]
    return readings[0] if len(readings) == 1 and readings[0].article.kind == "full" else None


def _page_title(reading: Reading) -> str:
    return _NUMBER.sub("", fold(reading.article.title)).strip()


def _shorter(one: Clean, two: Clean) -> Clean:
    return one if len(one) <= len(two) else two
