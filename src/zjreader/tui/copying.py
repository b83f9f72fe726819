"""What is copied: a link, a title, a citation, paragraphs, or all, as plain text without what is only drawn."""

from collections.abc import Callable
from typing import NamedTuple

from zjreader.article import Article, Span
from zjreader.formats.cite import citation
from zjreader.formats.credits import credit_line, editor_line, web_address
from zjreader.messages import later
from zjreader.text.clean import Clean
from zjreader.tui.places import paragraphs


class Part(NamedTuple):
    """What can be copied of an article: the key that says so, the message that names it, what it then is."""

    key: str
    says: str
    text: Callable[[Article, Span], Clean | None]


def _paragraphs(article: Article, chosen: Span) -> Clean | None:
    return Clean("\n".join(paragraphs(article)[chosen.start : chosen.stop])) or None


def _all(article: Article, _chosen: Span) -> Clean:
    above = [article.title, credit_line(article, None)]
    below = [editor_line(article), article.url]
    parts = ("\n".join(line for line in lines if line) for lines in (above, paragraphs(article), below))
    return Clean("\n\n".join(part for part in parts if part))


PARTS = (
    Part("y", later("link"), lambda article, _chosen: web_address(article)),
    Part("t", later("title"), lambda article, _chosen: article.title),
    Part("c", later("citation"), lambda article, _chosen: citation(article)),
    Part("p", later("paragraph"), _paragraphs),
    Part("a", later("whole article"), _all),
)
"""`y` and one of these keys; `chosen` are the paragraphs that are selected, or the one at the top of the page."""

PARTS_BY_KEY = {part.key: part for part in PARTS}
