"""What any feed says of itself and of its entries, as it stands there, before anything is made of it."""

from typing import NamedTuple


class Passage(NamedTuple):
    """A text as a feed gives it: HTML, or characters that mean themselves."""

    text: str
    html: bool = False


NOTHING = Passage("")


class Entry(NamedTuple):
    """An entry. `content` is what it calls its text, `description` what it calls an extract; many feeds mean neither.

    `dates` are as they are written, the likelier first; so are `authors`, each of them one name or several.
    """

    title: Passage = NOTHING
    content: Passage = NOTHING
    description: Passage = NOTHING
    link: str = ""
    guid: str = ""
    dates: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    publisher: str = ""


class Channel(NamedTuple):
    """A feed: its title, the address that it gives itself, the page that it belongs to, its entries in order.

    `failed` counts entries that could not be read; `torn` says that it breaks off.
    """

    title: Passage = NOTHING
    address: str = ""
    home: str = ""
    entries: tuple[Entry, ...] = ()
    failed: int = 0
    torn: bool = False
