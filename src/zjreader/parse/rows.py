"""What a table consists of, before anything in it has a meaning: rows, and remarks on what should have been one."""

from collections.abc import Mapping
from typing import Any, NamedTuple


class Row(NamedTuple):
    """Values by column as they came, the line in which they begin, and how many of their bytes had no meaning."""

    values: Mapping[str, Any]
    line: int
    replaced: int = 0


class Remark(NamedTuple):
    """What is to be told of a line: of a row that follows all the same (`kept`), or of one that was skipped."""

    what: str
    line: int
    kept: bool = False
