"""What a round of reading has brought so far, as a value that a screen can be told again and again."""

from typing import NamedTuple

from zjreader.text.clean import Clean


class News(NamedTuple):
    """Of `sources` so many were `read`, `waiting` are not due yet; `failed` names those that could not be read.

    `new` articles came, `changed` ones are known under another text, `completed` teasers have their full text, of
    `texts` that were asked for. `why` says what went wrong last.
    """

    sources: int = 0
    read: int = 0
    waiting: int = 0
    new: int = 0
    changed: int = 0
    texts: int = 0
    completed: int = 0
    failed: tuple[Clean, ...] = ()
    why: Clean | None = None

    @property
    def is_any(self) -> bool:
        """Whether the library holds another thing than before."""
        return bool(self.new or self.changed or self.completed)
