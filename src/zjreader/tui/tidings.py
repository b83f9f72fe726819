"""Sentences about what goes on with sources in the background, and what came of it."""

from collections.abc import Iterable

from zjreader.messages import _, _n
from zjreader.news import News
from zjreader.text.clean import Clean, clean_line
from zjreader.tui.outside import Errand, Listed


def going_on(errand: Errand, news: News) -> Clean:
    """What an errand is at, in a few words: how far it has come, where that can be told."""
    if errand.act == "fetch" or news.texts:
        said = _("full texts {done}/{count}").format(done=news.completed, count=news.texts or len(errand.names))
    elif errand.act in {"set", "remove"}:
        said = _("changing sources")
    else:
        said = _("reading sources {done}/{count}").format(done=news.read, count=news.sources or "…")
        if news.new:
            said += _(" · {count} new").format(count=news.new)
    return clean_line(said)


def tidings(errand: Errand, news: News) -> Clean:
    """What came of an errand, in one sentence; of one that the clock began only what is worth hearing."""
    match errand.act:
        case "due" if not (news.is_any or news.failed):
            said = ""
        case "fetch":
            said = _fetched(news, len(errand.names))
        case "set":
            said = _("changed; the next update reads the source anew")
        case "remove":
            said = _("no longer read; its articles stay")
        case _ if news.sources or news.waiting:
            said = _updated(news)
        case _:
            said = _("nothing to update: the library reads from no source yet")
    return clean_line(said)


def troubles(listed: Iterable[Listed]) -> int:
    """How many sources have a problem."""
    return sum(each.problem is not None for each in listed)


def named_as(listed: Iterable[Listed], news: News) -> News:
    """The news with sources called as their reader calls them."""
    names = {each.shown: each.name for each in listed}
    return news._replace(failed=tuple(names.get(shown) or shown for shown in news.failed))


def _updated(news: News) -> str:
    parts = [_n("{count} new article", "{count} new articles", news.new) if news.new else _("nothing new")]
    if news.changed:
        parts.append(_n("{count} changed", "{count} changed", news.changed))
    if news.completed:
        parts.append(_n("{count} teaser completed", "{count} teasers completed", news.completed))
    if news.waiting:
        parts.append(_n("{count} source not due yet", "{count} sources not due yet", news.waiting))
    if news.failed:
        failed = _("failed: {sources} ({why})")
        parts.append(failed.format(sources=" ".join(news.failed), why=news.why))
    return _("; ").join(parts)


def _fetched(news: News, wanted: int) -> str:
    if news.completed:
        said = _n("{count} teaser completed", "{count} teasers completed", news.completed)
        return _("{said}; {count} stay teasers").format(said=said, count=wanted - news.completed) if news.why else said
    return _("stays a teaser: {why}").format(why=news.why or _("it has no link to get the text from"))
