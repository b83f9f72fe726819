"""An entry of a feed -> the article: its text, who wrote it, when, where it is found, and what it is called by.

Refuses, as None, only an entry without title and text.
"""

import re
from urllib.parse import urljoin, urlsplit

from zjreader.article import Article, Moment
from zjreader.parse.asked import Asked
from zjreader.parse.columns import first_sentence, several
from zjreader.parse.entry_text import EntryText, entry_text, on_one_line
from zjreader.parse.feed_dates import feed_date
from zjreader.parse.feed_values import Channel, Entry
from zjreader.text.byline import Dateline, read_dateline
from zjreader.text.clean import Clean, clean_line
from zjreader.text.credits import Credits, merged, read_credits
from zjreader.text.dates import CHINA
from zjreader.text.fold import HAN
from zjreader.text.names import LONGEST, Writers, read_writers
from zjreader.text.zones import zone_named

_ADDRESS = re.compile(r"[<(（]?[\w.+-]+@[\w.-]+\.[a-z]{2,}[>)）]?", re.IGNORECASE)
_HANZI = re.compile(f"[{HAN}]")
_ASIDE = "()（）<>©® "
_NOBODY = Writers((), (), complete=False)
_WEB = frozenset({"http", "https"})


def to_article(entry: Entry, channel: Channel, asked: Asked) -> Article | None:
    """The article that an entry tells of; None where it has neither title nor text."""
    said_title = on_one_line(entry.title)
    text = entry_text(said_title, entry.content, entry.description, asked.base)
    opening = text.blocks[0].text if text.blocks else text.summary or Clean("")
    if not (title := said_title or first_sentence(opening)):
        return None
    dateline = read_dateline(opening, asked.base)
    credit = _credits(entry, text, dateline)
    return Article(
        kind="full" if text.blocks else "teaser",
        title=title,
        summary=None if text.summary == title else text.summary,
        section=asked.section or on_one_line(channel.title) or None,
        publisher=credit.publisher,
        place=dateline.place if dateline else None,
        authors=credit.authors,
        correspondents=credit.correspondents,
        editor=credit.editor,
        published=_published(entry, asked) or credit.published,
        url=_link(entry, channel, asked),
        tags=tuple(dict.fromkeys(tag for said in entry.tags for tag in several(clean_line(said)))),
        blocks=text.blocks,
        guid=_guid(entry, channel, asked),
    )


def _credits(entry: Entry, text: EntryText, dateline: Dateline | None) -> Credits:
    """What the entry's own elements say, then the lines of its text, then its dateline."""
    credit = Credits(publisher=clean_line(entry.publisher) or None)
    for said in entry.authors:
        credit = _with_author(credit, clean_line(_ADDRESS.sub(" ", said[:LONGEST])).strip(_ASIDE))
    credit = merged(credit, text.credits)
    if not dateline:
        return credit
    return merged(credit, Credits(dateline.publisher, dateline.published, dateline.authors, dateline.correspondents))


def _with_author(credit: Credits, said: str) -> Credits:
    """The credits with the names in one author's element, which may call them 责任编辑, 记者 or 通讯员."""
    labelled = read_credits(said, None)
    if labelled and (labelled.editor or labelled.publisher):
        return merged(credit, labelled)
    writers = read_writers(said) if _HANZI.search(said) else _NOBODY
    names = writers.authors if writers.complete else several(said)
    return credit._replace(
        authors=tuple(dict.fromkeys((*credit.authors, *names))),
        correspondents=(*credit.correspondents, *(writers.correspondents if writers.complete else ())),
    )


def _published(entry: Entry, asked: Asked) -> Moment | None:
    zone = zone_named(asked.zone) if asked.zone else None
    dates = (feed_date(said, asked.base, zone or CHINA) for said in entry.dates if said)
    return next(filter(None, dates), None)


def _link(entry: Entry, channel: Channel, asked: Asked) -> Clean | None:
    """The address of the article on the web; relative ones are relative to where the feed is found."""
    base = asked.url or channel.address or channel.home
    try:
        link = urljoin(base, entry.link.strip()) if entry.link.strip() else ""
        scheme = urlsplit(link).scheme
    except ValueError:
        return None
    return clean_line(link) if scheme in _WEB else None


def _guid(entry: Entry, channel: Channel, asked: Asked) -> tuple[Clean, Clean] | None:
    """The feed's address, as the feed itself gives it if it does, and the entry's name there."""
    feed, guid = clean_line(channel.address or asked.url or channel.home), clean_line(entry.guid)
    return (feed, guid) if feed and guid else None
