"""The lines around an article's text that say who published it, where, when and by whom, for people to read."""

from datetime import datetime, tzinfo
from typing import Final

from zjreader.article import Article, Moment
from zjreader.messages import _
from zjreader.text.clean import Clean, clean_line

_LINKED: Final = ("http://", "https://")


def credit_line(article: Article, zone: tzinfo | None) -> Clean:
    """Publisher, section, place, time, authors and correspondents, as far as they are known; empty where none is."""
    names = [
        (_("by {names}"), article.authors),
        (_("correspondents: {names}"), article.correspondents),
    ]
    known = [
        article.publisher,
        article.section,
        article.place,
        shown_time(article.published, zone) if article.published else None,
        *(role.format(names=" ".join(who)) for role, who in names if who),
    ]
    return clean_line(" · ".join(part for part in known if part))


def editor_line(article: Article) -> Clean | None:
    """Who was responsible for it."""
    return clean_line(_("editor: {name}").format(name=article.editor)) if article.editor else None


def shown_time(moment: Moment, zone: tzinfo | None) -> Clean:
    """The time as exactly as it is known, in the reader's zone where it has one: `2026-04-10 08:12`."""
    if "T" not in moment.text:
        return moment.text
    when = datetime.fromisoformat(moment.text)
    try:
        when = when.astimezone(zone) if zone else when
    except OverflowError:  # the first and last day of the calendar have no neighbour
        return moment.text
    return Clean(when.replace(tzinfo=None).isoformat(" ", "minutes"))


def web_address(article: Article) -> Clean | None:
    """The article's link where a browser may be given it: never `javascript:` or a file."""
    return article.url if article.url and article.url.lower().startswith(_LINKED) else None
