"""By what an answer is known again: what the server calls its state, and a hash of its bytes where a server lies.

Kept as the document's stamp, so that they count only once all of its articles are in the library.
"""

import json
import re
from collections.abc import Mapping
from typing import Final, NamedTuple, Self

_SENDABLE: Final = re.compile(r"[\x21-\x7e][\x20-\x7e]{0,999}")
"""What can be sent back as it came (RFC 9110, 5.5 and 8.8.3)."""


class Validators(NamedTuple):
    """The state of an answer: `etag`, `modified` as the server told them, `digest` of the bytes behind all coding."""

    etag: str | None
    modified: str | None
    digest: str

    @classmethod
    def of(cls, headers: Mapping[str, str], digest: str) -> Self:
        """What an answer's headers tell; `headers` finds names in any case."""
        return cls(_sendable(headers.get("etag")), _sendable(headers.get("last-modified")), digest)

    @classmethod
    def read_back(cls, stamp: str | None) -> Self | None:
        """The validators that a stamp holds; None where it is none of an answer."""
        try:
            etag, modified, digest = json.loads(stamp or "")
        except (ValueError, TypeError):
            return None
        return cls(etag, modified, digest)

    @property
    def stamp(self) -> str:
        """The text that holds them."""
        return json.dumps(self)

    @property
    def headers(self) -> dict[str, str]:
        """What a request says so that an unchanged answer need not be sent (RFC 9110, 13.1)."""
        said = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in said.items() if value}


def _sendable(value: str | None) -> str | None:
    return value if value and _SENDABLE.fullmatch(value) else None
