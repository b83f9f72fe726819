"""When an article appeared, in the shape that fits: 今天 14:30, 昨天, 3月5日, 2024-03-05, 收录 4月11日.

Times are shown in the zone of `now`, which is the reader's; a day without a time is the day that the text shows. What
has no date is shown, and what has an inferred one stands, where it was first seen.
"""

from datetime import date, datetime, timedelta, tzinfo

from zjreader.article import Headline, Moment
from zjreader.messages import _
from zjreader.text.clean import Clean, clean_line

_TIMED = frozenset({"second", "minute"})
_MONTH = 7
_DAY = timedelta(days=1)


def shown_date(headline: Headline, now: datetime) -> Clean:
    """What the list says of an article's date; at most 13 cells."""
    published = headline.published
    if published is None:
        return clean_line(_("added {day}").format(day=_short(_first_seen(headline, now), now)))
    if published.day is None:
        return published.text
    day = _day(published, now.tzinfo)
    if day == now.date() and published.precision in _TIMED:
        return clean_line(_("today {time}").format(time=f"{_instant(published, now.tzinfo):%H:%M}"))
    return _named(day, now)


def day_name(headline: Headline, now: datetime) -> Clean:
    """The day, or the month or year that is all the text says, under which an article stands in the order by date."""
    published = headline.published
    if published is None or published.inferred:
        return _named(_first_seen(headline, now), now)
    return published.text if published.day is None else _named(_day(published, now.tzinfo), now)


def _named(day: date, now: datetime) -> Clean:
    if day == now.date():
        return clean_line(_("today"))
    if day == now.date() - _DAY:
        return clean_line(_("yesterday"))
    return _of_this_year(day) if day.year == now.year else Clean(day.isoformat())


def _short(day: date, now: datetime) -> Clean:
    return _of_this_year(day) if day.year == now.year else Clean(day.isoformat()[:_MONTH])


def _of_this_year(day: date) -> Clean:
    return clean_line(_("{month:02}-{day:02}").format(month=day.month, day=day.day))


def _day(published: Moment, zone: tzinfo | None) -> date:
    if published.precision in _TIMED:
        return _instant(published, zone).date()
    return date.fromisoformat(published.day or published.text)


def _instant(published: Moment, zone: tzinfo | None) -> datetime:
    shown = datetime.fromisoformat(published.text)
    try:
        return shown.astimezone(zone)
    except OverflowError:  # the first or the last day that there is
        return shown


def _first_seen(headline: Headline, now: datetime) -> date:
    return datetime.fromtimestamp(headline.standing, now.tzinfo).date()
