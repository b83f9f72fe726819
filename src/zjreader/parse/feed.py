"""Feeds of any kind -> articles: RSS 0.9x to 2.0, Atom, RDF, JSON Feed, as they are really served.

Whatever encoding is declared, whatever breaks off, the entries that can be read are; what cannot be is said. Runs
behind the wall, where time and memory are bounded.
"""

from typing import NamedTuple

from zjreader.article import Article, ReadAs
from zjreader.messages import _, _n
from zjreader.parse import json_feed, xml_feed
from zjreader.parse.asked import UNTOLD, Asked
from zjreader.parse.entry_text import on_one_line
from zjreader.parse.feed_article import to_article
from zjreader.parse.feed_text import FeedText, feed_text
from zjreader.parse.feed_values import Channel
from zjreader.parse.overlong import LONGEST
from zjreader.parse.recoding import UTF_8
from zjreader.text.clean import Clean, clean_line

MOST_ENTRIES = 5000
"""Entries that are read of one feed; feeds seen have up to 100, a wiki's list of changes a few thousand."""

_HEAD = 1 << 14
"""Bytes in which a document shows that it is a feed."""


class Feed(NamedTuple):
    """A feed: its articles in its own order, its title, the address that it gives itself, the page that it belongs to.

    `problems` are sentences for the load report.
    """

    articles: tuple[Article, ...]
    read_as: ReadAs
    title: Clean | None = None
    address: Clean | None = None
    home: Clean | None = None
    problems: tuple[str, ...] = ()


def looks_like(data: bytes) -> bool:
    """Whether bytes begin as a feed does, in any encoding."""
    return feed_text(data[:_HEAD], UNTOLD) is not None


def read(data: bytes, asked: Asked) -> Feed:
    """The articles of a feed; none, and a problem, where it is no feed."""
    found = feed_text(data, asked)
    channel = _channel(found) if found else None
    if found is None or channel is None:
        return Feed((), found.read_as if found else UTF_8, problems=(_("no feed in it"),))
    made = [to_article(entry, channel, asked) for entry in channel.entries[:MOST_ENTRIES]]
    articles = tuple(article for article in made if article)
    failed = channel.failed + len(made) - len(articles)
    return Feed(
        articles,
        found.read_as,
        on_one_line(channel.title) or None,
        clean_line(channel.address) or None,
        clean_line(channel.home) or None,
        _problems(found, channel, failed),
    )


def _channel(found: FeedText) -> Channel | None:
    return json_feed.read(found.text) if found.is_json else xml_feed.read(found.text)


def _cut(texts: int) -> str:
    said = _n("{count} text cut off after {{size}} MB", "{count} texts cut off after {{size}} MB each", texts)
    return said.format(size=LONGEST >> 20)


def _problems(found: FeedText, channel: Channel, failed: int) -> tuple[str, ...]:
    count = len(channel.entries)
    happened = (
        (found.large, _("the feed is too large; its last entries were left out")),
        (found.cut > 0, _cut(found.cut)),
        ((found.torn or channel.torn) and not found.large, _("the feed breaks off; its whole entries were read")),
        (found.declares, _("entities that the feed defines were not expanded")),
        (count > MOST_ENTRIES, _("the first {most} of {count} entries read").format(most=MOST_ENTRIES, count=count)),
        (failed > 0, _n("{count} entry could not be read", "{count} entries could not be read", failed)),
    )
    return tuple(sentence for true, sentence in happened if true)
