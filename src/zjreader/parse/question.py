"""What goes through the wall: the bytes of a document and what is told of it, as a value that MessagePack can hold."""

from datetime import datetime
from typing import Literal, NamedTuple

from zjreader.parse.asked import Asked

Kind = Literal["html", "feed", "mhtml", "cell"]
"""`cell` is HTML in a cell of a table, as UTF-8."""


MOST_OF_A_FEED = 32 << 20
"""Bytes of a feed that are looked at, as many as are fetched; of one that is larger the rest is left out."""


class Question(NamedTuple):
    """A document to be read. `base` is `asked.base` in ISO 8601: MessagePack's times have no offset."""

    kind: Kind
    data: bytes
    asked: Asked
    base: str | None
    language: str

    @classmethod
    def of(cls, kind: Kind, data: bytes, asked: Asked, language: str) -> "Question":
        """The question about a document, answered in this language."""
        base = asked.base.isoformat() if asked.base else None
        return cls(kind, data, asked._replace(base=None), base, language)

    @property
    def told(self) -> Asked:
        """What is told of the document, its base among it."""
        return self.asked._replace(base=datetime.fromisoformat(self.base) if self.base else None)
