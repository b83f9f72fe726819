"""What a parser behind the wall is told of a document: a frozen value that a frame between two processes can hold."""

from datetime import datetime, tzinfo
from typing import NamedTuple

from zjreader.text.clean import Clean
from zjreader.text.dates import CHINA
from zjreader.text.zones import zone_named


class Asked(NamedTuple):
    """What is known of a page or a feed beside its bytes.

    `url` is where it was found in the end: links are relative to it. `base` is what its days are measured against,
    `zone` the name of the one that times without offset are in (None: China's). `encoding` is what a person called its
    encoding, `charset` what its header did. `select` is the CSS selector of a list page's headlines.
    """

    url: Clean | None = None
    base: datetime | None = None
    zone: Clean | None = None
    section: Clean | None = None
    encoding: Clean | None = None
    charset: str | None = None
    select: Clean | None = None


UNTOLD = Asked()


def zone_of(asked: Asked) -> tzinfo:
    """Where times without offset are; China for a name that no zone bears."""
    return (zone_named(asked.zone) if asked.zone else None) or CHINA
