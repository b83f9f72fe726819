"""A page that a browser saved with its pictures in one file (MHTML, RFC 2557) -> the page, and what is told of it.

Only the part that is the page is decoded, never its frames and pictures; a file that was cut off behind it is whole.
"""

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from typing import Final

from zjreader.parse.asked import Asked
from zjreader.text.clean import Clean, clean_line

_HEAD: Final = re.compile(rb".*?\n\r?\n", re.DOTALL)
_LOCATIONS: Final = ("Content-Location", "Snapshot-Content-Location")


def page_of(data: bytes, asked: Asked) -> tuple[bytes, Asked] | None:
    """The bytes of the page, and where it was found and in which charset, by its own head; None where none is in it."""
    whole = _parsed(data)
    pages = [part for part in _parts(data, whole) if part.get_content_type() == "text/html"]
    if not pages:
        return None
    page = min(pages, key=lambda part: part["Content-ID"] != whole.get_param("start"))  # the first, if none is named
    body = page.get_payload(decode=True)
    assert isinstance(body, bytes), "a part is parsed as no parts"
    return body, asked._replace(url=_location(page, whole) or asked.url, charset=page.get_content_charset())


def _parts(data: bytes, whole: Message) -> Iterator[Message]:
    boundary = whole.get_boundary()
    if boundary is None:
        yield whole
        return
    for part in data.split(b"--" + boundary.encode("ascii", "replace"))[1:]:
        yield _parsed(part.lstrip(b"\r\n"))


def _parsed(part: bytes) -> Message:
    """A part with its body as it stands, also where that is parts again."""
    head = _HEAD.match(part)
    parsed = message_from_bytes(head[0] if head else part)
    parsed.set_payload(part[head.end() :] if head else b"")
    return parsed


def _location(*heads: Message) -> Clean | None:
    places = (str(head[name]) for head in heads for name in _LOCATIONS if head[name])
    return next((clean_line(place) for place in places if place.lower().startswith(("http:", "https:"))), None)
