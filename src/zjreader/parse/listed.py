"""What a list of addresses says of one of them, before anybody has judged it."""

import re
from typing import Final, NamedTuple

from zjreader.text.clean import Clean

BETWEEN: Final = "/"
"""What stands between the names of nested folders in a section."""

_FEED: Final = re.compile(r"\Afeed:(?://)?(?=https?:)", re.IGNORECASE)
_FEED_ALONE: Final = re.compile(r"\Afeed://", re.IGNORECASE)


class Listed(NamedTuple):
    """An address as it is written, in a line of the list; its name, and the folders around it as a section."""

    address: Clean
    line: int
    name: Clean | None = None
    section: Clean | None = None


def plain(address: Clean) -> Clean:
    """The address without the scheme of feeds, which browsers once gave to reading programs."""
    return Clean(_FEED_ALONE.sub("http://", _FEED.sub("", address, count=1), count=1))
