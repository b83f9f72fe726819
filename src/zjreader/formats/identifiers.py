"""What other programs know an article by: its id, its link, its file; one a line.

An article without link or file is passed over. Paths open from the working directory; a line shows them clean, with
`-0` they are the file system's own, undecodable bytes as surrogates (PEP 383).
"""

from collections.abc import Iterable, Iterator

from zjreader.formats.row import Layout, Row
from zjreader.text.clean import clean_line


def ids(rows: Iterable[Row], layout: Layout) -> Iterator[str]:
    """The id shown of each article."""
    return (row.record.ids[0] + layout.end for row in rows)


def urls(rows: Iterable[Row], layout: Layout) -> Iterator[str]:
    """The link of each article that has one."""
    return (row.record.article.url + layout.end for row in rows if row.record.article.url)


def paths(rows: Iterable[Row], layout: Layout) -> Iterator[str]:
    """Each file that articles came from, once."""
    seen: set[str] = set()
    for row in rows:
        path = row.record.path
        if path and path not in seen:
            seen.add(path)
            yield (path if layout.null else clean_line(path)) + layout.end
