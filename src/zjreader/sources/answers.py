"""What the head of an answer means for whoever asked: where to go on, to wait, or that there is nothing to be had.

Pure; headers find names in any case. Refuses nothing: an answer that is no text's comes to a sentence.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Final
from urllib.parse import urljoin

from zjreader.messages import _
from zjreader.sources.addresses import with_user_of

MOST_WAIT: Final = timedelta(days=1)
"""How long a server can ask to be left alone; one that asks for a year is asked again tomorrow."""

_LASTING: Final = frozenset({HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT})
_MOVED: Final = _LASTING | {HTTPStatus.FOUND, HTTPStatus.SEE_OTHER, HTTPStatus.TEMPORARY_REDIRECT}
_BUSY: Final = frozenset({HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE})
_LOCKED: Final = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN})
_GONE: Final = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
_FAILED: Final = 500
_PASSING: Final = _BUSY | {HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_EARLY}


def led_to(status: int, headers: Mapping[str, str], address: str) -> str | None:
    """The address that an answer of this one leads to (RFC 9110, 15.4); None where it leads nowhere."""
    to = headers.get("location", "").strip()
    if status not in _MOVED or not to:
        return None
    try:
        return with_user_of(urljoin(address, to), address)
    except ValueError:  # half a number of IPv6, say
        return to


def is_lasting(status: int) -> bool:
    """Whether what it leads to is the address from now on."""
    return status in _LASTING


def wait_of(status: int, headers: Mapping[str, str], now: datetime) -> datetime | None:
    """Until when a server wants to be left alone (RFC 9110, 10.2.3); None where it does not say."""
    said = headers.get("retry-after", "").strip()
    if status not in _BUSY or not said:
        return None
    if said.isascii() and said.isdigit():
        return now + min(timedelta(seconds=min(int(said[:9]), 10**9)), MOST_WAIT)
    try:
        until = parsedate_to_datetime(said)
    except ValueError:
        return None
    until = until if until.tzinfo else until.astimezone()
    return min(until.astimezone(now.tzinfo), now + MOST_WAIT) if until > now else None


def is_passing(status: int) -> bool:
    """Whether the same request may go better another time (RFC 9110, 15.5.9 and 15.6; RFC 6585, 4; RFC 8470, 5.2)."""
    return status in _PASSING or status >= _FAILED


def refusal(status: int) -> str:
    """The sentence on an answer that holds nothing to be read."""
    if status in _BUSY:
        return _("is too busy now (HTTP {status})").format(status=status)
    if status in _LOCKED:
        return _("wants a login (HTTP {status})").format(status=status)
    if status in _GONE:
        return _("is not there (HTTP {status})").format(status=status)
    told = _("failed (HTTP {status})") if status >= _FAILED else _("answered with nothing to read (HTTP {status})")
    return told.format(status=status)
