"""Citations, one line an article, after GB/T 7714—2015 for news (type N).

The form is `作者. 题名[N/OL]. 媒体, 日期. 链接`; what is unknown is left out. No sign follows the link, so that it
stays whole when it is copied.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from zjreader.article import Article
from zjreader.formats.row import Layout, Row
from zjreader.messages import _
from zjreader.text.clean import Clean, clean_line

MOST_AUTHORS: Final = 3
"""Authors named before 等 (GB/T 7714—2015, 8.1.2)."""


def cite(rows: Iterable[Row], layout: Layout) -> Iterator[str]:
    """The citation of each article."""
    return (citation(row.record.article) + layout.end for row in rows)


def citation(article: Article) -> Clean:
    """The citation on one line."""
    day = article.published and article.published.text.partition("T")[0]
    parts = [
        _authors(article),
        f"{article.title}[{'N/OL' if article.url else 'N'}]",
        ", ".join(part for part in (article.publisher, day) if part),
        article.url,
    ]
    return clean_line(". ".join(part for part in parts if part) + ("" if article.url else "."))


def _authors(article: Article) -> str:
    named = ", ".join(article.authors[:MOST_AUTHORS])
    return _("{names}, et al").format(names=named) if len(article.authors) > MOST_AUTHORS else named
