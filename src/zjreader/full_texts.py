"""Teasers -> the full texts that their links lead to.

A page that has become something else, a login, a notice that nothing is there, the site's front page, another article,
completes nothing: it has to bear the teaser's title and be no shorter than it, or to hold what the teaser showed.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from zjreader import identity
from zjreader.article import UNSAID, Article, Document, Problem, Reading
from zjreader.intake import FullText
from zjreader.keeping import Tried, read_back
from zjreader.library.library import Library
from zjreader.library.reach_rows import KeptReach
from zjreader.messages import _
from zjreader.parse import worker
from zjreader.rounds import trusted
from zjreader.sources import named
from zjreader.sources.addresses import is_address
from zjreader.sources.files import Surroundings
from zjreader.sources.request import Answer, Request
from zjreader.sources.settings import applied
from zjreader.text.clean import Clean, clean_line
from zjreader.text.secrets import masked


class Teaser(NamedTuple):
    """An article of the library that waits for its text: its id, what it shows, where it came from, and its link."""

    id: Clean
    article: Article
    source: Clean
    origin: Clean
    request: Request


def teasers(library: Library, ids: Iterable[Clean]) -> Iterator[Teaser]:
    """Those of these articles that are teasers with a link, which is asked for as their source is."""
    said = {each.source.address: read_back(each.source.settings) for each in library.sources}
    reaches, nowhere = library.reaches, KeptReach()
    for each in ids:
        brought = library.brought(each)
        link = brought.record.article.url if brought and brought.record.article.kind == "teaser" else None
        if brought and link and is_address(link):
            source, record = brought
            trusts = trusted(source, reaches.get(source, nowhere).reach)
            request = Request(link, said.get(source, UNSAID), trusts=trusts)
            yield Teaser(each, record.article, source, record.origin, request)


def texts(waiting: Iterable[Teaser], around: Surroundings) -> Iterator[Tried]:
    """What their links lead to, as it comes; of a link that several teasers bear, for each of them."""
    by_link: dict[Clean, list[Teaser]] = {}
    for teaser in waiting:
        by_link.setdefault(teaser.request.address, []).append(teaser)
    for answer in named.answers((teasers[0].request for teasers in by_link.values()), around):
        yield from (_tried(teaser, answer) for teaser in by_link[answer.request.address])


def _tried(teaser: Teaser, answer: Answer) -> Tried:
    if isinstance(answer.came, Problem):
        wait_until = answer.reach.wait_until
        until = datetime.fromisoformat(wait_until) if wait_until else None
        return Tried(teaser.id, answer.came._replace(unreadable=False), answer.passing, until)
    document = applied(answer.came, answer.request.settings)
    document = document._replace(address=teaser.origin, source=teaser.source)
    return Tried(teaser.id, _text(teaser, document) or _other(teaser))


def _text(teaser: Teaser, document: Document) -> FullText | None:
    """The one article of the document that the teaser announced."""
    readings = [came for came in worker.read(document) if isinstance(came, Reading)]
    found = [each for each in readings if is_text_of(each.article, teaser.article)]
    return FullText(teaser.id, document, found[0]) if len(found) == 1 else None


def is_text_of(article: Article, teaser: Article) -> bool:
    """Whether an article is the text that the teaser cut off."""
    bears_title = identity.title_kept(article, teaser) and article.length >= teaser.length
    return article.kind == "full" and (bears_title or identity.holds_opening(article, teaser))


def _other(teaser: Teaser) -> Problem:
    what = _("is something else than “{title}” now; the teaser stays").format(title=teaser.article.title)
    return Problem(masked(teaser.request.address), clean_line(what), skipped=1)
