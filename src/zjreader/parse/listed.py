"""What a list of addresses says of one of them, before anybody has judged it."""

from typing import Final, NamedTuple

from zjreader.text.clean import Clean

BETWEEN: Final = "/"
"""What stands between the names of nested folders in a section."""


class Listed(NamedTuple):
    """An address as it is written, in a line of the list; its name, and the folders around it as a section."""

    address: Clean
    line: int
    name: Clean | None = None
    section: Clean | None = None
